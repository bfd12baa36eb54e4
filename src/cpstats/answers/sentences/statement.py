"""What a sentence says of one indicator of one place in one period: the figures, and what is lacking."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpstats.answers.averages import gap_of_averages, told_average
from cpstats.model.period import Freq, Period, span
from cpstats.selecting.average import average, published_on, window_of
from cpstats.selecting.pair import compared, gap_between, told_gap
from cpstats.selecting.rates import grows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.figure import Figure
    from cpstats.selecting.pair import Pair

REACHED = ("milestone", "total", "maximum")
FORECAST, AT_CONSTANT = "forecast", "constant"


@dataclass(frozen=True, slots=True)
class Lack:
    """A number that is not written, and why: a code of `words.REASON`, `forecast` or `constant`."""

    what: str
    period: Period
    reason: str
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The figures of one sentence.

    `level` may also be what was reached over a span; `growth` an average over it, `gap` its gap.
    `part` is the share of the benchmark, or the gap of two rates; `beside` the benchmark's level
    where neither is meaningful.
    """

    pair: Pair
    period: Period
    level: Figure | None = None
    part: Figure | None = None
    growth: Figure | None = None
    gap: Figure | None = None
    beside: Figure | None = None
    lacks: tuple[Lack, ...] = field(default=())

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures behind the sentence, in the order of its numbers."""
        found = (self.level, self.part, self.growth, self.gap, self.beside)
        return tuple(f for f in found if f is not None)


def in_period(pair: Pair, period: Period) -> Statement:
    """Return what may be said of a period: level, share (or gap of rates), growth and its gap."""
    lacks: list[Lack] = []
    level, part, beside = _level(pair, period, lacks)
    growth, gap = _growth(pair, period, lacks)
    return Statement(
        pair=pair,
        period=period,
        level=level,
        part=part,
        growth=growth,
        gap=gap,
        beside=beside,
        lacks=tuple(lacks),
    )


def over(pair: Pair, years: Period) -> Iterator[Statement]:
    """Yield what may be said of a span of years: its average growth, and what was reached in it."""
    if grows(pair.indicator) and years.freq is Freq.SPAN:
        yield _average(pair, years)
    for measure, basis, other in pair.figures.keys(pair.ident, pair.area):
        if measure in REACHED:
            series = pair.figures.series(pair.ident, pair.area, measure, basis, other)
            for period, figure in series.items():
                inside = years.first_day <= period.first_day and period.last_day <= years.last_day
                if period.freq is Freq.SPAN and inside:
                    yield Statement(pair=pair, period=period, level=figure)


def _said(what: str, period: Period, figure: Figure | None, lacks: list[Lack]) -> Figure | None:
    """Return a figure that may be written: known, no forecast, of one release."""
    reason = "missing_current" if figure is None else figure.reason
    if figure is not None and what == "level" and figure.price_basis.startswith("constant"):
        reason = AT_CONSTANT
    if figure is not None and figure.obs_status == FORECAST:
        reason = FORECAST
    if not reason and figure is not None and figure.value is not None:
        return figure
    lacks.append(Lack(what, period, reason, figure))
    return None


def _level(
    pair: Pair, period: Period, lacks: list[Lack]
) -> tuple[Figure | None, Figure | None, Figure | None]:
    """Return the level, what it is of the benchmark, else the benchmark's level."""
    ours, theirs = (pair.figures.levels(pair.ident, area) for area in pair.places)
    if not ours:
        return None, None, None
    both = pair.within.get(period, {})
    if any(f.price_basis.startswith("constant") for f in both.values()):
        both = {}  # no sentence has levels at constant prices
    level = _said("level", period, both.get(pair.area, ours.get(period)), lacks)
    if level is None or not pair.other:
        return level, None, None
    other = both.get(pair.other, theirs.get(period))
    if pair.kind == "none" or not theirs:
        return level, None, None
    if pair.kind == "ratio":
        return level, None, both.get(pair.other)
    made = compared(pair, level, other, period, comparable=bool(both))
    return level, _said("part", period, made, lacks), None


def _is_across(pair: Pair, period: Period) -> bool:
    """Whether a place was another territory a year before, of which there is a level."""
    levels = pair.figures.levels(pair.ident, pair.area)
    broken = pair.figures.catalogue.places.breaks(pair.area, period.year - 1, period.year)
    return bool(broken) and period in levels and period.year_before() in levels


def _growth(pair: Pair, period: Period, lacks: list[Lack]) -> tuple[Figure | None, Figure | None]:
    ours, theirs = (pair.growths.get(area, {}) for area in pair.places)
    told = told_gap(pair, period) if pair.other else None
    if not pair.indicator.growth_basis and not ours and told is None:
        return None, None
    if period not in ours and _is_across(pair, period):
        lacks.append(Lack("growth", period, "series_break", None))
        return None, told
    growth = _said("growth", period, ours.get(period), lacks)
    if growth is None or growth.bound or not pair.other or not theirs:
        return growth, told
    gap = gap_between(pair, growth, theirs.get(period), period)
    return growth, told if gap.value is None and told else _said("gap", period, gap, lacks)


def _average(pair: Pair, years: Period) -> Statement:
    """Return the average over the years that are known: all of them, else up to the last known."""
    lacks: list[Lack] = []
    for last in range(years.year, years.first_year, -1):
        known = span(years.first_year, last)
        made, told = _made(pair, pair.area, known), _told(pair, pair.area, known)
        chosen = told or made
        if chosen.value is None or chosen.reason:
            if known == years and pair.indicator.growth_basis:
                lacks.append(Lack("average", years, chosen.reason, made))
            continue
        gap = _gap(pair, known, (chosen, made, told), lacks) if pair.other else None
        return Statement(pair=pair, period=known, growth=chosen, gap=gap, lacks=tuple(lacks))
    return Statement(pair=pair, period=years, lacks=tuple(lacks))


def _made(pair: Pair, area: str, years: Period) -> Figure:
    base, end = window_of(years)
    return average(pair.figures, pair.ident, area, base, end, basis=pair.question.basis)


def _told(pair: Pair, area: str, years: Period, measure: str = "average_growth") -> Figure | None:
    """Return the published average of years that were all over when it appeared."""
    figure = told_average(pair, area, years, pair.question.basis, measure)
    if figure is None or figure.value is None or figure.obs_status == FORECAST:
        return None
    day = published_on(pair.figures, figure)
    return figure if day is None or years.last_day < day else None


def _gap(
    pair: Pair,
    years: Period,
    ours: tuple[Figure, Figure, Figure | None],
    lacks: list[Lack],
) -> Figure | None:
    """Return the gap of averages: that of the same publication, else of comparable rates.

    A published average that differs from the chained rates by more than rounding is of revised
    rates: the benchmark's first rates are not taken from it.
    """
    chosen, made, told = ours
    printed = _told(pair, pair.area, years, "average_growth_gap")
    if printed is not None and told is not None and printed.source == told.source:
        return printed
    theirs = _made(pair, pair.other, years), _told(pair, pair.other, years)
    gap = gap_of_averages(pair, (chosen, told), theirs, years)
    if told is not None and made.value is not None and not made.meets(told):
        gap = replace(gap, value=None, reason="mixed_vintage")
    return _said("average_gap", years, gap, lacks)
