"""A column of what places lie in, which the user names: it tells places of one name apart."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.store.recognising.column_kinds import Column
from cpstats.store.recognising.levels_of_places import says_around
from cpstats.store.recognising.outside import is_total
from cpstats.store.sheet import chinese_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpstats.store.recognising.outline import Outline

APART = Message(
    "places of one name are told apart by what they lie in", "同名地区以所属的上级地区区分"
)
WHOLES = Message(
    "a word for the whole beside what places lie in is that place",
    "合计类名称旁有上级地区的，即为该上级地区",
)
COUNTED = re.compile(r"\([2-9]\)$")  # the second of two columns under one word
PARTIAL = re.compile(
    r"소계|小计|小計|sub-?total|zwischensumme|sous-total|subtotaal|ara toplam|подытог|subtotale|toàn tỉnh",
    re.IGNORECASE,
)


def is_whole(name: str) -> bool:
    """Whether a name says only that all places beside it are counted.

    >>> is_whole("소계"), is_whole("Sub-total"), is_whole("Total"), is_whole("Total area")
    (True, True, True, False)
    """
    return PARTIAL.fullmatch(name) is not None or is_total(name)


class ParentsBeside:
    """What the places of a table lie in, where the user says which column has it; `said` is what columns hold.

    Two columns under one word that are counted, 시도별(1) and 시도별(2), say it for a word for the whole below the second.
    """

    def __init__(
        self,
        cells: Sequence[Sequence[str]],
        outline: Outline,
        place: int | None,
        texts_above: Callable[[int], list[str]],
        said: Mapping[str, str],
    ) -> None:
        self._cells, self._outline, self._place = cells, outline, place
        names = {name for name, kind in said.items() if kind == "parent"}
        others = (c for c, kind in outline.keys.items() if kind == "other" and names)
        of_user = (c for c in others if {*map(_plain, texts_above(c)), str(c + 1)} & names)
        self._column = self._of_user = next(of_user, None)
        if self._column is None and place is not None:
            first = {
                COUNTED.sub("(1)", text) for text in texts_above(place) if COUNTED.search(text)
            }
            beside = (c for c, kind in outline.keys.items() if kind == "other")
            self._column = next((c for c in beside if first & {*texts_above(c)}), None)
        if self._column is None and place is not None:  # 鄉鎮市區 beside 村里
            inner = Column(place, tuple(texts_above(place)), ())
            near = [c for c, kind in outline.keys.items() if kind == "other" and c == place - 1]
            around = (c for c in near if says_around(Column(c, tuple(texts_above(c)), ()), inner))
            self._column = self._of_user = next(around, None)

    @cached_property
    def _parents(self) -> dict[int, str]:
        """What each line lies in; what is written once holds for the lines below."""
        found, parent = {}, ""
        for i in self._outline.data if self._column is not None else ():
            parent = self._cell(i, self._column or 0) or parent
            found[i] = parent
        return found

    @cached_property
    def shared(self) -> frozenset[str]:
        """The names of places in several parents, and words for the whole of one."""
        several: dict[str, set[str]] = {}
        for i, parent in self._parents.items():
            if self._place is not None and (name := self._cell(i, self._place)):
                several.setdefault(name, set()).add(parent)
        wholes = {name for name in several if is_whole(name)}
        if self._of_user is None:
            return frozenset(wholes)
        return frozenset(wholes | {n for n, parents in several.items() if len(parents) > 1})

    def named(self, i: int, name: str) -> tuple[str, Message | None]:
        """Return the code of the place so called in the parent of a line if one is known; else both names."""
        parent = self._parents[i]
        if is_whole(name):
            return parent or name, WHOLES
        codes = {p.ref_area for p in register.named(parent)}
        known = [p.ref_area for p in register.candidates(name) if p.parent in codes]
        return (known[0], None) if len(known) == 1 else (f"{name} ({parent})", APART)

    def _cell(self, i: int, column: int) -> str:
        return chinese_of(self._cells[i][column]) if column < len(self._cells[i]) else ""


def _plain(text: str) -> str:
    return " ".join(text.split())
