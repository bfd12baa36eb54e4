"""Whether growth that has no per cent sign is per cent by the amounts that stand in the same table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, PLACE, PERIOD, MEASURE, VALUE = range(5)
NEAR = 0.06  # per cent: growth is printed with one decimal


def levels_give(rows: Sequence[Sequence[str]], name: str) -> bool:
    """Whether the amounts of a name grow on the year before, or on the period before, as its growth in per cent says.

    >>> rows = [["Huts", "Goa", year, "level", value] for year, value in (("2020", "1000"), ("2021", "1004"))]
    >>> levels_give([*rows, ["Huts", "Goa", "2021", "growth", "0.4"]], "Huts")
    True
    >>> levels_give([*rows, ["Huts", "Goa", "2021", "growth", "0.004"]], "Huts"), levels_give(rows, "Huts")
    (False, False)
    """
    own = [row for row in rows if row[NAME] == name]
    levels = {
        (row[PLACE], row[PERIOD]): float(row[VALUE]) for row in own if row[MEASURE] == "level"
    }
    if not levels:
        return False
    near = [
        any(abs((new / old - 1) * 100 - float(row[VALUE])) <= NEAR for old in before)
        for row in own
        if row[MEASURE] == "growth"
        and (new := levels.get((row[PLACE], row[PERIOD]))) is not None
        and (before := _before(levels, row[PLACE], row[PERIOD]))
    ]
    return bool(near) and all(near)


def _before(levels: dict[tuple[str, str], float], place: str, period: str) -> list[float]:
    """Return the amounts of the year before, and of the period before."""
    this = Period.parse(period)
    found = (levels.get((place, str(one))) for one in (this.year_before(), this.previous()))
    return [value for value in found if value]
