"""The places of a text: names of divisions and words such as 全市, read from where one stands."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.gazetteer import register
from cpstats.gazetteer.china import (
    NATION,
    is_autonomous,
    is_city,
    is_code,
    is_municipal,
    level_of,
    parent_of,
    same_prefecture,
)
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

UPPER = ("country", "province", "city", "prefecture")  # levels above the county
RELATIVE = {
    word: scope
    for scope, words in {
        "nation": "全国 我国 全国各地",
        "province": "全省 我省 本省",
        "city": "全市 我市 本市",
        "region": "全区 我区 本区 全自治区",
        "county": "全县 我县 本县 全旗 我旗 本旗",
        "prefecture": "全州 我州 全盟 我盟 全地区",
        "here": "本地 当地 全域 境内 全境 辖区内",
    }.items()
    for word in words.split()
}
NOWHERE = "-"  # a part of the country that has no code of its own
REGIONS = [
    "东部地区",
    "中部地区",
    "西部地区",
    "东北地区",
    "中西部地区",
    "沿海地区",
    "京津冀地区",
    "京津冀区域",
    "长三角地区",
    "长三角区域",
    "长江三角洲地区",
    "长江三角洲区域",
    "珠三角地区",
    "珠江三角洲地区",
    "粤港澳大湾区九市",
    "成渝地区",
    "黄河流域地区",
]
_SUFFIXES = (
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
_COMMON = frozenset(SECTIONS["common"])


def relative(word: str, here: str | None, nation: str | None = NATION) -> str | None:
    """Return the place that 全市, 我省 … mean in a text about a place; None where there is none.

    What the nation is the package says.

    >>> relative("全市", "110114"), relative("全市", "130723"), relative("全市", "440000")
    ('110000', '130700', None)
    >>> relative("全区", "450000"), relative("全区", "110114"), relative("全国", None)
    ('450000', '110114', '100000')
    >>> relative("全国", "VN"), relative("全县", "青禾县"), relative("全市", "青禾县")
    ('VN', '青禾县', None)
    """
    scope = RELATIVE.get(word)
    if scope == "nation":
        return here if here in countries().values() else nation
    if here is None or scope is None or scope == "here":
        return here
    if not is_code(here):  # a place that only the user's tables know
        return here if here.endswith(word[-1]) else None
    return _scoped(scope, here)


def _scoped(scope: str, here: str) -> str | None:
    chain = [here]
    while (above := parent_of(chain[-1])) is not None:
        chain.append(above)
    for code in chain:
        level, municipal = level_of(code), is_municipal(code)
        fits = {
            "province": level == "province" and not municipal,
            "city": level == "city" or (level == "province" and municipal) or is_city(code),
            "region": level == "county" or (level == "province" and is_autonomous(code)),
            "county": level == "county",
            "prefecture": level == "city",
        }
        if fits[scope]:
            return code
    return None


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
def no_names() -> frozenset[str]:
    """Return words that begin like a former name: 新建县域医疗中心 are newly built, in counties."""
    former = _former({line[1] for line in filter(_is_division, register.cells())})
    return frozenset(f"{name}域" for name, _ in former)


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


_PARTS_OF_WORDS = frozenset(SECTIONS["inside_words"])
_NO_COUNTRY = pattern(r"(?<=国)[际企资有土债家]|(?<=日本)[市省区县报州地台院]")
_INSIDE = frozenset("精道立执审穿跨超近今昨每次同当即0123456789对自从向与")


def is_country(line: str, start: int, end: int) -> bool:
    """Return whether the name of a country is no part of other words: 精英国际, 穿越南北, 21日本报.

    Nor is it the place of what is traded with it: 对德国出口.

    >>> is_country("精英国际学校", 1, 3), is_country("韩国失业率", 0, 2), is_country("对德国出口", 1, 3)
    (False, True, False)
    """
    return line[max(0, start - 1) : start] not in _INSIDE and _NO_COUNTRY.match(line, end) is None


@lru_cache(maxsize=8)
def names(here: str | None) -> Mapping[str, str]:
    """Return place names and their codes as a text about a place reads them.

    A county's name that several counties bear is that of the nearest; the short name of a county
    (昌平) is read only in a text about its own surroundings.
    """
    far = _names()
    near: dict[str, str] = {}
    for code, name in _counties().get((here or "")[:2], ()):
        if not same_prefecture(code, here or ""):
            continue
        near[name] = code
        short = _short(name)
        if len(short) > 1 and short not in far:  # 南昌 is the city, not the county in it
            near.setdefault(short, code)
    return {**far, **near}


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
    for suffix in _SUFFIXES:
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
