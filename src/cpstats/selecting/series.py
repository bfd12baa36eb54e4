"""The figures of one series, in order of time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cpstats.model.figure import Figure
from cpstats.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cpstats.store.selection import Row


class Series(Mapping[Period, Figure]):
    """The figures of one series by period; one is made when it is asked for."""

    __slots__ = ("_make", "_rows")

    def __init__(
        self, make: Callable[[Sequence[Row]], Figure], rows: Mapping[Period, Sequence[Row]]
    ) -> None:
        self._make = make
        self._rows = rows

    def __getitem__(self, period: Period) -> Figure:
        """Return the figure of a period; the others of its cell stand behind it."""
        return self._make(self._rows[period])

    def __contains__(self, period: object) -> bool:
        """Whether there is a figure of a period."""
        return period in self._rows

    def __iter__(self) -> Iterator[Period]:
        """Walk through the periods, the earliest first."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many periods there are."""
        return len(self._rows)

    def rows_of(self, periods: Iterable[Period]) -> list[Row]:
        """Return the rows of some periods, the preferred ones first."""
        return sorted(row for period in periods for row in self._rows[period])

    def before(self, other: Series) -> Series:
        """Return both in one: where the two have a period, this one's figure."""
        if not other:
            return self
        both = {**other._rows, **self._rows}
        return Series(self._make, dict(sorted(both.items())))
