"""Cells become text for the eye, the same in every format: the habits of official tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cpstats.model.quantity import half_up
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.report import Block, Cell
    from cpstats.model.text import Lang

MISSING = "…"
STATUS_MARK = {"provisional": " (p)", "revised": " (r)", "forecast": " (f)"}
BOUND_WORD = {
    "lower": Text("over ", "超 "),
    "upper": Text("under ", "不足 "),
    "approx": Text("about ", "约 "),
}
COMPUTED_DIGITS = 2  # decimals of an interval's ends when the column has fewer


def texts(block: Block, lang: Lang, digits: int | None = None) -> list[list[str]]:
    """Return the rows of a table as text, with one number of decimals per column.

    `digits` overrides the decimals of every column (display only).
    """
    decimals = [_decimals(block, i) if digits is None else digits for i in range(len(block.columns))]
    return [
        [cell_text(cell, lang, places) for cell, places in zip(row, decimals, strict=True)]
        for row in block.rows
    ]


def headers(block: Block, lang: Lang) -> list[str]:
    """Return the headers of a table."""
    return [column.header.to(lang) for column in block.columns]


def cell_text(cell: Cell, lang: Lang, decimals: int) -> str:
    """Return one cell: value, interval, n, text and the letter of its footnote."""
    parts = []
    if cell.figure is not None:
        parts.append(figure_text(cell.figure, lang, decimals, grouped=cell.grouped))
        if cell.interval and cell.figure.value is not None:
            parts.append(interval_text(cell.figure, max(decimals, COMPUTED_DIGITS)))
        if cell.count and cell.figure.n is not None and cell.figure.value is not None:
            parts.append(f"n={cell.figure.n}")
    if cell.text is not None:
        parts.append(cell.text.to(lang))
    if cell.mark:
        parts.append(cell.mark)
    return " ".join(p for p in parts if p)


def figure_text(figure: Figure, lang: Lang, decimals: int, *, grouped: bool = True) -> str:
    """Return the value as it is shown; a missing value is an ellipsis, never 0."""
    if figure.value is None:
        return MISSING
    word = BOUND_WORD[figure.bound].to(lang) if figure.bound else ""
    if figure.bound:
        decimals = figure.decimals  # “about 215” is not “about 215.0”
    return f"{word}{number_text(figure.value, decimals, grouped=grouped)}"


def number_text(value: float, decimals: int, *, grouped: bool = True) -> str:
    """Return a number rounded half up, with thousands separators if wanted."""
    text = half_up(value, decimals)
    if not grouped:
        return text
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, dot, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}"


def interval_text(figure: Figure, decimals: int) -> str:
    """Return `[low, high]`, with as many decimals as it takes to tell the two ends apart.

    An open end is an ellipsis; no interval at all is empty.
    """
    low, high = figure.low, figure.high
    if low is None and high is None:
        return ""
    for places in range(decimals, decimals + 5):
        ends = [MISSING if e is None else half_up(e, places) for e in (low, high)]
        if ends[0] != ends[1]:
            break
    return f"[{', '.join(ends)}]"


def _decimals(block: Block, column: int) -> int:
    """Return the decimals most exact figures of a column were printed with; of two, the fewer."""
    fixed = block.columns[column].decimals
    if fixed is not None:
        return fixed
    shown = (row[column].figure for row in block.rows)
    counts = Counter(f.decimals for f in shown if f is not None and f.value is not None)
    return min(counts, key=lambda d: (-counts[d], d), default=0)
