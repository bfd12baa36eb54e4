"""What a whole English text says that its changes are on: a title says 5.4 percent, its text year on year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.english.counting import MONTHS, ORDINALS
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORT = tuple(name[:3] for name in MONTHS)
_PERIOD = pattern(
    r"\b(?:(?P<month>(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?))\.?|(?P<order>first|second|third|fourth) quarter(?: of| in)?|[Qq](?:uarter )?(?P<q>[1-4])(?: of)?),? (?P<year>(?:19|20)\d\d)(?!\d)(?P<three> quarter\b)?",
)
_ONE_AFTER = pattern(  # following a rise of 0.3 percent in the previous quarter
    r"\b(?:after|following|follows|from|than|compared) [^;]{0,60}\b(?:previous|prior|preceding) (?:quarter|month)\b|\b(?:quarter|month) before\b",
    re.IGNORECASE,
)
_ENDS = pattern(r"[.;!?](?= |\n|$)|\n")
_RATE = pattern(r"(?<![\d.,])(?P<digits>\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|per ?cent\b|pct\b)")
_INFLATION = pattern(r"\binflation\b", re.IGNORECASE)
_LEAD = 2  # sentences with rates that speak for those behind them: a title and the one below
_FAR = 40_000  # signs of a text that are looked through
_MONTHS, _QUARTERS = 12, 4


def by_pairs(words: str) -> str:
    """Return what a change is on where words name two periods: a year apart, or one behind the other.

    >>> by_pairs("1.3% in April 2018 against 2.0% in April 2017"), by_pairs("in May 2018 and April 2018")
    ('growth', 'growth_on_period')
    >>> by_pairs("in Q4 2018 and April 2018"), by_pairs("in May 2018"), by_pairs("in May 2018, April 2018 and May 2017")
    ('', '', '')
    """
    found = {*map(_place_in_time, _PERIOD.finditer(words))}
    if len(found) != 2:
        return ""
    (one, first), (two, last) = sorted(found)
    if one != two:
        return ""
    return {one: "growth", 1: "growth_on_period"}.get(last - first, "")


def _place_in_time(match: re.Match[str]) -> tuple[int, int]:
    """Return how many such periods a year has, and how many were over before it."""
    year = int(match["year"])
    if match["month"] and match["three"]:
        return _QUARTERS, year * _QUARTERS + _SHORT.index(match["month"][:3].lower()) // 3
    if match["month"]:
        return _MONTHS, year * _MONTHS + _SHORT.index(match["month"][:3].lower())
    quarter = int(match["q"]) - 1 if match["q"] else ORDINALS.index(match["order"].lower())
    return _QUARTERS, year * _QUARTERS + quarter


def paces_of(text: str, said_pace: Callable[[str], str]) -> dict[str, str]:
    r"""Return what the rates of a text are on, by their digits, where any sentence with them says it; empty where two differ.

    Under "" stands what the first sentences with rates say, or the two periods that the whole text names.

    >>> def said(words: str) -> str:
    ...     return "growth" if "a year earlier" in words else ""
    >>> paces_of("GDP grew 5.4% in Q2\nIt grew 5.4% from a year earlier. It fell 0.2%.", said)
    {'5.4': 'growth', '': 'growth'}
    """
    made: dict[str, str] = {}
    every: set[str] = set()
    begin = lead = 0
    top = text[:_FAR]
    for end in [*(m.start() for m in _ENDS.finditer(top)), len(top)]:
        sentence, begin = top[begin:end], end
        rates = {m["digits"].replace(",", ".") for m in _RATE.finditer(sentence)}
        said = said_pace(sentence)
        told = said_pace(_INFLATION.sub(" ", sentence))
        after = "growth_on_period" if _ONE_AFTER.search(sentence) else ""
        lead += bool(rates)
        every |= {told or by_pairs(sentence) or after} if rates and lead <= _LEAD else set()
        for rate in rates if said and len(rates) == 1 else ():
            made[rate] = said if made.get(rate, said) == said else ""
    every = every - {""} or {by_pairs(top)} & {"growth"}
    return made | ({"": every.pop()} if len(every) == 1 else {})
