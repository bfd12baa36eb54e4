"""Growth over a whole span: all yearly rates multiplied, or the end beside the base."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.calc.interval import Interval


def span_growth_of(rates: Sequence[Interval]) -> Interval:
    """Return `(∏(1 + p_k/100) − 1) × 100`, in per cent over the whole span.

    Parameters
    ----------
    rates : sequence of Interval
        Growth of every year after the base, in per cent, all real or all nominal.

    References
    ----------
    *METHODS* of the statistical yearbooks: a chained index is the product of yearly indices
    (Sichuan Statistical Yearbook 2008, 发展速度: 定基发展速度等于各环比发展速度的连乘积).

    Examples
    --------
    Guangdong's industry in January and February (provincial bureau, 24 March 2021): 44.6 % in 2021
    after −23.2 % in 2020 is 11.1 % on 2019, printed 11.1:

    >>> from cpstats.calc.interval import Interval
    >>> found = span_growth_of([Interval(-23.2, -23.25, -23.15), Interval(44.6, 44.55, 44.65)])
    >>> round(found.value, 2), round(found.low, 2), round(found.high, 2)
    (11.05, 10.94, 11.16)
    """
    factors = [rate / 100 + 1 for rate in rates]
    return (reduce(lambda a, b: a * b, factors) - 1) * 100
