"""What is said on standard error; where it cannot be written, the answer still counts (`streams`)."""

from __future__ import annotations

import sys


def note(line: str) -> None:
    """Write a line."""
    print(line, file=sys.stderr, flush=True)
