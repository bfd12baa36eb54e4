"""What is said on standard error; where it cannot be written, the answer still counts (`streams`)."""

from __future__ import annotations

import sys

from cpstats.model.text import printable


def note(text: str) -> None:
    """Write a text; a sign of the data that would move the cursor, or turn the words, is a blank."""
    print("\n".join(printable(line) for line in text.split("\n")), file=sys.stderr, flush=True)
