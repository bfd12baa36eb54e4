"""The tables of one sheet: below one another, or side by side; each is read as a sheet of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpstats.store.cells import is_missing, period_of
from cpstats.store.frequencies import part_of_year
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.extent import (
    CONTINUED,
    NOTE,
    below_descriptions,
    filled,
    first_row_of_figures,
    header_of,
    how_full,
    is_figure,
)
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.lines_without_figures import above_missing
from cpstats.store.recognising.republic import LABEL as REPUBLIC
from cpstats.store.recognising.titles import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]

NEAR = 4  # rows from a header to its first figures
HOLDS_ON = ("地区", "区域", "region", "area", "数据库", "database", "时间", "time", "period")
KEYS = ("place", "indicator", "time")


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a sheet: which rows and columns of it; no columns: all of them.

    In the corner of the row `named` stands what tells the table from others with the same periods: North, South.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...] = ()
    named: int = -1

    def of(self, sheet: Sheet) -> Sheet:
        """Return the table as a sheet that says where its cells stood."""
        rows = tuple(
            ("", *sheet.rows[i][1:]) if i == self.named else self._cells(sheet.rows[i])
            for i in self.rows
        )
        there = tuple(sheet.columns[c] if sheet.columns else c for c in self.columns)
        return replace(
            sheet,
            rows=rows,
            lines=tuple(sheet.lines[i] for i in self.rows),
            starts=tuple(sheet.starts[i] for i in self.rows) if sheet.starts else (),
            columns=there or sheet.columns,
        )

    def _cells(self, row: tuple[str, ...]) -> tuple[str, ...]:
        if not self.columns:
            return row
        found = [c for c in row if c.strip()]
        said = [TITLE.match(c.strip().replace("：", ":")) is not None for c in found]
        if len(found) < 2 or (said[0] and not any(said[1:])):
            return tuple(found)  # a title, a note or the one unit is of all the tables
        return tuple(row[c] for c in self.columns if c < len(row))

    def name_in(self, sheet: Sheet) -> str:
        """Return what stands in the corner of the table and tells it from the others; empty where nothing does."""
        return sheet.rows[self.named][0].strip() if self.named >= 0 else ""

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """Return where a cell of the table stands in the sheet."""
        return self.rows[row], self.columns[column] if self.columns else column


def parts_of(sheet: Sheet, cells: Cells) -> list[Part]:
    """Return the tables of a sheet: one that is the whole of it, where nothing shows more.

    Raises
    ------
    DataError
        When no table is found.
    """
    found = []
    for rows in _below_one_another(cells):
        inner = [cells[i] for i in rows]
        header = header_of(sheet, inner)
        if header.stop and (groups := _side_by_side(inner, header)):
            found += [Part(rows, columns) for columns in groups]
        else:
            named = next((i for i in reversed(rows[: header.stop]) if how_full(cells[i]) > 1), -1)
            found.append(Part(rows, named=named))
    return _named(found, cells)


def _named(parts: list[Part], cells: Cells) -> list[Part]:
    """Return the tables of a sheet, those named by their corner that have the same periods and another corner each."""
    heads = [cells[part.named] if part.named >= 0 else () for part in parts]
    corners = [head[0] if head else "" for head in heads]
    alike = len({tuple(head[1:]) for head in heads}) == 1 and len({*corners}) == len(parts) > 1
    if alike and all(corners) and not any(map(role_of, corners)) and _are_periods(heads[0]):
        return parts
    return [replace(part, named=-1) for part in parts]


def _below_one_another(cells: Cells) -> list[tuple[int, ...]]:
    """Return the rows of each table, with the lines above that hold on for it."""
    starts = [0, *_later(cells)]
    ends = [*starts[1:], len(cells)]
    tables = [tuple(range(start, end)) for start, end in zip(starts, ends, strict=True)]
    if len(tables) < 2:
        return tables
    first = first_row_of_figures(cells) or 0
    above = [
        i
        for i in range(first)
        if how_full(cells[i]) == 1 or TITLE.match(cells[i][0] if cells[i] else "")
    ]
    return [tables[0], *(_with_titles(cells, above, rows) for rows in tables[1:])]


def _later(cells: Cells) -> Iterator[int]:
    """Yield the row with which each table after the first begins."""
    first = first_row_of_figures(cells)
    if first is None:
        return
    first = min(below_descriptions(cells, 0, first), len(cells) - 1)  # numbers of series are none
    head = [row for row in cells[: above_missing(cells, first, 0)] if how_full(row) > 1]
    stub = filled(head[-1])[0] if head else ""
    row = first + 1
    while row < len(cells):
        if _begins(cells, row, stub) or (head and _has_its_periods(cells, row, head[-1])):
            yield _with_lines_above(cells, row)
            figures = first_row_of_figures(cells[row : row + NEAR])
            row += (figures or 0) + 1
        else:
            row += 1


def _begins(cells: Cells, row: int, stub: str) -> bool:
    """Whether a row is the header of another table: labels, above figures."""
    labels = filled(cells[row])
    # from behind: there a line of figures has one
    if len(labels) < 2 or any(is_figure(c) and period_of(c) is None for c in reversed(labels)):
        return False
    if all(is_missing(c) for c in labels[1:]) or TITLE.match(labels[0]) or NOTE.match(labels[0]):
        return False
    figures = first_row_of_figures(cells[row : row + NEAR])
    if not figures:
        return False
    if labels[0] == stub or (cells[row][0] and role_of(labels[0]) in KEYS):
        return True
    alone = how_full(cells[row - 1]) < 2
    periods = sum(period_of(c) is not None for c in labels)
    return alone and not cells[row][0] and periods * 2 >= len(labels)


def _has_its_periods(cells: Cells, row: int, head: Sequence[str]) -> bool:
    """Whether a row has another name before all the periods of the header, and figures stand below it.

    >>> cells = [["North", "2019", "2020", "2021"], ["Tea", "5", "6", "7"], ["South", *(head := ["2019", "2020", "2021"])]]
    >>> _has_its_periods([*cells, ["Tea", "8", "9", "4"]], 2, cells[0]), _has_its_periods([*cells, head], 1, cells[0])
    (True, False)
    """
    own = cells[row]
    same = [*own[1:]] == [*head[1:]] and own[0] not in ("", head[0])
    below = first_row_of_figures(cells[row : row + 2 * NEAR]) if same else None
    return below is not None and _are_periods(own)


def _are_periods(head: Sequence[str]) -> bool:
    """Whether periods, three or more, stand behind the first cell of a row, and nothing else."""
    behind = filled(head[1:])
    return len(behind) >= NEAR - 1 and all(_is_period(text) or is_date(text) for text in behind)


def _with_lines_above(cells: Cells, row: int) -> int:
    """Return the first of the lines above a header that are its titles, or years over its quarters."""
    if row > 0 and _are_over_parts(cells[row - 1], cells[row]):
        row -= 1
    while row > 0 and _is_line_above(cells[row - 1]):
        row -= 1
    return row


def _are_over_parts(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row has years alone, behind a blank, over quarters or months of each.

    >>> _are_over_parts(["", "2019", "", "2020", ""], ["Quarter", "I", "II", "I", "II"])
    True
    >>> _are_over_parts(["", "2019", "", "2020", ""], ["Tea", "5", "6", "7", "8"])
    False
    """
    years = {*filled(row)}  # a merged one stands over each of its columns
    parts = filled(below[1:])
    dated = len(years) > 1 and not row[0] and all(map(_is_period, years))
    return dated and len(parts) > len(years) and all(map(part_of_year, parts))


