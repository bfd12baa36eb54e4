"""A report on a place as one document: HTML, docx or Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.cli.complete import complete_indicator, complete_place
from cpstats.cli.taken import argument, choice
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 155  # on the help page
HELP = Text(
    "A report on a place beside its benchmark: score card, sentences, charts, tables, sources.",
    "地区对比报告：一览表、文字、图、表、来源，写成一个文件。",
)
EXAMPLES = (
    "cpstats report changping --vs beijing -i gdp -o report.html",
    "cpstats report changping --vs beijing -i gdp -i resident_population --format md",
    "cpstats report haidian --vs beijing -i gdp --period 2018..2024 --lang zh --format plain",
)
ABOUT = Text("The place (default: that of --place).", "地区（默认为 --place 的地区）。")
ONLY = Text("Only this indicator; give it several times.", "只写该指标，可多次给出。")
LAID = Text(
    "Your own Jinja2 template for HTML or Markdown.", "自己的 Jinja2 模板（HTML 或 Markdown）。"
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    return [
        argument(
            "about",
            str,
            "",
            metavar="[PLACE]",
            help=ABOUT.to(lang),
            autocompletion=complete_place,
        ),
        choice(
            "indicators",
            list,
            None,
            "--indicator",
            "-i",
            help_text=ONLY.to(lang),
            metavar="INDICATOR",
            autocompletion=complete_indicator,
        ),
        choice("template", str, "", "--template", help_text=LAID.to(lang), metavar="FILE"),
    ]


def answer(call: Call, *, about: str, indicators: list[str] | None, template: str) -> Report:
    """Return the report, which each format lays out in its own way."""
    from cpstats.answers.ask import ask
    from cpstats.answers.dossier import dossier
    from cpstats.answers.group import group_of

    options = call.options
    if about:
        options.place = [about]
    question = ask(options, call.package, indicators or ("all",), benchmark=True)
    try:
        group = group_of("", options, call.package)
    except UsageError:  # nobody beside it
        group = None
    return dossier(question, call.package, group=group, template=_read(template))


def _read(template: str) -> str:
    if not template:
        return ""
    try:
        return Path(template).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Message("the template {} cannot be read", "无法读取模板 {}", template),
            mend=Message(
                "It is a text in UTF-8: look at its name and its permissions.",
                "模板须为 UTF-8 文本：请检查文件名与权限。",
            ),
        ) from error
