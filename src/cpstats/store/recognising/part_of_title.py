"""A part of the year that a title says of all its years: Trade, January to September, over 2021 and 2022."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq
from cpstats.store.cells import period_of
from cpstats.store.frequencies import NUMBER_OF, part_of_year
from cpstats.store.recognising.outside import names_of
from cpstats.store.recognising.so_far import part_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cpstats.model.period import Period
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.titles import Titles
    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]

WORD = pattern(r"[^\s,;:()]+")
METRES = re.compile(r"[MmKkTtSs][1-4]")  # billion m3, M2 is money, S1 a kind of school
ROMAN = pattern(r"[ivx]+\.?", re.IGNORECASE)
MOST = 5  # words of a part: first nine months, from January to September
ANY = "2021"  # a year that a part is tried with
MONTHS = pattern(r" (?:months|monate|mois|meses|mesi|maanden|месяцев|miesięcy)$", re.IGNORECASE)
WHOLE = pattern(  # years that end with a month, and parts that are no period of the figures
    r"\b(?:years?|annual|average|twelve|12|base|compared|previous|preceding|last|since|before|jahr\w*|année|año|ano)\b|=|%|同比|年度",
    re.IGNORECASE,
)
OPEN = (
    "in",
    "for",
    "im",
    "en",
    "em",
    "w",
    "в",
    "of",
)  # before a month alone, which may be another word


def part_of_title(title: str) -> str:
    """Return the words of a title that say a part of the year without its year; empty where none do, or it may be another.

    >>> [part_of_title(t) for t in ("Jan-Jun results, Sweden", "Trade, January to September", "Results Q3", "Births in March")]
    ['Jan-Jun', 'January to September', 'Q3', 'March']
    >>> [part_of_title(t) for t in ("Sales, first nine months", "Sales for the first half", "Figures may differ", "Year ended June")]
    ['first nine months', 'first half', '', '']
    >>> part_of_title("Urodzenia i zgony"), part_of_title("Births, Table I")
    ('', '')
    >>> part_of_title("1-9月进出口"), part_of_title("Trade, January-September 2022"), part_of_title("Births, June to August")
    ('1-9月', '', '')
    >>> part_of_title("Water sold (billion m3)"), part_of_title("Money, M2"), part_of_title("K1 visas")
    ('', '', '')
    """
    if WHOLE.search(title) or re.search(r"(?:19|20)\d\d", title):
        return ""
    chinese = re.match(r"(?:1[-—–~至]\d{1,2}月|上半年|前三季度|[一二三]季度)", title)
    if chinese:
        return chinese[0]
    words = [*WORD.finditer(title)]
    for size in range(MOST, 0, -1):
        for first in range(len(words) - size + 1):
            text = title[words[first].start() : words[first + size - 1].end()]
            before = words[first - 1][0].casefold() if first else ""
            alone = size == 1 and text.casefold().rstrip(".") in NUMBER_OF
            if (not alone or before in OPEN) and _is_part(text):
                return text
    return ""


def _is_part(text: str) -> bool:
    """Whether words with a year behind them name a part of it, and no month but by its name."""
    if ROMAN.fullmatch(text) or METRES.fullmatch(text):  # a quarter, or and: urodzenia i zgony
        return False
    known = part_in(text) or MONTHS.search(text)
    found = period_of(f"{text} {ANY}") if known else None
    return found is not None and found.freq is not Freq.ANNUAL and str(found).startswith(ANY)


def are_bare_years(texts: Iterable[str]) -> bool:
    """Whether the periods among some texts are years and nothing else, so that a title may say which part of them.

    >>> are_bare_years(["Item", "2021", "2022"]), are_bare_years(["2021", "Q1 2022"]), are_bare_years(["Q1", "Q2"])
    (True, False, False)
    """
    years = 0
    for text in texts:
        found = period_of(text)
        if part_in(text) or part_of_year(text) or (found and found.freq is not Freq.ANNUAL):
            return False
        years += found is not None
    return years > 0


def month_of_sheet(name: str) -> str:
    """Return the month that is the whole name of a sheet; empty where it is none.

    >>> month_of_sheet("a.xlsx[March]"), month_of_sheet("a.xlsx[3月]"), month_of_sheet("a.xlsx[Q1]"), month_of_sheet("march.csv")
    ('March', '3月', '', '')
    """
    own = names_of(name)[1].strip()
    return own if part_of_year(own).isdecimal() else ""


class PartOfTitle:
    """The part of its years that the title of a table, or the name of its sheet, says; `assume` is told where it is used."""

    def __init__(
        self,
        sheet: Sheet,
        cells: Cells,
        outline: Outline,
        titles: Titles,
        assume: Callable[[Message], None],
    ) -> None:
        self._cells, self._outline, self._assume = cells, outline, assume
        self._month = month_of_sheet(sheet.name)
        self._said = part_of_title(titles.said.get("title", "")) or self._month

    @cached_property
    def _part(self) -> str:
        keys = [c for c, kind in self._outline.keys.items() if kind in ("time", "part")]
        heads = (t for i in self._outline.header for t in self._cells[i] if t)
        lines = (self._cells[i] for i in self._outline.data)
        beside = (row[c] for row in lines for c in keys if c < len(row) and row[c])
        texts = [*heads, *beside]
        none = self._month and not any(part_in(t) or period_of(t) for t in texts)
        return self._said if none or are_bare_years(texts) else ""

    def __call__(self, period: Period) -> Period:
        """Return the part of a year that is meant; any other period as it is."""
        if not self._said or period.freq is not Freq.ANNUAL or not self._part:
            return period
        self._assume(
            Message(
                "title or sheet says “{}”: the figures are of that part of each year",
                "标题或工作表写明“{}”：数据为各年的该时段",
                self._part,
            )
        )
        said = (f"{self._part} {period.year}", f"{period.year}年{self._part}")
        return next(filter(None, map(period_of, said)), period)
