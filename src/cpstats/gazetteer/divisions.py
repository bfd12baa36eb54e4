"""Provinces and prefectures of China by their GB/T 2260 codes, for tables that name them.

The codes and Chinese names are those of the package cpca 0.5.5 (MIT licence). English names are
Hanyu Pinyin (by pypinyin 0.55, MIT licence) or the usual spelling (Hohhot, Lhasa); one that two
prefectures share has its province in brackets.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from cpstats.model.catalogue import folded
from cpstats.model.place import Place

FILE = Path(__file__).with_name("gb2260.csv")


def division(text: str) -> Place | None:
    """Return the province or prefecture that has this code, name (with or without suffix) or slug."""
    return _by_name().get(folded(text))


def divisions_of(parent: str) -> tuple[str, ...]:
    """Return the codes of the provinces, or prefectures, directly below a place."""
    every = {p.ref_area: p for p in _by_name().values()}
    return tuple(p.ref_area for p in every.values() if p.parent == parent)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Place]:
    found: dict[str, Place] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            aliases = tuple(a for a in row.pop("aliases").split("|") if a)
            place = Place(**row, aliases=aliases)
            for name in place.names:
                found.setdefault(folded(name), place)
    return found
