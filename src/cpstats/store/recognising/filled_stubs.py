"""Names beside figures of which one stands once over several lines, between a name before it and one behind it that goes on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.scales import is_scale
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

WIDEST = 8  # columns of names
FEWEST = 2  # lines without names


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


def with_names_over_times(cells: Cells, first: int) -> list[list[str]] | None:
    """Write names that stand once over the times of a column behind them beside each of its lines; None where there are none.

    Only where the times of each group go one way: a line of a total would have one of theirs again.

    >>> rows = [["Place", "Crop", "Year", "t"], ["Ost", "oats", "2020", "5"], ["", "", "2021", "6"], ["", "rye", "2020", "7"]]
    >>> [row[:2] for row in with_names_over_times([*rows, ["", "", "2021", "8"]], 1)][1:]
    [['Ost', 'oats'], ['Ost', 'oats'], ['', 'rye'], ['Ost', 'rye']]
    >>> with_names_over_times([*rows, ["", "", "2020", "8"]], 1)
    """
    column = next((c for c, t in enumerate(cells[first][: WIDEST + 1]) if period_of(t)), 0)
    body = [i for i in range(first, len(cells)) if column < len(cells[i]) and cells[i][column]]
    bare = [i for i in body if not any(cells[i][:column])]
    if column < 2 or len(bare) < FEWEST or not all(cells[first][:column]):
        return None
    runs: list[list[str]] = []
    for i in body:
        if i not in bare:
            runs.append([])
        runs[-1].append(cells[i][column])
    if not all(map(_goes_one_way, runs)):
        return None
    made = [list(row) for row in cells]
    held: list[str] = []
    for i in body:
        if i in bare:
            made[i][:column] = held
        else:
            held = [made[i][0] or held[0], *made[i][1:column]]
    return made


def _goes_one_way(times: Sequence[str]) -> bool:
    """Whether all are periods of one kind, each behind or each before the one above."""
    periods = [period for text in times if (period := period_of(text))]
    if len(periods) < len(times) or len({period.freq for period in periods}) > 1:
        return False
    order = [(period.year, period.sub) for period in periods]
    return len({*order}) == len(order) and order in (sorted(order), sorted(order, reverse=True))


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
