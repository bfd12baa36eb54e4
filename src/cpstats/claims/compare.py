"""One printed number beside one figure of the data: whether the closed intervals touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cpstats.claims.printed import OVER, UNDER, far_bound

if TYPE_CHECKING:
    from cpstats.claims.claim import Claim
    from cpstats.claims.printed import Ends, Printed
    from cpstats.model.figure import Figure

# `near`: only by a rarer convention (cut off, about, a whole number that may be rounded);
# `far`: the bound holds, but nobody would put it so; `silent`: the figure is a bound itself.
Outcome = Literal["confirmed", "contradicted", "near", "far", "silent"]
TOLERANCE = 1e-9  # of float arithmetic; relative above 1


def compare(claim: Claim, said: Printed, figure: Figure) -> Outcome:
    """Return what one figure says of a claim.

    Raises
    ------
    ValueError
        When the figure has no value: the caller leaves those out.
    """
    if figure.value is None:
        raise ValueError("an empty figure says nothing")
    if figure.bound:
        return _with_bound(claim, said, figure)
    ends = _ends_of(figure)
    if touch(said.narrow, ends):
        return "far" if _is_far(claim, said, figure.value) else "confirmed"
    if touch(said.wide, ends) or touch(said.loose, ends):
        return "near"
    return "contradicted"


def touch(a: Ends, b: Ends) -> bool:
    """Return whether two closed intervals have a point in common; an open end reaches everywhere.

    >>> touch((4.8, 5.0), (4.81, 4.91)), touch((5.15, 5.25), (4.92, 5.02)), touch((150, None), (99, 101))
    (True, False, False)
    """
    return _below(a[0], b[1]) and _below(b[0], a[1])


def _below(low: float | None, high: float | None) -> bool:
    if low is None or high is None:
        return True
    return low <= high + TOLERANCE * max(1.0, abs(high))


def _ends_of(figure: Figure) -> Ends:
    if figure.low is None and figure.high is None:  # digits are not known: the number itself
        return figure.value, figure.value
    return figure.low, figure.high


def _with_bound(claim: Claim, said: Printed, figure: Figure) -> Outcome:
    """Compare with a figure that is a bound or a rough number itself."""
    assert figure.value is not None
    ends = _ends_of(figure)
    if not touch(said.loose, ends):
        return "silent" if figure.bound == "approx" else "contradicted"
    same_side = {"lower": OVER, "upper": UNDER, "approx": ("approx", "exact")}[figure.bound]
    gap = abs(figure.value - said.value)
    equal = gap <= TOLERANCE * max(1.0, abs(said.value))
    return "confirmed" if equal and claim.bound in same_side else "silent"


def _is_far(claim: Claim, said: Printed, value: float) -> bool:
    """Return whether a bound holds, but not in the way the words are used (近, 余)."""
    limit = far_bound(claim)
    if limit is None or not claim.value:
        return False
    edge = limit * abs(said.value / claim.value)
    return abs(value) < edge if claim.bound == "less_than" else abs(value) >= edge
