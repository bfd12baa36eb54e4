"""A place beside its benchmark: by period, then average growth over the span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.averages import averages
from cpstats.answers.cells import at_prices
from cpstats.answers.notes import Marks, growth_notes, release_notes, report_of
from cpstats.answers.periods import asked_periods
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.period import Freq, Period, annual
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import in_unit
from cpstats.model.words import BASIS, REASON
from cpstats.selecting.figures import Figures
from cpstats.selecting.pair import Made, Pair, compared, gap_between, told_gap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

REFUSED = ("mixed_vintage", "mixed_price_basis", "unit_mismatch", "bound_only", "base_nonpositive")
PLACES = 5  # period, and level and growth of both: always shown
RECENT = 10  # years shown when no period is asked for


def compare(question: Question, package: Package) -> Report:
    """Answer `compare INDICATOR`: each place beside the benchmark.

    Levels that make a share or a ratio come from one release (S6); a gap of rates names the
    releases of both; averages are computed and published side by side (S7, S8).
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
        for area in places:
            pair = Pair(figures, question, indicator, area)
            for made in (by_period(pair, marks), averages(pair, marks)):
                blocks.append(made.block)
                found += made.figures
                notes += made.notes
    catalogue = figures.catalogue
    names = [catalogue.indicators[i].name for i in question.indicators]
    shown = [catalogue.places[p].name for p in places]
    against = Text(" against ", "与") + catalogue.places[question.benchmark].name + Text("", "对比")
    title = joined(names) + same(" · ") + joined(shown) + against
    notes += release_notes(figures)
    return report_of(title, found, blocks, figures, notes=notes, marks=marks.texts())


def by_period(pair: Pair, marks: Marks) -> Made:
    """Return levels, growth, gap and share (or ratio, or gap of rates) of each period."""
    figures, ident = pair.figures, pair.ident
    levels = [figures.levels(ident, p) for p in pair.places]
    growths = [pair.growths[p] for p in pair.places]
    own = _basis_of_growth(pair)
    prices = _prices(levels)
    notes: list[Text] = []
    rows, found = [], []
    for period in _periods(pair, [*levels, *growths], notes):
        a, b = (x.get(period) for x in levels)
        made = pair.within.get(period, {})
        a, b = made.get(pair.area, a), made.get(pair.other, b)
        quotient = compared(pair, a, b, period, comparable=bool(made))
        g, h = (x.get(period) for x in growths)
        gap = gap_between(pair, g, h, period)
        told = told_gap(pair, period) if gap.value is None else None
        gap = told or gap
        cells = [
            Cell(text=Text(period.label("en"), period.label("zh"))),
            _level(a, prices, marks),
            _rate(g, own, marks),
            _level(b, prices, marks),
            _rate(h, own, marks),
            Cell(gap, mark=marks.of(gap) if told else marks.equal(gap)),
        ]
        mark = marks.both(a, b) if quotient.value is not None and a and b else ""
        cells.append(Cell(quotient, mark=mark))
        rows.append(tuple(cells))
        found += [f for f in (a, g, b, h, gap, quotient) if f is not None]
    notes += growth_notes(found) + _why_empty(pair, found)
    notes += _absent(pair, levels[0], growths[0], rows)
    block = Block(_columns(pair, found), tuple(rows), title=_title(pair, own, prices))
    return Made(_without_empty(block), found, notes)


def _why_empty(pair: Pair, found: list[Figure]) -> list[Text]:
    """Return in which periods both levels stand there and may not be divided."""
    refused = [f for f in found if f.value is None and f.reason in REFUSED]
    notes = []
    for reason in dict.fromkeys(f.reason for f in refused):
        periods = ", ".join(f.time_period for f in refused if f.reason == reason)
        notes.append(pair.indicator.name + same(f", {periods}: ") + REASON[reason])
    return notes


def _absent(
    pair: Pair,
    levels: Mapping[Period, Figure],
    growths: Mapping[Period, Figure],
    rows: list[tuple[Cell, ...]],
) -> list[Text]:
    """Say where the place has no figure in the table, and what there is of it."""
    shown = {row[0].text for row in rows}
    have = sorted({*levels, *growths})
    if any(Text(p.label("en"), p.label("zh")) in shown for p in have):
        return []
    others = ", ".join(str(p) for p in have[-3:])
    more = (
        Text(f"; there is {others} (--period)", f"；另有{others}（--period）") if have else same("")
    )
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
    return [*(annual(y) for y in range(first, last + 1)), *asked[len(years) :]]


