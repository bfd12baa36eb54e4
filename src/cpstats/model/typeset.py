"""Cells become text for the eye, the same in every format: the habits of official tables."""

from __future__ import annotations

from decimal import Decimal
from math import floor, log10
from typing import TYPE_CHECKING

from cpstats.model.quantity import half_up
from cpstats.model.text import Text, printable
from cpstats.model.unit import in_unit, unit_text

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
COMPUTED_DIGITS = 2  # decimals of the ends of an interval that is narrow, when the column has fewer


def texts(block: Block, lang: Lang, digits: int | None = None) -> list[list[str]]:
    """Return the rows of a table as text.

    Published figures stand as printed, with their decimal points below one another: a padded
    zero would be a digit that no source gave. `digits` overrides the decimals of every column
    (display only).
    """
    rooms = [_room(block, i, digits) for i in range(len(block.columns))]
    rows = [
        [cell_text(cell, lang, *room) for cell, room in zip(row, rooms, strict=True)]
        for row in block.rows
    ]
    for i, column in enumerate(block.columns):
        if not column.right:
            _aligned(block, rows, i)
    once = [i for i, column in enumerate(block.columns) if column.once]
    for i in once:
        for number in range(len(rows) - 1, 0, -1):
            if rows[number][i] == rows[number - 1][i]:
                rows[number][i] = ""
    return rows


def _aligned(block: Block, rows: list[list[str]], column: int) -> None:
    """Put the points of numbers that something stands behind below one another."""
    wholes = {}
    for number, row in enumerate(block.rows):
        cell = row[column]
        if cell.figure is not None and cell.figure.value is not None:
            value = rows[number][column].partition(" [")[0].partition(" n=")[0]
            wholes[number] = len(value.partition(".")[0])
        elif rows[number][column].strip() == MISSING:
            wholes[number] = len(MISSING)
    if any(row[column].figure is not None for row in block.rows):
        most = max(wholes.values(), default=0)
        for number, whole in wholes.items():
            rows[number][column] = " " * (most - whole) + rows[number][column]


def headers(block: Block, lang: Lang) -> list[str]:
    """Return the headers of a table."""
    return [printable(in_unit(column.header, column.unit).to(lang)) for column in block.columns]


CHANCES = ("_chance", "_p")  # measures that are probabilities: one that is small is not nought


def cell_text(cell: Cell, lang: Lang, fixed: int | None = None, room: int = 0) -> str:
    """Return one cell: value, interval, n, text and the letter of its footnote.

    `fixed` are the decimals of the column, or None for the figure's own; `room` is how many
    characters the longest fraction of the column takes.
    """
    figure, said = cell.figure, cell.text
    if figure is None and said is not None:
        if said.en == MISSING:
            return MISSING + " " * room
        if not cell.unit and not cell.mark:
            return printable(said.to(lang))
    parts = []
    if figure is not None:
        decimals = figure.decimals if fixed is None else fixed
        number = figure_text(figure, lang, decimals, grouped=cell.grouped)
        fraction = len(number) - number.rfind(".") if "." in number else 0
        parts.append(number + " " * max(room - fraction, 0))
        if cell.interval and figure.value is not None:
            parts.append(interval_text(figure, decimals))
        if cell.count and figure.n is not None and figure.value is not None:
            parts.append(f"n={figure.n}")
    if said is not None:
        parts.append(said.to(lang))
    if cell.unit:
        parts.append(unit_text(cell.unit).to(lang))
    if cell.mark:
        parts.append(cell.mark)
    return printable(" ".join(p for p in parts if p))


def figure_text(figure: Figure, lang: Lang, decimals: int, *, grouped: bool = True) -> str:
    """Return the value as it is shown; a missing value is an ellipsis, never 0."""
    if figure.value is None:
        return MISSING
    word = BOUND_WORD[figure.bound].to(lang) if figure.bound else ""
    if figure.bound:
        decimals = figure.decimals  # “about 215” is not “about 215.0”
    least = 10.0**-decimals
    if figure.measure.endswith(CHANCES) and figure.value < least / 2:
        return f"<{number_text(least, decimals)}"
    return f"{word}{number_text(figure.value, decimals, grouped=grouped)}"


def number_text(value: float, decimals: int, *, grouped: bool = True) -> str:
    """Return a number rounded half up, with thousands separators if wanted."""
    text = half_up(value, decimals)
    if not grouped:
        return text
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, dot, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}"


def interval_text(figure: Figure, decimals: int, *, more: int = 0) -> str:
    """Return `[low, high]`: of a published figure exactly, else rounded, never to one number.

    An interval whose ends are the number itself, as it is shown, says nothing and is empty; `more`
    are the decimals that may be added to tell them apart. An open end is an ellipsis.
    """
    low, high = figure.low, figure.high
    if low is None and high is None:
        return ""
    if figure.formula is None:
        return f"[{', '.join(MISSING if e is None else exact_text(e) for e in (low, high))}]"
    decimals = max(decimals, COMPUTED_DIGITS if decimals else _telling(low, high))
    for places in range(decimals, decimals + more + 1):
        ends = [MISSING if e is None else half_up(e, places) for e in (low, high)]
        if ends[0] != ends[1]:
            return f"[{', '.join(ends)}]"
    return ""


def _telling(low: float | None, high: float | None) -> int:
    """Return how many decimals the ends of a whole number deserve.

    Two digits of their distance are enough, and fewer where nothing is lost.
    """
    if low is None or high is None or high <= low:
        return COMPUTED_DIGITS
    far = high - low
    most = max(min(1 - floor(log10(far)), COMPUTED_DIGITS), 0)
    exact = (p for p in range(most) if all(abs(round(e, p) - e) < far / 20 for e in (low, high)))
    return next(exact, most)


def exact_text(value: float) -> str:
    """Return every digit of a number and no other.

    >>> exact_text(1286.95), exact_text(1000.0), exact_text(1e-7)
    ('1286.95', '1000', '0.0000001')
    """
    text = f"{Decimal(repr(value)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_decimals(block: Block, column: int, digits: int | None) -> int | None:
    """Return the decimals of a column; None where each figure stands as printed."""
    return block.columns[column].decimals if digits is None else digits


def _room(block: Block, column: int, digits: int | None) -> tuple[int | None, int]:
    """Return the decimals of a column (None: as printed) and the room of its fractions."""
    fixed = shown_decimals(block, column, digits)
    if fixed is not None:
        return fixed, 0
    if not block.columns[column].right:
        return None, 0
    shown = [row[column].figure for row in block.rows]
    most = max((f.decimals for f in shown if f is not None and f.value is not None), default=0)
    return None, most + 1 if most else 0
