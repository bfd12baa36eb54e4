"""Labels of groups over the first of several columns, 其中 and 按性别分 among them: each column gets a label that says it all."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_rows import WITHOUT_SPACES
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.of_which import GROUP, is_part, part_of
from cpstats.store.recognising.place_names import are_places
from cpstats.store.recognising.titles import TITLE
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

TOTAL = re.compile(r"(?:合计|总计|小计|总数|总量)")
UNIT_LINE = re.compile(r"\(?(?:计量)?单位:")
BRACKET = re.compile(r"\(([^()]+)\)")
OTHER = re.compile(r"[率比]$|比重$|^(?:平均|人均|户均|每)")  # not in the unit of what it is of
FEWEST = 2  # labels of a header
DEEPEST = 4  # rows of a header


def with_stacked_heads(cells: Cells, first: int) -> list[list[str]] | None:
    """Give each column below the label of a group one label: the whole, the part, and the unit that is said last.

    Of a Chinese header whose names stand in its first line, and where a line below has those of the groups; a word
    for a group alone (其中, 按性别分) is of the label to its left.
    """
    rows = _rows_of_header(cells, first)
    if len(rows) < 2:
        return None
    width = max(len(cells[i]) for i in rows)
    grid = [[*cells[i], *[""] * (width - len(cells[i]))] for i in rows]
    _put_lines_together(grid)
    _put_units_beside(grid)
    stub = grid[0][0]
    if not stub or any(row[0] not in ("", stub) for row in grid[1:]) or not _are_names(grid):
        return None
    full = _filled(grid, _first_of_figures(cells[first]))
    made = {c: label for c in range(1, width) if (label := _label(full, grid, c))}
    if not made:
        return None
    for c in range(width):
        if c in made:
            _put_last(grid, c, made[c])
        elif any(upper[c] != row[c] for upper, row in zip(full, grid, strict=True)):
            for upper, row in zip(full, grid, strict=True):  # 绝对数, 增速: of the group
                row[c] = upper[c]
        elif len({row[c] for row in grid if row[c]}) == 1:
            _put_last(grid, c, next(row[c] for row in grid if row[c]))
    result = [list(row) for row in cells]
    for i, row in zip(rows, grid, strict=True):
        result[i] = row if any(row) else []
    return result


def with_unit_above(cells: Cells, first: int) -> list[list[str]] | None:
    """Move a line that says the unit from between a header and its figures to above the header.

    >>> with_unit_above([["年份", "国有"], ["单位:万元", ""], ["2019", "5"]], 2)
    [['单位:万元', ''], ['年份', '国有'], ['2019', '5']]
    """
    said = {*cells[first - 1]} - {""} if first > 1 else set()
    if len(said) != 1 or how_full(cells[first - 2]) < FEWEST or not UNIT_LINE.match(said.pop()):
        return None
    made = [list(row) for row in cells]
    made[first - 2 : first] = reversed(made[first - 2 : first])
    return made


def _put_lines_together(grid: list[list[str]]) -> None:
    """Put a label that is broken over the lines above the first of a group together, whose others are classes of what it says.

    It ends with its unit, which the others do not have.

    >>> grid = [["地区", "15岁及以上", "", ""], ["", "人口(人)", "男", "女"]]
    >>> _put_lines_together(grid)
    >>> grid
    [['地区', '15岁及以上人口(人)', '', ''], ['', '', '男', '女']]
    """
    upper, below = grid[0], grid[1:]
    starts = [c for c, text in enumerate(upper) if c and text]
    for c, stop in pairwise([*starts, len(upper)]):
        others = [[row[k] for row in below if row[k]] for k in range(c + 1, stop)]
        lines = [row[c] for row in below if row[c]]
        classes = bool(others) and all(len(own) == 1 and is_class(own[0]) for own in others)
        whole = upper[c] + "".join(lines)
        told = lines and not any(is_class(t) or TOTAL.fullmatch(label_of(t).name) for t in lines)
        if classes and told and whole.endswith(")") and whole.count("(") == 1:
            upper[c] = whole
            for row in below:
                row[c] = ""


def _put_units_beside(grid: list[list[str]]) -> None:
    """Put a unit in brackets below a label behind it: below that of a group it is of the other columns too.

    >>> grid = [["地区", "人口", "", "户数"], ["", "(人)", "男", "(户)"]]
    >>> _put_units_beside(grid)
    >>> grid
    [['地区', '人口(人)', '', '户数(户)'], ['', '', '男', '']]
    """
    for upper, lower in pairwise(grid):
        for c in range(1, len(upper)):
            bracket = BRACKET.fullmatch(lower[c])
            united = bracket and (is_unit(bracket[1]) or bracket[1].endswith("=100"))
            if upper[c] and united and "(" not in upper[c]:
                upper[c], lower[c] = upper[c] + lower[c], ""


def _put_last(grid: list[list[str]], column: int, label: str) -> None:
    for row in grid:
        row[column] = ""
    grid[-1][column] = label


def _rows_of_header(cells: Cells, first: int) -> list[int]:
    """Return the rows directly above the figures that may be a header: from the one with a word over the names on."""
    for i in range(first - 1, max(first - 1 - DEEPEST, -1), -1):
        row = cells[i]
        if not any(row) or TITLE.match(row[0]):
            return []
        if row[0] and how_full(row) > 1 and row[0] != (cells[i - 1][:1] or [""])[0]:
            return [*range(i, first)] if len({*row} - {""}) > 1 else []
    return []


def _are_names(grid: Cells) -> bool:
    """Whether all labels of a header are Chinese names, without periods, places, or a line of units or of another language."""
    own = [found for row in grid if (found := [text for text in row[1:] if text])]
    texts = [text for row in own for text in row]
    if any(period_of(t) is not None or is_number(t) or TITLE.match(t) for t in texts):
        return False
    if any(role_of(t) in ("time", "part") for t in texts) or are_places([*dict.fromkeys(own[0])]):
        return False
    wordy = all(any(map(WITHOUT_SPACES.search, row)) for row in own)
    units = any(all(is_unit(t.strip("()")) for t in row) for row in own)
    return wordy and not units


def _first_of_figures(row: Sequence[str]) -> int:
    """Return the first column of a row behind its name that has a figure or a sign for one."""
    return next((c for c, t in enumerate(row) if c and t and (is_number(t) or is_missing(t))), 1)


def _filled(grid: Cells, left: int) -> list[list[str]]:
    """Return a header with the label of each group in all its columns: those with a label below it and none over that.

    Figures stand from the column `left` on.
    """
    full = [list(row) for row in grid]
    for n, row in enumerate(full[:-1]):
        for c in range(left + 1, len(row)):
            below = any(lower[c] for lower in grid[n + 1 :])
            within = all(upper[c] == upper[c - 1] for upper in full[:n])
            if not row[c] and below and within:
                row[c] = row[c - 1]
    return full


def _label(full: Cells, grid: Cells, column: int) -> str:
    """Return the label of a column of a group, or of one below a word for a group; empty for any other."""
    path = [t for t in dict.fromkeys(row[column] for row in full) if t]
    grouped = any(row[column] and row[column] in _beside(row, column) for row in full)
    if not grouped and not any(map(GROUP.fullmatch, path)):
        return ""
    kinds = any(figures_of(b) and not _overlap(a, b) for a, b in pairwise(path))
    if kinds or len(path) < 2 or not any(row[column] for row in grid[1:]):
        return ""
    return _of_path(full, len(full) - 1, column)


def _beside(row: Sequence[str], column: int) -> tuple[str, ...]:
    return (*row[max(column - 1, 1) : column], *row[column + 1 : column + 2])


def _of_path(full: Cells, last: int, column: int) -> str:
    """Return the label that the rows down to one say of a column."""
    made = before = ""
    for n in range(last + 1):
        text = full[n][column]
        if not text or text == before:
            continue
        before = text
        if GROUP.fullmatch(text):
            made = _whole(full, n, column) or made or text
        elif TOTAL.fullmatch(label_of(text).name) and made:
            unit = label_of(text).unit
            made = f"{label_of(made).name}({unit})" if unit else made
        elif made:
            made = _within(text, made)
        else:
            made = text
    return made


def _whole(full: Cells, n: int, column: int) -> str:
    """Return the label to the left of a word for a group, in its line: what the group is of."""
    for c in range(column - 1, 0, -1):
        text = full[n][c]
        if text and not GROUP.fullmatch(text) and not is_part(text):
            return _of_path(full, n, c)
    return ""


def _within(part: str, whole: str) -> str:
    """Return the label of a part of a whole, in the unit of that where it has none.

    >>> _within("男", "人口(人)"), _within("其中:女", "人口(人)"), _within("比重(%)", "人口(人)")
    ('人口, 男(人)', '人口, 其中:女(人)', '人口, 比重(%)')
    >>> _within("增长率(‰)", "自然增长"), _within("粮食产量(吨)", "粮食")
    ('自然增长率(‰)', '粮食产量(吨)')
    >>> _within("性别比(女=100)", "人口(人)"), _within("抚养比", "人口(人)")
    ('人口, 性别比(女=100)', '人口, 抚养比')
    """
    if common := _overlap(whole, part):
        return whole[: len(whole) - common] + part
    if is_part(part):
        return part_of(part, whole)
    own, over = label_of(part), label_of(whole)
    same = not (own.unit or OTHER.search(own.name) or "=100" in part) and own.measure == "level"
    unit = f"({over.unit})" if over.unit and same else ""
    return f"{over.name}, {part}{unit}"


def _overlap(whole: str, part: str) -> int:
    """Return how many letters, from two on, a label ends with that one below it begins with."""
    most = min(len(whole), len(part))
    return next((k for k in range(most, 1, -1) if whole.endswith(part[:k])), 0)
