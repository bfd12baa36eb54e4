"""Periods of several months that are no quarters or halves of a year: Feb-Apr 2023, 2/2023 - 4/2023, three months to April 2023.

Offices print rates of a labour force so, month after month, each over the last three. Such a period is named by its
last month, and how many months it has stands in the name of what is counted, so that nothing of another length is
held beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq
from cpstats.store.cells import period_of
from cpstats.store.recognising.beginning_of_accounts import BEGINS, ENDS
from cpstats.store.recognising.dates import MONTH_BEFORE
from cpstats.store.recognising.inquiry import QuestionError, says
from cpstats.store.recognising.years_ended import LEAD, with_years_ended
from cpstats.store.sheet import first_at, plain

if TYPE_CHECKING:
    from collections.abc import Container

    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.sheet import Sheet

YEAR = 12
FEWEST = 2  # labels that make a run
NUMBERS = {"two": 2, "three": 3, "six": 6, "twelve": YEAR}
TO_MONTH = pattern(
    rf"(?P<n>\d\d?|{'|'.join(NUMBERS)})[- ]months? (?:to|ended|ending(?: in)?) (?P<last>[^\W\d]{{3,9}}\.?,? \d{{4}})",
    re.IGNORECASE,
)
TO_YEAR = pattern(
    r"(?:year|yr) (?:to|ended|ending(?: in)?) (?P<last>[^\W\d]{3,9}\.?,? \d{4})", re.IGNORECASE
)
STATUS = re.compile(r" \((?:provisional|revised)\)$")
DASH = r" ?(?:-|–|—|~|～|至| to | a | bis | au | al ) ?"
WITH_YEARS = pattern(rf"(?P<a>.{{0,12}}?\d{{4}}.{{0,4}}?){DASH}(?P<b>.{{0,12}}?\d{{4}}.{{0,4}})")
YEAR_LAST = pattern(
    rf"(?P<a>[^\W\d_]{{3,10}})\.?{DASH}(?P<b>[^\W\d_]{{3,10}})\.?,?[ /-]?(?P<year>\d{{4}})"
)
YEAR_FIRST = pattern(
    rf"(?P<year>\d{{4}})[ :/-]?(?P<a>[^\W\d_]{{3,10}})\.?{DASH}(?P<b>[^\W\d_]{{3,10}})\.?"
)
MOVING = pattern(  # what may stand before: Trimestre móvil feb-abr 2023
    r"(?:trimestre m[óo]v[ei]l|(?:moving|rolling) (?:quarter|three months|3 months)),? ?:? ?",
    re.IGNORECASE,
)
CHINESE = pattern(r"[\u3400-\u9fff]")
Run = tuple[int, int]  # the months since year nought of the first month and of the last


def with_last_months(sheet: Sheet, named: str = "") -> tuple[Sheet, int]:
    """Return a sheet whose periods of several months are their last month, and how many months they have.

    Only where all of them are equally long, and not all of them quarters, halves or years: then the number is 0.
    `named` is by which of its years Nov-Jan 2023 is named, where that is said.

    Raises
    ------
    QuestionError
        Where neither that nor the run of such periods says it.
    """
    given = sheet
    sheet = replace(sheet, rows=tuple(map(tuple, with_years_ended(sheet.rows))))
    every = dict.fromkeys(chain.from_iterable(sheet.rows))
    labels = [text for text in every if not text.replace(".", "", 1).isdecimal()]
    bare = {text: STATUS.sub("", text) for text in labels}
    found = {text: run for text, b in bare.items() if (run := run_of(b) or turning(b))}
    if turned := [text for text in found if run_of(bare[text]) is None]:
        found = _of_a_year(sheet, found, turned, named)
    length = _length(found)
    if not length or _stand_beside_others(sheet, found):
        return given, 0
    months = {
        text: f"{last // YEAR}-{last % YEAR + 1:02d}{text[len(bare[text]) :]}"
        for text, (_, last) in found.items()
    }
    months |= {text: "Period" for text in labels if LEAD.fullmatch(text)}  # Year ending
    rows = tuple(tuple(months.get(text, text) for text in row) for row in sheet.rows)
    first = next(iter(found))
    said = Message(
        "{} is {}, over {} months, as all such periods of the table: the name says so",
        "{} 读作 {}，为 {} 个月的数，表内此类时期均如此：已写入指标名称",
        first,
        months[first],
        length,
    )
    return replace(sheet, rows=rows, remarks=(*sheet.remarks, said)), length


def of_months(found: Recognised, length: int) -> Recognised:
    """Return what was read with the months of each figure in its name; as it is where they are 0."""
    if not length:
        return found
    rows = [[over_months(row[0], length), *row[1:]] for row in found.rows]
    first = tuple(
        replace(one, row=(over_months(one.row[0], length), *one.row[1:])) for one in found.first
    )
    return replace(found, rows=rows, first=first)


def over_months(name: str, length: int) -> str:
    """Return the name of what is counted with the months of each figure.

    >>> over_months("Jobless rate", 3), over_months("失业率", 3)
    ('Jobless rate, over 3 months', '失业率(3个月)')
    """
    return f"{name}({length}个月)" if CHINESE.search(name) else f"{name}, over {length} months"


def _stand_beside_others(sheet: Sheet, found: Container[str]) -> bool:
    """Whether a period of another kind stands in a row or a column of these: a month beside three."""
    rows = [[plain(text) if text not in found else None for text in row] for row in sheet.rows]
    lines = [row for row in rows if None in row]
    held = Counter(c for row in rows for c, text in enumerate(row) if text is None)
    columns = [c for c, times in held.items() if times > 1]  # below one stand figures: 1996 jobs
    beside = (text for row in lines for text in row if text)
    below = (row[c] for row in rows for c in columns if c < len(row))
    return any(period_of(text) is not None for text in (*beside, *below) if text)


def _length(found: dict[str, Run]) -> int:
    """Return how many months all of these labels have, 0 where they are of several lengths, or periods with a name."""
    runs = {*found.values()}
    lengths = {last - first + 1 for first, last in runs}
    if len(runs) < FEWEST or len(lengths) > 1:
        return 0
    (length,) = lengths
    lasts = sorted(last for _, last in runs)
    overlap = any(b - a < length for a, b in pairwise(lasts))
    if not overlap and all(TO_YEAR.fullmatch(STATUS.sub("", plain(text))) for text in found):
        return 0  # years of accounts
    return length if overlap or any(period_of(plain(text)) is None for text in found) else 0


@lru_cache(maxsize=4096)
def run_of(text: str) -> Run | None:
    """Return the first and the last month of a label that says both; None for any other text.

    >>> [run and (run[1] % 12 + 1, run[1] - run[0] + 1) for run in map(run_of, ("Feb-Apr 2023", "2/2023 - 4/2023", "nov 2022 - ene 2023"))]
    [(4, 3), (4, 3), (1, 3)]
    >>> [run and run[1] - run[0] + 1 for run in map(run_of, ("three months to April 2023", "2023年2月至2023年4月", "2023 FEB-APR"))]
    [3, 3, 3]
    >>> run_of("Year ending Jun 1996") == run_of("July 1995 - June 1996")
    True
    >>> run_of("Nov-Jan 2023"), run_of("2019-2020"), run_of("Feb 2023"), run_of("Exports to May 2023")
    (None, None, None, None)
    """
    if not any(c.isdigit() for c in text) or len(text) > 40:
        return None
    text = MOVING.sub("", plain(text))
    if said := TO_MONTH.fullmatch(text):
        last = _month(said["last"])
        n = NUMBERS.get(said["n"].casefold()) or int(said["n"])
        return None if last is None else _run(last - n + 1, last)
    if (year := TO_YEAR.fullmatch(text)) and (last := _month(year["last"])) is not None:
        return _run(last - YEAR + 1, last)
    if both := WITH_YEARS.fullmatch(text):
        return _run(_month(both["a"].strip()), _month(both["b"].strip()))
    one = YEAR_LAST.fullmatch(text) or YEAR_FIRST.fullmatch(text)
    return one and _run(_month(f"{one['a']} {one['year']}"), _month(f"{one['b']} {one['year']}"))


@lru_cache(maxsize=4096)
def turning(text: str) -> Run | None:
    """Return the months of a label that begins in one year and ends in the next, by the year of its end; None for others.

    >>> [run and (run[1] // 12, run[1] % 12 + 1, run[1] - run[0] + 1) for run in map(turning, ("Nov-Jan 2023", "2023 Dec-Feb", "Jan-Mar 2023"))]
    [(2023, 1, 3), (2023, 2, 3), None]
    """
    if not any(c.isdigit() for c in text) or len(text) > 40:
        return None
    text = MOVING.sub("", plain(text))
    one = YEAR_LAST.fullmatch(text) or YEAR_FIRST.fullmatch(text)
    first, last = (one and _month(f"{one[side]} {one['year']}") for side in ("a", "b"))
    return _run(first - YEAR, last) if first and last and first > last else None


def _of_a_year(
    sheet: Sheet, found: dict[str, Run], turned: list[str], named: str
) -> dict[str, Run]:
    """Return the periods with those that turn the year in the year that is said, or that makes a run of all of them."""
    later = found | {text: (found[text][0] + YEAR, found[text][1] + YEAR) for text in turned}
    if named in (ENDS, BEGINS):
        return found if named == ENDS else later
    by_end, by_beginning = _follow(found), _follow(later)
    if by_end != by_beginning:
        return found if by_end else later
    text = turned[0]
    raise QuestionError(
        Message(
            "“{}” are months that begin in one year and end in the next: of which of them the year is, is not said",
            "“{}”跨越两个年份，未说明所写的是起始年还是终止年",
            text,
        ),
        where=sheet.where(*first_at(sheet.rows, text)),
        mend=Message(
            "Say it: --fiscal ends (the year of its last month), or --fiscal begins.",
            "请说明：--fiscal ends（末月所在年）或 --fiscal begins（首月所在年）。",
        ),
        ways=[says("fiscal", "fiscal", word) for word in (ENDS, BEGINS)],
    )


def _follow(found: dict[str, Run]) -> bool:
    """Whether periods follow one another in even steps, as they stand or backwards; three at least."""
    steps = {b - a for (_, a), (_, b) in pairwise(found.values())}
    return len(found) > FEWEST and len(steps) == 1 and 0 not in steps


def _run(first: int | None, last: int | None) -> Run | None:
    return None if first is None or last is None or not 0 < last - first < YEAR else (first, last)


def _month(text: str) -> int | None:
    """Return the months since year nought of a month: Feb 2023, 2/2023, 2023年2月."""
    if number := MONTH_BEFORE.fullmatch(text):
        return int(number[2]) * YEAR + int(number[1]) - 1
    found = period_of(text)
    return found.year * YEAR + found.sub - 1 if found and found.freq is Freq.MONTH else None
