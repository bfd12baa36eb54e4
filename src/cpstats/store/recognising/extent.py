"""Where the rows of a table lie: title lines, header, figures, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.store.brackets import without_code
from cpstats.store.cells import is_formula, is_missing, is_number, period_of
from cpstats.store.recognising.dates import is_date, periods_of_run
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.lines_without_figures import above_missing
from cpstats.store.recognising.looks import no_table
from cpstats.store.recognising.of_the_whole import says_of_all
from cpstats.store.recognising.row_of_periods import are_periods
from cpstats.store.recognising.title_parts import is_pair_apart, pairs_in
from cpstats.store.recognising.titles import TITLE
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]

NOTE = pattern(
    r"^\W*(?:注释?|附注|数据来源|资料来源|来源|说明|备注|Notes?|Sources?|Data from database|Last Updated|"
    r"footnoteSeqID|Special values?|(?:Available |Observation )?flags|Legend|Quelle|Fuentes?|Footnotes?|Remarks?|說明|註|備註|附註|資料來源|資料|出典|備考|Anmerkungen?|"
    r"Fontes?|Notas?|Nota bene|Anm|Bron|Källa|Kilde|Lähde|Zdroj|Pozn|Źródło|Uwagi?|Forrás|Megjegyzés|Sursa|"
    r"Източник|Источник|Примечани[ея]|Джерело|Примітка|Kaynak|Sumber|Catatan|Nguồn|Ghi chú|출처|자료|주석?)(?:\s*[:：.]|\s*$|\s*\d|\s*\(|\s+(?!\S*\d))"
    r"|^\s*(?:数据来源|资料来源)|^\W*©|^_{5,}$|^-{8,}$",
    re.IGNORECASE,
)
CONTINUED = pattern(
    r"^(?:表?\d[\d.-]*\s*)?\(?(?:续表|续上表|表?续)[\d一二三四五六七八九十]*\)?$|^\(?(?:cont(?:inued|'d|\.|inua\w*)?|conclu\w+|suite|fin|fortsetzung|vervolg|fortsättning|jatkuu|"
    r"продолжение|окончание|ciąg dalszy|devam[ıi]?)\)?$",
    re.IGNORECASE,
)
# a number with something about it: 约41610.9, (0.05), 5.67‰, 41610.9*, ¥50, US$50, 50-60
ALMOST = pattern(r"(?:[约≈~<>≤≥(+-]|(?:[A-Z]{0,3} ?[$€£¥₹]))*\d[\d,.]*(?:[-–~]\d[\d,.]*)?\D{0,3}")
DESCRIBES = frozenset(  # what a row describes between the names of series and their figures
    ("unit", "freq", "other", "code", "scale", "status", "place", "indicator", "name", "value")
)
DECIMAL = pattern(r"-?\d+\.\d+")
DEEPEST, RARE = 40, 50  # rows of description; of as many rows one
FEWEST = 3  # cells of a line of its own
COUNTING = ("no", "nr")  # numbers rows, or is Norway; says nothing of series
LONGEST = 18  # digits; more are the number of a sheet in a data bank
GAP = 5  # blank lines between header and figures


def filled(row: Sequence[str]) -> list[str]:
    """Return the cells of a row that are not empty."""
    return [c for c in row if c]


def how_full(row: Sequence[str]) -> int:
    """Return how many cells of a row are not empty."""
    return len(row) - row.count("")


def is_figure(text: str) -> bool:
    """Whether a cell is a number, or a formula in the place of one."""
    return is_number(text) or is_formula(text)


def first_row_of_figures(cells: Cells, start: int = 0) -> int | None:
    """Return the first row with a key and numbers behind it, not all of them periods."""
    full = [(len(row) - row.count(""), row) for row in cells[start:]]  # as of many rows
    tabular = [row for many, row in full if many > 2]
    tabular = tabular or [row for many, row in full if many > 1]  # a title with a comma
    bare = [row for row in tabular if not row[0]]
    inner = min((next(i for i, c in enumerate(row) if c) for row in bare), default=0)
    if len(tabular) - len(bare) < len(tabular) / RARE:  # but for a title or a note
        return _first_below(cells, start, inner)
    found = _first_below(cells, start, 0)
    below = inner and len(bare) == len(tabular) - 1  # nothing below the first word of the header
    return _first_below(cells, start, inner) if found is None and below else found


def _first_below(cells: Cells, start: int, left: int) -> int | None:
    """Return the first row with a key in the column `left` and numbers behind it."""
    for position in range(start, len(cells)):
        row = cells[position]
        behind = [c for c in row[left + 1 :] if c]
        values = [c for c in behind if is_figure(c) and not (c.isdecimal() and len(c) > LONGEST)]
        over = [*cells[position - 1]] if position > start else []  # may be the year of a group
        year = how_full(over) == 1 and len(over) > left and period_of(over[left]) is not None
        if len(row) > left and is_figure(row[left]) and not values and any(map(is_date, behind)):
            return position  # the figure stands before its day
        if len(row) <= left or not (row[left] or year) or not values or _is_title(row):
            continue
        if len(over) > left and row[left] == over[left] and role_of(row[left]):
            continue  # a word of the header, merged over two rows
        if is_pair_apart(cells[position : position + 3]):
            continue
        if are_periods(values) and not _stands_below(cells, position, left):
            continue
        many = len(values) * 2 >= sum(not is_missing(c) for c in behind)
        labels = next(filter(any, reversed(cells[max(start, position - GAP) : position])), ())
        if many or (how_full(labels) > max(2, len(behind) - 2) and _are_labels(labels)):
            return position
    return None


def _is_title(row: Sequence[str]) -> bool:
    """Whether a row is a title line, or a word with a colon and what it says in the next cell."""
    found = filled(row)
    ends = bool(found) and TITLE.match(found[-1]) is not None and _stands_apart(row, found)
    pair = len(found) == 2 and found[0].endswith(":")
    return ends or pair or bool(row and TITLE.match(row[0])) or bool(pairs_in(row))


def _stands_apart(row: Sequence[str], found: Sequence[str]) -> bool:
    """Whether the last of a row's cells stands at the right of an empty one, or two stand in it and not in its first."""
    last = row.index(found[-1])  # a merged one stands in all its columns
    gap = last > 1 and not row[last - 1]
    return gap or (len(found) < FEWEST and not row[0])


