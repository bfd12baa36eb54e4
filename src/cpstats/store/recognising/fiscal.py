"""Years of which the label does not say which months they cover: FY2009, 2009年度, a single 2008-09."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.model.period import Freq, Period, fiscal
from cpstats.store.cells import FISCAL, period_of
from cpstats.store.recognising.dated import dated
from cpstats.store.recognising.inquiry import QuestionError, says
from cpstats.store.recognising.outside import country_in
from cpstats.store.recognising.period_marks import unmarked
from cpstats.store.recognising.two_years import TWO_YEARS, last_of_two
from cpstats.store.recognising.written_in_japan import is_japanese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet

MANY, FEW = 200, 4  # lines
CHINA = "100000"
BEGINS, ENDS, CALENDAR = "begins", "ends", "calendar"
ACCOUNTS = re.compile(r"(?:19|20)\d\d年度末?")
ERA_ACCOUNTS = re.compile(
    r"(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元)年度末?"
)  # of Japan, April to March
ACCOUNTS_IN = re.compile(
    r"(?:(?:19|20)\d\d|(?:明治|大正|昭和|平成|令和) ?(?:\d{1,2}|元))年度|FY|(?:fiscal|financial) year",
    re.IGNORECASE,
)
BUREAU = Message(
    "a year of accounts is the calendar year here (--fiscal begins or ends says otherwise)",
    "“年度”按自然年读取（可用 --fiscal begins 或 ends 另行指定）",
)


def fiscal_year(label: str, said: str) -> Period | None:
    """Return the year of a label such as FY2009, as the user says that it is named; else None.

    >>> [str(fiscal_year("FY2009", word)) for word in ("begins", "ends", "calendar")]
    ['2009/10', '2008/09', '2009']
    >>> str(fiscal_year("FY2009 (budget)", "ends"))
    '2008/09'
    >>> str(fiscal_year("2008-09", "ends")), fiscal_year("2008-09", ""), fiscal_year("Tea", "ends")
    ('2008/09', None, None)
    """
    if not said:
        return None
    if _is_one_year(label) and (year := period_of(unmarked(label))):
        return year if said == CALENDAR else fiscal(year.year - (said == ENDS))
    two = TWO_YEARS.fullmatch(label)
    spans = two and said != CALENDAR and (int(two[1]) + 1) % 100 == last_of_two(two) % 100
    return fiscal(int(two[1])) if two and spans else None


@lru_cache(maxsize=20_000)  # in a long table the labels come again and again
def _is_one_year(label: str) -> bool:
    alone = unmarked(label)  # FY2023 (budget)
    return any(form.fullmatch(alone) for form in (FISCAL, ACCOUNTS, ERA_ACCOUNTS))


def look_for_open_years(
    sheet: Sheet,
    cells: Sequence[Sequence[str]],
    outline: Outline,
    known: Mapping[str, Period],
    said: str,
    assumed: dict[Message, None],
) -> None:
    """Ask what the years of one number cover, where neither user nor table says it.

    `cells` are those of the sheet as they were put where they belong.

    Raises
    ------
    QuestionError
        At the first label that may be one year or another, or a month.
    """
    if said:
        return
    labels = [(t, i, c) for t, i, c in _labels(cells, outline) if t not in known]
    one = [(t, i, c) for t, i, c in labels if _is_one_year(t)]
    if one and ACCOUNTS.fullmatch(one[0][0]) and not is_abroad(sheet.rows):
        assumed[BUREAU] = None
        one = []
    if one:
        text, i, c = one[0]
        raise _which_year(sheet.where(i, c), text)
    alone = _month_or_year(labels)
    if alone:
        text, i, c = alone
        raise _month_or_two_years(sheet.where(i, c), text)


def look_for_open_name(sheet: Sheet, name: str, assumed: dict[Message, None]) -> None:
    """Ask what the year that is the name of a sheet covers, where that does not say it: FY2019, 2010-11.

    Raises
    ------
    QuestionError
        Where it may be one year or another, or a month.
    """
    if _is_one_year(name) and ACCOUNTS.fullmatch(name) and not is_abroad(sheet.rows):
        assumed[BUREAU] = None
    elif _is_one_year(name):
        raise _which_year(sheet.where(0, 0), name)
    elif _month_or_year([(name, 0, 0)]):
        raise _month_or_two_years(sheet.where(0, 0), name)


def _labels(cells: Sequence[Sequence[str]], outline: Outline) -> Iterator[tuple[str, int, int]]:
    """Yield the labels that may be periods, each with its row and column."""
    times = [c for c, kind in outline.keys.items() if kind == "time"]
    header = ((i, c) for i in outline.header for c in range(len(cells[i])))
    beside = ((i, c) for i in outline.data for c in times if c < len(cells[i]))
    for i, c in (*header, *beside):
        if text := cells[i][c].strip():
            parted = ACCOUNTS_IN.match(text) and not _is_one_year(text)
            yield (dated(text)[0] if parted else "") or text, i, c


def is_abroad(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the lines of a table are written as Japan writes, or the first of them name another country than China.

    >>> is_abroad([["Japan: fishing"], ["年度"]]), is_abroad([["漁獲の推移"]]), is_abroad([["中国捕捞量"]]), is_abroad([["年度"]])
    (True, True, False, False)
    """
    if any(is_japanese(cell) for row in rows[:MANY] for cell in row if not cell.isascii()):
        return True
    country = country_in(rows[:FEW])
    known = register.named(country) if country else ()
    return any(place.level == "country" and place.ref_area != CHINA for place in known)


def _month_or_year(labels: Iterable[tuple[str, int, int]]) -> tuple[str, int, int] | None:
    """Return the one label that may be a month or a year that spans two, where no other has its form."""
    alike = {t: (t, i, c) for t, i, c in labels if TWO_YEARS.fullmatch(t)}
    if len(alike) != 1:
        return None
    text, i, c = next(iter(alike.values()))
    found = TWO_YEARS.fullmatch(text)
    month = period_of(text)
    spans = found and (int(found[1]) + 1) % 100 == int(found[2][-2:])
    return (text, i, c) if spans and month and month.freq is Freq.MONTH else None


def _which_year(where: str, text: str) -> QuestionError:
    period = period_of(text) or period_of(unmarked(text))
    year = period.year if period else 0
    return QuestionError(
        Message(
            "“{}” does not say which months it covers: {}, {} or the calendar year",
            "“{}”未说明包含哪些月份：{}、{}，还是自然年",
            text,
            str(fiscal(year - 1)),
            str(fiscal(year)),
        ),
        where=where,
        mend=Message(
            "Say by which of its years it is named: --fiscal ends, --fiscal begins, or --fiscal calendar.",
            "请说明按哪一年命名：--fiscal ends（终止年）、--fiscal begins（起始年）或 --fiscal calendar（自然年）。",
        ),
        ways=[says("fiscal", "fiscal", word) for word in (ENDS, BEGINS, CALENDAR)],
    )


def _month_or_two_years(where: str, text: str) -> QuestionError:
    return QuestionError(
        Message(
            "“{}” stands alone: it is a month, or the year {}",
            "“{}”只此一处：可能是月份，也可能是跨年的年度 {}",
            text,
            str(fiscal(int(text[:4]))) if text[:4].isdigit() else text,
        ),
        where=where,
        mend=Message(
            "For the year: --fiscal begins; for the month: --fiscal calendar.",
            "若为年度：--fiscal begins；若为月份：--fiscal calendar。",
        ),
        ways=[says("fiscal", "fiscal", word) for word in (BEGINS, CALENDAR)],
    )
