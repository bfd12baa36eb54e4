"""The official Chinese names of China's divisions and of the countries, as texts write them."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.gazetteer import register
from cpstats.gazetteer.china import NATION, level_of, same_prefecture

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

UPPER = ("country", "province", "city", "prefecture")  # levels above the county
SUFFIXES = (
    "特别行政区",
    "自治县",
    "自治旗",
    "自治州",
    "新区",
    "地区",
    "林区",
    "省",
    "市",
    "县",
    "区",
    "旗",
    "盟",
)
_PARTS_OF_WORDS = frozenset(SECTIONS["inside_words"])
_COMMON = frozenset(SECTIONS["common"])


@lru_cache(maxsize=1)
def _official() -> tuple[tuple[str, str, str], ...]:
    """Return code, name and level of every division, the larger first."""
    lines = sorted(filter(_is_division, register.cells()), key=itemgetter(0))
    upper = [
        (line[0], name, "upper")
        for line in lines
        if line[5] in UPPER
        for name in (line[1], *line[6].split("|"))
        if name and not name.isascii()
    ]
    below = [(line[0], line[1], "county") for line in lines if line[5] not in UPPER]
    former = _former({name for _, name, _ in (*upper, *below)})
    return (*upper, *below, *((code, name, "county") for name, code in former))


@lru_cache(maxsize=1)
def _counties() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return code and name of every county, by the first two digits: those of its province."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, name, level in _official():
        if level != "upper":
            found.setdefault(code[:2], []).append((code, name))
    return found


def _is_division(line: Sequence[str]) -> bool:
    """Return whether a line of the register is a division of China that stands today."""
    return not line[8] and (line[4] != "" or line[5] not in ("country", "aggregate"))


def _former(known: Collection[str]) -> list[tuple[str, str]]:
    """Return names that no place bears any more, with the code of the place that bore it."""
    return [(name, code) for name, code in _borne() if name not in known]


def former_names() -> list[str]:
    """Return the names that a division of China bore and that none has today."""
    return [
        name for name, _ in _former({line[1] for line in filter(_is_division, register.cells())})
    ]


@lru_cache(maxsize=1)
def _borne() -> tuple[tuple[str, str], ...]:
    """Return the names that places bore, each with the code of its place."""
    return tuple(
        (name, line[0])
        for line in register.cells()
        if line[8] or line[9]
        for name in (
            *(one.partition("@")[0] for one in line[9].split("|")),
            line[1] if line[8] else "",
        )
        if name
    )


@lru_cache(maxsize=1)
def countries() -> Mapping[str, str]:
    """Return the Chinese names of the other countries with their codes.

    Those of two signs that stand inside other words are left out: 沿海地带 is not 海地.
    """
    return {
        line[1]: line[0]
        for line in register.cells()
        if line[5] == "country" and line[0] != NATION
        if len(line[1]) > 1 and line[1] not in _PARTS_OF_WORDS
    }


def names(here: str | None) -> Mapping[str, str]:
    """Return place names and their codes as a text about a place reads them.

    A county's name that several counties bear is that of the nearest; the short name of a county
    (昌平) is read only in a text about its own surroundings.
    """
    return {**_names(), **_near(here)}


def seen_from(name: str, here: str | None) -> str | None:
    """Return the code of a place as a text about another one reads its name, None for none."""
    return _near(here).get(name) or _names().get(name)


@lru_cache(maxsize=64)
def _near(here: str | None) -> Mapping[str, str]:
    """Return the names of what surrounds a place, and their codes."""
    far = _names()
    near: dict[str, str] = {}
    for code, name in _counties().get((here or "")[:2], ()):
        if not same_prefecture(code, here or ""):
            continue
        near[name] = code
        short = _short(name)
        if len(short) > 1 and short not in far:  # 南昌 is the city, not the county in it
            near.setdefault(short, code)
    return near


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Return the names that mean one place wherever a text speaks from."""
    found: dict[str, str] = {"全国": NATION, "中国": NATION, "我国": NATION}
    clash: set[str] = set()
    for code, name, level in _official():
        if level == "upper":
            if len(name) > 1 and name not in _COMMON:
                found.setdefault(plain(name), code)
        elif name in found and level_of(found[name]) == "county":
            clash.add(name)
        elif len(name) > 2:
            found.setdefault(name, code)
    return {name: code for name, code in found.items() if name not in clash}


def _short(name: str) -> str:
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) > 1:
            return name.removesuffix(suffix)
    return name


def name_of(code: str) -> str:
    """Return the official name of a code; the code itself where it has none.

    >>> name_of("130723"), name_of("610100"), name_of("999999")
    ('康保县', '西安市', '999999')
    """
    if code == NATION:
        return "中国"
    return next((name for known, name, _ in _official() if known == code), code)


def code_of(name: str) -> str | None:
    """Return the code of a code or an official name, None where there is no such place.

    >>> code_of("130723"), code_of("康保县"), code_of("CN"), code_of("乌有县")
    ('130723', '130723', '100000', None)
    """
    if name.upper() == "CN" or name == NATION:
        return NATION
    codes = {code for code, _, _ in _official()}
    return name if name in codes else names(None).get(name)
