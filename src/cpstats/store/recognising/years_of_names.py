"""The year behind each name of a table that has no other time: Literacy (2021), 预期寿命（2020年）.

Profiles of countries print the newest figure of each thing so. The years go into a column of their own behind the
others, where they are read as any year beside figures.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.cells import period_of
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.parts_in_labels import speaks_of_part
from cpstats.store.sheet import plain

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet

FEWEST = 2  # names that make a rule
YEAR = "Year"
NAMED = re.compile(r"(?P<name>.*[^\W\d].*?)(?:,| ?\(|（)\s*(?P<year>(?:19|20)\d\d)年?\s*[)）]?")
SPACED = re.compile(
    r"(?P<name>.*[^\W\d]\S*) (?P<year>(?:19|20)\d\d)年?"
)  # where a name comes again with another
FIGURE = re.compile(r"[-+(]?\d[\d.,'’ \u00a0\u202f]*%?\)?")
OF_PRICES = re.compile(r"prices?|constant|base|=|价|基期|preise|prix|precios|preços", re.IGNORECASE)
SAID = Message("the year behind each name is that of its figures", "各名称后的年份为其数据的年份")


def with_years_of_names(sheet: Sheet) -> Sheet:
    """Return a sheet with a column of the years that stand behind all names beside figures; as it is where one has none."""
    found = {i: _year_of(row) for i, row in enumerate(sheet.rows) if _has_figures(row)}
    if len(found) < FEWEST or None in found.values() or min(found) == 0 or _has_a_time(sheet):
        return sheet
    names = [of[0] for of in found.values() if of]
    spaced = not all(NAMED.fullmatch(sheet.rows[i][0].strip()) for i in found)
    if spaced and len({*names}) == len(names):
        return sheet
    width = max(map(len, sheet.rows))
    head = (
        max(i for i in range(min(found)) if any(sheet.rows[i]))
        if any(map(any, sheet.rows[: min(found)]))
        else 0
    )
    rows = []
    for i, row in enumerate(sheet.rows):
        name, year = found.get(i) or (row[0] if row else "", YEAR if i == head else "")
        padded = (name, *row[1:], *[""] * (width - len(row)))
        rows.append((*padded[:width], year))
    return replace(sheet, rows=tuple(rows), remarks=(*sheet.remarks, SAID))


def _has_figures(row: tuple[str, ...]) -> bool:
    return any(FIGURE.fullmatch(cell.strip()) for cell in row[1:] if cell)


def _year_of(row: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the name at the beginning of a line, and the year behind it."""
    text = row[0].strip() if row else ""
    made = NAMED.fullmatch(text) or SPACED.fullmatch(text)
    if made is None or OF_PRICES.search(row[0]):
        return None
    name, year = made["name"].strip(), made["year"]
    dated = name[-1:].isdigit() or period_of(f"{name} {year}") is not None  # January 1, 2019
    dated = dated or speaks_of_part(name) or is_date(text)  # Apr-Sep, 31 March 2021
    return None if dated else (name, year)


def _has_a_time(sheet: Sheet) -> bool:
    """Whether any cell is a period, or has one of its own behind a name over figures."""
    return any(
        period_of(plain(cell)) is not None or NAMED.fullmatch(cell.strip())
        for row in sheet.rows
        for cell in row[1:]
        if cell
    )
