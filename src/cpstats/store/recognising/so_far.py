"""Months and quarters up to another: the last one of those that a title names, and all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period
from cpstats.store.frequencies import NUMERALS, months_of, part_of_year
from cpstats.store.recognising.labels import figures_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.recognising.labels import Label
    from cpstats.store.recognising.slots import Slots

SO_FAR = re.compile(r"1[-—–~至]([2-9]|1[0-2])月")
ALONE = re.compile(  # one month or quarter of the year of a title
    r"(?:(?P<month>[1-9]|1[0-2])月份?(?:[当单]月)?|第?(?P<quarter>[一二三四])季度(?:[当单]季)?)值?(?:[(（][^()（）]*[)）])?"
)


def last_month(period: Period) -> Period:
    """Return the last of the months that a title names; any other period as it is.

    >>> str(last_month(Period.parse("2024-01/2024-08"))), str(last_month(Period.parse("2024-H1"))), str(last_month(Period.parse("2024")))
    ('2024-08', '2024-06', '2024')
    >>> str(last_month(Period.parse("2024-Q1")))
    '2024-03'
    """
    if period.freq is Freq.QUARTER:  # 1-3月
        return Period.parse(f"{period.year}-{3 * period.sub:02d}")
    if str(period).endswith("-H1"):
        return Period.parse(f"{period.year}-06")
    first, slash, last = str(period).partition("/")
    months = slash and "-" in first and first.endswith("-01") and len(last) == len("2024-08")
    return Period.parse(last) if months else period


def part_in(text: str) -> str:
    """Return the code of a part of a year, or the months from one to another as they are named; empty if none.

    >>> part_in("Q3"), part_in("Jan-Sep"), part_in("enero a septiembre"), part_in("Jan-Jun"), part_in("1-9月")
    ('Q3', 'Jan-Sep', 'enero a septiembre', 'H1', '')
    """
    return part_of_year(text) or (text if months_of(text.strip().casefold()) else "")


def in_year(year: int, part: str, labels: list[str]) -> tuple[list[Period], list[str]]:
    """Return the part of a year that `part_in` returns, and the labels beside it; where it has no code, it is one of these.

    >>> [str(*in_year(2021, part, [])[0]) for part in ("Q3", "Jan-Sep", "Jan-Dec")], in_year(2021, "Apr-Dec", ["Tea"])
    (['2021-Q3', '2021-01/2021-09', '2021'], ([], ['Tea', 'Apr-Dec']))
    """
    run = None if part_of_year(part) else months_of(part.strip().casefold())
    if run and run[0] != 1:
        return [], [*labels, part]
    code = f"{year}-01/{year}-{run[1]:02d}" if run else f"{year}-{part}"
    return [Period.parse(code)], labels


def up_to_month(period: Period, label: str) -> Period:
    """Return the months of a year that a label names: 1-6月(亿元) from January on, 6月当月(亿元); any other period as it is.

    >>> str(up_to_month(Period.parse("2022"), "1-6月(亿元)")), str(up_to_month(Period.parse("2022"), "11-12月"))
    ('2022-H1', '2022')
    >>> [str(up_to_month(Period.parse(code), "3月当月(亿元)")) for code in ("2022", "2022-01/2022-05", "2022-06", "2021/22")]
    ['2022-03', '2022-03', '2022-03', '2021/22']
    >>> str(up_to_month(Period.parse("2022"), "二季度当季值")), str(up_to_month(Period.parse("2022"), "3月末(亿元)"))
    ('2022-Q2', '2022')
    """
    if period.freq is Freq.FISCAL or not _in_one_year(period):
        return period
    if found := SO_FAR.match(label):
        return Period.parse(f"{period.year}-01/{period.year}-{int(found[1]):02d}")
    if found := ALONE.fullmatch(label):
        quarter = found["quarter"]
        code = f"Q{NUMERALS[quarter]}" if quarter else f"{int(found['month']):02d}"
        return Period.parse(f"{period.year}-{code}")
    return period


def _in_one_year(period: Period) -> bool:
    first, slash, last = str(period).partition("/")
    return not slash or first[:4] == last[:4]


def cumulated(period: Period, said: Label, above: Mapping[int, Slots]) -> Period:
    """Return the period from January on where the label says that it is cumulated.

    An index on the same months of the year before says so too, but not beside a column of 1-12月.
    """
    over = (slots.period.freq for slots in above.values() if slots.period)
    if said.measure == "index" and any(freq not in (Freq.MONTH, Freq.QUARTER) for freq in over):
        return period
    if not said.cumulated or period.freq not in (Freq.QUARTER, Freq.MONTH):
        return period
    months = period.sub * (3 if period.freq is Freq.QUARTER else 1)
    return Period.parse(f"{period.year}-01/{period.year}-{months:02d}")


def label_with_months(column: int, said: Label, above: Mapping[int, Slots]) -> str:
    """Return the label of a column, or of growth that names no months that of the one it is of: 1-3月(亿元), 增速(%)."""
    own = above[column].label
    if said.measure != "growth" or _names_months(own):
        return own
    before = [slots.label for c, slots in above.items() if c < column and not slots.period][::-1]
    if said.cumulated is not None:
        named = (t for t in before if _names_months(t))
        return next((t for t in named if (SO_FAR.match(t) is not None) == said.cumulated), own)
    levels = (t for t in before if not ((kind := figures_of(t)) and kind.measure == "growth"))
    nearest = next(levels, "")
    return nearest if _names_months(nearest) else own


def _names_months(label: str) -> bool:
    return (SO_FAR.match(label) or ALONE.fullmatch(label)) is not None
