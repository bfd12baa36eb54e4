"""Years that are counted from another beginning: 2078/79 of Nepal, 2566 of Thailand, 1402 of Iran.

The eras stand in `eras.csv`: what names them, how far they lie from the years of all, the years that
tables have, whether one of their years lies in two of these, and which year the newest must reach for a
word to prove anything (B.S. is a degree too). Years with such a word are read so, and that is said; a run
of them without one is asked about, and so is one within a name in the letters of the country. Words that
mean other things too (E.C.) count beside the years only. Those of the Islamic calendar lie in two years of
all, which two no table says: they are refused.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.text import Text
from cpstats.store.hints import COMMON, MINGUO
from cpstats.store.recognising.extent import first_row_of_figures, how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.inquiry import QuestionError, says
from cpstats.store.recognising.republic import in_full_years, with_years_before_names
from cpstats.store.recognising.short_years_of_iran import with_full_years_of_iran

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]
    Labels = dict[tuple[int, int], re.Match[str]]

FILE = Path(__file__).with_name("eras.csv")
ABOVE = 20  # lines that may be titles and header
STUBS = 4  # columns at the left that may hold years
OF_ALL = range(1900, 2101)  # years that tables have
YEAR = r"(?P<year>\d{4})(?: ?[/-] ?(?P<next>\d{4}|\d\d))?"
OF_THOSE = r"(?: ?\((?P<common>\d{4})(?:[/-]\d\d(?:\d\d)?)?(?: ?G\.?C\.?)?\))?"  # the years of all behind it
AT_END = re.compile(rf"(?<![\d.,]){YEAR}{OF_THOSE}\)?$")  # of a name
AHEAD, FAR = (
    2045,
    2060,
)  # no figure is observed in the one yet; projections by the year that go beyond the other are rare
PERIOD = 2  # column of what was recognised
ROUND = 5  # years at which projections are made
LUNAR, HEGIRA = (
    0.970224,
    622.54,
)  # a year of the Islamic calendar in those of all, and when its first began


@dataclass(frozen=True, slots=True)
class Era:
    """One way to count years; `shift` leads to the year of all in which one begins, `two`: it lies in two of them."""

    name: str
    country: Text
    words: re.Pattern[str]
    label: re.Pattern[str]
    letters: re.Pattern[str]
    beside: re.Pattern[str] | None
    shift: int | None
    years: range
    two: bool
    proof: int
    sure: int

    def read(self, label: re.Match[str]) -> str:
        """Return a year of this era as one of all.

        >>> nepal, thailand, *_ = eras()
        >>> nepal.read(nepal.label.fullmatch("2078/79")), thailand.read(thailand.label.fullmatch("พ.ศ. 2566"))
        ('2021/22', '2023')
        """
        year = self.begins(int(label["year"]))
        return f"{year}/{(year + 1) % 100:02d}" if self.two or label["next"] else str(year)

    def begins(self, year: int) -> int:
        """Return the year of all in which one of this era begins.

        1 Muharram 1440 was 11 September 2018, 1 Muharram 1445 19 July 2023 (Umm al-Qura calendar).

        >>> [era.begins(year) for era in eras() if era.shift is None for year in (1440, 1445)]
        [2018, 2023]
        """
        return int(HEGIRA + (year - 1) * LUNAR) if self.shift is None else year + self.shift

    def holds(self, label: re.Match[str] | None) -> bool:
        """Whether a label is a year that tables of this era have."""
        if label is None or int(label["year"]) not in self.years:
            return False
        after = label["next"]
        follows = not after or (int(label["year"]) + 1) % 100 == int(after[-2:])
        common = label["common"]
        return follows and (not common or abs(int(common) - self.begins(int(label["year"]))) < 2)

    @property
    def is_far(self) -> bool:
        """Whether none of its years is one that tables have of all."""
        return not {*self.years} & {*OF_ALL}


@lru_cache(maxsize=1)
def eras() -> tuple[Era, ...]:
    """Return the eras that are known."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(map(_era, csv.DictReader(file)))


def _era(row: dict[str, str]) -> Era:
    words, beside = _any_of(row["words"]), _any_of(row["beside"])
    every = f"{words}|{beside}" if beside else words
    return Era(
        row["era"],
        Text(row["english"], row["chinese"]),
        pattern(rf"(?<!\w)(?:{words})(?!\w)"),
        pattern(rf"(?:(?:{every}) ?)?{YEAR}(?: ?\(?(?:{every})\)?)?{OF_THOSE}"),
        pattern(rf"[{row['script']}]"),
        pattern(rf"(?<!\w)(?:{beside})(?!\w)") if beside else None,
        int(row["shift"]) if row["shift"] else None,
        range(int(row["first"]), int(row["last"]) + 1),
        bool(row["two"]),
        int(row["proof"]),
        int(row["sure"] or 0),
    )


