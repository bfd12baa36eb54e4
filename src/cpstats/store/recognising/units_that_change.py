"""A unit that is not the same for all years of a table: Rubles (thousand rubles until 1998)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.store.recognising.inquiry import QuestionError, says
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from cpstats.store.hints import Hints
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet

YEAR = r"(?P<year>(?:19|20)\d\d)(?: ?(?:г\.?|года?|р\.?|年))?"
UNTIL = pattern(  # until 1998 - thousand rubles; 1998年以前为万元
    rf"(?:\b(?:до|before|until|prior to|up to|till|bis|vor|avant|jusqu['’]en|hasta|antes de|até|prima del|przed) {YEAR}|(?P<year_>(?:19|20)\d\d)年(?:以|之)?前)"
    r"(?P<joint> ?[-–—:,为是]{1,2} ?| (?:in |в )?)(?P<unit>[^\d()\[\];,，；–—-]{1,40})",
    re.IGNORECASE,
)
APART = pattern(r"[(\[,;，；]")
LONGEST = 400  # signs of a line that is looked at


def changed_unit(text: str) -> tuple[str, str, str] | None:
    """Return the unit that a text names, the year until which there was another, and that one; None where it says no such thing.

    The unit is empty where only the other one is known.

    >>> changed_unit("Rubles (until 2003 - thousand rubles)"), changed_unit("Output, bn EUR, before 2003: million EUR")
    (('Rubles', '2003', 'thousand rubles'), ('bn EUR', '2003', 'million EUR'))
    >>> changed_unit("产值(亿元，2003年以前为万元)"), changed_unit("Output (until 2003 in thousand tonnes)")
    (('亿元', '2003', '万元'), ('', '2003', 'thousand tonnes'))
    >>> changed_unit("Output (kt), until 2003 without the islands"), changed_unit("Output (kt)")
    (None, None)
    """
    found = UNTIL.search(text) if len(text) <= LONGEST else None
    if found is None or not is_unit(before := found["unit"].strip(" .")):
        return None
    pieces = [piece.strip() for piece in APART.split(text[: found.start()]) if piece.strip()]
    known = [piece for piece in pieces if is_unit(piece)]
    return (known[-1] if known else ""), found["year"] or found["year_"], before


def look_for_changing_units(sheet: Sheet, outline: Outline, hints: Hints) -> None:
    """Ask for the unit of all figures where the lines above them say that it changes with the years.

    Raises
    ------
    QuestionError
        With the unit of the later years, which a change of the money may have made that of all.
    """
    if hints.unit:
        return
    cells = ((i, c, t) for i in range(outline.data.start) for c, t in enumerate(sheet.rows[i]))
    for row, column, text in cells:
        if (said := changed_unit(" ".join(text.split()))) is None:
            continue
        unit, year, before = said
        raise QuestionError(
            Message(
                "the unit changes with the years: until {} it is “{}”",
                "单位随年份变化：{}年以前为“{}”",
                year,
                before,
            ),
            where=sheet.where(row, column),
            mend=Message(
                "Where the same money was only renamed, so that the figures go on, name one unit for all with --unit; else read the years in two files.",
                "若仅为货币改值而数据前后衔接，请用 --unit 指定统一的单位；否则请将两段年份分成两个文件。",
            ),
            ways=[says("unit", "unit", unit)] if unit else [],
        )
