"""How many years until something has doubled (翻一番), or halved."""

from __future__ import annotations

from math import log


def doubling_time(growth: float) -> float | None:
    """Return `ln 2 / ln(1 + g)` in years; None where it does not grow.

    Parameters
    ----------
    growth : float
        Per cent a year.

    References
    ----------
    The rule of 70 is its approximation: 70 / 5.2 = 13.46.

    >>> round(doubling_time(5.2), 2), doubling_time(0)
    (13.67, None)
    """
    return log(2) / log(1 + growth / 100) if growth > 0 else None


def half_life(growth: float) -> float | None:
    """Return `ln ½ / ln(1 + g)` in years; None where it does not shrink.

    >>> round(half_life(-5.0), 2)
    13.51
    """
    return log(0.5) / log(1 + growth / 100) if -100 < growth < 0 else None
