"""Average growth by the other methods, from levels of one release: 累计法, least squares, exponential."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.calc.cumulative_growth import cumulative_growth
from cpstats.calc.interval import Interval
from cpstats.calc.trend_growth import exponential_growth, least_squares_growth
from cpstats.model.period import Freq, Period, span
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import computed, empty, interval, shown
from cpstats.selecting.rates import ASKED, level_bases

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.selecting.figures import Figures

METHODS = ("cumulative", "least-squares", "exponential")


def by_method(
    figures: Figures,
    indicator: str,
    area: str,
    base: Period,
    end: Period,
    *,
    method: str,
    basis: str = "",
) -> Figure:
    """Return average growth a year by a named method.

    Parameters
    ----------
    base, end : Period
        The base is no year of growth.
    method : {"cumulative", "least-squares", "exponential"}
        The first needs every year; least squares takes the years there are, the third the ends.
    basis : {"", "real", "nominal"}
        Of levels at constant or at current prices; empty takes those that are shown.

    Returns
    -------
    Figure
        Empty with a reason where the levels that are needed are not in one release (S5), or none
        are on that price basis.
    """
    steps = end.year - base.year
    every = [base, *(base.year_before(-k) for k in range(1, steps + 1))]
    needed = every if method == "cumulative" else [base, end]
    price = figures.level_basis(indicator, area)
    if basis:
        price = next(iter(level_bases(figures, indicator, area, ASKED[basis])), ASKED[basis])
    levels = figures.series(indicator, area, "level", price)
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": area,
        "time_period": str(span(base.year + 1, end.year)) if end.freq is Freq.ANNUAL else str(end),
        "base_period": str(base),
        "n": steps,
        "measure": "average_growth",
        "method": method.replace("-", "_"),
        "price_basis": price.partition(":")[0],
        "unit": PERCENT,
    }
    if not levels and figures.levels(indicator, area):
        return empty("mixed_price_basis", **given)
    if base not in levels:
        return empty("missing_base", absent=(str(base),), **given)
    if lacking := tuple(str(p) for p in needed if p not in levels):
        return empty("missing_current", absent=lacking, **given)
    found = figures.comparable_over_time(indicator, area, needed, price)
    if found is None:
        ends = [levels[base], levels[end]]
        reason = "bound_only" if any(levels[p].bound for p in needed) else figures.apart(ends)
        return empty(reason, ends, **given)
    if method == "least-squares":
        found = figures.most_over_time(indicator, area, every, price, ends=(base, end))
    if any(f.value is None or f.value <= 0 for f in found.values()):
        return empty("base_nonpositive", list(found.values()), **given)
    made, formula = _computed(found, base, method)
    return computed(made, list(found.values()), formula, decimals=2, **given)


def _computed(found: dict[Period, Figure], base: Period, method: str) -> tuple[Interval, Text]:
    after = [f for p, f in found.items() if p != base]
    start = found[base]
    if method == "cumulative":
        total = " + ".join(shown(f) for f in after)
        n = len(after)
        formula = Text(
            f"x + x² + … + x^{n} = ({total}) / {shown(start)}, (x − 1) × 100",
            f"x + x² + … + x^{n} = ({total}) / {shown(start)}，(x − 1) × 100",
        )
        return cumulative_growth(interval(start), [interval(f) for f in after]), formula
    values = {p.year: f.value for p, f in found.items() if f.value is not None}
    if method == "least-squares":
        years = ", ".join(str(y) for y in values)
        formula = Text(
            f"(e^b − 1) × 100, ln X = a + b t over {years}",
            f"(e^b − 1) × 100，ln X = a + b t，年份：{years}",
        )
        return Interval(least_squares_growth(values)), formula
    last = after[-1]
    ends = [interval(f) for f in (start, last)]
    n = max(values) - min(values)
    low, high = (
        exponential_growth({0: a, n: b}) if a is not None and b is not None else None
        for a, b in ((ends[0].high, ends[1].low), (ends[0].low, ends[1].high))
    )
    formula = same(f"100 × ln({shown(last)} / {shown(start)}) / {n}")
    return Interval(exponential_growth(values), low, high), formula
