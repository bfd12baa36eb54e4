"""A line of units below the labels of a header, under labels that stand over several columns each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.recognising.coded_years import with_coded_years
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.merged_labels import without_ends_of_merged
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 3  # lines of such a header
PARTS = re.compile(r"[/\\]")
BRACKETED = re.compile(r"\[([^\[\]]+)\]")
OF_FIGURES = ("place", "time", "part", "indicator", "name", "value", "unit", "scale")


def without_words_of_dimensions(cells: Cells, first: int) -> list[list[str]] | None:
    """Leave out a line of a header that only says again of each group what divides it: Sex, under North and South, over Men, Women.

    >>> head = [["Year", "North", "", "South", ""], ["", "Sex", "", "Sex", ""], ["", "Men", "All", "Men", "All"]]
    >>> without_words_of_dimensions([*head, ["2020", "1", "2", "3", "4"]], 3)[:2]
    [['', '', '', '', ''], ['Year', 'North', '', 'South', '']]
    >>> without_words_of_dimensions([head[0], ["", "Sex", "", "Huts", ""], head[2], ["2020", "1", "2", "3", "4"]], 3)
    """
    for i in range(1, first - 1):
        upper, row = cells[i - 1], cells[i]
        at = [c for c, text in enumerate(row) if text]
        above = [c for c, text in enumerate(upper) if text and c >= at[0]] if at else []
        again = len(at) > 1 and at == above and len({row[c] for c in at}) == 1
        if again and at[0] > 0 and role_of(row[at[0]]) == "name":
            made = [list(line) for line in cells]
            made[i - 1], made[i] = [""] * len(upper), list(upper)
            return made
    return None


def with_units_beside_labels(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the units of the last line of a header behind the labels above them, where those above these are merged.

    >>> head = [["Year", "Tea", "", "Rice", ""], ["", "Sold", "Kept", "Sold", "Kept"], ["", "%", "%", "%", "%"]]
    >>> with_units_beside_labels([*head, ["2020", "1", "2", "3", "4"]], 3)[1:3]
    [['', 'Sold (%)', 'Kept (%)', 'Sold (%)', 'Kept (%)'], ['', '', '', '', '']]
    >>> with_units_beside_labels([head[0], ["", "Sold", "Kept", "", ""], head[2], ["2020", "1", "2", "3", "4"]], 3)
    """
    if first < FEWEST:
        return None
    upper, labels, units = (cells[first - n] for n in (3, 2, 1))
    columns = [c for c, text in enumerate(units) if text]
    stub = units[: columns[0]] if columns else units
    if len(columns) < FEWEST or not stub or not all(is_unit(units[c]) for c in columns):
        return None
    full = all(c < len(labels) and labels[c] and not is_unit(labels[c]) for c in columns)
    over = [upper[c] for c in columns if c < len(upper)]
    merged = 1 < sum(map(bool, over)) < len(over) and bool(over[0]) and bool(upper[0])
    if not (full and merged) or any(role_of(labels[c]) for c in columns):
        return None
    made = [list(row) for row in cells]
    for c in columns:
        made[first - 2][c] = f"{labels[c]} ({units[c]})"
        made[first - 1][c] = ""
    return made


def with_flags_beside_labels(cells: Cells, first: int) -> list[list[str]] | None:
    """Put words for flags and comments that have the last line of a header for themselves beside the labels above it.

    >>> head = [["Period/Unit:", "[Percentage change]"], ["", "", "obs. status"]]
    >>> with_flags_beside_labels([*head, ["2020-01", "5.1", "Normal value (A)"]], 2)[:2]
    [['', ''], ['Period/Unit:', '[Percentage change]', 'obs. status']]
    >>> with_flags_beside_labels([head[0], ["", "", "Huts"], ["2020-01", "5.1", "4"]], 2)
    """
    if first < 2:
        return None
    upper, row = cells[first - 2], cells[first - 1]
    at = [c for c, text in enumerate(row) if text]
    free = [c for c in at if not any(upper[c : c + 1])]
    if not at or free != at or not all(upper[: at[0]]) or len(upper) < at[0]:
        return None
    if role_of(row[at[0]]) != "status" or any(role_of(row[c]) in OF_FIGURES for c in at):
        return None
    made = [list(line) for line in cells]
    labels = [*upper, *[""] * (len(row) - len(upper))]
    made[first - 1] = [text or (row[c] if c < len(row) else "") for c, text in enumerate(labels)]
    made[first - 2] = [""] * len(upper)
    return made


def without_brackets_of_units(cells: Cells, first: int) -> list[list[str]] | None:
    r"""Put units in square brackets behind the names above them, in the line of a header whose first cell says what they are.

    >>> head = [["", "Huts sold"], ["Period\\Unit:", "[Millions of Euro ]"]]
    >>> without_brackets_of_units([*head, ["2020", "5.1"]], 2)[1]
    ['Period\\Unit:', 'Huts sold (Millions of Euro)']
    >>> without_brackets_of_units([head[0], [head[1][0], "[National currency]"], ["2020", "5.1"]], 2)[1]
    ['Period\\Unit:', 'Huts sold (National currency)']
    >>> without_brackets_of_units([head[0], ["Period", "[kt]"], ["2020", "5.1"]], 2)
    """
    made = [list(row) for row in cells]
    for i in range(first):
        corner = PARTS.split(cells[i][0].rstrip(": ")) if cells[i] else []
        if len(corner) < 2 or "unit" not in map(role_of, corner):
            continue
        for c, text in enumerate(cells[i]):
            if not (found := BRACKETED.fullmatch(text)):
                continue
            unit = found[1].strip()
            above = [cells[n][c] for n in range(i) if c < len(cells[n]) and cells[n][c]]
            named = max(above, key=len, default="")  # beside its number and how it is collected
            made[i][c] = f"{named} ({unit})".strip()
    return None if made == [list(row) for row in cells] else made


def without_line_of_sources(cells: Cells, first: int) -> list[list[str]] | None:
    """Leave out a line above the labels of a header that says whence each column is, behind the word for that: Source:.

    >>> head = [["", "Source:", "Office A (2020)"], ["Year", "Month", "Huts"]]
    >>> without_line_of_sources([*head, ["2020", "1", "5"]], 2)[:2]
    [['', '', ''], ['Year', 'Month', 'Huts']]
    >>> without_line_of_sources([["", "Group:", "Old"], head[1], ["2020", "1", "5"]], 2)
    """
    made = [list(row) for row in cells]
    for i in range(first - 1):
        at = [c for c, text in enumerate(cells[i]) if text]
        below = cells[first - 1]
        full = all(c < len(below) and below[c] for c in at)
        word = cells[i][at[0]] if len(at) > 1 else ""
        if full and word.endswith((":", "：")) and role_of(word) == "other":
            made[i] = [""] * len(cells[i])
    return None if made == [list(row) for row in cells] else made


# one after the other
LINES_BELOW = (
    without_line_of_sources,
    without_brackets_of_units,
    with_coded_years,
    with_flags_beside_labels,
    without_ends_of_merged,
    without_words_of_dimensions,
    with_units_beside_labels,
)
