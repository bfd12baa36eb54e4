"""Names under a header that nobody knows, each beside one place only: they may be places that lie in those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.header_words import loose_role_of
from cpstats.store.recognising.inquiry import QuestionError, Way, holds, said_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.column_kinds import Column, Together
    from cpstats.store.sheet import Sheet

MOST = 0.9  # of names stand beside one place only: some places of one name lie in two
OPEN = ("open", "name")  # what words hold under a header that names no kind


def look_for_places_within(
    sheet: Sheet,
    data: range,
    columns: Sequence[Column],
    together: Together,
    keys: Mapping[int, str],
) -> None:
    """Ask about names that tell the lines of a place apart, each of one place; words for classes are none.

    Parameters
    ----------
    keys : mapping of int to str
        What columns hold; of those that the user spoke of only the places.

    Raises
    ------
    DataError
        At the first line.
    """
    places = [columns[c] for c, role in keys.items() if role == "place"]
    for c in (c for c, role in keys.items() if role in OPEN and places):
        inner, outer = columns[c], places[0]
        known = any(map(loose_role_of, inner.above)) or any(map(is_class, inner.said))
        pairs = together.pairs(c, outer.number)
        names = len({name for name, _ in pairs})
        finer = names > len(outer.said) > 1 and names >= MOST * len(pairs)
        if finer and not known and not inner.is_codes and inner.above and outer.above:
            raise _asked(sheet, data.start, outer, inner)


def _asked(sheet: Sheet, row: int, outer: Column, inner: Column) -> QuestionError:
    names = said_of(inner.title), said_of(outer.title)
    within = f"{holds(inner.title, 'place').flag} {holds(outer.title, 'parent').flag}"
    return QuestionError(
        Message(
            "column {} (“{}”) holds names that each stand beside one place only: “{}” may lie in “{}”",
            "第 {} 列（“{}”）的名称各自只与一个地区同行：“{}”可能位于“{}”之内",
            inner.number + 1,
            inner.title,
            inner.said[0],
            outer.said[0],
        ),
        where=sheet.where(row, inner.number),
        mend=Message(
            "If they are places: --column {}=place --column {}=parent; if they are part of the name: --column {}=name.",
            "若是地区：--column {}=place --column {}=parent；若是名称的一部分：--column {}=name。",
            *names,
            names[0],
        ),
        ways=[
            Way(within, {}, {inner.title: "place", outer.title: "parent"}, {}),
            holds(inner.title, "name"),
        ],
    )
