"""Many words found in a text, the longest at each place; nothing is compiled for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BEGIN = pattern(r"\b\w")
_INNER = pattern(r"\w")


class Word(NamedTuple):
    """A word where it stands."""

    start: int
    end: int
    text: str


class Words:
    """Some words, found one after the other, none inside another.

    >>> list(Words(["增长", "增长率", "下降"]).among("增长率下降"))
    [Word(start=0, end=3, text='增长率'), Word(start=3, end=5, text='下降')]
    """

    def __init__(self, words: Collection[str]) -> None:
        self._words = frozenset(words)
        self._lengths: dict[str, list[int]] = {}
        for length, sign in sorted({(len(w), w[0]) for w in self._words if w}, reverse=True):
            self._lengths.setdefault(sign, []).append(length)

    def among(self, text: str, begin: int = 0, end: int | None = None) -> Iterator[Word]:
        """Yield the words in a stretch of a text."""
        at, stop = begin, len(text) if end is None else end
        words, lengths = self._words, self._lengths
        while at < stop:
            for length in lengths.get(text[at], ()):
                word = text[at : at + length]
                if at + length <= stop and word in words:
                    yield Word(at, at + length, word)
                    at += length
                    break
            else:
                at += 1

    def apart(self, text: str) -> Iterator[Word]:
        """Yield the words that stand alone, with no letter right before or behind them.

        >>> [word.start for word in Words(["Niger", "Chad"]).apart("Nigeria, Niger and Chad's")]
        [9, 19]
        """
        at, words, lengths = 0, self._words, self._lengths
        for start in _BEGIN.finditer(text):
            begin = start.start()
            if begin < at:
                continue
            for length in lengths.get(text[begin], ()):
                end = begin + length
                if text[begin:end] in words and not _INNER.match(text, end):
                    yield Word(begin, end, text[begin:end])
                    at = end
                    break

    def at(self, text: str, begin: int) -> Word | None:
        """Return the word that begins at a place, None where none does."""
        for length in self._lengths.get(text[begin : begin + 1], ()):
            word = text[begin : begin + length]
            if word in self._words:
                return Word(begin, begin + length, word)
        return None
