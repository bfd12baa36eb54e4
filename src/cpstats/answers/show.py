"""The series of indicators for places: level, growth, status and source of every period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.notes import Marks, release_notes, report_of
from cpstats.model.columns import MEASURES
from cpstats.model.period import Freq, Period
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import in_unit, unit_text
from cpstats.model.words import BASIS, MEASURE, STATUS
from cpstats.selecting.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

WITHIN = (Freq.HALF, Freq.YTD, Freq.QUARTER, Freq.MONTH)
BREAK = "‖"  # the levels on both sides belong to different releases


def show(question: Question, package: Package, *, wide: bool = False) -> Report:
    """Answer `show`: one table for each indicator and place.

    Annual rows, then two short blocks: the newest figures within the year, and what was
    published over spans. `freq` asks for other rows instead. Every change of vintage is marked
    and nothing is divided across it.
    """
    figures = Figures.of(package, question, question.indicators)
    marks = Marks(figures)
    found: list[Figure] = []
    blocks: list[Block] = []
    notes: list[Text] = []
    single = question.window.one is not None and len(question.places) > 1
    for indicator in question.indicators:
        if wide or single:
            if single:
                block, used = _by_place(figures, question, indicator, marks)
            else:
                block, used = _wide(figures, question, indicator)
            blocks.append(block)
            found += used
            continue
        for area in question.places:
            made, used = _series(figures, question, indicator, area, marks)
            blocks += made
            found += used
    if wide and not single and len(question.places) == 1 and len(question.indicators) > 1:
        blocks = [_by_indicator(figures, question, found)]
    notes += _without(figures, question, found)
    notes += _releases(figures, found) if wide or single else []
    notes += _breaks(blocks) + _others(found) + release_notes(figures)
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    places = [figures.catalogue.places[p].name for p in question.places]
    shown = joined(places[:4]) + (same(" …") if len(places) > 4 else same(""))
    return report_of(
        names + same(" · ") + shown, found, blocks, figures, notes=notes, marks=marks.texts()
    )


def _series(
    figures: Figures, question: Question, indicator: str, area: str, marks: Marks
) -> tuple[list[Block], list[Figure]]:
    """Return the tables of one indicator of one place."""
    levels, growths = figures.levels(indicator, area), figures.growths(indicator, area)
    asked = question.freq or "annual"
    inside = [p for p in sorted({*levels, *growths}) if question.window.contains(p)]
    main = [p for p in inside if p.freq == asked or (asked == "all" and p.freq is not Freq.SPAN)]
    title = _title(figures, indicator, area)
    columns = _columns(figures, indicator, [*levels.values(), *growths.values()])
    blocks, found = [], []
    rows, used = _rows(main, levels, growths, marks)
    if rows:
        blocks.append(Block(columns, rows, title=title, ruled=_ruled(rows)))
        found += used
    if not question.freq:
        within = [p for p in inside if p.freq in WITHIN]
        newest = max((p.year for p in within), default=0)
        rows, used = _rows([p for p in within if p.year == newest], levels, growths, marks)
        if rows:
            head = title + Text(" · within the year (newest)", " · 年内（最新）")
            blocks.append(Block(columns, rows, title=head))
            found += used
        block, used = _spans(figures, question, indicator, area, marks)
        if used:
            blocks.append(block)
            found += used
    return blocks, found


def _rows(
    periods: list[Period],
    levels: Mapping[Period, Figure],
    growths: Mapping[Period, Figure],
    marks: Marks,
) -> tuple[tuple[tuple[Cell, ...], ...], list[Figure]]:
    rows, found = [], []
    before: Figure | None = None
    for period in periods:
        level, growth = levels.get(period), growths.get(period)
        broken = level is not None and before is not None and level.release != before.release
        before = level or before
        rows.append(
            (
                Cell(text=Text(period.label("en"), period.label("zh"))),
                _cell(level),
                _cell(growth),
                Cell(text=_status(level, growth)),
                Cell(text=_release(level, growth, broken=broken)),
                Cell(text=same(" ".join(_letters(marks, level, growth)))),
            )
        )
        found += [f for f in (level, growth) if f is not None]
    return tuple(rows), found


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
                    Cell(text=_with_own_decimals(figure)),
                    Cell(text=unit_text(figure.unit)),
                    Cell(text=_status(figure)),
                    Cell(text=same(marks.of(figure))),
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


def _by_place(
    figures: Figures, question: Question, indicator: str, marks: Marks
) -> tuple[Block, list[Figure]]:
    """Return one period of many places: a row for each."""
    period = question.window.one
    assert period is not None, "the caller asks for one period"
    rows, found = [], []
    for area in question.places:
        level = figures.levels(indicator, area).get(period)
        growth = figures.growths(indicator, area).get(period)
        rows.append(
            (
                Cell(text=figures.catalogue.places[area].name),
                _cell(level),
                _cell(growth),
                Cell(text=_status(level, growth)),
                Cell(text=_release(level, growth, broken=False)),
                Cell(text=same(" ".join(_letters(marks, level, growth)))),
            )
        )
        found += [f for f in (level, growth) if f is not None]
    columns = (
        Column(Text("place", "地区"), right=False),
        *_columns(figures, indicator, found)[1:],
    )
    name = figures.catalogue.indicators[indicator].name
    title = name + Text(f" · {period.label('en')}", f" · {period.label('zh')}")
    return Block(columns, tuple(rows), title=title), found


def _wide(figures: Figures, question: Question, indicator: str) -> tuple[Block, list[Figure]]:
    """Return the levels of many places: periods in rows, places in columns."""
    asked = question.freq or "annual"
    by_place = {area: figures.levels(indicator, area) for area in question.places}
    periods = sorted(
        {
            p
            for levels in by_place.values()
            for p in levels
            if question.window.contains(p) and asked in (p.freq, "all")
        }
    )
    rows = tuple(
        (
            Cell(text=Text(p.label("en"), p.label("zh"))),
            *(_cell(levels.get(p)) for levels in by_place.values()),
        )
        for p in periods
    )
    columns = (
        Column(Text("period", "时期"), right=False),
        *(Column(figures.catalogue.places[area].name) for area in by_place),
    )
    found = [levels[p] for p in periods for levels in by_place.values() if p in levels]
    thing = figures.catalogue.indicators[indicator]
    return Block(columns, rows, title=in_unit(thing.name, thing.unit)), found


def _by_indicator(figures: Figures, question: Question, found: list[Figure]) -> Block:
    """Return the levels of many indicators of one place: indicators in rows, periods in columns."""
    periods = sorted({Period.parse(f.time_period) for f in found})
    cells = {(f.indicator, f.time_period): f for f in found}
    rows = []
    for indicator in question.indicators:
        thing = figures.catalogue.indicators[indicator]
        row = [Cell(text=thing.name), Cell(text=unit_text(thing.unit))]
        row += [
            Cell(text=_with_own_decimals(f)) if f else Cell(text=same("…"))
            for p in periods
            for f in (cells.get((indicator, str(p))),)
        ]
        rows.append(tuple(row))
    columns = (
        Column(Text("indicator", "指标"), right=False),
        Column(Text("unit", "单位"), right=False),
        *(Column(Text(p.label("en"), p.label("zh"))) for p in periods),
    )
    return Block(columns, tuple(rows))


def _title(figures: Figures, indicator: str, area: str) -> Text:
    catalogue = figures.catalogue
    return catalogue.indicators[indicator].name + same(" · ") + catalogue.places[area].name


def _columns(figures: Figures, indicator: str, used: list[Figure]) -> tuple[Column, ...]:
    thing = figures.catalogue.indicators[indicator]
    bases = {f.price_basis for f in used if f.measure == "growth"}
    basis = BASIS[bases.pop()] if len(bases) == 1 and bases <= set(BASIS) else same("")
    unit = in_unit(_LEVEL, thing.unit)
    return (
        Column(Text("period", "时期"), right=False),
        Column(unit),
        Column(_and(basis) + Text("growth, %", "增速，%")),
        Column(Text("status", "状态"), right=False),
        Column(Text("release", "版本"), right=False),
        Column(Text("source", "来源"), right=False),
    )


_LEVEL = Text("level", "水平")


def _and(basis: Text) -> Text:
    return Text(f"{basis.en} " if basis.en else "", basis.zh)


def _cell(figure: Figure | None) -> Cell:
    return Cell(figure) if figure is not None else Cell(text=same("…"))


def _status(*found: Figure | None) -> Text:
    figure = next((f for f in found if f is not None), None)
    return STATUS.get(figure.obs_status, same("")) if figure is not None else same("")


def _release(level: Figure | None, growth: Figure | None, *, broken: bool) -> Text:
    figure = level or growth
    label = (figure.vintage or ("own" if figure.own else "")) if figure is not None else ""
    return same(f"{BREAK} {label}".rstrip() if broken else label)


def _letters(marks: Marks, *found: Figure | None) -> list[str]:
    return list(dict.fromkeys(marks.of(f) for f in found if f is not None))


def _ruled(rows: tuple[tuple[Cell, ...], ...]) -> frozenset[int]:
    return frozenset(
        i for i, row in enumerate(rows) if row[4].text is not None and BREAK in row[4].text.en
    )


def _breaks(blocks: list[Block]) -> list[Text]:
    if not any(block.ruled for block in blocks):
        return []
    return [
        Text(
            f"{BREAK} another release begins: levels on both sides are not comparable.",
            f"{BREAK} 此处起为另一版本：两侧水平值不可比。",
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
        + Text("; do not divide them, `compare` does.", "；请勿直接相除，可用 compare。")
    ]


def _others(found: list[Figure]) -> list[Text]:
    """Return how many cells have figures of other releases that rounding does not explain."""
    other = sum(1 for f in found if any(not f.meets(g) for g in f.others))
    if not other:
        return []
    return [
        Text(
            f"{other} of {len(found)} figures were printed otherwise in other releases (--explain).",
            f"{len(found)}个数中有{other}个在其他版本中数值不同（--explain）。",
        )
    ]


def _without(figures: Figures, question: Question, found: list[Figure]) -> list[Text]:
    """Name what has no figure at all."""
    have = {(f.indicator, f.ref_area) for f in found}
    notes = []
    for indicator in question.indicators:
        lacking = [p for p in question.places if (indicator, p) not in have]
        if lacking:
            names = joined([figures.catalogue.places[p].name for p in lacking])
            head = figures.catalogue.indicators[indicator].name
            notes.append(head + Text(": no figure for ", "：无数据——") + names)
    return notes


def _with_own_decimals(figure: Figure) -> Text:
    """Return a number with its own decimals: the column holds several units."""
    from cpstats.model.typeset import figure_text

    return Text(*(figure_text(figure, lang, figure.decimals) for lang in ("en", "zh")))
