"""The words that stand between a subject and its number, and the units behind it."""

from __future__ import annotations

import re
from pathlib import Path

from cpstats.model.pattern import pattern

FILE = Path(__file__).with_name("vocabulary.txt")
_HEADING = pattern(r"^\[(\w+)\].*\n", re.MULTILINE)


def sections(file: Path) -> dict[str, tuple[str, ...]]:
    """Return the words of a file by the heading above them."""
    parts = _HEADING.split(file.read_text(encoding="utf-8"))[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {name: tuple(words.split()) for name, words in pairs}


SECTIONS = sections(FILE)
CONTENT = frozenset(SECTIONS["content"])
IS = frozenset(SECTIONS["is"])
REACHES = frozenset(SECTIONS["reaches"])
EQUALS = IS | frozenset(SECTIONS["nearly_is"])
JOINS = frozenset(SECTIONS["joins"])
THAN = frozenset(SECTIONS["than"])
OUTDONE = THAN | frozenset(SECTIONS["outdone"])
COMPARED = OUTDONE | frozenset(SECTIONS["compared"])
FUNCTION = EQUALS | REACHES | JOINS | COMPARED
FUNCTION |= frozenset((*SECTIONS["rise"], *SECTIONS["fall"], *SECTIONS["function"]))
