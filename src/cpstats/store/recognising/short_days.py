"""Days written with two digits of their year (01-03-90), and days within labels (Loans as on 31.03.2022), as tables read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import century
from cpstats.store.recognising.dates import periods_of_dates
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Cells = Sequence[Sequence[str]]

ABOVE = 20  # lines that may be the header
STUBS = 4  # columns at the left that may hold days
SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})")
MONTH = re.compile(r"-(?=\d)")  # 2021-06, which behind a name may be years
END_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?:12-31|01-01)(?: 00:00:00)?")
FEWEST = 3  # days over columns
MONTHS = 12
LAST_DAY, FEBRUARY = 31, 28  # of the longest and of the shortest month
WITHIN = re.compile(
    r"(?P<before>\S.*?),? ?\(?\b(?:as on|as at|as of|at end|end of|am|zum|au|al|em|на|stan na) "
    r"(?P<day>\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d)\)?(?P<behind>(?: ?\([^()]*\))?)",
    re.IGNORECASE,
)


def with_full_years(cells: Cells) -> Cells:
    """Write out the years of days below a word for times, or over columns, where all have two digits of them.

    >>> with_full_years([["Town", "1/22/20", "1/23/20", "1/24/20"], ["a", "5", "6", "7"]])[0]
    ['Town', '1/22/2020', '1/23/2020', '1/24/2020']
    >>> with_full_years([["Date", "Tea"], ["31-03-90", "5"], ["30-06-90", "6"]])[1:]
    [['31-03-1990', '5'], ['30-06-1990', '6']]
    """
    for c in range(STUBS):
        above = (i for i, row in enumerate(cells[:ABOVE]) if c < len(row))
        head = next((i for i in above if role_of(cells[i][c]) == "time"), None)
        if head is None:
            continue
        days = {row[c] for row in cells[head + 1 :] if c < len(row) and row[c]}
        if full := _full(days):
            return [
                [*row[:c], full[row[c]], *row[c + 1 :]]
                if row[c : c + 1] and row[c] in full
                else row
                for row in cells
            ]
    for i, row in enumerate(cells[:ABOVE]):
        short = [text for text in row if SHORT.fullmatch(text)]
        if len(short) >= FEWEST and (full := _full(short)):
            made = [full.get(text, text) for text in row]
            return [made if n == i else other for n, other in enumerate(cells)]
    return cells


def _full(days: Iterable[str]) -> dict[str, str]:
    """Return each day with its whole year; none where one is no such day, or where the year may stand first or last.

    >>> _full(["31/03/22", "30/06/22"]), _full(["90-03-01"]), _full(["01-02-03", "01-02-04"])
    ({'31/03/22': '31/03/2022', '30/06/22': '30/06/2022'}, {'90-03-01': '1990-03-01'}, {})
    """
    found = {text: parts for text in days if (parts := SHORT.fullmatch(text))}
    if not found or len(found) < len([*days]):
        return {}
    first, middle, last = ([int(of[n]) for of in found.values()] for n in (1, 3, 4))
    early = {t: f"{century(of[1])}-{of[3]:0>2}-{of[4]:0>2}" for t, of in found.items()}
    late = {t: f"{of[1]}{of[2]}{of[3]}{of[2]}{century(of[4])}" for t, of in found.items()}
    if max(first) > LAST_DAY:
        return early
    dotted = all(of[2] == "." for of in found.values()) or max(middle) > MONTHS  # 1/22/20
    ends = len({*first}) > 1 and min(first) >= FEBRUARY  # of months: they would be years to come
    ends = ends and bool(periods_of_dates(late.values()))
    return late if max(last) > LAST_DAY or dotted or ends else {}


def with_days_behind(cells: Cells) -> Cells:
    """Write the period of a day within labels over columns behind them: Loans as on 31.03.2022 (kt).

    >>> with_days_behind([["State", "Loans as on 31.03.2021 (kt)", "Loans as on 31.03.2022 (kt)"], ["Ost", "5", "6"]])[0]
    ['State', 'Loans (kt) 2021', 'Loans (kt) 2022']
    """
    for i, row in enumerate(cells[:ABOVE]):
        found = {c: of for c, text in enumerate(row) if c and (of := WITHIN.fullmatch(text))}
        days = periods_of_dates({of["day"] for of in found.values()})
        if len(found) > 1 and days:
            when = {day: MONTH.sub("M", str(period)) for day, period in days.items()}
            new = {c: f"{of['before']}{of['behind']} {when[of['day']]}" for c, of in found.items()}
            made = [new.get(c, text) for c, text in enumerate(row)]
            return [made if n == i else other for n, other in enumerate(cells)]
    return cells


def year_of_its_end(text: str) -> str:
    """Return the year of which a text is the last day, or the first, as workbooks keep years beside months; any other as it is.

    >>> year_of_its_end("2020-12-31"), year_of_its_end("2020-01-01"), year_of_its_end("2020-05-31")
    ('2020', '2020', '2020-05-31')
    """
    found = END_OF_YEAR.fullmatch(text)
    return found["year"] if found else text
