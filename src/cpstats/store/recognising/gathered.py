"""The figures of a table that is being read: all at once where its lines are alike, else line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.store.cells import is_missing, is_number
from cpstats.store.recognising import asking, telling
from cpstats.store.recognising.alike import read_alike
from cpstats.store.recognising.another_unit import CONTRIBUTIONS, ends_with_rate
from cpstats.store.recognising.changes_of_rates import with_changes_of_rates
from cpstats.store.recognising.classes_of_amounts import without_units_of_classes
from cpstats.store.recognising.doubts import (
    MEASURE,
    NAME,
    UNIT,
    VALUE,
    is_fraction,
    look_at_rates,
    look_at_signs,
    oddities,
)
from cpstats.store.recognising.dropped_units import look_for_dropped_units
from cpstats.store.recognising.grown_by_levels import hundredth_of_growth
from cpstats.store.recognising.growth_words import is_growth_of_something
from cpstats.store.recognising.indices_of_title import with_indices_of_title
from cpstats.store.recognising.lost_zeros import look_for_lost_zeros
from cpstats.store.recognising.named_growth import names_of_growth
from cpstats.store.recognising.no_header import look_for_names
from cpstats.store.recognising.parts_of_names import with_parts_of_names
from cpstats.store.recognising.previous_period import with_growth_on_the_previous
from cpstats.store.recognising.short_lines import look_for_short_lines
from cpstats.store.recognising.too_large_for_rates import without_rates_of_large_figures
from cpstats.store.recognising.twins import codes_of_places, look_for_twins
from cpstats.store.recognising.unit_of_corner import with_unit_of_corner
from cpstats.store.recognising.units_of_columns import with_units_of_columns
from cpstats.store.recognising.units_of_quantities import with_units_of_quantities

if TYPE_CHECKING:
    from cpstats.store.recognising.reading import Reading


def observations(
    made: Reading, faults: list[DataError] | None
) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """Return a row for each value, and where it stands."""
    look_for_names(made)
    look_for_lost_zeros(made)
    look_for_short_lines(made)
    rows, origins = read_alike(made) or _line_by_line(made, faults)
    look_for_twins(made, rows, origins)
    shown = {n for n, (i, c) in enumerate(origins) if "%" in made.cells[i][c]}
    look_at_signs(made.sheet, rows, origins, shown)
    if not made.hints.unit:
        look_at_rates(made.sheet, rows, origins, made.signed)
        _put_per_cent(made, rows)
    elif is_fraction(made.hints.unit):
        _put_fractions(rows)
    title = made.titles.said.get("title", "")
    body = range(made.outline.header.start, made.outline.data.stop)
    without_rates_of_large_figures(rows, title, (t for i in body for t in made.cells[i]))
    made.assumed |= dict.fromkeys(with_unit_of_corner(made, rows))
    if not made.hints.unit:
        made.assumed |= dict.fromkeys(without_units_of_classes(rows, title))
    look_for_dropped_units(made, rows)
    _take_units_of_quantities(made, rows, origins)
    if not made.hints.unit:
        made.assumed |= dict.fromkeys(with_units_of_columns(rows, whole=made.whole))
    made.assumed |= dict.fromkeys((*with_parts_of_names(rows), *with_changes_of_rates(rows)))
    made.assumed |= dict.fromkeys(with_growth_on_the_previous(rows))
    lines = (made.cells[i] for i in range(made.outline.data.stop))
    texts = (text for line in lines for text in line if text and not is_number(text))
    made.assumed |= dict.fromkeys(with_indices_of_title(rows, title, texts))
    made.assumed |= dict.fromkeys(oddities(made.sheet, rows, origins))
    return rows, origins


def _take_units_of_quantities(
    made: Reading, rows: list[list[str]], origins: list[tuple[int, int]]
) -> None:
    """Take the unit in a column from the value beside a quantity, where it is that of the quantity."""
    column = next((c for c, kind in made.outline.keys.items() if kind == "unit"), None)
    if column is None or made.hints.unit:
        return
    said = [row[column] if column < len(row) else "" for row in made.cells]
    over = {c: slots.label for c, slots in made.above.items()}
    if told := with_units_of_quantities(rows, origins, over, said):
        made.assumed[told] = None


def _put_fractions(rows: list[list[str]]) -> None:
    """Put that growth is printed as fractions also where a label says per cent, but the amounts beside it a hundred times as much."""
    grown = {row[NAME] for row in rows if row[MEASURE] == "growth"}
    told = {name for name in grown if hundredth_of_growth(rows, name) is not None}
    for row in rows:
        if row[NAME] in told and row[MEASURE] == "growth":
            row[UNIT] = "小数"


def _put_per_cent(made: Reading, rows: list[list[str]]) -> None:
    """Put per cent where a name says growth and nothing names a unit, and say so."""
    grown = names_of_growth((row[NAME], row[VALUE]) for row in rows if not row[UNIT])
    for row in rows:
        if row[NAME] in grown and row[MEASURE] == "level" and not row[UNIT]:
            made.assumed[telling.growth_by_name(row[NAME])] = None
            row[NAME], row[MEASURE], row[UNIT] = grown[row[NAME]], "growth", "%"
        grows = row[MEASURE] == "level" and not row[UNIT] and is_growth_of_something(row[NAME])
        other = ends_with_rate(row[NAME]) or CONTRIBUTIONS.search(row[NAME])
        if grows and not other:
            row[UNIT] = "%"
            made.assumed[telling.growth_by_name(row[NAME])] = None


def _line_by_line(
    made: Reading, faults: list[DataError] | None
) -> tuple[list[list[str]], list[tuple[int, int]]]:
    rows: list[list[str]] = []
    origins: list[tuple[int, int]] = []
    seen: dict[tuple[str, ...], str] = {}
    placed = codes_of_places(made)
    for i in made.outline.data:
        cells = made.cells[i]
        values = [c for c in made.above if c < len(cells) and not is_missing(cells[c])]
        try:
            _look_behind(made, i)
            keys = made.keys_of(i) if values else {}
        except DataError as fault:
            _put(fault, faults)
            continue
        for column in values:
            try:
                row = made.row(i, column, keys)
            except DataError as fault:
                _put(fault, faults)
                continue
            key = (*row[:4], *(cells[c] for c in placed if c < len(cells)))
            if seen.get(key) == row[4]:  # the first quarter stands twice, single and cumulated
                continue
            seen.setdefault(key, row[4])
            rows.append(row)
            origins.append((i, column))
    if not rows and not faults:
        raise asking.no_figure(made.sheet, made.outline.data)
    return rows, origins


def _look_behind(made: Reading, i: int) -> None:
    """Refuse a line that has cells behind the last column of the header."""
    for column in range(made.width, len(made.cells[i])):
        if made.cells[i][column] and is_number(made.cells[i][column]):
            raise asking.too_many(made.sheet, i, column)


def _put(fault: DataError, faults: list[DataError] | None) -> None:
    """Collect a fault; raise it where nobody collects."""
    if faults is None:
        raise fault
    faults.append(fault)
