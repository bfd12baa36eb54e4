"""Tables as they are downloaded become a data package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.streams import standard_input
from cpstats.cli.taken import argument, choice
from cpstats.message import Message
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 160  # on the help page
HELP = Text(
    "Read tables as they are downloaded (CSV in any encoding, workbooks) into a data package.",
    "读取下载的原始表格（任意编码的 CSV、工作簿），写成数据包。",
)
SHARED = ("data", "builtin", "vintage")  # of what the questions take
EXAMPLES = (
    "cpstats import data.csv --dry-run",
    "cpstats import data.csv -o mydata",
    "cpstats import table.csv --area 河北省 -o hebei",
)
WRITES_A_FOLDER = True


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    dry = Text("Say what is recognised and write nothing.", "只报告识别结果，不写入。")
    parquet = Text(
        "Keep the figures as Parquet (extra `engines`).",
        "以 Parquet 保存数据（附加组件 engines）。",
    )
    mapping = Text(
        "How to read it: an import.toml of an earlier import.", "读取方式：先前的 import.toml。"
    )
    indicator = Text("The indicator, where the file does not name it.", "文件未注明时的指标。")
    area = Text(
        "The place, where the file does not name it; {} for what the names of several files do not share, {sheet} those of sheets.",
        "文件未注明时的地区；{} 表示各文件名不同之处，{sheet} 表示各工作表名不同之处。",
    )
    unit = Text("The unit, where the file does not name it.", "文件未注明时的单位。")
    when = Text(
        "The period, where the file does not name it; {} as well.", "文件未注明时的时期；{} 同上。"
    )
    said = [
        choice(name, str, "", f"--{flag}", help_text=text.to(lang), metavar=metavar)
        for name, flag, metavar, text in (
            ("indicator", "indicator", "NAME", indicator),
            ("area", "area", "PLACE", area),
            ("unit", "unit", "UNIT", unit),
            ("when", "when", "PERIOD", when),
            ("measure", "measure", "NAME", Text("What the figures are: level, growth, index and others", "数值形式：level、growth、index 等。")),
            ("encoding", "encoding", "NAME", Text("Of a text file, such as gb18030.", "文本文件的编码，如 gb18030。")),
            ("divider", "divider", "SIGN", Text("Between the cells of a text file, such as tab.", "文本文件的分隔符，如 tab。")),
            ("sheet", "sheet", "NAME", Text("The one sheet of the workbook.", "工作簿中的工作表。")),
            ("decimal", "decimal", "MARK", Text("The mark before the fraction: point or comma.", "小数点：point（点）或 comma（逗号）。")),
            ("thousands", "thousands", "MARK", Text("What groups thousands: comma, point, space or apostrophe.", "千分位符号：comma（逗号）、point（点）、space（空格）或 apostrophe（撇号）。")),
            ("missing", "missing", "SIGNS", Text("More signs for missing figures, divided by blanks.", "更多表示缺数的符号，以空格分隔。")),
            ("basis", "basis", "BASIS", Text("The prices of amounts: constant:2019, current.", "金额的价格口径：constant:2019、current。")),
            ("total", "total", "PLACE", Text("The place that is the whole of the others.", "由其他地区合成的整体。")),
            ("released", "released", "DATE", Text("When this release came out.", "此版本的发布日期。")),
            ("fiscal", "fiscal", "WORD", Text("By which year FY2009 is named: ends, begins, or the calendar year; with which month such years begin: 4; both: ends:4.", "FY2009 按哪一年命名：ends（终止年）、begins（起始年）或 calendar（自然年）；年度从几月开始：4；两者：ends:4。")),
            ("dates", "dates", "ORDER", Text("In 01/02/2021: day-first or month-first; of 2020-12-31 23:00: same-day or next-day.", "01/02/2021 的顺序：day-first（日在前）或 month-first（月在前）；2020-12-31 23:00 属于当日（same-day）还是次日（next-day）。")),
            ("era", "era", "WORD", Text("How years are counted: bikram (2078 is 2021/22), buddhist (2566 is 2023), persian (1402 is 2023/24), ethiopian, minguo (98 is 2009), or common.", "纪年：bikram（2078 即 2021/22）、buddhist（2566 即 2023）、persian（1402 即 2023/24）、ethiopian、minguo（98年即2009年），或 common（公元）。")),
            ("brackets", "brackets", "WORD", Text("What a number in brackets, (99.7), is: negative, or plain.", "括号内的数（如 (99.7)）：negative（负数）或 plain（原数）。")),
            ("unread", "unread", "WORD", Text("Sheets that cannot be read beside others: skip them, and say which and why.", "其他工作表可读而无法读取的工作表：skip 表示略去，并说明哪些及原因。")),
            ("header", "header", "LINES", Text("The lines of the header: 3, or 3-4.", "表头所在行：3 或 3-4。")),
        )
    ]  # fmt: skip
    column = Text(
        "What a column holds, by its header or number: place, indicator, name (a part of it), time, "
        "part, unit, scale, freq, status, value, parent (of the place) or skip; of `header`, the names over "
        "the columns: place or name.",
        "某列（表头或列号）的内容：place、indicator、name（指标名的一部分）、time、part、unit、scale、freq、"
        "status、value、parent（上级地区）或 skip；header 指各列上方的名称：place 或 name。",
    )
    flag = Text(
        "What a flag behind a number means: provisional, revised, final, forecast or nothing.",
        "数字后标记的含义：provisional、revised、final、forecast 或空。",
    )
    return [
        argument("files", list, None, metavar="FILE..."),
        choice("dry", bool, None, "--dry-run", help_text=dry.to(lang)),
        choice("parquet", bool, None, "--parquet", help_text=parquet.to(lang)),
        choice(
            "mapping", str, "", "--recipe", "--mapping", help_text=mapping.to(lang), metavar="FILE"
        ),
        *said,
        choice(
            "column",
            list,
            None,
            "--column",
            help_text=column.to(lang),
            metavar="NAME=KIND",
        ),
        choice("flag", list, None, "--flag", help_text=flag.to(lang), metavar="FLAG=STATUS"),
    ]


def answer(
    call: Call,
    *,
    files: list[str] | None,
    dry: bool | None,
    parquet: bool | None,
    mapping: str,
    area: str,
    when: str,
    column: list[str] | None,
    flag: list[str] | None,
    folder: str,
    **texts: str,
) -> Report:
    """Read the files and write the package."""
    from pathlib import Path

    from cpstats.answers.ask import some
    from cpstats.cli.progress import progress
    from cpstats.errors import UsageError
    from cpstats.keeping.importing import import_files
    from cpstats.store.hints import Hints, pairs

    names = some(files, "file", "cpstats import data.csv -o mydata")
    if names[0] == "-" and not folder and not dry:
        raise UsageError(
            Message(
                "the folder for what standard input brings is missing",
                "未指定标准输入内容写入的文件夹",
            ),
            mend=Message(
                "Name it with -o DIR, or look first with --dry-run.",
                "请用 -o 指定，或先用 --dry-run 查看。",
            ),
        )
    stdin = standard_input(names)
    first = Path(names[0])
    target = Path(folder) if folder else first.with_suffix("") if first.name else first
    hints = Hints(
        place=area,
        period=when,
        vintage=call.options.vintage,
        columns=pairs(column, "--column"),
        flags=pairs(flag, "--flag"),
        **texts,  # type: ignore[arg-type]
    )
    with progress(quiet=call.options.quiet) as tell:
        return import_files(
            names,
            call.package,
            folder=None if dry else target,
            hints=hints,
            mapping=Path(mapping) if mapping else None,
            force=call.options.force,
            parquet=bool(parquet),
            stdin=stdin,
            progress=tell,
        )
