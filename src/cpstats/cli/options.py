"""The shared options, each defined once; commands receive them as one `Options` (`given`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.cli.complete import complete_words
from cpstats.cli.output import formats
from cpstats.cli.question import parameter
from cpstats.cli.taken import choice
from cpstats.forms.parameters import INDICATORS, SHARED
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.taken import Taken
    from cpstats.forms.form import Parameter

CHOICE, FIGURES, OUTPUT, PROGRAM = (
    Text("What is asked", "问题"),
    Text("Which figures", "数据"),
    Text("Output", "输出"),
    Text("Program", "程序"),
)


def shared(lang: Lang, of_questions: tuple[str, ...] | None = None) -> list[Taken]:
    """Return the shared parameters, with help in one language; of those of questions some, or all."""
    asked = [
        parameter(p, lang, rich_help_panel=_panel(p).to(lang))
        for p in SHARED
        if of_questions is None or p.name in of_questions
    ]
    return asked + [_option(name, lang, *facts) for name, facts in _OUTPUT.items()]


def _panel(asked: Parameter) -> Text:
    return CHOICE if asked.name in ("place", "period", "every", "exclude", "vs") else FIGURES


def _option(  # noqa: PLR0917 - the columns of the table below
    name: str,
    lang: Lang,
    kind: Any,
    default: object,
    flags: tuple[str, ...],
    en: str,
    zh: str,
    panel: Text,
    more: dict[str, Any] | None = None,
) -> Taken:
    help_text = Text(en, zh).to(lang)
    panel_text = panel.to(lang)
    return choice(
        name, kind, default, *flags, help_text=help_text, rich_help_panel=panel_text, **more or {}
    )


FORMATS = tuple(formats())
_OUTPUT: dict[str, tuple[Any, ...]] = {
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
    "plot": (
        bool,
        False,
        ("--plot",),
        "Draw the answer: here, or as -o x.svg, png, pdf, html, json.",
        "画图：在终端，或写入 -o x.svg、png、pdf、html、json。",
        OUTPUT,
    ),
    "digits": (
        int,
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
    "ascii": (
        bool,
        False,
        ("--ascii",),
        "Draw with plain letters.",
        "只用 ASCII 字符作图。",
        OUTPUT,
    ),
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
    for kind, flags in (
        *((p.kind, p.flags) for p in SHARED),
        *((kind, flags) for kind, _, flags, *_ in _OUTPUT.values()),
    )
    if kind is not bool
    for flag in flags
)  # the options with a value behind them


def indicators(lang: Lang) -> Taken:
    """Return the argument that names indicators, with help in one language."""
    return parameter(INDICATORS, lang)
