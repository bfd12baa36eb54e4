"""Bare years under words that make them years of accounts: Year ended 30 June, Fiscal year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import ERAS
from cpstats.store.frequencies import NUMBER_OF
from cpstats.store.recognising.extent import filled
from cpstats.store.recognising.fiscal import is_abroad
from cpstats.store.recognising.letters_of_eras import SINCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

YEAR = re.compile(r"(?:19|20)\d\d")
ENDED = re.compile(
    r"\(?(?:for )?(?:the )?(?:fiscal |financial )?years? (?:ended|ending|to)(?: \d\d?(?:st|th)?)? (?P<month>[A-Za-z]{3,9})(?: \d\d?(?:st|th)?)?\)?",
    re.IGNORECASE,
)
ACCOUNTS = re.compile(r"(?:fiscal|financial)[ _]?years?|FY", re.IGNORECASE)
OF_JAPAN_TOO = "年度"  # the year of accounts elsewhere than in China
OF_ERA = re.compile(r"(?P<era>明治|大正|昭和|平成|令和|[MTSHR]) ?(?P<year>\d{1,2}|元)年?")
PIECE = re.compile(r"[(),;]")  # of a title: Wool clip (year ended 30 June), kt
LAST = 12
FEW = 200  # lines whose letters tell the language


def with_years_of_accounts(cells: Cells, first: int) -> list[list[str]] | None:
    """Write out years that the words over them, or a line above the table, make years of accounts; None where none are.

    >>> with_years_of_accounts([["Year ended 30 June", "2021", "2022"], ["Kent", "4", "5"]], 1)
    [['Year ended 30 June', 'year ended June 2021', 'year ended June 2022'], ['Kent', '4', '5']]
    >>> with_years_of_accounts([["Fiscal year", "Kent"], ["2021", "4"]], 1)
    [['Fiscal year', 'Kent'], ['FY2021', '4']]
    >>> with_years_of_accounts([["Japan: fishing"], ["年度", "漁獲量"], ["2021", "4"]], 2)[2]
    ['FY2021', '4']
    >>> with_years_of_accounts([["年度", "捕捞量"], ["2021", "4"]], 1)
    >>> with_years_of_accounts([["Wool (years ended 30 June), kt"], ["Shire", "2021", "2022"], ["Kent", "4", "5"]], 2)[1]
    ['Shire', 'year ended June 2021', 'year ended June 2022']
    """
    above = cells[:first]
    own = [(c, before) for row in above for c, text in enumerate(row) if (before := _before(text))]
    called = [c for row in above for c, text in enumerate(row) if text == OF_JAPAN_TOO]
    abroad = called if called and is_abroad(cells[: first + FEW]) else []
    own += [(c, "FY") for c in abroad]
    alone = [
        before for row in above if len({*filled(row)}) == 1 and (before := _before(filled(row)[0]))
    ]
    own = own or [
        (0, before)
        for row in above
        if len({*filled(row)}) == 1
        for piece in PIECE.split(filled(row)[0])[1:]
        if (before := _before(piece))
    ]
    if not own:
        return None
    across = next((i for i, row in enumerate(above) if _years(row) > 1), None)
    if across is not None:
        return [
            _written(row, own[0][1]) if i == across else list(row) for i, row in enumerate(cells)
        ]
    column, before = (0, alone[0]) if alone else own[0]
    rows = [
        _of_all(row, column) if column in abroad and i >= first else row
        for i, row in enumerate(cells)
    ]
    if sum(bool(YEAR.fullmatch(row[column])) for row in rows[first:] if column < len(row)) == 0:
        return None
    return [
        list(row)
        if i < first
        else [*row[:column], *_written(row[column : column + 1], before), *row[column + 1 :]]
        for i, row in enumerate(rows)
    ]


def _of_all(row: Sequence[str], column: int) -> Sequence[str]:
    """Return a row with the year of an era in a column as that of all: 平成27, 令和元年, H27.

    >>> _of_all(["平成27", "5"], 0), _of_all(["R1", "5"], 0), _of_all(["計", "5"], 0)
    (['2015', '5'], ['2019', '5'], ['計', '5'])
    """
    found = OF_ERA.fullmatch(row[column]) if column < len(row) else None
    if found is None:
        return row
    since = ERAS.get(found["era"]) or SINCE[found["era"]]
    year = since + (1 if found["year"] == "元" else int(found["year"]))
    return [*row[:column], str(year), *row[column + 1 :]]


def _before(text: str) -> str:
    """Return what is to be written before a bare year; empty where a text says nothing of its months."""
    text = text.strip().rstrip(":").replace(" (", " ").removesuffix(")")  # Year (ended 30 June)
    if found := ENDED.fullmatch(text):
        month = NUMBER_OF.get(found["month"].casefold())
        return f"year ended {found['month']} " if month and month != LAST else ""
    return "FY" if ACCOUNTS.fullmatch(text) else ""


def _years(row: Sequence[str]) -> int:
    return sum(bool(YEAR.fullmatch(text)) for text in row)


def _written(row: Sequence[str], before: str) -> list[str]:
    return [before + text if YEAR.fullmatch(text) else text for text in row]
