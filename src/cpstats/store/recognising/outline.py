"""Where header and figures of a table lie, and what its other columns hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.store.recognising.extent import end_of_data, header_of, no_table, said_header
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.sheet import Sheet

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
    described = is_described(cells, header)
    spoken = range(header.start, header.start + 1) if described else header
    keys = Roles(sheet, cells, (header, data), hints, spoken).assigned()
    return Outline(header, data, keys, described)


def is_described(cells: Sequence[Sequence[str]], header: range) -> bool:
    """Whether a header is that of a block of series: rows of unit, frequency, number, source."""
    stubs = {
        next((c for c in cells[i] if c), "") for i in header
    }  # a label merged over two rows is one
    return sum(role_of(stub) in DESCRIPTIONS for stub in stubs) > 1
