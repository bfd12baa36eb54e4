"""A rough number that only says again what stands right before it: 增加了4966.9亿元,接近5000亿元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.consecutive import alike, between
from cpstats.claims.terms.units import unit_of
from cpstats.model.pattern import pattern
from cpstats.model.unit import UnitError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim

ABOUT = 0.15
_ROUGHLY = pattern(
    r"^[,(]? ?(?:[也已]?(?:接近|将近|近|约合?|超过?|逾|不到|不足|突破)了?|(?:or )?(?:nearly|almost|about|roughly|around|over|more than|close to) )$"
)


def says_again(claim: Claim, beside: Sequence[Claim]) -> bool:
    """Return whether a number is about the one before it, of another measure, with only a word such as 接近 between.

    Parameters
    ----------
    claim : Claim
        The number.
    beside : sequence of Claim
        The other numbers of its sentence.
    """
    last = max((c for c in beside if c.start < claim.start), key=lambda c: c.start, default=None)
    if last is None or last.measure == claim.measure or not alike(last, claim):
        return False
    if not _ROUGHLY.match(between(last, claim)):
        return False
    one, two = _size(last), _size(claim)
    return abs(one - two) <= ABOUT * two


def _size(claim: Claim) -> float:
    try:
        unit = unit_of(claim.unit)
    except UnitError:
        return claim.value
    return float(claim.value * 10.0 ** (unit.power + unit.shift))
