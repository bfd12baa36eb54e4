"""What stands behind every number of a column said once over it: the sign of per cent, a unit, a scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.unit import MONEY, Unit
from cpstats.store.cells import STATUS_OF_FLAG, is_missing
from cpstats.store.recognising.extent import first_row_of_figures
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.unit_words import in_english, is_scale_word, is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

PERCENT = re.compile(r"[-+−–(]?\s?\d[\d.,\s]*\s?%\)?")
WITH_UNIT = re.compile(
    r"(?P<number>[-+−–]?\d[\d.,]*)\s?(?P<unit>[^\W\d_][^\s\d]*(?: [^\W\d_][^\s\d]*)?)"
)
FEWEST = 2
LETTERS = 2  # a shorter one may be a flag


def with_what_all_cells_have(cells: Cells) -> Cells:
    """Return cells with the sign, unit or scale that every cell of a column has in the label of it."""
    first = first_row_of_figures(cells)
    if first is None:
        return cells
    signed = with_signs_of_cells(cells, first) or cells
    return with_units_of_cells(signed, first) or signed


def with_signs_of_cells(cells: Cells, first: int) -> list[list[str]] | None:
    """Give a label that is growth once it has the sign, such as Change, the one that its cells have.

    >>> with_signs_of_cells([["Tea", "2020", "Change"], ["a", "5", "1.2%"], ["b", "6", "-3%"]], 1)[0]
    ['Tea', '2020', 'Change (%)']
    >>> with_signs_of_cells([["Tea", "2020", "Change"], ["a", "5", "1.2%"], ["b", "6", "3"]], 1)
    """
    if first < 1:
        return None
    head = [*cells[first - 1]]
    for column, text in enumerate(head):
        own = [row[column] for row in cells[first:] if column < len(row) and row[column]]
        own = [cell for cell in own if not is_missing(cell)]
        if len(own) < FEWEST or not all(map(PERCENT.fullmatch, own)) or figures_of(text):
            continue
        signed = f"{text} (%)"
        kind = figures_of(signed) if text else None
        if kind is not None and kind.measure == "growth":
            head[column] = signed
    if head == [*cells[first - 1]]:
        return None
    return [head if i == first - 1 else list(row) for i, row in enumerate(cells)]


def with_units_of_cells(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the scale or unit that stands behind every number of a column into its label: 120.5 bn, 80.1 bn.

    >>> with_units_of_cells([["Tea", "2020"], ["a", "5.1 bn"], ["b", "6.2 bn"]], 1)
    [['Tea', '2020 (bn)'], ['a', '5.1'], ['b', '6.2']]
    >>> with_units_of_cells([["Tea", "2020"], ["a", "5.1 bn"], ["b", "6.2 mn"]], 1)
    >>> with_units_of_cells([["Tea", "2020"], ["a", "5.1 p"], ["b", "6.2 p"]], 1)
    """
    if first < 1:
        return None
    made: list[list[str]] | None = None
    for column, text in enumerate(cells[first - 1]):
        filled = (i for i, row in enumerate(cells[first:], first) if row[column : column + 1])
        lines = [i for i in filled if cells[i][column] and not is_missing(cells[i][column])]
        if len(lines) < FEWEST or not WITH_UNIT.fullmatch(cells[lines[0]][column]):
            continue
        found = [WITH_UNIT.fullmatch(cells[i][column]) for i in lines]
        words = {one["unit"] for one in found if one}
        if not all(found) or len(words) != 1 or not text:
            continue
        unit = words.pop()
        if not _is_unit(unit) or label_of(text).unit or role_of(text) == "unit":
            continue  # Unit, over 100 million yuan
        made = made or [list(row) for row in cells]
        made[first - 1][column] = f"{text} ({unit})"
        for i, one in zip(lines, found, strict=True):
            made[i][column] = one["number"] if one else made[i][column]
    return made


def _is_unit(text: str) -> bool:
    """Whether a text behind numbers is a scale, a unit with one, or money: no flag, and nothing that classes are in.

    >>> _is_unit("bn"), _is_unit("EUR"), _is_unit("persons"), _is_unit("years"), _is_unit("e")
    (True, True, False, False, False)
    """
    if len(text) < LETTERS or text.casefold() in STATUS_OF_FLAG or "%" in text:
        return False
    unit = Unit.of(in_english(text)) if is_unit(text) else None
    return is_scale_word(text) or (unit is not None and (unit.power != 0 or unit.kind == MONEY))
