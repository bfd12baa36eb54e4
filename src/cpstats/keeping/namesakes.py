"""Two names in one table that the catalogue has for one indicator: 财政收入 beside 一般公共预算收入."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.keeping.renaming import with_names
from cpstats.message import Message
from cpstats.model.place import folded

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised

    Key = tuple[str, ...]


class Namesakes:
    """Names of one indicator with figures of one place and period: the table means two, the alias is its own."""

    def __init__(self) -> None:
        self._own: dict[str, str] = {}  # as decided where a name was first seen
        self._seen: set[str] = set()

    def named(self, sheet: Recognised, catalogue: Catalogue) -> Recognised:
        """Return a sheet, or a piece of one, with the names that such aliases get."""
        name = sheet.header.index("indicator")
        texts = dict.fromkeys(row[name] for row in sheet.rows)
        called: dict[str, list[str]] = {}
        for text in texts:
            if known := catalogue.known_indicator(text):
                called.setdefault(known, []).append(text)
        for known, both in called.items():
            if len(both) > 1:
                self._decide(sheet, catalogue, known, both)
        self._seen |= {*texts}
        found = {text: own for text in texts if (own := self._own.get(text))}
        if not found:
            return sheet
        told = Message(
            "{}: an indicator of the file's own, since the table has both names",
            "{}：作为文件自己的指标，因为表中两个名称并列",
            tuple(found.values()),
        )
        return with_names(sheet, found, told)

    def _decide(
        self, sheet: Recognised, catalogue: Catalogue, known: str, texts: list[str]
    ) -> None:
        """Give all but one of the texts a name of their own, where a figure of each has the same key."""
        thing = catalogue.indicators[known]
        whole = {known, folded(thing.name_zh), folded(thing.name_en)}
        kept = next((t for t in texts if t == known or folded(t) in whole), texts[0])
        keys = _keys(sheet, {*texts})
        for text in texts:
            if text != kept and text not in self._seen and keys[text] & keys[kept]:
                self._own[text] = f"{text}(≠{kept})"


def _keys(sheet: Recognised, texts: set[str]) -> dict[str, set[Key]]:
    """Return of what place, period and measure each of some names has figures."""
    at = {name: number for number, name in enumerate(sheet.header)}
    rest = [at[c] for c in ("ref_area", "time_period", "measure", "source", "vintage") if c in at]
    keys: dict[str, set[Key]] = {text: set() for text in texts}
    for row in sheet.rows:
        if row[at["indicator"]] in texts:
            keys[row[at["indicator"]]].add(tuple(row[c] for c in rest))
    return keys
