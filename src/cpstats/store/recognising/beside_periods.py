"""Columns without a period beside those of periods: a growth that is of one of them, a mean, a rank, a total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.period import Period

TWO = 2
# what is no figure of one period
BESIDE = re.compile(
    r"(?:年均|平均|均值|合计|总计|位次|排名|名次|占比|比重|rank|average|mean|total|change|cagr|growth rate)",
    re.IGNORECASE,
)


def period_grown(levels: Sequence[Period], labels: Sequence[str]) -> list[Period]:
    """Return the period that growth without one is of: the one beside it, or the later of two in a row.

    Of more periods, or of two that are years apart, it may be a mean: none is returned.

    >>> from cpstats.model.period import annual
    >>> one, two, four = annual(2021), annual(2022), annual(2024)
    >>> [list(map(str, period_grown(found, ["growth (%)"]))) for found in ([one], [two, one], [one, four])]
    [['2021'], ['2022'], []]
    """
    periods = list(dict.fromkeys(levels))
    newest = max(periods, default=None)
    if newest is None or len(periods) > TWO:
        return []
    apart = len(periods) == TWO and min(periods) != newest.year_before()
    if apart or (len(periods) == TWO and any(map(BESIDE.search, labels))):
        return []
    return [newest]
