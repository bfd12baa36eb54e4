"""Quarters, halves and runs of months in words, with their year: First quarter 2020, enero-marzo 2020, 2020 Jan.-Mar."""

from __future__ import annotations

import re

from cpstats.model.period import Period, PeriodError, annual, fiscal
from cpstats.store.frequencies import NUMBER_OF, months_of, part_of_year

YEAR_BEHIND = re.compile(
    r"(?P<part>[^\W\d_].{0,30}?|[1-9]\D.{0,30}?|12\D.{0,30}?)(?:,? |[-/.,]| of | de | năm )(?P<year>(?:19|20)\d\d)"
)
YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d\d)(?:,? |[-/.,]|年(?=第))(?P<part>[^\W_].{0,30})")
IN_BRACKETS = re.compile(r"(?P<year>(?:19|20)\d\d) ?\((?P<part>[^()]{1,30})\)")
YEAR_WORD = re.compile(r"(?<=\d) ?(?:г\.|г|года?|р\.|року)$")
# months from January on, by their number
COUNTED = re.compile(
    r"(?:(?:first|ersten?|premiers|primeros|primi|primeiros|первые|pierwsze) )?(?P<n>3|6|9|12|three|six|nine|twelve|(?:[2-9]|1[01])(?= tháng))[ -]?"
    r"(?:m|months?|mois|meses|mesi|monaten?|месяц(?:а|ев)|місяців|miesięcy|maanden|måneder|månader|bulan|tháng(?: đầu)?(?: năm)?)\b",
    re.IGNORECASE,
)
# each month with its year: Apr 2021-Mar 2022
FROM_TO = re.compile(
    r"(?P<a>[^\W\d_]{3,12})\.?,? (?P<first>(?:19|20)\d\d) ?(?:[-–—]|to|bis|à|al|do) ?"
    r"(?P<b>[^\W\d_]{3,12})\.?,? (?P<last>(?:19|20)\d\d)",
    re.IGNORECASE,
)
QUARTERS = re.compile(r"Q1 ?[-–] ?Q?([23])", re.IGNORECASE)
THREE_MONTHS = re.compile(r"((?:19|20)\d\d)年(1|4|7|10)[-–~～](3|6|9|12)月期?")  # 2020年4-6月期
TO_DATE = re.compile(
    r"ytd|year[ -]to[ -]date|(?:acumulad[oa]s?|cumulés?|cumulées?) (?:a|até|hasta|à fin)\b",
    re.IGNORECASE,
)
MONTHS = 12
NUMBERS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}


def period_in_words(text: str) -> Period | None:
    """Return the quarter, half or run of months that words and a year name; None where they name none.

    >>> [str(period_in_words(t)) for t in ("First quarter 2020", "2020 Apr.-Jun.", "enero-agosto 2020")]
    ['2020-Q1', '2020-Q2', '2020-01/2020-08']
    >>> [str(period_in_words(t)) for t in ("2020 (Jan-Sep)", "9M 2020", "YTD Sep 2020", "1-е полугодие 2020 г.")]
    ['2020-01/2020-09', '2020-01/2020-09', '2020-01/2020-09', '2020-H1']
    >>> period_in_words("Wheat 2020"), period_in_words("Aug.-Feb. 2020"), period_in_words("Feb-Mar 2020")
    (None, None, None)
    """
    months = THREE_MONTHS.fullmatch(text)
    if months and int(months[3]) - int(months[2]) == 2:
        return Period.parse(f"{months[1]}-Q{int(months[3]) // 3}")
    text = YEAR_WORD.sub("", text)
    if both := FROM_TO.fullmatch(text):
        return _from_to(both)
    for form in (YEAR_BEHIND, YEAR_BEFORE, IN_BRACKETS):
        found = form.fullmatch(text)
        code = _code_of(found["part"], found["year"]) if found else ""
        if code:
            try:
                return Period.parse(code)
            except PeriodError:
                return None
    return None


def _from_to(both: re.Match[str]) -> Period | None:
    """Return the year, half or quarter, or the months so far, from one month with its year to another.

    >>> [str(period_in_words(t)) for t in ("Jan 2021-Dec 2021", "Apr 2021 - Jun 2021", "Apr 2021 to Mar 2022")]
    ['2021', '2021-Q2', '2021/22']
    >>> period_in_words("Dec 2020-Feb 2021"), period_in_words("Apr 2021-Apr 2022")
    (None, None)
    """
    a, b = (NUMBER_OF.get(both[side].casefold(), 0) for side in ("a", "b"))
    first, last = int(both["first"]), int(both["last"])
    if not a or not b:
        return None
    if (last - first) * MONTHS + b - a == MONTHS - 1:
        return annual(first) if a == 1 else fiscal(first)
    if first != last or b < a:
        return None
    if a == 1 and b not in (3, 6):
        return Period.parse(f"{first}-01/{first}-{b:02d}")
    code = part_of_year(f"{both['a']}-{both['b']}")
    return Period.parse(f"{first}-{code}") if code else None


def _code_of(part: str, year: str) -> str:
    """Return how a part of a year, or a run of its months, is written; empty where it is none."""
    if of_year := part_of_year(part):
        return f"{year}-{of_year}"
    run = months_of(part) or _from_january(part)
    return f"{year}-{run[0]:02d}/{year}-{run[1]:02d}" if run else ""


def _from_january(part: str) -> tuple[int, int] | None:
    """Return the months from January on that a text counts, or names the last of: 9 months, YTD Sep."""
    if counted := COUNTED.fullmatch(part):
        number = counted["n"].casefold()
        return 1, NUMBERS.get(number) or int(number)
    if quarters := QUARTERS.fullmatch(part):
        return 1, 3 * int(quarters[1])
    rest = TO_DATE.sub("", part).strip(" ,().")
    if rest == part.strip(" ,()."):
        return None
    last = NUMBER_OF.get(rest.casefold())
    return (1, last) if last else months_of(rest)
