"""Which sign divides whole and fraction: what the numbers of a table prove, else who is asked.

`5,12` and `1.234,5` can only have a decimal comma, `5.12` and `1,234.5` only a point; `1,234` and
`1.234` can be read both ways, a thousand times apart.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.inquiry import QuestionError, says

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Sequence

    from cpstats.store.sheet import Sheet

SHOWN = ("\t", "|", " ")  # between cells that somebody saw so: a point may group their digits
POINT, COMMA, EACH, STORED = "point", "comma", "each", "stored"
COMMAS = Message("the comma is the decimal mark", "逗号是小数点")
BEHIND = r"(?=\s*[%‰]|(?<=[.,]\d)[er]$|(?<=[.,]\d\d)[er]$|\s+[a-zA-Z]{1,4}$|\s*\((?:[a-zA-Z]{1,4}|\d{1,2})\)$|\s+\d{1,2}[/)]$|$)"
NUMBER = re.compile(r"[-+]?(\d[\d.,'’]*|\d{1,3}(?: \d{3})+[.,]?\d*)" + BEHIND)
FORMS = {
    POINT: re.compile(r"(?:\d+|[1-9]\d{0,2}(?:[, '’]\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3})(?:\.\d+)?"),
    COMMA: re.compile(r"(?:\d+|[1-9]\d{0,2}(?:[. '’]\d{3})+)(?:,\d+)?"),
}
WHOLE = re.compile(r"\d+")
HEAD = 12  # rows that may be the header
NO_FIGURES = ("place", "indicator", "name", "time", "code", "other", "status")
LONG = 4  # digits: more are no year, and would be grouped
EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]").search
FAR = 10  # times: figures of one series do not lie so far apart


def mark_of(
    sheet: Sheet, cells: Sequence[Sequence[str]], said: str = ""
) -> tuple[str, Message | None]:
    """Return the decimal mark of a table, and what was assumed; None where nothing was.

    Raises
    ------
    DataError
        When some numbers have a point and others a comma; when cells divided by semicolons, or
        as they are printed, may have either.
    """
    if said:
        return said, None  # EACH: of a piece of a large table
    if not sheet.divider and not any("," in cell for row in cells for cell in row):
        return POINT, None
    proof: dict[str, tuple[int, int]] = {}
    doubt: dict[str, tuple[int, int]] = {}
    for i, column, digits in _divided(cells, proof):
        fits = [mark for mark, form in FORMS.items() if form.fullmatch(digits)]
        if len(fits) == 1:
            proof.setdefault(fits[0], (i, column))
        elif len(fits) > 1:
            doubt.setdefault("," if "," in digits else ".", (i, column))
    if len(proof) > 1 and sheet.stored and _are_decimals(cells):
        return STORED, _as_text(cells[proof[COMMA][0]][proof[COMMA][1]])
    if len(proof) > 1:
        return _of_each_column(sheet, cells, proof)
    if proof:
        (mark,) = proof
        return mark, COMMAS if mark == COMMA else None
    return _in_doubt(sheet, cells, doubt)


def _are_decimals(cells: Sequence[Sequence[str]]) -> bool:
    """Whether every comma in a number can only be a decimal one: beside numbers that are stored as such it is text."""
    found = (digits for _, _, digits in _divided(cells) if "," in digits)
    return all(FORMS[COMMA].fullmatch(d) and not FORMS[POINT].fullmatch(d) for d in found)


def _as_text(text: str) -> Message:
    return Message(
        "numbers stored as text have a decimal comma: {}", "以文本存储的数用逗号作小数点：{}", text
    )


def _of_each_column(
    sheet: Sheet, cells: Sequence[Sequence[str]], proof: dict[str, tuple[int, int]]
) -> tuple[str, Message]:
    """Return that each column has its own mark, and say so; else raise the error for both."""
    if not _by_column(cells):
        raise _both(sheet, cells, proof)
    shown = (cells[i][column] for i, column in (proof[POINT], proof[COMMA]))
    return EACH, _own_marks(*shown)


def _in_doubt(
    sheet: Sheet, cells: Sequence[Sequence[str]], doubt: dict[str, tuple[int, int]]
) -> tuple[str, Message | None]:
    """Return the mark of a table whose numbers prove none."""
    printed = sheet.divider in SHOWN and [*doubt] == ["."] and not _are_pointed(cells)
    if printed or (doubt and sheet.divider == ";"):
        return _between_semicolons(sheet, cells, doubt)
    if "," in doubt:
        i, column = doubt[","]
        return POINT, Message(
            "commas group thousands: {} (--decimal comma: they do not)",
            "逗号是千分位：{}（若是小数点，用 --decimal comma）",
            cells[i][column],
        )
    if doubt and sheet.divider == "," and not _are_pointed(cells):
        i, column = doubt["."]
        return POINT, Message(
            "the point is the decimal mark: {} (--decimal comma: it groups thousands)",
            "点是小数点：{}（若是千分位，用 --decimal comma）",
            cells[i][column],
        )
    return POINT, None


def _are_pointed(cells: Sequence[Sequence[str]]) -> bool:
    """Whether what is printed shows that a point has decimals behind it.

    A long number beside it that nothing groups; a header in a script whose languages all write it so.
    """
    columns = {column for _, column, _ in _divided(cells)}
    beside = (row[c] for row in cells for c in columns if c < len(row))
    heads = (text for row in cells[:HEAD] for text in row)
    return any(WHOLE.fullmatch(t) and len(t) > LONG for t in beside) or any(map(EASTERN, heads))


def _between_semicolons(
    sheet: Sheet, cells: Sequence[Sequence[str]], doubt: dict[str, tuple[int, int]]
) -> tuple[str, Message]:
    """Return the mark that the numbers beside those in doubt show, and say so; else ask."""
    sign, (i, column) = next(iter(doubt.items()))
    small = _beside_thousands(cells) if len(doubt) == 1 else ""
    if not small:
        raise _asked(sheet, cells, sign, (i, column))
    return (COMMA if sign == "." else POINT), _grouped(sign, cells[i][column], small)


def _own_marks(point: str, comma: str) -> Message:
    return Message(
        "the columns have decimal marks of their own: the point in {}, the comma in {}",
        "各列小数点不同：{} 用点，{} 用逗号",
        point,
        comma,
    )


def _beside_thousands(cells: Sequence[Sequence[str]]) -> str:
    """Return a number below 1000 that shows that the signs in the others group thousands.

    It stands in a line and in a column of such numbers, and were they decimal, it would be out of
    line with all of them: 1.250;567. Empty where there is none, or a number of four digits has no sign.
    """
    divided = {(i, column): digits for i, column, digits in _divided(cells)}
    rows, columns = {i for i, _ in divided}, {column for _, column in divided}
    whole = [
        (cell, column)
        for i in rows
        for column, cell in enumerate(cells[i])
        if WHOLE.fullmatch(cell)
    ]
    if any(len(cell) > 3 for cell, _ in whole):
        return ""
    as_decimals = [float(d.replace(",", ".").replace(" ", "")) for d in divided.values()]
    largest = max(as_decimals)
    return next((c for c, column in whole if column in columns and int(c) > FAR * largest), "")


def _grouped(sign: str, text: str, small: str) -> Message:
    if sign == ".":
        return Message(
            "points group thousands: {}, beside {} (--decimal point: they do not)",
            "点是千分位：{}，同列有 {}（若是小数点，用 --decimal point）",
            text,
            small,
        )
    return Message(
        "commas group thousands: {}, beside {} (--decimal comma: they do not)",
        "逗号是千分位：{}，同列有 {}（若是小数点，用 --decimal comma）",
        text,
        small,
    )


def with_point(
    cells: Sequence[Sequence[str]], commas: Collection[int] | None = None
) -> list[list[str]]:
    """Return cells whose numbers have a decimal comma with a point, and without what groups them.

    Where each column has its own mark, those of the columns that have the comma.
    """
    if commas is None:
        return [[_pointed(cell) for cell in row] for row in cells]
    return [[_pointed(t) if c in commas else t for c, t in enumerate(row)] for row in cells]


def with_point_in_text(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return cells whose numbers with a comma have a point: those without one are stored as numbers."""
    return [[_pointed(cell) if "," in cell else cell for cell in row] for row in cells]


