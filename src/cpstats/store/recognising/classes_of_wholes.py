"""Men and women behind the people whom they add up to: Population, Male, Female, beside the figures or over them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from cpstats.store.cells import number, period_of
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.of_which import part_of
from cpstats.store.recognising.outside import is_total

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Cells = Sequence[Sequence[str]]

FEWEST, DIGITS = 2, 5  # parts of a whole, digits of the sums that show it: 5 = 2 + 3 is chance
DATED = re.compile(r"(?P<name>.*\D) (?P<year>(?:19|20)\d\d)")


def with_classes_of_wholes(cells: Cells, first: int) -> list[list[str]] | None:
    """Give names that say only which part is counted the name before them, where their figures add up to its.

    >>> table = [["Town", "People", "Men", "Women"], ["A", "1002", "501", "501"], ["B", "700", "340", "360"]]
    >>> with_classes_of_wholes(table, 1)[0]
    ['Town', 'People', 'People, Men', 'People, Women']
    >>> with_classes_of_wholes([table[0], ["A", "300", "501", "501"], ["B", "200", "340", "360"]], 1)
    """
    column = next((c for c, text in enumerate(cells[first]) if text), 0)
    head = next((i for i in range(first - 1, -1, -1) if how_full(cells[i]) > 1), None)
    rows = [i for i in range(first, len(cells)) if how_full(cells[i]) > 1]
    columns = range(column + 1, max((len(cells[i]) for i in rows), default=0))
    new: dict[tuple[int, int], str] = {}
    over = "" if head is None else role_of(_at(cells[head], column))
    if over not in ("place", "time", "part", "name"):
        names = [_at(cells[i], column) for i in rows]
        found = _named(names, lambda n: [_value(_at(cells[rows[n]], c)) for c in columns])
        new |= {(rows[n], column): text for n, text in found.items()}
    if head is not None:
        names = [_at(cells[head], c) for c in columns]
        found = _named(names, lambda n: [_value(_at(cells[i], columns[n])) for i in rows])
        new |= {(head, columns[n]): text for n, text in found.items()}
    if all(cells[i][c] == text for (i, c), text in new.items()):
        return None
    made = [list(row) for row in cells]
    for (i, c), text in new.items():
        made[i][c] = text
    return made


def _at(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _value(text: str) -> Decimal | None:
    found = number(text)
    return None if found is None else Decimal(found)


def _named(
    names: Sequence[str], values: Callable[[int], Sequence[Decimal | None]]
) -> dict[int, str]:
    """Return the new names of the classes that add up to what stands before them; none where any of them does not."""
    made: dict[int, str] = {}
    whole, run = None, list[int]()
    for n, name in enumerate((*names, "")):
        part = _is_part(name)
        if whole is not None and part:
            run.append(n)
            continue
        if whole is not None and len(run) >= FEWEST:
            if not _add_up(values(whole), [*map(values, run)]):
                return {}
            made |= {k: _with(names[k], names[whole]) for k in run}
        named = name and not part and not is_class(label_of(name).name)
        whole, run = (n if named and period_of(name) is None else None), []
    return made


def _is_part(name: str) -> bool:
    dated = DATED.fullmatch(name)
    own = label_of(dated["name"] if dated else name)
    return own.measure == "level" and not own.unit and is_class(own.name) and not is_total(own.name)


def _with(name: str, whole: str) -> str:
    """Return the name of a class with that of its whole: both of one year, where they name one."""
    dated, over = DATED.fullmatch(name), DATED.fullmatch(whole)
    if dated and over:
        return f"{part_of(dated['name'], over['name'])} {dated['year']}"
    return part_of(name, over["name"] if over else whole)


def _add_up(whole: Sequence[Decimal | None], parts: Sequence[Sequence[Decimal | None]]) -> bool:
    """Whether parts add up to their whole within rounding wherever all of them are known, and often enough."""
    digits = 0
    for total, *some in zip(whole, *parts, strict=False):
        known = [value for value in some if value is not None]
        if total is None or len(known) < len(parts):
            continue
        last = max(min(int(v.as_tuple().exponent), 0) * -1 for v in (total, *known))
        if abs(sum(known) - total) > Decimal(len(parts)).scaleb(-last):
            return False
        digits += len(total.as_tuple().digits)
    return digits >= DIGITS
