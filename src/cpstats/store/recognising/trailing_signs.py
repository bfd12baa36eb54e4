"""A minus behind its number, as accounts print it: 24.3- is -24.3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.leading_stars import without_leading_stars

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

BEHIND = re.compile(r"(?P<number>(?:\d{1,3}(?:[.,' ]\d{3})+|\d+)(?:[.,]\d+)?)[-−–]")
DIGITS = re.compile(r"\d[\d.,' ]*")


def with_signs_in_front(cells: Cells) -> tuple[Cells, list[Message]]:
    """Return cells whose numbers have their minus in front, in columns of nothing but numbers, and what is said of it.

    >>> rows = [["Year", "Sold", "Left"], ["2020", "7", "1.5-"], ["2021", "8", "2.5"]]
    >>> with_signs_in_front(rows)[0][1], with_signs_in_front([["Age", "Jobs"], ["0-", "5"], ["65-", "6"]])[1]
    (['2020', '7', '-1.5'], [])
    """
    cells, stars = without_leading_stars(cells)
    found = {
        (i, c): text
        for i, row in enumerate(cells)
        for c, text in enumerate(row)
        if c and text[-1:] in "-−–" and text[:1].isdecimal() and BEHIND.fullmatch(text)
    }
    first = {c: i for i, c in reversed(found)}
    columns = {c for c, i in first.items() if _are_figures(cells, c, i)}
    signed = {at: text for at, text in found.items() if at[1] in columns}
    if not signed:
        return cells, stars
    made = [list(row) for row in cells]
    for (i, c), text in signed.items():
        made[i][c] = f"-{text[:-1]}"
    shown = next(iter(signed.values()))
    return made, [*stars, _told(f"{shown} = -{shown[:-1]}")]


def _are_figures(cells: Cells, column: int, first: int) -> bool:
    """Whether all that stands in a column below a row is a number or missing, and neither all years nor all ages (65-)."""
    texts = [row[column] for row in cells[first:] if column < len(row) and row[column]]
    texts = [
        t for t in texts if not is_missing(t) and any(map(str.isalnum, t))
    ]  # "/" is asked about
    bare = [t[:-1] if BEHIND.fullmatch(t) else t for t in texts]
    others = sum(not (is_number(t) or DIGITS.fullmatch(t.lstrip("-+−"))) for t in bare)
    years = all(period_of(t) is not None for t in bare)
    plain = any(not BEHIND.fullmatch(t) or not t[:-1].isdecimal() for t in texts)
    return plain and not years and others * 10 <= len(bare)


def _told(shown: str) -> Message:
    return Message("a minus behind a number is its sign: {}", "数字后的减号是它的符号：{}", shown)