def _recent(pair: Pair, series: list[Mapping[Period, Figure]], notes: list[Text]) -> list[Period]:
    """Return the last years of the place, and say which are earlier."""
    have = sorted({p for s in series for p in s if p.freq is Freq.ANNUAL})
    own = {p for s in (series[0], series[2]) for p in s}
    newest = max((p.year for p in have), default=0)
    kept = [p for p in have if p.year > newest - RECENT and p.year >= _first(own)]
    older = [p for p in have if p not in kept and p in own]
    if older:
        years = ", ".join(str(p) for p in older)
        notes.append(
            Text(
                f"{pair.name(pair.area).en} has earlier years ({years}): "
                f"--period {older[0]}.. shows them.",
                f"{pair.name(pair.area).zh}另有更早年份（{years}）：--period {older[0]}.. 可显示。",
            )
        )
    return kept


def _first(periods: set[Period]) -> int:
    return min((p.year for p in periods if p.freq is Freq.ANNUAL), default=0)


def _cell(figure: Figure | None) -> Cell:
    if figure is None:
        return Cell(text=same("…"))
    return Cell(figure)


def _prices(levels: Sequence[Mapping[Period, Figure]]) -> str | None:
    """Return the price basis of all levels; None where they have several."""
    bases = {f.price_basis for series in levels for f in series.values()}
    return bases.pop() if len(bases) == 1 else None if bases else ""


def _level(figure: Figure | None, prices: str | None, marks: Marks) -> Cell:
    """Return a level, marked with its prices where the table does not say them for all."""
    if figure is None or prices is not None or not figure.price_basis:
        return _cell(figure)
    return Cell(figure, mark=marks.say(at_prices(figure.price_basis)))


def _rate(figure: Figure | None, own: str, marks: Marks) -> Cell:
    """Return growth, marked where it is of another price basis than the table says."""
    if figure is None or figure.price_basis == own or figure.price_basis not in BASIS:
        return _cell(figure)
    return Cell(figure, mark=marks.say(BASIS[figure.price_basis]))


def _columns(pair: Pair, found: list[Figure]) -> tuple[Column, ...]:
    growth = Text("growth", "增速")
    kind = pair.kind
    most = max(
        (f.decimals for f in found if f.method == "quotient" and f.value is not None), default=0
    )
    last = {
        "share": Text("share, %", "占比，%"),
        "points": Text("gap, points", "差，百分点"),
    }.get(kind, Text("ratio", "倍数"))
    both = (pair.area, pair.other)
    units = [pair.figures.unit(pair.ident, area) for area in both]
    apart = len({*units}) > 1  # the title can name no unit then
    heads = [
        in_unit(pair.name(area), unit if apart else "")
        for area, unit in zip(both, units, strict=True)
    ]
    return (
        Column(Text("period", "时期"), right=False),
        Column(heads[0]),
        Column(growth),
        Column(heads[1]),
        Column(growth),
        Column(Text("gap, points", "增速差，百分点")),
        Column(last, decimals=most if kind != "points" else None),
    )


def _basis_of_growth(pair: Pair) -> str:
    """Return the price basis of the growth that is shown: the indicator's, or the only one."""
    bases = {f.price_basis for series in pair.growths.values() for f in series.values()}
    return bases.pop() if len(bases) == 1 else pair.indicator.growth_basis


def _title(pair: Pair, growth_basis: str, prices: str | None) -> Text:
    """Return what the numbers of the first table are: unit and price basis."""
    unit = pair.figures.unit(pair.ident, pair.area, pair.other)
    said = at_prices(prices or "")
    level = Text(f"levels {said.en}", f"水平为{said.zh}") if said.en else Text("levels", "水平")
    level = pair.indicator.name + same(" · ") + in_unit(level, unit)
    basis = BASIS.get(growth_basis)
    growth = Text("; growth ", "；增速为") + basis if basis else Text("; growth", "；增速")
    return level + growth + Text(", %", "，%")


def _without_empty(block: Block) -> Block:
    """Return the table without a gap or a share column in which nothing stands."""
    kept = [
        i
        for i in range(len(block.columns))
        if i < PLACES or any(_says(row[i]) for row in block.rows)
    ]
    return Block(
        tuple(block.columns[i] for i in kept),
        tuple(tuple(row[i] for i in kept) for row in block.rows),
        title=block.title,
    )


def _says(cell: Cell) -> bool:
    return cell.figure is not None and cell.figure.value is not None
