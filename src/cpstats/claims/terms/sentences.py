"""A text as sentences, each with the place it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = pattern(r"[。!?]+|\n|(?:(?<=[a-z\d%)\"])|(?<=[A-Z]{2}))\.\"?(?= +[A-Z\"])")


class Sentence(NamedTuple):
    """A sentence: as printed, in plain letters, and where it begins (line and column from 1)."""

    text: str
    letters: str
    start: int
    line: int
    column: int
    first: bool  # whether a paragraph begins with it


def sentences(text: str, letters: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that hold anything."""
    start, line, line_start = 0, 1, 0
    first = True
    for stop, newline in _ends(letters):
        end = stop if newline else _past_closing(text, stop)
        printed = text[start:end]
        if end > start and printed.strip():
            lead = len(printed) - len(printed.lstrip())
            at = start + lead
            last = start + len(printed.rstrip())
            yield Sentence(text[at:last], letters[at:last], at, line, at - line_start + 1, first)
            first = False
        start = max(start, end)
        if newline:
            # "\r\n" is one end of a line
            first = True
            if not (text[end - 1] == "\r" and text[end : end + 1] == "\n"):
                line += 1
            line_start = end


_CLOSING = frozenset("”’」』)）")


def _past_closing(text: str, end: int) -> int:
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def _ends(letters: str) -> Iterator[tuple[int, bool]]:
    for match in _END.finditer(letters):
        yield match.end(), match.group() == "\n"
    yield len(letters), False
