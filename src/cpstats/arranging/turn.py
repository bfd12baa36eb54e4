"""A table turned: places, periods or indicators in rows, another of them in columns.

Machine formats are turned alike: their rows have the same words, the numbers of a period (a place,
an indicator) stand in a column of its code.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.arranging.called import name_of
from cpstats.arranging.column_names import numbers
from cpstats.arranging.turned import records
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.period import Period
from cpstats.model.report import Block, Cell, Column, Key
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import in_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.report import Report

LONGEST = 7  # of the code of a period that is no span: 2024-08
AXES = ("place", "period", "indicator")
LEVELS = ("level", "other_level")  # in the unit behind the title
IDENT = (
    "indicator",
    "ref_area",
    "counterpart_area",
    "time_period",
    "measure",
    "price_basis",
    "unit",
)
TELLING = ("method", "base_period", "vintage", "source", "obs_status")  # what tells two apart
FIRST = Text("place", "地区"), Text("period", "时期"), Text("indicator", "指标")


def turned(
    report: Report, rows: str, *, machine: bool = True, whole: Sequence[Block] = ()
) -> Report:
    """Return an answer with places, periods or indicators in rows.

    Without a word there are places in rows, where there are several, else indicators; periods
    stand in columns before places, these before indicators. What has but one place, period and
    indicator has its measures in rows; where rows were cut, `whole` are the tables that decide.
    """
    blocks = [block for block in report.blocks if block.keys]
    if not blocks:
        raise UsageError(
            Message("this answer cannot be turned", "该结果不能转置"),
            mend=Message("Name an indicator.", "请指定指标。"),
        )
    several = _several([block for block in whole if block.keys] or blocks, report.figures)
    axis = rows or next((a for a in ("place", "indicator") if a in several), "")
    across = next((a for a in ("period", "place", "indicator") if a in several and a != axis), "")
    made = _tables(report, blocks, axis, across, alone=axis not in several)
    others = [block for block in report.blocks if not block.keys]
    report = replace(report, blocks=(*made, *others))
    if not machine:
        return report
    columns, rows_ = records(report.figures, axis, across)
    return replace(report, columns=columns, records=rows_)


def _several(blocks: Sequence[Block], figures: Sequence[Figure]) -> set[str]:
    """Return of which there is more than one; figures may have periods that no table shows."""
    keys = [key for block in blocks for key in block.keys]
    periods = {k.period for k in keys}
    if periods != {""}:
        periods |= {f.time_period for f in figures}
    counts = {
        "place": len({k.area for k in keys}),
        "period": len(periods),
        "indicator": len({k.indicator for k in keys}),
    }
    return {axis for axis, count in counts.items() if count > 1}


def _of(key: Key, axis: str) -> str:
    return {"place": key.area, "period": key.period, "indicator": key.indicator}.get(axis, "")


Cells = dict[tuple[str, str], Cell]  # by row and column


class _Measure:
    """One column of the tables that are turned: its cells, and the rows that stand aside."""

    def __init__(self, column: Column, rest: str, unit: str, place: str = "") -> None:
        self.column = column
        self.rest = rest
        self.place = place  # where places are no axis
        self.unit = column.unit or (unit if column.name in LEVELS else "")
        self.cells: Cells = {}
        self.rows: dict[str, bool] = {}  # whether it stands aside
        self.across: dict[str, None] = {}
        self.last: dict[str, None] = {}  # what stands aside, in columns
        self.names: dict[tuple[str, str], Text] = {}  # by axis and value, as the table has them

    def take(self, row: str, across: str, cell: Cell, *, aside: bool, beside: bool) -> None:
        """Take a cell; the first of a place stays. `beside`: places stand in columns."""
        self.cells.setdefault((row, across), cell)
        self.rows[row] = self.rows.get(row, True) and aside and not beside
        if cell.figure is not None and cell.figure.value is not None:
            (self.last if aside and beside else self.across)[across] = None

    def name(self, catalogue: Catalogue, axis: str, ident: str) -> Text:
        """Return what a person calls a value of an axis: as the table does, else the catalogue."""
        return self.names.get((axis, ident)) or name_of(catalogue, axis, ident)

    def units(self, place: int) -> dict[str, str]:
        """Return the unit of the levels of each row (0) or column (1), where they have several."""
        found: dict[str, set[str]] = {}
        for key, cell in self.cells.items():
            if cell.figure is not None:
                found.setdefault(key[place], set()).add(cell.figure.unit)
        several = len(set().union(*found.values())) > 1
        alike = self.column.name in LEVELS and several and all(len(u) == 1 for u in found.values())
        return {name: next(iter(units)) for name, units in found.items()} if alike else {}

    def says(self, row: str) -> bool:
        """Return whether a number stands in a row."""
        return any((row, c) in self.cells and self.cells[row, c].figure for c in self.across)


def _tables(
    report: Report, blocks: Sequence[Block], axis: str, across: str, *, alone: bool
) -> list[Block]:
    measures = _measures(blocks, axis, across)
    named = report.catalogue
    places = dict.fromkeys(m.place for m in measures)
    if len(places) < 2:
        return _tables_of(measures, named, axis, across, alone=alone)
    made = []
    for place in places:  # that are no axis have tables of their own
        own = [m for m in measures if m.place == place]
        name = own[0].name(named, "place", place)
        made += [
            block._replace(title=name if block.title is None else name + same(" · ") + block.title)
            for block in _tables_of(own, named, axis, across, alone=alone)
        ]
    return made


def _tables_of(
    measures: Sequence[_Measure], named: Catalogue, axis: str, across: str, *, alone: bool
) -> list[Block]:
    if not across:
        return _by_measure(measures, named, axis)
    if not axis or (alone and all(len(m.rows) == 1 for m in measures)):
        return _measures_in_rows(measures, named, across)
    return [_table(m, named, axis, across) for m in measures if m.across]


def _measures(blocks: Sequence[Block], axis: str, across: str) -> list[_Measure]:
    """Gather the cells of each named column, and of each thing that has no axis."""
    found: dict[tuple[str, ...], _Measure] = {}
    for block in blocks:
        first = [i for i in numbers(block) if block.columns[i].name == block.by]
        for i in dict.fromkeys((*first, *numbers(block))):
            column = block.columns[i]
            for key, row in zip(block.keys, block.rows, strict=False):  # a summary has no keys
                rest = [_of(key, a) for a in AXES if a not in (axis, across)]
                ident = (*rest, column.name)
                place = "" if "place" in (axis, across) else key.area
                new = _Measure(column, _rest(key, axis, across), block.unit, place)
                measure = found.setdefault(ident, new)
                _take_names(measure, block, key, row)
                measure.take(
                    _of(key, axis),
                    _of(key, across),
                    row[i],
                    aside=key.aside,
                    beside=across == "place",
                )
    return list(found.values())


def _take_names(measure: _Measure, block: Block, key: Key, row: tuple[Cell, ...]) -> None:
    for column, cell in zip(block.columns, row, strict=True):
        if column.name in AXES and cell.text is not None:
            measure.names.setdefault((column.name, _of(key, column.name)), cell.text)


def _rest(key: Key, axis: str, across: str) -> str:
    """Return what the title of a table says: the indicator, which is no axis."""
    return key.indicator if "indicator" not in (axis, across) else ""


def _ordered(values: Iterable[str], axis: str) -> list[str]:
    """Return the values of an axis: periods in the order of time, others as they come."""
    if axis != "period":
        return list(values)
    return sorted(values, key=lambda text: (len(text) > LONGEST, Period.parse(text)))


def _head(axis: str) -> Column:
    return Column(FIRST[AXES.index(axis)], right=False, name=axis)


def _table(measure: _Measure, named: Catalogue, axis: str, across: str) -> Block:
    """Return one measure: an axis in rows, another in columns."""
    columns = [*_ordered(measure.across, across), *measure.last]
    rows = _ordered([r for r in measure.rows if not measure.rows[r]], axis)
    rows += [r for r in measure.rows if measure.rows[r] and measure.says(r)]
    gap = Cell(text=same("…"))
    column = measure.column
    title = name_of(named, "indicator", measure.rest) if measure.rest else same("")
    what = joined([column.header, column.basis], zh="，") if column.basis else column.header
    aside = sum(not x for x in measure.rows.values())
    of_rows = measure.units(0)
    of_columns = {} if of_rows else measure.units(1)
    return Block(
        (
            _head(axis),
            *(
                Column(
                    in_unit(measure.name(named, across, c), of_columns.get(c, "")),
                    right=column.right,
                    decimals=column.decimals,
                    name=c,
                )
                for c in columns
            ),
        ),
        tuple(
            (
                Cell(text=in_unit(measure.name(named, axis, r), of_rows.get(r, ""))),
                *(measure.cells.get((r, c), gap) for c in columns),
            )
            for r in rows
        ),
        title=joined([title, what], en=" · ", zh=" · ") if title.en else what,
        ruled=frozenset({aside} if 0 < aside < len(rows) else ()),
        keys=tuple(
            Key(
                measure.rest or (r if axis == "indicator" else ""),
                r if axis == "place" else "",
                r if axis == "period" else "",
                aside=measure.rows[r],
            )
            for r in rows
        ),
        by=columns[-1] if columns else "",
        unit="" if of_rows or of_columns else measure.unit,
    )


def _measures_in_rows(measures: Sequence[_Measure], named: Catalogue, across: str) -> list[Block]:
    """Return the measures of one place (or one indicator) in rows."""
    every = _ordered(dict.fromkeys(c for m in measures for c in m.across), across)
    rows = []
    headers = [measure.column.header for measure in measures]
    for number, measure in enumerate(measures):
        column = measure.column
        what = joined([column.header, column.basis], zh="，") if column.basis else column.header
        if number and headers.count(column.header) > 1:  # growth of the one, and of the other
            what = joined([headers[number - 1], what])
        what = in_unit(what, measure.unit)
        for row in measure.rows:
            cells = [_own(measure.cells.get((row, c)), measure.column) for c in every]
            if any(c.figure for c in cells):
                rows.append((Cell(text=what), *cells))
    head = Column(Text("what", "内容"), right=False)
    return [
        Block((head, *(Column(measures[0].name(named, across, c)) for c in every)), tuple(rows))
    ]


def _own(cell: Cell | None, column: Column) -> Cell:
    """Return a cell with the decimals of the column it comes from."""
    if cell is None or cell.figure is None:
        return cell or Cell(text=same("…"))
    if column.decimals is None:
        return cell
    return cell._replace(figure=replace(cell.figure, decimals=column.decimals))


def _by_measure(measures: Sequence[_Measure], named: Catalogue, axis: str) -> list[Block]:
    """Return an axis in rows and the measures in columns."""
    axis = axis or "place"
    rows = _ordered(dict.fromkeys(r for m in measures for r in m.rows), axis)
    gap = Cell(text=same("…"))
    columns = [m.column._replace(unit=m.unit) for m in measures]
    return [
        Block(
            (_head(axis), *columns),
            tuple(
                (
                    Cell(text=measures[0].name(named, axis, r)),
                    *(m.cells.get((r, ""), gap) for m in measures),
                )
                for r in rows
            ),
        )
    ]
