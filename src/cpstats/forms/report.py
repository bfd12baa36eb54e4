"""A report on a place as one document: HTML, docx or Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.forms.form import Form, Parameter
from cpstats.message import Message
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.answers.ask import Asked
    from cpstats.model.report import Report
    from cpstats.store.package import Package


def _answer(
    asked: Asked, package: Package, *, about: str, indicators: list[str] | None, template: str
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask
    from cpstats.answers.dossier import dossier
    from cpstats.answers.group import group_of

    if about:
        asked.place = [about]
    question = ask(asked, package, indicators or ("all",), benchmark=True)
    try:
        group = group_of("", asked, package)
    except UsageError:  # nobody beside it
        group = None
    return dossier(question, package, group=group, template=_read(template))


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


FORM = Form(
    name="report",
    order=155,
    says=Text(
        "A report on a place beside its benchmark: score card, sentences, charts, tables, sources.",
        "地区对比报告：一览表、文字、图、表、来源，写成一个文件。",
    ),
    parameters=(
        Parameter(
            name="about",
            says=Text("The place (default: that of --place).", "地区（默认为 --place 的地区）。"),
            metavar="[PLACE]",
            completes="place",
            short=True,
        ),
        Parameter(
            name="indicators",
            kind=list,
            default=None,
            flags=("--indicator", "-i"),
            says=Text(
                "Only this indicator", "只写该指标", "; give it several times.", "，可多次给出。"
            ),
            metavar="INDICATOR",
            completes="indicator",
            short=True,
        ),
        Parameter(
            name="template",
            flags=("--template",),
            says=Text(
                "Your own Jinja2 template for HTML or Markdown.",
                "自己的 Jinja2 模板（HTML 或 Markdown）。",
            ),
            metavar="FILE",
        ),
    ),
    examples=(
        "cpstats report changping --vs beijing -i gdp -o report.html",
        "cpstats report changping --vs beijing -i gdp -i resident_population --format md",
        "cpstats report haidian --vs beijing -i gdp --period 2018..2024 --lang zh --format plain",
    ),
    answer=_answer,
)
