"""Lines of a word and a value above a table: Sex, Men; Age, 15 to 24; Transaction, Exports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = pattern(  # a file, not what stands in it
    r"source|note|date|download|contact|copyright|release|creat|extract|publish|author|prepared|by$|retriev|access|"
    r"quelle|fuente|fonte|stand|generat|export|from|url|link|licen[cs]e|filter|criteri|select|number|来源|更新|制表|编制|注",
    re.IGNORECASE,
)
NUMBER_BEFORE = pattern(
    r"^(?:table|tab|tabelle|tableau|tabla|tabela|tavola|figure|cuadro|quadro|tabell|tabulka|tablica|таблица)\.? "
    r"(?:[\dA-Z][\w.-]{0,12}? ?[.:–-] ?(?=[^\W\d])|\d[\d.-]{0,6}[a-z]? (?=(?-i:[A-ZÀ-ÞА-Я])[^\W\d_]))",
    re.IGNORECASE,
)
COUNTED = pattern(
    r"(?:附?表 ?[\d一二三四五六七八九十][\w.()-]{0,8}|第 ?[\d一二三四五六七八九十]{1,3} ?表)[ :](?=\S)"
)
WIDE = 5  # cells of a header
LONG = 3  # words in capitals, and words of a value behind one
GOES_ON = pattern(r"\W*(?:cont|fort|suite|concl|end\b|续|續|続)", re.IGNORECASE)

OF_A_BOOK = pattern(
    r"\bindicators?\b|\bstatistics\b|показател|показники|göstergeler|\bindikator|统计|概况|主要指标",
    re.IGNORECASE,
)
CHAPTER = pattern(r"\d{1,2}\.[\d.]{0,8} ?[^\W\d]")
CHAPTERS = 3  # lines of a title that goes from the book to the table


def is_counted(text: str) -> bool:
    """Whether a line is a title with the number of its table, and not that of one that goes on.

    >>> [is_counted(t) for t in ("Table 3 - Tea", "第22表 所得", "Table 3: continued", "第1季度 产值", "Tea in 2020")]
    [True, True, False, False, False]
    """
    found = NUMBER_BEFORE.match(text) or COUNTED.match(text)
    return found is not None and not GOES_ON.match(text, found.end())


def of_several(lines: Sequence[str]) -> str:
    """Return the title that several lines make: the first, and where that is of a whole book or chapter all of them.

    >>> of_several(["Social indicators of the regions", "5. HEALTH", "HOSPITAL BEDS", "Total"])
    'Social indicators of the regions, 5. HEALTH, HOSPITAL BEDS, Total'
    >>> of_several(["Hospital beds", "5. Health", "Total"]), of_several(["Main indicators", "Quarterly", "Updated in May"])
    ('Hospital beds', 'Main indicators')
    """
    book = len(lines) >= CHAPTERS and OF_A_BOOK.search(lines[0]) is not None
    book = book and any(map(CHAPTER.match, lines[1:]))
    return ", ".join(lines) if book else lines[0]


def parts_of(rows: Sequence[Sequence[str]], *more: str) -> list[str]:
    """Return what of something the table has, as lines of a word and a value say it: Sex, Men; Age, 15 to 24.

    >>> parts_of([["Births"], ["Sex", "", "Men"], ["Age", "", "15 to 24"], ["Unit", "", "persons"], ["Updated", "May"]])
    ['Men', '15 to 24']
    >>> parts_of([["Births"], ["Sex", "Men", ""], ["Town", "Men", ""]])
    ['Men']
    """
    roles = ("", "name", *more)
    return [
        value
        for word, value, apart in filter(None, map(_pair, rows))
        if role_of(word) in roles
        and not ABOUT.search(word)
        and (apart or role_of(word) in ("name", *more))
    ]


def in_one_cell(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return what of something the table has, as lines of one cell say it: SEX: Females; Age: 15-24.

    >>> in_one_cell([["Jobs"], ["SEX: Females", "", ""], ["Age: 15-24"], ["Note: of May"], ["Sex:"]])
    ['Females', '15-24']
    """
    alone = [{*filter(None, row)} for row in rows]
    lines = (line.pop().partition(":") for line in alone if len(line) == 1)
    return [value.strip() for word, _, value in lines if value.strip() and role_of(word) == "name"]


def pairs_in(row: Sequence[str]) -> list[tuple[str, str]]:
    """Return the words and values of a line of several: Flow:, Grants, Sector:, Health; none where it is no such line.

    >>> pairs_in(["Flow:", "Grants", "", "Sector:", "Health"]), pairs_in(["Flow:", "Grants"]), pairs_in(["Tea:", "Cups:", "a", "b"])
    ([('Flow', 'Grants'), ('Sector', 'Health')], [], [])
    >>> pairs_in(["FLOW", "Sales of tea", "MEASURE", "Share of all", "SERIES", "Trade in tea"])[1:]
    [('MEASURE', 'Share of all'), ('SERIES', 'Trade in tea')]
    >>> pairs_in(["ISO", "Name of the country", "YEAR", "Number of all cups", "NOTE", "Words of the office"])
    []
    """
    filled = [text for text in row if text]
    words, values = filled[::2], filled[1::2]
    closed = all(word.endswith(":") for word in words)
    closed = closed and not any(value.endswith(":") for value in values)
    several = len(words) == len(values) > 1
    if not (several and (closed or _are_in_capitals(words, values))):
        return []
    return [(word.rstrip(": "), value) for word, value in zip(words, values, strict=True)]


def _are_in_capitals(words: Sequence[str], values: Sequence[str]) -> bool:
    """Whether three or more words in capitals stand before long values, and none is a word of a header."""
    capitals = len(words) >= LONG and all(word.isupper() and word.isalpha() for word in words)
    long = capitals and all(len(value.split()) >= LONG for value in values)
    said = {role_of(word) for word in words} <= {"", "name", "indicator", "unit"}
    return long and said and not any(map(role_of, values))


def of_pairs(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return what lines of several words and values say that figures are of."""
    pairs = (pair for row in rows for pair in pairs_in(row))
    roles = ("", "name", "indicator")
    return [text for word, text in pairs if role_of(word) in roles and not ABOUT.search(word)]


def _pair(row: Sequence[str]) -> tuple[str, str, bool] | None:
    """Return the word and the value of a line that has nothing else, and whether a gap is between them.

    A merged cell stands in each that it covers: Sex, Sex, Men, Men is one word and one value.
    """
    filled = [c for c, text in enumerate(row) if text]
    texts = list(dict.fromkeys(row[c] for c in filled))
    if len(texts) != 2 or filled[0] or role_of(texts[1].partition(":")[0]) == "unit":
        return None  # a title, and 单位:万元 at the other end
    return texts[0].rstrip(": "), texts[1], row.index(texts[1]) > 1


def is_pair_apart(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of three rows is a word and a number, apart by a blank line from a wide header: Number of items, 10.

    >>> header = ["Year", "Ores", "Hills", "Coasts", "Lakes"]
    >>> is_pair_apart([["Items", "10"], [], header]), is_pair_apart([["Items", "10"], header, header])
    (True, False)
    """
    if len(rows) < 3 or len([*filter(None, rows[0])]) != 2 or any(rows[1]):
        return False
    words = [*filter(None, rows[2])]
    return len(words) >= WIDE and not any(is_number(c) and period_of(c) is None for c in words)
