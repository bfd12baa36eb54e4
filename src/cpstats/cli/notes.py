"""What is said on standard error; where it cannot be written, the answer still counts."""

from __future__ import annotations

import os
import sys


def note(line: str) -> None:
    """Write a line; a standard error that is full or closed is left in silence."""
    if sys.stderr is None:
        return
    try:
        print(line, file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _silence()


def _silence() -> None:
    """Let nothing be said when the interpreter closes the stream."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    except (OSError, ValueError):
        sys.stderr = None
