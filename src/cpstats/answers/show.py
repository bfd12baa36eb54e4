"""The series of indicators for places: level, growth, status and source of every period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cpstats.answers.lacking import lacking_notes
from cpstats.answers.lettered import Marks
from cpstats.answers.notes import growth_notes, release_notes, report_of
from cpstats.answers.show_arranged import in_rows
from cpstats.answers.show_cells import (
    BREAK,
    bases_shown,
    columns_of,
    own_decimals,
    priced,
    row_of,
    status,
)
from cpstats.answers.shown_periods import WITHIN, label_of
from cpstats.answers.side_by_side import by_indicator, by_place, one_column_each
from cpstats.model.columns import MEASURES
from cpstats.model.period import Freq, Period
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import unit_text
from cpstats.model.words import BASIS, MEASURE
from cpstats.selecting.figures import Figures
from cpstats.selecting.rates import known_growths, of_levels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

NAMED = 4  # places that a title names


def show(
    question: Question,
    package: Package,
    *,
    wide: bool = False,
    whole: bool = False,
    laid: Literal["", "rows", "turned"] = "",
) -> Report:
    """Answer `show`: one table for each indicator and place.

    Annual rows, then two short blocks: the newest figures within the year, and what was
    published over spans. `freq` asks for other rows instead. Every change of vintage is marked
    and nothing is divided across it. `whole` puts every published figure, of every measure and
    release, among those that are written for machines. `laid` is whether the rows are to be chosen
    and sorted, or turned too: then no release begins in them.
    """
    figures = Figures.of(package, question, question.indicators)
    marks = Marks(figures)
    found: list[Figure] = []
    blocks: list[Block] = []
    notes: list[Text] = []
    period = _one_period(figures, question)
    single = period is not None
    for indicator in question.indicators:
        if laid:
            made, used, said = in_rows(figures, question, indicator, marks, every=laid == "turned")
            notes += said
        elif period is not None:
            made, used = by_place(figures, question, indicator, marks, period)
        elif wide:
            made, used = one_column_each(figures, question, indicator)
        if laid or single or wide:
            blocks += made
            found += used
            continue
        for area in question.places:
            made, used = _series(figures, question, indicator, area, marks)
            blocks += made
            found += used
    if wide and not single and len(question.places) == 1 and len(question.indicators) > 1:
        blocks = [by_indicator(figures, found)]
    if whole:
        found = list({id(f): f for f in (*found, *_published(figures, question))}.values())
    notes += lacking_notes(figures, question, found)
    notes += _releases(figures, found) if wide or single or laid else []
    notes += growth_notes(found) + ([] if wide or laid else _left_out(blocks, found))
    notes += _others(found) + release_notes(figures)
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    places = [figures.catalogue.places[p].name for p in question.places]
    shown = joined(places[:NAMED]) + (same(" …") if len(places) > NAMED else same(""))
    if laid and len(places) > NAMED:
        shown = Text(f"{len(places)} places", f"{len(places)}个地区")
    return report_of(
        names + same(" · ") + shown,
        found,
        blocks,
        figures,
        notes=notes,
        marks=(*_breaks(blocks), *marks.texts()),
    )


def _published(figures: Figures, question: Question) -> list[Figure]:
    """Return every published figure, that of each cell and those of its other releases."""
    first = figures.every(question.places, question.window)
    return [f for figure in first for f in (figure, *figure.others)]


def _one_period(figures: Figures, question: Question) -> Period | None:
    """Return the one period that is asked of several places, if something is known of that very one."""
    period = question.window.one
    if len(question.places) == 1 or period is None:
        return None
    known = any(
        period in figures.levels(i, area) or period in figures.growths(i, area)
        for i in question.indicators
        for area in question.places
    )
    return period if known else None


def _series(
    figures: Figures, question: Question, indicator: str, area: str, marks: Marks
) -> tuple[list[Block], list[Figure]]:
    """Return the tables of one indicator of one place, then of its levels at other prices."""
    blocks: list[Block] = []
    found: list[Figure] = []
    bases = bases_shown(figures, indicator, (area,))
    for basis in bases:
        levels = figures.series(indicator, area, "level", basis)
        growths = _growths_beside(figures, indicator, area, basis, first=basis == bases[0])
        periods = {*levels, *(growths if basis == bases[0] else ())}
        title = _title(figures, indicator, area)
        title += priced(basis) if len(bases) > 1 or basis.startswith("constant") else same("")
        made, used = _tables(
            figures, question, indicator, title, (levels, growths), periods=periods, marks=marks
        )
        blocks += made
        found += used
    if not question.freq:
        block, used = _spans(figures, question, indicator, area, marks)
        if used:
            blocks.append(block)
            found += used
    return blocks, found


def _growths_beside(
    figures: Figures, indicator: str, area: str, basis: str, *, first: bool
) -> Mapping[Period, Figure]:
    """Return the growth that stands beside levels: the published one, else that of these levels."""
    known = known_growths(figures, indicator, (area,))[area]
    if first and figures.growths(indicator, area):
        return known
    kind = basis.partition(":")[0]
    made = of_levels(figures, indicator, area, kind)
    return {**made, **{p: f for p, f in known.items() if f.price_basis == kind and p in made}}


def _tables(
    figures: Figures,
    question: Question,
    indicator: str,
    title: Text,
    series: tuple[Mapping[Period, Figure], Mapping[Period, Figure]],
    *,
    periods: Iterable[Period],
    marks: Marks,
) -> tuple[list[Block], list[Figure]]:
    """Return the table of the years (or of what `freq` asks for), and that within the year.

    Beside years, and if no period was asked for, a table has the newest year only; what it leaves
    out is among the figures all the same.
    """
    inside = [p for p in sorted(periods) if question.window.contains(p)]
    asked = question.freq or "annual"
    main = [p for p in inside if p.fits(asked) and (asked != "all" or p.freq is not Freq.SPAN)]
    within = [p for p in inside if p.freq in WITHIN] if not question.freq else []
    shown, head = within, title
    if main and question.window.is_open:
        newest = max((p.year for p in within), default=0)
        shown = [p for p in within if p.year == newest]
        head = title + Text(" · within the year (newest)", " · 年内（最新）")
    elif main:
        head = title + Text(" · within the year", " · 年内")
    blocks: list[Block] = []
    found: list[Figure] = []
    for kept, named in ((main, title), (shown, head)):
        rows, ruled, used = _rows(kept, *series, marks)
        if rows:
            columns = columns_of(figures, indicator, used)
            blocks.append(Block(columns, rows, title=named, ruled=ruled))
        found += used
    rest = [p for p in within if p not in shown]
    found += [of_period[p] for p in rest for of_period in series if p in of_period]
    return blocks, found


def _rows(
    periods: list[Period],
    levels: Mapping[Period, Figure],
    growths: Mapping[Period, Figure],
    marks: Marks,
) -> tuple[tuple[tuple[Cell, ...], ...], frozenset[int], list[Figure]]:
    """Return the rows, those of them that begin another release, and the figures."""
    rows, ruled, found = [], set[int](), []
    before: Figure | None = None
    for n, period in enumerate(periods):
        level, growth = levels.get(period), growths.get(period)
        broken = level is not None and before is not None and level.release != before.release
        before = level or before
        ruled |= {n} if broken else set()
        rows.append(row_of(label_of(period), level, growth, marks, broken=broken))
        found += [f for f in (level, growth) if f is not None]
    return tuple(rows), frozenset(ruled), found


def _spans(
    figures: Figures, question: Question, indicator: str, area: str, marks: Marks
) -> tuple[Block, list[Figure]]:
    """Return what was published over spans, and other measures a period has."""
    rows, found = [], []
    for measure, basis, other in figures.keys(indicator, area):
        for period, figure in figures.series(indicator, area, measure, basis, other).items():
            if measure in ("level", "growth") or not question.window.contains(period):
                continue
            against = figures.catalogue.places[other].name if other else None
            name = MEASURE[measure] + (_to(against) if against else same(""))
            basis_word = BASIS.get(basis, same("")) if "growth" in measure else same("")
            rows.append(
                (
                    Cell(text=Text(period.label("en"), period.label("zh"))),
                    Cell(text=name),
                    Cell(text=basis_word),
                    Cell(text=own_decimals(figure)),
                    Cell(text=unit_text(figure.unit)),
                    Cell(text=status(figure)),
                    marks.cell(figure),
                )
            )
            found.append(figure)
    columns = (
        Column(Text("period", "时期"), right=False),
        Column(Text("what", "内容"), right=False),
        Column(Text("basis", "口径"), right=False),
        Column(Text("value", "数值")),
        Column(Text("unit", "单位"), right=False),
        Column(Text("status", "状态"), right=False),
        Column(Text("source", "来源"), right=False),
    )
    order = sorted(range(len(found)), key=lambda i: _order(found[i]))
    title = _title(figures, indicator, area) + Text(
        " · spans and other measures", " · 时段及其他指标"
    )
    return Block(columns, tuple(rows[i] for i in order), title=title), [found[i] for i in order]


def _order(figure: Figure) -> tuple[Period, int, str]:
    measure = MEASURES.index(figure.measure)
    return Period.parse(figure.time_period), measure, figure.counterpart_area


def _to(place: Text) -> Text:
    return Text(" to ", "，对比") + place


def _title(figures: Figures, indicator: str, area: str) -> Text:
    catalogue = figures.catalogue
    return catalogue.indicators[indicator].name + same(" · ") + catalogue.places[area].name


def _left_out(blocks: list[Block], found: list[Figure]) -> list[Text]:
    """Say how many periods within earlier years no table has, and how to get them."""
    shown = {id(c.figure) for block in blocks for row in block.rows for c in row if c.figure}
    rest = {
        (f.indicator, f.ref_area, f.time_period)
        for f in found
        if f.measure in ("level", "growth") and id(f) not in shown
    }
    if not rest:
        return []
    return [
        Text(
            f"Tables leave out {len(rest)} periods within earlier years",
            f"表中未列往年年内时期{len(rest)}个",
            ": --freq all shows them.",
            "：--freq all 可显示。",
        )
    ]


def _breaks(blocks: list[Block]) -> list[tuple[str, Text]]:
    """Return what the sign of a break in a table says."""
    if not any(block.ruled for block in blocks):
        return []
    return [
        (
            BREAK,
            Text(
                "another release begins: levels on both sides are not comparable.",
                "此处起为另一版本：两侧水平值不可比。",
            ),
        )
    ]


def _releases(figures: Figures, found: list[Figure]) -> list[Text]:
    """Name the releases that stand side by side in one table."""
    used = list(dict.fromkeys(f.vintage for f in found if f.measure == "level"))
    if len(used) < 2:
        return []
    unlabelled = Text("unlabelled", "未注明")
    names = joined([figures.catalogue.vintages[v].name if v else unlabelled for v in used])
    head = Text("Levels of several releases stand here: ", "表中含多个版本的水平值：")
    return [
        head
        + names
        + Text("; do not divide them", "；请勿直接相除", ", `compare` does.", "，可用 compare。")
    ]


def _others(found: list[Figure]) -> list[Text]:
    """Return how many cells have figures of other releases that rounding does not explain."""
    other = sum(1 for f in found if any(not f.meets(g) for g in f.others))
    if not other:
        return []
    return [
        Text(
            f"{other} of {len(found)} figures were printed otherwise in other releases",
            f"{len(found)}个数中有{other}个在其他版本中数值不同",
            " (--explain).",
            "（--explain）。",
        )
    ]
