"""Codes of countries (ISO 3166, M49) beside the names of places, or in their stead: each says which one is meant."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.store.recognising.header_words import (
    CODE_END,
    bare,
    loose_role_of,
)
from cpstats.store.recognising.inquiry import said_of
from cpstats.store.recognising.place_names import (
    MOST,
    of_division,
    of_number,
    of_three_letters,
    place_of,
)
from cpstats.store.sheet import chinese_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpstats.model.place import Place
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet

WORD = re.compile(r"\w+")
DIVISIONS = ("区划代码", "地区代码", "区划码", "行政区代码", "行政区编码", "地区编码")
FEWEST = 3  # codes under a header that does not say so
FEW = 2  # under one that does: that of a single name may be one by chance
CONTRARY = 0.2  # of the codes that may stand beside the known name of another place
BY_CODE = Message(
    "places are those of the codes of countries beside them", "地区以旁边的国家代码为准"
)
ARE_CODES = Message("codes are read as the places that have them", "代码按相应地区读取")


def contrary(name: str, code: str) -> Message:
    """Return what is said where name and code are of two places."""
    return Message(
        "“{}” stands beside {}, the code of another place: the name is taken",
        "“{}”旁边的代码{}属于另一地区：以名称为准",
        name,
        code,
    )


class CountryCodes:
    """The codes of countries beside the places of one table.

    Of a piece of a large table the first lines `told` which column holds them (-1: none), the pieces before
    the name beside each code.
    """

    def __init__(
        self,
        cells: Sequence[Sequence[str]],
        outline: Outline,
        place: int | None,
        texts_above: Callable[[int], list[str]],
        told: tuple[int, dict[str, str]] | None,
    ) -> None:
        self._cells, self._outline, self._place = cells, outline, place
        self._above, self._told = texts_above, told

    @cached_property
    def column(self) -> int:
        """The column of the codes; -1 where there is none."""
        return self._told[0] if self._told else self._found(FEW)

    def of_beginning(self) -> int:
        """Return the same for the first lines of a large table, which may all be of one country."""
        return self._found(1)

    def _found(self, few: int) -> int:
        if self._place is None:
            return -1
        place = self._place
        if self._are_places(place):
            return place
        free = [c for c, kind in self._outline.keys.items() if kind == "other"]
        near = sorted(free, key=lambda c: (abs(c - place), c < place))
        return next((c for c in near if self._are_codes(c, self._pairs(c), few)), -1)

    @cached_property
    def shared(self) -> frozenset[str]:
        """The names that stand beside several codes, or here beside one and there beside none."""
        if self.column < 0:
            return frozenset()
        codes: dict[str, set[str]] = {}
        for name, code in self._pairs(self.column):
            codes.setdefault(name, set()).add(code)
        return frozenset(name for name, several in codes.items() if len(several) > 1)

    def named(self, sheet: Sheet, i: int, name: str) -> tuple[str, Message | None]:
        """Return the code of the place of a line, else its name, and what is said of that.

        Raises
        ------
        DataError
            When a code of a large table stands beside another name than in the lines before.
        """
        code = "" if self.column < 0 else self._cell(i, self.column)
        found = _reader_of(self._words(self.column))(code) if code else None
        if found is None:
            return name, None
        if self.column == self._place and name not in found.aliases:
            return found.ref_area, ARE_CODES
        if self._told:
            before = self._told[1].setdefault(code, name)
            if before != name:
                raise self._two_names(sheet, i, before, name)
        if register.named(name) == (found,) and not register.is_foreign(name):
            return name, None
        if _is_contrary(name, found):
            return name, contrary(name, code)
        return found.ref_area, BY_CODE

    def _two_names(self, sheet: Sheet, i: int, before: str, name: str) -> DataError:
        code = self._cell(i, self.column)
        title = next(iter(self._above(self.column)), str(self.column + 1))
        return DataError(
            Message("“{}” stands beside “{}” and “{}”", "“{}”旁边有“{}”和“{}”", code, before, name),
            where=sheet.where(i, self.column),
            mend=Message(
                "If they are two places: --column {}=skip.",
                "若是两个地区：--column {}=skip。",
                said_of(title),
            ),
        )

    def _are_codes(self, column: int, pairs: Mapping[tuple[str, str], None], few: int) -> bool:
        """Whether a column holds codes of the places: each beside one name, hardly any beside that of another."""
        words = self._words(column)
        if any(loose_role_of(word) == "name" for word in words):
            return False  # of a partner, of a class
        reader = _reader_of(words)
        codes = {code for _, code in pairs if code}
        if len(codes) < (
            few if reader is not of_three_letters or self._says_codes(column) else FEWEST
        ):
            return False
        known = {code: found for code in codes if (found := reader(code))}
        beside = [(name, code) for name, code in pairs if code in known]
        if len(known) < MOST * len(codes) or len(beside) > len(known):
            return False
        other = sum(_is_contrary(name, known[code]) for name, code in beside)
        return other <= CONTRARY * len(known)

    def _are_places(self, column: int) -> bool:
        """Whether the column of places itself holds codes of countries, by which its header says they are."""
        reader = _reader_of(self._words(column))
        codes = {code for i in self._outline.data if (code := self._cell(i, column))}
        known = sum(reader(code) is not None for code in codes)
        return reader is not of_three_letters and 0 < known >= MOST * len(codes)

    def _words(self, column: int) -> tuple[str, ...]:
        return tuple(word for text in self._above(column) for word in WORD.findall(bare(text)))

    def _says_codes(self, column: int) -> bool:
        above = [bare(text) for text in self._above(column)]
        return any(loose_role_of(t) in ("code", "place") or CODE_END.search(t) for t in above)

    def _pairs(self, column: int) -> dict[tuple[str, str], None]:
        place = self._place or 0
        rows = self._outline.data
        return dict.fromkeys(
            (name, self._cell(i, column)) for i in rows if (name := self._cell(i, place))
        )

    def _cell(self, i: int, column: int) -> str:
        return chinese_of(self._cells[i][column]) if column < len(self._cells[i]) else ""


def _reader_of(words: Sequence[str]) -> Callable[[str], Place | None]:
    """Return what reads the codes under a header: numbers and two letters only where it says by whom they are."""
    if any(word.endswith(DIVISIONS) for word in words):
        return of_division
    iso = any(word.startswith("iso") for word in words)
    if any("m49" in word for word in words) or (iso and any("num" in word for word in words)):
        return of_number
    return _of_letters if iso else of_three_letters


def _of_letters(code: str) -> Place | None:
    return place_of(code.upper())


def _is_contrary(name: str, found: Place) -> bool:
    """Whether a name is that of countries, of which the code has none."""
    others = [p for p in register.candidates(name) if p.level in ("country", "aggregate")]
    return bool(others) and found not in register.candidates(name)
