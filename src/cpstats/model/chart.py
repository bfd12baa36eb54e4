"""What of an answer can be drawn: panels of series, with gaps and breaks where there are some.

A chart holds nothing that the answer does not: figures that have a value, each with its interval.
A line has a gap where there is no figure, and a break where levels of another release begin.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.errors import NoAnswerError
from cpstats.message import Message
from cpstats.model.period import Freq, Period
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT, POINTS, unit_text
from cpstats.model.words import BASIS, MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report
    from cpstats.model.text import Lang

SPANNING = (Freq.SPAN, Freq.OPEN)
PARTS = {Freq.HALF: 2, Freq.QUARTER: 4, Freq.MONTH: 12}  # of a year
RANKS, PLACES_UP = ("rank", "growth_rank"), ("rank_change", "growth_rank_change")
TOLD_IN_MEASURE = PERCENT, POINTS  # units that the words of the measure say


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one name in the order of their periods, in runs that a line may join."""

    name: Text
    runs: tuple[tuple[Figure, ...], ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the series."""
        return tuple(f for run in self.runs for f in run)


@dataclass(frozen=True, slots=True)
class Panel:
    """What shares one axis: a quantity in one unit, on one price basis.

    `periods` are those of the horizontal axis, a missing year among them; a panel of one period has
    a bar for each series, in the order of the answer.
    """

    title: Text
    unit: Text
    periods: tuple[Period, ...]
    series: tuple[Series, ...]

    @property
    def falls(self) -> bool:
        """Whether the best is the smallest number: a rank."""
        return self.series[0].figures[0].measure in RANKS

    @property
    def bars(self) -> bool:
        """Whether the names are compared in one period, and nothing runs over time."""
        return len(self.periods) == 1

    @property
    def runs(self) -> bool:
        """Whether any two figures follow one another."""
        return any(len(run) > 1 for s in self.series for run in s.runs)

    @property
    def broken(self) -> bool:
        """Whether a line is broken between two figures that follow one another."""
        return any(_next(one[-1], two[0]) for s in self.series for one, two in pairwise(s.runs))


def panels_of(report: Report) -> tuple[Panel, ...]:
    """Return the panels of an answer: those that run over time, or compare several names.

    Figures of one quantity, unit, price basis and kind of period stand in one panel; the series are
    the places, or the indicators where the answer is about one place.

    Raises
    ------
    NoAnswerError
        When nothing can be drawn: no figures, or a single one.
    """
    drawn = [f for f in _ranked(report.figures) if f.value is not None and not f.bound]
    several = len({f.ref_area for f in drawn}) > 1
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in drawn:
        period = Period.parse(figure.time_period)
        what = (_kind(figure), figure.price_basis, figure.unit, period.freq.name)
        alike = figure.time_period if period.freq in SPANNING else ""
        alike = str(period.sub) if period.freq is Freq.YTD else alike
        subject = figure.indicator if several else figure.ref_area
        groups.setdefault((subject, *what, alike), []).append(figure)
    made = [_panel(report, found, several=several) for found in groups.values()]
    made = [p for p in made if len(p.periods) > 1 or len(p.series) > 1]
    if not made:
        raise NoAnswerError(
            Message(
                "there is nothing to draw: a single figure or none", "没有可画的图：数据不足两个"
            ),
            mend=Message("Ask for more periods or places.", "请多取几个时期或地区。"),
        )
    return tuple(p for p in made if p.bars or p.runs) or tuple(made)


def _ranked(figures: Sequence[Figure]) -> list[Figure]:
    """Return what is ranked instead of the ranks, the first first, where they are of one period."""
    ranks = [f for f in figures if f.measure in RANKS and f.value is not None and f.inputs]
    if len({f.time_period for f in ranks}) != 1:
        return [*figures]
    inputs = [f.inputs[0] for f in sorted(ranks, key=lambda f: (f.measure, f.value or 0.0))]
    return [*inputs, *(f for f in figures if f.measure not in (*RANKS, *PLACES_UP))]


def _panel(report: Report, found: Sequence[Figure], *, several: bool) -> Panel:
    by_name: dict[str, dict[str, Figure]] = {}
    for figure in found:
        name = figure.ref_area if several else _part(figure)
        by_name.setdefault(name, {}).setdefault(figure.time_period, figure)
    periods = _axis({Period.parse(f.time_period) for f in found})
    series = tuple(
        Series(report.names.get(name, same(name)), _runs(sorted(figures.values(), key=_when)))
        for name, figures in by_name.items()
    )
    first = found[0]
    subject = [report.names.get(first.indicator, same(first.indicator))]
    if not several:
        own = subject if len(by_name) == 1 or _part(first) != first.indicator else []
        subject = [*own, report.names.get(first.ref_area, same(first.ref_area))]
    return Panel(_title(subject, found[0], periods), _unit(found[0]), periods, series)


def _kind(figure: Figure) -> str:
    return figure.measure.partition(":")[0]


def _part(figure: Figure) -> str:
    """Return the indicator, or which part of it a contribution is of."""
    return figure.measure.partition(":")[2] or figure.indicator


def _title(subject: Iterable[Text], figure: Figure, periods: Sequence[Period]) -> Text:
    """Return what is drawn, on which prices, and when if it is one period."""
    words = [joined(list(subject), en=" · ", zh=" · ")]
    kind = _kind(figure)
    basis = BASIS.get(figure.price_basis.partition(":")[0], same(""))
    if kind == "level":
        prices = {"constant": Text("at constant prices", "不变价")}
        basis = prices.get(figure.price_basis.partition(":")[0], same(""))
        words += [basis] if basis.en else []
    else:
        measure = (
            Text("index", "指数")
            if figure.base_period and kind == "index"
            else MEASURE.get(kind, same(kind))
        )
        blank = Text(" ", "") if basis.en else same("")
        words.append(basis + blank + measure)
    if len(periods) == 1:
        words.append(Text(periods[0].label("en"), periods[0].label("zh")))
    return joined(words, en=" · ", zh=" · ")


def _unit(figure: Figure) -> Text:
    if _kind(figure) == "index" and not figure.base_period:  # the words say it
        return same("")
    unit = unit_text(figure.unit) if figure.unit else same("")
    told = MEASURE.get(_kind(figure), same("")).en
    return (
        same("") if figure.unit in TOLD_IN_MEASURE and ("%" in told or "points" in told) else unit
    )


def _axis(periods: set[Period]) -> tuple[Period, ...]:
    """Return the periods of an axis, those between among them that have no figure."""
    have = sorted(periods)
    freq = have[0].freq
    if freq in SPANNING:
        return tuple(have)
    parts = PARTS.get(freq, 1)
    every = range(_number(have[0]), _number(have[-1]) + 1)
    if parts == 1:
        return tuple(Period(freq, n, have[0].sub) for n in every)
    return tuple(Period(freq, (n - 1) // parts, (n - 1) % parts + 1) for n in every)


def _runs(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Return figures in runs: a gap of years or, of levels, another release parts them."""
    runs: list[list[Figure]] = []
    for figure in figures:
        if runs and _next(runs[-1][-1], figure) and not _breaks(runs[-1][-1], figure):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return tuple(tuple(run) for run in runs)


def _when(figure: Figure) -> Period:
    return Period.parse(figure.time_period)


def _next(one: Figure, two: Figure) -> bool:
    """Return whether two figures follow one another: no period is missing between them."""
    return _number(_when(two)) - _number(_when(one)) == 1


def _number(period: Period) -> int:
    """Return which period of its kind this is, counted on without a gap."""
    parts = PARTS.get(period.freq, 1)
    return period.year * parts + (period.sub if parts > 1 else 0)


def _breaks(one: Figure, two: Figure) -> bool:
    return one.measure == "level" and one.method == "published" and one.release != two.release


SHORT = (Freq.ANNUAL, Freq.HALF, Freq.QUARTER, Freq.MONTH)


def axis_label(period: Period, lang: Lang) -> str:
    """Return a period as an axis says it: 2024, 2024-Q1, Jan–Sep 2024."""
    return str(period) if period.freq in SHORT else period.label(lang)
