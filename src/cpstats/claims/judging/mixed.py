"""What a text makes of two levels of different releases: first figures divided by one another."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.model.unit import PERCENT, TIMES
from cpstats.selecting import known
from cpstats.selecting.archive import Sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.figure import Figure
    from cpstats.selecting.archive import Archive

MADE = ("span_growth", "growth", "multiple", "change")


def is_of_two_releases(
    claim: Claim, said: float, against: Sequence[Figure], archive: Archive
) -> bool:
    """Return whether levels of different releases make a number that those of one release refute.

    Parameters
    ----------
    claim : Claim
        A growth, a multiple or a change that was computed of two levels.
    said : float
        Its number in the unit of the figures, with its sign.
    against : sequence of Figure
        What refutes it, with the two levels as inputs.
    archive : Archive
        The figures of all releases.
    """
    if claim.measure not in MADE:
        return False
    pairs = [f.inputs for f in against if len(f.inputs) == 2 and f.inputs[0].vintage]
    pairs = [two for two in pairs if two[0].indicator == two[1].indicator]
    unit = against[0].unit
    since = claim.measure == "span_growth"  # from 2018 to 2024: its base is 2017 or 2018
    return any(
        abs(_made(now, then, unit) - said) <= claim.half_width
        for first, second in pairs
        for later in (0, 1)[: 1 + since]
        for now, then in product(_levels(first, archive), _levels(second, archive, later))
        if then
    )


def _levels(figure: Figure, archive: Archive, later: int = 0) -> list[float]:
    period = Period.parse(figure.time_period).year_before(-later)
    found = known.levels(archive, Sought(figure.indicator, figure.ref_area, period))
    return [f.value for f in found if f.value is not None]


def _made(now: float, then: float, unit: str) -> float:
    """Return a rate, a ratio or a difference of two levels.

    >>> _made(150.0, 100.0, PERCENT), _made(150.0, 100.0, TIMES), _made(150.0, 100.0, "亿元")
    (50.0, 1.5, 50.0)
    """
    if unit == PERCENT:
        return 100 * now / then - 100
    return now / then if unit == TIMES else now - then
