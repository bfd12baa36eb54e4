"""The years whose levels a paragraph has told, from which a growth without a base may be counted: an increase of 75 percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging import said
from cpstats.claims.terms.periods import period_of
from cpstats.model.period import Freq

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.period import Period

_YEARS = (Freq.ANNUAL, Freq.FISCAL)


def years_before(claim: Claim, before: Iterable[Claim]) -> tuple[int, ...]:
    """Return the years of levels of the same indicator and place, each once."""
    same = (claim.indicator, claim.place)
    told = (c for c in before if (c.indicator, c.place) == same and c.measure in ("level", "share"))
    periods = (period_of(c.period or "") for c in told)
    return tuple(dict.fromkeys(p.year for p in periods if p and p.freq is Freq.ANNUAL))


def comes_back(claim: Claim, period: Period, newest: Period) -> bool:
    """Return whether a sentence that says no year may speak of now again, after one that looked far back."""
    far = period.freq in _YEARS and newest.year - period.year > 1
    return far and claim.period_from != "given" and not said.years_told(claim)
