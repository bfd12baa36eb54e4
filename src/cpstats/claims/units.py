"""The units that are read behind a number, and what kind each is."""

from __future__ import annotations

from cpstats.claims.trie import pattern_of
from cpstats.model.unit import COUNTED, Unit, UnitError

MONEY = ("元", "美元", "欧元", "英镑", "日元", "港元", "人民币", "元人民币")
# Things counted one by one: a whole number of them is exact.
THINGS = tuple(
    "人次 人天 户次 亩次 件次 架次 辆次 车次 班次 课时 人 户 家 个 项 件 条 所 座 辆 台 套 张 床 栋 处 次 例 起 "
    "宗 只 头 羽 本 册 部 艘 架 列 班 名 位 单 笔 款 种 场 株 枚 尾 支 股 间 幢 眼 口 匹 篇 趟 站 根 块 份 "
    "家次 人份 剂次 支队 门 盏 对 片 孔 箱 瓶 袋 批 届次 艘次 标箱 标准箱 TEU 镇 乡 街道 村 市 县 区 州 省 旗".split()
)
MEASURED = tuple(
    "个小时 吨标准煤 吨公里 人公里 千瓦时 兆瓦 吉瓦 千瓦 吨 公斤 斤 克 公里 千米 米 厘米 毫米 平方米 平方公里 平方千米 "
    "公顷 亩 立方米 天 小时 分钟 岁 微克/立方米 毫克/立方米 微克/立方分米 微克 毫克 μg/m3 ug/m3 元/平方米 元/人 "
    "元/吨 元/公斤 元/斤 元/月 元/小时 元/人·月 人/平方公里 公斤/亩 吨/公顷 千克/亩 分贝 摄氏度 ℃ °C C m/s 米/秒 "
    "km/h 公里/小时 毫克/升 吨标准煤/万元 度/千瓦时 分 TB PB EB GB Gbps 万吨级 升 TWh GWh MW GW kW kWh km m2 km2 m3 mm".split()
)
RATES = ("%", "‰", "个百分点", "百分点", "个点", "成", "倍", "个基点", "基点")
_ONLY_SCALED = {"度": "度", "吨位": "吨位", "字": "字", "方": "方", "帧": "帧"}  # 万度, 亿方

UNIT = pattern_of({*MONEY, *THINGS, *MEASURED, *RATES, *COUNTED} - {"年", "月", "度"})
SCALED_ONLY = pattern_of(_ONLY_SCALED)
POWER = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)"

_POINTS = ("个百分点", "百分点", "个点")
_ENGLISH_POINTS = ("percentage points", "percentage point")


def is_percent(unit: str) -> bool:
    """Return whether a unit is a part of a hundred (or a tenth, or a fraction)."""
    return unit in ("%", "‰", "成", "fraction", "percent", "per cent")


def is_points(unit: str) -> bool:
    """Return whether a unit is percentage points."""
    return unit in (*_POINTS, *_ENGLISH_POINTS)


def is_counted(unit: str) -> bool:
    """Return whether whole numbers of this unit are exact: 5 家, but not 5 万家."""
    return unit.lstrip("余多") in THINGS


def base_of(unit: str) -> str | None:
    """Return the base of a unit, None where the model does not know it.

    >>> base_of("万亿元"), base_of("平方千米"), base_of("款")
    ('元', '平方公里', None)
    """
    try:
        return Unit.parse(unit).base
    except UnitError:
        return None
