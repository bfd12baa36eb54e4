"""Where the parts of a sheet lie: title lines, header, keys, figures, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.errors import DataError, UsageError
from cpstats.message import Message
from cpstats.store.cells import (
    STATUS_OF_FLAG,
    is_formula,
    is_missing,
    is_number,
    period_of,
)
from cpstats.store.recognising.headings import PART_OF_YEAR, kind_by_content, kind_by_header
from cpstats.store.recognising.titles import TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.sheet import Sheet

NOTE = re.compile(
    r"^\s*(注|数据来源|资料来源|来源|说明|备注|Notes?|Sources?)\s*[:：.]?", re.IGNORECASE
)


AREA = re.compile(r"地区|区划|区域|省|市|area|region|country|geo", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the parts of a sheet lie: rows of the header, first row of data, kinds of the keys."""

    header: range
    data: range
    keys: dict[int, str]


def _first_data_row(cells: Sequence[Sequence[str]]) -> int | None:
    """Return the first row with a key and numbers behind it, not all of them periods."""
    tabular = [row for row in cells if sum(bool(c) for c in row) > 1]
    left = min((i for row in tabular for i, c in enumerate(row) if c), default=0)
    for position, row in enumerate(cells):
        behind = [c for c in row[left + 1 :] if c]
        values = [c for c in behind if is_number(c) or is_formula(c)]
        if len(row) <= left or not row[left] or not values:
            continue
        if all(period_of(c) for c in values) and not _stands_below(cells, position, left):
            continue
        many = len(values) * 2 >= sum(not is_missing(c) for c in behind)
        above = sum(bool(c) for c in cells[position - 1]) if position else 0
        if many or (behind[-1] in values and 2 < above <= len(behind) + 1):
            return position
    return None


def _stands_below(cells: Sequence[Sequence[str]], row: int, left: int) -> bool:
    """Whether what looks like years are figures: a header above has labels over each of them.

    A second line of a header begins with a word of headers, with what stands above, or with nothing.
    """
    above = cells[row - 1] if row else ()
    labels = [c for c in above if c]
    if len({*labels}) < 2 or TITLE.match(above[0]) or kind_by_header([cells[row][left]]):
        return False
    own = [c for c, text in enumerate(cells[row]) if text and c > left]
    over = [above[c] if c < len(above) else "" for c in own]
    key = above[left] if left < len(above) else ""
    return all(over) and key not in ("", cells[row][left])


def outline_of(sheet: Sheet, cells: Sequence[Sequence[str]], hints: Hints) -> Outline:
    """Return where header, keys and figures of a sheet lie.

    Raises
    ------
    DataError
        When no table is found.
    """
    header = _said_header(sheet, hints) or _header(sheet, cells)
    data = range(header.stop, end_of_data(cells, header.stop))
    if not data:
        raise _no_table(sheet)
    keys = _keys(cells, header, data)
    said = _said_keys(cells, header, hints)
    look_at_words(sheet, cells, (header, data), keys, said)
    keys |= said
    return Outline(header, data, {c: kind for c, kind in sorted(keys.items()) if kind != "value"})


def look_at_words(
    sheet: Sheet,
    cells: Sequence[Sequence[str]],
    rows: tuple[range, range],
    keys: Mapping[int, str],
    said: Mapping[int, str],
) -> None:
    """Refuse a second column of places, and words under a header that nobody knows.

    Only what goes one to one with the names beside it, a code or a translation, tells nothing apart.

    Raises
    ------
    DataError
        For the first such column that the user says nothing of.
    """
    header, data = rows
    width = max(len(cells[i]) for i in data)
    named = {c: _named(cells, header, data, c) for c in range(width) if c not in said}
    first = next((c for c, kind in {**keys, **said}.items() if kind == "place"), None)
    beside = first if first is not None else next(iter(keys), 0)
    for column in (c for c in named if c != first):
        pairs = {
            (cells[i][beside], cells[i][column])
            for i in data
            if max(beside, column) < len(cells[i]) and cells[i][column]
        }
        alike = len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
        words = [text for _, text in sorted(pairs) if any(c.isalpha() for c in text)]
        if named[column] == "place" and first is not None and not (alike and _translated(pairs)):
            raise _second_place(sheet, cells, rows, (first, column))
        unknown = keys.get(column) == "other" and named[column] != "other"
        if unknown and words and not (alike and len(pairs) > 1):
            raise _unexplained(sheet, cells, rows, column, words[0])


def _translated(pairs: set[tuple[str, str]]) -> bool:
    """Whether one column is in Latin letters and the other is not."""
    return all(a.isascii() != b.isascii() for a, b in pairs)


