"""Observations that were read before, found by their indicator: for who puts many questions to them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

    Columns = dict[str, list[Any]]


class Indexed:
    """All observations of a package, found by their indicator."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._of: dict[str, list[int]] = {}
        for row, indicator in enumerate(columns["indicator"]):
            self._of.setdefault(indicator, []).append(row)

    def columns(
        self, indicators: Collection[str] | None, places: Collection[str] | None
    ) -> Columns:
        """Return those of some indicators and places, in the order of the tables."""
        names = self._of if indicators is None else [i for i in indicators if i in self._of]
        rows = sorted(chain.from_iterable(self._of[name] for name in names))
        if places is not None:
            areas = self._columns["ref_area"]
            rows = [row for row in rows if areas[row] in places]
        return {name: [cells[row] for row in rows] for name, cells in self._columns.items()}
