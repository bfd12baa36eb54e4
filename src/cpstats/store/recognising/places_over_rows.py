"""Places that stand over groups of rows: a line `Bavaria` above Exports and Imports, a row of its figures above Men and Women."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.classes_below_places import parts_of_one_place
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.names_above import at, names_above
from cpstats.store.recognising.place_names import is_place
from cpstats.store.recognising.sections import sections_of, with_a_column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Cells = Sequence[Sequence[str]]

WORD_BEFORE = re.compile(r"(?P<word>[^\W\d][^:：]{1,24})[:：] ?(?P<name>[^\W\d].*)")
PARTS = Message(
    "what stands below the row of a place is a part of the name, of that place",
    "地区行下方的各行视为该地区的分项",
)


def with_lines_as(said: str) -> Callable[[Cells, int], list[list[str]] | None]:
    """Return what puts lines over groups of rows into a column beside these: of what is `said`, else of known places."""
    return partial(_with_lines, word=said) if said else _with_known_places


def _with_known_places(cells: Cells, first: int) -> list[list[str]] | None:
    """Put lines over groups of rows that are all known places into a column beside the rows; None where they are not.

    >>> rows = [["Item", "2020"], ["Peru", ""], ["Tea", "5"], ["Chile", ""], ["Tea", "6"]]
    >>> _with_known_places(rows, 2)[1:]
    [['Item', '2020', 'place'], ['Tea', '5', 'Peru'], ['', '', ''], ['Tea', '6', 'Chile']]
    """
    places = {line: _name_of(line) for line in lines_over_rows(cells, first)}
    known = places and all(is_place(name) or name != line for line, name in places.items())
    over = {role_of(at(row, _first_column(cells, first))) for row in cells[:first]}
    return None if not known or "place" in over else _with_lines(cells, first, word="place")


def _with_lines(cells: Cells, first: int, *, word: str) -> list[list[str]] | None:
    """Put lines over groups of rows into a column of that word; None where a row has none over it."""
    sections = sections_of(cells, first, _first_column(cells, first))
    names = {line: _name_of(line) for line in sections.values()}
    if not names or "" in names:
        return None
    return with_a_column([list(row) for row in cells], first, sections, word, names)


def over_groups(cells: Cells, first: int) -> list[str]:
    """Return what stands over groups of rows, each once: lines of their own, or names that others come again below."""
    if lines := lines_over_rows(cells, first):
        return lines
    column, parents = names_above(cells, first, cells) or (0, {})
    return [*dict.fromkeys(cells[i][column].strip() for i in parents.values())]


def lines_over_rows(cells: Cells, first: int) -> list[str]:
    """Return the lines that stand over groups of rows, each once; none where a row has none over it."""
    sections = sections_of(cells, first, _first_column(cells, first))
    lines = [*dict.fromkeys(sections.values())]
    return lines if len(lines) > 1 and "" not in lines else []


def with_parts_of_places(
    cells: Cells, first: int, raw: Cells, *, said: bool
) -> list[list[str]] | None:
    """Put names that occur again below the rows of places into a column of parts, and the place beside each; None: none do.

    Under a word for places they are words that say only which part is meant (men, women), unless the
    rows are `said` to be places.

    >>> rows = [["Region", "2020", "2021"], *([n, "5", "6"] for n in ("Ost", "Men", "Women", "West", "Men", "Women"))]
    >>> with_parts_of_places(rows, 1, rows, said=False)[2]
    ['Ost', '5', '6', 'Men']
    """
    found = names_above(cells, first, raw) or parts_of_one_place(cells, first)
    if found is None:
        return None
    column, parents = found
    if {*parents} & {*parents.values()}:
        return None  # parts of parts
    head = next((i for i in range(first - 1, -1, -1) if how_full(cells[i]) > 1), first - 1)
    named = column < len(cells[head]) and role_of(cells[head][column]) == "place"
    if not said and not (named and all(is_class(cells[i][column]) for i in parents)):
        return None
    made = _beside(cells, column, parents)
    made[head][-1] = "group"
    if not named:
        made[head][column] = "place"
    return made


def _beside(cells: Cells, column: int, parents: Mapping[int, int]) -> list[list[str]]:
    """Return cells with a column more: the names that have a parent, whose name stands where theirs did."""
    width = max(map(len, cells))
    made = [[*row, *([""] * (width - len(row))), ""] for row in cells]
    for i, parent in parents.items():
        made[i][-1] = cells[i][column]
        made[i][column] = cells[parent][column]
    return made


def _first_column(cells: Cells, first: int) -> int:
    return next((c for c, text in enumerate(cells[first]) if text), 0)


def _name_of(line: str) -> str:
    """Return a line without the word for places before it: Region: Bavaria."""
    found = WORD_BEFORE.fullmatch(line)
    return found["name"] if found and role_of(found["word"]) == "place" else line
