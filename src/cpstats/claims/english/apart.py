"""Words that make an English number one of something else than its place's figure of the period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.english.verbs import unknown_verb
from cpstats.claims.terms.measure import GROWTHS
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.memory import Memory

_BESIDE = pattern(  # 2 percent below the pre-crisis level
    r" (?:above|below|higher than|lower than|short of|shy of|away from|under|over|off) (?:(?:the|its|their|our) )?"
    r"(?:(?:[\w'-]+ )?(?:(?:pre-[a-z]+|pre(?:crisis|pandemic|covid|war))|long-?(?:term|run)|historical|potential|trend)\b[^,;.]{0,30}|(?=in (?:the )?\w+ quarter)|peak\b[^,;.]{0,20})"
)
_DATED = pattern(r"(?:19|20)\d\d|\b(?:earlier|ago|before)\b")
_GROUP = pattern(
    r"(?:^|[.;,] )[Ii]n (?:the |this |that )?(?P<what>(?:[a-z][a-z&/-]*,? (?:and )?){0,5}(?:(?:sub-?)?groups?|(?:sub)?categor(?:y|ies)|components?|items|segment|services|goods))\b[^,;]{0,40},"
)
_TOGETHER = pattern(  # so many in the two cities
    r"(?: (?!in\b)[a-z]+){0,6} (?P<what>in (?:both|the (?:two|three|four|five)) [a-z]+)(?= together\b|[:.;,]? ?)"
)
_LATEST = pattern(
    r"\b(?P<what>latest|currently|current|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?)\b[^,;]*$"
)
_GROWN = pattern(
    r"\b(?:with|saw|posted|recorded|managed) (?:growth|an increase|a gain) of [\d.,% a-z]{0,40}$"
)
_EXCHANGED = pattern(  # of a currency
    r"\b(?P<what>(?:strengthen|appreciat|depreciat|weaken|devalu)\w*) (?:of|in) (?:the )?[^,;]*$"
)
_WITH = pattern(r"^\s*(?:With|Despite|At|Boasting|Given) [^,;]*$")
_OF_WHOM = pattern(  # the Greater Bay Area, with a population of
    r"(?:^|[.;] )(?:\d+\.)?(?:The )?(?P<who>(?:[A-Z][\w'-]+ ){1,4}[A-Z][\w'-]+), (?:with|having|which has) [^,;]*$"
)
_ADJUSTED = pattern(  # 2.3 percent (calendar-adjusted: 2.0 percent)
    r"\((?P<what>(?:calendar|working[- ]day|seasonally|price|un)[- ]?adjusted)[^()\d]{0,12}$",
    re.IGNORECASE,
)
_WHO = pattern(
    r"[^,;.]{0,90}, (?:the )?(?P<who>(?:[A-Z][\w'-]+ ){2,5})(?=[a-z]+s\b|[a-z]+ed\b|was\b|had\b|has\b|is\b)"
)


def _set_apart(
    letters: str, start: int, end: int, gazetteer: Gazetteer, *, placed: bool
) -> str | None:
    """Return the words that make a rate or an amount one of something else, None where there are none.

    Parameters
    ----------
    letters : str
        The sentence; the number stands from `start` to `end`.
    gazetteer : Gazetteer
        Whose places are known.
    placed : bool
        Whether the words before the number name its place.
    """
    beside = _BESIDE.match(letters, end)
    if beside is not None and not _DATED.search(letters, beside.start(), beside.end() + 12):
        return beside.group().strip()
    if other := _ADJUSTED.search(letters, 0, start):
        return other["what"]
    group = _GROUP.search(letters, 0, start)
    if group is not None:
        return group["what"]
    lead = letters[:start]
    if (both := _TOGETHER.match(letters, end)) and len({*gazetteer.places_in(letters)}) > 1:
        return both["what"]
    who = _OF_WHOM.search(lead) or (_WHO.match(letters, end) if _WITH.match(lead) else None)
    who = None if placed else who
    if who is not None and not gazetteer.places_in(who["who"]):
        return who["who"].strip()  # with a population of 70 million, the Greater Bay Area is
    return None


def something_else(
    stretch: Stretch,
    measure: Measure,
    memory: Memory,
    gazetteer: Gazetteer,
    letters: str,
    place: str | None,
) -> str | None:
    """Return words that may make a number one of something, or of some place, else."""
    spot = stretch.spot
    latest = _LATEST.search(stretch.head) if measure.name == "share" else None
    if measure.name in GROWTHS and (rate := _EXCHANGED.search(stretch.head)):
        return rate["what"]
    if measure.name == "share" and _GROWN.search(letters, 0, spot.start):
        return "growth"  # with growth of 0.9 percent, behind a rate of unemployment
    if latest and not stretch.dated and (stretch.when.months or ())[1:] == (1, 12):
        return latest["what"]  # of some month of the year
    named = bool(gazetteer.places_in(stretch.head))
    verb = unknown_verb(stretch.head) if measure.name in GROWTHS else None
    beside = verb or _set_apart(letters, spot.start, spot.end, gazetteer, placed=named)
    if beside or named or memory.said is not None or place != memory.here:
        return beside
    return memory.elsewhere or None
