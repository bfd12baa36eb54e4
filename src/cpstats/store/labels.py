"""What a bureau writes over a column: name, measure, unit and cumulation in one label.

`国内生产总值累计值(亿元)` is the indicator 国内生产总值, a level, cumulated from January, in 亿元;
`居民消费价格指数(上年同月=100)` is an index on the same month of the year before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cpstats.store.sheet import plain
from cpstats.store.titles import is_unit


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart; `cumulated` from January, None where it does not say."""

    name: str
    measure: str = "level"
    unit: str = ""
    cumulated: bool | None = None


BRACKETS = re.compile(r"^(?P<name>.*?)\s*\((?P<inside>[^()]*)\)$")
INDEX = ("上年=100", "上年同月=100", "上年同期=100", "上年同季=100")
# ending, measure, cumulated
ENDINGS: tuple[tuple[str, str, bool | None], ...] = (
    ("累计同比增长", "growth", True),
    ("累计同比增速", "growth", True),
    ("累计增长率", "growth", True),
    ("累计增长", "growth", True),
    ("累计增速", "growth", True),
    ("当季同比增长", "growth", False),
    ("当月同比增长", "growth", False),
    ("同比增长率", "growth", None),
    ("同比增长", "growth", None),
    ("同比增速", "growth", None),
    ("比上年增长", "growth", None),
    ("增长率", "growth", None),
    ("增长速度", "growth", None),
    ("增速", "growth", None),
    ("累计值", "level", True),
    ("当季值", "level", False),
    ("当月值", "level", False),
    ("当期值", "level", False),
    ("期末值", "level", False),
)


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label:
    """Take a label apart; what is not recognised stays in the name.

    >>> label_of("国内生产总值累计值(亿元)")
    Label(name='国内生产总值', measure='level', unit='亿元', cumulated=True)
    >>> label_of("工业增加值同比增长（%）")
    Label(name='工业增加值', measure='growth', unit='%', cumulated=None)
    >>> label_of("地区生产总值指数(上年=100)")
    Label(name='地区生产总值', measure='index', unit='上年=100', cumulated=None)
    """
    made = Label(plain(text))
    inside = BRACKETS.match(made.name)
    if inside and inside["inside"] in INDEX:
        name = inside["name"].removesuffix("指数")
        return Label(name, "index", "上年=100")
    if inside and is_unit(inside["inside"]):
        made = replace(made, name=inside["name"], unit=inside["inside"])
    for ending, measure, cumulated in ENDINGS:
        name = made.name.removesuffix(ending)
        if name and name != made.name:
            return replace(made, name=name.strip("_- "), measure=measure, cumulated=cumulated)
    return made
