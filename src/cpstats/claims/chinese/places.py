"""The places of a Chinese text: which words are a place, which are a part of other words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.terms.divisions import former_names, seen_from
from cpstats.claims.terms.own_places import own_names
from cpstats.claims.terms.scopes import RELATIVE, relative
from cpstats.gazetteer.china import NATION
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue

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


@lru_cache(maxsize=1)
def no_names() -> frozenset[str]:
    """Return words that begin like a former name: 新建县域医疗中心 are newly built, in counties."""
    return frozenset(f"{name}域" for name in former_names())


_NO_COUNTRY = pattern(r"(?<=国)[际企资有土债家]|(?<=日本)[市省区县报州地台院]")
_INSIDE = frozenset("精道立执审穿跨超近今昨每次同当即0123456789对自从向与")


def is_country(line: str, start: int, end: int) -> bool:
    """Return whether the name of a country is no part of other words: 精英国际, 穿越南北, 21日本报.

    Nor is it the place of what is traded with it: 对德国出口.

    >>> is_country("精英国际学校", 1, 3), is_country("韩国失业率", 0, 2), is_country("对德国出口", 1, 3)
    (False, True, False)
    """
    return line[max(0, start - 1) : start] not in _INSIDE and _NO_COUNTRY.match(line, end) is None


def place_of(words: str, here: str | None, catalogue: Catalogue) -> str | None:
    """Return the place that words name as a text about a place reads them: 全市, 北京市."""
    if words in RELATIVE:
        return relative(words, here, catalogue.nation_of(here) or NATION)
    return own_names(catalogue).get(words) or seen_from(words, here)
