"""A plain table with periods, or indicators, in columns, as rows of observations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.columns import OBSERVATION, REQUIRED

if TYPE_CHECKING:
    from collections.abc import Sequence


class Layout(NamedTuple):
    """Which columns of a header hold values, and what their names are.

    `spread` is `time_period` or `indicator`; `values` are the positions of the value columns;
    the header of the long table is `kept` by position, then `spread`, then `obs_value`.
    """

    spread: str
    kept: tuple[int, ...]
    values: tuple[int, ...]

    def header(self, header: Sequence[str]) -> list[str]:
        """Return the names of the columns of the long table."""
        return [*(header[i] for i in self.kept), self.spread, "obs_value"]

    def rows(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return one row for each value cell, line by line."""
        return [
            [*(row[i] for i in self.kept), header[value], row[value]]
            for row in rows
            for value in self.values
        ]

    def place(self, number: int, column: str, header: Sequence[str]) -> tuple[int, int]:
        """Return line (0 is the first below the header, -1 the header) and position of a cell."""
        line, value = divmod(number, len(self.values))
        if column == self.spread:
            return -1, self.values[value]
        if column == "obs_value" or column not in header:
            return line, self.values[value]
        return line, header.index(column)


def layout_of(header: Sequence[str]) -> Layout | None:
    """Return how a wide table is laid out; None for a long one, and for what is neither.

    A header without `obs_value` and without `time_period` has periods in columns (`2023`,
    `2024年`, `2024-Q1`); one without `obs_value` and without `indicator` has indicators in them.
    """
    missing = {name for name in REQUIRED if name not in header}
    if missing == {"obs_value", "time_period"}:
        values = tuple(i for i, name in enumerate(header) if _is_period(name))
        spread = "time_period"
    elif missing == {"obs_value", "indicator"}:
        values = tuple(i for i, name in enumerate(header) if name and name not in OBSERVATION)
        spread = "indicator"
    else:
        return None
    kept = tuple(i for i in range(len(header)) if i not in values and header[i] in OBSERVATION)
    return Layout(spread, kept, values) if values else None


def _is_period(text: str) -> bool:
    from cpstats.model.period import Period, PeriodError

    try:
        Period.parse(text)
    except PeriodError:
        return False
    return True
