"""Headers that say in a second language, below or behind, what they say in Chinese: 出生率 over Birth and Rate; 单位：人 … (person)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]

CHINESE = pattern(r"[\u4e00-\u9fff]")
LATIN = pattern(r"[A-Za-z]{2}")
UNIT_LINE = pattern(r"(?:计量)?单位\s*[:：]\s*(?P<unit>\S+)|\((?P<base>[^()]*=\s*100)\)")
BRACKET = pattern(r"\((?:unit: ?)?(?P<unit>[^()]+)\)", 2)
BASE = pattern(r"\d+")
BROKEN = pattern(r"[、和及与或的]$")
GOES_ON = pattern(r"[、和及与或的]")
FEWEST = 2  # labels


def without_second_unit(cells: Cells, first: int) -> list[list[str]] | None:
    """Take the unit in another language from the end of a line above a header that begins with it in Chinese.

    What stands there is a translation: the same unit, the same base, or what is no unit that is known.

    >>> rows = [["单位:万人", "", "(10 000 persons)"], ["地区", "2020", "2021"], ["东乡", "5", "6"]]
    >>> without_second_unit(rows, 2)[0], without_second_unit([["单位:人", "", "(%)"], *rows[1:]], 2)
    (['单位:万人', '', ''], None)
    """
    made = [list(row) for row in cells]
    for row in made[:first]:
        own = [c for c, text in enumerate(row) if text]
        if len(own) == FEWEST and _is_same_unit(row[own[0]], row[own[1]]):
            row[own[1]] = ""
    return made if made != [list(row) for row in cells] else None


def _is_same_unit(text: str, other: str) -> bool:
    """Whether a line of a unit in Chinese and a bracket in Latin letters, or with a sign, say the same."""
    found, behind = UNIT_LINE.fullmatch(text), BRACKET.fullmatch(other)
    if not found or not behind or CHINESE.search(other):
        return False
    if found["base"]:
        return "=" in other and BASE.findall(text) == BASE.findall(other)
    return found["unit"] == behind["unit"] or bool(
        LATIN.search(other) and _mean_the_same(found["unit"], behind["unit"])
    )


def _mean_the_same(unit: str, other: str) -> bool:
    """Whether two units are the same, or one of them is not known."""
    if not (Unit.is_known(unit) and Unit.is_known(other)):
        return True
    one, two = Unit.of(unit), Unit.of(other)
    if not two.kind:  # millions, of persons
        return one.power == two.power
    return one.kind == two.kind and one.root == two.root and one.shift_to(two) == 0


def without_translations(cells: Cells, first: int) -> list[list[str]] | None:
    """Take labels in Latin letters from below the Chinese ones that they translate, which tell the columns apart without them.

    Two of them at least are words and no units; a unit in brackets stays where no Chinese one is beside it. The lines that are
    empty then stand above the header.

    >>> rows = [["地区", "出生", "转让,"], ["", "率", "户"], ["", "Birth", "Sales to"], ["", "Rate", "Households"], ["东乡", "5", "6"]]
    >>> without_translations(rows, 4)[:4]
    [['', '', ''], ['', '', ''], ['地区', '出生', '转让,'], ['', '率', '户']]
    >>> without_translations([["地区", "人口", ""], ["", "Men", "Women"], ["东乡", "5", "6"]], 2)
    """
    top = next((i for i in range(first) if _is_header(cells[i])), first)
    width = max((len(row) for row in cells[top:first]), default=0)
    rows = [[*cells[i], *[""] * (width - len(cells[i]))] for i in range(top, first)]
    bare = [list(row) for row in rows]
    for upper, lower, row in zip(rows[:-1], rows[1:], bare[1:], strict=True):  # merged downwards
        row[:] = ["" if one == text else text for one, text in zip(upper, lower, strict=True)]
    if rows and rows[0][0] and any(CHINESE.search(row[0]) for row in bare[1:]):
        return None  # each line begins with a word for what it says
    if sum(bool(role_of(text)) for row in bare[1:] for text in row[1:2]) >= FEWEST:
        return (
            None  # so it does behind a number of the row: 指标ID, 频率, 单位 beside codes of series
        )
    units, words = _rows_of_units(rows), 0
    for c in range(width):
        words += _strip(bare, c, units)
    if words < FEWEST or not _told_apart(rows, bare):
        return None
    for upper, lower in pairwise(bare):  # the word over the names, left alone in a line
        if lower[0] and not (upper[0] or any(lower[1:])):
            upper[0], lower[0] = lower[0], ""
    return [
        *(list(row) for row in cells[:top]),
        *(row for row in bare if not any(row)),
        *(row for row in bare if any(row)),
        *(list(row) for row in cells[first:]),
    ]


def with_lines_joined(cells: Cells, first: int) -> list[list[str]] | None:
    """Put a Chinese label that is broken over lines, behind or before 、, 和 or 及, into the first of them.

    What stands over a group of columns is no line of the label below it.

    >>> rows = [["地区", "农、林、", "卫生和", "人口"], ["", "牧业", "社会工作", "(人)"], ["东乡", "5", "6", "7"]]
    >>> with_lines_joined(rows, 2)[:2]
    [['地区', '农、林、牧业', '卫生和社会工作', '人口'], ['', '', '', '(人)']]
    >>> with_lines_joined([["地区", "工资和", ""], ["", "税收", "利润"], ["东乡", "5", "6"]], 2)
    """
    top = next((i for i in range(first) if _is_header(cells[i])), first)
    made = [list(row) for row in cells]
    for c in range(1, max((len(row) for row in cells[top:first]), default=0)):
        start = top
        for i in range(top + 1, first):
            upper, lower = cells[i - 1], cells[i]
            both = c < min(len(upper), len(lower)) and _are_words(upper[c], lower[c])
            if both and (start < i - 1 or _goes_on(upper, lower[c], c)):
                made[start][c], made[i][c] = made[start][c] + lower[c], ""
            else:
                start = i
    return made if made != [list(row) for row in cells] else None


def _goes_on(upper: Sequence[str], text: str, column: int) -> bool:
    """Whether the label of a column is broken, and goes on with the text below it."""
    own, behind = upper[column], upper[column + 1 : column + 2]
    alone = all(behind) and own not in (*behind, upper[column - 1], text)
    return alone and bool(BROKEN.search(own) or GOES_ON.match(text))


def _are_words(one: str, other: str) -> bool:
    return bool(CHINESE.search(one) and CHINESE.search(other)) and "(" not in one + other


def _is_header(row: Sequence[str]) -> bool:
    """Whether two Chinese labels at least stand in a row, and no unit of the table."""
    own = {text for text in row if CHINESE.search(text)}  # a merged title stands in all cells
    return len(own) >= FEWEST and not any(map(UNIT_LINE.fullmatch, own))


def _strip(rows: list[list[str]], column: int, units: Container[int]) -> bool:
    """Blank the labels in Latin letters below the Chinese ones of a column; whether they have words that are no units."""
    own = [row[column] for row in rows]
    chinese = [i for i, text in enumerate(own) if CHINESE.search(text)]
    if not chinese or period_of(own[chinese[-1]]) is not None:
        return False
    united = any("(" in own[i] for i in chinese)
    again = [
        t for t in own if t[:1] == "(" and any(own[i].endswith(t) for i in chinese if own[i] != t)
    ]
    below = [
        i
        for i in range(chinese[0] + 1, len(own))
        if i not in units and (_is_latin(own[i]) or own[i] in again)
    ]
    for i in below:
        bracket = BRACKET.fullmatch(own[i])
        if united or not (bracket and is_unit(bracket["unit"])):
            rows[i][column] = ""
    return any(LATIN.search(own[i]) and not is_unit(own[i].strip("()")) for i in below)


def _is_latin(text: str) -> bool:
    return LATIN.search(text) is not None and period_of(text) is None and not is_number(text)


def _rows_of_units(rows: Cells) -> set[int]:
    """Return the rows that have nothing but units, two at least and without brackets: kg, EUR."""
    own = {i: [text for text in row if text] for i, row in enumerate(rows)}
    bare = {i: row for i, row in own.items() if not any(text[0] == "(" for text in row)}
    return {i for i, row in bare.items() if len(row) >= FEWEST and all(map(is_unit, row))}


def _told_apart(rows: Cells, bare: Cells) -> bool:
    """Whether as many columns differ without translations as with them; what stands over several is of all of them."""
    full, left = ({*zip(*_carried(grid), strict=True)} for grid in (rows, bare))
    return len(full) == len(left)


def _carried(grid: Cells) -> list[list[str]]:
    """Return a header with each label in the columns behind it too, up to the next in its line or in one above."""
    made: list[list[str]] = []
    starts: set[int] = set()
    for row in grid:
        starts |= {c for c, text in enumerate(row) if text}
        own: list[str] = []
        for c, text in enumerate(row):
            own.append(text if c in starts or not own else own[-1])
        made.append(own)
    return made


def begin_of_header(cells: Cells, sheet: Sheet, header: range) -> tuple[int, int | None]:
    """Return how many lines of a sheet stand above its header, and the line that this begins in; None where there is none.

    Lines that are empty once their translations were taken stand above those that are not: they are of the header.
    """
    if not header:
        return header.start, None
    start = header.start
    while start and not any(cells[start - 1]) and any(map(str.strip, sheet.rows[start - 1])):
        start -= 1
    return start, sheet.lines[start]


IN_TWO = (without_second_unit, with_lines_joined, without_translations)  # in this order
