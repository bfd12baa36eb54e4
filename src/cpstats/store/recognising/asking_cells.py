"""Questions and errors about a cell among the figures that is none: a sign, a flag, a formula, a garbled number."""

from __future__ import annotations

import re
from itertools import takewhile
from shlex import quote
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, sentences
from cpstats.store.cells import has_failed, is_formula, is_missing, number, without_mark
from cpstats.store.hints import BRACKETS
from cpstats.store.recognising.inquiry import (
    QuestionError,
    Way,
    holds,
    means,
    of_status,
    said_of,
    says,
)
from cpstats.store.recognising.stuck_flags import stuck_flags
from cpstats.store.recognising.unit_words import is_scale_word, is_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.errors import Where
    from cpstats.store.sheet import Sheet

BOUND = re.compile(r"[<>≤≥] ?\d[\d.,]*")  # no figure: less than 0.1
IN_BRACKETS = re.compile(r"\( ?\d[\d.,' ]*\)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
REMARK = re.compile(r"[^\W\d_]{4,}")  # a word of one
LABEL = 18  # letters: longer words are names rather than signs
MANY, FEW = 12, 3  # signs for missing figures that are proposed, cells with digits that may be
LONG = 80  # signs of one
SHORT_SCALES = {  # a letter or two behind numbers that may be no flag
    "k": "thousand",
    "m": "million",
    "mi": "million",
    "b": "billion",
    "bi": "billion",
    "tri": "trillion",
}


def not_computed(where: Where, kind: Message | str, text: str) -> DataError:
    """Return the error for a formula that nobody computed, where a figure or a name of a `kind` belongs."""
    return DataError(
        Message(
            "{}: “{}” is a formula without a value",
            "{}：“{}”是未计算的公式",
            kind,
            text[:40],
        ),
        where=where,
        mend=Message(
            "Open the file in a spreadsheet, let it compute, and save it again.",
            "请在电子表格中打开文件，重新计算后另存。",
        ),
    )


def not_a_number(
    sheet: Sheet, at: tuple[int, int], text: str, title: str, others: Sequence[str]
) -> DataError:
    """Return the error for a cell that is no figure, in a column that `title` stands over.

    `others` are the cells of the table, this one among them, that are no figures either.
    """
    where = sheet.where(*at)
    if has_failed(text):
        return QuestionError(
            Message("obs_value: “{}”: a formula failed here", "obs_value：“{}”：公式出错", text),
            where=where,
            mend=Message(
                "Mend the formula; if no figure is known there: --missing '{}'.",
                "请修正公式；若此处本无数据：--missing '{}'。",
                text,
            ),
            ways=[says("missing", "missing", text)],
        )
    if is_formula(text):
        return not_computed(where, "obs_value", text)
    mend = Message(
        "Write digits with one decimal point; leave the cell empty where none is known.",
        "请写数字，最多一个小数点；没有数据时留空。",
    )
    ways = [holds(title, "skip")]
    if IN_BRACKETS.fullmatch(text):
        mend = Message(
            "A number in brackets may be negative, or a weak estimate: --brackets negative makes it {}, --brackets plain {}.",
            "括号内的数可能是负数，也可能是不可靠的估计：--brackets negative 读为 {}，--brackets plain 读为 {}。",
            f"-{text.strip('() ')}",
            text.strip("() "),
        )
        ways = [says("brackets", "brackets", word) for word in BRACKETS] + ways
        many = sum(row.count(text) for row in sheet.rows)
        if many >= FEW and _is_mark(text, others):
            more = Message(
                "It stands in {} cells, as the mark of a note does: if no figure is known there, --missing '{}'.",
                "有 {} 个单元格写此，似为注释符号：若表示缺数，请用 --missing '{}'。",
                many,
                text,
            )
            mend, ways = sentences(more, mend), [says("missing", "missing", text), *ways]
    if text[-1:].isalpha() and (flags := stuck_flags([text, *others])):
        ways.insert(0, of_status(flags))
        more = Message(
            "If “{}” is a flag, and no unit such as pence: {}; for nothing: {}.",
            "若“{}”为标记而非单位：{}；无含义则写：{}。",
            text[-1],
            ways[0].flag,
            means([*flags]).flag,
        )
        mend = sentences(mend, more)
    if signs := _signs(text, others):
        ways.insert(0, says("missing", "missing", signs))
        what = Message("it is the sign for a missing figure", "它表示缺数")
        if " " in signs:
            what = Message("these are signs for missing figures", "这些符号表示缺数")
        more = Message("If {}: --missing {}.", "若{}：--missing {}。", what, quote(signs))
        mend = sentences(mend, more)
    what = Message("obs_value: “{}” is not a number", "obs_value：“{}”不是数字", text[:40])
    return QuestionError(what, where=where, mend=mend, ways=ways)


def _is_mark(text: str, others: Sequence[str]) -> bool:
    """Whether a whole number in brackets is the only one that stands so in a table: the mark of a note.

    >>> _is_mark("(1)", ["(1)", ":"]), _is_mark("(1)", ["(1)", "(2.5)"]), _is_mark("(12.5)", ["(12.5)"])
    (True, False, False)
    """
    bracketed = {other for other in others if IN_BRACKETS.fullmatch(other)}
    return bracketed <= {text} and text.strip("()").isdecimal()


def _signs(text: str, others: Sequence[str]) -> str:
    """Return what may stand for missing figures, as `--missing` takes it: each without blanks.

    Where words and bounds (<0.1) are meant, all of them; of cells with digits, which are garbled, this one where
    there are few. What is a number with something about it is printed there: it is not proposed to be dropped.
    """
    words = [t for t in (text, *others) if BOUND.fullmatch(t) or _is_in_words(t)]
    if len({t for t in words if len(t) > LABEL and not t.isupper()}) > 1:
        return ""  # PIB. Tasa interanual beside Empleo. Tasa interanual: names of something
    garbled = [t for t in others if t not in words and not _is_dressed(t)]
    if text in words:
        signs = words if len({*words}) <= MANY else words[:1]
    else:
        signs = [text] if text in garbled and len(garbled) <= FEW else []
    return " ".join(dict.fromkeys("".join(sign.split()) for sign in signs if len(sign) <= LONG))


def _is_in_words(text: str) -> bool:
    """Whether a text has no number, or is a remark that names none but a year.

    >>> [_is_in_words(text) for text in ("n/a", "District founded in 2021", "5.1 t", "FY 2021")]
    [True, True, False, False]
    """
    rest = YEAR.sub("", text)
    return not any(c.isdigit() for c in rest) and (rest == text or len(REMARK.findall(rest)) > 1)


def _is_dressed(text: str) -> bool:
    """Whether a text is a number with something about it, which is no missing figure.

    >>> [_is_dressed(text) for text in ("(5.1)", "£5.1", "5.1M", "13..1", "6b7")]
    [True, True, True, False, False]
    """
    at = [n for n, sign in enumerate(text) if sign.isdigit()]
    return bool(at) and number(text[at[0] : at[-1] + 1]) is not None


def unknown_flag(
    sheet: Sheet, row: int, column: int, text: str, flags: Sequence[str]
) -> QuestionError:
    """Return the question for a flag, and for the other unknown ones of the table."""
    first = flags[0][:20]
    what = Message("“{}”: the flag “{}” is not known", "“{}”：不认识标记“{}”", text[:40], first)
    if len(flags) == 1:
        mend = Message(
            "Say what it means: --flag {}=provisional, or --flag {}= for nothing.",
            "请说明含义：--flag {}=provisional；无含义则写 --flag {}=。",
            said_of(first),
            said_of(first),
        )
    else:
        every = " ".join(f"--flag {said_of(f[:20])}=" for f in flags[:12])
        mend = Message(
            "Say what each means, such as --flag {}=provisional; for nothing: {}.",
            "请逐一说明含义，如 --flag {}=provisional；无含义则写：{}。",
            said_of(first),
            every,
        )
    ways = [means(flags)]
    units = {flag: _units_of(flag) for flag in flags}
    if any(units.values()):  # 12.5 t, 12.5 bi: nobody leaves it out
        ways = [_with_unit(ways[0], unit) for unit in units[first]] if len(flags) == 1 else []
    return QuestionError(what, where=sheet.where(row, column), mend=mend, ways=ways)


def look_for_scale(
    sheet: Sheet, at: tuple[int, int], found: tuple[str, str], cells: Iterable[str]
) -> None:
    """Raise the question for a letter behind every figure of a table, which may be a scale or a flag: 301.2 b.

    `found` is a cell and the letter behind it, `cells` are those of all figures.
    """
    text, flag = found
    if flag.casefold() not in SHORT_SCALES:
        return
    figures = (cell for cell in cells if cell and not is_missing(cell))
    flags = [*takewhile(lambda own: own == flag, (without_mark(cell)[1] for cell in figures))]
    if len(flags) <= FEW or next(figures, ""):
        return
    what = Message(
        "“{}”: “{}” stands behind every figure: it may be a scale, or a flag",
        "“{}”：每个数后面都有“{}”，可能是数量级，也可能是标记",
        text[:40],
        flag,
    )
    unit = SHORT_SCALES[flag.casefold()]
    mend = Message(
        "If it is a scale: --flag {}= --unit {}; if it is a flag: --flag {}=, for nothing.",
        "若是数量级：--flag {}= --unit {}；若是标记：--flag {}=（无含义）。",
        flag,
        unit,
        flag,
    )
    means_nothing = means([flag])
    ways = [_with_unit(means_nothing, unit), means_nothing]
    raise QuestionError(what, where=sheet.where(*at), mend=mend, ways=ways)


def _units_of(flag: str) -> list[str]:
    """Return the units that a letter or word behind numbers may be: itself where it is one, and the scale it is short for.

    >>> _units_of("t"), _units_of("bi"), _units_of("m"), _units_of("q")
    (['t'], ['billion'], ['m', 'million'], [])
    """
    own = [flag] if is_unit(flag) or is_scale_word(flag) else []
    scale = SHORT_SCALES.get(flag.casefold(), "")
    return [scale] if own and scale == "thousand" else [*own, *([scale] if scale else [])]


def _with_unit(way: Way, unit: str) -> Way:
    return Way(f"{way.flag} --unit {quote(unit)}", {"unit": unit}, {}, way.flags)
