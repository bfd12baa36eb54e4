"""One printed number beside one figure of the data: whether the closed intervals touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.printed import OVER, UNDER, far_bound

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.printed import Ends, Printed
    from cpstats.claims.terms.verdict import Outcome
    from cpstats.model.figure import Figure

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
        if figure.formula is None and _only_at_an_end(said.narrow, ends):
            return "near"  # 5.4 beside a published 5.3
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


def _only_at_an_end(a: Ends, b: Ends) -> bool:
    """Return whether two intervals of some width share an end and nothing else.

    Two published roundings of one number are equal in the digits that both have; a computed
    interval, which is closed by convention, may well end where a printed one begins.
    """
    if None in (*a, *b) or a[0] == a[1] or b[0] == b[1]:
        return False
    (a_low, a_high), (b_low, b_high) = a, b
    assert a_low is not None
    assert a_high is not None
    assert b_low is not None
    assert b_high is not None
    shared = min(a_high, b_high) - max(a_low, b_low)
    inside = shared >= min(a_high - a_low, b_high - b_low) / 2  # 811,229,100,688 in 811.2 billion
    return not inside and shared <= TOLERANCE * max(1.0, abs(a_high))


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
