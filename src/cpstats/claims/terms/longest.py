"""Many words found in a text, the longest at each place; nothing is compiled for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

_BEGIN = pattern(r"\b\w")
_INNER = pattern(r"\w")
_NONE: list[int] = []
_SOON = 400


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
        self._words = frozenset(filter(None, words))
        self._unsorted = _SOON  # signs that are yet looked at before the words are sorted

    @cached_property
    def _every(self) -> Sequence[int]:
        """How long the words are, the longest first."""
        return sorted(set(map(len, self._words)), reverse=True)

    @cached_property
    def _lengths(self) -> Mapping[str, Sequence[int]]:
        """How long the words are that begin with two signs, or are one."""
        lengths: dict[str, list[int]] = {}
        begun: dict[int, set[str]] = {}
        for word in self._words:
            begun.setdefault(len(word), set()).add(word[:2])
        for length in sorted(begun, reverse=True):
            for signs in begun[length]:
                lengths.setdefault(signs, []).append(length)
        single = begun.get(1, set())
        for signs, several in lengths.items():
            if signs[0] in single and len(signs) > 1:
                several.append(1)
        return lengths

    def _possible(self, signs: str) -> Sequence[int]:
        """Return how long a word that begins so may be, the longest first."""
        if self._unsorted > 0:  # of a sentence or two every length is tried sooner
            self._unsorted -= 1
            return self._every
        return self._lengths.get(signs) or self._lengths.get(signs[:1], _NONE)

    def among(self, text: str, begin: int = 0, end: int | None = None) -> Iterator[Word]:
        """Yield the words in a stretch of a text."""
        return map(Word._make, self.stretches(text, begin, end))

    def stretches(
        self, text: str, begin: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int, str]]:
        """Yield where the words in a stretch of a text begin and end, and each: what `among` names."""
        at, stop = begin, len(text) if end is None else end
        soon = self._unsorted > stop - begin  # of a sentence or two every length is tried sooner
        words, every = self._words, self._every if soon else _NONE
        lengths = {} if soon else self._lengths
        self._unsorted -= stop - begin
        while at < stop:
            signs = text[at : at + 2]
            for length in every or lengths.get(signs) or lengths.get(signs[0], _NONE):
                word = text[at : at + length]
                if at + length <= stop and word in words:
                    yield at, at + length, word
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
            for length in self._possible(text[begin : begin + 2]):
                end = begin + length
                whole = end <= len(text) and text[begin:end] in words
                if whole and not _INNER.match(text, end):
                    yield Word(begin, end, text[begin:end])
                    at = end
                    break

    def at(self, text: str, begin: int) -> Word | None:
        """Return the word that begins at a place, None where none does."""
        for length in self._possible(text[begin : begin + 2]):
            word = text[begin : begin + length]
            if len(word) == length and word in self._words:
                return Word(begin, begin + length, word)
        return None
