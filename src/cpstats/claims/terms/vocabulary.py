"""The words that stand between a subject and its number, and the units behind it."""

from __future__ import annotations

import re
from pathlib import Path

FILE = Path(__file__).with_name("vocabulary.txt")
_HEADING = re.compile(r"^\[(\w+)\].*\n", re.MULTILINE)


def _sections() -> dict[str, tuple[str, ...]]:
    parts = _HEADING.split(FILE.read_text(encoding="utf-8"))[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {name: tuple(words.split()) for name, words in pairs}


SECTIONS = _sections()
FUNCTION = frozenset((*SECTIONS["rise"], *SECTIONS["fall"], *SECTIONS["function"]))
CONTENT = frozenset(SECTIONS["content"])
COMPARED = frozenset(SECTIONS["compared"])