def _is_line_above(row: Sequence[str]) -> bool:
    """Whether a row is one text and no note, or a word with what it says: behind a colon, or where a header may have it."""
    found = filled(row)
    said = len(found) == 2 and (found[0].endswith((":", "：")) or _says(row))
    return said or (len(found) < 2 and not NOTE.match("".join(row)))


def _says(row: Sequence[str]) -> bool:
    """Whether a row of two cells is a word for sexes, ages or a date, and in the next cell which.

    >>> _says(["gender", "Male", ""]), _says(["date", "2020"]), _says(["Age", "15"]), _says(["Tea", "Green"])
    (True, True, False, False)
    """
    word, value = (*row[:2], "", "")[:2]
    role = role_of(word) if value else ""
    return (role == "name" and not is_figure(value)) or (role == "time" and _is_period(value))


def _with_titles(cells: Cells, above: list[int], rows: tuple[int, ...]) -> tuple[int, ...]:
    """Return the rows of a later table, before them those lines of the first that hold on for it."""
    own = []
    for i in rows:
        if not _is_line_above(cells[i]):
            break
        own += filled(cells[i])
    marks = [i for i in rows[: len(own) + 1] if CONTINUED.fullmatch("".join(cells[i]).strip())]
    kept = tuple(i for i in rows if i not in marks)
    if not [text for text in own if not CONTINUED.fullmatch(text.strip())]:
        return (*above, *kept)
    said = {text.partition(":")[0].strip().casefold() for text in own}
    general = _above_gap(cells, above, len(own))
    held = [i for i in above if i in general or _holds_on("".join(cells[i]), said)]
    return (*held, *kept)


