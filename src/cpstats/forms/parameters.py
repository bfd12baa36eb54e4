"""The parameters that several questions share, each defined once."""

from __future__ import annotations

from typing import Any

from cpstats.forms.form import Parameter
from cpstats.model.text import Text

BASES = ("real", "nominal")

INDICATORS = Parameter(
    name="indicators",
    kind=list,
    default=None,
    says=Text(
        "Id, name or alias of an indicator",
        "指标的标识、名称或别名",
        " (`cpstats list`).",
        "（cpstats list）。",
    ),
    metavar="[INDICATOR]...",
    completes="indicator",
    short=True,
)
BASIS = Parameter(
    name="basis",
    flags=("--basis",),
    says=Text("real or nominal (default: real where it can be had).", "real 或 nominal。"),
    metavar="NAME",
    words=BASES,
)
WHOLE = Parameter(
    name="of",
    flags=("--of",),
    says=Text(
        "The whole: another indicator of the same place (default: the benchmark place).",
        "整体：同一地区的另一指标（默认：基准地区）。",
    ),
    metavar="INDICATOR",
    completes="indicator",
    short=True,
)
BASE = Parameter(
    name="base",
    flags=("--base",),
    says=Text(
        "The period at 100 (default: the first that is shown).", "定为100的时期（默认：首期）。"
    ),
    metavar="PERIOD",
    short=True,
)
START = Parameter(
    name="start",
    flags=("--from",),
    says=Text("The base period.", "基期。"),
    metavar="PERIOD",
    short=True,
)
END = Parameter(
    name="end",
    flags=("--to",),
    says=Text("The last period.", "末期。"),
    metavar="PERIOD",
    short=True,
)
AMONG = Parameter(
    name="among",
    flags=("--among",),
    says=Text(
        "The places: under this one, all, a list with commas",
        "各地区：该地区所辖各地区、all、逗号分隔的名单",
        ", @FILE with one a line.",
        "、每行一个的 @文件。",
    ),
    metavar="PLACE",
    completes="place",
    short=True,
)


def _arranging(
    name: str, kind: type, en: str, zh: str, metavar: str = "", **more: Any
) -> Parameter:
    """Return a parameter that says how the answer is laid out."""
    default: object = {bool: False, int: None}.get(kind, "")
    return Parameter(
        name=name,
        kind=kind,
        default=default,
        flags=(f"--{name}",),
        says=Text(en, zh),
        metavar=metavar,
        arranges=True,
        **more,
    )


SCALE = _arranging(
    "scale",
    str,
    "Amounts shown in another scale: thousand, million, billion, 万, 亿.",
    "数额以万、亿、million 等显示。",
    "SCALE",
)
# How an answer of several rows is laid out.
ARRANGED = (
    _arranging(
        "where",
        str,
        'Only rows that meet a condition: "growth > 5 and level >= 1000".',
        "只列满足条件的行：“growth > 5 and level >= 1000”。",
        "CONDITION",
    ),
    _arranging(
        "sort",
        str,
        "Sort by a column, highest first (or: COLUMN asc).",
        "按某列排序，高者在前（或“列名 asc”）。",
        "COLUMN",
    ),
    _arranging("top", int, "Only the first N rows, with ties.", "只列前 N 行，含并列。", "N"),
    _arranging("bottom", int, "Only the last N rows, with ties.", "只列后 N 行，含并列。", "N"),
    _arranging(
        "rows",
        str,
        "What stands in rows: place, period or indicator; another stands in columns.",
        "以什么为行：place、period、indicator，另一项为列。",
        "NAME",
        words=("place", "period", "indicator"),
    ),
    _arranging("wide", bool, "Periods (or places) in columns.", "时期（或地区）作列。"),
    SCALE,
    _arranging(
        "summary",
        bool,
        "Below: counts, mean, median, percentiles.",
        "表下列出个数、平均数、中位数、百分位数。",
    ),
    _arranging(
        "weight",
        str,
        "What the means of --summary are weighted by.",
        "--summary 均值的权数。",
        "INDICATOR",
        completes="indicator",
    ),
)