def columns_with_comma(cells: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the columns that have the decimal comma, in a table of which each has its own mark."""
    return frozenset(column for column, own in _by_column(cells).items() if own == COMMA)


def _by_column(cells: Sequence[Sequence[str]]) -> dict[int, str]:
    """Return the mark of each column with fractions; empty where one has both or may have either.

    One number with a mark among whole ones shows none: it may be garbled.
    """
    fitting: dict[int, set[str]] = {}
    divided: Counter[int] = Counter()
    for _, column, digits in _divided(cells):
        fits = {mark for mark, form in FORMS.items() if form.fullmatch(digits)}
        fitting.setdefault(column, set()).update(fits)
        divided[column] += 1
    whole = Counter(c for row in cells for c, text in enumerate(row) if WHOLE.fullmatch(text))
    seldom = any(number < max(whole[column], 2) for column, number in divided.items())
    if seldom or not all(len(marks) == 1 for marks in fitting.values()):
        return {}
    return {column: marks.pop() for column, marks in fitting.items()}


def _pointed(cell: str) -> str:
    found = NUMBER.match(cell)
    if found is None or not FORMS[COMMA].fullmatch(found[1]) or period_of(cell):
        return cell
    digits = re.sub(r"[. '’]", "", found[1]).replace(",", ".")
    return cell[: found.start(1)] + digits + cell[found.end(1) :]


def _columns_of_words(cells: Sequence[Sequence[str]]) -> set[int]:
    """Return the columns that a header calls names or codes: 52,53 in them is no number.

    A word for times over a period is that of the row of periods, and one over the only numbers (Date;Price) their name.

    >>> _columns_of_words([["Date", "Index"], ["2022-01", "5,2"]]), _columns_of_words([["Index", "Jobs"], ["5,2", "7"]])
    (set(), {0})
    """
    head = cells[:HEAD]
    found = {c for row in head for c, text in enumerate(row) if role_of(text) in NO_FIGURES}
    dated = {c for row in head for c, text in enumerate(row) if c in found and _is_time(text)}
    words = found - dated
    figures = (c for row in cells for c, text in enumerate(row) if text and _is_figure(text))
    return words if any(c not in words for c in figures) else set()


def _is_figure(text: str) -> bool:
    return bool(NUMBER.match(text)) and period_of(text) is None and not is_date(text)


def _is_time(text: str) -> bool:
    return bool(text) and not is_number(text) and (period_of(text) is not None or is_date(text))


def _divided(
    cells: Sequence[Sequence[str]], proof: Container[str] = ()
) -> Iterator[tuple[int, int, str]]:
    """Yield the digits of every number that has a point or a comma, and where it stands; not those that prove no more."""
    words = _columns_of_words(cells)
    for i, row in enumerate(cells):
        for column, cell in enumerate(row):
            if ("," not in cell and "." not in cell) or column in words:
                continue
            found = NUMBER.match(cell)
            if found is None or not ("," in found[1] or "." in found[1]):
                continue
            if POINT in proof and found[1].replace(".", "", 1).isdecimal():
                continue  # such as 12.5: it proves no comma
            if period_of(cell) is None:
                yield i, column, found[1]


def _both(
    sheet: Sheet, cells: Sequence[Sequence[str]], proof: dict[str, tuple[int, int]]
) -> QuestionError:
    """Return the question for a table with both marks, at the one that comes later."""
    (first, column), (i, other) = proof[POINT], proof[COMMA]
    later = max(proof.values())
    return QuestionError(
        Message(
            "“{}” has a decimal point and “{}” a decimal comma",
            "“{}”的小数点是点，“{}”的却是逗号",
            cells[first][column],
            cells[i][other],
        ),
        where=sheet.where(*later),
        mend=Message(
            "Write all numbers with one mark, or say which holds: --decimal point or comma.",
            "请统一小数点，或用 --decimal point（或 comma）说明。",
        ),
        ways=[says("decimal", "decimal", mark) for mark in (COMMA, POINT)],
    )


def _asked(
    sheet: Sheet, cells: Sequence[Sequence[str]], sign: str, at: tuple[int, int]
) -> QuestionError:
    """Return the question for numbers that can be read in two ways."""
    text = cells[at[0]][at[1]]
    plain = text.replace(sign, "")
    return QuestionError(
        Message(
            "“{}” may be {} or {}: nothing in the table says what “{}” divides",
            "“{}”可能是 {} 或 {}：表中无法判断“{}”是小数点还是千分位",
            text,
            text.replace(sign, "."),
            plain,
            sign,
        ),
        where=sheet.where(*at),
        mend=Message(
            "Say the decimal mark: --decimal comma or --decimal point.",
            "请说明小数点：--decimal comma 或 --decimal point。",
        ),
        ways=[says("decimal", "decimal", mark) for mark in (COMMA, POINT)],
    )
