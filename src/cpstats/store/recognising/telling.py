"""What was recognised in a table, in words: its layout, its size, what had to be assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message, counted, joined
from cpstats.model.indicator import UNNAMED_UNIT
from cpstats.model.period import Period
from cpstats.model.unit import Unit
from cpstats.model.words import STATUS
from cpstats.store.cells import WITHOUT_WORD
from cpstats.store.sheet import kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEFT = Message("column {} left out", "第{}列略去")
MANY_LEFT = Message("columns {} left out", "第{}列略去")
IN_COLUMN = Message("{} in column {}", "{}在第{}列")
FOOTNOTES = Message(
    "marks of footnotes behind numbers and names are left out", "数字与名称后的脚注标记已略去"
)
ESTIMATED = Message("the flag e (estimated) is read as provisional", "标记 e（估计数）视为初步数")
MARKED = Message("marks behind periods are left out", "时期后的标记已略去")
NATION = Message(
    "an export of the national bureau: the nation (--area names another)",
    "国家统计局导出的数据：视为全国（可用 --area 指定）",
)


def status_of_period(text: str, status: str) -> Message:
    """Say that what stands behind a period is the status of its figures."""
    word = STATUS[status]
    return Message(
        "{}: its figures are marked {}", "{}：其数据记为“{}”", text, Message(word.en, word.zh)
    )


def of_flag(flag: str) -> Message | None:
    """Say of a flag that it is read as a status of another name, or without one; None where there is nothing to say."""
    if flag == "e":
        return ESTIMATED
    word = WITHOUT_WORD.get(flag)
    said = "the flag {} is read without a status", "标记 {} 不记为状态"
    return Message(*said, word) if word else None


def described_flag(flag: str) -> Message:
    """Say that a flag has no status here, which a column of the file describes."""
    return Message(
        "the flag {}, described in the file, is read without a status",
        "标记 {}（文件中有说明）不记为状态",
        flag,
    )


CODED = Message(
    "codes before or behind the names of places are no part of them", "地区名称前后的代码不属于名称"
)


def behind_names(unmarked: Mapping[str, str]) -> Message:
    """Say which names carried the mark of a footnote."""
    return Message(
        "marks of footnotes are no part of the names: {}",
        "名称后的脚注标记已略去：{}",
        tuple(f"“{name}”" for name in list(unmarked)[:3]),
    )


def layout(
    bytes_: Message, titles: int, header: int | None, keys: Mapping[int, str], notes: int
) -> Message:
    """Return how a table lies: `header` is the line of its first header, None without one."""
    head = (
        Message("no header", "无表头")
        if header is None
        else Message("header in line {}", "表头在第{}行", header)
    )
    left = [c + 1 for c, kind in keys.items() if kind == "other"]
    words = LEFT if len(left) < 2 else MANY_LEFT
    columns: list[Message] = []
    for c, kind in keys.items():
        if kind != "other":
            columns.append(Message(IN_COLUMN.en, IN_COLUMN.zh, kind_of(kind), c + 1))
        elif c + 1 == left[0]:
            columns.append(Message(words.en, words.zh, tuple(left)))
    top = joined([counted(titles, "title line", "标题{}行"), head])
    parts = [
        bytes_,
        top,
        *([joined(columns)] if columns else []),
        counted(notes, "note", "注释{}行"),
    ]
    return joined(parts, en="; ", zh="；")


def size(figures: int, places: int, indicators: int, periods: Message) -> Message:
    """Return how much a table holds."""
    counts = [
        counted(figures, "figure", "数据{}个"),
        counted(places, "place", "地区{}个"),
        counted(indicators, "indicator", "指标{}个"),
        periods,
    ]
    return joined(counts)


def size_of(rows: Sequence[Sequence[str]]) -> Message:
    """Return how much observations hold, which begin as `recognised.HEADER` does, and from when to when."""
    periods = sorted({Period.parse(code) for code in {row[2] for row in rows}})
    places, indicators = (len({row[column] for row in rows}) for column in (1, 0))
    return size(len(rows), places, indicators, span(periods[0], periods[-1]))


def span(first: object, last: object) -> Message:
    """Return from when to when the figures are."""
    return Message("{} to {}", "{} 至 {}", first, last)


def is_scale(unit: str) -> bool:
    """Whether a unit is a power of ten and does not say of what: 万, thousands."""
    of = Unit.of(unit)
    return not of.base and bool(of.power)


def unnamed_units(rows: Sequence[Sequence[str]]) -> list[Message]:
    """Say of which levels no unit is named, but for those whose name says so."""
    levels = dict.fromkeys(
        (row[0], row[5]) for row in rows if row[3] == "level" and not row[0].endswith(UNNAMED_UNIT)
    )
    bare = list(dict.fromkeys(name for name, unit in levels if not unit or is_scale(unit)))
    named = (*bare[:3], "…") if len(bare) > 3 else tuple(bare)
    said = Message(
        "no unit is named for {}: that of the catalogue is meant, if it is there "
        "(--unit names another)",
        "{}未写明单位：目录有该指标时按目录单位（可用 --unit 指定）",
        named,
    )
    return [said] if bare else []


def not_numbers(column: int, header: str) -> Message:
    """Say that a column holds words."""
    return Message(
        "column {} (“{}”) holds no numbers: left out",
        "第{}列（“{}”）没有数字，略去",
        column,
        header,
    )


def serial(text: str, period: object) -> Message:
    """Say that days are numbers as spreadsheets count them."""
    return Message(
        "days are numbers, as a spreadsheet counts them: {} is {}",
        "日期为电子表格的日数：{} 为 {}",
        text,
        period,
    )


def growth_by_name(name: str) -> Message:
    """Say that figures are taken to be per cent, since their name says growth."""
    return Message(
        "{} says growth: its figures are per cent (--unit names another)",
        "{}表示增长：视为百分数（可用 --unit 指定）",
        name,
    )


def of_republic(periods: Mapping[str, object]) -> Message:
    """Say that years are counted from 1911."""
    each = [*periods.items()]
    first, last = each[0], each[-1]
    return Message(
        "{} to {} are counted from 1911, as Taiwan counts: {} to {}",
        "{} 至 {} 为民国纪年：{} 至 {}",
        first[0],
        last[0],
        first[1],
        last[1],
    )


def grown_in(label: str, period: Period) -> Message:
    """Return that growth without a period is taken to be of the one beside it."""
    return Message(
        "“{}” names no period: it is taken for that of {}, which stands beside it",
        "“{}”未注明时期：按其旁的{}理解",
        label,
        period,
    )


def period_of_corner(period: Period) -> Message:
    """Return that the period is the one over the names."""
    return Message(
        "the period is taken from the corner of the table: {} (--when names another)",
        "时期取自表头左上角：{}（可用 --when 指定）",
        period,
    )


def beside_periods(column: int, header: str) -> Message:
    """Say that a column beside those of periods is none of them."""
    return Message(
        "column {} (“{}”) is of no single period: left out",
        "第{}列（“{}”）不属于某一时期，略去",
        column,
        header,
    )


def missing_marks(marks: Sequence[str]) -> Message:
    """Say which unusual signs are read as missing figures."""
    return Message("read as missing: {}", "视为缺数：{}", tuple(f"“{m}”" for m in marks))


def carried(kind: str) -> Message:
    """Say that a name holds for the lines below it."""
    return Message(
        "the {} that is written once holds for the lines below it",
        "只写一次的{}沿用到下面各行",
        kind_of(kind),
    )


def places_across(word: str) -> Message:
    """Say that the names over the columns are places, since a word for such stands over them."""
    return Message(
        "the names over the columns are places: “{}” stands over them",
        "各列上方的名称为地区：其上方写有“{}”",
        " ".join(word.split()),
    )


def place_of_title(name: str) -> Message:
    """Say that the place is that of the title."""
    return Message(
        "the place is taken from the title: {} (--area names another)",
        "地区取自标题：{}（可用 --area 指定）",
        name,
    )


def bounds(labels: Sequence[str]) -> Message:
    """Say which columns are read as the ends of a range."""
    return Message(
        "{} are read as bounds of the figures beside them, under names of their own",
        "{}视为旁列数据的上下限，另立名称",
        tuple(f"“{label}”" for label in labels),
    )


def period_of_title(period: Period) -> Message:
    """Say that the title names the period of what names none."""
    return Message(
        "the period is taken from the title: {} (--when names another)",
        "时期取自标题：{}（可用 --when 指定）",
        period,
    )


def period_of_sheet(name: str) -> Message:
    """Say that the name of the sheet names the period."""
    return Message(
        "the period is taken from the name of the sheet: {} (--when names another)",
        "时期取自工作表名：{}（可用 --when 指定）",
        name,
    )


def indicator_of_title(name: str) -> Message:
    """Say that the title names the indicator."""
    return Message(
        "the indicator is taken from the title: {} (--indicator names another)",
        "指标取自标题：{}（可用 --indicator 指定）",
        name,
    )


def place_around(name: str, what: Message) -> Message:
    """Say that the place is that of the name of a sheet or file, or in a title."""
    return Message(
        "the place is taken from {1}: {0} (--area names another)",
        "地区取自{1}：{0}（可用 --area 指定）",
        name,
        what,
    )


def of_contents(sheet: str) -> Message:
    """Say that another sheet says of this one what its figures are of, or in which unit."""
    return Message(
        "what the sheet is about is said on the sheet “{}”", "本工作表的内容由工作表“{}”说明", sheet
    )


def growth_of_title(text: str) -> Message:
    """Say that a line above the table makes the figures growth."""
    return Message(
        "the figures are growth in per cent, as a line above them says: {}",
        "表上方注明各数为增长率（%）：{}",
        text,
    )


def place_of_parts(word: str, name: str, parts: int) -> Message:
    """Say that a word for the whole is the place that holds the others of the table."""
    return Message(
        "{} is taken for {}, which holds {} places of the table (--area names another)",
        "{}按{}理解，表中{}个地区均属之（可用 --area 指定）",
        word,
        name,
        parts,
    )


def place_of_ids(name: str) -> Message:
    """Say that the place is that which the ids of the series stand for."""
    return Message(
        "the place is taken from the ids of the series: {} (--area names another)",
        "地区取自序列代码：{}（可用 --area 指定）",
        name,
    )


def indicator_around(name: str, what: Message) -> Message:
    """Say that sheet or file name the indicator."""
    return Message(
        "the indicator is taken from the name of {1}: {0} (--indicator names another)",
        "指标取自{1}的名称：{0}（可用 --indicator 指定）",
        name,
        what,
    )


def several_tables(number: int) -> Message:
    """Say that a sheet holds several tables."""
    return counted(number, "table in the sheet", "工作表中有{}张表", many="tables in the sheet")


def below_notes(line: int) -> Message:
    """Say that there are figures among the notes."""
    return Message(
        "figures below the notes are not read, from line {} on",
        "注释之下的数据未读取（第{}行起）",
        line,
    )


def another_zone(text: str, day: str) -> Message:
    """Say that a stamp in universal time is read as the midnight of another zone."""
    return Message(
        "{} is read as midnight of {} in its own time zone",
        "{}按其所在时区的{}零时读取",
        text,
        day,
    )


def several_units(units: str) -> Message:
    """Say that a title names more than one unit."""
    return Message(
        "the title names several units, {}: none is taken (--unit names one)",
        "标题写有多个单位（{}）：均不采用（可用 --unit 指定）",
        units,
    )


def like_codes(name: str) -> Message:
    """Say that the figures of an indicator never change."""
    return Message(
        "{} is the same in every period for each place: it may be a code",
        "{}各地区各期数值相同：可能是代码",
        name,
    )


def cut_off(where: str, number: str) -> Message:
    """Say that a text ends with a number that is too small."""
    return Message(
        "the text ends at {} with {}, out of line: it may be cut off",
        "文本在 {} 处以 {} 结束，与前后不符：文件可能不完整",
        where,
        number,
    )
