"""The figures of one series, in order of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.model.figure import Figure
from cpstats.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cpstats.store.selection import Columns, Row


@dataclass(frozen=True, slots=True)
class Time:
    """The periods that the rows of a question have, in order."""

    order: list[Period]
    places: dict[Period, int]  # of each among them
    codes: dict[str, int]

    @classmethod
    def of(cls, codes: Iterable[str]) -> Time:
        """Take the codes of periods."""
        periods = {Period.parse(code): code for code in {*codes}}
        order = sorted(periods)
        places = {period: place for place, period in enumerate(order)}
        return cls(order, places, {periods[period]: place for period, place in places.items()})


class Series(Mapping[Period, Figure]):
    """The figures of one series by period; one is made when it is asked for."""

    __slots__ = ("_columns", "_make", "_rows", "_time")

    def __init__(
        self,
        make: Callable[[Sequence[Row]], Figure],
        columns: Columns,
        time: Time,
        rows: Mapping[int, Sequence[Row]],
    ) -> None:
        self._make = make
        self._columns = columns
        self._time = time
        self._rows = rows  # by the place of the period

    def __getitem__(self, period: Period) -> Figure:
        """Return the figure of a period; the others of its cell stand behind it."""
        return self._make(self._rows[self._time.places[period]])

    def __contains__(self, period: object) -> bool:
        """Whether there is a figure of a period."""
        return self._time.places.get(period) in self._rows  # type: ignore[call-overload]

    def __iter__(self) -> Iterator[Period]:
        """Walk through the periods, the earliest first."""
        return map(self._time.order.__getitem__, sorted(self._rows))

    def __len__(self) -> int:
        """How many periods there are."""
        return len(self._rows)

    def rows(self, period: Period) -> Sequence[Row]:
        """Return the rows of a period, the preferred ones first."""
        return self._rows.get(self._time.places.get(period, -1), ())

    def said(self, column: str) -> set[str]:
        """Return what the figures say in a column; none is made for it."""
        cells = self._columns[column]
        return {cells[rows[0]] for rows in self._rows.values()}

    def before(self, other: Series) -> Series:
        """Return both in one: where the two have a period, this one's figure."""
        if not other:
            return self
        return Series(self._make, self._columns, self._time, {**other._rows, **self._rows})
