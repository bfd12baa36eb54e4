"""Names that come again below each of several lines of figures: Total, 15-24, 25-34, Men, 15-24, 25-34."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.names_above import under, with_names_above
from cpstats.store.recognising.parts_below_places import blocks_of, named_rows
from cpstats.store.recognising.place_names import are_places
from cpstats.store.sheet import chinese_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

NO_NAMES = ("place", "time")


def with_heads_of_names(cells: Cells, first: int, raw: Cells) -> list[list[str]] | None:
    """Give names that come again the line above them: that which `raw` indents them below, else that over each run of them."""
    return with_names_above(cells, first, raw) or with_heads_behind(cells, first)


def with_heads_behind(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the name of the line over a run of names, which is no place and has figures too, behind each that comes again.

    >>> rows = [["", "Jobs"], ["Total", "9"], ["Young", "5"], ["Old", "4"], ["Men", "6"], ["Young", "4"], ["Old", "2"]]
    >>> [row[0] for row in with_heads_behind(rows, 1)[1:]]
    ['Total', 'Young, Total', 'Old, Total', 'Men', 'Young, Men', 'Old, Men']
    >>> with_heads_behind([*rows[:6], ["New", "2"]], 1)
    """
    column, rows = named_rows(cells, first)
    names = [cells[i][column] for i in rows]
    blocks = blocks_of(names)
    over = {role_of(row[column]) for row in cells[:first] if column < len(row)}
    if not blocks or over.intersection(NO_NAMES) or are_places([*dict.fromkeys(names)]):
        return None
    if any(are_places(own) for own in ([names[b] for b in blocks], names[1 : blocks[1]])):
        return None
    made = [list(row) for row in cells]
    head = ""
    for n, (i, name) in enumerate(zip(rows, names, strict=True)):
        head = chinese_of(name) if n in blocks else head
        made[i][column] = name if n in blocks else under(name, head)
    return made
