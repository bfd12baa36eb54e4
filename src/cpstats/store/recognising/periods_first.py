"""Periods that stand where no key is looked for: in the labels beside the figures (2003.08_Wages), and behind the only figures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.sheet import Sheet

FEWEST, FEWEST_LINES = 2, 3
HEAD = "Time"
LABEL = pattern(
    r"(?P<when>(?:19|20)\d\d(?:[.:-]?(?:0[1-9]|1[0-2])|[.: -]?Q[1-4])?)[_|] ?(?P<what>[^\W\d_].*)"
)


def with_periods_first(sheet: Sheet) -> Sheet:
    """Return a sheet whose periods have a column of their own before the figures; other sheets as they are."""
    if sheet.columns or sheet.starts or len(sheet.rows) <= FEWEST_LINES:
        return sheet
    return _apart(sheet) or _before(sheet) or sheet


def _apart(sheet: Sheet) -> Sheet | None:
    """Take the periods out of the labels beside the figures, where each of several periods has the same several names."""
    found = [LABEL.fullmatch(plain(row[0])) if row else None for row in sheet.rows]
    first = next((i for i, one in enumerate(found) if one), 0)
    labels = [one for one in found[first:] if one]
    if not first or len(labels) < FEWEST * FEWEST or len(labels) < len(found) - first:
        return None
    names: dict[str, set[str]] = {}
    for one in labels:
        names.setdefault(one["what"], set()).add(one["when"])
    periods = {when for whens in names.values() for when in whens}
    several = len(names) >= FEWEST and all(len(whens) >= FEWEST for whens in names.values())
    if not several or any(period_of(_dotted(when)) is None for when in periods):
        return None
    rows = [
        [_dotted(one["when"]), one["what"], *row[1:]]
        if one
        else [HEAD if i == first - 1 else "", *row]
        for i, (row, one) in enumerate(zip(sheet.rows, found, strict=True))
    ]
    width = max(map(len, sheet.rows))
    return replace(sheet, rows=tuple(map(tuple, rows)), columns=(0, *range(width)))


def _dotted(when: str) -> str:
    """Return a year and a month with a hyphen: 2003.08 is 2003-08."""
    return re.sub(r"^(\d{4})[.:]?(\d\d)$", r"\1-\2", when)


def _before(sheet: Sheet) -> Sheet | None:
    """Put the last column before the others where it is that of times, and the others hold figures only."""
    head, *rows = sheet.rows
    width = len(head)
    if width < FEWEST or any(len(row) != width for row in rows) or role_of(head[-1]) not in ROLES:
        return None
    others = [cell for row in rows for cell in row[:-1]]
    times = [period_of(plain(row[-1])) for row in rows]
    figures = all(is_number(t) or is_missing(t) for t in map(plain, others))
    if not figures or None in times or any(is_number(plain(text)) for text in head):
        return None
    order = (width - 1, *range(width - 1))
    moved = tuple(tuple(row[c] for c in order) for row in sheet.rows)
    return replace(sheet, rows=moved, columns=order)


ROLES: Sequence[str] = ("time", "part")
