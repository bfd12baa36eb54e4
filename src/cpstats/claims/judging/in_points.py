"""Per cent behind another place that is how far two places are apart: 增长10.2%,高于全省1.5%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.lookup import request_for, sought_of
from cpstats.claims.terms.printed import words_before
from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim

_BESIDE = pattern(r"(?:(?P<down>低于|慢于)|高于|快于)[^,;。的()\d]{1,12}$")
_GAPS = {"growth": "growth_gap", "average_growth": "average_growth_gap"}


def as_distance(claim: Claim, bench: Bench) -> Claim | None:
    """Return a number that was taken for another place's as the distance to it, where it is nearer to that.

    What is said before it of the text's own place, and the figures of both, tell which is meant.
    """
    beside = _BESIDE.search(words_before(claim)) if is_percent(claim.unit) else None
    if beside is None or claim.measure not in _GAPS or claim.benchmark:
        return None
    alike = (claim.indicator, claim.measure)
    own = [
        c for c in bench.beside(claim) if (c.indicator, c.measure) == alike and c.end < claim.start
    ]
    if not own or own[-1].place in (None, claim.place):
        return None
    apart = claim._replace(
        place=own[-1].place,
        benchmark=claim.place,
        measure=_GAPS[claim.measure],
        subtype="vs_benchmark",
        of=claim.measure,
        direction="down" if beside["down"] else "up",
    )
    off = [abs(claim.value - value) for value in _values(claim, bench)]
    nearer = [abs(claim.value - value) for value in _values(apart, bench)]
    return apart if off and nearer and min(nearer) < min(off) else None


def _values(claim: Claim, bench: Bench) -> Iterator[float]:
    """Yield what the data say of a claim."""
    request = request_for(claim, bench.catalogue, words_before(claim))
    sought = sought_of(claim, claim.period or "", request) if request else None
    if request is None or sought is None:
        return
    sign = -1.0 if claim.direction == "down" else 1.0
    for figure in bench.find(request, claim.measure, sought, bench.archive):
        if figure.value is not None:
            yield sign * figure.value
