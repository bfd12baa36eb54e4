"""A place and its benchmark in one period: levels, growth, and how they compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.answers.show_cells import at_prices
from cpstats.model.report import Cell, Column
from cpstats.model.text import Text, joined, same, typed
from cpstats.model.typeset import MISSING
from cpstats.model.unit import PERCENT, POINTS
from cpstats.model.words import BASIS
from cpstats.selecting.pair import compared, gap_between, told_gap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.answers.lettered import Marks
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.report import Block
    from cpstats.selecting.pair import Pair

QUOTIENT = {  # by the indicator's `compare` word
    "share": Column(Text("share", "占比"), name="share", unit=PERCENT),
    "points": Column(Text("gap", "差"), name="level_gap", unit=POINTS),
    "ratio": Column(Text("ratio", "倍数"), name="ratio"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """Levels and growth of a place and its benchmark, the gap of growth, share, ratio or gap."""

    level: Figure | None
    growth: Figure | None
    other: Figure | None
    other_growth: Figure | None
    gap: Figure
    quotient: Figure
    told: bool  # the gap is a published one

    @classmethod
    def of(cls, pair: Pair, period: Period) -> Line:
        """Put together what is known of a period."""
        a, b = (levels.get(period) for levels in pair.levels)
        made = pair.within.get(period, {})
        a, b = made.get(pair.area, a), made.get(pair.other, b)
        g, h = (pair.growths[p].get(period) for p in pair.places)
        gap = gap_between(pair, g, h, period)
        told = told_gap(pair, period) if gap.value is None else None
        quotient = compared(pair, a, b, period, comparable=bool(made))
        return cls(a, g, b, h, told or gap, quotient, told is not None)

    @property
    def figures(self) -> list[Figure]:
        """Everything there is, in the order of the columns."""
        made = (self.level, self.growth, self.other, self.other_growth, self.gap, self.quotient)
        return [f for f in made if f is not None]

    @property
    def own(self) -> bool:
        """Whether there is a figure of the place itself."""
        return self.level is not None or self.growth is not None

    def gap_cell(self, marks: Marks) -> Cell:
        """Return the gap of growth, marked where it is published or may be none."""
        return Cell(self.gap, mark=marks.of(self.gap) if self.told else marks.equal(self.gap))

    def quotient_cell(self, marks: Marks) -> Cell:
        """Return share, ratio or gap of the levels, marked with what makes them comparable."""
        a, b = self.level, self.other
        mark = marks.both(a, b) if self.quotient.value is not None and a and b else ""
        return Cell(self.quotient, mark=mark)


def says(cell: Cell) -> bool:
    """Return whether there is a number in a cell."""
    return cell.figure is not None and cell.figure.value is not None


def prices_of(bases: Iterable[str]) -> str | None:
    """Return the price basis of all levels; None where they have several."""
    every = {*bases}
    return every.pop() if len(every) == 1 else None if every else ""


def basis_of_growth(pair: Pair, lines: Iterable[Line]) -> str:
    """Return the price basis of the growth that is shown: the only one, or the indicator's."""
    found = (f for line in lines for f in (line.growth, line.other_growth) if f is not None)
    bases = {f.price_basis for f in found}
    return bases.pop() if len(bases) == 1 else pair.indicator.growth_basis


def level_cell(figure: Figure | None, prices: str | None, marks: Marks) -> Cell:
    """Return a level, marked with its prices where the table does not say them for all."""
    if figure is None or prices is not None or not figure.price_basis:
        return _cell(figure)
    return Cell(figure, mark=marks.say(at_prices(figure.price_basis)))


def rate_cell(figure: Figure | None, own: str, marks: Marks) -> Cell:
    """Return growth, marked where it is of another price basis than the table says."""
    if figure is None or figure.price_basis == own or figure.price_basis not in BASIS:
        return _cell(figure)
    return Cell(figure, mark=marks.say(BASIS[figure.price_basis]))


def _cell(figure: Figure | None) -> Cell:
    return Cell(text=same("…")) if figure is None else Cell(figure)


def against(cell: Cell, whole: Figure, name: Text, marks: Marks) -> Cell:
    """Return a cell marked with the figure of the benchmark that only this place is compared with."""
    value = f"{whole.value:,.10g}"
    text = Text(f"{name.en} of another release: {value}", f"{name.zh}另一版本：{value}")
    return cell._replace(mark=marks.say(text))


def quotient_column(kind: str) -> Column:
    """Return the column of shares, ratios or gaps: each with the digits that it has."""
    return QUOTIENT.get(kind, QUOTIENT["ratio"])


def there_is(periods: Iterable[Period]) -> Text:
    """Say which periods there are, where none of them is asked for."""
    told = joined([Text(p.label("en"), p.label("zh")) for p in periods])
    return Text("; there is ", "；另有") + told + typed(" (--period)", "（--period）")


def filled(block: Block) -> Block:
    """Return the table without the rows and columns in which nothing stands behind the first one.

    What says whose the next column is stays: growth behind an empty level of a place.
    """
    rows = [n for n, row in enumerate(block.rows) if any(map(_stands, row[1:]))]
    heads = [column.header for column in block.columns]
    full = [any(_stands(block.rows[n][i]) for n in rows) for i in range(len(heads))]
    kept = [
        i
        for i, stands in enumerate(full)
        if not i or stands or (any(full[i + 1 : i + 2]) and heads.count(heads[i + 1]) > 1)
    ]
    if not rows or len(kept) < 2:
        return block
    return block._replace(
        columns=tuple(block.columns[i] for i in kept),
        rows=tuple(tuple(block.rows[n][i] for i in kept) for n in rows),
        keys=tuple(block.keys[n] for n in rows) if block.keys else (),
        ruled=frozenset(at for at, n in enumerate(rows) if n in block.ruled),
    )


def _stands(cell: Cell) -> bool:
    """Return whether a cell shows anything but that there is nothing."""
    said = cell.text is not None and cell.text.en not in ("", MISSING)
    return says(cell) or said or bool(cell.mark)


def without_empty(block: Block, first: int) -> Block:
    """Return the table without the columns behind the first ones in which nothing stands."""
    kept = [
        i for i in range(len(block.columns)) if i < first or any(says(row[i]) for row in block.rows)
    ]
    return block._replace(
        columns=tuple(block.columns[i] for i in kept),
        rows=tuple(tuple(row[i] for i in kept) for row in block.rows),
    )
