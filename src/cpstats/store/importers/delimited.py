"""Text with one record a line: commas, tabs, semicolons or bars, in UTF-8 or GB18030."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message, cause, joined
from cpstats.store.decoding.encodings import decoded, unmarked_utf16
from cpstats.store.decoding.own_pages import LAST_LINES, look_who_wrote
from cpstats.store.hints import DIVIDERS as DIVIDERS_BY_NAME
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

ASKED = 100  # its place among those that are asked
DIVIDERS = (",", "\t", ";", "|")
ASKS = ("encoding", "divider")  # what a user may say of such a file
SAMPLE = 200  # lines that are looked at to find the divider
EMPTY = "\n ,\t;|"  # what lines without a cell are made of
NAMES = {"\t": Message("tabs", "制表符分隔"), ",": Message("commas", "逗号分隔")}
LONGEST = 1_000_000  # characters of a cell
WIDEST = 20_000  # cells of a line
GAP = 100  # empty lines in a row that are kept
HEAD = 8  # lines in which a title over the header is looked for
NUMBER = re.compile(r"[-+]?[\d.,']+%?")
DECIMAL = re.compile(r"\d,\d")
YEAR = re.compile(r"1[89]\d\d|20\d\d")
# blanks between a closing quotation mark and the next divider, which are no part of the cell
BLANK_BEHIND = re.compile(r"""(?<=[^",;|\t\n])("(?:"")*)[ \t]+(?=[,;|\n]|$)""")
INSIDE = re.compile(r"""(?<=[^",;|\t])"(?=[^",;|\t])""")  # a mark that begins and ends no cell
NOTE = 2  # cells of a note: its number and its words


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    head = content[:4096]
    control = sum(byte < 9 or 13 < byte < 32 for byte in head)
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if control * 10 > len(head) and not marked and not unmarked_utf16(content):
        return "the bytes are no text"
    return "" if content.strip() else "there is nothing in it"


def read(name: str, content: bytes, *, encoding: str = "", divider: str = "") -> list[Sheet]:
    """Return the one table of the file.

    Parameters
    ----------
    encoding, divider : str
        As the user says; else found out.

    Raises
    ------
    DataError
        When the encoding is unknown, a quotation mark has no partner, or a cell is absurd.
    """
    text, encoding = decoded(content, name, encoding)
    if "\0" in text:
        raise nul(Where(name, text[: text.index(chr(0))].count(chr(10)) + 1, 1))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    divider = DIVIDERS_BY_NAME.get(divider, divider) or divider_of(text)
    look_who_wrote(name, text[-LAST_LINES:].split("\n"))
    unfinished = not text.endswith("\n")
    text = _without_empty_end(text)
    try:
        rows, lines = records(name, text, divider)
    except DataError:
        mended = _with_marks_in_notes(BLANK_BEHIND.sub(r"\1", text), divider)
        if mended == text:
            raise
        rows, lines = records(name, mended, divider)
    if _are_wrapped(rows, divider):
        rows = [_unwrapped(row, divider) for row in rows]
    if divider == ",":
        rows = _with_whole_header(_with_whole_titles(rows))
    word = NAMES.get(divider) or Message("“{}”", "以“{}”分隔", divider)
    said = joined([encoding, word])
    return [Sheet(name, tuple(rows), tuple(lines), said, divider=divider, unfinished=unfinished)]


def _with_marks_in_notes(text: str, divider: str) -> str:
    """Double the quotation marks inside the words of a note, where a line is no CSV without it.

    >>> _with_marks_in_notes('1,"See <a href="x">here</a>."', ",")
    '1,"See <a href=""x"">here</a>."'
    """
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if '"' not in line or _cells_of(line, divider):
            continue
        doubled = INSIDE.sub('""', line)
        if 0 < _cells_of(doubled, divider) <= NOTE:
            lines[at] = doubled
    return "\n".join(lines)


def _cells_of(line: str, divider: str) -> int:
    """Return how many cells a line has that is CSV by itself, else 0."""
    try:
        return len(next(csv.reader([line], delimiter=divider, strict=True), ()))
    except csv.Error:
        return 0


def _without_empty_end(text: str) -> str:
    """Return a text up to the end of its last line in which anything stands."""
    end = text.find("\n", len(text.rstrip(EMPTY)))
    return text[: end + 1] if end >= 0 else text


def records(name: str, text: str, divider: str) -> tuple[list[tuple[str, ...]], list[int]]:
    """Return the records of a text, and the line in which each begins; of a long gap only the first.

    Raises
    ------
    DataError
        Where it is no CSV: a quotation mark without its second, a carriage return in a cell.
    """
    csv.field_size_limit(LONGEST)
    reader = csv.reader(StringIO(text), delimiter=divider, strict=True)
    rows, lines = [], []
    before = empty = 0
    try:
        for row in reader:
            if len(row) > WIDEST:
                raise too_wide(row, Where(name, before + 1, 1))
            empty = 0 if any(row) else empty + 1
            if empty <= GAP:
                rows.append(tuple(row))
                lines.append(before + 1)
            before = reader.line_num
    except csv.Error as error:
        raise not_csv(error, Where(name, before + 1, 1)) from None
    return rows, lines


def _are_wrapped(rows: Sequence[Sequence[str]], divider: str) -> bool:
    """Whether most lines are one cell that holds a line of the table, with its own quotation marks."""
    wrapped = sum(len(row) == 1 and divider in row[0] and '"' in row[0] for row in rows)
    return wrapped > 1 and wrapped * 2 > len([row for row in rows if row])


def _unwrapped(row: tuple[str, ...], divider: str) -> tuple[str, ...]:
    """Return the cells of a line that stands in quotation marks as a whole."""
    return tuple(next(csv.reader(row, delimiter=divider))) if len(row) == 1 else row


def _with_whole_titles(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Join lines of a title that their own commas have divided (`Output, at 2019 prices`) over a header."""
    made = list(rows)
    dated = 0  # pieces of a line that holds a year: over as many columns it may be a header
    for at, row in enumerate(rows[:HEAD]):
        filled = [cell for cell in row if cell.strip()]
        if _is_sentence(row[: len(filled)], filled):
            made[at] = (",".join(filled),)
            dated = max(dated, len(filled) if any(map(_is_year, filled)) else 0)
        elif len(filled) > 1:
            return made if _is_header(row) and dated < len(filled) else list(rows)
    return list(rows)


def _with_whole_header(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Join the cells of a header that its own commas have divided (`region,Price, mean in tkr`).

    Only where every line below has as many cells as the header has without its pieces behind a blank.

    >>> _with_whole_header([("region", "Price", " mean in tkr"), ("Ovanby", "3268")])
    [('region', 'Price, mean in tkr'), ('Ovanby', '3268')]
    """
    made = list(rows)
    filled = [at for at, row in enumerate(rows) if sum(map(bool, row)) > 1]
    if len(filled) < NOTE or not any(cell.startswith(" ") for cell in rows[filled[0]][1:]):
        return made
    whole: list[str] = []
    for cell in rows[filled[0]]:
        if cell.startswith(" ") and whole:
            whole[-1] += "," + cell
        else:
            whole.append(cell)
    if {len(rows[at]) for at in filled[1:]} == {len(whole)}:
        made[filled[0]] = tuple(whole)
    return made


def _is_sentence(row: Sequence[str], filled: Sequence[str]) -> bool:
    """Whether each piece after the first begins with a blank, and none comes twice or is a number but one year."""
    return (
        len(filled) > 1
        and list(row) == list(filled)
        and len(set(filled)) == len(filled)
        and all(cell.startswith(" ") for cell in filled[1:])
        and not any(NUMBER.fullmatch(cell.strip()) and not _is_year(cell) for cell in filled)
        and sum(map(_is_year, filled)) < 2
        and not _is_year(filled[0])
    )


def _is_year(cell: str) -> bool:
    return YEAR.fullmatch(cell.strip()) is not None


def _is_header(row: Sequence[str]) -> bool:
    """Whether a line of two or more cells, none behind a blank, holds words and bare years only."""
    return (
        len(row) > 1
        and (bool(row[0].strip()) or (len(row) > 2 and all(row[1:])))
        and not any(cell.startswith(" ") for cell in row)
        and all(YEAR.fullmatch(cell) or not NUMBER.fullmatch(cell) for cell in row)
    )


def too_wide(row: Sequence[str], where: str) -> DataError:
    """Return the error for a line that no table has."""
    return DataError(
        Message(
            "the line has {} cells, more than {}", "该行有{}个单元格，超过{}个", len(row), WIDEST
        ),
        where=where,
        mend=Message(
            "Turn the table so that it is longer than wide.", "请转置表格，使其行多列少。"
        ),
    )


def nul(where: str) -> DataError:
    """Return the error for a NUL."""
    return DataError(
        Message("there is a NUL character in the text", "文本中有 NUL 字符"),
        where=where,
        mend=Message(
            "This is no text file, or it was damaged; save it again as CSV in UTF-8.",
            "这不是文本文件或已损坏，请另存为 UTF-8 的 CSV。",
        ),
    )


def not_csv(error: csv.Error, where: str) -> DataError:
    """Return the error for a line that the CSV reader refuses."""
    if "field limit" in str(error):
        return DataError(
            Message("a cell has more than {} signs", "有单元格超过 {} 个字符", LONGEST),
            where=where,
            mend=Message(
                "A quotation mark may be without its partner; else shorten the cell.",
                "引号可能不成对；否则请缩短该单元格。",
            ),
        )
    return DataError(
        Message("the line is not CSV{}", "该行不是 CSV{}", cause(error)),
        where=where,
        mend=Message("Look for a quotation mark without its partner.", "请检查不成对的引号。"),
    )


def divider_of(text: str) -> str:
    """Return the sign that gives most lines one and the same number of cells."""
    sample = text.split("\n", SAMPLE)[:SAMPLE]
    best, score = ",", 0
    for divider in DIVIDERS:
        counts = Counter(line.count(divider) for line in sample if line.count(divider))
        if counts:
            cells, lines = max(counts.items(), key=lambda item: (item[1], item[0]))
            alike = lines * (cells + 1) == score and best == "," and DECIMAL.search(text)
            if lines * (cells + 1) > score or alike:  # 1,5;2,5
                best, score = divider, lines * (cells + 1)
    return best