def _above_gap(cells: Cells, above: list[int], many: int) -> list[int]:
    """Return the lines of all tables: before a blank line, behind which as many stand as the next table has of its own.

    >>> cells = [["Rents, EUR", ""], ["", ""], ["North", ""], ["", "2019"]]
    >>> _above_gap(cells, [0, 2], 1), _above_gap(cells, [0, 2], 2), _above_gap([cells[0], *cells[2:]], [0, 1], 1)
    ([0], [], [])
    """
    blank = (
        next((i for i in range(above[-1], above[0], -1) if not any(cells[i])), -1) if above else -1
    )
    own = [i for i in above if i > blank]
    return [i for i in above if i < blank] if len(own) == many else []


def _holds_on(text: str, said: set[str]) -> bool:
    name = text.partition(":")[0].strip().casefold()
    return name in HOLDS_ON and name not in said


def _is_period(text: str) -> bool:
    return period_of(text) is not None or bool(REPUBLIC.fullmatch(text))


def _side_by_side(cells: Cells, header: range) -> list[tuple[int, ...]]:
    """Return the columns of tables that stand side by side; empty where there is one."""
    if groups := _between_gaps(cells, header):
        return groups
    above = (i for i in range(header.stop - 1, -1, -1) if any(cells[i]))  # blank lines may follow
    labels = list(cells[next(above, header.stop - 1)])
    keys = [c for c, text in enumerate(labels) if role_of(text) in KEYS]
    firsts = [c for c in keys if keys and labels[c] == labels[keys[0]]]
    if len(firsts) < 2:
        return []
    ends = [*firsts[1:], len(labels)]
    groups = [tuple(range(a, b)) for a, b in zip(firsts, ends, strict=True)]
    groups = [tuple(c for c in g if labels[c]) for g in groups]
    inner = [[labels[c] for c in g[1:]] for g in groups]
    alike = all(texts == inner[0] for texts in inner) and bool(inner[0])
    dated = all(texts and all(map(_is_period, texts)) for texts in inner)
    if not (alike or dated):
        return []
    shared = tuple(range(firsts[0]))
    return [(*shared, *g) for g in groups]


def _between_gaps(cells: Cells, header: range) -> list[tuple[int, ...]]:
    """Return the columns of tables between which a column is empty, where each begins with its own periods.

    Years and their figures at the left, quarters and theirs at the right.
    """
    body = cells[header.start :]
    width = max(map(len, body), default=0)
    used = [any(c < len(row) and row[c] for row in body) for c in range(width)]
    groups: list[list[int]] = []
    for c in range(width):
        if used[c] and (not c or not used[c - 1]):
            groups.append([])
        if used[c]:
            groups[-1].append(c)
    data = cells[header.stop :]
    several = len(groups) > 1 and all(len(g) > 1 and _is_dated(data, g) for g in groups)
    return [tuple(g) for g in groups] if several else []


def _is_dated(data: Cells, columns: Sequence[int]) -> bool:
    """Whether the first of some columns has periods, and the next figures beside nearly all of them."""
    first, second = columns[:2]
    rows = [row for row in data if second < len(row) and row[first] and is_figure(row[second])]
    dated = sum(_is_period(row[first]) for row in rows)
    return dated > NEAR and dated * 10 >= len(rows) * 9
