"""A name that a row of periods has once, before the first of them: Jobless - 2021Q4 (%), 2021Q3, 2021Q2."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.cells import period_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.period import Period
    from cpstats.store.sheet import Sheet

HEAD = 20  # lines that may be the header
FEWEST = 2  # periods behind the first one
DIGITS = re.compile(r"\d+")


def with_carried_names(sheet: Sheet) -> Sheet:
    """Return a sheet with the name before the first of a run of periods before each of them.

    Only where nothing but periods in the same form stands behind it, one step after, or before, the other.

    >>> from cpstats.store.sheet import Sheet
    >>> rows = (("Town", "Jobless - 2021Q2 (%)", "2021Q1", "2020Q4"), ("Aba", "5", "6", "7"))
    >>> with_carried_names(Sheet("a.csv", rows, (1, 2))).rows[0]
    ('Town', 'Jobless - 2021Q2 (%)', 'Jobless - 2021Q1 (%)', 'Jobless - 2020Q4 (%)')
    """
    for i, row in enumerate(sheet.rows[:HEAD]):
        last = len(row) - next((n for n, text in enumerate(reversed(row)) if text), len(row))
        at = next((c for c in range(last) if _runs_on(row[c:last])), None)
        around = _around(row[at], row[at + 1]) if at is not None else None
        if at is None or around is None:
            continue
        before, behind = around
        made = [f"{before}{text}{behind}" if at < c < last else text for c, text in enumerate(row)]
        said = Message(
            "“{}” names the columns behind it too: {}",
            "“{}”也是其后各列的名称：{}",
            row[at],
            made[at + 1],
        )
        rows = (*sheet.rows[:i], tuple(made), *sheet.rows[i + 1 :])
        return replace(sheet, rows=rows, remarks=(*sheet.remarks, said))
    return sheet


def _runs_on(cells: Sequence[str]) -> bool:
    """Whether a name with a period stands first, and periods of one run with it behind."""
    if len(cells) <= FEWEST or period_of(cells[0]) is not None or not cells[1][:1].isdigit():
        return False
    around = _around(cells[0], cells[1])
    if around is None or not any(map(str.isalpha, "".join(around))):
        return False
    first = cells[0][len(around[0]) : len(cells[0]) - len(around[1])]
    periods = [period_of(text) for text in (first, *cells[1:])]
    return all(p is not None for p in periods) and _is_run([p for p in periods if p])


def _around(label: str, period: str) -> tuple[str, str] | None:
    """Return what stands before and behind the one piece of a label that looks like a period; None without one."""
    form = DIGITS.sub(lambda found: rf"\d{{{len(found[0])}}}", re.escape(period))
    found = [*re.finditer(rf"(?<![\d.,/-]){form}(?![\d.,/-]|[^\W_])", label)]
    return (label[: found[0].start()], label[found[0].end() :]) if len(found) == 1 else None


def _is_run(periods: Sequence[Period]) -> bool:
    """Whether periods in even steps begin with the first or the last of them; the others stand in any order."""
    found = sorted(p.ordinal for p in periods)
    steps = {b - a for a, b in pairwise(found)}
    even = len(steps) == 1 and 0 not in steps
    return (
        even
        and len({p.freq for p in periods}) == 1
        and periods[0].ordinal in found[:: len(found) - 1]
    )
