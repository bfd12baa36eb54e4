"""Do places grow alike? Dispersion over places (sigma) and catching up (beta)."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FEWEST = 5  # places below which neither says anything


@dataclass(frozen=True, slots=True)
class Beta:
    """Slope of growth on the starting level, and the speed of catching up in per cent a year."""

    slope: float
    speed: float | None
    years: int
    places: int


def sigma(levels: Sequence[float], *, sample: bool = False) -> float:
    """Return the standard deviation of the logarithms of per-head levels.

    Parameters
    ----------
    levels : sequence of float
        One positive level per place, one period.
    sample : bool
        Divide by n − 1 instead of n.

    Raises
    ------
    ValueError
        With fewer than five places, or a level that is not positive.

    References
    ----------
    R. J. Barro and X. Sala-i-Martin, *Economic Growth* (2004), chapter 11.

    >>> round(sigma([100, 200, 400, 800, 1600]), 4)
    0.9803
    """
    logs = [log(x) for x in _checked(levels)]
    mean = fsum(logs) / len(logs)
    return sqrt(fsum((y - mean) ** 2 for y in logs) / (len(logs) - sample))


def variation(levels: Sequence[float]) -> float:
    """Return the coefficient of variation: population standard deviation over the mean."""
    numbers = _checked(levels)
    mean = fsum(numbers) / len(numbers)
    return sqrt(fsum((x - mean) ** 2 for x in numbers) / len(numbers)) / mean


def beta(start: Mapping[str, float], end: Mapping[str, float], *, years: int) -> Beta:
    """Return the slope b of `(1/T) ln(y_T / y_0) = a + b ln y_0`, and `−ln(1 + bT)/T`.

    Parameters
    ----------
    start, end : mapping of place to level
        Per-head levels of both years; places without both are left out.
    years : int
        How many years lie between them.

    Raises
    ------
    ValueError
        With fewer than five places, a level that is not positive, or no spread at the start.

    References
    ----------
    R. J. Barro and X. Sala-i-Martin, *Economic Growth* (2004), chapter 11.
    """
    both = [p for p in start if p in end]
    first = [log(x) for x in _checked([start[p] for p in both])]
    last = [log(x) for x in _checked([end[p] for p in both])]
    growth = [(b - a) / years for a, b in zip(first, last, strict=True)]
    mean_x, mean_y = fsum(first) / len(first), fsum(growth) / len(growth)
    spread = fsum((x - mean_x) ** 2 for x in first)
    if spread == 0:
        raise ValueError("all places start at one level")
    slope = fsum((x - mean_x) * (y - mean_y) for x, y in zip(first, growth, strict=True)) / spread
    inside = 1 + slope * years
    return Beta(slope, -log(inside) / years * 100 if inside > 0 else None, years, len(both))


def _checked(levels: Sequence[float]) -> Sequence[float]:
    if len(levels) < FEWEST:
        raise ValueError(f"convergence needs {FEWEST} places at least")
    if min(levels) <= 0:
        raise ValueError("convergence needs positive levels")
    return levels
