"""The words over the columns of tables, Chinese and English, and what a column of cells looks like."""

from __future__ import annotations

import re

from cpstats.store.cells import period_of

KEYS = {
    "place": (
        "地区",
        "省份",
        "省市",
        "省级",
        "城市",
        "区县",
        "区域",
        "省",
        "市",
        "region",
        "area",
        "place",
        "province",
        "country",
        "economy",
        "state",
        "country name",
        "region name",
        "geo",
        "geography",
        "location",
        "territory",
        "member state",
    ),
    "indicator": (
        "指标",
        "项目",
        "指标名称",
        "行业",
        "产业",
        "类别",
        "indicator",
        "item",
        "industry",
        "variable",
        "series",
        "series name",
        "description",
        "measure",
    ),
    "time": (
        "时间",
        "年份",
        "年度",
        "月份",
        "季度",
        "日期",
        "年",
        "月",
        "季",
        "observation_date",
        "time",
        "year",
        "period",
        "date",
    ),
    "part": ("quarter", "qtr", "month"),
    "unit": ("单位", "计量单位", "unit"),
    "status": ("flag", "flags", "status", "obs_status", "obs_flag", "状态", "数据状态"),
    "other": (
        "vintage",
        "version",
        "source",
        "note",
        "notes",
        "fips",
        "iso",
        "iso2",
        "iso3",
        "代码",
        "编码",
        "行政区划代码",
        "版本",
        "来源",
        "备注",
        "序号",
        "位次",
        "排名",
        "名次",
        "rank",
    ),
}
PART_OF_YEAR = frozenset(("月", "月份", "季", "季度"))
PLACE_END = re.compile(r"(省|市|区|县|州|盟|旗|全国|地区|中国)$")


CODE_END = re.compile(r"(代码|编码|码|codes?|\bid|_id)$", re.IGNORECASE)
ERA = re.compile(r"(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元)年?")


def kind_by_header(above: list[str]) -> str:
    """Return what the texts above a column say it holds; empty: nothing."""
    if any(CODE_END.search(text) for text in above):
        return "other"  # a code beside the name
    for text in above:
        for word in re.split(r"[\s/()\\]+", text.casefold()):
            for kind, words in KEYS.items():
                if word in words or text.casefold() in words:
                    return kind
    return ""


def kind_by_content(texts: list[str]) -> str:
    """Return what a first column holds, by most of its cells."""
    if sum(bool(ERA.fullmatch(t)) for t in texts) * 2 > len(texts):
        return "other"  # the year of an era, beside the year
    if sum(period_of(t) is not None for t in texts) * 2 > len(texts):
        return "time"
    if sum(bool(PLACE_END.search(t)) for t in texts) * 2 > len(texts):
        return "place"
    return "indicator"
