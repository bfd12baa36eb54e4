"""Whether growth that has no per cent sign is per cent by the amounts that stand in the same table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, PLACE, PERIOD, MEASURE, VALUE = range(5)
FEW = 3  # figures that show it
NEAR = 0.06  # per cent: growth is printed with one decimal


def levels_give(rows: Sequence[Sequence[str]], name: str) -> bool:
    """Whether the amounts of a name grow on the year before, or on the period before, as its growth in per cent says.

    >>> rows = [["Huts", "Goa", year, "level", value] for year, value in (("2020", "1000"), ("2021", "1004"))]
    >>> levels_give([*rows, ["Huts", "Goa", "2021", "growth", "0.4"]], "Huts")
    True
    >>> levels_give([*rows, ["Huts", "Goa", "2021", "growth", "0.004"]], "Huts"), levels_give(rows, "Huts")
    (False, False)
    """
    near = [
        min(abs(grown - printed) for grown in found) <= NEAR
        for printed, found in _pairs(rows, name)
    ]
    return bool(near) and all(near)


def hundredth_of_growth(rows: Sequence[Sequence[str]], name: str) -> Sequence[str] | None:
    """Return the first row of a name whose growth, said to be in per cent, is a hundredth of what its amounts give.

    All of it, and at several figures that would else be another growth.

    >>> rows = [["Huts", "Goa", str(2020 + n), "level", v] for n, v in enumerate(("1000", "1040", "1092", "1081"))]
    >>> grown = [["Huts", "Goa", str(2021 + n), "growth", v] for n, v in enumerate(("0.04", "0.05", "-0.01"))]
    >>> hundredth_of_growth([*rows, *grown], "Huts")[4], hundredth_of_growth([*rows, *grown[:2]], "Huts")
    ('0.04', None)
    """
    pairs = _pairs(rows, name)
    near = [
        min(abs(grown - printed * 100) for grown in found) <= NEAR * 2 for printed, found in pairs
    ]
    apart = [min(abs(grown - printed) for grown in found) > NEAR * 5 for printed, found in pairs]
    if sum(apart) < FEW or not all(near):
        return None
    return next(
        row for row in rows if row[NAME] == name and row[MEASURE] == "growth" and float(row[VALUE])
    )


def _pairs(rows: Sequence[Sequence[str]], name: str) -> list[tuple[float, list[float]]]:
    """Return the growth of a name as it is printed, each with what the amounts of the name give in per cent."""
    own = [row for row in rows if row[NAME] == name]
    levels = {
        (row[PLACE], row[PERIOD]): float(row[VALUE]) for row in own if row[MEASURE] == "level"
    }
    if not levels:
        return []
    return [
        (float(row[VALUE]), [(new / old - 1) * 100 for old in before])
        for row in own
        if row[MEASURE] == "growth"
        and (new := levels.get((row[PLACE], row[PERIOD]))) is not None
        and (before := _before(levels, row[PLACE], row[PERIOD]))
    ]


def _before(levels: dict[tuple[str, str], float], place: str, period: str) -> list[float]:
    """Return the amounts of the year before, and of the period before."""
    this = Period.parse(period)
    found = (levels.get((place, str(one))) for one in (this.year_before(), this.previous()))
    return [value for value in found if value]