def _any_of(words: str) -> str:
    """Return what matches one of several words, the longest first; empty for none."""
    return "|".join(map(re.escape, sorted(words.split("|"), key=len, reverse=True)))


def in_common_years(
    sheet: Sheet, cells: Cells, said: str, *, ask: bool
) -> tuple[Cells, list[Message]]:
    """Return cells with the years of other eras as those of all, and what is to be said of that.

    `said` is the era that the user names; of years without a word for their era it is asked where `ask` says so.

    Raises
    ------
    QuestionError
        At the first year of a run that only another era has.
    """
    if said in (COMMON, MINGUO):
        return in_full_years(cells, of_republic=said == MINGUO)
    cells = with_years_before_names(with_full_years_of_iran(cells))
    asked = (era for era in eras() if said in ("", era.name))
    above = cache(lambda: _above(cells))  # the same for all of them
    found = {era: years for era in asked if (years := _found(era, cells, above))}
    texts = [sheet.name, *(t for row in cells[:ABOVE] for t in row if t)]
    for era, years in found.items():
        if said or _is_sure(era, years, texts):
            return _written(sheet, cells, era, years)
    for era, years in found.items() if ask else ():
        if _is_open(era, years, texts):
            raise _whose_years(sheet, min(years), era, years)
    return cells, []


def _is_sure(era: Era, found: Labels, texts: Sequence[str]) -> bool:
    """Whether years are of an era: a word says so, or those of all stand behind them."""
    newest = max(int(label["year"]) for label in found.values())
    own = [label.group() for label in found.values()]
    if any(label["common"] for label in found.values()):
        return True
    named = newest >= era.proof and any(map(era.words.search, [*texts, *own]))
    return named or (newest >= era.sure and _stands_beside(era, own, texts))


