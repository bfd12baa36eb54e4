"""Names without 其中 behind one that has it: parts too, where their figures add up to those of the whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cpstats.store.cells import number
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.of_which import GROUP, is_part, mark_of_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

MOST = 12  # parts of a whole
MARK = "其中:"
FEWEST_DIGITS = 4  # of the sums that show it: 5 = 2 + 3 is chance


def with_parts_marked(cells: Cells, first: int) -> list[list[str]] | None:
    """Give the names beside the figures, and over them, that complete a whole with one marked as its part that mark."""
    column = next((c for c, text in enumerate(cells[first]) if text), 0)
    head = next((i for i in range(first - 1, -1, -1) if how_full(cells[i]) > 1), None)
    rows = [i for i in range(first, len(cells)) if how_full(cells[i]) > 1 or _is_group(cells[i])]
    width = max((len(cells[i]) for i in rows), default=0)
    columns = range(column + 1, width)
    names = [_at(cells[i], column) for i in rows]
    over = "" if head is None else role_of(_at(cells[head], column))
    marked: dict[tuple[int, int], str] = {}
    if over not in ("place", "time") and any(is_part(t) or GROUP.fullmatch(t) for t in names):
        values = [[_value(_at(cells[i], c)) for c in columns] for i in rows]
        for n, mark in _completing(names, values).items():
            marked[rows[n], column] = f"{mark}{names[n]}"
    labels = [] if head is None else [_at(cells[head], c) for c in columns]
    if head is not None and any(map(is_part, labels)):
        values = [[_value(_at(cells[i], c)) for i in rows] for c in columns]
        for n, mark in _completing(labels, values).items():
            marked[head, column + 1 + n] = f"{mark}{labels[n]}"
    made = [list(row) for row in cells] if marked else []
    for (i, c), text in marked.items():
        made[i][c] = text
    return made or None


def _at(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _value(text: str) -> str:
    return number(text) or ""


def _completing(names: Sequence[str], values: Sequence[Sequence[str]]) -> dict[int, str]:
    """Return those of some names that complete a whole with the parts before them, with the mark of these.

    >>> _completing(["人口", "其中:男", "女", "户数"], [["1002"], ["501"], ["501"], ["300"]])
    {2: '其中:'}
    >>> _completing(["人口", "其中:男", "户数"], [["1002"], ["501"], ["300"]])
    {}
    >>> _completing(["人口", "按性别分", "男", "女"], [["1002"], [""], ["501"], ["501"]])
    {2: '其中:', 3: '其中:'}
    """
    found: dict[int, str] = {}
    whole = None
    for n, name in enumerate(names):
        if not name or n in found:
            continue
        if not is_part(name) and not GROUP.fullmatch(name):
            whole = n
        elif whole is not None and not is_class(names[whole]):
            end = _end_of_parts(n, names, values, values[whole])
            found |= dict.fromkeys(range(n + 1, end), mark_of_part(name) or MARK)
    return found


def _end_of_parts(
    n: int, names: Sequence[str], values: Sequence[Sequence[str]], whole: Sequence[str]
) -> int:
    """Return the name behind those that make a whole with the one before them, or below a word for a group."""
    start = n if is_part(names[n]) else n + 1
    for k in range(n + 1, min(n + MOST, len(names))):
        if not names[k] or is_part(names[k]) or GROUP.fullmatch(names[k]):
            break
        if k > start and _add_up(values[start : k + 1], whole):
            return k + 1
    return n


def _is_group(row: Sequence[str]) -> bool:
    """Whether a row has a word for a group alone: 按城乡分."""
    found = {*row} - {""}
    return len(found) == 1 and GROUP.fullmatch(found.pop()) is not None


def _add_up(parts: Sequence[Sequence[str]], whole: Sequence[str]) -> bool:
    """Whether the figures of parts make those of a whole, but for rounding, in columns that show it."""
    digits = 0
    for c, total in enumerate(whole):
        own = [part[c] for part in parts]
        if not total or not all(own):
            continue
        each = [Decimal(text) for text in own]
        last = max(-Decimal(t).as_tuple().exponent for t in (total, *own))  # type: ignore[operator]
        left = abs(sum(each) - Decimal(total)).scaleb(last)
        if left * 2 <= len(own) + 1:
            digits += len(total.strip("-0.").replace(".", "")) - bool(left)
        elif c == 0:
            return False
    return digits >= FEWEST_DIGITS
