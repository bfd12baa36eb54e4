"""A total and its parts where rates stand between them or a sentence ends: 产量A,增长a%。其中,夏粮B,增长b%;秋粮C.

Also several parts with the share of each, of which all but one are of the same total.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.calc.interval import Interval
from cpstats.claims.judging.components import APART_SETS, WHOLE_SETS, are_named, has_no_sum
from cpstats.claims.judging.consecutive import (
    alike,
    amount_of,
    between,
    meet,
    rate_of,
)
from cpstats.claims.terms.relation import Relation
from cpstats.model.pattern import pattern
from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.claims.terms.claim import Claim

_PARTS, _TAKEN = "其中", "占"
_SUM = Text("parts and total", "分项与合计")
_SHARE = Text("share of the total", "占比与合计")
_TAKES = pattern(r"^[,(]?(?:所)?占(?:比|比重)?(?:为|达)?$")
_FEW = 3  # parts with a share each, of which one can be told to be wrong
_MOST = max(map(len, (*WHOLE_SETS, *APART_SETS)))
_FAR = 2.0  # times: a sum that is so far off is that of another total


def divided(runs: Sequence[Sequence[Claim]]) -> Iterator[Relation]:
    """Yield what parts of known names say of their total, and shares of one total of one another.

    Parameters
    ----------
    runs : sequence of sequence of Claim
        The claims of each sentence of a text in order.
    """
    for run in runs:
        said = run[0].sentence
        if len(run) > 1 and _PARTS in said:
            n = next((n for n in range(1, len(run)) if _PARTS in between(run[n - 1], run[n])), 0)
            if n and any(c.measure != "level" for c in run[n:]):  # others are held as they follow
                yield from _held(run[:n], run[n:])
        if len(run) >= 2 * _FEW and _TAKEN in said:
            yield from _shares(run)
    for run, following in pairwise(runs):
        first, last = following[0], run[-1]
        if first.sentence.startswith(_PARTS) and first.line == last.line:
            gap = first.sentence_start - last.sentence_start - len(last.sentence)
            if gap <= 1:
                yield from _held(run, following)


def _held(before: Sequence[Claim], behind: Sequence[Claim]) -> Iterator[Relation]:
    """Hold the parts behind 其中 against the totals before it; one that they make is meant."""
    levels = [c for c in behind if c.measure == "level"]
    totals = [
        c
        for c in before
        if c.measure == "level" and not has_no_sum(c) and levels and alike(c, levels[0])
    ]
    parts, whole = _parts(levels)
    ends = [end for part in parts if (end := amount_of(part)) is not None]
    more = [c for c in levels[len(parts) :] if alike(c, levels[0])]
    others = bool(more) and not _parts(more)[1]  # of what the names leave over
    if ends and len(ends) == len(parts) and all(alike(part, parts[0]) for part in parts):
        for told in _told(totals, parts, sum(ends[1:], ends[0]), whole=whole):
            if told.holds or not others:
                yield told


def _parts(levels: Sequence[Claim]) -> tuple[Sequence[Claim], bool]:
    """Return the most first amounts that have names of one set, and whether those leave nothing over."""
    for count in range(min(len(levels), _MOST), 1, -1):
        parts = levels[:count]
        if are_named(parts, WHOLE_SETS, every=True):
            return parts, True
        if are_named(parts, APART_SETS, every=False):
            return parts, False
    return (), False


def _told(
    totals: Sequence[Claim], parts: Sequence[Claim], made: Interval, *, whole: bool
) -> Iterator[Relation]:
    near = [(t, a) for t in totals if (a := amount_of(t)) and _is_near(a.value, made.value)]
    fits = [t for t, a in near if meet(made, _rounded(a))]
    if fits:
        if whole:
            yield Relation((fits[-1], *parts), _SUM, holds=True)
    elif near:
        total, amount = min(near, key=lambda one: abs(one[1].value - made.value))
        if whole or made.value > amount.value:
            yield Relation((total, *parts), _SUM, holds=False)


def _is_near(one: float, two: float) -> bool:
    return 0 < one < _FAR * two and two < _FAR * one


def _rounded(amount: Interval) -> Interval:
    """Return a total with one more digit: parts are rounded one by one."""
    low, high = amount.low or amount.value, amount.high or amount.value
    return Interval(amount.value, low - (high - low), high + (high - low))


def _shares(run: Sequence[Claim]) -> Iterator[Relation]:
    """Find the one part of at least three whose share is not of the total of the others: 甲A人,占a%;乙B人,占b%;丙…."""
    pairs = [
        (part, rate)
        for part, rate in pairwise(run)
        if part.measure == "level"
        and rate.measure == "share"
        and rate_of(rate)
        and _TAKES.match(between(part, rate))
    ]
    pairs = [pair for pair in pairs if amount_of(pair[0]) and alike(pair[0], pairs[0][0])]
    if len(pairs) < _FEW:
        return
    made = [_total(part, rate) for part, rate in pairs]
    odd = [n for n, one in enumerate(made) if sum(_same(one, two) for two in made) < len(made) - 1]
    if len(odd) == len(pairs):  # each differs from the odd one
        odd = [n for n, one in enumerate(made) if not any(_same(one, two) for two in _but(made, n))]
    others = [one for n, one in enumerate(made) if n not in odd]
    agree = all(_same(one, two) for one, two in pairwise(others))
    if len(odd) == 1 and agree:
        one, two = made[odd[0]], others[0]
        if one and two and _is_near(one.value, two.value):
            yield Relation(pairs[odd[0]], _SHARE, holds=False)
    elif not odd:
        yield Relation(tuple(c for pair in pairs for c in pair), _SHARE, holds=True)


def _but(made: Sequence[Interval | None], n: int) -> list[Interval | None]:
    return [*made[:n], *made[n + 1 :]]


def _total(part: Claim, rate: Claim) -> Interval | None:
    """Return the total of which a part has a share."""
    amount, share = amount_of(part), rate_of(rate)
    if amount is None or share is None or (share.low or 0) <= 0:
        return None
    return amount / share * 100


def _same(one: Interval | None, two: Interval | None) -> bool:
    return one is not None and two is not None and meet(one, two)