def _stands_beside(era: Era, own: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether a word that also means other things stands beside each year, or over them: Year (E.C.)."""
    if era.beside is None:
        return False
    heads = [text for text in texts if role_of(text) == "time"]
    return all(map(era.beside.search, own)) or any(map(era.beside.search, heads))


def _is_open(era: Era, found: Labels, texts: Sequence[str]) -> bool:
    """Whether it must be asked of which era years are."""
    labels = [*found.values()]
    in_letters = era.is_far and any(map(era.letters.search, texts))
    own = [label.group() for label in labels]
    return in_letters or _only_of(era, labels) or _stands_beside(era, own, texts)


def _above(cells: Cells) -> int:
    """Return how many rows may be titles and header."""
    first = first_row_of_figures(cells) or 0
    bare = all(
        how_full(row) < 2 for row in cells[:first]
    )  # what counts as figures may be the header
    return min(first + bare, len(cells))


def _found(era: Era, cells: Cells, rows_above: Callable[[], int]) -> Labels:
    """Return the years of an era: those below words for times, else those of a line of the header."""
    above = range(min(ABOVE, len(cells)))
    made: Labels = {}
    for c in range(STUBS):
        heads = [i for i in above if c < len(cells[i]) and role_of(cells[i][c]) == "time"]
        body = range(heads[0] + 1, len(cells)) if heads else ()
        below = ((i, c) for i in body if c < len(cells[i]) and cells[i][c])
        made |= _labels_of(era, below, cells, every=True)
    if made:
        return made
    for i in range(rows_above()):
        if found := _labels_of(era, [(i, c) for c, t in enumerate(cells[i]) if t], cells):
            return found
    return _at_ends(era, cells[: rows_above()]) if era.is_far else {}


def _at_ends(era: Era, above: Cells) -> Labels:
    """Return the years at the end of names over the columns that are written in the letters of the country."""
    return {
        (i, c): found
        for i, row in enumerate(above)
        for c, text in enumerate(row)
        if era.letters.search(text)
        and (found := AT_END.search(text))
        and era.holds(found)
        and how_full(row) > 1
    }


def _labels_of(
    era: Era, places: Iterable[tuple[int, int]], cells: Cells, *, every: bool = False
) -> Labels:
    """Return the years of an era where all cells, or all with numbers, of a line or column are such; else none."""
    made: Labels = {}
    known: dict[str, re.Match[str] | None] = {}  # in a column years come again and again
    for i, c in places:
        text = cells[i][c]
        if text not in known:
            found = era.label.fullmatch(text)
            known[text] = found if era.holds(found) else None
        if label := known[text]:
            made[i, c] = label
        elif every or text[:1].isdecimal():
            return {}
    return made


def _only_of(era: Era, labels: Sequence[re.Match[str]]) -> bool:
    """Whether years can hardly be those of all: they follow one another, and none of them has been.

    >>> nepal, thailand, *_ = eras()
    >>> def ask(era, *years): return _only_of(era, [era.label.fullmatch(year) for year in years])
    >>> ask(nepal, "2077/78", "2078/79"), ask(nepal, "2077", "2078"), ask(nepal, "2030", "2031")
    (True, True, False)
    >>> ask(nepal, "2050"), ask(nepal, "2060", "2080"), ask(nepal, "2078"), ask(thailand, "2565", "2566")
    (False, False, True, True)
    """
    years = sorted({int(label["year"]) for label in labels})
    if any(b - a != 1 for a, b in pairwise(years)):
        return False
    if era.is_far:
        return len(years) > (1 if era.years.start > OF_ALL.stop else 2)
    if all(label["next"] for label in labels):
        return years[-1] >= FAR
    return years[0] >= AHEAD and (len(years) > 1 or bool(years[0] % ROUND))


def _written(sheet: Sheet, cells: Cells, era: Era, found: Labels) -> tuple[Cells, list[Message]]:
    """Return the cells with the years of all in them, and say so.

    Raises
    ------
    DataError
        For years that lie in two of all.
    """
    if era.shift is None:
        raise _whose_years(sheet, min(found), era, found)
    made = [list(row) for row in cells]
    for (i, c), label in found.items():
        text = cells[i][c]
        made[i][c] = text[: label.start()] + era.read(label) + text[label.end() :]
    first = found[min(found)]
    told = Message(
        "years are counted as in {}: {} is {} (--era common: they are not)",
        "年份按{}纪年：{} 即 {}（--era common：否）",
        Message(era.country.en, era.country.zh),
        first.group(),
        era.read(first),
    )
    return made, [told]


def _whose_years(sheet: Sheet, at: tuple[int, int], era: Era, found: Labels) -> DataError:
    """Return the question for years that have not been, or were long ago."""
    label = found[at]
    if era.shift is None:
        begins = era.begins(int(label["year"]))
        return DataError(
            Message(
                "“{}” is a year of the Islamic calendar: it begins in {} and is none of ours",
                "“{}”是伊斯兰历年份：始于公元{}年，与公历年不一致",
                label.group(),
                begins,
            ),
            where=sheet.where(*at),
            mend=Message(
                "Write the year of all that is meant ({} or {}/{}) in its place.",
                "请改写为所指的公历年份（{} 或 {}/{}）。",
                begins,
                begins,
                f"{(begins + 1) % 100:02d}",
            ),
        )
    return QuestionError(
        Message(
            "“{}” is a year to come, or long past; counted as in {} it is {}",
            "“{}”是未来或久远的年份；按{}纪年则为 {}",
            label.group(),
            Message(era.country.en, era.country.zh),
            era.read(label),
        ),
        where=sheet.where(*at),
        mend=Message(
            "Say how the years are counted: --era {}, or --era common.",
            "请说明纪年方式：--era {}，或 --era common（公元）。",
            era.name,
        ),
        ways=[says("era", "era", word) for word in (era.name, COMMON)],
    )


def years_ahead(rows: Iterable[Sequence[str]], said: str) -> list[Message]:
    """Say where figures, rows as `recognised.HEADER` has them, are of years that have not been, unless it was `said`.

    >>> [str(m) for m in years_ahead([["gdp", "Peru", "2078"]], "")], years_ahead([["gdp", "Peru", "2024-Q1"]], "")
    (['the figures go to 2078: read as years to come (--era, if they are counted from another beginning)'], [])
    """
    last = "" if said else max((row[PERIOD] for row in rows), default="")
    if last[:4] <= str(AHEAD):
        return []
    return [
        Message(
            "the figures go to {}: read as years to come (--era, if they are counted from another beginning)",
            "数据至 {}：按未来年份读取（若为其他纪年，请用 --era）",
            last,
        )
    ]
