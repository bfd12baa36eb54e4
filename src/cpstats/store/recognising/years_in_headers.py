"""Years and months over columns, as programs and people write them: X2015, 1 … 12, BIRTHS2020."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.frequencies import WHOLE_YEAR, part_of_year
from cpstats.store.recognising.extent import filled
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

LETTERED = re.compile(r"([A-Za-z]|[Yy][Rr]|)_?((?:19|20)\d\d(?:0[1-9]|1[0-2])?)(?:\.0+)?")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
GLUED = re.compile(r"([^\W\d]{2,30}?)_?((?:19|20)\d\d)")
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FOUR = NUMERALS[:4]
CYRILLIC = str.maketrans({"І": "I", "Х": "X"})  # as keyboards write numerals
QUARTERS = re.compile(
    r"quarter|quartal|trimest|тримес|квартал|kwarta|kvart|čtvrtlet|negyed|çeyrek", re.IGNORECASE
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
FEWEST = 3


def with_bare_years(cells: Cells, first: int) -> list[list[str]] | None:
    """Take the one letter that programs put before years or months that stand over columns: X2015, X2016; I202301."""
    for i in range(min(first + 1, len(cells))):
        found = [LETTERED.fullmatch(text) for text in cells[i]]
        letters = {of[1] for of in found if of}
        fewest = 2 if letters <= {"Y", "y", "YR", "yr"} else FEWEST
        if len(letters) == 1 and sum(map(bool, found)) >= fewest:
            row = [of[2] if of else text for of, text in zip(found, cells[i], strict=True)]
            if row == [*cells[i]]:
                continue
            return [row if n == i else list(other) for n, other in enumerate(cells)]
    return None


def with_names_of_months(cells: Cells, first: int) -> list[list[str]] | None:
    """Name the months that a header of years numbers: year, 1, 2 … 12; or any header by I, II … XII; and quarters by I to IV."""
    for i in range(min(first + 1, len(cells))):
        found = filled(cells[i])
        if found[-len(NUMERALS) :] == [*NUMERALS] and len(found) <= len(NUMERALS) + 1:
            named = dict(zip(NUMERALS, MONTHS, strict=True))
            row = [named.get(text, text) for text in cells[i]]
            return [row if n == i else list(other) for n, other in enumerate(cells)]
        if found and role_of(found[0]) == "time" and found[1:] == [*map(str, range(1, 13))]:
            row = [MONTHS[int(text) - 1] if text.isdecimal() else text for text in cells[i]]
            return [row if n == i else list(other) for n, other in enumerate(cells)]
    return _with_names_of_quarters(cells, first)


def _with_names_of_quarters(cells: Cells, first: int) -> list[list[str]] | None:
    """Name the quarters that a header numbers I to IV, also in Cyrillic letters, below a word for them.

    The year in the words is left there alone.
    """
    for i in range(1, min(first + 1, len(cells))):
        above = [*cells[i - 1], *[""] * len(cells[i])]
        own = [
            t.translate(CYRILLIC) for t, up in zip(cells[i], above, strict=False) if t and t != up
        ]
        over = next((t for t in above if QUARTERS.search(t)), "")  # beside what is merged over both
        if not over or not own or len(own) % len(FOUR) or own != [*FOUR] * (len(own) // len(FOUR)):
            continue
        years = {*YEAR.findall(over)}
        said = years.pop() if len(years) == 1 else ""
        named = {text: f"Q{n}" for n, text in enumerate(FOUR, 1)}
        rows = [list(row) for row in cells]
        rows[i] = [named.get(text.translate(CYRILLIC), text) for text in cells[i]]
        rows[i - 1] = [said if text == over else text for text in cells[i - 1]]
        return rows
    return None


def with_years_apart(cells: Cells, first: int) -> list[list[str]] | None:
    """Divide words from the years that stand right behind them over columns: BIRTHS2020, BIRTHS2021."""
    for i in range(min(first + 1, len(cells))):
        found = [GLUED.fullmatch(text) for text in cells[i]]
        years: dict[str, set[str]] = {}
        for of in filter(None, found):
            years.setdefault(of[1], set()).add(of[2])
        runs = {word for word, own in years.items() if len(own) > 1}
        if runs:
            row = [
                f"{of[1]} {of[2]}" if of and of[1] in years else text
                for of, text in zip(found, cells[i], strict=True)
            ]
            return [row if n == i else list(other) for n, other in enumerate(cells)]
    return None


def with_whole_years(cells: Cells, first: int) -> list[list[str]] | None:
    """Name the whole year behind its quarters or months over columns, where a word for times stands for it: Q4, Year.

    >>> with_whole_years([["Type", "Q3", "Q4", "Year"], ["Inns", "7", "8", "15"]], 1)[0]
    ['Type', 'Q3', 'Q4', 'Annual']
    >>> with_whole_years([["Type", "Q3", "Q4", "Year"], ["Inns", "7", "8", "2015"]], 1)
    """
    for i, row in enumerate(cells[:first]):
        own = [c for c, text in enumerate(row) if text]
        if len(own) < FEWEST or not all(part_of_year(row[c]) for c in own[-FEWEST:-1]):
            continue
        last = own[-1]
        below = {line[last] for line in cells[first:] if last < len(line)} - {""}
        word = role_of(row[last]) == "time" and WHOLE_YEAR.fullmatch(row[last])
        if word and not all(YEAR.fullmatch(text) for text in below):
            whole = {c for c in own if row[c] == row[last] and part_of_year(row[c - 1])}
            made = ["Annual" if c in whole else text for c, text in enumerate(row)]
            rows = [made if n == i else list(other) for n, other in enumerate(cells)]
            return [_filled_to(r, last) if n < i else r for n, r in enumerate(rows)]
    return None


def _filled_to(row: list[str], last: int) -> list[str]:
    """Write years that stand once over their parts over each of them, and over the whole behind them."""
    held, made = "", list(row)
    for c in range(min(last + 1, len(row))):
        held = row[c] or held
        made[c] = held if YEAR.fullmatch(held) else row[c]
    return made


IN_HEADERS = (
    with_whole_years,
    with_bare_years,
    with_names_of_months,
    with_years_apart,
)  # in this order
