"""Where header and figures of a table lie, and what its other columns hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.frequencies import WHOLE_YEAR, is_frequency
from cpstats.store.recognising.asking_cells import not_a_number
from cpstats.store.recognising.beside_periods import BESIDE
from cpstats.store.recognising.described import column_of_words
from cpstats.store.recognising.end_of_data import end_of_data
from cpstats.store.recognising.extent import header_of, said_header
from cpstats.store.recognising.header_rows import garbled_row
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.looks import no_table
from cpstats.store.recognising.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.sheet import Sheet

FEWEST = 3  # rows of periods above those that are of none
DESCRIPTIONS = ("unit", "freq", "other", "code", "scale")


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the parts of a sheet lie: rows of the header, rows of data, kinds of the keys.

    `described` is whether rows of the header begin with the word for what they say of the columns.
    """

    header: range
    data: range
    keys: dict[int, str]
    described: bool = False


def outline_of(sheet: Sheet, cells: Sequence[Sequence[str]], hints: Hints) -> Outline:
    """Return where header, keys and figures of a sheet lie.

    Raises
    ------
    DataError
        When no table is found, or it is not known what a column tells apart.
    """
    header = said_header(sheet, hints) or header_of(sheet, cells)
    data = range(header.stop, end_of_data(cells, header.stop))
    if not data:
        raise no_table(sheet)
    if not hints.header and (at := garbled_row(cells, header)):
        i, column = at
        others = [c for c in cells[i][column:] if c]
        raise not_a_number(sheet, at, cells[i][column], cells[header.start][column], others)
    described = is_described(cells, header)
    spoken = range(header.start, header.start + 1) if described else header
    keys = Roles(sheet, cells, (header, data), hints, spoken).assigned()
    return Outline(header, _above_changes(cells, data, keys), keys, described)


def _above_changes(cells: Sequence[Sequence[str]], data: range, keys: dict[int, str]) -> range:
    """Return the rows of figures without those at the end that are of no period: change, average, growth rate."""
    column = next((c for kind in ("part", "time") for c, k in keys.items() if k == kind), None)
    stop = data.stop
    while column is not None and stop > data.start + FEWEST:
        text = cells[stop - 1][column] if column < len(cells[stop - 1]) else ""
        of_none = bool(BESIDE.search(text)) and not (period_of(text) or WHOLE_YEAR.fullmatch(text))
        if any(cells[stop - 1]) and not of_none:
            break
        stop -= 1
    last = stop < data.stop and any(map(any, cells[stop : data.stop]))
    return range(data.start, stop if last else data.stop)


def is_described(cells: Sequence[Sequence[str]], header: range) -> bool:
    """Whether a header is that of a block of series: rows of unit, frequency, number, source; or frequencies alone."""
    left = column_of_words(cells, header)
    stubs = [
        next((c for c in cells[i][left:] if c), "") for i in header
    ]  # a label merged over two rows is one
    last = [text for text in cells[header.stop - 1] if text] if header else []
    alone = len(last) == 1 and role_of(last[0]) == "time"  # the word over the periods below
    roles = [*map(role_of, dict.fromkeys(stubs))]
    below = (
        next((c for c in cells[header.stop][left:] if c), "") if header.stop < len(cells) else ""
    )
    # the first line names the series, whatever it begins with, and those that begin with nothing
    behind = [
        role_of(stub)
        for i, stub in zip(header[1:], stubs[1:], strict=True)
        if any(cells[i][left : left + 1])
    ]
    dated = "unit" in behind and all(behind) and period_of(below) is not None
    rows = [[text for text in cells[i] if text] for i in header]
    sure = any(
        role_of(row[0]) == "freq" and all(map(is_frequency, row[1:])) for row in rows if row[1:]
    )
    return dated or sure or sum(role in DESCRIPTIONS for role in roles) + alone > 1
