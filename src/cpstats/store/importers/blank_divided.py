"""Text whose columns stand below one another with blanks between them, as releases are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message, joined
from cpstats.store.cells import is_missing, is_number
from cpstats.store.decoding.encodings import decoded
from cpstats.store.decoding.own_pages import LAST_LINES, look_who_wrote
from cpstats.store.decoding.r_printed import has_types, rows_printed
from cpstats.store.importers import delimited
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ASKED = 97  # its place among those that are asked: before the text that any sign divides
ASKS = ("encoding", "divider")
GAP = re.compile(r" {2,}")  # one blank divides words
RULE = re.compile(r"[\s=_.*-]*[=_*-]{3}[\s=_.*-]*")
SAMPLE = 200_000  # bytes that are looked at
SIGNS = (",", ";", "|")
FEWEST = 2  # lines of figures
NOT_DIVIDED = Message("blanks between columns", "以空格分列")

Token = tuple[int, int, str]  # where it begins and ends, and what it is


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    head = content[:SAMPLE]
    if b"  " not in head or b"\0" in head or b"\t" in head:
        return "no blanks divide its columns"
    lines = [_tokens(line) for line in head.decode("latin-1").splitlines()]
    if any(text.endswith(SIGNS) for line in lines for _, _, text in line[:-1]):
        return "other signs divide its columns"
    figures = sum(map(_is_of_figures, lines))
    several = sum(len(line) > 1 for line in lines)
    if figures < FEWEST or figures * 2 < several:
        return "no blanks divide its columns"
    return ""


def read(name: str, content: bytes, *, encoding: str = "", divider: str = "") -> list[Sheet]:
    """Return the one table of the file.

    Parameters
    ----------
    encoding, divider : str
        As the user says; else found out.

    Raises
    ------
    DataError
        When the encoding is unknown, or two columns run into one another.
    """
    if divider:
        return delimited.read(name, content, encoding=encoding, divider=divider)
    text, encoding = decoded(content, name, encoding)
    look_who_wrote(name, text[-LAST_LINES:].split("\n"))
    if has_types(text.splitlines()[:LAST_LINES]):
        return [_printed(name, text.splitlines(), encoding)]
    lines = enumerate(text.splitlines(), start=1)
    found = {number: _tokens(line) for number, line in lines if not RULE.fullmatch(line)}
    columns = _columns(found.values())
    rows = [_row(line, columns) for line in found.values()]
    for (number, line), row in zip(found.items(), rows, strict=True):
        if _is_of_figures(line) and sum(map(bool, row)) < len(line):
            raise _run_together(Where(name, number, 1))
    said = joined([encoding, NOT_DIVIDED])
    return [Sheet(name, tuple(rows), tuple(found), said, divider=" ")]


def _printed(name: str, lines: Sequence[str], encoding: str) -> Sheet:
    """Return the table that R printed with the types of its columns."""
    rows = rows_printed(lines)
    if rows is None:
        raise _run_together(Where(name, 1, 1))
    said = joined([encoding, NOT_DIVIDED])
    return Sheet(name, tuple(r for _, r in rows), tuple(n for n, _ in rows), said, divider=" ")


def _tokens(line: str) -> list[Token]:
    """Return what stands between two and more blanks, and where."""
    found: list[Token] = []
    start = len(line) - len(line.lstrip(" "))
    end = len(line.rstrip())
    for gap in GAP.finditer(line, start, end):
        found.append((start, gap.start(), line[start : gap.start()]))
        start = gap.end()
    return [*found, (start, end, line[start:end])] if start < end else found


def _is_of_figures(line: Sequence[Token]) -> bool:
    """Whether a line is a name, perhaps in pieces, and numbers or signs for missing ones behind it."""
    texts = [text for _, _, text in line]
    behind = 0
    while behind < len(texts) - 1 and _is_figure(texts[-1 - behind]):
        behind += 1
    return behind > 0 and any(map(is_number, texts[-behind:])) and len(texts) - behind < len("abcd")


def _is_figure(text: str) -> bool:
    return is_number(text) or is_missing(text)


def _columns(lines: Iterable[Sequence[Token]]) -> list[tuple[int, int]]:
    """Return where columns begin and end: what the lines of figures cover, one over the other."""
    spans = sorted((start, end) for line in lines if _is_of_figures(line) for start, end, _ in line)
    columns: list[tuple[int, int]] = []
    for start, end in spans:
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _row(line: Sequence[Token], columns: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the cells of a line; a label over several columns stands in each of them."""
    row = [""] * len(columns)
    if len(line) == 1 and not is_number(line[0][2]):  # a title, also in the middle; a note
        row[0] = line[0][2]
        return tuple(row)
    if groups := _groups(line, columns):
        return (
            "",
            *(text for (_, _, text), group in zip(line, groups, strict=True) for _ in group),
        )
    for start, end, text in line:
        over = [n for n, (left, right) in enumerate(columns) if start < right and left < end]
        for n in over or [_nearest((start + end) / 2, columns)]:
            row[n] = f"{row[n]} {text}".strip()
    return tuple(row)


def _groups(line: Sequence[Token], columns: Sequence[tuple[int, int]]) -> list[range]:
    """Return as many columns for each label of a line that has fewer than there are columns: years over quarters.

    Empty where a label does not stand over the columns that fall to it, or one stands over the names.
    """
    wide, rest = divmod(len(columns) - 1, len(line)) if line else (0, 1)
    if rest or wide < 2 or len(line) < 2:
        return []
    groups = [range(1 + n * wide, 1 + (n + 1) * wide) for n in range(len(line))]
    for (start, end, _), group in zip(line, groups, strict=True):
        if _nearest((start + end) / 2, columns) not in group:
            return []
    return groups


def _nearest(middle: float, columns: Sequence[tuple[int, int]]) -> int:
    return min(range(len(columns)), key=lambda n: abs(sum(columns[n]) / 2 - middle))


def _run_together(where: Where) -> DataError:
    return DataError(
        Message(
            "two columns run into one another: blanks do not divide them",
            "有两列相互重叠：无法用空格分列",
        ),
        where=where,
        mend=Message(
            "Save the table as CSV, or put a tab between its columns.",
            "请另存为 CSV，或在各列之间用制表符分隔。",
        ),
    )
