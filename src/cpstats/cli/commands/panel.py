"""A calculation over whole panels: files of any size, on an engine, to a file."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from cpstats.cli.taken import argument, choice
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 155  # on the help page
HELP = Text(
    "A calculation over a whole panel: CSV or Parquet of any size, by pandas, Polars, DuckDB or Spark.",
    "对整个面板做计算：任意大小的 CSV 或 Parquet，由 pandas、Polars、DuckDB 或 Spark 执行。",
)
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = (
    "cpstats panel growth panel.csv --keys indicator,fips --time year --value val",
    "cpstats panel rank panel.csv --keys indicator,fips --over fips --time year --value val -o ranks.csv",
    "cpstats panel growth,gap panel.csv --keys indicator,fips --time year --value val --over fips --benchmark 00000",
)
WRITES_A_FOLDER = True
# What every panel is asked for: metavar, and words.
ASKED: dict[str, tuple[str, Text]] = {
    "keys": ("COLUMNS", Text("The columns that tell the series apart: indicator,fips.", "区分各序列的列：indicator,fips。")),
    "time": ("COLUMN", Text("The column of the periods (default: time_period).", "时期所在列（默认 time_period）。")),
    "value": ("COLUMN", Text("The column of the numbers (default: obs_value).", "数值所在列（默认 obs_value）。")),
    "partition": ("COLUMNS", Text("Write a folder of parts: one for each value of these columns.", "写成分区文件夹：这些列的每个取值一份。")),
    "engine": ("NAME", Text("pandas, polars, duckdb, spark or auto: by size and memory (default).", "pandas、polars、duckdb、spark 或 auto（默认：按大小与内存选择）。")),
    "memory": ("SIZE", Text("What it may take, 4GB; more is spilled to the disk.", "可用内存，如 4GB；超出部分写入磁盘。")),
    "spark": ("URL", Text("A cluster: spark://HOST:7077, sc://HOST:15002.", "集群地址：spark://HOST:7077、sc://HOST:15002。")),
}  # fmt: skip
# What single calculations take, by the names of their parameters; a test looks for every one.
WORDS: dict[str, tuple[str, Text]] = {
    "over": ("COLUMN", Text("The key whose members are compared, ranked, added up.", "被比较、排名或合计的键。")),
    "branch": ("COLUMN", Text("The key of the branches.", "行业所在的键。")),
    "benchmark": ("MEMBER", Text("The member of --over that is compared with.", "作为比较对象的 --over 成员。")),
    "whole": ("MEMBER", Text("The member that is the whole.", "代表总体的成员。")),
    "start": ("PERIOD", Text("The base of an average growth: 2020 for 2021–2025.", "平均增速的基期：2021–2025年为2020。")),
    "base": ("PERIOD", Text("The period that becomes 100.", "设为100的时期。")),
    "on": ("WORD", Text("Growth on: year, period, annualised.", "增速基准：year（同比）、period（环比）、annualised（折年率）。")),
    "as_": ("WORD", Text("A gap as: points, relative, ratio.", "差距形式：points（百分点）、relative（相对）、ratio（倍数）。")),
    "ties": ("WORD", Text("Ranks of equals: competition, dense.", "并列名次：competition、dense。")),
    "descending": ("YES|NO", Text("Whether the largest is the first (yes).", "是否从大到小排名（yes）。")),
    "years": ("N", Text("Over how many years.", "跨几年。")),
    "periods": ("N", Text("How many periods of a moving average.", "移动平均的期数。")),
    "decimals": ("N", Text("The digits behind the point that the numbers were printed with: gives intervals.", "数值公布时的小数位数：据此给出区间。")),
    "weight": ("COLUMN", Text("The column of the weights, such as people.", "权重所在列，如人口。")),
    "group": ("COLUMN", Text("The column of the groups.", "分组所在列。")),
    "form": ("T|L", Text("Which of Theil's measures.", "泰尔指数的形式。")),
    "epsilon": ("NUMBER", Text("The aversion to inequality of Atkinson's index.", "阿特金森指数的不平等厌恶系数。")),
    "logarithms": ("YES|NO", Text("The standard deviation of logarithms.", "对数的标准差。")),
    "upper": ("PERCENT", Text("The upper percentile (90).", "高百分位（90）。")),
    "lower": ("PERCENT", Text("The lower percentile (10).", "低百分位（10）。")),
    "top": ("PERCENT", Text("How many per cent are the top (20).", "最高的百分之几（20）。")),
    "small": ("PERCENT", Text("Growth of the whole below which no rate is given.", "总体增速低于此值时不给贡献率。")),
    "prices": ("COLUMN", Text("The column of the price index.", "价格指数所在列。")),
    "rate": ("COLUMN", Text("The column of the rates of conversion.", "折算率所在列。")),
    "price_basis": ("COLUMN", Text("The column of the price basis.", "价格口径所在列。")),
    "neighbours": ("FILE", Text("The pairs of neighbours, for Moran's I.", "相邻关系表，用于莫兰指数。")),
    "neighbour": ("COLUMN", Text("The column of the neighbour in that file.", "该表中邻居所在列。")),
}  # fmt: skip


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    calculation = Text(
        "One of those of the Python interface (growth, gap, rank, share, gini and others), or several in turn: "
        "growth,gap takes the gaps of the growth; growth+average_growth makes both of the same numbers.",
        "与 Python 接口同名的计算（growth、gap、rank、share、gini 等），或依次多个：growth,gap 取增速之差；growth+average_growth 对同一数据做两种计算。",
    )
    files = Text("Files, patterns, folders of parts.", "文件、通配符或分区文件夹。")
    where = Text("Only the rows of these members: indicator=gdp.", "只取这些行：indicator=gdp。")
    threads = Text("How many threads.", "线程数。")
    sort = Text("Write the rows in the order of the keys.", "按键的顺序写出各行。")
    return [
        argument("calculation", str, None, metavar="CALCULATION", help=calculation.to(lang)),
        argument("files", list, None, metavar="FILE...", help=files.to(lang)),
        *(_text(name, *said, lang) for name, said in ASKED.items()),
        choice("where", list, None, "--where", help_text=where.to(lang), metavar="COLUMN=MEMBER"),
        choice("threads", int, None, "--threads", help_text=threads.to(lang), metavar="N", min=1),
        choice("sort", bool, None, "--sort", help_text=sort.to(lang)),
        *(_text(name, *said, lang) for name, said in WORDS.items()),
    ]  # fmt: skip


def _text(name: str, metavar: str, says: Text, lang: Lang) -> Taken:
    flag = f"--{name.strip('_').replace('_', '-')}"
    return choice(name, str, "", flag, help_text=says.to(lang), metavar=metavar)


def answer(
    call: Call,
    *,
    calculation: str | None,
    files: list[str] | None,
    where: list[str] | None,
    threads: int | None,
    sort: bool | None,
    folder: str,
    **texts: str,
) -> Report:
    """Calculate over the files."""
    from cpstats.answers.ask import some
    from cpstats.cli.output import Format, Terminal, chosen
    from cpstats.cli.progress import progress
    from cpstats.panels.calculate import panel
    from cpstats.panels.request import AUTO, Request

    options = call.options
    name = some([calculation] if calculation else [], "calculation", EXAMPLES[0])[0]
    eye = Format.of(chosen(options, Terminal.of(os.environ))).eye
    request = Request(
        calculation=name,
        files=some(files, "file", EXAMPLES[0]),
        keys=_listed(texts["keys"]),
        time=texts["time"] or "time_period",
        value=texts["value"] or "obs_value",
        where=where or (),
        arguments={n: texts[n] for n in WORDS if texts[n]},
        engine=texts["engine"] or AUTO,
        memory=texts["memory"],
        threads=threads,
        spark=texts["spark"],
        output=folder,
        parts=_listed(texts["partition"]),
        sort=bool(sort),
        force=options.force,
        all_rows=not eye,
    )
    gc.freeze()  # what is loaded stays to the end, and is not looked through there; DuckDB is not yet
    with progress(quiet=options.quiet) as tell:
        return panel(request, tell)


def _listed(text: str) -> list[str]:
    return [word for word in text.split(",") if word]
