"""English subjects and places: the noun before a number, if it is the whole of a name."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.places import NATION
from cpstats.claims.subjects import Subject
from cpstats.claims.trie import pattern_of
from cpstats.claims.units import is_percent
from cpstats.claims.vocabulary import SECTIONS
from cpstats.store.divisions import FILE as DIVISIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.claims.lexicon import Lexicon
    from cpstats.claims.spans import Spot

_FUNCTION = frozenset(SECTIONS["english"])
_WORD = re.compile(r"[A-Za-z][A-Za-z'/&-]*")
_BEFORE = re.compile(
    r"(?:[,;:]|\b(?:the|real|nominal|current-dollar|annual|overall|total|national|nationwide|china's|country's|nation's|its|and|while|where|with|s|of which|in which|[a-z]+'s))\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:$|[,;]|\b(?:was|were|is|are|has|had|have|reached|totaled|totalled|stood|amounted|averaged|went|edged|increas|decreas|grew|grow|rose|rise|fell|fall|declin|drop|"
    r"up|down|expand|hit|exceed|surpass|came|climb|contract|edged|remain|accounted|accounts|posted|registered|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20|the first|the second|the third|the fourth)))",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\bthat (?:of|in|for) (?:the )?(?P<part>[a-z ]{1,40}?)\s*(?:,|\b(?:was|were|is|reached|stood|"
    r"increas|grew|rose|fell|decreas|declin|up|down))"
)
_TIME_WORDS = re.compile(
    r"\b(?:in|from|by)?\s*(?:january|february|march|april|may|june|july|august|september|october|november|december|first|second|third|"
    r"fourth|half|quarters?|months?|two|three|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def nouns(text: str) -> list[str]:
    """Return the words that are neither time nor function: the noun of an unknown subject."""
    words = _WORD.findall(_TIME_WORDS.sub(" ", text))
    return [w for w in words if w.lower() not in _FUNCTION and len(w) > 1]


@lru_cache(maxsize=4)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(sorted(names))}\b")


def subject_of(
    head: str, after: str, spot: Spot, *, names: Lexicon, last: Subject | None
) -> Subject | None:
    """Return the subject of a number, None where the words before it hold no noun.

    Parameters
    ----------
    head, after : str
        The words before the number (times blanked) and behind it.
    spot : Spot
        The number.
    names : Lexicon
        The names of indicators.
    last : Subject or None
        The subject before, which “that of …” stands for.
    """
    lower = head.lower()
    english = names.english
    found = None
    for match in _pattern(frozenset(english)).finditer(lower):
        found = match
    if found is not None and _stands_alone(head, lower, found):
        return Subject(head[found.start() : found.end()], english[found.group()] or None)
    that = _THAT.search(lower)
    if that is not None and last is not None:
        whole = f"{last.surface.lower().partition(' of ')[0]} of the {that['part']}"
        return Subject(whole, english.get(whole) or None)
    left = nouns(head)
    if not left and spot.unit and not is_percent(spot.unit.lower()) and not head.strip(" ,;"):
        left = nouns(after)
    return Subject(" ".join(left[:12])) if left else None


def _stands_alone(head: str, lower: str, found: re.Match[str]) -> bool:
    """Return whether a name is neither modified before nor continued behind."""
    lead = lower[max(0, found.start() - 40) : found.start()]
    clean = not lower[: found.start()].strip() or _BEFORE.search(lead) is not None
    return (
        clean and _BEHIND.match(lower, found.end()) is not None and not nouns(head[found.end() :])
    )


class Gazetteer:
    """The names of places in Latin letters: the provinces, and those of a catalogue."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self.codes = {**_provinces(), **{n: code for n, code in own.items() if n.isascii()}}
        name = pattern_of(self.codes)
        self._pattern = re.compile(rf"\b{name}\b")
        self._phrase = re.compile(rf"(?:\b(?:of|in|for) )?\b{name}\b(?:'s)?")

    def place_of(self, head: str) -> str | None:
        """Return the place that the words before a number name."""
        match = self._pattern.search(head.partition(" than ")[0])
        if match:
            return self.codes[match.group()]
        nation = re.search(r"\b(?:[Nn]ation|[Nn]ationwide|[Nn]ational|country)\b", head)
        return NATION if nation else None

    def without_places(self, head: str) -> str:
        """Return the words before a number, the names of places blanked: Beijing GDP is GDP.

        >>> Gazetteer({}).without_places("up Beijing's GDP")
        'up           GDP'
        """
        return self._phrase.sub(lambda match: " " * len(match.group()), head)


@lru_cache(maxsize=1)
def _provinces() -> dict[str, str]:
    with DIVISIONS.open(encoding="utf-8", newline="") as file:
        return {r["name_en"]: r["ref_area"] for r in csv.DictReader(file) if r["slug"]}
