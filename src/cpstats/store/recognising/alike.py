"""The lines of a long table are read by what they have in common: one for all that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.store.cells import is_missing, number
from cpstats.store.recognising.coded_places import label_of_place
from cpstats.store.recognising.roles import OPEN

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from cpstats.store.recognising.reading import Reading

WHAT = ("indicator", OPEN, "unit", "scale", "status")
WHEN = ("indicator", OPEN, "time", "part", "freq")
NAMED = ("indicator", "place", OPEN, "time")


def read_alike(made: Reading) -> tuple[list[list[str]], list[tuple[int, int]]] | None:
    """Return the rows of a long table, and where each value stands.

    None where anything is odd: a figure that stands twice, a flag, a name that is written once for
    several lines, a fault. Such a table is read line by line.
    """
    lines = _lines(made)
    hangs = "after" in made.columns or made.are_times_marked()  # on the time, or on its code
    shared = made.codes.shared or made.countries.shared or made.parents.shared
    if not lines or hangs or shared:
        return None
    (column,) = made.above
    columns = list(zip(*(made.cells[i] for i in lines), strict=True))
    values = [number(text) for text in columns[column]]
    empty = ("",) * len(lines)
    texts = {kind: columns[c] for kind, c in made.columns.items()}
    where = texts.get("place", empty)
    priced = any(label_of_place(t, priced=made.naming.priced).unit for t in {*where})
    if priced or any("%" in text for text in columns[column]):
        return None  # the unit hangs on the place, or on the figure
    if None in values or any("" in texts.get(kind, ()) for kind in NAMED):
        return None
    parts = [columns[c] for c in made.parts]
    what = list(zip(*(texts.get(kind, empty) for kind in WHAT), *parts, strict=True))
    when = list(zip(*(texts.get(kind, empty) for kind in WHEN), strict=True))
    first_what, first_when, first_where = _firsts(what), _firsts(when), _firsts(where)
    whole = {*first_what.values(), *first_when.values(), len(lines) - 1}
    read: dict[int, list[str]] = {}
    places: dict[int, str] = {}
    try:
        for n in sorted(whole.union(first_where.values() if "place" in texts else ())):
            if n in whole:
                read[n] = made.row(lines[n], column, made.keys_of(lines[n]))
            else:
                places[n] = made.place_of(lines[n])
    except DataError:  # line by line it is seen whether another fault comes first
        return None
    by_what = {key: read[n] for key, n in first_what.items()}
    by_when = {key: read[n][2] for key, n in first_when.items()}
    if "place" in texts:
        by_where = {key: read[n][1] if n in read else places[n] for key, n in first_where.items()}
        named = [by_where[text] for text in where]
    else:
        named = [by_what[a][1] for a in what]
    rows = [
        [name, place, by_when[b], measure, value or "", unit, status, basis]
        for (name, _, _, measure, _, unit, status, basis), place, b, value in zip(
            (by_what[a] for a in what), named, when, values, strict=True
        )
    ]
    if len({(r[0], r[1], r[2], r[3]) for r in rows}) < len(rows):
        return None
    return rows, [(i, column) for i in lines]


def _lines(made: Reading) -> list[int]:
    """Return the lines with a figure, if there is one column of figures and all are equally long."""
    data, cells = made.outline.data, made.cells
    widths = {len(cells[i]) for i in data}
    if len(made.above) != 1 or len(widths) != 1:
        return []
    (column,), (width,) = made.above, widths
    if not column < width <= made.width or any(c >= width for c in made.outline.keys):
        return []
    return [i for i in data if not is_missing(cells[i][column])]


def _firsts(keys: Sequence[Hashable]) -> dict[Hashable, int]:
    """Return where each key occurs first."""
    return dict(zip(reversed(keys), reversed(range(len(keys))), strict=True))
