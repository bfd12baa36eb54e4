"""Many words found in a text, the longest at each place; nothing is compiled for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_BEGIN = pattern(r"\b\w")
_INNER = pattern(r"\w")
_NONE: list[int] = []


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
        self._lengths: dict[str, list[int]] = {}  # of the words that begin with two signs, or one
        begun: dict[int, set[str]] = {}
        for word in filter(None, self._words):
            begun.setdefault(len(word), set()).add(word[:2])
        for length in sorted(begun, reverse=True):
            for signs in begun[length]:
                self._lengths.setdefault(signs, []).append(length)
        single = begun.get(1, set())
        for signs, lengths in self._lengths.items():
            if signs[0] in single and len(signs) > 1:
                lengths.append(1)

    def _possible(self, text: str, at: int) -> Sequence[int]:
        """Return how long a word that begins at a place may be, the longest first."""
        signs = text[at : at + 2]
        return self._lengths.get(signs) or self._lengths.get(signs[:1], _NONE)

    def among(self, text: str, begin: int = 0, end: int | None = None) -> Iterator[Word]:
        """Yield the words in a stretch of a text."""
        at, stop = begin, len(text) if end is None else end
        words, lengths = self._words, self._lengths
        while at < stop:
            signs = text[at : at + 2]
            for length in lengths.get(signs) or lengths.get(signs[0], _NONE):
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
        at, words = 0, self._words
        for start in _BEGIN.finditer(text):
            begin = start.start()
            if begin < at:
                continue
            for length in self._possible(text, begin):
                end = begin + length
                if text[begin:end] in words and not _INNER.match(text, end):
                    yield Word(begin, end, text[begin:end])
                    at = end
                    break

    def at(self, text: str, begin: int) -> Word | None:
        """Return the word that begins at a place, None where none does."""
        for length in self._possible(text, begin):
            word = text[begin : begin + length]
            if word in self._words:
                return Word(begin, begin + length, word)
        return None