def _second_place(
    sheet: Sheet,
    cells: Sequence[Sequence[str]],
    rows: tuple[range, range],
    columns: tuple[int, int],
) -> DataError:
    header, data = rows
    first, second = columns
    number = second + 1
    title = next(iter(_texts(cells, header, second)), "") or str(number)
    return DataError(
        Message(
            "two columns hold places, {} and {}",
            "第 {} 列和第 {} 列都是地区",
            first + 1,
            number,
        ),
        where=sheet.where(data.start, second),
        mend=Message(
            "If two tables stand side by side, put them below one another; else say which one counts: "
            "--column {}=skip.",
            "若是左右并列的两张表，请改为上下排列；否则请指明：--column {}=skip。",
            title if title not in _texts(cells, header, first) else number,
        ),
    )


def _unexplained(
    sheet: Sheet, cells: Sequence[Sequence[str]], rows: tuple[range, range], column: int, word: str
) -> DataError:
    header, data = rows
    title = next(iter(_texts(cells, header, column)), "") or str(column + 1)
    return DataError(
        Message(
            "column {} (“{}”) holds words of which it is not known what they tell apart: “{}”",
            "不知道第 {} 列（“{}”）的文字（如“{}”）区分什么",
            column + 1,
            title,
            word,
        ),
        where=sheet.where(data.start, column),
        mend=Message(
            "Say what the column holds: --column {}=place, indicator, time, unit, status or skip.",
            "请说明该列的内容：--column {}=place、indicator、time、unit、status 或 skip。",
            title,
        ),
    )


def _no_table(sheet: Sheet) -> DataError:
    return DataError(
        Message("no table is recognised in it", "未识别出表格"),
        where=sheet.name,
        mend=Message(
            "A table has a header with periods or indicators, and numbers below it.",
            "表格须有时期或指标的表头，其下为数字。",
        ),
    )


def _header(sheet: Sheet, cells: Sequence[Sequence[str]]) -> range:
    """Return the rows directly above the figures that have more than one cell."""
    start = _first_data_row(cells)
    if start is None:
        raise _no_table(sheet)
    start = _above_unreadable(cells, start)
    first = start
    while first > 0 and sum(bool(c) for c in cells[first - 1]) > 1:
        if TITLE.match(cells[first - 1][0]):
            break
        first -= 1
    return range(first, start)


# a number with something about it: 约41610.9, (0.05), 5.67‰, 41610.9*, ¥50, US$50, 50-60
ALMOST = re.compile(
    r"(?:[约≈~<>≤≥(+-]|(?:[A-Z]{0,3} ?[$€£¥₹]))*\d[\d,.]*(?:[-–~]\d[\d,.]*)?\D{0,3}"
)


def _above_unreadable(cells: Sequence[Sequence[str]], start: int) -> int:
    """Return the first row of the figures, with those above that have only blanks, signs or odd numbers."""
    while start > 1 and _is_below_header(cells, start - 1) and _has_no_label(cells[start - 1]):
        start -= 1
    return start


def _has_no_label(row: Sequence[str]) -> bool:
    """Whether nothing behind the key of a row can be a label over a column."""
    behind = [c for c in row[1:] if c]
    odd = (is_missing(c) or (ALMOST.fullmatch(c) and period_of(c) is None) for c in behind)
    return bool(row and row[0]) and len(row) > 1 and all(odd)


def _is_below_header(cells: Sequence[Sequence[str]], row: int) -> bool:
    """Whether a row of labels, or another such row, stands above one."""
    above = cells[row - 1]
    return sum(bool(c) for c in above) > 1 and not TITLE.match(above[0])


def _said_header(sheet: Sheet, hints: Hints) -> range | None:
    """Return the rows of the lines that the user calls the header."""
    lines = hints.header_lines()
    if lines is None:
        return None
    rows = [i for i, line in enumerate(sheet.lines) if lines[0] <= line <= lines[1]]
    if not rows:
        raise DataError(
            Message("there is no line {}", "没有第 {} 行", hints.header),
            where=sheet.name,
            mend=Message(
                "Give the line of the header as the file has it, from 1.",
                "请按文件中的行号（从1起）指定表头。",
            ),
        )
    return range(rows[0], rows[-1] + 1)


def _said_keys(cells: Sequence[Sequence[str]], header: range, hints: Hints) -> dict[int, str]:
    """Return what the user says that columns hold, by a text above them or by their number."""
    said = {**hints.expected, **hints.columns}
    width = max((len(cells[i]) for i in header), default=0)
    found: dict[int, str] = {}
    used: set[str] = set()
    for column in range(width):
        for name in (*_texts(cells, header, column), str(column + 1)):
            if name in said:
                found[column] = "other" if said[name] == "skip" else said[name]
                used.add(name)
    lost = [name for name in hints.columns if name not in used]
    if lost:
        raise UsageError(
            Message("no column is called “{}”", "没有名为“{}”的列", lost[0]),
            mend=Message(
                "Name a column by what stands above it, or by its number.",
                "请用列上方的文字或列号指定。",
            ),
        )
    return found


