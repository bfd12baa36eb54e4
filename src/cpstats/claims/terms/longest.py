"""Many words found in a text, the longest at each place; nothing is compiled for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


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
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            if word:
                lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {sign: sorted(some, reverse=True) for sign, some in lengths.items()}

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

    def at(self, text: str, begin: int) -> Word | None:
        """Return the word that begins at a place, None where none does."""
        for length in self._lengths.get(text[begin : begin + 1], ()):
            word = text[begin : begin + length]
            if word in self._words:
                return Word(begin, begin + length, word)
        return None
