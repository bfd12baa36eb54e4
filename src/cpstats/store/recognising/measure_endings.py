"""The endings of Chinese labels that say the measure, and whether it is cumulated from January, the longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    import re

OF_YEARS = pattern(r"(?:[比较](?:19|20)\d\d年?|平均|年均)$")
BEFORE = pattern(r"[比较]上[月季期]")  # on the period before: 环比
JOINED = pattern(r"[及与和、]其?(?:同比|比上年)?$")  # 产值及增速: of two things

# ending, measure, cumulated
ENDINGS: tuple[tuple[str, str, bool | None], ...] = (
    ("累计同比增长", "growth", True),
    ("累计同比增速", "growth", True),
    ("累计增长率", "growth", True),
    ("累计增长", "growth", True),
    ("累计增速", "growth", True),
    ("当季同比增长", "growth", False),
    ("当月同比增长", "growth", False),
    ("当月增长", "growth", False),
    ("本月增长", "growth", False),
    ("当期同比增速", "growth", False),
    ("当月同比增速", "growth", False),
    ("当季同比增速", "growth", False),
    ("当期同比增长", "growth", False),
    ("累计同比", "growth", True),
    ("当月同比", "growth", False),
    ("当季同比", "growth", False),
    ("同比增长率", "growth", None),
    ("同比增长", "growth", None),
    ("同比增速", "growth", None),
    ("比上年同期增长", "growth", None),
    ("比去年同期增长", "growth", None),
    ("比上年增长", "growth", None),
    ("较上年同期增长", "growth", None),
    ("较上年增长", "growth", None),
    ("比上年同期增减", "growth", None),
    ("比上年增减", "growth", None),
    ("同比增减", "growth", None),
    ("同比", "growth", None),
    ("增长率", "growth", None),
    ("增长速度", "growth", None),
    ("增速", "growth", None),
    ("增幅", "growth", None),
    ("增长", "growth", None),
    ("累计值", "level", True),
    ("累计完成", "level", True),
    ("当季值", "level", False),
    ("当月值", "level", False),
    ("当期值", "level", False),
    ("期末值", "level", False),
    ("_累计", "level", True),
    ("_当期", "level", False),
    ("绝对额", "level", None),
    ("绝对量", "level", None),
    ("绝对数", "level", None),
    ("绝对值", "level", None),
    ("总量", "level", None),
)
ENDED = tuple(ending for ending, _, _ in ENDINGS)


def endings_of(label: str) -> tuple[tuple[str, str, bool | None], ...]:
    """Return the endings that a label has, the longest first, each with the measure it says.

    >>> endings_of("产值累计增长"), endings_of("产值"), endings_of("Growth")
    ((('累计增长', 'growth', True), ('增长', 'growth', None)), (), ())
    """
    return tuple(e for e in ENDINGS if label.endswith(e[0])) if label.endswith(ENDED) else ()


def is_ending(ending: str, name: str, unit: str) -> bool:
    """Whether an ending says the measure of the name before it: a growth over years has a name of its own.

    >>> is_ending("增速", "产值", ""), is_ending("增速", "产值及", ""), is_ending("增长", "产值比2015年", "%")
    (True, False, False)
    """
    rate = ending != "增长" or (unit == "%" and not OF_YEARS.search(name))
    return rate and not JOINED.search(name)


def is_amount(name: str, unit: str) -> bool:
    """Whether a label is of how much something changed, not by how much per cent.

    >>> is_amount("比年初增减", "亿元"), is_amount("比年初增减", "%")
    (True, False)
    """
    return name.endswith("增减") and unit != "%"


def named_growth(other: re.Match[str]) -> str:
    """Return the name of a growth of its own, in brackets."""
    kind = other["kind"] or "环比"
    return f"({'环比' if BEFORE.match(kind) else kind}增长)"