def end_of_data(cells: Sequence[Sequence[str]], start: int) -> int:
    """Return the row behind the last figure: of a note, or of lines that have one cell only."""
    firsts = [row[0] if row else "" for row in cells[start:]]
    notes = {text for text in {*firsts} if NOTE.match(text)}
    stop = start + next((n for n, text in enumerate(firsts) if text in notes), len(firsts))
    while stop > start and _is_prose(cells[stop - 1]):
        stop -= 1
    return stop


def _is_prose(row: Sequence[str]) -> bool:
    """Whether a row has no cell, or a single one that is no number."""
    filled = [c for c in row if c]
    return len(filled) < 2 and not any(is_number(c) for c in filled)


def _keys(cells: Sequence[Sequence[str]], header: range, data: range) -> dict[int, str]:
    """Return what columns hold: `place`, `indicator`, `time`, `part` of a year, `unit`, `other`.

    Leading columns are looked at by header and content, those behind by their header.
    """
    found: dict[int, str] = {}
    width = max(len(cells[i]) for i in data)
    named = {c: k for c in range(width) if (k := _named(cells, header, data, c))}
    if list(named.values()).count("time") > 1:  # 年 and 月 in two columns
        parts = [c for c, k in named.items() if k == "time" and _is_part(cells, header, c)]
        named |= dict.fromkeys(parts, "part")
    for column in range(width):
        texts = _texts(cells, data, column)
        kind = named.get(column, "")
        if not kind and not texts and not _texts(cells, header, column):
            continue  # an empty column
        numbers = sum(any(c.isdigit() for c in t) or is_missing(t) for t in texts)
        if not kind and found and (numbers * 2 >= len(texts) or not texts):
            break
        found[column] = _leading(kind or _guessed(texts, found, named), texts, found)
    found |= {
        c: k
        for c, k in named.items()
        if c not in found and (k in ("other", "status") or k not in found.values())
    }
    if not {"place", "indicator"} & {*found.values()}:
        found |= _codes_as_names(cells, header, data, found)
    if "time" in found.values() and "place" not in found.values():
        # names beside periods, with labels above the numbers, are those of places
        return {
            c: "place" if kind == "indicator" and not c and c not in named else kind
            for c, kind in found.items()
        }
    return found


def _guessed(texts: list[str], found: Mapping[int, str], named: Mapping[int, str]) -> str:
    """Return what a leading column holds whose header does not say it."""
    beside_codes = all(kind == "other" for kind in found.values())
    kind = kind_by_content(texts) if beside_codes else "other"
    if kind in named.values() or ("place" in named.values() and _codes(texts)):
        return "other"  # a code beside the name
    return kind


def _leading(kind: str, texts: list[str], found: Mapping[int, str]) -> str:
    """Return what a leading column holds, beside those before it."""
    if kind == "place" and kind in found.values():
        return "other"  # the same places in another language, or it is refused
    if found and kind == "other" and not all(t.isascii() for t in texts):
        return "indicator" if "indicator" not in found.values() else "other"
    return kind


def _is_part(cells: Sequence[Sequence[str]], header: range, column: int) -> bool:
    return any(text in PART_OF_YEAR for text in _texts(cells, header, column))


def _codes_as_names(
    cells: Sequence[Sequence[str]], header: range, data: range, found: dict[int, str]
) -> dict[int, str]:
    """Return what the first column of codes holds, where there are no names beside it."""
    for column, kind in found.items():
        texts = _texts(cells, data, column)
        above = " ".join(_texts(cells, header, column))
        if kind == "other" and texts and _codes(texts):
            return {column: "place" if AREA.search(above) else "indicator"}
    return {}


def _codes(texts: list[str]) -> bool:
    return all(t.removesuffix(".0").isdigit() for t in texts)


def _texts(cells: Sequence[Sequence[str]], rows: range, column: int) -> list[str]:
    return [cells[i][column] for i in rows if column < len(cells[i]) and cells[i][column]]


def _named(cells: Sequence[Sequence[str]], header: range, data: range, column: int) -> str:
    """Return what the header says a column holds, if the cells below it are of that kind."""
    kind = kind_by_header(_texts(cells, header, column))
    if not kind or not column:
        return kind
    texts = [t for t in _texts(cells, data, column) if not is_missing(t)]
    numbers = sum(is_number(t) for t in texts) * 2 > len(texts)
    if kind == "status":
        return kind if not texts or any(t.casefold() in STATUS_OF_FLAG for t in texts) else "other"
    if kind == "other":
        return kind
    if kind in ("time", "part"):
        short = all(t.removesuffix(".0").isdigit() and len(t) < 7 for t in texts)
        return kind if short or not numbers else ""
    return "" if numbers or not texts else kind
