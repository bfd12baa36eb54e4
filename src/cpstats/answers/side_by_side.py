"""Many places, or many indicators, in one table of `show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.show_cells import (
    bases_shown,
    cell,
    columns_of,
    own_decimals,
    priced,
    row_of,
)
from cpstats.answers.shown_periods import WITHIN, label
from cpstats.model.period import Period
from cpstats.model.report import Block, Cell, Column, Key
from cpstats.model.text import Text, same
from cpstats.model.unit import unit_text
from cpstats.selecting.rates import known_growths

if TYPE_CHECKING:
    from cpstats.answers.lettered import Marks
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

PLACE = Column(Text("place", "地区"), right=False, name="place")


def by_place(
    figures: Figures, question: Question, indicator: str, marks: Marks, period: Period
) -> tuple[list[Block], list[Figure]]:
    """Return one period of many places: a row for each, a table for levels at other prices."""
    growths = known_growths(figures, indicator, question.places)
    bases = bases_shown(figures, indicator, question.places)
    places = figures.catalogue.places
    blocks: list[Block] = []
    found: list[Figure] = []
    for basis in bases:
        rows: list[tuple[Cell, ...]] = []
        used: list[Figure] = []
        for area in question.places:
            level = figures.series(indicator, area, "level", basis).get(period)
            growth = growths[area].get(period)
            rows.append(row_of(Cell(text=places[area].name), level, growth, marks))
            used += [f for f in (level, growth) if f is not None]
        columns = (PLACE, *columns_of(figures, indicator, used)[1:])
        title = figures.catalogue.indicators[indicator].name + label(period)
        title += _prices(bases, basis)
        keys = tuple(Key(indicator, area, str(period)) for area in question.places)
        if basis == bases[0] or any(f.measure == "level" for f in used):
            blocks.append(Block(columns, tuple(rows), title=title, keys=keys, by="level"))
            found += used
    return blocks, found


def _prices(bases: tuple[str, ...], basis: str) -> Text:
    """Return the prices of a table, where they are constant or there are several."""
    return priced(basis) if len(bases) > 1 or basis.startswith("constant") else same("")


def one_column_each(
    figures: Figures, question: Question, indicator: str
) -> tuple[list[Block], list[Figure]]:
    """Return the levels of many places: periods in rows, places in columns."""
    blocks, found = [], []
    bases = bases_shown(figures, indicator, question.places)
    for basis in bases:
        levels = {a: figures.series(indicator, a, "level", basis) for a in question.places}
        inside = {p for own in levels.values() for p in own if question.window.contains(p)}
        periods = sorted(p for p in inside if p.fits(question.freq or "annual"))
        if not question.freq and question.window.is_range:
            periods += sorted(p for p in inside if p.freq in WITHIN)
        if not periods and not question.freq:
            periods = sorted(inside)
        rows = tuple(
            (
                Cell(text=Text(p.label("en"), p.label("zh"))),
                *(cell(own.get(p)) for own in levels.values()),
            )
            for p in periods
        )
        columns = (
            Column(Text("period", "时期"), right=False),
            *(Column(figures.catalogue.places[area].name) for area in levels),
        )
        found += [own[p] for p in periods for own in levels.values() if p in own]
        thing = figures.catalogue.indicators[indicator]
        unit = figures.unit(indicator, *levels)
        title = thing.name + _prices(bases, basis)
        blocks.append(Block(columns, rows, title=title, unit=unit))
    return blocks, found


def by_indicator(figures: Figures, found: list[Figure]) -> Block:
    """Return the levels of many indicators of one place: indicators in rows, periods in columns."""
    periods = sorted({Period.parse(f.time_period) for f in found})
    cells = {(f.indicator, f.price_basis, f.time_period): f for f in found}
    rows = []
    for indicator, basis in dict.fromkeys((f.indicator, f.price_basis) for f in found):
        thing = figures.catalogue.indicators[indicator]
        name = thing.name + (priced(basis) if basis.startswith("constant") else same(""))
        row = [
            Cell(text=name),
            Cell(text=unit_text(figures.unit(indicator, *{f.ref_area for f in found}))),
        ]
        row += [
            Cell(text=own_decimals(f)) if f else Cell(text=same("…"))
            for p in periods
            for f in (cells.get((indicator, basis, str(p))),)
        ]
        rows.append(tuple(row))
    columns = (
        Column(Text("indicator", "指标"), right=False),
        Column(Text("unit", "单位"), right=False),
        *(Column(Text(p.label("en"), p.label("zh"))) for p in periods),
    )
    return Block(columns, tuple(rows))
