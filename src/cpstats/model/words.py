"""The words a person reads for the codes a machine reads, in both languages."""

from __future__ import annotations

from cpstats.model.text import Text

MEASURE = {
    "level": Text("level", "水平"),
    "growth": Text("growth", "增长"),
    "average_growth": Text("average growth a year", "年均增长"),
    "average_change": Text("average change a year, points", "年均变化，百分点"),
    "change": Text("change", "变化"),
    "growth_gap": Text("gap of growth, points", "增速差，百分点"),
    "average_growth_gap": Text("gap of average growth, points", "年均增速差，百分点"),
    "level_gap": Text("gap, points", "差，百分点"),
    "share": Text("share, %", "占比，%"),
    "ratio": Text("ratio", "相当于"),
    "rank": Text("rank", "位次"),
    "growth_rank": Text("rank of growth", "增速位次"),
    "rank_change": Text("places up", "位次变化"),
    "growth_rank_change": Text("places up in growth", "增速位次变化"),
    "share_change": Text("change of share, points", "占比变化，百分点"),
    "contribution": Text("contribution, points", "拉动，百分点"),
    "contribution_rate": Text("contribution rate, %", "贡献率，%"),
    "revision": Text("revision, %", "修订，%"),
    "growth_revision": Text("effect on growth, points", "对增速的影响，百分点"),
    "required_growth": Text("growth needed a year, %", "还需年均增速，%"),
    "progress": Text("of the way, %", "进度，%"),
    "growth_on_period": Text("growth on the period before", "环比增长"),
    "growth_annualised": Text("growth on the period before, annualised", "环比折年率"),
    "gap": Text("gap", "差额"),
    "relative_gap": Text("gap, % of the benchmark", "相对差距，%"),
    "elasticity": Text("elasticity", "弹性系数"),
    "deflator_growth": Text("implied price change", "隐含价格变动"),
    "doubling_time": Text("doubling time", "翻一番所需年数"),
    "half_life": Text("half-life", "减半所需年数"),
    "location_quotient": Text("location quotient", "区位商"),
    "sigma": Text("dispersion of logarithms (sigma)", "对数标准差（σ）"),
    "variation": Text("coefficient of variation", "变异系数"),
    "beta_speed": Text("speed of catching up (beta)", "追赶速度（β）"),
    "sum_of_places": Text("sum over places", "各地区合计"),
    "mean_growth": Text("weighted mean of growth", "加权平均增速"),
    "per_head": Text("per head", "人均"),
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
    "competition": Text("competition ranking (1 2 2 4)", "并列占位（1 2 2 4）"),
    "dense": Text("dense ranking (1 2 2 3)", "并列不占位（1 2 2 3）"),
    "share_times_growth": Text("share of the year before × growth", "上年占比×增速"),
    "change_over_whole": Text("change over the whole of the year before", "增量/上年整体"),
    "cumulative": Text("cumulative method, levels of one release", "累计法，同一版本的水平值"),
    "least_squares": Text("least squares", "最小二乘"),
    "exponential": Text("exponential between the ends", "指数法（首末）"),
    "logarithm": Text("logarithm", "对数"),
    "sum": Text("sum", "求和"),
    "weighted": Text("weighted with the levels of the year before", "按上年水平加权"),
    "mean_population": Text(
        "over the mean of the populations at the ends of the year and of the year before",
        "除以年平均人口（上年末与本年末平均）",
    ),
    "same_year_population": Text(
        "over the population of the same year (that of the year before is not known)",
        "除以同年人口（缺上年人口）",
    ),
    "stated_population": Text(
        "over the population of the same year, which is itself a mean or of mid-year",
        "除以同年人口（该人口指标本身为年平均或年中数）",
    ),
    "population": Text("population standard deviation", "总体标准差"),
    "deflated": Text("nominal growth deflated", "名义增速平减"),
    "text": Text("given by the text", "原文所述"),
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
ONLY_FORECAST = Text("only a forecast or a target is known", "只有预计数或目标数")
FREQ = {
    "half": Text("half years", "半年"),
    "quarter": Text("quarters", "季度"),
    "month": Text("months", "月度"),
    "ytd": Text("cumulated from January", "累计"),
}
AS_PRINTED = Text("as printed: ", "原文：")
EQUAL = Text("equal within rounding", "舍入范围内持平")
COMPARE = {
    "share": Text("share: it adds up over places", "占比：可跨地区相加"),
    "ratio": Text("ratio: per head or a concentration", "倍数：人均或浓度"),
    "points": Text("percentage points: it is a rate in %", "百分点：以%表示的比率"),
    "none": Text("not compared", "不作比较"),
}
