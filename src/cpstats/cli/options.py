"""The shared options, each defined once; commands receive them as one `Options`."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from cpstats.cli.complete import complete_indicator, complete_place, complete_words
from cpstats.cli.output import formats
from cpstats.model.text import Lang, Text

CHOICE, FIGURES, OUTPUT, PROGRAM = (
    Text("What is asked", "问题"),
    Text("Which figures", "数据"),
    Text("Output", "输出"),
    Text("Program", "程序"),
)


@dataclass(kw_only=True, eq=False, repr=False)
class Options:
    """What was given on the command line, as given.

    Not frozen, no slots: making those methods costs every start two milliseconds.
    """

    place: list[str] | None = None
    period: str = ""
    vs: str = ""
    data: list[str] | None = None
    builtin: bool | None = None  # None: nothing said, which is yes
    vintage: str = ""
    as_of: str = ""
    source: str = ""
    allow_mixed: bool = False
    format: str = ""
    json: bool = False
    output: str = ""
    force: bool = False
    explain: bool = False
    cite: bool = False
    digits: int | None = None
    lang: str = ""
    excel: bool = False
    no_color: bool = False
    quiet: bool = False
    debug: bool = False


def shared(lang: Lang) -> list[inspect.Parameter]:
    """Return the parameters every command has, with help in one language."""
    parameters = []
    for name, (kind, default, flags, en, zh, panel, *rest) in _SHARED.items():
        more: dict[str, Any] = rest[0] if rest else {}
        option = typer.Option(
            *flags,
            help=Text(en, zh).to(lang),
            rich_help_panel=panel.to(lang),
            show_default=False,
            **more,
        )
        parameters.append(
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                default=default,
                annotation=Annotated[kind, option],
            )
        )
    return parameters


_TEXTS = list[str] | None
FORMATS = tuple(formats())
_SHARED: dict[str, tuple[Any, ...]] = {
    "place": (
        _TEXTS,
        None,
        ("--place", "-p"),
        "Place: code, slug, name; `all`; `children:beijing`. Repeatable.",
        "地区：代码、拼音、名称；all；children:beijing。可重复。",
        CHOICE,
        {"autocompletion": complete_place, "metavar": "PLACE"},
    ),
    "period": (
        str,
        "",
        ("--period",),
        "Periods: 2018..2024, 2024, 2020.., 十四五.",
        "时期：2018..2024、2024、2020..、十四五。",
        CHOICE,
        {"metavar": "A..B"},
    ),
    "vs": (
        str,
        "",
        ("--vs",),
        "The place to compare with (default: the parent).",
        "对比的地区（默认：上级地区）。",
        CHOICE,
        {"autocompletion": complete_place, "metavar": "PLACE"},
    ),
    "data": (
        _TEXTS,
        None,
        ("--data",),
        "Own data (repeatable): a folder with a package, a CSV file, -. Else CPSTATS_DATA.",
        "自有数据（可重复）：数据包文件夹、CSV 文件、-。否则取 CPSTATS_DATA。",
        FIGURES,
        {"metavar": "DIR|FILE|-"},
    ),
    "builtin": (
        bool | None,
        None,
        ("--builtin/--no-builtin",),
        "Whether the built-in data are part of the answer.",
        "是否使用内置数据。",
        FIGURES,
    ),
    "vintage": (
        str,
        "",
        ("--vintage",),
        "Only this release, e.g. census5, before-census4, first.",
        "只用这一版本，如 census5、before-census4、first。",
        FIGURES,
        {"metavar": "NAME"},
    ),
    "as_of": (
        str,
        "",
        ("--as-of",),
        "Only what was known on that day.",
        "只用该日已知的数据。",
        FIGURES,
        {"metavar": "DATE"},
    ),
    "source": (
        str,
        "",
        ("--source",),
        "Only this source (`cpstats list sources`).",
        "只用这一来源（cpstats list sources）。",
        FIGURES,
        {"metavar": "ID"},
    ),
    "allow_mixed": (
        bool,
        False,
        ("--allow-mixed",),
        "Divide across releases; the reason stays in the row.",
        "允许跨版本相除；行内仍注明原因。",
        FIGURES,
    ),
    "format": (
        str,
        "",
        ("--format", "-F"),
        f"{', '.join(FORMATS)} (default: table on a terminal, else csv).",
        f"{'、'.join(FORMATS)}（默认：终端为 table，否则 csv）。",
        OUTPUT,
        {"metavar": "NAME", "autocompletion": complete_words(FORMATS)},
    ),
    "json": (bool, False, ("--json",), "Short for --format json.", "同 --format json。", OUTPUT),
    "output": (
        str,
        "",
        ("--output", "-o"),
        "Write a file, whole or not at all; the format by its suffix.",
        "写入文件（完整写入或不写）；格式按后缀。",
        OUTPUT,
        {"metavar": "FILE"},
    ),
    "force": (bool, False, ("--force",), "Replace an existing file.", "覆盖已有文件。", OUTPUT),
    "explain": (
        bool,
        False,
        ("--explain",),
        "For each number: formula, inputs, sources, interval.",
        "逐数说明：公式、输入、来源、区间。",
        OUTPUT,
    ),
    "cite": (
        bool,
        False,
        ("--cite",),
        "Title, publisher, date and address of every source used.",
        "列出所用来源的标题、发布者、日期、网址。",
        OUTPUT,
    ),
    "digits": (
        int | None,
        None,
        ("--digits",),
        "Decimals shown (display only).",
        "显示的小数位数（仅影响显示）。",
        OUTPUT,
        {"metavar": "N", "min": 0, "max": 12},
    ),
    "lang": (
        str,
        "",
        ("--lang",),
        "en or zh.",
        "en 或 zh。",
        OUTPUT,
        {"metavar": "LANG", "autocompletion": complete_words(("en", "zh"))},
    ),
    "excel": (
        bool,
        False,
        ("--excel",),
        "CSV that Excel opens without asking (BOM, CRLF).",
        "Excel 可直接打开的 CSV（BOM、CRLF）。",
        OUTPUT,
    ),
    "no_color": (bool, False, ("--no-color",), "No colours.", "不用颜色。", OUTPUT),
    "quiet": (
        bool,
        False,
        ("--quiet", "-q"),
        "No notes on standard error.",
        "标准错误不输出说明。",
        PROGRAM,
    ),
    "debug": (
        bool,
        False,
        ("--debug",),
        "A traceback where something fails.",
        "出错时显示调用栈。",
        PROGRAM,
    ),
}

VALUED = frozenset(
    flag
    for kind, _, flags, *_ in _SHARED.values()
    if kind not in (bool, bool | None)
    for flag in flags
)  # the options with a value behind them

INDICATOR = Text(
    "Id, name or alias of an indicator (`cpstats list`).",
    "指标的标识、名称或别名（cpstats list）。",
)


def indicators(lang: Lang) -> inspect.Parameter:
    """Return the argument that names indicators, with help in one language."""
    argument = typer.Argument(
        metavar="[INDICATOR]...",
        help=INDICATOR.to(lang),
        autocompletion=complete_indicator,
        show_default=False,
    )
    return inspect.Parameter(
        "indicators",
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[list[str] | None, argument],
    )


def choice(
    name: str, kind: Any, default: object, *flags: str, help_text: str, **more: Any
) -> inspect.Parameter:
    """Return an option that belongs to one command."""
    option = typer.Option(*flags, help=help_text, show_default=False, **more)
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option]
    )


BASES = ("real", "nominal")


def basis(lang: Lang) -> inspect.Parameter:
    """Return `--basis`."""
    text = Text("real or nominal (default: real where it can be had).", "real 或 nominal。")
    return choice(
        "basis",
        str,
        "",
        "--basis",
        help_text=text.to(lang),
        metavar="NAME",
        autocompletion=complete_words(BASES),
    )


def whole(lang: Lang) -> inspect.Parameter:
    """Return `--of`, the indicator that is the whole."""
    text = Text(
        "The whole: another indicator of the same place (default: the benchmark place).",
        "整体：同一地区的另一指标（默认：基准地区）。",
    )
    return choice(
        "of",
        str,
        "",
        "--of",
        help_text=text.to(lang),
        metavar="INDICATOR",
        autocompletion=complete_indicator,
    )


def among(lang: Lang, text: Text) -> inspect.Parameter:
    """Return `--among`, the parent of the places that are ranked."""
    return choice(
        "among",
        str,
        "",
        "--among",
        help_text=text.to(lang),
        metavar="PLACE",
        autocompletion=complete_place,
    )
