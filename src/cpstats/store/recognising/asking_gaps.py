"""The questions of lines that lack what another column says: a name, a place, a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, sentences
from cpstats.store.recognising.inquiry import QuestionError, any_year, holds, said_of, says
from cpstats.store.sheet import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.errors import Where


def nothing_there(
    where: Where, kind: str, titles: Sequence[str], *, first: bool = False
) -> DataError:
    """Return the error for a line of figures that lacks what a column below `titles` says; the question, for the `first`."""
    what = Message("the line has figures and no {}", "该行有数据，但没有{}", kind_of(kind))
    mend = Message(
        "Write it there; only beside another name does the one above hold on.",
        "请补写；只有旁边另有名称时，上一行的名称才沿用。",
    )
    named = kind not in ("place", "time")
    if not first or (named and not titles):
        return DataError(what, where=where, mend=mend)
    if named:
        return _whole_of_parts(what, mend, where, titles[0])
    whole = Message(
        "If such lines are of the whole of the others: --area.", "若这些行是整体：用 --area 指定。"
    )
    ways = [says("area", "place", "PLACE")]
    if kind == "time":
        whole = Message("If all are of one time: --when.", "若各行同属一个时期：用 --when 指定。")
        ways = [any_year()]
    return QuestionError(what, where=where, mend=sentences(mend, whole), ways=ways)


def _whole_of_parts(what: Message, mend: Message, where: Where, title: str) -> QuestionError:
    """Return the question for lines without a name above all others: the whole, of which these are parts."""
    whole = Message(
        "If such lines are of all the others together: --column {}=name, and --indicator names it.",
        "若这些行是其余各行的总体：--column {}=name，并用 --indicator 指定名称。",
        said_of(title),
    )
    return QuestionError(
        what,
        where=where,
        mend=sentences(mend, whole),
        ways=[holds(title, "name")],
    )
