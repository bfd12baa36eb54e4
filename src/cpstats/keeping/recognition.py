"""What was recognised in a foreign file, in both languages.

The readers say it in English, in clauses of closed forms; the clauses are put into Chinese here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cpstats.model.text import Text

CLAUSES = {
    "commas": "逗号分隔",
    "tabs": "制表符分隔",
    "“{}”": "以“{}”分隔",
    "in pieces": "分批读取",
    "workbook": "工作簿",
    "{} title lines": "标题{}行",
    "header in line {}": "表头在第{}行",
    "no header": "无表头",
    "place in column {}": "地区在第{}列",
    "indicator in column {}": "指标在第{}列",
    "time in column {}": "时间在第{}列",
    "part in column {}": "季度或月份在第{}列",
    "unit in column {}": "单位在第{}列",
    "status in column {}": "状态在第{}列",
    "column {} left out": "第{}列略去",
    "{} notes": "注释{}行",
    "{} lines": "{}行",
    "{} computed rows are left out": "略去计算所得的{}行",
    "{} figures": "数据{}个",
    "{} places": "地区{}个",
    "{} indicators": "指标{}个",
    "{} periods": "时期{}个",
    "{} to {}": "{} 至 {}",
}
SENTENCES = {
    "no place is named: China is meant (--area names another)": (
        "未写明地区：视为全国（可用 --area 指定）"
    ),
    "no unit is named for {}: that of the catalogue is meant, if it is there (--unit names another)": (
        "{}未写明单位：目录有该指标时按目录单位（可用 --unit 指定）"
    ),
    "marks of footnotes behind numbers and names are left out": "数字与名称后的脚注标记已略去",
    "the place is taken from the title: {} (--area names another)": (
        "地区取自标题：{}（可用 --area 指定）"
    ),
    "the period is taken from the title: {} (--when names another)": (
        "时期取自标题：{}（可用 --when 指定）"
    ),
    "the flag e (estimated) is read as provisional": "标记 e（估计数）视为初步数",
    "the place that is written once holds for the lines below it": "只写一次的地区沿用到下面各行",
    "the indicator that is written once holds for the lines below it": "只写一次的指标沿用到下面各行",
    "the time that is written once holds for the lines below it": "只写一次的时间沿用到下面各行",
    "column {} (“{}”) holds no numbers: left out": "第{}列（“{}”）没有数字，略去",
    "codes of {} and {} digits stand side by side: a leading zero may have been lost": (
        "同一列的代码有{}位和{}位：可能丢失了开头的0"
    ),
    "figures below the notes are not read, from line {} on": "注释之下的数据未读取（第{}行起）",
    "the sheet “{}” is hidden: left out": "工作表“{}”为隐藏，略去",
    "the comma is the decimal mark": "逗号是小数点",
    "commas group thousands: {} (--decimal comma: they do not)": (
        "逗号是千分位：{}（若是小数点，用 --decimal comma）"
    ),
    "[{}]: no table is recognised in it: left out": "工作表“{}”：未识别到表，略去",
}


def recognition(line: str) -> Text:
    """Return a line of what was recognised in both languages.

    >>> recognition("UTF-8, commas; 3 title lines, header in line 4").zh
    'UTF-8，逗号分隔；标题3行，表头在第4行'
    """
    if sentence := _matched(line, "sentences"):
        return Text(line, sentence)
    parts = [[_matched(c, "clauses") or c for c in part.split(", ")] for part in line.split("; ")]
    return Text(line, "；".join("，".join(part) for part in parts))


def _matched(text: str, kind: str) -> str:
    for pattern, words in _patterns(kind):
        if found := pattern.fullmatch(text):
            return words.replace("{}", "%s") % found.groups()
    return ""


@lru_cache(maxsize=2)
def _patterns(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    table = SENTENCES if kind == "sentences" else CLAUSES
    return tuple(
        (re.compile(re.escape(english).replace(r"\{\}", "(.+?)")), words)
        for english, words in table.items()
    )