def _are_labels(row: Sequence[str]) -> bool:
    """Whether a row has no number but periods."""
    return not any(is_figure(c) and period_of(c) is None for c in row if c)


def _stands_below(cells: Cells, row: int, left: int) -> bool:
    """Whether what looks like years are figures: a header above has labels over each of them.

    A second line of a header begins with a word of headers, with what stands above, or with nothing.
    """
    above = cells[row - 1] if row else ()
    labels = filled(above)
    if len({*labels}) < 2 or TITLE.match(above[0]) or role_of(cells[row][left]):
        return False
    own = [c for c, text in enumerate(cells[row]) if text and c > left]
    over = [above[c] if c < len(above) else "" for c in own]
    key = above[left] if left < len(above) else ""
    return all(over) and key not in ("", cells[row][left])


def header_of(sheet: Sheet, cells: Cells, start: int = 0) -> range:
    """Return the rows directly above the figures that have more than one cell.

    Raises
    ------
    DataError
        When no table is found.
    """
    figures = first_row_of_figures(cells, start)
    if figures is None:
        raise no_table(sheet)
    figures = above_missing(cells, figures, start)
    figures = below_descriptions(cells, start, _above_unreadable(cells, figures, start))
    if figures >= len(cells):  # what looked like figures describes what is not there
        raise no_table(sheet)
    figures = _above_bare_periods(cells, figures, start)
    first = _above_blanks(cells, figures, start)
    first -= _stands_alone(cells, first, start)
    while (
        first > start
        and not _is_merged(cells[first - 1])
        and (
            how_full(cells[first - 1]) > 1
            or _describes(cells[first - 1])
            or _names_series(cells, first - 1)
            or _is_unit_below(cells, first - 1)
            or _is_gap(cells, first - 1, start)
        )
    ):
        if _is_title(cells[first - 1]) or says_of_all(cells, first - 1, figures):
            break
        first -= 1
    return range(first, figures)


def _is_merged(row: Sequence[str]) -> bool:
    """Whether a row has one text over all of its columns: a title that was merged."""
    many = len(row) > FEWEST and row.count(row[0]) > FEWEST
    every = row.count(row[0]) == len(row) == FEWEST if row else False
    two = len(row) == 2 and row[0] == row[1] and len(row[0].split()) > FEWEST  # a sentence
    return (many or every or two) and bool(row[0]) and len({*filled(row)}) == 1


