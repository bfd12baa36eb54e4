"""A column of dates names periods: how far they lie apart says which."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period, annual
from cpstats.store.cells import century
from cpstats.store.frequencies import NUMBER_OF
from cpstats.store.recognising.letters_of_eras import FORMS
from cpstats.store.recognising.six_digits import DIGITS, month_of_digits
from cpstats.store.recognising.stamps import bare_day, days_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

EPOCH = date(1899, 12, 30)  # of a spreadsheet
# 2016.1/4 is a quarter
DATE = re.compile(r"(?!\d{4}\.[1-4]/4$)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
DAY_OF_YEAR = re.compile(
    rf"\d{{1,2}}月\d{{1,2}}日|[0-3]?\d-(?:{SHORT_MONTHS})|(?:{SHORT_MONTHS})-[0-3]?\d"
)
WORDY = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|º)?(?:\. ?|[ -])(?:de )?([^\W\d]{3,10})(?:\.|\.?[ -])(?:de[l]? )?(\d{4}|\d\d)"
    r"|([^\W\d]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(\d{4})"
)
NAMED_DAY = re.compile(r"\d{1,2}\.?[ -]([^\W\d]{3,10})\.?|([^\W\d]{3,10})\.? \d{1,2}")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


UNDIVIDED = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)")  # 20240331
MONTHS = 12
SERIAL = re.compile(r"(\d{5})(?:\.0)?")  # days since 1899-12-30, as spreadsheets count them
SERIALS = range(18264, 54789)  # 1950 to 2049
FEWEST = 3  # such numbers in a row that can be no figures
MANY = 8  # days that are enough to see how far they lie apart
ORDERS = {"day-first": r"\3-\2-\1", "month-first": r"\3-\1-\2"}  # of SLASHED
DAY_FIRST = re.compile(r"(\d{1,2})(?:\. ?|-)(\d{1,2})(?:\. ?|-)(\d{4})")  # 31.03.2024


def periods_of_dates(texts: Iterable[str], said: str = "") -> dict[str, Period]:
    """Return the period of each date, where all of the texts are dates at the ends of months.

    Dates one month apart are months, three quarters, twelve years, six the months that they end
    or begin; empty where they are not all
    the first, or all the last, days of months. `said` is the order of days with slashes, or which
    day a stamp late in the evening belongs to.

    >>> {k: str(v) for k, v in periods_of_dates(["2024-01-01", "2024-04-01"]).items()}
    {'2024-01-01': '2024-Q1', '2024-04-01': '2024-Q2'}
    >>> [str(v) for v in periods_of_dates(["20240131", "20240229"]).values()]
    ['2024-01', '2024-02']
    """
    days: dict[str, tuple[int, int, int]] = {}
    every = [*texts]
    if serial := _of_serials(every):
        return serial
    digits = all(map(UNDIVIDED.fullmatch, every))
    turned = said == "day-first" and are_year_day_month(every)
    order = ORDERS.get(said) or _order_of_slashes(every)
    for text, bare in days_of(every, said).items():
        form = UNDIVIDED if digits else DATE
        found = form.fullmatch(_year_first(bare, order))
        if found is None:
            return {}
        year, month, day = (int(part) for part in found.groups())
        if turned:
            month, day = day, month
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(max(year, 1), month)[1]:
            return {}
        days[text] = (year, month, day)
    middle = (len({day for _, _, day in days.values()}) == 1 and len(days) > 2) or _once(days)
    if not days or not (_ends(days.values()) or middle):
        return {}
    months = sorted({year * 12 + month - 1 for year, month, _ in days.values()})
    step = min((b - a for a, b in pairwise(months)), default=1)
    return {text: _period(year, month, step) for text, (year, month, _) in days.items()}


def are_year_day_month(texts: Sequence[str]) -> bool:
    """Whether days are the first twelve of January of several years: months, where the day stands before them.

    >>> days = [f"{year}-01-{month:02d}" for year in (2020, 2021) for month in range(1, 13)]
    >>> are_year_day_month(days), are_year_day_month(days[:12]), are_year_day_month([*days, "2021-01-13"])
    (True, False, False)
    """
    found = [DATE.fullmatch(text) for text in {*texts}]
    parts = [(of[1], int(of[3])) for of in found if of and int(of[2]) == 1]
    days = [day for _, day in parts]
    every = len(parts) == len(found) > MONTHS and {*days} == {*range(1, MONTHS + 1)}
    return every and len({year for year, _ in parts}) > 1


def _ends(days: Collection[tuple[int, int, int]]) -> bool:
    """Whether days are all the first, or all the last of months; or some of both, and one in each month."""
    if _first(days) or _last(days):
        return True
    either = all(day in (1, monthrange(year, month)[1]) for year, month, day in days)
    return either and len({(year, month) for year, month, _ in days}) == len(days)


def _once(days: Mapping[str, tuple[int, int, int]]) -> bool:
    """Whether many days lie one in each month, or each third or twelfth, without a gap: when a survey was."""
    months = sorted(year * 12 + month for year, month, _ in days.values())
    steps = {b - a for a, b in pairwise(months)}
    return len(days) >= MANY and len(steps) == 1 and steps <= {1, 3, 12}


def _of_serials(texts: list[str]) -> dict[str, Period]:
    """Return the periods of days that a spreadsheet counted: each the first, or last, of a month, in one step.

    >>> {k: str(v) for k, v in _of_serials(["43831", "43922", "44013"]).items()}
    {'43831': '2020-Q1', '43922': '2020-Q2', '44013': '2020-Q3'}
    >>> _of_serials(["43831", "43832", "43833"]), _of_serials(["20000", "21000", "22000"])
    ({}, {})
    """
    found = [SERIAL.fullmatch(text) for text in texts]
    if len({*texts}) < FEWEST or not all(f and int(f[1]) in SERIALS for f in found):
        return {}
    days = {t: str(EPOCH + timedelta(int(f[1]))) for t, f in zip(texts, found, strict=True) if f}
    read = periods_of_dates(days.values())
    made = {text: read[day] for text, day in days.items() if day in read}
    ends = all(day.endswith("-01") for day in days.values()) or _last(map(_parts, days.values()))
    return (
        made
        if ends and len({*made.values()}) == len(made) and made and _even([*made.values()])
        else {}
    )


def _parts(day: str) -> tuple[int, int, int]:
    year, month, number = map(int, day.split("-"))
    return year, month, number


def _even(periods: list[Period]) -> bool:
    """Whether periods of one frequency come at one step."""
    steps = {b - a for a, b in pairwise(sorted(p.ordinal for p in periods))}
    return len({p.freq for p in periods}) == 1 == len(steps)


def open_day(texts: Iterable[str]) -> str:
    """Return a day that is the first of a month in one order and any day of one month in the other.

    Empty where the days settle it: one side is above 12, or they go on over the years.

    >>> open_day(["01/02/2021", "01/03/2021"]), open_day(["01/02/2021", "01/03/2022"])
    ('01/03/2021', '')
    """
    found = [f for text in texts if (f := SLASHED.fullmatch(text.strip()))]
    first, second, years = ({int(f[n]) for f in found} for n in (1, 2, 3))
    several = len(first) != len(second) and 1 in (len(first), len(second))
    one = first == {1} or second == {1}
    if len(years) != 1 or not (several and one) or max(first | second) > MONTHS:
        return ""
    return max(f[0] for f in found)


def _year_first(text: str, order: str) -> str:
    """Return a day written with its year first, where its form is known."""
    if order:
        text = SLASHED.sub(order, text)
    if (wordy := WORDY.fullmatch(text)) and (
        month := NUMBER_OF.get((wordy[2] or wordy[4]).casefold())
    ):
        year = wordy[3] or wordy[6]
        year = year if len(year) > 2 else str(century(year))
        return f"{year}-{month:02d}-{wordy[1] or wordy[5]}"
    return DAY_FIRST.sub(r"\3-\2-\1", text)


def _order_of_slashes(texts: list[str]) -> str:
    """Return how days with slashes are turned: what is above 12 is the day; empty: it is open."""
    found = [f for text in texts if (f := SLASHED.fullmatch(text.strip()))]
    if any(int(f[1]) > 12 for f in found):
        return r"\3-\2-\1"
    if any(int(f[2]) > 12 for f in found):
        return r"\3-\1-\2"
    # where one side is always 1, the days are the first of months
    sides = ({int(f[1]) for f in found}, {int(f[2]) for f in found})
    if sides == ({1}, {1}):
        return r"\3-\2-\1"  # the first of January
    if sides[0] == {1} and len(sides[1]) > 1:
        return r"\3-\2-\1"
    return r"\3-\1-\2" if sides[1] == {1} and len(sides[0]) > 1 else ""


# 2016.01, 2016. 01; .1 is October in a run with .09
DOTTED = re.compile(r"((?:19|20)\d\d)\. ?(\d{1,2})")
SLASHED_MONTH = re.compile(r"((?:19|20)\d\d)/(0[1-9]|1[0-2])")  # 2023/01
MONTH_BEFORE = re.compile(r"(0?[1-9]|1[0-2])[./-]((?:19|20)\d\d)")  # 01.2023, 1/2023, 01-2023
FIRST_DAY = re.compile(r"((?:19|20)\d\d)-(\d\d)-01")
LAST_QUARTER = 4
# 2016 01, of a quarter where none is above 4
APART = re.compile(r"((?:19|20)\d\d)(?:[ :]|-(?=\d$))(\d{1,2})")
SHORT = re.compile(r"([^\W\d]{3,9})\.?[-. /']*(\d\d)")  # Jan-23, Ene12
SHORT_FIRST = re.compile(r"(\d\d)[-. /']+([^\W\d]{3,9})\.?")  # 23-Jan, 23-Feb … 24-Jan
YEAR_SHORT = re.compile(r"(\d\d)-(\d\d)")  # 19-12, 20-01
TWO_DIGITS = re.compile(r"(\d\d)年")  # 98年, 99年, 00年
# 20:1, of a quarter where none is above 4
YEAR_COLON = re.compile(r"(\d\d|(?:19|20)\d\d):(\d{1,2})")
HALF_SHORT = re.compile(r"([12]) ?[HS] ?'?(\d\d)|[HS]([12])[- /']+(\d\d)", re.IGNORECASE)
QUARTER_SHORT = re.compile(
    r"([1-4]) ?[QT] ?'?(\d\d)|[QT]([1-4])[- /']+(\d\d)|(\d\d) ?[QT]([1-4])", re.IGNORECASE
)


def periods_of_run(texts: Iterable[str], *, gaps: bool = False) -> dict[str, Period]:
    """Return the period of each text where only together they can be periods; else empty.

    They come at one step, unless there may be `gaps`: under a word for what they are.

    >>> {k: str(v) for k, v in periods_of_run(["2019.09", "2019.1", "2019.11"]).items()}
    {'2019.09': '2019-09', '2019.1': '2019-10', '2019.11': '2019-11'}
    >>> [str(v) for v in periods_of_run(["202012", "202101"]).values()], periods_of_run(["202012"])
    (['2020-12', '2021-01'], {})
    >>> [str(v) for v in periods_of_run(["202412"], gaps=True).values()], periods_of_run(["201112"], gaps=True)
    (['2024-12'], {})
    >>> [str(v) for v in periods_of_run(["Dec-22", "Jan-23"]).values()]
    ['2022-12', '2023-01']
    >>> [str(v) for v in periods_of_run(["2022 04", "2023 01"]).values()]
    ['2022-Q4', '2023-Q1']
    >>> [str(v) for v in (*periods_of_run(["11.2022", "12.2022"]).values(), *periods_of_run(["1H22", "2H22"]).values())]
    ['2022-11', '2022-12', '2022-H1', '2022-H2']
    """
    labels = list(dict.fromkeys(texts))
    if len(labels) < 2:
        return month_of_digits(labels[0]) if labels and gaps else {}
    for form, make in (
        (DOTTED, _dotted),
        (DIGITS, _month_of),
        (SLASHED_MONTH, _month_of),
        (MONTH_BEFORE, _month_before),
        (APART, _apart),
        (SHORT, _short),
        (SHORT_FIRST, _short_first),
        (QUARTER_SHORT, _short_quarter),
        (HALF_SHORT, _short_half),
        (YEAR_SHORT, _short_year),
        (TWO_DIGITS, _year_of_two),
        (YEAR_COLON, _colon),
        *FORMS,
    ):
        if not (form.fullmatch(labels[0]) or (form is SHORT and FIRST_DAY.fullmatch(labels[0]))):
            continue
        found = [form.fullmatch(text) for text in labels]
        if form is SHORT and any(found):  # a spreadsheet made a day of one of them
            found = [f or FIRST_DAY.fullmatch(t) for f, t in zip(found, labels, strict=True)]
        if not all(found):
            continue
        made = [make(f, labels) for f in found if f]
        periods = [p for p in made if p is not None]
        if len(periods) == len(labels) == len(set(periods)) and (gaps or _follow(periods)):
            return dict(zip(labels, periods, strict=True))
    return {}


def _follow(periods: list[Period]) -> bool:
    """Whether periods come at one step, or a few are left out of such a row."""
    numbers = sorted(p.ordinal for p in periods)
    steps = [b - a for a, b in pairwise(numbers)]
    return min(steps) in (1, 3, 6, 12) and sum(s == min(steps) for s in steps) * 2 >= len(steps)


def _dotted(found: re.Match[str], labels: list[str]) -> Period | None:
    month = found[2]
    labels = [text.replace(" ", "") for text in labels]
    if all(len(text) == 6 for text in labels) and _are_quarters(
        [DOTTED.fullmatch(text) for text in labels]
    ):
        return Period(Freq.QUARTER, int(found[1]), int(month)) if int(month) else None
    long = all(len(text) == 7 or text.endswith(".1") for text in labels)
    if month == "1" and long and f"{found[1]}.10" not in labels:
        month = "10"
    return _month(int(found[1]), int(month))


def _month_of(found: re.Match[str], labels: list[str]) -> Period | None:  # noqa: ARG001
    return _month(int(found[1]), int(found[2]))


def _year_of_two(found: re.Match[str], labels: list[str]) -> Period | None:
    # only where the years of all turn over: 98年 may be of Taiwan, 10年 of Japan
    return annual(century(found[1])) if {"99年", "00年"} <= {*labels} else None


def _month_before(found: re.Match[str], labels: list[str]) -> Period | None:  # noqa: ARG001
    return _month(int(found[2]), int(found[1]))


def _are_quarters(labels: Sequence[re.Match[str] | None]) -> bool:
    """Whether what stands behind the years is 1 to 4 in each of several years: no month is above 4."""
    pairs = [(of[1], int(of[2])) for of in labels if of]
    return max(part for _, part in pairs) <= LAST_QUARTER and len({year for year, _ in pairs}) > 1


def _apart(found: re.Match[str], labels: list[str]) -> Period | None:
    """Return the month or quarter behind a year: quarters where each year has no more than four."""
    part = int(found[2])
    if _are_quarters([APART.fullmatch(text) for text in labels]):
        return Period(Freq.QUARTER, int(found[1]), part) if part else None
    return _month(int(found[1]), part)


def _short(found: re.Match[str], labels: list[str]) -> Period | None:  # noqa: ARG001
    if found.re is FIRST_DAY:
        return _month(int(found[1]), int(found[2]))
    month = NUMBER_OF.get(found[1].casefold())
    return _month(century(found[2]), month) if month else None


def _short_first(found: re.Match[str], labels: list[str]) -> Period | None:
    """Return the month behind a year of two digits, where each label is the month or quarter after the one before.

    Days, 08-Jan and 09-Jan, would lie years apart.
    """
    if found.string == labels[0]:
        every = [_of_short_year(of) for text in labels if (of := SHORT_FIRST.fullmatch(text))]
        numbers = [p.ordinal for p in every if p]
        if {b - a for a, b in pairwise(numbers)} not in ({1}, {3}) or len(
            {t[:2] for t in labels}
        ) < 2:
            return None
    return _of_short_year(found)


def _of_short_year(found: re.Match[str]) -> Period | None:
    month = NUMBER_OF.get(found[2].casefold())
    return _month(century(found[1]), month) if month else None


def _short_year(found: re.Match[str], labels: list[str]) -> Period | None:
    """Return the month behind a year of two digits, where the first of them can be no months."""
    first = {text.split("-")[0] for text in labels}
    months = all(1 <= int(text) <= 12 for text in first)
    return None if months else _month(century(found[1]), int(found[2]))


def _short_quarter(found: re.Match[str], labels: list[str]) -> Period | None:  # noqa: ARG001
    year, quarter = found[2] or found[4] or found[5], found[1] or found[3] or found[6]
    return Period(Freq.QUARTER, century(year), int(quarter))


def _colon(found: re.Match[str], labels: list[str]) -> Period | None:
    """Return the quarter or month behind a year and a colon; hours of a day do not go on over years."""
    parts = [int(text.split(":")[1]) for text in labels]
    if len(labels) < FEWEST or len({text.split(":")[0] for text in labels}) < 2:
        return None
    year = int(found[1]) if len(found[1]) > 2 else century(found[1])
    if max(parts) <= LAST_QUARTER:
        return Period(Freq.QUARTER, year, int(found[2])) if int(found[2]) else None
    return _month(year, int(found[2]))


def _short_half(found: re.Match[str], labels: list[str]) -> Period | None:  # noqa: ARG001
    return Period(Freq.HALF, century(found[2] or found[4]), int(found[1] or found[3]))


def _month(year: int, month: int) -> Period | None:
    return Period(Freq.MONTH, year, month) if 1 <= month <= 12 else None


def is_day_of_year(text: str) -> bool:
    """Whether a text names a day without its year: 1 January.

    >>> is_day_of_year("1 januari"), is_day_of_year("12. März"), is_day_of_year("1 tea")
    (True, True, False)
    """
    found = NAMED_DAY.fullmatch(text.strip())
    return found is not None and (found[1] or found[2]).casefold() in NUMBER_OF


@lru_cache(maxsize=20_000)  # the labels of the widest line
def is_date(text: str) -> bool:
    """Whether a text is a day: a date, or what a spreadsheet makes of `1-2`."""
    text = bare_day(text)
    return any(form.fullmatch(text) for form in (DATE, DAY_OF_YEAR, DAY_FIRST, SLASHED, WORDY))


def _first(days: Iterable[tuple[int, int, int]]) -> bool:
    return all(day == 1 for _, _, day in days)


def _last(days: Iterable[tuple[int, int, int]]) -> bool:
    return all(day == monthrange(year, month)[1] for year, month, day in days)


def _period(year: int, month: int, step: int) -> Period:
    if step % 12 == 0:
        return annual(year)
    if step % 3 == 0 and step % 6:
        return Period(Freq.QUARTER, year, (month - 1) // 3 + 1)
    return Period(Freq.MONTH, year, month)
