"""Tables inside a text: each figure is read as a sentence made of the names of its row and column.

Cells are divided by tabs (docx and HTML have them too), by `|` or by two blanks. What a row or a
column says beside its name is taken out of it: period, unit, whether it is a growth. A table without
a row of names, or with a figure whose unit nobody says, is read as any other text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.sentences import Sentence
from cpstats.claims.terms.units import base_of, is_percent
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cpstats.claims.terms.claim import Claim

_NUMBER = pattern(r"(?P<sign>[-+]?)(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<unit> ?%)?", re.ASCII)
_YEAR = pattern(r"(?:19|20)\d\d", re.ASCII)
_RULE = pattern(r"[\s|:-]+")
_PERIOD = pattern(
    r"(?:19|20)\d\d年?(?:上半年|前三季度|[一二三四]季度|全年|\d{1,2}[-~至]\d{1,2}月份?|\d{1,2}月份?)?"
    r"|上半年|前三季度|[一二三四]季度|\d{1,2}[-~至]\d{1,2}月份?|\d{1,2}月份?"
)
_UNIT = pattern(
    r"[(（](?:单位[:：]?|[Uu]nit: ?)?([^()（）]{1,16})[)）]|(?:单位[:：]|[Uu]nit: ?)\s*([^\s|()（）]{1,12})"
)
_GROWTH = pattern(
    r"(?:同比|比上年(?:同期)?|较上年(?:同期)?)?(?:增长速度|增长率|增长|增速|增幅|增减|涨跌幅|±)|同比|比上年(?:同期)?"
    r"|\b(?:year[- ]on[- ]year )?(?:growth|change|increase)(?: rate)?\b|\byear on year\b",
    re.IGNORECASE,
)
_GENERAL = pattern(
    r"绝对(?:量|值|数)|总量|数值|实绩|指标(?:名称)?|项目|地区|年份|level|value|indicator|item|amount|year|region|unit|单位",
    re.IGNORECASE,
)
_OTHER = pattern(
    r"上年|去年|上期|环比|累计|当月|位次|排名|占比|比重|构成|last year|previous|share|rank|index",
    re.IGNORECASE,
)
_HAN = pattern(r"[\u4e00-\u9fff]")
WIDEST = 60  # columns of a table that people read
LEAST = 2  # rows and columns of one


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and where it begins."""

    start: int
    text: str

    @property
    def number(self) -> re.Match[str] | None:
        """The figure that the cell is, None where it is none; a year is a name."""
        found = _NUMBER.fullmatch(plain(self.text))
        return None if found is None or _YEAR.fullmatch(self.text) else found


Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Words:
    """A figure as a sentence: the words before its digits and those behind; the period in them."""

    before: str
    digits: str
    behind: str
    period: str


@dataclass(frozen=True, slots=True)
class Label:
    """What the names of a row or a column say."""

    name: str = ""
    period: str = ""
    unit: str = ""
    growth: bool = False
    open: bool = False  # whether it speaks of another year, a rank, a share


def read(
    text: str, read_sentence: Callable[[Sentence], list[Claim]], *, dated: bool
) -> tuple[str, list[Claim]]:
    """Return the text with the tables that were read blanked, and the claims of their figures.

    Parameters
    ----------
    text : str
        The whole text; every place in it stays what it is.
    read_sentence : callable
        Reads one sentence in its language, by itself.
    dated : bool
        Whether the text has a period of its own; else row, column or title must say one.
    """
    claims: list[Claim] = []
    pieces, at = [], 0
    for above, rows in _tables(text):
        every = [(cell, words) for cell, words in _sentences(rows, above) if dated or words.period]
        read_ = (_claim(cell, words, text, read_sentence) for cell, words in every)
        found = [claim for claim in read_ if claim is not None]
        if not found:
            continue
        claims += found
        begin, end = rows[0][0].start, rows[-1][-1].start + len(rows[-1][-1].text)
        pieces += [text[at:begin], re.sub(r"[^\n]", " ", text[begin:end])]
        at = end
    return "".join([*pieces, text[at:]]), claims


def _tables(text: str) -> Iterator[tuple[str, list[Row]]]:
    """Yield every run of lines of as many cells, with the line above it."""
    rows: list[Row] = []
    above, last, start = "", "", 0
    for line in [*text.splitlines(keepends=True), "\n"]:
        row = _row(line.rstrip("\r\n"), start)
        start += len(line)
        if row is not None and not row:  # the rule below the head of a Markdown table
            continue
        if row is not None and (not rows or len(row) == len(rows[0])):
            above = above if rows else last
            rows.append(row)
            continue
        if len(rows) >= LEAST:
            yield above, rows
        rows = [row] if row is not None else []
        above = last if rows else ""
        last = line.strip() or last
    if len(rows) >= LEAST:
        yield above, rows