def _above_blanks(cells: Cells, figures: int, start: int) -> int:
    """Return the row behind the header, where blank lines and a line over a group stand below it."""
    row = figures
    left = next((c for c, text in enumerate(cells[figures]) if text), 0)
    wide = next((c for c, text in enumerate(cells[figures]) if c > left and is_figure(text)), 0)
    while (
        row > start
        and figures - row < GAP
        and (how_full(cells[row - 1]) < 2 or (left and not any(cells[row - 1][wide:])))
    ):
        own = filled(cells[row - 1])
        head = own and own == [*cells[row - 1][1:2]] and is_number(cells[figures][0])
        behind_rank = head and wide > 1 and not role_of(own[0])  # a group beside ranks
        if own and not any(cells[row - 1][left : left + 1]) and not behind_rank:
            return figures
        row -= 1
    labels = filled(cells[row - 1]) if row > start else []
    periods = sum(period_of(c) is not None for c in labels) * 2 >= len(labels)
    dates = bool(labels) and sum(map(is_date, labels)) * 2 >= len(labels)
    below = how_full(cells[figures])
    every = len(labels) == below - 1 and not cells[row - 1][0]  # but over the names of the rows
    many = (len(labels) > 2 and len(labels) * 2 > below) or every
    wide = (many or _goes_on(cells, row, start)) and not any(map(is_figure, labels))
    return row if len(labels) > 1 and (periods or dates or wide) else figures


def _goes_on(cells: Cells, row: int, start: int) -> bool:
    """Whether the labels of the line above a row go on with those over them, and these stand over nearly all figures."""
    lower, upper = cells[row - 1], cells[row - 2] if row - 2 >= start else ()
    own = [c for c, text in enumerate(lower) if text]
    over = [c for c, text in enumerate(upper) if text]
    wide = len(over) * 2 > how_full(cells[row + 1]) if row + 1 < len(cells) else False
    return wide and {*own} <= {*over} and not any(is_figure(upper[c]) for c in over)


def _is_gap(cells: Cells, row: int, start: int) -> bool:
    """Whether a blank row stands between two that describe series."""
    above = next(
        (cells[i] for i in range(row - 1, max(start - 1, row - GAP), -1) if filled(cells[i])), ()
    )
    wide = row + 1 < len(cells) and how_full(cells[row + 1]) >= FEWEST
    pair = how_full(above) == 2 and wide  # says something of the whole table
    if filled(cells[row]) or how_full(above) < 2 or pair or not above[0]:
        return False
    return role_of(above[0]) in DESCRIBES


def _names_series(cells: Cells, row: int) -> bool:
    """Whether a row has one name, over the column of figures that the next row describes."""
    found = [c for c, text in enumerate(cells[row]) if text]
    below = cells[row + 1] if row + 1 < len(cells) else ()
    described = bool(below) and bool(below[0]) and role_of(below[0]) in DESCRIBES
    return found == [1] and described and [c for c, text in enumerate(below) if text] == [0, 1]


def _describes(row: Sequence[str]) -> bool:
    """Whether a row has a word of description and nothing to say."""
    found = filled(row)
    return len(found) == 1 and role_of(found[0]) in ("other", "code", "unit", "time")


def _above_bare_periods(cells: Cells, figures: int, start: int) -> int:
    """Return the first row of figures, with those above that have a period and no figure yet."""
    column = next((c for c, text in enumerate(cells[figures]) if text), 0)
    while figures - 1 > start and _is_bare_period(cells[figures - 1], column):
        figures -= 1
    return figures


def _is_bare_period(row: Sequence[str], column: int) -> bool:
    if how_full(row) != 1 or column >= len(row) or not row[column]:
        return False
    return period_of(row[column]) is not None or is_date(row[column])


def _stands_alone(cells: Cells, figures: int, start: int) -> bool:
    """Whether the row above the figures has one label, over a column of them, and nothing else."""
    if figures <= start:
        return False
    above = cells[figures - 1]
    found = [c for c, text in enumerate(above) if text]
    below = [c for c, text in enumerate(cells[figures]) if text]
    alone = len(found) == 1 and bool(below) and found[0] > below[0]
    return alone and len(below) <= 2 and not TITLE.match(above[found[0]])


def _is_unit_below(cells: Cells, row: int) -> bool:
    """Whether a row has nothing but a unit, or a period, right below a label."""
    found = [c for c, text in enumerate(cells[row]) if text]
    if len(found) != 1 or not row:
        return False
    above = cells[row - 1]
    column = found[0]
    labelled = column > 0 and column < len(above) and bool(above[column])
    below = is_unit(cells[row][column]) or period_of(cells[row][column]) is not None
    return labelled and how_full(above) > 1 and below


