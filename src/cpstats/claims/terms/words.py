"""Many words found in a text, the longest at each place: at once, and fast once the text is long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.terms.trie import pattern_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_LONG = 20_000  # signs after which a pattern pays for being made


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
        self._pattern: re.Pattern[str] | None = None
        self._seen = 0

    def among(self, text: str, begin: int = 0, end: int | None = None) -> Iterator[Word]:
        """Yield the words in a stretch of a text."""
        stop = len(text) if end is None else end
        self._seen += stop - begin
        if self._pattern is None and self._seen > _LONG:
            self._pattern = re.compile(pattern_of(sorted(self._words)))
        if self._pattern is None:
            yield from self._looked_up(text, begin, stop)
        else:
            for match in self._pattern.finditer(text, begin, stop):
                yield Word(match.start(), match.end(), match.group())

    def at(self, text: str, begin: int) -> Word | None:
        """Return the word that begins at a place, None where none does."""
        return self._at(text, begin, len(text))

    def _at(self, text: str, at: int, stop: int) -> Word | None:
        for length in self._lengths.get(text[at : at + 1], ()):
            word = text[at : at + length]
            if at + length <= stop and word in self._words:
                return Word(at, at + length, word)
        return None

    def _looked_up(self, text: str, begin: int, stop: int) -> Iterator[Word]:
        at, lengths = begin, self._lengths
        while at < stop:
            found = self._at(text, at, stop) if text[at] in lengths else None
            if found is None:
                at += 1
            else:
                yield found
                at = found.end
