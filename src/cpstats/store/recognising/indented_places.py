"""Names of places that are indented below others: what lies in what is not known, which is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.store.cells import is_number

if TYPE_CHECKING:
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet


def told_of_indented(sheet: Sheet, outline: Outline) -> list[Message]:
    """Say that names of places are indented below others that have figures of their own: a rank would have both.

    >>> from cpstats.store.recognising.outline import Outline
    >>> from cpstats.store.sheet import Sheet
    >>> rows = (("Land", "2021"), ("Nord", "9"), ("  Ost", "4"), ("  West", "5"), ("Sud", "3"))
    >>> found = Outline(range(1), range(1, 5), {0: "place"})
    >>> str(*told_of_indented(Sheet("a.csv", rows, (1, 2, 3, 4, 5)), found))[:60]
    '“Ost” is indented below “Nord”: that it lies there is not ta'
    """
    column = next((c for c, kind in outline.keys.items() if kind == "place"), None)
    if column is None:
        return []
    above = ""
    deep = 0
    for i in outline.data:
        row = sheet.rows[i]
        text = row[column] if column < len(row) else ""
        if not text.strip() or not any(is_number(t.strip()) for t in row[column + 1 :]):
            continue
        own = len(text) - len(text.lstrip())
        if above and own > deep and not register.named(text.strip().lstrip("#* ")):
            return [_told(text.strip(), above)]
        above, deep = text.strip(), own
    return []


def _told(lower: str, upper: str) -> Message:
    return Message(
        "“{}” is indented below “{}”: that it lies there is not taken over, so ranks and sums have both (cpstats place {} --parent {} says it)",
        "“{}”缩进列在“{}”之下：上下级关系未读取，排位和合计中两者并列（可用 cpstats place {} --parent {} 说明）",
        lower,
        upper,
        lower,
        upper,
    )
