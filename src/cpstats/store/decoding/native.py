"""A reader in compiled code that loses its head over a damaged file says so on standard error."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ERRORS = 2  # the descriptor of standard error


@contextmanager
def muted() -> Iterator[None]:
    """Let what is written to standard error past Python go nowhere."""
    try:
        kept = os.dup(ERRORS)
    except OSError:  # it is closed
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, ERRORS)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, ERRORS)
        os.close(kept)
