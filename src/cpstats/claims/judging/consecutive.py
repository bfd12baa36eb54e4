"""The numbers of a sentence one after the other: the words between them, what their digits stand for."""

from __future__ import annotations

from functools import lru_cache
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
_LATELY = 512  # each rule asks about the same few numbers


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
    return _between(one.sentence, one.end - one.sentence_start, two.start - one.sentence_start)


@lru_cache(maxsize=_LATELY)
def _between(sentence: str, begin: int, end: int) -> str:
    words = plain_part(sentence, begin, end)
    return words.replace(" ", "") if _HAN.search(sentence, 0, 200) else words


def before(claim: Claim, width: int = GAP) -> str:
    """Return the words before a number."""
    begin = claim.start - claim.sentence_start
    return plain_part(claim.sentence, max(0, begin - width), begin)


def amount_of(claim: Claim) -> Interval | None:
    """Return what the digits of an exact amount stand for, in the base of its unit."""
    if claim.bound != "exact" or claim.measure not in ("level", "share", "change"):
        return None
    return _amount(claim.value, claim.half_width, claim.unit)


@lru_cache(maxsize=_LATELY)
def _amount(value: float, half: float, unit: str) -> Interval:
    try:
        one = unit_of(unit)
        factor = float(10.0 ** (one.power + one.shift))
    except UnitError:
        factor = 1.0
    return Interval(value * factor, (value - half) * factor, (value + half) * factor)


def alike(one: Claim, two: Claim) -> bool:
    """Return whether two numbers count the same things."""
    return one.unit == two.unit or _have_one_base(one.unit, two.unit)


@lru_cache(maxsize=_LATELY)
def _have_one_base(one: str, two: str) -> bool:
    try:
        return unit_of(one).base == unit_of(two).base
    except UnitError:
        return False


def rate_of(claim: Claim) -> Interval | None:
    """Return a rate with its sign, None for what is no exact per cent; a share that fell is above zero."""
    if not is_percent(claim.unit) or claim.bound != "exact":
        return None
    down = claim.direction == "down" and claim.measure not in _STANDING
    return _rate(claim.value, claim.half_width, -1.0 if down else 1.0)


@lru_cache(maxsize=_LATELY)
def _rate(value: float, half: float, sign: float) -> Interval:
    ends = sorted(sign * (value + off) for off in (-half, half))
    return Interval(sign * value, *ends)


def meet(a: Interval, b: Interval) -> bool:
    """Return whether two intervals have a point in common."""
    return touch((a.low, a.high), (b.low, b.high))