def arranged(*but: str) -> tuple[Parameter, ...]:
    """Return the same without some that mean nothing to a question, or something else."""
    return tuple(one for one in ARRANGED if one.name not in but)


# What every question takes; a package is opened from `data` and `builtin` before it is asked.
SHARED = (
    Parameter(
        name="place",
        kind=list,
        default=None,
        flags=("--place", "-p"),
        says=Text(
            "Place: code, slug, name; `all`; `children:beijing`",
            "地区：代码、拼音、名称；all；children:beijing",
            ". Repeatable.",
            "。可重复。",
        ),
        metavar="PLACE",
        completes="place",
        short=True,
    ),
    Parameter(
        name="period",
        flags=("--period",),
        says=Text(
            "Periods: 2018..2024, 2024, 2020.., 2010,2015,2020, fyp14.",
            "时期：2018..2024、2024、2020..、2010,2015,2020、十四五。",
        ),
        metavar="A..B",
        short=True,
    ),
    Parameter(
        name="every",
        kind=int,
        default=None,
        flags=("--every",),
        says=Text(
            "One year in so many: from the first that is asked for, else the round ones.",
            "每隔若干年取一年：自所问首年起，否则取整年份。",
        ),
        metavar="YEARS",
    ),
    Parameter(
        name="exclude",
        kind=list,
        default=None,
        flags=("--exclude",),
        says=Text("A place to leave out", "不列入的地区", ". Repeatable.", "，可重复。"),
        metavar="PLACE",
        completes="place",
    ),
    Parameter(
        name="vs",
        flags=("--vs",),
        says=Text(
            "The place to compare with (default: the parent).", "对比的地区（默认：上级地区）。"
        ),
        metavar="PLACE",
        completes="place",
        short=True,
    ),
    Parameter(
        name="data",
        kind=list,
        default=None,
        flags=("--data",),
        says=Text(
            "Own data (repeatable): a folder with a package, a CSV file, -. Else CPSTATS_DATA.",
            "自有数据（可重复）：数据包文件夹、CSV 文件、-。否则取 CPSTATS_DATA。",
        ),
        metavar="DIR|FILE|-",
    ),
    Parameter(
        name="builtin",
        kind=bool,
        default=None,  # nothing said, which is yes
        flags=("--builtin/--no-builtin",),
        says=Text("Whether the built-in data are part of the answer.", "是否使用内置数据。"),
    ),
    Parameter(
        name="vintage",
        flags=("--vintage",),
        says=Text(
            "Only this release, e.g. census5, before-census4, first.",
            "只用这一版本，如 census5、before-census4、first。",
        ),
        metavar="NAME",
    ),
    Parameter(
        name="as_of",
        flags=("--as-of",),
        says=Text("Only what was known on that day.", "只用该日已知的数据。"),
        metavar="DATE",
    ),
    Parameter(
        name="source",
        flags=("--source",),
        says=Text(
            "Only this source",
            "只用这一来源",
            " (`cpstats list sources`).",
            "（cpstats list sources）。",
        ),
        metavar="ID",
    ),
    Parameter(
        name="allow_mixed",
        kind=bool,
        default=False,
        flags=("--allow-mixed",),
        says=Text(
            "Divide across releases; the reason stays in the row.",
            "允许跨版本相除；行内仍注明原因。",
        ),
    ),
    Parameter(
        name="convert",
        flags=("--convert",),
        says=Text(
            "Money in another currency: a CSV file of rates (place, period, rate, currency, per, source).",
            "折算货币：比率 CSV 文件（place、period、rate、currency、per、source）。",
        ),
        metavar="FILE",
    ),
)


def said(parameter: Parameter, en: str, zh: str) -> Parameter:
    """Return a parameter with help that fits one question better."""
    return parameter._replace(says=Text(en, zh))
