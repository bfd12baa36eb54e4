"""A place beside its benchmark: by period, then average growth over the span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.averages import averages
from cpstats.answers.lettered import Marks
from cpstats.answers.lines import (
    Line,
    basis_of_growth,
    level_cell,
    prices_of,
    quotient_column,
    rate_cell,
    there_is,
    without_empty,
)
from cpstats.answers.notes import growth_notes, labels, release_notes, report_of
from cpstats.answers.places_beside import beside
from cpstats.answers.show_cells import at_prices
from cpstats.answers.shown_periods import asked_periods, label_of
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.period import Freq, Period, annual
from cpstats.model.report import Block, Column, Key, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import POINTS
from cpstats.model.words import BASIS, REASON
from cpstats.selecting.figures import Figures
from cpstats.selecting.pair import Made, Pair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.model.report import Cell
    from cpstats.store.package import Package

REFUSED = ("mixed_vintage", "mixed_price_basis", "unit_mismatch", "bound_only", "base_nonpositive")
PLACES = 5  # period, and level and growth of both: always shown
FEW = 6  # places that a title names
RECENT = 10  # years shown when no period is asked for


def compare(question: Question, package: Package, *, every: bool = False) -> Report:
    """Answer `compare INDICATOR`: each place beside the benchmark.

    Levels that make a share or a ratio come from one release (S6); a gap of rates names the
    releases of both; averages are computed and published side by side (S7, S8). Of many places a
    table of averages has those that have one, with `every` all (to be sorted, chosen and counted).
    """
    figures = Figures.of(package, question, question.indicators)
    marks = Marks(figures)
    blocks: list[Block] = []
    found: list[Figure] = []
    notes: list[Text] = []
    places = [p for p in question.places if p != question.benchmark]
    if not places:
        raise UsageError(
            Message("a place cannot be compared with itself", "地区不能与自身对比"),
            mend=Message("Name another --vs.", "请另指定 --vs。"),
        )
    for indicator in question.indicators:
        pairs = [Pair(figures, question, indicator, area) for area in places]
        for made in beside(pairs, marks, every=every) if len(pairs) > 1 else alone(pairs[0], marks):
            blocks += made.blocks
            found += made.figures
            notes += made.notes
    catalogue = figures.catalogue
    names = [catalogue.indicators[i].name for i in question.indicators]
    shown = joined([catalogue.places[p].name for p in places])
    if len(places) > FEW:
        shown = Text(f"{len(places)} places", f"{len(places)}个地区")
    against = (
        Text(" against ", "与") + catalogue.places.in_prose(question.benchmark) + Text("", "对比")
    )
    title = joined(names) + same(" · ") + shown + against
    notes += release_notes(figures)
    return report_of(title, found, blocks, figures, notes=notes, marks=marks.texts())


def alone(pair: Pair, marks: Marks) -> list[Made]:
    """Return one place: a row for each period, then average growth over the span."""
    return [by_period(pair, marks), averages(pair, marks)]


def by_period(pair: Pair, marks: Marks) -> Made:
    """Return levels, growth, gap and share (or ratio, or gap of rates) of each period."""
    levels = pair.levels
    growths = [pair.growths[p] for p in pair.places]
    notes: list[Text] = []
    rows, found, keys = [], [], []
    lines = {p: Line.of(pair, p) for p in _periods(pair, [*levels, *growths], notes)}
    own = basis_of_growth(pair, lines.values())
    prices = prices_of(basis for series in levels for basis in series.said("price_basis"))
    for period, line in lines.items():
        rows.append(
            (
                label_of(period),
                level_cell(line.level, prices, marks),
                rate_cell(line.growth, own, marks),
                level_cell(line.other, prices, marks),
                rate_cell(line.other_growth, own, marks),
                line.gap_cell(marks),
                line.quotient_cell(marks),
            )
        )
        keys.append(Key(pair.ident, pair.area, str(period)))
        found += line.figures
    notes += growth_notes(found) + _why_empty(pair, found)
    notes += _absent(pair, levels[0], growths[0], rows)
    title = _title(pair, own, prices)
    unit = pair.figures.unit(pair.ident, *pair.places)
    columns = _columns(pair)
    block = Block(columns, tuple(rows), title=title, keys=tuple(keys), by="level", unit=unit)
    return Made([without_empty(block, PLACES)], found, notes)


def _why_empty(pair: Pair, found: list[Figure]) -> list[Text]:
    """Return in which periods two levels may not be divided, or two rates not be subtracted."""
    refused: dict[tuple[bool, str], list[str]] = {}
    for f in found:
        if f.value is None and f.reason in REFUSED:
            refused.setdefault((f.measure == "growth_gap", f.reason), []).append(f.time_period)
    return [
        pair.indicator.name
        + (Text(", gap of growth", "增速差") if gap else same(""))
        + Text(", ", "，")
        + labels(periods)
        + Text(": ", "：")
        + REASON[reason]
        for (gap, reason), periods in refused.items()
    ]


def _absent(
    pair: Pair,
    levels: Mapping[Period, Figure],
    growths: Mapping[Period, Figure],
    rows: Sequence[tuple[Cell, ...]],
) -> list[Text]:
    """Say where the place has no figure in the table, and what there is of it."""
    shown = {row[0].text for row in rows}
    have = sorted({*levels, *growths})
    if any(Text(p.label("en"), p.label("zh")) in shown for p in have):
        return []
    more = there_is(have[-3:]) if have else same("")
    head = pair.indicator.name + Text(", ", "，") + pair.name(pair.area)
    return [head + Text(": no figure here", "：此处无数据") + more]


def _periods(pair: Pair, series: list[Mapping[Period, Figure]], notes: list[Text]) -> list[Period]:
    """Return the rows: the window, else the last years; a year without any figure in between too."""
    window = pair.question.window
    found = {p for s in series for p in s}
    own = {*series[0], *series[2]}
    if window.is_open:
        asked = _recent(pair, series, notes)
    else:
        asked = asked_periods(pair.question, found, both=own)
    years = [p for p in asked if p.freq is Freq.ANNUAL]
    if not years:
        return asked
    first = window.first.year if window.first else years[0].year
    last = window.last.year if window.last else years[-1].year
    every = [annual(y) for y in range(first, last + 1)]
    return [*filter(window.contains, every), *asked[len(years) :]]


def _recent(pair: Pair, series: list[Mapping[Period, Figure]], notes: list[Text]) -> list[Period]:
    """Return the last years of the place, and say which are earlier."""
    contains, every = pair.question.window.contains, pair.question.window.every
    have = sorted({p for s in series for p in s if p.freq is Freq.ANNUAL and contains(p)})
    own = {p for s in (series[0], series[2]) for p in s}
    first = max((p.year for p in have), default=0) - RECENT if every == 1 else 0
    kept = [p for p in have if p.year > first and p.year >= _first(own)]
    older = [p for p in have if p not in kept and p in own]
    if older:
        name, years = pair.in_prose(pair.area, first=True), labels(str(p) for p in older)
        notes.append(
            Text(
                f"{name.en} has earlier years ({years.en})",
                f"{name.zh}另有更早年份（{years.zh}）",
                f": --period {older[0]}.. shows them.",
                f"：--period {older[0]}.. 可显示。",
            )
        )
    return kept


def _first(periods: set[Period]) -> int:
    return min((p.year for p in periods if p.freq is Freq.ANNUAL), default=0)


def _columns(pair: Pair) -> tuple[Column, ...]:
    growth = Text("growth", "增速")
    both = (pair.area, pair.other)
    units = [pair.figures.unit(pair.ident, area) for area in both]
    apart = len({*units}) > 1  # the title can name no unit then
    one, two = (unit if apart else "" for unit in units)
    return (
        Column(Text("period", "时期"), right=False, name="period"),
        Column(pair.name(pair.area), name="level", unit=one),
        Column(growth, name="growth"),
        Column(pair.name(pair.other), name="other_level", unit=two),
        Column(growth, name="other_growth"),
        Column(Text("gap", "增速差"), name="gap", unit=POINTS),
        quotient_column(pair.kind),
    )


def _title(pair: Pair, growth_basis: str, prices: str | None) -> Text:
    """Return what the numbers of the first table are: their price bases, the unit stands behind."""
    said = at_prices(prices or "")
    level = Text(f"levels {said.en}", f"水平为{said.zh}") if said.en else Text("levels", "水平")
    basis = BASIS.get(growth_basis)
    growth = Text(" · growth ", " · 增速为") + basis if basis else Text(" · growth", " · 增速")
    return pair.indicator.name + growth + Text(", %; ", "，%；") + level
