"""Words in the corner of a table: of the column below them, or of the labels beside them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cpstats.model.period import Freq
from cpstats.store.brackets import without_code
from cpstats.store.cells import period_of
from cpstats.store.frequencies import is_so_far, part_of_year
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.header_words import PARTS, loose_role_of, role_of
from cpstats.store.recognising.place_names import (
    MOST,
    are_country_codes,
    are_places,
    is_country_code,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cpstats.store.recognising.column_kinds import Column

LOOKED_AT = 200  # cells
FEWEST_CODES = 4  # of two letters, in a line of nothing else
# what may stand beside each figure; notes describe series
OF_ROWS = ("place", "time", "part", "indicator", "name")


def are_mostly_years(column: Column) -> bool:
    """Whether the header says times, and most cells are."""
    if not any(loose_role_of(text) == "time" for text in column.above):
        return False
    looked = column.said[:LOOKED_AT]
    return sum(period_of(t) is not None for t in looked) * 2 > len(looked) > 1


def is_of_column(cells: Sequence[Sequence[str]], header: range, role: str, column: Column) -> bool:
    """Whether a word under another is that of its column, not of the labels beside it."""
    if are_places(column.said):
        return True
    rows = [cells[i] for i in header]
    own = (row for row in rows if column.number < len(row) and role_of(row[column.number]) == role)
    others = ([t for c, t in enumerate(row) if c != column.number] for row in own)
    return any(sum(map(bool, texts)) * 2 < len(texts) for texts in others)


def last_word(cells: Sequence[Sequence[str]], header: range, column: Column) -> list[str]:
    """Return the word over a column that has the last row of the header for itself, below words for the rows above.

    Measure, Weight, Value; Time, 2020, 2020; Country: the column holds countries.
    """
    stacked = [i for i in header if column.number < len(cells[i]) and cells[i][column.number]]
    if len(stacked) < 2 or stacked[-1] != header.stop - 1 or len(column.said) < 2:
        return []
    last = cells[stacked[-1]]
    alone = sum(map(bool, last)) == 1 and role_of(last[column.number]) in OF_ROWS
    full = all(sum(map(bool, cells[i])) > 1 for i in stacked[:-1])
    return [last[column.number]] if alone and full else []


def is_corner(role: str, column: Column, *, across: bool) -> bool:
    """Whether a word for times over names is that of the periods beside it, or one for places over months what is across."""
    if role == "place" and column.is_part and column.content == "words" and len(column.said) > 2:
        return True
    if role not in ("time", "part") or not across or column.content != "words":
        return False
    parts = (part_of_year(t) or is_so_far(t) for t in column.said)
    return not (any(parts) or any(period_of(t) is not None or is_date(t) for t in column.said))


def covers_years(label: str, column: Column) -> bool:
    """Whether a label names the years from the first to the last of those below it: 2003-2014."""
    span = period_of(label)
    below = [period_of(text) for text in column.said]
    years = [period.year for period in below if period is not None]
    if span is None or span.freq is not Freq.SPAN or not years:
        return False
    return {min(years), max(years)} <= {*span.years}


def are_dated(columns: Sequence[Column]) -> bool:
    """Whether a period or a day stands over one of some columns."""
    texts = (text for column in columns for text in column.above)
    return any(period_of(without_code(text)) is not None or is_date(text) for text in texts)


def merged_labels(columns: Sequence[Column]) -> set[str]:
    """Return the words for classes and places that stand over several columns: what divides these, no header of one."""
    counted = Counter(text for column in columns for text in column.above)
    return {t for t, n in counted.items() if n > 1 and role_of(t) in ("place", "indicator", "name")}


def says_places_across(header: Iterable[Sequence[str]], keys: Collection[int]) -> bool:
    """Whether a word in the corner is for what stands beside it and above; `keys` are the columns beside the figures.

    >>> says_places_across([["TIME/GEO", "BE"]], [0]), says_places_across([["GEO/TIME", "2020"]], [0])
    (True, False)
    """
    corners = [row[c] for row in header for c in keys if c < len(row)]
    parts = (PARTS.split(text) for text in corners)
    return any(len(p) == 2 and role_of(p[1]) == "place" for p in parts)


def row_of_places(cells: Sequence[Sequence[str]], header: Sequence[int]) -> int | None:
    """Return the row of a header whose first word says that places stand in it; None where none does.

    Only where a row below has a word for the column itself, in the same cell: Geography over Industry;
    any other word will do where known places stand in the row: Geography, Canada over Products, January.
    """
    for n, i in enumerate(header):
        first = next((c for c, text in enumerate(cells[i]) if text), None)
        if first is None or role_of(cells[i][first]) != "place":
            continue
        own = [text for text in cells[i][first + 1 :] if text]
        below = [cells[k][first] for k in header[n + 1 :] if first < len(cells[k])]
        told = any(role_of(text) not in ("", "place") for text in below)
        told = told or (are_places(own) and any(text and not role_of(text) for text in below))
        if told and own and not any(period_of(text) is not None for text in own):
            return i
    return None


def places_over(cells: Sequence[Sequence[str]], header: Sequence[int]) -> frozenset[str]:
    """Return the labels of a header that are places, whatever else they are words for: those of its row, codes of countries.

    >>> sorted(places_over([["date", "FRA", "COD", "DEU"]], [0])), places_over([["date", "cod", "GDP", "CPI"]], [0])
    (['COD', 'DEU', 'FRA'], frozenset())
    >>> sorted(places_over([["", "NO", "ID", "SE", "FI"]], [0])), places_over([["", "NO", "ID", "Name"]], [0])
    (['FI', 'ID', 'NO', 'SE'], frozenset())
    """
    found = row_of_places(cells, header)
    made = set() if found is None else {*cells[found]}
    for i in header:
        own = [text for text in cells[i][1:] if text]
        codes = [*filter(is_country_code, own)]
        short = all(len(text) == 2 and text.isupper() for text in own)
        many = len(codes) >= max(FEWEST_CODES, MOST * len(own))
        if (short and many) or are_country_codes(own):
            made |= {*codes}
    return frozenset(made)
