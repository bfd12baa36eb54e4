"""Years that are counted from another beginning: 2078/79 of Nepal, 2566 of Thailand, 1402 of Iran.

The eras stand in `eras.csv`: what names them, how far they lie from the years of all, the years that
tables have, whether one of their years lies in two of these, and which year the newest must reach for a
word to prove anything (B.S. is a degree too). Years with such a word are read so, and that is said; a run
of them without one is asked about.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.text import Text
from cpstats.store.hints import COMMON
from cpstats.store.recognising.extent import first_row_of_figures, how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.inquiry import QuestionError, says

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]
    Labels = dict[tuple[int, int], re.Match[str]]

FILE = Path(__file__).with_name("eras.csv")
ABOVE = 20  # lines that may be titles and header
STUBS = 4  # columns at the left that may hold years
OF_ALL = range(1900, 2101)  # years that tables have
YEAR = r"(?P<year>\d{4})(?: ?[/-] ?(?P<next>\d{4}|\d\d))?(?: ?\((?P<common>\d{4})(?:[/-]\d\d(?:\d\d)?)?\))?"
PLAIN = re.compile(YEAR)
AHEAD, FAR = (
    2045,
    2060,
)  # no figure is observed in the one yet; projections by the year that go beyond the other are rare
PERIOD = 2  # column of what was recognised
ROUND = 5  # years at which projections are made


@dataclass(frozen=True, slots=True)
class Era:
    """One way to count years; `shift` leads to the year of all in which one begins, `two`: it lies in two of them."""

    name: str
    country: Text
    words: re.Pattern[str]
    label: re.Pattern[str]
    shift: int
    years: range
    two: bool
    proof: int

    def read(self, label: re.Match[str]) -> str:
        """Return a year of this era as one of all.

        >>> nepal, thailand, *_ = eras()
        >>> nepal.read(nepal.label.fullmatch("2078/79")), thailand.read(thailand.label.fullmatch("พ.ศ. 2566"))
        ('2021/22', '2023')
        """
        year = int(label["year"]) + self.shift
        return f"{year}/{(year + 1) % 100:02d}" if self.two or label["next"] else str(year)

    def holds(self, label: re.Match[str] | None) -> bool:
        """Whether a label is a year that tables of this era have."""
        if label is None or int(label["year"]) not in self.years:
            return False
        after = label["next"]
        follows = not after or (int(label["year"]) + 1) % 100 == int(after[-2:])
        common = label["common"]
        return follows and (not common or abs(int(common) - int(label["year"]) - self.shift) < 2)


@lru_cache(maxsize=1)
def eras() -> tuple[Era, ...]:
    """Return the eras that are known."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(map(_era, csv.DictReader(file)))


def _era(row: dict[str, str]) -> Era:
    every = sorted(row["words"].split("|"), key=len, reverse=True)
    words = "|".join(map(re.escape, every))
    return Era(
        row["era"],
        Text(row["english"], row["chinese"]),
        re.compile(rf"(?<!\w)(?:{words})(?!\w)"),
        re.compile(rf"(?:(?:{words}) ?)?{YEAR}(?: ?\(?(?:{words})\)?)?"),
        int(row["shift"]),
        range(int(row["first"]), int(row["last"]) + 1),
        bool(row["two"]),
        int(row["proof"]),
    )


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
    if said == COMMON:
        return cells, []
    for era in eras():
        if said not in ("", era.name):
            continue
        found = _found(era, cells)
        newest = max((int(label["year"]) for label in found.values()), default=0)
        texts = [sheet.name, *(t for row in cells[:ABOVE] for t in row if t)]
        own = [label.group() for label in found.values()]
        by_itself = said or any(label["common"] for label in found.values())
        if found and (by_itself or (newest >= era.proof and _names(era, [*texts, *own]))):
            return _written(cells, era, found)
        if found and ask and _only_of(era, [*found.values()]):
            raise _whose_years(sheet, min(found), era, found)
    return cells, []


def _found(era: Era, cells: Cells) -> Labels:
    """Return the years of an era: those below words for times, else those of a line of the header."""
    above = range(min(ABOVE, len(cells)))
    made: Labels = {}
    for c in range(STUBS):
        heads = [i for i in above if c < len(cells[i]) and role_of(cells[i][c]) == "time"]
        body = range(heads[0] + 1, len(cells)) if heads else ()
        below = [(i, c) for i in body if c < len(cells[i]) and cells[i][c]]
        made |= _labels_of(era, below, cells, every=True)
    if made:
        return made
    first = first_row_of_figures(cells) or 0
    bare = all(
        how_full(row) < 2 for row in cells[:first]
    )  # what counts as figures may be the header
    for i in range(min(first + bare, len(cells))):
        if found := _labels_of(era, [(i, c) for c, t in enumerate(cells[i]) if t], cells):
            return found
    return {}


def _labels_of(
    era: Era, places: Sequence[tuple[int, int]], cells: Cells, *, every: bool = False
) -> Labels:
    """Return the years of an era where all cells, or all with numbers, of a line or column are such; else none."""
    made: Labels = {}
    for i, c in places:
        found = era.label.fullmatch(cells[i][c])
        if era.holds(found) and found:
            made[i, c] = found
        elif every or cells[i][c][:1].isdecimal():
            return {}
    return made


def _names(era: Era, texts: Iterable[str]) -> bool:
    """Whether one of the texts has a word for the era."""
    return any(era.words.search(text) for text in texts)


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
    if not {*era.years} & {*OF_ALL}:
        return len(years) > (1 if era.years.start > OF_ALL.stop else 2)
    if all(label["next"] for label in labels):
        return years[-1] >= FAR
    return years[0] >= AHEAD and (len(years) > 1 or bool(years[0] % ROUND))


def _written(cells: Cells, era: Era, found: Labels) -> tuple[Cells, list[Message]]:
    """Return the cells with the years of all in them, and say so."""
    made = [list(row) for row in cells]
    for (i, c), label in found.items():
        made[i][c] = era.read(label)
    first = found[min(found)]
    told = Message(
        "years are counted as in {}: {} is {} (--era common: they are not)",
        "年份按{}纪年：{} 即 {}（--era common：否）",
        Message(era.country.en, era.country.zh),
        first.group(),
        era.read(first),
    )
    return made, [told]


def _whose_years(sheet: Sheet, at: tuple[int, int], era: Era, found: Labels) -> QuestionError:
    """Return the question for years that have not been, or were long ago."""
    label = found[at]
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