def below_descriptions(cells: Cells, start: int, figures: int) -> int:
    """Return the first row behind those that describe series: unit, frequency, number, source."""
    stubs = [next((c for c in row if c), "") for row in cells[start : figures + DEEPEST]]
    roles = ["" if stub.casefold() in COUNTING else role_of(stub) for stub in stubs]
    known = [start + n for n, role in enumerate(roles) if role in DESCRIBES]
    within = [n for n in known if n >= figures - 1]
    last = figures - 1
    for n in within:
        if n > last + 1:
            break
        last = max(last, n)
    above = sum(role in ("unit", "freq", "other", "code") for role in roles[: last + 1 - start])
    if roles[last + 1 - start : last + 2 - start] == ["time"] and how_full(cells[last + 1]) == 1:
        last, above = last + 1, above + 1  # the word over the periods
    return last + 1 if above > 1 and last >= figures else figures


def _above_unreadable(cells: Cells, figures: int, start: int) -> int:
    """Return the first row of figures, with those above that have only blanks, signs or odd numbers."""
    base = cells[figures]
    while figures > start + 1 and (
        (_is_below_header(cells, figures - 1) and _has_no_label(cells[figures - 1]))
        or _lacks_the_figures(cells[figures - 1], base)
        or _lacks_all(cells[figures - 1], cells[figures - 2])
        or _has_decimals(cells[figures - 1])
        or _lacks_its_name(cells[figures - 1], base)
    ):
        figures -= 1
    return figures


def _has_decimals(row: Sequence[str]) -> bool:
    """Whether a row has figures with a fraction: no label has, also where the name of the row is missing."""
    found = [c for c in row if DECIMAL.fullmatch(c)]
    return len(found) > 1 and not periods_of_run(found)


def _lacks_its_name(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row has no name, and a period over a period and figures over figures, as no header has."""
    if not row or row[0] or not any(map(_are_both_periods, row, below)):
        return False
    pairs = [(a, b) for a, b in zip(row, below, strict=False) if a]
    others = [pair for pair in pairs if period_of(pair[0]) is None]
    return bool(others) and all(is_figure(text) for pair in others for text in pair)


def _lacks_all(row: Sequence[str], above: Sequence[str]) -> bool:
    """Whether signs for missing figures stand below all the periods of the row above, and nothing else."""
    under = [
        row[c]
        for c, text in enumerate(above)
        if c < len(row) and period_of(without_code(text)) is not None
    ]
    return len(under) > 1 and any(under) and all(map(is_missing, under))


def _lacks_the_figures(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether signs for missing figures stand over all the figures of the row below, two or more."""
    over = [row[c] if c < len(row) else "" for c, text in enumerate(below) if is_figure(text)]
    over = [text for text in over if not is_figure(text)]  # a code before the name
    timed = any(map(_are_both_periods, row, below))  # as no header has one over another
    return len(over) > (not timed) and all(text and is_missing(text) for text in over)


def _are_both_periods(one: str, two: str) -> bool:
    return period_of(one) is not None and period_of(two) is not None


def _has_no_label(row: Sequence[str]) -> bool:
    """Whether nothing behind the key of a row can be a label over a column."""
    behind = filled(row[1:])
    odd = (
        is_missing(c) or (ALMOST.fullmatch(c) and period_of(c) is None and not is_date(c))
        for c in behind
    )
    return bool(row and row[0]) and len(row) > 1 and all(odd)


def _is_below_header(cells: Cells, row: int) -> bool:
    """Whether a row of labels, or another such row, stands above one."""
    above = cells[row - 1]
    return how_full(above) > 1 and not TITLE.match(above[0])


def said_header(sheet: Sheet, hints: Hints) -> range | None:
    """Return the rows of the lines that the user calls the header.

    Raises
    ------
    DataError
        When the table has no such line.
    """
    lines = hints.header_lines()
    if lines is None:
        return None
    rows = [i for i, line in enumerate(sheet.lines) if lines[0] <= line <= lines[1]]
    if not rows:
        raise DataError(
            Message("there is no line {}", "没有第 {} 行", hints.header),
            where=sheet.name,
            mend=Message(
                "Give the line of the header as the file has it, from 1.",
                "请按文件中的行号（从1起）指定表头。",
            ),
        )
    return range(rows[0], rows[-1] + 1)
