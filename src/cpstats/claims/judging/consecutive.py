"""The numbers of a sentence one after the other: the words between them, what their digits stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.calc.interval import Interval
from cpstats.claims.judging.touching import touch
from cpstats.claims.terms.letters import plain_part
from cpstats.claims.terms.units import is_percent, unit_of
from cpstats.model.pattern import pattern
from cpstats.model.unit import UnitError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.claims.terms.claim import Claim

_STANDING = ("share", "level", "index")
_HAN = pattern(r"[\u4e00-\u9fff]")
GAP = 24  # signs between two numbers that belong together


def sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the claims of each sentence."""
    run: list[Claim] = []
    for claim in claims:
        if run and run[-1].sentence_start != claim.sentence_start:
            yield run
            run = []
        run.append(claim)
    if run:
        yield run


def between(one: Claim, two: Claim) -> str:
    """Return the words between two numbers of a sentence."""
    begin, end = (at - one.sentence_start for at in (one.end, two.start))
    words = plain_part(one.sentence, begin, end)
    return words.replace(" ", "") if is_chinese(one) else words


def before(claim: Claim, width: int = GAP) -> str:
    """Return the words before a number."""
    begin = claim.start - claim.sentence_start
    return plain_part(claim.sentence, max(0, begin - width), begin)


def is_chinese(claim: Claim) -> bool:
    """Return whether a sentence is written in Chinese."""
    return _HAN.search(claim.sentence, 0, 200) is not None


def amount_of(claim: Claim) -> Interval | None:
    """Return what the digits of an exact amount stand for, in the base of its unit."""
    if claim.bound != "exact" or claim.measure not in ("level", "share", "change"):
        return None
    try:
        unit = unit_of(claim.unit)
        factor = float(10.0 ** (unit.power + unit.shift))
    except UnitError:
        factor = 1.0
    half = claim.half_width
    ends = (claim.value - half) * factor, (claim.value + half) * factor
    return Interval(claim.value * factor, *ends)


def alike(one: Claim, two: Claim) -> bool:
    """Return whether two numbers count the same things."""
    try:
        return one.unit == two.unit or unit_of(one.unit).base == unit_of(two.unit).base
    except UnitError:
        return False


def rate_of(claim: Claim) -> Interval | None:
    """Return a rate with its sign, None for what is no exact per cent; a share that fell is above zero."""
    if not is_percent(claim.unit) or claim.bound != "exact":
        return None
    sign = -1.0 if claim.direction == "down" and claim.measure not in _STANDING else 1.0
    ends = sorted(sign * (claim.value + half) for half in (-claim.half_width, claim.half_width))
    return Interval(sign * claim.value, *ends)


def meet(a: Interval, b: Interval) -> bool:
    """Return whether two intervals have a point in common."""
    return touch((a.low, a.high), (b.low, b.high))
