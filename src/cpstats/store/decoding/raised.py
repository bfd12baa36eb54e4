"""A text of a workbook in several runs, some of them above the line: marks of notes, powers, ordinals.

Glued to what stands before it the 1 of 110¹ would be a digit of the number (ECMA-376 part 1, 18.4.4 and 18.4.14).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.decoding.document import raised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MARK = re.compile(r"\(?(?:\d{1,2}(?: ?[,;] ?\d{1,2})*|[A-Za-z](?: ?[,;] ?[A-Za-z])*|[*†‡]+)\)?")
ORDINAL = re.compile(r"(?:^|[^\d.,])\d{1,2}\.?$|(?:^|\W)[Nn]$")  # before the letters of 2e, 3.o, No
ORDINALS = ("a", "d", "e", "o")
NOTE = "¹"  # for a letter: which it was is not kept behind a name


class Runs:
    """The runs of one text, as a parser comes upon them."""

    def __init__(self) -> None:
        self._runs: list[tuple[list[str], list[bool]]] = []
        self._aside = False

    def clear(self) -> None:
        """Begin another text."""
        self._runs.clear()
        self._aside = False

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        """Take in the beginning of an element."""
        if tag == "r":
            self._runs.append(([], []))
        elif tag == "rPh":  # how it is spoken
            self._aside = True
        elif tag == "vertAlign" and self._runs:
            self._runs[-1][1].append(said.get("val") == "superscript")

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        if tag == "rPh":
            self._aside = False

    def text(self, words: str) -> None:
        """Take in letters."""
        if self._runs and not self._aside:
            self._runs[-1][0].append(words)

    def told(self) -> str:
        """Return the text with what stands above the line told apart; empty where nothing is."""
        if not any(any(up) for _, up in self._runs):
            return ""
        return joined([("".join(words), any(up)) for words, up in self._runs])


def joined(runs: Sequence[tuple[str, bool]]) -> str:
    """Return runs as one text, those above the line as marks; empty where none of them is one.

    >>> joined([("110", False), ("1", True)]), joined([("Hut", False), ("a", True), ("s", False)])
    ('110¹', 'Hut¹s')
    >>> joined([("1", False), ("st quarter", True)]), joined([("2", False), ("e", True)]), joined([("1", True), (" Old.", False)])
    ('', '', '')
    """
    text, found = "", False
    for words, up in runs:
        clean = words.strip()
        if up and text.strip() and MARK.fullmatch(clean) and not _is_ordinal(text, clean):
            text, found = text + _mark(text, clean), True
        else:
            text += words
    return text if found else ""


def _mark(before: str, clean: str) -> str:
    """Return what stands above the line as marks: behind a number a letter is a flag."""
    digits = "".join(filter(str.isdecimal, clean))
    letter = any(map(str.isalpha, clean)) and not before.rstrip()[-1].isdecimal()
    return NOTE if letter else raised(digits or clean)


def _is_ordinal(before: str, letters: str) -> bool:
    return letters in ORDINALS and ORDINAL.search(before) is not None
