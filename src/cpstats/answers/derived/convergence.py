"""Whether places grow alike: dispersion of each period, and catching up between two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import members
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.convergence import FEWEST, beta, sigma, variation
from cpstats.model.figure import Figure, plain, together
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT
from cpstats.selecting.computed import empty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Convergence", "趋同")
WHAT = Text(
    "dispersion of logarithms over places (sigma), variation, and catching up (beta)",
    "各地区对数标准差（σ）、变异系数与追赶速度（β）",
)
TAKES = ("among", "ends")
EXAMPLE = "cpstats derive convergence gdp --among beijing --period 2017..2022"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield sigma and variation of each period, then beta between the first and the last.

    Levels of one period have one tag (S6); beta needs both periods of one series (S5).
    """
    among = members(settings, EXAMPLE)
    parent = settings.group.parent
    for indicator in question.indicators:
        within = figures.most_within(indicator, among)
        periods = _periods(question, settings, within)
        for period in periods:
            yield from _dispersion(indicator, parent, period, within.get(period, {}))
        alike = [p for p in periods if (p.freq, p.sub) == (periods[0].freq, periods[0].sub)]
        if len(alike) > 1:  # the same part of two years
            yield catching_up(figures, indicator, parent, among, alike)


def _periods(
    question: Question, settings: Settings, found: Mapping[Period, object]
) -> list[Period]:
    """Return the periods between the base and the last one, else those of the window."""
    if settings.ends is None:
        return asked_periods(question, found)
    first, last = settings.ends
    own = (first.freq, first.sub)
    between = {p for p in found if (p.freq, p.sub) == own and first <= p <= last}
    return sorted({*between, first, last})


def _given(indicator: str, parent: str, period: Period) -> dict[str, Any]:
    return {"indicator": indicator, "ref_area": parent, "time_period": str(period)}


def _dispersion(
    indicator: str, parent: str, period: Period, found: Mapping[str, Figure]
) -> Iterator[Figure]:
    used = [f for f in found.values() if f.value is not None and f.value > 0]
    given = _given(indicator, parent, period)
    for measure, calculation in (("sigma", sigma), ("variation", variation)):
        if len(used) < FEWEST or len(used) < len(found):
            reason = "too_few" if len(found) < FEWEST else "base_nonpositive"
            yield empty(reason, list(found.values()), measure=measure, **given)
            continue
        values = [f.value for f in used if f.value is not None]
        yield _made(calculation(values), used, measure, "population", given)


def catching_up(
    figures: Figures, indicator: str, parent: str, among: tuple[str, ...], periods: list[Period]
) -> Figure:
    """Return the speed of catching up between the first and the last of some periods (S5)."""
    first, last = periods[0], periods[-1]
    years = last.year - first.year
    given = _given(indicator, parent, last) | {"base_period": str(first), "unit": PERCENT}
    start, end = {}, {}
    for area in among:
        basis = figures.level_basis(indicator, area)
        pair = figures.comparable_over_time(indicator, area, (first, last), basis)
        if pair is not None:
            start[area], end[area] = pair[first], pair[last]
    if len(start) < FEWEST:
        have = [a for a in among if {first, last} <= set(figures.levels(indicator, a))]
        reason = "mixed_vintage" if len(have) >= FEWEST else "too_few"
        return empty(reason, measure="beta_speed", **given)
    used = [*start.values(), *end.values()]
    if any(f.value is None or f.value <= 0 for f in used):
        return empty("base_nonpositive", used, measure="beta_speed", **given)
    found = beta(
        {a: f.value for a, f in start.items() if f.value is not None},
        {a: f.value for a, f in end.items() if f.value is not None},
        years=years,
    )
    if found.speed is None:
        return empty("too_few", used, measure="beta_speed", **given)
    return _made(found.speed, used, "beta_speed", "least_squares", given)


def _made(
    value: float, used: list[Figure], measure: str, method: str, given: dict[str, Any]
) -> Figure:
    formula = {
        "sigma": "√(Σ(ln y − mean)² / n)",
        "variation": "√(Σ(y − mean)² / n) / mean",
        "beta_speed": "−ln(1 + bT)/T × 100, (1/T) ln(y_T/y_0) = a + b ln y_0",
    }[measure]
    return Figure(
        value=plain(value),
        n=len(used) if measure != "beta_speed" else len(used) // 2,
        measure=measure,
        method=method,
        decimals=4 if measure != "beta_speed" else 2,
        formula=same(formula),
        inputs=tuple(used),
        vintage=together([f.vintage for f in used]),
        source=together([f.source for f in used]),
        **given,
    )
