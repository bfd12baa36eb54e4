"""Names beside figures of which one stands once over several lines, between a name before it and one behind it that goes on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import is_missing, is_number
from cpstats.store.recognising.scales import is_scale
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

WIDEST = 8  # columns of names


def with_filled_stubs(cells: Cells, first: int) -> list[list[str]] | None:
    """Write names that stand once over the lines of a group beside each of its lines; None where there are none.

    Only between two columns of names, and where the names behind begin anew in each line that has one: Ost, 0 years, men,
    then nothing, nothing, women. Scales and units only over groups of as many lines each: else where none stands, there is none.

    >>> rows = [["", "", "", "2020"], ["Ost", "young", "men", "5"], ["", "", "women", "6"], ["", "old", "men", "7"]]
    >>> [row[1] for row in with_filled_stubs([*rows, ["", "", "women", "8"]], 1)][1:]
    ['young', 'young', 'old', 'old']
    >>> with_filled_stubs([*rows, ["", "", "men", "8"]], 1)
    """
    last = _last_stub(cells, first)
    if last < 2:
        return None
    body = [i for i in range(first, len(cells)) if last < len(cells[i]) and cells[i][last]]
    made = [list(row) for row in cells]
    changed = False
    for c in range(last - 1, 0, -1):
        if not _stands_over_groups(made, body, range(c, last + 1)):
            continue
        held = ""
        for i in body:
            held = made[i][c] or held
            made[i][c] = held
        changed = True
    return made if changed else None


def _last_stub(cells: Cells, first: int) -> int:
    """Return the last of the columns of words at the left of the first line of figures."""
    row = cells[first]
    wide = next((c for c, t in enumerate(row) if is_number(t) or is_missing(t)), 0)
    return wide - 1 if wide <= WIDEST else -1


def _stands_over_groups(cells: Cells, body: Sequence[int], columns: range) -> bool:
    """Whether the names of the first of some columns stand where those behind begin anew, and nowhere else."""
    c = columns.start
    starts = [i for i in body if cells[i][c]]
    if not (1 < len(starts) < len(body)) or starts[0] != body[0]:
        return False
    many = {two - one for one, two in pairwise((*(body.index(i) for i in starts), len(body)))}
    if (len(many) > 1 or 1 in many) and all(
        is_scale(t) or is_unit(t) for t in (cells[i][c] for i in starts)
    ):
        return False
    behind = {i: tuple(cells[i][c + 1 : columns.stop]) for i in body}
    anew = [i for i in body if behind[i] == behind[body[0]]]
    if anew != starts or not all(all(names) for names in behind.values()):
        return False
    seen: set[tuple[str, ...]] = set()
    for i in body:
        seen = set() if cells[i][c] else seen
        if behind[i] in seen:
            return False
        seen.add(behind[i])
    return True
