"""A short name for a part of one whole that stands below another: 第一产业 below 从业人员 is no value added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.keeping.renaming import with_names
from cpstats.message import Message
from cpstats.model.place import folded
from cpstats.model.unit import Unit
from cpstats.store.recognising.titles import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator
    from cpstats.store.recognising.recognised import Recognised


OF_WHICH = ", 其中:"  # behind a whole, before a part of it
LEVELS = [
    re.compile(form)
    for form in (
        r"[一二三四五六七八九十]{1,3}、",
        r"[(（][一二三四五六七八九十]{1,3}[)）]",
        r"\d\d?[.、．](?!\d)",
        r"[(（]\d\d?[)）]",
    )
]


class OtherWholes:
    """Aliases of parts (`parts.csv`) below what is not their whole: they get the name that stands above."""

    def __init__(self) -> None:
        self._own: dict[str, str] = {}  # as decided where a name was first seen
        self._above = ""
        self._over: dict[int, str] = {}  # the last names with a number, by the level of that

    def named(self, sheet: Recognised, catalogue: Catalogue) -> Recognised:
        """Return a sheet, or a piece of one, with the names that such parts get.

        Where the table names a unit of another kind for the part than for what stands above, it is no
        part of that.
        """
        name = sheet.header.index("indicator")
        units = dict(reversed([*_units(sheet)]))
        texts = dict.fromkeys(row[name] for row in sheet.rows)
        for text in texts:
            whole, level = _whole_of_part(catalogue, text), _level(text)
            over = self._over_level(level) if level else self._above
            if not whole and not (self._above and text.endswith(f", {self._above}")):
                self._above = text.partition(OF_WHICH)[0]
                self._over = {n: t for n, t in self._over.items() if n < level} | {
                    level: self._above
                }
            elif whole and text not in self._own:
                above = over or _subject(sheet, catalogue, text)
                other = above and catalogue.known_indicator(above) != whole
                other = other and _one_kind(units.get(text, ""), units.get(above, ""))
                self._own[text] = f"{above}, {text}" if other else text
        found = {t: own for t in texts if (own := self._own.get(t, t)) != t}
        if not found:
            return sheet
        told = Message(
            "{}: what stands above is not the whole that the catalogue means by the name",
            "{}：其上方不是目录中该名称所属的总体",
            tuple(found.values()),
        )
        return with_names(sheet, found, told)

    def _over_level(self, level: int) -> str:
        """Return the last name whose number is of a higher level than this one: 一、 over （二） behind 1."""
        higher = [n for n in self._over if 0 < n < level]
        return self._over[max(higher)] if higher else ""


def _level(text: str) -> int:
    """Return the level of the number before a name as a line of an outline; 0 for none.

    >>> [_level(text) for text in ("一、工业", "（二）林业", "3.渔业", "(4)牧业", "农业", "3.5吨以下")]
    [1, 2, 3, 4, 0, 0]
    """
    return next((n for n, form in enumerate(LEVELS, 1) if form.match(text)), 0)


def _units(sheet: Recognised) -> Iterator[tuple[str, str]]:
    """Yield each name with the unit of one of its levels."""
    column = {name: number for number, name in enumerate(sheet.header)}
    name, unit, measure = column["indicator"], column.get("unit"), column.get("measure")
    if unit is None:
        return
    for row in sheet.rows:
        if row[unit] and (measure is None or row[measure] in ("", "level")):
            yield row[name], row[unit]


def _whole_of_part(catalogue: Catalogue, text: str) -> str:
    """Return the whole of a part that a text names without what is counted; empty for anything else.

    第一产业 is such a name of 第一产业增加值; 服务业增加值 and 出口总值 say themselves what they count.
    """
    known = catalogue.known_indicator(text)
    of = catalogue.parts.get(known)
    if of is None or text in catalogue.indicators:
        return ""
    thing = catalogue.indicators[known]
    if folded(text) in {folded(thing.name_zh), folded(thing.name_en)}:
        return ""
    counted = [word for word in _counted(thing) if len(word) > 1]
    return of.whole if counted and not any(word in text for word in counted) else ""


def _counted(thing: Indicator) -> set[str]:
    """Return what stands behind a short name in the full one: 增加值 of 第一产业增加值."""
    called = thing.name_zh
    return {called.removeprefix(a) for a in thing.aliases if a} - {called}


def _subject(sheet: Recognised, catalogue: Catalogue, text: str) -> str:
    """Return what the title is about, where it names neither the whole of a part nor what the part counts."""
    title = sheet.titles.get("title", "")
    part = catalogue.indicators[catalogue.known_indicator(text)]
    whole = catalogue.indicators[catalogue.parts[part.indicator].whole]
    names = {folded(name) for name in (*whole.names, *_counted(part)) if name}
    return "" if any(name in folded(title) for name in names) else subject_of(title)


def _one_kind(one: str, other: str) -> bool:
    """Whether two units may be those of a whole and its part: of one kind, or one of them not said."""
    return not (one and other) or Unit.of(one).root == Unit.of(other).root
