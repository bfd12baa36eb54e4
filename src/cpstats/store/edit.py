"""A line is put into a CSV where its neighbours are; every other byte stays as it was."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from cpstats.store import files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SORTED_BY = ("indicator", "ref_area", "time_period", "measure")


def with_line(
    text: str, row: Mapping[str, str], *, sorted_by: Sequence[str] = SORTED_BY
) -> tuple[str, int]:
    """Return a table with one more line, and the number of that line (the header is 1).

    The line stands behind the last one that agrees with it in most of the leading columns of
    `sorted_by` and does not come after it in the next; at the end where nothing agrees.
    """
    header, records = files.parsed(text, "the file")
    keys = [(header.index(name), row[name]) for name in sorted_by if name in header]
    at = _position(records, keys)
    starts = _starts(text)
    line = _line([row.get(name, "") for name in header])
    end = "\r\n" if "\r\n" in text else "\n"
    if at + 1 < len(starts):
        cut = starts[at + 1]
        return text[:cut] + line + end + text[cut:], text.count("\n", 0, cut) + 1
    closed = text if text.endswith("\n") else text + end
    return closed + line + end, closed.count("\n") + 1


def without_line(text: str, number: int) -> str:
    """Return a table without the record that begins in a line (the header is 1)."""
    starts = [*_starts(text), len(text)]
    for start, end in pairwise(starts[1:]):
        if text.count("\n", 0, start) + 1 == number:
            return text[:start] + text[end:]
    raise IndexError(number)


def with_changed(text: str, column: str, row: Mapping[str, str]) -> str | None:
    """Return a table in which the record with the same key says something else; None without one."""
    header, records = files.parsed(text, "the file")
    at = header.index(column)
    number = next((n for n, record in enumerate(records) if record[at] == row[column]), -1)
    if number < 0:
        return None
    starts = [*_starts(text), len(text)]
    start, end = starts[number + 1], starts[number + 2]
    ending = "\r\n" if "\r\n" in text else "\n"
    return text[:start] + _line([row.get(name, "") for name in header]) + ending + text[end:]


def _position(records: Sequence[Sequence[str]], keys: Sequence[tuple[int, str]]) -> int:
    """Return how many records come before the new one, which has these cells in its columns."""
    same: Sequence[int] = range(len(records))
    agreed = 0
    for column, text in keys[:-1]:
        closer = [i for i in same if records[i][column] == text]
        if not closer:
            break
        same, agreed = closer, agreed + 1
    if not agreed:
        return len(records)
    column, text = keys[agreed]
    before = [i for i in same if records[i][column] <= text]
    return before[-1] + 1 if before else same[0]


def _starts(text: str) -> list[int]:
    """Return where each record begins, the header first; blank lines belong to the one before."""
    reader = csv.reader(StringIO(text))
    lines = StringIO(text)  # not `splitlines`: it ends lines at signs that a cell may have
    offsets = [0, *accumulate(map(len, lines))]
    starts = [0, *(offsets[min(reader.line_num, len(offsets) - 1)] for _ in reader)]
    return [s for s in starts if s < len(text)]


def _line(cells: Sequence[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()
