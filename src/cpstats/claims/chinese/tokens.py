"""A line as tokens: times, names, places, words of function, quantities, and what is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.chinese.numbers import spots_in, without_overlap
from cpstats.claims.chinese.places import (
    NOWHERE,
    REGIONS,
    is_country,
    no_names,
)
from cpstats.claims.chinese.times import times
from cpstats.claims.terms.divisions import countries
from cpstats.claims.terms.divisions import names as place_names
from cpstats.claims.terms.longest import Words
from cpstats.claims.terms.scopes import RELATIVE
from cpstats.claims.terms.vocabulary import CONTENT, FUNCTION, JOINS
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.claims.terms.spot import Spot
    from cpstats.claims.terms.time import Time
    from cpstats.model.spans import Spans

_JOINED = JOINS | {"/"}
_PUNCTUATION = frozenset(",;:。()!?<>[]|#*•·▪●")


class Token(NamedTuple):
    """A stretch of a line and what kind it is.

    `kind` is time, qty, name, place, func, join (、和), mark (punctuation), quote or rest; `value`
    is the id of a name or the code of a place.
    """

    kind: str
    start: int
    end: int
    text: str
    value: str = ""
    time: Time | None = None
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Scanner:
    """Reads lines for one catalogue and one place."""

    words: Words
    names: Mapping[str, str]
    places: Mapping[str, str]
    spans: Spans
    known: dict[str, tuple[str, str]] = field(default_factory=dict)  # words that were met

    def read(self, line: str) -> list[Token]:
        """Return the tokens of a line in order; they cover all of it but spaces."""
        return self.cut(line, *self.begun(line))

    def begun(self, line: str) -> tuple[list[Time], list[Spot]]:
        """Return the times of a line, and what may be its quantities."""
        return times(line, self.spans), spots_in(line)

    def cut(self, line: str, found: list[Time], spots: list[Spot]) -> list[Token]:
        """Return the tokens of a line of which times and quantities were found."""
        taken = [(t.start, t.end) for t in found]
        tokens = [Token("time", t.start, t.end, line[t.start : t.end], time=t) for t in found]
        words = [
            self._word(line, *found)
            for begin, end in _gaps(taken, len(line))
            for found in self.words.stretches(line, begin, end)
        ]
        if spots:
            taken += [(w.start, w.end) for w in words if w.kind == "name"]
            spots = without_overlap(spots, taken)
        tokens += [Token("qty", s.start, s.end, line[s.start : s.end], spot=s) for s in spots]
        taken = sorted([(s.start, s.end) for s in spots])
        tokens += _free(words, taken)
        tokens.sort(key=lambda token: token.start)
        whole = _with_rest(line, tokens)
        return _ratios_joined(whole) if any(s.kind == "ratio" for s in spots) else whole

    def _word(self, line: str, start: int, end: int, text: str) -> Token:
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = self._meant(text)
        kind, value = found
        if kind == "country":
            if not is_country(line, start, end):
                return Token("rest", start, end, text)
            kind = "place"
        return Token(kind, start, end, text, value)

    def _meant(self, text: str) -> tuple[str, str]:
        """Return what kind of word a word is, and its value."""
        if text in self.names:
            return "name", self.names[text]
        if text in countries():
            return "country", self.places.get(text, "")
        if text in self.places or text in RELATIVE:
            return "place", self.places.get(text, "")
        if text in CONTENT or text in no_names():
            return "rest", ""
        return "join" if text in _JOINED else "func", ""


def _gaps(taken: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield what lies between stretches."""
    at = 0
    for begin, end in [*taken, (length, length)]:
        if begin > at:
            yield at, begin
        at = end


def _free(tokens: list[Token], taken: list[tuple[int, int]]) -> list[Token]:
    """Return the tokens that overlap none of the stretches (both in order)."""
    free, at = [], 0
    for token in tokens:
        while at < len(taken) and taken[at][1] <= token.start:
            at += 1
        if at == len(taken) or taken[at][0] >= token.end:
            free.append(token)
    return free


def _with_rest(line: str, tokens: list[Token]) -> list[Token]:
    whole: list[Token] = []
    position = 0
    for token in [*tokens, Token("end", len(line), len(line), "")]:
        if token.start > position:
            whole += _between(line, position, token.start)
        if token.kind != "end":
            whole.append(token)
        position = max(position, token.end)
    return whole


def _ratios_joined(tokens: list[Token]) -> list[Token]:
    """Make the colons of 0.4:34.4:65.2 join their numbers, where others end a clause."""
    for n, token in enumerate(tokens[1:-1], start=1):
        spots = tokens[n - 1].spot, tokens[n + 1].spot
        if token.text == ":" and all(s is not None and s.kind == "ratio" for s in spots):
            tokens[n] = Token("join", token.start, token.end, ":")
    return tokens


_PIECES = pattern(
    r'-{2,}|[,;:。()!?<>\[\]|#*•·▪●]|"|、|/|(?:(?!--)[^\s,;:。()!?<>\[\]|#*•·▪●"、/])+'
)


def _between(line: str, start: int, end: int) -> list[Token]:
    if (text := line[start:end]).isalnum() and text not in _JOINED:
        return [Token("rest", start, end, text)]
    found = []
    for match in _PIECES.finditer(line, start, end):
        text = match.group()
        kind = _kind(text)
        found.append(Token("join" if text in _JOINED else kind, match.start(), match.end(), text))
    return found


def _kind(text: str) -> str:
    """Return what is left is: punctuation, a quotation mark, a mere sign, or content."""
    if text.isalnum():
        return "rest"
    if text in _PUNCTUATION or text.startswith("--"):
        return "mark"
    if text == '"':
        return "quote"
    return "rest" if any(sign.isalnum() for sign in text) else "func"


@lru_cache(maxsize=4)
def _known(words: frozenset[str]) -> Words:
    return Words(words)


def scanner(
    names: Mapping[str, str], here: str | None, own: Mapping[str, str], spans: Spans
) -> Scanner:
    """Return a scanner for the names of indicators and the places as seen from a place."""
    places = {**countries(), **place_names(here), **dict.fromkeys(REGIONS, NOWHERE), **own}
    words = frozenset((*names, *places, *RELATIVE, *FUNCTION, *CONTENT, *no_names(), "、"))
    return Scanner(_known(words), names, places, spans)
