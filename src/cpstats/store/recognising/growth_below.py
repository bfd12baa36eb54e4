"""Rows that say nothing but how much the row above them grew: GDP, below it Growth (%)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import number
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.unit_words import is_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.labels import Label

    Cells = Sequence[Sequence[str]]

CHINESE = re.compile(r"[\u4e00-\u9fff]")
# a line that is a share of something else in what stands above it: % of GDP, 占GDP比重(%)
SHARE = re.compile(
    r"(?:-|–)? ?(?:as |in |en |em |w |в |i )?(?:an? )?(?P<share>(?:%|per ?cent|percentage|share|prozent) (?:of|du|de la|des|del|da|do|des|der|vom|van|к|от) (?P<whole>\S.{0,40}))"
    r"|(?P<chinese>占(?P<of>.{1,10}?)的?(?:比重|比例|百分比|%)(?:\(%\))?)",
    re.IGNORECASE,
)
NEAR = 0.06  # per cent: growth is printed with one decimal


def with_levels_above(cells: Cells, first: int) -> list[list[str]] | None:
    """Give rows that say only growth, or that the year before is 100, the name of the nearest amount above them.

    Behind a row in per cent (a share, a rate) it is said of that amount only where the figures give it; else, and
    where nothing stands above, it stays as it is.
    """
    column = next((c for c, text in enumerate(cells[first]) if text), 0)
    head = next((cells[i] for i in range(first - 1, -1, -1) if how_full(cells[i]) > 1), [])
    over = role_of(head[column]) if column < len(head) else ""
    if over in ("place", "time"):
        return None
    made = [list(row) for row in cells]
    above: list[str] = []
    sure, head = True, _line_before(cells, first, column)
    for row in made[first:]:
        label = row[column] if column < len(row) else ""
        if not label or how_full(row) <= 1:
            head = label
            continue
        if head and is_measure(label):  # GDP, and below it: billion EUR, billion USD
            row[column] = label = f"{head} ({label})"
        elif not is_measure(label):
            head = ""
        kind, own = figures_of(label), label_of(label)
        if above and sure and (share := SHARE.fullmatch(label)):
            row[column] = _share_of(label_of(above[column]).name, share) or label
        if kind is None and "%" in (own.unit, *row[column + 1 : column + 2]):
            sure = False
        elif kind is None:
            above, sure = (row if own.measure == "level" else []), True
        index = kind is not None and kind.measure == "index" and sure
        grown = kind is not None and kind.measure == "growth"
        if kind and above and (index or (grown and (sure or _gives(above, row, column)))):
            row[column] = _grown(label_of(above[column]).name, label, kind)
    return made if made != [[*row] for row in cells] else None


def _line_before(cells: Cells, first: int, column: int) -> str:
    """Return the words of a line alone between the header and the first figures; empty where there is none."""
    row = cells[first - 1] if first else []
    below = any(how_full(cells[i]) > 1 for i in range(first - 1))
    return row[column] if below and how_full(row) == 1 and column < len(row) else ""


def _share_of(name: str, share: re.Match[str]) -> str:
    """Return the name of an amount with the words of which it is a share; empty where that is the amount itself.

    >>> _share_of("Debt", SHARE.fullmatch("as % of GDP")), _share_of("GDP", SHARE.fullmatch("% of GDP"))
    ('Debt (% of GDP)', '')
    >>> _share_of("税收", SHARE.fullmatch("占GDP比重(%)"))
    '税收占GDP比重(%)'
    """
    whole = share["whole"] or share["of"]
    if whole.casefold() in name.casefold():
        return ""
    return f"{name} ({share['share']})" if share["share"] else f"{name}{share['chinese']}"


def _grown(name: str, label: str, kind: Label) -> str:
    """Return the name of what grows with the words for its growth.

    >>> _grown("产量", "增长%", figures_of("增长%")), _grown("Output", "Growth (%)", figures_of("Growth (%)"))
    ('产量同比增长(%)', 'Output, Growth (%)')
    """
    if not CHINESE.search(label):
        return f"{name}, {label}"
    if kind.name or kind.cumulated is not None:
        return f"{name}{label}"
    return f"{name}同比增长" + (f"({kind.unit})" if kind.unit else "")


def _gives(levels: Sequence[str], growth: Sequence[str], column: int) -> bool:
    """Whether amounts grow from cell to cell as the row below says."""
    cells = [
        tuple(None if (text := number(cell)) is None else float(text) for cell in pair)
        for pair in zip(levels[column + 1 :], growth[column + 1 :], strict=False)
    ]
    known = [
        (old, new, grown)
        for (old, _), (new, grown) in pairwise(cells)
        if old and new is not None and grown is not None
    ]
    near = [abs((new / old - 1) * 100 - grown) <= NEAR for old, new, grown in known]
    return bool(near) and all(near)
