"""Workbooks: xlsx, xlsm, xlsb, xls and ods, by python-calamine (the extra `excel`)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.cells import is_number, period_of
from cpstats.store.decoding import unzipping, workbook, xls
from cpstats.store.decoding.beyond_values import WIDEST, Layout, too_wide
from cpstats.store.decoding.compound import SIGN as OLE
from cpstats.store.decoding.number_formats import dressed
from cpstats.store.decoding.unzipping import locked
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ASKED = 20  # its place among those that are asked
ZIP = b"PK\x03\x04"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a workbook with a password
UNPACKED, SMALLEST = 4, 6  # how often packed bytes may unfold; bytes of the smallest cell
LONGEST = 2000  # rows of a sheet of contents or notes
FIGURES = 0.4  # of the cells of a sheet that is no table
SAID = 5  # hidden rows that are named
MUCH = 1 << 20  # bytes: the directory of an OLE file is at one of its ends, or near


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if content.startswith((ZIP, OLE)) else "it does not begin like a workbook"


def read(name: str, content: bytes) -> list[Sheet]:
    """Return every sheet that holds something and is not hidden; what is hidden is said.

    Raises
    ------
    DataError
        When the workbook is damaged, has a password, or would not fit into memory.
    UsageError
        When the extra `excel` is not installed.
    """
    if ENCRYPTED in content[:MUCH] or ENCRYPTED in content[-MUCH:]:
        raise locked(name)
    layouts = (
        unzipping.layouts(name, content) if content.startswith(ZIP) else xls.layouts(name, content)
    )
    found = workbook.sheets(name, content, _limits(content, layouts))
    doubtful = {sheet.title: sheet.doubtful for sheet in found}
    told: dict[str, list[Message]] = {}
    cells = {s.title: _shown(name, s, layouts.get(s.title, Layout(name)), told) for s in found}
    filled = {title: rows for title, rows in cells.items() if any(map(any, rows))}
    unseen = [title for title in filled if title in layouts and layouts[title].hidden]
    if not filled:
        raise DataError(
            Message("there is nothing in it", "其中没有内容"),
            where=name,
            mend=Message("Look at the other workbooks.", "请查看其他工作簿。"),
        )
    shown = [title for title in filled if title not in unseen] or unseen
    left = [title for title in filled if title not in shown]
    remarks = tuple(
        Message("the sheet “{}” is hidden: left out", "工作表“{}”已隐藏，略去", title)
        for title in left
    )
    words = {title: rows for title in shown if (rows := _words(filled[title]))}
    return [
        Sheet(
            f"{name}[{title}]",
            tuple(map(tuple, filled[title])),
            tuple(range(1, len(filled[title]) + 1)),
            Message("workbook", "工作簿"),
            remarks=(
                *(remarks if title == shown[0] else ()),
                *_read_unseen(filled[title], layouts.get(title)),
                *_in_text(doubtful[title]),
                *told.get(title, ()),
            ),
            others=tuple((other, rows) for other, rows in words.items() if other != title),
            stored=not doubtful[title],
        )
        for title in shown
    ]


def _in_text(text: str) -> list[Message]:
    """Say of a number that is stored as text how its point is read."""
    said = Message(
        "a number is stored as text, {}: its point is read as the decimal mark (--decimal comma: it groups thousands)",
        "有以文本存储的数 {}：点按小数点读取（若是千分位，用 --decimal comma）",
        text,
    )
    return [said] if text else []


def _read_unseen(rows: Sequence[Sequence[str]], layout: Layout | None) -> list[Message]:
    """Say which rows and columns of a sheet that hold something are hidden, and read all the same."""
    if layout is None:
        return []
    down = [n for n in layout.hidden_rows if n < len(rows) and any(rows[n])]
    columns = sorted({c for many in layout.hidden_columns for c in many})
    across = [c for c in columns if any(c < len(row) and row[c] for row in rows)]
    said = []
    if down:
        said.append(_read_all_the_same(Message("rows", "行"), down))
    if across:
        said.append(_read_all_the_same(Message("columns", "列"), across))
    return said


def _read_all_the_same(what: Message, hidden: Sequence[int]) -> Message:
    numbers = tuple(str(n + 1) for n in hidden[:SAID])
    return Message(
        "hidden {} are read as well: {}",
        "隐藏的{}也一并读取：{}",
        what,
        (*numbers, "…") if len(hidden) > SAID else numbers,
    )


def _words(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a sheet of words, as of contents or notes; nothing of one that is a table."""
    if len(rows) > LONGEST:
        return ()
    made = tuple(tuple(cell.strip() for cell in row) for row in rows if any(row))
    cells = [cell for row in made for cell in row if cell]
    return () if sum(map(is_number, cells)) > FIGURES * len(cells) else made


