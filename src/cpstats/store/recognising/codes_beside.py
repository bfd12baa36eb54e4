"""A column of codes beside that of the places: further names of theirs, that tell places of one name apart."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.store.recognising.column_kinds import column_of
from cpstats.store.recognising.header_words import CODE_END, bare, role_of
from cpstats.store.sheet import chinese_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cpstats.store.recognising.outline import Outline

OF_NAMES = ("name", "indicator", "open", "unit")
APART = Message(
    "places of one name are told apart by the code beside it", "同名地区以旁边的代码区分"
)


def found_by(code: str) -> Message:
    """Say that the codes beside the places are further names of them."""
    return Message(
        "places are found by the code beside them too (-p {})",
        "地区也可用旁边的代码查找（-p {}）",
        code,
    )


class CodesBeside:
    """The codes beside the places of one table, if a column has them.

    `places` is their column, and its names that have marks of notes, each without them. `whole` is whether the table is seen as a
    whole: only then is a name known to stand for several.
    """

    def __init__(
        self,
        cells: Sequence[Sequence[str]],
        outline: Outline,
        places: tuple[int | None, Mapping[str, str]],
        texts_above: Callable[[int], list[str]],
        *,
        whole: bool,
    ) -> None:
        self._cells, self._outline = cells, outline
        self._place, self._unmarked = places
        self._above, self._whole = texts_above, whole

    @cached_property
    def _column(self) -> int | None:
        if self._place is None:
            return None
        for column in (self._place + 1, *([self._place - 1] if self._place else [])):
            said = any(
                role_of(t) == "code" or CODE_END.search(bare(t)) for t in self._above(column)
            )
            codes = said or column_of(self._cells, (), self._outline.data, column).is_padded
            free = self._outline.keys.get(column) == "other" and not self._is_of_other(column)
            if codes and free:
                return column
        return None

    def _is_of_other(self, column: int) -> bool:
        """Whether codes between places and other names go with these: Reporter, Partner code, Partner."""
        other = 2 * column - (self._place or 0)
        if self._outline.keys.get(other) not in ("name", "indicator", "open"):
            return False
        rows = self._outline.data
        pairs = {(self._cell(i, column), self._cell(i, other)) for i in rows} - {("", "")}
        codes, names = ({pair[n] for pair in pairs} for n in (0, 1))
        return len(pairs) == len(codes) == len(names) > 1

    @cached_property
    def shared(self) -> frozenset[str]:
        """The names that several places have, in the gazetteer or in the table itself."""
        if self._column is None or self._place is None:
            return frozenset()
        names = {self._name(i, self._place) for i in self._outline.data}
        return self._doubled | {n for n in names if n and len(register.named(n)) > 1}

    @cached_property
    def _doubled(self) -> frozenset[str]:
        """The names that stand beside several codes, which what else names the figures does not settle."""
        if self._column is None or self._place is None or not self._whole:
            return frozenset()
        rows = self._outline.data
        pairs = {(self._name(i, self._place), self.of(i)) for i in rows}
        counts = Counter(name for name, code in pairs if name and code)
        codes = {code for _, code in pairs if code}
        if "time" in self._outline.keys.values() and len(codes) == len(rows):
            return frozenset()  # each row has its own: they number the rows
        several = {name for name, n in counts.items() if n > 1 and len(codes) > n}
        return frozenset(several and several & self._unsettled())

    def _unsettled(self) -> set[str]:
        """Return the names of places that have several codes for figures of one name: a code may be that of the series."""
        if self._place is None:
            return set()
        keys = [c for c, kind in self._outline.keys.items() if kind in OF_NAMES]
        rows = self._outline.data
        found = {
            (self._name(i, self._place), *(self._cell(i, c) for c in keys), self.of(i))
            for i in rows
            if self.of(i)
        }
        return {name for (name, *_), n in Counter(key[:-1] for key in found).items() if n > 1}

    def _name(self, i: int, place: int) -> str:
        name = chinese_of(self._cell(i, place))
        return self._unmarked.get(name, name)

    def of(self, i: int) -> str:
        """Return the code of a line, empty where there is none."""
        return "" if self._column is None else chinese_of(self._cell(i, self._column))

    def of_places(self, places: Iterable[tuple[str, int]]) -> dict[str, str]:
        """Return the code of each place of some lines; none where one has several, or several have one.

        Of a large table, whose later pieces may say otherwise, there are none.
        """
        if self._column is None or not self._whole:
            return {}
        pairs = {(place, code) for place, i in places if (code := self.of(i).removesuffix(".0"))}
        of_one = len(pairs) == len({p for p, _ in pairs}) == len({c for _, c in pairs})
        return dict(sorted(pairs)) if of_one else {}

    def named(self, i: int, name: str) -> tuple[str, Message | None]:
        """Return the code for a shared name if it is that of a place so called; else the name with the code."""
        code = self.of(i).removesuffix(".0")
        known = next((p.ref_area for p in register.candidates(name) if p.ref_area == code), "")
        if known or name not in self._doubled or not code:
            return known or name, None
        return f"{name} ({code})", APART

    def _cell(self, i: int, column: int) -> str:
        return self._cells[i][column] if column < len(self._cells[i]) else ""
