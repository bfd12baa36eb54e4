"""Tables as R prints a tibble: the types of the columns stand below their names, and lines are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

TYPE = pattern(r"<[a-z+]{3,5}>")
NUMBER = pattern(r"\s*\d+ ")
LEFT = frozenset(
    ("<chr>", "<fct>", "<ord>", "<lgl>", "<date>", "<dttm>")
)  # the others end below their type
HEAD = 8  # lines among which the types stand
CLOSING = "#"


def has_types(lines: Sequence[str]) -> bool:
    """Whether the types of columns stand below their names."""
    return any(map(_are_types, lines[1:HEAD]))


def _are_types(line: str) -> bool:
    words = line.split()
    return bool(words) and all(map(TYPE.fullmatch, words))


def rows_printed(lines: Sequence[str]) -> list[tuple[int, tuple[str, ...]]] | None:
    """Return the cells of a printed tibble, each line with its number from 1; None where it is none, or not sure.

    >>> rows_printed(["  name     year value", "  <chr>   <int> <dbl>", "1 Old Dale 2000   0.2", "2 Hill     2001   0.3"])
    [(1, ('name', 'year', 'value')), (3, ('Old Dale', '2000', '0.2')), (4, ('Hill', '2001', '0.3'))]
    >>> rows_printed(["a  b", "1  2"])
    """
    at = next((n for n, line in enumerate(lines[:HEAD]) if _are_types(line)), 0)
    body = [(n, line) for n, line in enumerate(lines) if n > at and line.strip()]
    body = [(n, line) for n, line in body if not line.lstrip().startswith(CLOSING)]
    if not at or not body or not all(NUMBER.match(line) for _, line in body):
        return None
    columns = [(found.start(), found[0] in LEFT) for found in TYPE.finditer(lines[at])]
    shown = [(at - 1, " " * columns[0][0] + lines[at - 1][columns[0][0] :]), *body]
    cells = [(n + 1, _cells(line, columns)) for n, line in shown]
    return [(n, row) for n, row in cells if row is not None] if all(r for _, r in cells) else None


def _cells(line: str, columns: Sequence[tuple[int, bool]]) -> tuple[str, ...] | None:
    """Return what stands in each column of a line; None where that is not sure."""
    found: list[str] = []
    rest = line
    for start, left in reversed(columns):
        if left:
            if rest[start - 1 : start].strip():  # signs that are wider than others
                return None
            found.append(rest[start:].strip())
            rest = rest[:start]
        else:
            before, _, last = rest.rstrip().rpartition(" ")
            found.append(last.strip())
            rest = before
    return tuple(reversed(found))
