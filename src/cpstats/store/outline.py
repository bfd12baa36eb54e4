"""Where the parts of a sheet lie: title lines, header, keys, figures, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.store.cells import MISSING, number, period_of

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet

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
    ),
    "indicator": ("指标", "项目", "指标名称", "indicator", "item"),
    "time": (
        "时间",
        "年份",
        "年度",
        "月份",
        "季度",
        "日期",
        "年",
        "time",
        "year",
        "period",
        "date",
    ),
    "part": ("quarter", "qtr", "month"),
    "unit": ("单位", "计量单位", "unit"),
    "other": (
        "vintage",
        "version",
        "source",
        "note",
        "notes",
        "status",
        "flag",
        "fips",
        "代码",
        "编码",
        "行政区划代码",
        "版本",
        "来源",
        "备注",
        "序号",
    ),
}
TITLES = {
    "database": ("数据库",),
    "indicator": ("指标", "指标名称"),
    "place": ("地区", "区域", "地域"),
    "unit": ("单位", "计量单位"),
    "time": ("时间",),
}
NOTE = re.compile(
    r"^\s*(注|数据来源|资料来源|来源|说明|备注|Notes?|Sources?)\s*[:：.]?", re.IGNORECASE
)
TITLE = re.compile(r"^(数据库|指标|地区|时间|单位|计量单位)\s*:")
PLACE_END = re.compile(r"(省|市|区|县|州|盟|旗|全国|地区|中国)$")


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the parts of a sheet lie: rows of the header, first row of data, kinds of the keys."""

    header: range
    data: range
    keys: dict[int, str]


def _first_data_row(cells: list[list[str]]) -> int | None:
    """Return the first row with a key and numbers behind it, not all of them periods."""
    for position, row in enumerate(cells):
        behind = [c for c in row[1:] if c]
        values = [c for c in behind if number(c) is not None]
        if (
            row
            and row[0]
            and any(period_of(c) is None for c in values)
            and len(values) * 2 >= len(behind)
        ):
            return position
    return None


def outline_of(sheet: Sheet, cells: list[list[str]]) -> Outline:
    """Return where header, keys and figures of a sheet lie.

    Raises
    ------
    DataError
        When no table is found.
    """
    start = _first_data_row(cells)
    if start is None:
        raise DataError(
            "no table is recognised in it",
            where=sheet.name,
            mend="A table has a header with periods or indicators, and numbers below it.",
        )
    first = start
    while first > 0 and sum(bool(c) for c in cells[first - 1]) > 1:
        if TITLE.match(cells[first - 1][0]):
            break
        first -= 1
    header, data = range(first, start), range(start, end_of_data(cells, start))
    return Outline(header, data, _keys(cells, header, data))


def end_of_data(cells: list[list[str]], start: int) -> int:
    """Return the row of the first note, or the number of rows."""
    stop = start
    while stop < len(cells) and not (cells[stop] and NOTE.match(cells[stop][0])):
        stop += 1
    return stop


def _keys(cells: list[list[str]], header: range, data: range) -> dict[int, str]:
    """Return what columns hold: `place`, `indicator`, `time`, `part` of a year, `unit`, `other`.

    Leading columns are looked at by header and content, those behind by their header.
    """
    found: dict[int, str] = {}
    width = max(len(cells[i]) for i in data)
    named = {c: k for c in range(width) if (k := _named(cells, header, data, c))}
    for column in range(width):
        texts = _texts(cells, data, column)
        kind = named.get(column, "")
        numbers = sum(any(c.isdigit() for c in t) or t in MISSING for t in texts)
        if not kind and column and (numbers * 2 >= len(texts) or not texts):
            break
        if not kind:
            kind = _kind_by_content(texts) if not column else "other"
            if kind in named.values() or ("place" in named.values() and _codes(texts)):
                kind = "other"  # a code beside the name
        if column and kind == "other" and not all(t.isascii() for t in texts):
            kind = "indicator" if "indicator" not in found.values() else "other"
        found[column] = kind
    found |= {
        c: k
        for c, k in named.items()
        if c not in found and (k == "other" or k not in found.values())
    }
    if "time" in found.values() and "place" not in found.values():
        # names beside periods, with labels above the numbers, are those of places
        return {c: "place" if kind == "indicator" and not c else kind for c, kind in found.items()}
    return found


def _codes(texts: list[str]) -> bool:
    return all(t.isdigit() for t in texts)


def _texts(cells: list[list[str]], rows: range, column: int) -> list[str]:
    return [cells[i][column] for i in rows if column < len(cells[i]) and cells[i][column]]


def _named(cells: list[list[str]], header: range, data: range, column: int) -> str:
    """Return what the header says a column holds, if the cells below it are of that kind."""
    kind = _kind_by_header(_texts(cells, header, column))
    if not kind or not column:
        return kind
    texts = [t for t in _texts(cells, data, column) if t not in MISSING]
    numbers = sum(number(t) is not None for t in texts) * 2 > len(texts)
    if kind == "other":
        return kind
    if kind in ("time", "part"):
        short = all(t.removesuffix(".0").isdigit() and len(t) < 7 for t in texts)
        return kind if short or not numbers else ""
    return "" if numbers or not texts else kind


def _kind_by_header(above: list[str]) -> str:
    for text in above:
        for word in re.split(r"[\s/()]+", text.casefold()):
            for kind, words in KEYS.items():
                if word in words or text.casefold() in words:
                    return kind
    return ""


def _kind_by_content(texts: list[str]) -> str:
    if sum(period_of(t) is not None for t in texts) * 2 > len(texts):
        return "time"
    if sum(bool(PLACE_END.search(t)) for t in texts) * 2 > len(texts):
        return "place"
    return "indicator"


def titles_of(rows: list[list[str]]) -> dict[str, str]:
    """Return what the lines above the header say: database, indicator, place, unit, time."""
    found: dict[str, str] = {}
    for row in rows:
        text = " ".join(c for c in row if c)
        name, colon, value = text.partition(":")
        for kind, words in TITLES.items():
            if colon and name.strip() in words:
                found.setdefault(
                    kind, value.strip().split(" ")[0] if kind == "unit" else value.strip()
                )
        if text and not colon:
            found.setdefault("title", text)
        if unit := re.search(r"单位\s*:\s*([^\s()]+)", text):
            found.setdefault("unit", unit[1])
    return found
