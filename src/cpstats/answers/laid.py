"""Derived figures in tables: measures in columns, where each has one figure of a place and a period."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cpstats.answers.show_cells import at_prices
from cpstats.answers.shown_periods import label, label_of, newest_shown
from cpstats.model.period import Freq, Period
from cpstats.model.report import Block, Cell, Column, Key
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import unit_text
from cpstats.model.words import BASIS, MEASURE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

    Cells = Mapping[tuple[str, str, str, str], Figure]  # indicator, place, period, measure


def tables(
    figures: Figures, question: Question, found: Sequence[Figure]
) -> tuple[list[Block], list[Text]]:
    """Return the tables of derived figures, and what is said of periods that they leave out.

    Several places have a row each. Of one place several measures stand in columns: with periods in
    rows, or where there are several indicators with these, a table a period. Else a figure is a row.
    """
    blocks: list[Block] = []
    notes: list[Text] = []
    if _one_place(found) and len({f.indicator for f in found}) > 1:
        both, own = _parted(found)
        return [*_by_indicator(figures, both), *(_by_period(figures, one) for one in own)], notes
    for indicator in dict.fromkeys(f.indicator for f in found):
        made = [f for f in found if f.indicator == indicator]
        if _alike(made) and len({f.ref_area for f in made}) > 1:
            more, said = _by_place(figures, question, made)
            blocks += more
            notes += said
        else:
            blocks.append(_by_period(figures, made) if _one_place(made) else _block(figures, made))
    return blocks, notes


def _alike(found: Sequence[Figure]) -> bool:
    """Return whether each measure has one figure of an indicator, place and period."""
    return len(_cells(found)) == len(found)


def _one_place(found: Sequence[Figure]) -> bool:
    """Return whether these are several measures of one place."""
    one = len({(f.ref_area, f.counterpart_area) for f in found}) == 1
    return one and _alike(found) and len({f.measure for f in found}) > 1


def _parted(found: Sequence[Figure]) -> tuple[list[Figure], list[list[Figure]]]:
    """Return the figures of measures that several indicators have, and of each its own ones."""
    of: dict[str, set[str]] = {}
    for figure in found:
        of.setdefault(figure.measure, set()).add(figure.indicator)
    both = [f for f in found if len(of[f.measure]) > 1]
    if not both:
        return list(found), []
    own = [f for f in found if len(of[f.measure]) == 1]
    names = dict.fromkeys(f.indicator for f in own)
    return both, [[f for f in own if f.indicator == name] for name in names]


def _cells(found: Sequence[Figure]) -> Cells:
    return {(f.indicator, f.ref_area, f.time_period, f.measure): f for f in found}


def _columns(found: Sequence[Figure]) -> dict[str, Column]:
    """Return the column of each measure."""
    measures = dict.fromkeys(f.measure for f in found)
    return {m: _measured([f for f in found if f.measure == m]) for m in measures}


def _shared(found: Sequence[Figure]) -> tuple[dict[str, Column], Text, str]:
    """Return the column of each measure, and prices and unit where all have the same."""
    columns = _columns(found)
    have = [f for f in found if f.value is not None]
    bases = {f.price_basis for f in have}
    basis = BASIS.get(min(bases)) if len(bases) == 1 else None
    units = {c.unit for c in columns.values()}
    unit = units.pop() if len(units) == 1 else ""
    short = {
        m: c._replace(header=_what_of(m) if basis else c.header, unit="" if unit else c.unit)
        for m, c in columns.items()
    }
    return short, same(" · ") + basis if basis else same(""), unit


def _by_indicator(figures: Figures, found: Sequence[Figure]) -> list[Block]:
    """Return a table for each period of one place: indicators in rows, measures in columns."""
    cells, area = _cells(found), found[0].ref_area
    columns, basis, unit = _shared(found)
    first = Column(Text("indicator", "指标"), right=False, name="indicator")
    blocks = []
    periods = {Period.parse(f.time_period) for f in found}
    for period in sorted(periods, key=lambda p: (p.freq is Freq.SPAN, p)):
        here = [f for f in found if f.time_period == str(period)]
        names = dict.fromkeys(f.indicator for f in here)
        blocks.append(
            Block(
                (first, *columns.values()),
                tuple(
                    (
                        Cell(text=figures.catalogue.indicators[i].name),
                        *(
                            _value(cells.get((i, area, str(period), m)))._replace(count=False)
                            for m in columns
                        ),
                    )
                    for i in names
                ),
                title=_place(figures, found[0]) + label(period) + basis,
                unit=unit,
                keys=tuple(Key(i, area, str(period)) for i in names),
                by=next(iter(columns.values())).name,
            )
        )
    return blocks


def _by_period(figures: Figures, found: Sequence[Figure]) -> Block:
    """Return several measures of one place: periods in rows."""
    cells = _cells(found)
    columns, basis, unit = _shared(found)
    indicator, area = found[0].indicator, found[0].ref_area
    periods = dict.fromkeys(f.time_period for f in found)
    title = figures.catalogue.indicators[indicator].name + same(" · ") + _place(figures, found[0])
    return Block(
        (
            Column(Text("period", "时期"), right=False, name="period"),
            *columns.values(),
        ),
        tuple(
            (
                label_of(Period.parse(p)),
                *(_cell(cells.get((indicator, area, p, m))) for m in columns),
            )
            for p in periods
        ),
        title=title + basis,
        unit=unit,
        keys=tuple(Key(indicator, area, p) for p in periods),
        by=next(iter(columns.values())).name,
    )


def _by_place(
    figures: Figures, question: Question, found: Sequence[Figure]
) -> tuple[list[Block], list[Text]]:
    """Return a table for each period: a row for each place, a column for each measure."""
    cells, columns, indicator = _cells(found), _columns(found), found[0].indicator
    places: dict[Period, dict[str, None]] = {}
    for figure in found:  # each period has its own order, of a curve
        places.setdefault(Period.parse(figure.time_period), {})[figure.ref_area] = None
    have = Counter(Period.parse(f.time_period) for f in found if f.value is not None)
    periods = sorted(places)
    shown, said = [p for p in periods if have[p]] or periods[-1:], list[Text]()
    if question.window.is_open:
        shown, said = newest_shown(have, periods)
    title = figures.catalogue.indicators[indicator].name
    if others := {f.counterpart_area for f in found if f.counterpart_area}:
        title += same(" / ") + joined([figures.catalogue.places[a].name for a in others])
    blocks = [
        Block(
            (Column(Text("place", "地区"), right=False, name="place"), *columns.values()),
            tuple(
                (
                    Cell(text=figures.catalogue.places[area].name),
                    *(_value(cells.get((indicator, area, str(period), m))) for m in columns),
                )
                for area in places[period]
            ),
            title=title + label(period),
            keys=tuple(Key(indicator, area, str(period)) for area in places[period]),
            by=next(iter(columns.values())).name,
        )
        for period in shown
    ]
    return blocks, said


def _measured(found: Sequence[Figure]) -> Column:
    """Return the column of one measure, with its unit and prices where all have one."""
    units, bases = {f.unit for f in found}, {f.price_basis for f in found}
    head = _what(found[0])
    basis = BASIS.get(bases.pop(), None) if len(bases) == 1 else None
    if basis is not None:
        head = joined([head, basis], zh="，")
    unit = units.pop() if len(units) == 1 else ""
    if unit and (unit in head.zh or unit_text(unit).en in head.en):
        unit = ""
    return Column(head, right=False, name=found[0].measure.partition(":")[0], unit=unit)


def _value(figure: Figure | None) -> Cell:
    """Return a number with its interval, or the sign of a gap."""
    if figure is None or figure.value is None:
        return Cell(text=same("…"))
    return Cell(figure, interval=True, count=True)


def _cell(figure: Figure | None) -> Cell:
    """Return a number with its interval, and n where it is of several."""
    cell = _value(figure)
    return cell if figure is not None and (figure.n or 0) > 1 else cell._replace(count=False)


def _block(figures: Figures, found: Sequence[Figure]) -> Block:
    rows = []
    for figure in found:
        period = Period.parse(figure.time_period)
        rows.append(
            (
                Cell(text=_place(figures, figure)),
                Cell(text=Text(period.label("en"), period.label("zh"))),
                Cell(text=_what(figure)),
                _value(figure),
                Cell(unit=figure.unit),
                Cell(text=BASIS.get(figure.price_basis) or at_prices(figure.price_basis)),
            )
        )
    columns = (
        Column(Text("place", "地区"), right=False, name="place", once=True),
        Column(Text("period", "时期"), right=False, name="period"),
        Column(Text("what", "内容"), right=False),
        Column(Text("value", "数值"), right=False, name="value"),
        Column(Text("unit", "单位"), right=False),
        Column(Text("basis", "口径"), right=False),
    )
    title = figures.catalogue.indicators[found[0].indicator].name
    keys = tuple(Key(f.indicator, f.ref_area, f.time_period) for f in found)
    return Block(columns, tuple(rows), title=title, keys=keys, by="value")


def _place(figures: Figures, figure: Figure) -> Text:
    places = figures.catalogue.places
    if figure.ref_area not in places:  # those that were listed have no one parent
        return Text("the places named", "所列地区")
    name = places[figure.ref_area].name
    if figure.counterpart_area:
        name = name + same(" / ") + places[figure.counterpart_area].name
    return name


def _what(figure: Figure) -> Text:
    return _what_of(figure.measure)


def _what_of(measure: str) -> Text:
    return MEASURE.get(measure.partition(":")[0], same(measure))
