"""The periods that a line of words names: years, with the month, quarter or half before or behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq, Period, PeriodError
from cpstats.store.cells import period_of
from cpstats.store.frequencies import months_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.parts_in_labels import UP_TO, part_in, speaks_of_part
from cpstats.store.recognising.price_basis import basis_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WHEN = pattern(
    r"(?<!\d)(?:19|20)\d\d年?(?:(?!各|分|历)[^\s,;()]*?(?:月份?|季度|上半年|下半年))?(?!\d)"
)
BASE = pattern(r"\s?=\s?100")  # December 2020 = 100
BASE_BEFORE = pattern(  # Año Base 2013, base year 2013, reference year: 2015
    r"\b(?:base|reference|basis)(?: year| period)?[ :-]{1,3}$|\b(?:año|ano|année)(?: de)? base[ :-]{1,3}$|\b(?:basisjahr|referenzjahr|anno base)[ :-]{1,3}$",
    re.IGNORECASE,
)
EDITION = pattern(  # of what the places or branches are divided by
    r"\b(?:indeling|classification|nomenclature|gebietsstand|boundaries|geograph(?:y|ie)|zonage|nuts|nace|isic|sic|naics|isco|coicop)"
    r"(?: rev\.?| revision| of| de| du| von| van| version)?[ :-]$",
    re.IGNORECASE,
)
SECOND = pattern(r"(?P<sign>[-/–])(?P<year>\d\d(?:\d\d)?)(?!\d)")
DAY = pattern(r"\d{1,2}(?:st|nd|rd|th|\.|er)?")
ACCOUNTS = pattern(
    r"\b(?:fy|fiscal years?|financial years?|geschäftsjahr|exercice|ejercicio)[ -]?$", re.IGNORECASE
)
MONTH = pattern(r"(?<![\w./])(0?[1-9]|1[0-2])[/.]$")  # 09/2022
ERA_IN = pattern(r"(?:中華|中华)?民[國国] ?\d{1,3} ?年(?: ?(?:\d{1,2}月|第?[一二三四1-4]季度?))?")
# before the day on which somebody fetched or wrote a table: [from Nomis on 5 March 2024]
FETCHED = pattern(  # what stands before the year of that day, and behind it a month of digits
    r"(?:\b(?:retrieved|downloaded|accessed|extracted|generated|created|printed|exported|updated?|published|released|abgerufen|erstellt|"
    r"consulté|extrait|consultado|extraído|pobrano)(?: from [^;|]{1,40}?)?(?:(?: (?:on|at|am|le|el|dnia)\b|:)[^;|]{0,20}"
    r"| \d{1,2}(?:\.|st|nd|rd|th)? [^\W\d]{3,12},? | \d{1,2}[./-]\d{1,2}[./-]| (?=\n))"
    r"|\[from [^;|]{1,40} on\b[^;|]{0,20}|(?:下载|导出|更新|发布|下載|匯出|發布)(?:时间|日期|時間|于|於)[:：]?[^;|]{0,20})(?:\n|$)",
    re.IGNORECASE,
)
DAY_BEHIND = pattern(r"-\d\d-\d\d(?!\d)")
A_DAY = pattern(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")
RUN = pattern(  # 2020年1月～6月, 2020년 1~6월
    r"(?P<year>(?<!\d)(?:19|20)\d\d) ?[年년] ?(?P<first>\d{1,2}) ?[月월]? ?[-~～–—至到] ?(?P<last>\d{1,2}) ?[月월]"
)
RUN_BEFORE = pattern(  # tháng 1-6 năm 2020, 1~6월 2020
    r"(?:\btháng (?P<a>\d{1,2}) ?(?:[-~–]|đến) ?(?:tháng )?(?P<b>\d{1,2}),? ?(?:năm |/)|(?<!\d)(?P<c>\d{1,2})[-~～–](?P<d>\d{1,2})월 )(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
WORDS = 4  # before a year that may say which part of it
MONTHS = 12


def period_in(rows: Sequence[Sequence[str]]) -> Period | None:
    """Return the one period that lines name; None where they name none, or several.

    >>> str(period_in([["1-5 各市地区生产总值"], ["2024年1-5月", "单位:亿元"]]))
    '2024-01/2024-05'
    >>> period_in([["Last updated: ", "04/08/2026 23:00"], ["Tea"]]), str(period_in([["Waste generated", "2021"]]))
    (None, '2021')
    >>> str(period_in([["Waste (division of 2024)"], ["Jaar: 2017"]])), str(period_in([["Waste (NUTS 2021), 2019"]]))
    ('2017', '2019')
    """
    if said := _said(rows):
        return said
    cells = [cell for row in rows for cell in _without_day_of_file(row)]
    eras = {t for cell in cells for t in ERA_IN.findall(cell)}
    try:
        found = {period for cell in cells for period in periods_in(cell)}
    except PeriodError:
        return None
    found |= {period for text in eras if (period := period_of(text.strip())) is not None}
    return found.pop() if len(found) == 1 else None


def _said(rows: Sequence[Sequence[str]]) -> Period | None:
    """Return the one period behind a word for time: Jaar: 2017; None where there is none, or several."""
    pairs = (
        ":".join(cells).partition(":") for row in rows if len(cells := [*filter(None, row)]) < 3
    )
    texts = [value.strip() for word, _, value in pairs if value and role_of(word.strip()) == "time"]
    found = {period_of(text) for text in texts}
    return found.pop() if len(found) == 1 else None


def _without_day_of_file(row: Sequence[str]) -> Sequence[str]:
    """Return a line without the day beside a word that says that somebody fetched or wrote the file then."""
    filled = [cell for cell in row if cell]
    word = f"{filled[0].rstrip(': ')}: \n" if len(filled) == 2 else ""
    return filled[:1] if word and A_DAY.match(filled[1]) and FETCHED.search(word) else row


def periods_in(text: str) -> Iterator[Period | None]:
    """Yield the periods of the years that a text names; None where one may span two, or be a month: FY 2022, 2011-12.

    >>> [str(p) for t in ("Jobs, Q3 2022", "Jobs in March 2021 (%)", "Jobs, 2021/22", "Jobs at 30 June 2022") for p in periods_in(t)]
    ['2022-Q3', '2021-03', '2021/22', '2022']
    >>> [str(p) for t in ("Prices, May 2020 = 100", "2024年1-5月", "Jobs 2019-2022", "Table 3, 2022") for p in periods_in(t)]
    ['2024-01/2024-05', '2019', '2022', '2022']
    >>> [str(p) for t in ("2021年4月～6月", "2021년 1~9월", "за январь - декабрь 2021 года", "в январе-марте 2021 г.") for p in periods_in(t)]
    ['2021-Q2', '2021-01/2021-09', '2021', '2021-Q1']
    >>> [*periods_in("[from a data bank on 5 March 2024]"), *periods_in("Extracted: 2024-03-05"), *periods_in("更新时间：2024年3月5日")]
    []
    >>> [str(p) for t in ("Waste generated in 2021", "Export 2021", "更新改造投资 2021年") for p in periods_in(t)]
    ['2021', '2021', '2021']
    >>> [*periods_in("Output. Año Base 2013"), *periods_in("Output, base year 2013"), *periods_in("Output at 2015 prices")]
    []
    """
    text = RUN.sub(r"\g<year>年\g<first>-\g<last>月", text)
    text = RUN_BEFORE.sub(lambda m: f"{m['year']}年{m['a'] or m['c']}-{m['b'] or m['d']}月", text)
    prices = basis_in(text).removeprefix("constant:")
    for found in WHEN.finditer(text):
        before, year, after = text[: found.start()], found.group(), text[found.end() :]
        based = BASE.match(after) or BASE_BEFORE.search(before)
        fetched = FETCHED.search(f"{before}\n" if DAY_BEHIND.match(after) else before)
        edition = EDITION.search(before)
        if based or fetched or edition or year.rstrip("年") == prices:
            continue
        if ACCOUNTS.search(before):
            yield None
            continue
        second = SECOND.match(after) if year.isdecimal() else None
        if second and int(second["year"][-2:]) == (int(year) + 1) % 100:
            yield _of_two(year, second["sign"], second["year"])
        elif part := _part(before, year, after) or _among_words(text):
            yield part
        else:
            yield None if _says_a_part(before, after) else Period.parse(year)


def _of_two(year: str, sign: str, second: str) -> Period | None:
    """Return the year that spans two; 2011-12 may be a month: None."""
    period = period_of(f"{year}/{second[-2:]}")
    if period is None or (sign != "/" and len(second) == len("12") and int(second) <= MONTHS):
        return None
    return period


def _part(before: str, year: str, after: str) -> Period | None:
    """Return the part of a year that the words beside it name; None where they name none."""
    if month := MONTH.search(before):
        return Period.parse(f"{year}-{int(month[1]):02d}")
    words = before.split()[-WORDS:]
    for n in range(len(words), 0, -1):
        text = " ".join(words[-n:]).lstrip("(,:–-")
        period = period_of(f"{text.rstrip(',')} {year}") if _has_letters(text) else None
        if period is not None and months_of(text.rstrip(",").casefold()) == (1, MONTHS):
            return period  # January to December
        if period is not None and period.freq is not Freq.ANNUAL:
            ahead = words[-n - 1] if n < len(words) else ""
            return None if DAY.fullmatch(ahead) or UP_TO.search(ahead) else period
    behind = after.split()[:1]
    period = period_of(f"{year} {behind[0].rstrip(',):')}") if behind and after[0] == " " else None
    return period if period is not None and period.freq is not Freq.ANNUAL else None


def _among_words(text: str) -> Period | None:
    """Return the part of its one year that some words of a text name: 2022 (Jan-Sep); None where none do."""
    part = part_in(text)
    return period_of(part[0]) if part else None


def _says_a_part(before: str, after: str) -> bool:
    """Whether the words around a year speak of a part of it that is not known: week 12 of 2022, April to June."""
    words = before.split()[-WORDS:]
    return speaks_of_part(" ".join(words)) or speaks_of_part(" ".join(after.split()[:WORDS]))


def _has_letters(text: str) -> bool:
    return any(c.isalpha() for c in text)
