"""A table as it lies in a foreign file: cells of text, each with the line it stands in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.errors import Where
from cpstats.message import Message, counted
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.source import Source, Vintage

# ① ² ³ … behind a number or a name are footnotes, except where they make a unit of a few letters or 米
SIGNS = r"[\u00b2\u00b3\u00b9\u2070-\u2079\u2460-\u24ff\u2776-\u2793]+"
MARKS = pattern(
    rf"(?:(?<![A-Za-z米])|(?<=[A-Za-zÀ-ÿ]{{4}})|(?<=[A-Z]{{3}})){SIGNS}|(?<=[A-Za-z])\u00b9"
)
# a power of ten before a unit is no footnote: Ash (×10⁴ t), 人口(10⁴人)
POWER = pattern(
    r"(?:[×✕] ?)?(?<![\d.,])10(?:\^ ?(?P<plain>\d{1,2})|(?P<raised>[\u00b2\u00b3\u00b9\u2070-\u2079]{1,2}))(?= ?[A-Za-z\u4e00-\u9fff])"
)
FLAG = pattern(r"(?<=\d) ?\[([a-z]{1,4})\]$")  # 7.1 [r]
# where a note stands that explains it: 2020 [note 2]
NOTED = pattern(
    r"\s*[\[(](?:see )?(?:foot)?notes? ?\d{1,2}(?: ?(?:,|and|&) ?(?:note )?\d{1,2}){0,9}[\])]",
    re.IGNORECASE,
)
MINUS = pattern(r"^[\u2212\u2013\ufe63](?=\d)")
FRACTIONS = frozenset("¼½¾⅓⅔⅛⅜⅝⅞")
ARABIC = str.maketrans("٫٬", ".,")
BLANKS = pattern(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")  # 全  国, 山 西

SPELT_YEAR = pattern(
    r"(?<![\u4e00-\u9fff])(?:一九|二[〇零○O0])[〇零○O0一二三四五六七八九]{2}(?=年)"
)
MONTHS = pattern(r"(?<![\d.-])(\d{1,2})(?:月份?)?[-—–~至](\d{1,2})月")
DIGITS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")


NOTHING = Message("", "")
OURS = Message("as this program writes it", "本程序写出的格式")


KINDS = {
    "place": Message("place", "地区"),
    "indicator": Message("indicator", "指标"),
    "time": Message("time", "时间"),
    "part": Message("part", "季度或月份"),
    "unit": Message("unit", "单位"),
    "status": Message("status", "状态"),
    "value": Message("value", "数值"),
    "decimals": Message("decimals", "小数位数"),
    "power": Message("power of ten", "10的幂"),
    "scale": Message("scale", "数量级"),
    "freq": Message("frequency", "频率"),
    "name": Message("part of the name", "名称的一部分"),
    "after": Message("last year that is no forecast", "预测起始前一年"),
    "open": Message("name", "名称"),
}


def kind_of(name: str) -> Message:
    """Return what a column holds, in words."""
    return KINDS.get(name, Message(name, name))


def left_out(computed: int) -> tuple[Message, ...]:
    """Say how many figures of the file are computed, which are no data."""
    one = counted(
        computed,
        "computed figure is left out",
        "略去计算所得的{}个数",
        many="computed figures are left out",
    )
    return (one,) if computed else ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file; `lines` are the line (or row) numbers of `rows`, `said` how it was read.

    A table that was made long out of a standard's form says where its cells stood (`columns`, by
    position from 0), what else is to be said (`remarks`), and what its figures refer to. `starts`
    is where in its line each row begins, if rows are no lines; `divider` what stands between the
    cells of a text (a blank in a page or a document), `unfinished` whether its last line has no end. `inside` is the kind of file
    that the table lies in, where it is more than a table: a page, a document, an archive. `others`
    are the rows of the sheets of words beside it in its workbook, each with its title. `stored` is
    whether its numbers are stored as such, and no text beside them may have a point that groups.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    said: Message = NOTHING
    columns: tuple[int, ...] = ()
    remarks: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    vintages: tuple[Vintage, ...] = ()
    starts: tuple[int, ...] = ()
    divider: str = ""
    unfinished: bool = False
    inside: Message = NOTHING
    others: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    stored: bool = False

    def where(self, row: int, column: int) -> Where:
        """Return `file:line:column` of a cell; the column counts cells, or signs where rows start."""
        if self.starts:
            return Where(self.name, self.lines[row], self.starts[row])
        there = self.columns[column] if self.columns else column
        return Where(self.name, self.lines[row], there + 1)


def first_at(rows: Sequence[Sequence[str]], text: str) -> tuple[int, int]:
    """Return the row and the column of the first cell that is a text; (0, 0) where none is.

    >>> first_at([["Hut", "Oak"], ["3", "4"]], "4"), first_at([["Hut"]], "Elm")
    ((1, 1), (0, 0))
    """
    at = ((i, c) for i, row in enumerate(rows) for c, cell in enumerate(row) if cell == text)
    return next(at, (0, 0))


def plain(cell: str) -> str:
    """Return a cell with full-width signs made plain, without footnote marks and inner blanks.

    >>> plain("４３７６０．７①"), plain("辽宁省²"), plain("万m²"), plain("全  国"), plain("二〇二一年1月至5月")
    ('43760.7', '辽宁省', '万m2', '全国', '2021年1-5月')
    >>> plain("Catch³"), plain("GDP²"), plain("km²")
    ('Catch', 'GDP', 'km2')
    >>> plain("Ash (×10⁴ t)"), plain("人口（×10^4 人）"), plain("10²")
    ('Ash (10^4 t)', '人口(10^4 人)', '10')
    >>> plain("2020 [note 2]"), plain("Huts (see notes 1 and 3), 2021"), plain("[note 1]"), plain("Notes")
    ('2020', 'Huts, 2021', '[note 1]', 'Notes')
    >>> plain("7.1 [r]"), plain("1,250[p]"), plain("[x]"), plain("Huts [a]")
    ('7.1 (r)', '1,250 (p)', '[x]', 'Huts [a]')
    >>> plain('"Huts (kt)"'), plain('"Huts" and "Inns"')
    ('Huts (kt)', '"Huts" and "Inns"')
    """
    if cell[:1] == '"' == cell[-1:] and cell.count('"') == 2:  # that a program put around a label
        cell = cell[1:-1]
    if "ote" in cell:
        cell = NOTED.sub("", cell) or cell
    if cell[-1:] == "]":
        cell = FLAG.sub(r" (\1)", cell)
    if cell.isascii():
        return cell.strip()
    return _plain(cell)


@lru_cache(maxsize=1 << 15)  # the names of a large table, each asked about several times
def _plain(cell: str) -> str:
    if not FRACTIONS.isdisjoint(cell):
        return cell.strip()  # 5½ is not 51/2
    if "10" in cell:
        cell = POWER.sub(_power, cell)
    text = BLANKS.sub("", unicodedata.normalize("NFKC", MARKS.sub("", cell)).strip())
    if any(c.isdecimal() and not c.isascii() for c in text):  # Arabic, Hindi, Bengali digits
        text = "".join(str(unicodedata.decimal(c, c)) for c in text).translate(ARABIC)
    text = SPELT_YEAR.sub(lambda found: found.group().translate(DIGITS), text)
    text = MONTHS.sub(r"\1-\2月", text)
    return MINUS.sub("-", text)


def _power(found: re.Match[str]) -> str:
    digits = found["plain"] or unicodedata.normalize("NFKC", found["raised"])
    return f"10^{digits}"


LONGEST_NAME = 200
BILINGUAL = pattern(
    r"(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff()%‰0-9]*)\s+(?=[^\u4e00-\u9fff]*[A-Za-z]{4})[A-Z][A-Za-z .,&'/()-]*[a-z][A-Za-z .,&'/()-]*"
)
# a name in both languages with its unit in both: 产值 Output(万元 10 000 yuan), 产值(万元) Output(10 000 yuan)
BILINGUAL_UNIT = pattern(
    r"(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff0-9]*) ?[A-Z][A-Za-z .,&'/-]*\((?P<unit>[\u4e00-\u9fff‰/]+) [A-Za-z0-9 .,/]+\)"
)


@lru_cache(maxsize=1 << 12)
def chinese_of(text: str) -> str:
    """Return the Chinese name of a cell that has it in both languages; any other text as it is.

    >>> chinese_of("北京 Beijing"), chinese_of("人均 GDP"), chinese_of("Beijing")
    ('北京', '人均 GDP', 'Beijing')
    >>> chinese_of("产值 Output(亿元 100 million yuan)"), chinese_of("产值(亿元)")
    ('产值(亿元)', '产值(亿元)')
    """
    short = len(text) < LONGEST_NAME and not text.isascii()
    if short and (both := BILINGUAL_UNIT.fullmatch(text)):
        return f"{both['name']}({both['unit']})"
    found = BILINGUAL.fullmatch(text) if short else None
    return found["name"] if found else text
