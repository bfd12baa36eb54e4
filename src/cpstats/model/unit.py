"""A unit is a base and a power of ten; conversion between units of one base is exact.

The list is closed: a unit that is not in it is an error, not a new unit. A user's catalogue may
declare further bases.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.errors import FormError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Collection

    from cpstats.model.text import Lang


class UnitError(FormError):
    """A unit that is not known, or two that measure different things."""


PREFIXES = {
    "": 0,
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
    "十万亿": 13,
    "百万亿": 14,
}
# Base units that take the prefixes above: money, people, things counted, areas, lengths, energy.
COUNTED = [
    "元",
    "美元",
    "欧元",
    "英镑",
    "日元",
    "港元",
    "人",
    "人次",
    "人天",
    "户",
    "家",
    "个",
    "项",
    "件",
    "条",
    "所",
    "座",
    "辆",
    "台",
    "套",
    "张",
    "床",
    "栋",
    "处",
    "次",
    "例",
    "起",
    "宗",
    "只",
    "头",
    "羽",
    "本",
    "册",
    "部",
    "艘",
    "架",
    "列",
    "班",
    "名",
    "位",
    "户次",
    "单",
    "笔",
    "吨",
    "吨标准煤",
    "公斤",
    "克",
    "吨公里",
    "人公里",
    "千瓦时",
    "千瓦",
    "度",
    "公里",
    "米",
    "平方米",
    "平方公里",
    "公顷",
    "亩",
    "立方米",
    "标箱",
    "天",
    "小时",
    "分钟",
    "岁",
    "年",
    "月",
    "倍",
]
# Units that stand alone.
PLAIN = (
    "%",
    "‰",
    "百分点",
    "上年=100",
    "上月=100",
    "上年同月=100",
    "上年同期=100",
    "1978年=100",
    "微克/立方米",
    "毫克/立方米",
    "元/平方米",
    "元/人",
    "元/吨",
    "元/公斤",
    "人/平方公里",
    "吨标准煤/万元",
    "公斤/亩",
    "公斤/公顷",
    "分贝",
    "摄氏度",
    "毫米",
    "分",
    "级",
    "",
)
# The same unit under another name: (base, power of ten).
ALIASES: dict[str, tuple[str, int]] = {
    "人民币元": ("元", 0),
    "圆": ("元", 0),
    "千米": ("公里", 0),
    "平方千米": ("平方公里", 0),
    "千克": ("公斤", 0),
    "万度": ("千瓦时", 4),
    "个百分点": ("百分点", 0),
    "pct": ("%", 0),
    "percent": ("%", 0),
    "per cent": ("%", 0),
    "pp": ("百分点", 0),
    "ppt": ("百分点", 0),
    "percentage point": ("百分点", 0),
    "point": ("百分点", 0),
    "μg/m3": ("微克/立方米", 0),
    "μg/m³": ("微克/立方米", 0),
    "ug/m3": ("微克/立方米", 0),
    "yuan": ("元", 0),
    "rmb": ("元", 0),
    "cny": ("元", 0),
    "dollar": ("美元", 0),
    "us dollar": ("美元", 0),
    "us$": ("美元", 0),
    "usd": ("美元", 0),
    "$": ("美元", 0),
    "euro": ("欧元", 0),
    "eur": ("欧元", 0),
    "person": ("人", 0),
    "people": ("人", 0),
    "inhabitant": ("人", 0),
    "household": ("户", 0),
    "km": ("公里", 0),
    "square metre": ("平方米", 0),
    "square meter": ("平方米", 0),
    "m2": ("平方米", 0),
    "square kilometre": ("平方公里", 0),
    "square kilometer": ("平方公里", 0),
    "km2": ("平方公里", 0),
    "ton": ("吨", 0),
    "tonne": ("吨", 0),
    "mu": ("亩", 0),
    "time": ("倍", 0),
    "index": ("上年=100", 0),
}
_ENGLISH_POWER = {
    "trillion": 12,
    "100 billion": 11,
    "10 billion": 10,
    "billion": 9,
    "bn": 9,
    "100 million": 8,
    "10 million": 7,
    "million": 6,
    "mn": 6,
    "100,000": 5,
    "100 000": 5,
    "100 thousand": 5,
    "10,000": 4,
    "10 000": 4,  # as the yearbooks write it
    "10000": 4,
    "10 thousand": 4,
    "thousand": 3,
    "1,000": 3,
    "1 000": 3,
    "hundred": 2,
}
_CONVERTIBLE = {("‰", "%"): -1, ("%", "‰"): 1}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, its base and its power of ten.

    >>> Unit.parse("万亿元").shift_to(Unit.parse("亿元"))
    4
    """

    symbol: str
    base: str
    power: int = 0

    @classmethod
    def parse(cls, text: str, *, known: Collection[str] = ()) -> Unit:
        """Read a Chinese or an English spelling.

        Parameters
        ----------
        text : str
            `亿元`, `万人`, `%`, `billion yuan`, `percentage points` …
        known : collection of str
            Further units, which a catalogue declares; each is a base of its own.

        Raises
        ------
        UnitError
            When the unit is not known.
        """
        if text in known and _read(text) is None:
            return cls(text, text)
        found = _read(text)
        if found is None:
            raise UnitError(Message("“{}” is no known unit", "“{}”不是已知的单位", text))
        return cls(text, *found)

    def shift_to(self, other: Unit) -> int:
        """Return the power of ten that turns a number in this unit into one in the other.

        Raises
        ------
        UnitError
            When the two measure different things.
        """
        if self.base != other.base:
            between = _CONVERTIBLE.get((self.base, other.base))
            if between is None:
                raise UnitError(
                    Message(
                        "{} and {} measure different things",
                        "{}与{}计量的对象不同",
                        self.symbol,
                        other.symbol,
                    )
                )
            return between
        return self.power - other.power

    def label(self, lang: Lang) -> str:
        """Return the unit as a table shows it."""
        return _LABELS.get(self.symbol, self.symbol) if lang == "en" else self.symbol


_LABELS = {
    "百分点": "points",
    "倍": "times",
    "位": "place",
    "亿元": "100 million yuan",
    "元": "yuan",
    "万人": "10,000 persons",
    "上年=100": "previous year = 100",
    "微克/立方米": "μg/m³",
}


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[str, int] | None:
    # NFKC turns full-width signs into plain ones, but also μ and ³; both forms are listed
    clean = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    for form in (text.strip(), clean):
        if form in PLAIN:
            return form, 0
        if form in ALIASES:
            return ALIASES[form]
        for prefix in sorted(PREFIXES, key=len, reverse=True):
            rest = form.removeprefix(prefix) if form.startswith(prefix) else None
            if rest is not None and rest in COUNTED:
                return rest, PREFIXES[prefix]
            if rest is not None and prefix and rest in ALIASES:
                base, power = ALIASES[rest]
                return base, power + PREFIXES[prefix]
    return _english(clean.casefold())


def _english(text: str) -> tuple[str, int] | None:
    """Read `billion yuan`, `yuan bn`, `CNY 100 million`, `10,000 persons`."""
    words = text.removesuffix(" of yuan")
    for name in sorted(_ENGLISH_POWER, key=len, reverse=True):
        power = _ENGLISH_POWER[name]
        for rest in (words.removeprefix(f"{name} "), words.removesuffix(f" {name}")):
            if rest != words and (found := _singular(rest)) is not None:
                return found[0], found[1] + power
    return _singular(words)


def _singular(text: str) -> tuple[str, int] | None:
    for form in (text, text.removesuffix("s")):
        if form in ALIASES:
            return ALIASES[form]
    return None
