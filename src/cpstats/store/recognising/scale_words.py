"""Figures with the word of their scale behind them in each cell, as newspapers write them: 2189万, 3.6亿元; the scale goes to the header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_missing, is_number
from cpstats.store.recognising.money_in_cells import without_money_of_cells
from cpstats.store.recognising.scale_letters import in_full, without_scale_letters
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

POWERS = {
    "千": 3,
    "천": 3,
    "万": 4,
    "萬": 4,
    "만": 4,
    "百万": 6,
    "百萬": 6,
    "백만": 6,
    "千万": 7,
    "亿": 8,
    "億": 8,
    "억": 8,
    "万亿": 12,
    "兆": 12,
    "조": 12,
}
ENDS = frozenset("".join(POWERS))
FIGURE = pattern(
    r"(?P<number>[-−–]?\d[\d,]{0,20}(?:\.\d{1,9})?) ?(?P<scale>百?千?[万萬]亿?|[亿億千兆]|백?만|[천억조])(?P<unit>[^\W\d_]{0,2})"
)
FEWEST = 2  # cells of a column


def without_scales_of_cells(cells: Cells) -> Cells:
    """Return cells whose figures have no letter or word of scale and no sign of money behind them.

    >>> without_scales_of_cells([["市", "人口"], ["甲", "2.5万"], ["乙", "3万"]])
    [['市', '人口(万)'], ['甲', '2.5'], ['乙', '3']]
    """
    return with_scales_of_cells(without_money_of_cells(without_scale_letters(cells)))


def with_scales_of_cells(cells: Cells) -> Cells:
    """Return cells with bare figures in the columns of such, over which the unit, or the one scale, of all of them is put.

    >>> with_scales_of_cells([["市", "人口", "产值"], ["甲", "2.5万", "3亿元"], ["乙", "1万", "5000万元"]])
    [['市', '人口(万)', '产值(元)'], ['甲', '2.5', '300000000'], ['乙', '1', '50000000']]
    >>> with_scales_of_cells([["市", "人口"], ["甲", "2.5万"], ["乙", "9800"]])[1:]
    [['甲', '2.5万'], ['乙', '9800']]
    """
    if not any(text[-1:] in ENDS or text[-2:-1] in ENDS for row in cells for text in row):
        return cells
    made = [list(row) for row in cells]
    for c in range(1, max(map(len, cells), default=0)):
        _put_in_full(made, c)
    return made


def _put_in_full(rows: list[list[str]], column: int) -> None:
    """Take the scale from the figures of one column, where they and all below the first of them are figures of one unit."""
    filled = [i for i, row in enumerate(rows) if column < len(row) and row[column].strip()]
    found = {i: m for i in filled if (m := FIGURE.fullmatch(rows[i][column].strip()))}
    found = {i: m for i, m in found.items() if m["scale"] in POWERS}
    units = {m["unit"] for m in found.values()} - {""}
    first = next(iter(found), 0)
    others = [rows[i][column] for i in filled if i > first and i not in found]
    known = not units or (len(units) == 1 and all(m["unit"] for m in found.values()))
    if len(found) < FEWEST or not known or not all(is_number(t) or is_missing(t) for t in others):
        return
    scales = {m["scale"] for m in found.values()}
    alike = len(scales) == 1 and not others
    unit = next(iter(units), "")
    said = "".join((*scales, unit)) if alike else unit
    if not (said and is_unit(said) and _over(rows, column, first, said)):
        return  # of what nobody knows in which unit the ones would be counted
    for i, m in found.items():
        number = m["number"].replace("−", "-").replace("–", "-")
        rows[i][column] = in_full(number, 0 if alike else POWERS[m["scale"]])


def _over(rows: list[list[str]], column: int, first: int, unit: str) -> bool:
    """Put a unit behind the label over a column, which it must have."""
    above = [i for i in range(first) if column < len(rows[i]) and rows[i][column]]
    if not above or is_number(label := rows[above[-1]][column]):
        return False
    rows[above[-1]][column] = f"{label}({unit})" if unit not in label else label
    return True
