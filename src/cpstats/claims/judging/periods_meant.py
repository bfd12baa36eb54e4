"""Which of the periods that words may mean the figures of a column can be of: the middle of a year, twelve months, 9月末."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.units import is_on_year
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.period import Period
    from cpstats.selecting.archive import Archive

_MIDDLE = pattern(r"\b[Mm]id-?(?:[Yy]ear|year)\b|年中")
_YEAR = 4  # signs of one


def in_periods_meant(claim: Claim, catalogue: Catalogue) -> Claim:
    """Return a claim about a reader's own column without the periods that its figures are never of.

    A column of mid-year estimates has for the middle of a year the figure of that year; what an
    index rose by in the 12 months to a month is its growth on the year in that month.
    """
    known = catalogue.indicators.get(claim.indicator or "")
    readings = claim.period_readings
    if known is None or known.theme != OWN or len(readings) < 2:
        return claim
    year, last = readings[0], readings[-1]
    if len(year) == _YEAR and last.startswith(f"{year}-") and _MIDDLE.search(known.name_en):
        return claim._replace(period_readings=(year,))
    index = known.kind == "index" or is_on_year(known.unit)
    if index and claim.measure == "growth" and "/" in year and year.endswith(f"/{last}"):
        return claim._replace(period=last, period_readings=(last,))
    return claim


_LAST_DAY = pattern(r"\d{4}-\d\d-(?:2[89]|3[01])")
_STATE = pattern(r"余额|[人户]口|[人户]数|保有量|里程|床位|存栏|在[校册岗]|库存")
_FLOW = pattern(
    r"\b(?:produc|output|sales?\b|sold|revenue|receipts|income|turnover|profit|earning|wage|salar|pay\b|export|import|birth|death|marriage|divorce|migration|complet|start|visit|arrival|passenger|journey|trip|night|stay|call|invest|spend|expend|consumption|generat|harvest|landing|catch|registration|admission|attend|accident|incident|crime|fire|collision|offence|case|complaint|deliver|traffic|cargo|freight|tonnage|container|ticket|performance|price|index|emission|rain|sunshine|donat|grant|loan(?:s|ed) (?:granted|made)|application|permit|licen[cs]e|transaction|order|use\b)",
    re.IGNORECASE,
)
_UP_TO = (Freq.YTD, Freq.HALF)
_SINCE = ("change", "share_change", "growth_change")  # something: a month, a year before
_STEPS = (Freq.QUARTER, Freq.ANNUAL)


def at_its_end(claim: Claim, catalogue: Catalogue, archive: Archive) -> Claim:
    """Return a state on the last day of a month as that of the months or the quarter that a table lists it under.

    9月末…余额 is in the column 1-9月, a rate of 四季度末 in that of the quarter; what comes together over
    the months is only in one that is cumulated.
    """
    known = catalogue.indicators.get(claim.indicator or "")
    day = claim.period or ""
    since = claim.base_period is not None or claim.measure not in _SINCE
    if known is None or not claim.place or not since or _LAST_DAY.fullmatch(day) is None:
        return claim
    told = archive.every.told_of(claim.indicator or "", claim.place)
    if not told or any(period_of(reading) in told for reading in claim.period_readings):
        return claim
    state = known.kind == "stock" or is_rate(known.unit) or _STATE.search(known.name_zh) is not None
    state = state or (known.theme == OWN and _is_no_flow(known.name_en))
    freqs = (*_UP_TO, Freq.QUARTER, Freq.MONTH) if state else _UP_TO
    found = [(freq, one) for freq in freqs if (one := _ending(day, freq, told))]
    if not found:
        return claim
    freq, period = found[0]
    base = claim.base_period
    if base is not None and _LAST_DAY.fullmatch(base):
        bases = (_ending(base, one, told) for one in dict.fromkeys((freq, *freqs, *_STEPS)))
        base = next((one for one in bases if one), None)
        if base is None:
            return claim
    return claim._replace(period_readings=(period,), base_period=base)


def _is_no_flow(name: str) -> bool:
    """Return whether the English name of an own column is of what is counted at a time: vacancies, dwellings."""
    return name.isascii() and _FLOW.search(name) is None


def _ending(day: str, freq: Freq, told: Iterable[Period]) -> str | None:
    """Return the period of some length that ends on a day."""
    ends = (str(one) for one in told if one.freq is freq and one.last_day.isoformat() == day)
    return next(ends, None)