def _row(line: str, start: int) -> Row | None:
    """Return the cells of a line; None where it has none, an empty row for a rule of dashes."""
    if "|" in line and _RULE.fullmatch(line):
        return []
    bar = line.lstrip().startswith("|") or line.count("|") >= LEAST
    divider = r"\t" if "\t" in line else r"\|" if bar else r" {2,}"
    cells, at = [], 0
    for part in re.split(f"({divider})", line):
        if not re.fullmatch(divider, part):
            lead = len(part) - len(part.lstrip())
            cells.append(Cell(start + at + lead, part.strip()))
        at += len(part)
    if bar and cells and not cells[0].text:
        cells = cells[1:]
    if bar and cells and not cells[-1].text:
        cells = cells[:-1]
    return cells if LEAST <= len(cells) <= WIDEST else None


def _sentences(rows: Sequence[Row], above: str) -> Iterator[tuple[Cell, Words]]:
    """Yield each figure with the words before it, its digits and the words behind."""
    heads = next((n for n, row in enumerate(rows) if any(c.number for c in row[1:])), 0)
    if not heads:
        return
    title = label(above)
    columns = [
        label(" ".join(dict.fromkeys(r[k].text for r in rows[:heads]))) for k in range(len(rows[0]))
    ]
    for row in rows[heads:]:
        stub = next((n for n, cell in enumerate(row) if cell.number), len(row))
        units = [c.text for c in row[1:stub] if c.text and _is_unit(c.text)]
        names = [c.text for c in row[:stub] if c.text not in units]
        own = label(" ".join(names) + "".join(f"({unit})" for unit in units[:1]))
        for k in range(max(stub, 1), len(row)):
            words = _words(row[k], own, columns[k], title)
            if words is not None:
                yield row[k], words


def _is_unit(words: str) -> bool:
    return is_percent(words) or base_of(words) is not None


def label(text: str) -> Label:
    """Return what the words of a row, a column or a title say.

    >>> label("2024年产值（亿元）"), label("比上年增长(%)")
    (Label(name='产值', period='2024年', unit='亿元', growth=False, open=False), Label(name='', period='', unit='%', growth=True, open=True))
    """
    words = plain(text)
    unit = ""
    for match in _UNIT.finditer(words):
        said = (match[1] or match[2]).strip()
        if _is_unit(said):
            unit, words = said, words.replace(match.group(), " ")
            break
    period = _PERIOD.search(words)
    growth = _GROWTH.search(words)
    rest = words.replace(period.group(), " ") if period else words
    said = (word for word in _GROWTH.sub(" ", rest).split() if not _GENERAL.fullmatch(word))
    name = " ".join(said)
    name = name.replace(" ", "") if _HAN.search(name) else name
    return Label(
        name,
        period.group() if period else "",
        unit,
        growth is not None,
        _OTHER.search(rest) is not None,
    )


def _words(cell: Cell, row: Label, column: Label, title: Label) -> Words | None:
    """Return the sentence of a figure; None where row and column do not say enough."""
    number = cell.number
    names = [name for name in (row.name, column.name) if name]
    if number is None or not names or row.open or column.open:
        return None
    growth = row.growth or column.growth
    unit = (
        (number["unit"] or "").strip() or column.unit or row.unit or ("%" if growth else title.unit)
    )
    period = row.period or column.period or title.period
    if (
        row.period
        and column.period
        and _YEAR.search(row.period)
        and not _YEAR.search(column.period)
    ):
        period = row.period + column.period
    elif column.period and row.period:
        period = column.period + row.period
    if not unit or (growth and not is_percent(unit)):
        return None
    fell = number["sign"] == "-"
    if _HAN.search("".join(names)):
        verb = ("下降" if fell else "增长") if growth else "为" + ("-" if fell else "")
        year = f"{period}年" if _YEAR.fullmatch(period) else period
        return Words(f"{year}{''.join(names)}{verb}", number["digits"], f"{unit}。", period)
    verb = (" fell " if fell else " rose ") if growth else " was " + ("-" if fell else "")
    when = f"In {period.removesuffix('年')}, " if period else ""
    return Words(f"{when}{' '.join(names)}{verb}", number["digits"], f" {unit}.", period)


def _claim(
    cell: Cell,
    words: Words,
    text: str,
    read_sentence: Callable[[Sentence], list[Claim]],
) -> Claim | None:
    """Return the claim of a figure where it stands in the text."""
    sentence = words.before + words.digits + words.behind
    at = len(words.before)
    claims = read_sentence(Sentence(sentence, plain(sentence), 0, 1, 1, first=True))
    found = next(
        (c for c in claims if c.start <= at < c.end and c.value_text.lstrip("-") == words.digits),
        None,
    )
    if found is None:
        return None
    line_start = text.rfind("\n", 0, cell.start) + 1
    return found._replace(
        start=cell.start,
        end=cell.start + len(cell.text),
        surface=cell.text,
        sentence_start=cell.start - at,
        line=text.count("\n", 0, cell.start) + 1,
        column=cell.start - line_start + 1,
    )
