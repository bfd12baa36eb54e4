"""Average growth by the cumulative method (累计法): the rate whose path adds up to the same sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.calc.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

PRECISION = 1e-12


def cumulative_growth(base: Interval, levels: Sequence[Interval]) -> Interval:
    """Return the rate g with `Σ (1+g)^k = Σ X_k / X_0`, k = 1 … n, in per cent a year.

    Used for fixed-asset investment, where the sum over the years counts, not the last year.

    Parameters
    ----------
    base : Interval
        The level of the base period, positive.
    levels : sequence of Interval
        The level of every year after it; one missing year leaves no answer (the caller's guard).

    Raises
    ------
    ValueError
        When there is no year, or the base or the sum is not positive.

    References
    ----------
    Sichuan Statistical Yearbook 2008, notes on main indicators: 累计法 (方程法).

    Examples
    --------
    Beijing's nominal GDP 2020 and 2021–2024 (after the fifth census):

    >>> years = [Interval(x) for x in (44350.7, 45222.4, 47353.7, 49670.2)]
    >>> round(cumulative_growth(Interval(38503.6), years).value, 4)
    7.8255
    """
    total = levels[0] if levels else Interval(0.0)
    for level in levels[1:]:
        total += level
    if not levels or base.value <= 0 or total.value <= 0:
        raise ValueError("the cumulative method needs positive figures of every year")
    ratio = total / base
    n = len(levels)
    value = _root(ratio.value, n)
    low = None if ratio.low is None or ratio.low <= 0 else _root(ratio.low, n)
    high = None if ratio.high is None else _root(ratio.high, n)
    return (Interval(value, low, high) - 1) * 100


def _root(total: float, n: int) -> float:
    """Return x > 0 with x + x² + … + xⁿ = total; the left side grows, so bisection finds it."""
    low, high = 0.0, max(1.0, total)
    while high - low > PRECISION * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if sum(middle**k for k in range(1, n + 1)) < total:
            low = middle
        else:
            high = middle
    return (low + high) / 2
