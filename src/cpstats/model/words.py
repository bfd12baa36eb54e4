"""The words a person reads for the codes a machine reads, in both languages."""

from __future__ import annotations

from cpstats.model.text import Text

MEASURE = {
    "level": Text("level", "水平"),
    "growth": Text("growth", "增长"),
    "average_growth": Text("average growth a year", "年均增长"),
    "growth_gap": Text("gap of growth, points", "增速差，百分点"),
    "average_growth_gap": Text("gap of average growth, points", "年均增速差，百分点"),
    "level_gap": Text("gap, points", "差，百分点"),
    "share": Text("share, %", "占比，%"),
    "ratio": Text("ratio", "相当于"),
    "index": Text("index, previous year = 100", "指数（上年=100）"),
    "multiple": Text("multiple", "倍数"),
    "milestone": Text("reached within the span", "期间达到"),
    "total": Text("total over the span", "期间累计"),
    "maximum": Text("highest within the span", "期间最高"),
}
BASIS = {
    "constant": Text("real", "实际"),
    "current": Text("nominal", "名义"),
    "scope": Text("on a comparable scope", "可比口径"),
}
METHOD = {
    "published": Text("published", "公布数"),
    "geometric": Text("levels of one release", "同一版本的水平值"),
    "chained": Text("chained rates", "由公布增速连乘"),
    "difference": Text("difference", "相减"),
    "quotient": Text("quotient", "相除"),
    "implied": Text("implied by two published figures", "由两个公布数推得"),
}
STATUS = {
    "provisional": Text("provisional", "初步"),
    "revised": Text("revised", "修订"),
    "final": Text("final", "最终"),
    "forecast": Text("forecast or target", "预计或目标"),
}
REASON = {
    "missing_base": Text("no figure for the base period", "缺基期数据"),
    "missing_current": Text("no figure for the period", "缺当期数据"),
    "base_nonpositive": Text("the base is zero or negative", "基数为零或负"),
    "mixed_vintage": Text("no one release has both figures", "没有同一版本的可比数据"),
    "mixed_price_basis": Text("real and nominal may not be mixed", "实际与名义不可混用"),
    "series_break": Text("the series breaks in between", "序列中断，不可比"),
    "unit_mismatch": Text("the units differ", "单位不一致"),
    "too_few": Text("too few figures", "数据太少"),
    "bound_only": Text("only a bound or a rounded-off figure is known", "只有上下限或约数"),
    "ambiguous_span": Text("the span can be read in two ways", "时段有歧义"),
}
FREQ = {
    "half": Text("half years", "半年"),
    "quarter": Text("quarters", "季度"),
    "month": Text("months", "月度"),
    "ytd": Text("cumulated from January", "累计"),
}
UNIT = {  # the canonical sign is Chinese
    "百分点": Text("points", "百分点"),
    "倍": Text("times", "倍"),
    "上年=100": Text("(previous year = 100)", "（上年=100）"),
}
AS_PRINTED = Text("as printed: ", "原文：")
EQUAL = Text("equal within rounding", "舍入范围内持平")
COMPARE = {
    "share": Text("share: it adds up over places", "占比：可跨地区相加"),
    "ratio": Text("ratio: per head or a concentration", "倍数：人均或浓度"),
    "points": Text("percentage points: it is a rate in %", "百分点：以%表示的比率"),
    "none": Text("not compared", "不作比较"),
}