def _limits(content: bytes, layouts: Mapping[str, Layout]) -> workbook.Limits:
    """Return what the reader may take: by the extent of the sheets where it is known."""
    known = sum(layout.bottom * layout.right for layout in layouts.values())
    return workbook.Limits.of_cells(known or UNPACKED * len(content) // SMALLEST)


def _shown(
    name: str, sheet: workbook.Read, layout: Layout, told: dict[str, list[Message]]
) -> list[list[str]]:
    """Return cells as text: what is stored as a fraction and shown as per cent as it is shown; what is to be `told` of them."""
    cells = sheet.cells
    for row, column in layout.percents:
        if row < len(cells) and column < len(cells[row]):
            cells[row][column] = as_percent(cells[row][column])
    for (row, column), text in layout.raised.items():
        if row < len(cells) and column < len(cells[row]) and cells[row][column]:
            cells[row][column] = text
    told[sheet.title] = [*dressed(cells, layout.dressed), *_over_several(cells, sheet.merged)]
    _merge(name, cells, sheet.merged)
    _put(cells, layout.formulas)
    return cells


def as_percent(text: str) -> str:
    """Return a fraction as the per cent that is shown; what is no number as it is.

    >>> as_percent("0.052"), as_percent("-0.0125"), as_percent("1"), as_percent("–")
    ('5.2%', '-1.25%', '100%', '–')
    """
    try:
        value = Decimal(text).scaleb(2)
    except InvalidOperation:
        return text
    return f"{value:f}%" if value.is_finite() else text


def _put(cells: list[list[str]], formulas: Mapping[tuple[int, int], str]) -> None:
    """Write the formulas that nobody computed into their cells: missing they are not."""
    for (row, column), text in formulas.items():
        if row < len(cells) and column < len(cells[row]) and not cells[row][column]:
            cells[row][column] = f"={text}"


def _over_several(
    cells: Sequence[Sequence[str]], merged: Iterable[workbook.Range]
) -> list[Message]:
    """Say which figures stand in one cell for several rows or columns; not codes beside what each is merged over."""
    found = [
        (top, left)
        for (top, left), (bottom, right) in merged
        if left and (bottom, right) > (top, left) and top < len(cells) and left < len(cells[top])
        if is_number(cells[top][left]) and period_of(cells[top][left]) is None
    ]
    columns = Counter(left for _, left in found)
    single = {c: sum(c < len(r) and is_number(r[c]) for r in cells) for c in columns}
    told = [cells[r][c] for r, c in found if 2 * columns[c] < single[c]]
    if not told:
        return []
    return [
        Message(
            "figures in merged cells are read for each row and column that these cover: {}",
            "合并单元格中的数按其覆盖的每行每列读取：{}",
            tuple(told[:SAID]),
        )
    ]


def _merge(name: str, cells: list[list[str]], merged: Iterable[workbook.Range]) -> None:
    """Write a merged cell into each cell it covers."""
    left_over = WIDEST
    for (top, left), (bottom, right) in merged:
        value = cells[top][left] if top < len(cells) and left < len(cells[top]) else ""
        for row in range(top, min(bottom, len(cells) - 1) + 1):
            end = min(right, len(cells[row]) - 1) + 1
            cells[row][left:end] = [value] * (end - left)
            left_over -= end - left
            if left_over < 0:
                raise too_wide(name)
