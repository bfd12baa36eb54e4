"""Growth computed from levels of one release: on the year before, on the period before, annualised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import adjusted, no_rates
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.growth import annualised_of, growth_of
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.kinds import is_rate
from cpstats.model.period import Freq, Period
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown
from cpstats.selecting.rates import ASKED, level_bases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.calc.interval import Interval
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Growth from levels", "由水平值计算的增速")
WHAT = Text(
    "growth of levels of one release: --on year, period or annualised; nominal for money",
    "同一版本水平值的增速：--on year（同比）、period（环比）、annualised（折年率）；金额为名义",
)
TAKES = ("on", "unadjusted", "basis")
EXAMPLE = "cpstats derive growth gdp -p beijing --period 2018..2024"
MEASURES = {"year": "growth", "period": "growth_on_period", "annualised": "growth_annualised"}
PER_YEAR = {Freq.ANNUAL: 1, Freq.FISCAL: 1, Freq.HALF: 2, Freq.QUARTER: 4, Freq.MONTH: 12}


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the growth of every period; an earlier period of another release is no base (S5)."""
    if settings.on not in MEASURES:
        raise UsageError(
            Message("--on does not know “{}”", "--on 不认识“{}”", settings.on),
            mend=Message("Known: {}.", "可用：{}。", MEASURES),
        )
    if settings.on == "annualised":
        no_rates(question.indicators, figures.catalogue)
        if not settings.unadjusted:
            adjusted(question.indicators, figures.catalogue)
    for indicator in question.indicators:
        for area in question.places:
            price = _price(figures, indicator, area, question.basis)
            levels = figures.series(indicator, area, "level", price)
            for period in asked_periods(question, levels):
                if settings.on == "year" or period.freq in PER_YEAR:
                    yield _growth(figures, levels, (indicator, area, price), period, settings.on)


def _price(figures: Figures, indicator: str, area: str, asked: str) -> str:
    """Return the price basis of the levels: at constant prices where real growth is asked for."""
    if not asked:
        return figures.level_basis(indicator, area)
    if asked == "nominal":
        return figures.nominal_basis(indicator, area)
    return next(iter(level_bases(figures, indicator, area, ASKED[asked])), ASKED[asked])


def _growth(
    figures: Figures,
    levels: Mapping[Period, Figure],
    ident: tuple[str, str, str],
    period: Period,
    on: str,
) -> Figure:
    indicator, area, price = ident
    before = period.year_before() if on == "year" else period.previous()
    points = is_rate(figures.catalogue.indicators[indicator].unit)
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": area,
        "time_period": str(period),
        "base_period": str(before),
        "measure": "change" if points else MEASURES[on],
        "method": "difference" if points else "quotient",
        "price_basis": price.partition(":")[0],
        "unit": POINTS if points else PERCENT,
    }
    now, then = levels.get(period), levels.get(before)
    if now is None:
        return empty("missing_current", absent=(str(period),), **given)
    if then is None:
        return empty("missing_base", (now,), absent=(str(before),), **given)
    pair = figures.comparable_over_time(indicator, area, (before, period), price)
    reason = ""
    if pair is not None:
        now, then = pair[period], pair[before]
    elif now.bound or then.bound:
        return empty("bound_only", (then, now), **given)
    elif not figures.allow_mixed:
        return empty(figures.apart((then, now)), (then, now), **given)
    else:
        reason = "mixed_vintage"
    if not points and (nonpositive(then) or (now.value or 0.0) < 0):
        return empty("base_nonpositive", (then, now), **given)  # from profit to loss: no rate
    made, formula = _difference(now, then) if points else _quotient(now, then, period, on)
    return computed(made, (now, then), same(formula), decimals=2, reason=reason, **given)


def _difference(now: Figure, then: Figure) -> tuple[Interval, str]:
    return interval(now) - interval(then), f"{shown(now)} − {shown(then)}"


def _quotient(now: Figure, then: Figure, period: Period, on: str) -> tuple[Interval, str]:
    ratio = f"{shown(now)} / {shown(then)}"
    if on != "annualised":
        return growth_of(interval(now), interval(then)), f"({ratio} − 1) × 100"
    per_year = PER_YEAR[period.freq]
    made = annualised_of(interval(now), interval(then), per_year)
    return made, f"(({ratio})^{per_year} − 1) × 100"
