"""Cumulated periods (累计) become single ones (当季, 当月), and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.calc.interval import Interval


def single_periods(
    cumulated: Mapping[int, Interval], *, first_together: int = 1
) -> dict[int, Interval | None]:
    """Return the figure of each single period of one year.

    `x_q = Y_q − Y_(q−1)`; the first period of the year is its own cumulation. Where the cumulation
    before it is missing there is None.

    Parameters
    ----------
    cumulated : mapping of number of quarters or months to Interval
        One year's figures cumulated from January: `{1: Q1, 2: H1, 3: Jan–Sep, 4: the year}`.
    first_together : int
        2 for monthly series that publish January and February only together (1—2月): neither
        month can be told alone.

    References
    ----------
    National Bureau of Statistics, quarterly GDP, note: 累计数据由当季数据相加得到.

    Examples
    --------
    China, January–September and January–June 2021 (NBS; third quarter printed 289919.3):

    >>> from cpstats.calc.interval import Interval
    >>> year = {2: Interval(529513.0), 3: Interval(819432.3)}
    >>> found = single_periods(year)
    >>> found[2], round(found[3].value, 1)
    (None, 289919.3)
    """
    found: dict[int, Interval | None] = {}
    for number, total in sorted(cumulated.items()):
        before = cumulated.get(number - 1)
        if number <= first_together:
            found[number] = total if number == 1 and first_together == 1 else None
        else:
            found[number] = total - before if before is not None else None
    return found


def cumulated_periods(single: Mapping[int, Interval]) -> dict[int, Interval | None]:
    """Return the cumulation up to each period of one year, None from the first missing one on."""
    found: dict[int, Interval | None] = {}
    total: Interval | None = None
    for number in range(1, max(single, default=0) + 1):
        here = single.get(number)
        if number == 1:
            total = here
        else:
            total = total + here if total is not None and here is not None else None
        found[number] = total
    return found


def single_growth_of(
    now: Interval, growth: Interval, before: Interval, growth_before: Interval
) -> Interval | None:
    """Return the growth of a single period, of two cumulations and their published growth.

    `(Y_q − Y_(q−1)) / (Y_q / (1 + g_q) − Y_(q−1) / (1 + g_(q−1))) − 1`, in per cent; None where the
    figure of the year before that follows is not above 0.

    Parameters
    ----------
    now, before : Interval
        The cumulations up to the period and up to the one before it.
    growth, growth_before : Interval
        Their growth on the same cumulation of the year before, in per cent.

    References
    ----------
    National Bureau of Statistics, quarterly GDP, note: 累计数据由当季数据相加得到; so of both years.

    Examples
    --------
    100 and 220 after 80 and 200 a year before: 25 and 10 per cent; the second period alone is 120
    after 120:

    >>> from cpstats.calc.interval import Interval
    >>> found = single_growth_of(*(Interval(x) for x in (220.0, 10.0, 100.0, 25.0)))
    >>> abs(round(found.value, 9))
    0.0
    """
    from itertools import product

    from cpstats.calc.interval import Interval as Number

    numbers = (now, growth, before, growth_before)

    def of(y: float, g: float, x: float, h: float) -> float | None:
        then = y / (1 + g / 100) - x / (1 + h / 100)
        return ((y - x) / then - 1) * 100 if then > 0 else None

    value = of(now.value, growth.value, before.value, growth_before.value)
    if value is None:
        return None
    ends = [(n.low, n.high) for n in numbers if n.low is not None and n.high is not None]
    corners = [of(*corner) for corner in product(*ends)] if len(ends) == len(numbers) else [None]
    if any(c is None for c in corners):
        return Number(value)
    known = [c for c in corners if c is not None]
    return Number(value, min(known), max(known))
