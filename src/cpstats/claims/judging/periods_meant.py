"""Which of the periods that words may mean the figures of a column can be of: the middle of a year, twelve months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.units import is_on_year
from cpstats.model.catalogue import OWN
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue

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
