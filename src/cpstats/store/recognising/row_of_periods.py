"""Whether texts that stand in one row or column are periods: what one of them alone does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period, annual
from cpstats.store.cells import period_of
from cpstats.store.frequencies import part_of_year
from cpstats.store.recognising.dates import periods_of_dates, periods_of_run
from cpstats.store.recognising.header_words import bare
from cpstats.store.recognising.two_years import double_years

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

MONTH = re.compile(
    r"month|月|mois|monat|miesi[ąa]c|miesięcz|mån[ae]d|maand|kuukau|hónap|mjesec|mesiac|měsíc|месяц|місяц|месец|μήνα|μηνα|mėnes|mėnuo|mēnes|tháng|월"
    r"|\b(?:mth|mes(?:es)?|m[eê]s|mese|mesi|mesec|luna|luni|lună|ay|aylar|kuu|bulan|mwezi|oy|ай)\b|الشهر|شهر|ماه|חודש|เดือน|महीना|মাস",
    re.IGNORECASE,
)
QUARTER = re.compile(
    r"\bquarter|\bqtr|季|trim[ei]s|quartal|kvartal|k[wv]arta[ał]|квартал|тримес|čtvrtlet|štvrťrok|tromjes|četrtlet|negyedév|neljänne|çeyrek|triwulan"
    r"|ketvir|ceturks|τρίμην|τριμην|분기|quý|الربع|רבעון|ไตรมาส|चौमासिक|तिमाही",
    re.IGNORECASE,
)
COUNTED = (5, 8)  # figures of a day: 43831, 20200101
FEWEST = 3  # years of a header of which some are older than those of a column
OLDEST, NEWEST = 1000, (1900, 2100)


def are_periods(texts: Sequence[str]) -> bool:
    """Whether all of the texts, taken together, are periods."""
    if all(period_of(t) is not None or part_of_year(t) for t in texts) or are_old_years(texts):
        return True
    if all(t.isdecimal() and len(t) in COUNTED for t in texts) and periods_of_dates(texts):
        return True
    return bool(periods_of_run(texts)) or len(double_years(texts)) == len(set(texts))


def are_old_years(texts: Sequence[str]) -> bool:
    """Whether numbers of four digits that rise can be years, those of other centuries among them.

    Of those to come only where they follow one another, as in a projection of a hundred years.

    >>> are_old_years(["1820", "1870", "1913", "1950"]), are_old_years(["1820", "1700", "1950"])
    (True, False)
    >>> are_old_years(["2099", "2100", "2101"]), are_old_years(["2099", "2100", "2120"])
    (True, False)
    """
    if len(texts) < FEWEST or not all(t.isdecimal() and len(t) == 4 for t in texts):
        return False
    years = [int(t) for t in texts]
    rising = years == sorted({*years}) and years[0] >= OLDEST
    to_come = NEWEST[0] <= years[0] <= NEWEST[1] and len(years) == years[-1] - years[0] + 1
    return rising and (to_come or NEWEST[0] <= years[-1] <= NEWEST[1])


def early_years(texts: Collection[str]) -> dict[str, Period]:
    """Return the years below a word for them of which some have fewer than four digits, and the newest has four.

    Without one of four they may count from elsewhere: 98, 99, 100 of Taiwan.

    >>> [str(year) for year in early_years(["500", "1000", "1500"]).values()], early_years(["98", "99", "100"])
    (['0500', '1000', '1500'], {})
    """
    if len(texts) < FEWEST or not all(t.isdecimal() and not t.startswith("0") for t in texts):
        return {}
    years = {t: int(t) for t in texts}
    if not OLDEST <= max(years.values()) <= NEWEST[1]:
        return {}
    return {t: annual(year) for t, year in years.items()} if min(years.values()) < OLDEST else {}


def says_quarters(header: str) -> bool:
    """Whether the words over times say that they are quarters, and not months too.

    >>> says_quarters("Quarter ended"), says_quarters("Month or quarter"), says_quarters("Date"), says_quarters("NM_QTR")
    (True, False, False, True)
    """
    words = bare(header)
    return bool(QUARTER.search(words)) and not MONTH.search(QUARTER.sub("", words))


def are_quarters(header: str, parts: Collection[str]) -> bool:
    """Whether the words over parts of years say that they are quarters, or each of these is 1 to 4.

    >>> are_quarters("Month", ["1", "2"]), are_quarters("Part", ["1", "2", "2.0"]), are_quarters("Part", ["5"])
    (False, True, False)
    >>> are_quarters("Monat", ["1", "2"]), are_quarters("NM_MTH", ["1", "2"]), are_quarters("Trimestre", ["1", "2"])
    (False, False, True)
    """
    words = bare(header)
    named = QUARTER.search(words) is not None
    if MONTH.search(QUARTER.sub("", words)):
        return False
    return named or {text.removesuffix(".0") for text in parts} <= {"", "1", "2", "3", "4"}


def quarters_of(periods: Mapping[str, Period]) -> dict[str, Period]:
    """Return months that all end quarters, or all begin them, as these; else the periods.

    >>> from cpstats.store.recognising.dates import periods_of_run
    >>> [str(p) for p in quarters_of(periods_of_run(["Mar-21", "Jun-21"])).values()]
    ['2021-Q1', '2021-Q2']
    >>> [str(p) for p in quarters_of(periods_of_run(["2021-01", "2021-04", "2021-08"], gaps=True)).values()]
    []
    """
    places = {p.sub % 3 if p.freq is Freq.MONTH else None for p in periods.values()}
    if places not in ({0}, {1}):
        return dict(periods)
    return {text: Period(Freq.QUARTER, p.year, (p.sub + 2) // 3) for text, p in periods.items()}
