"""The sentences of a bulletin, written from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "Sentences of a bulletin from the data; in a pipe their figures, --format plain the sentences.",
    "由数据写出公报句式；在管道中输出句中各数，--format plain 输出句子。",
)
EXAMPLES = (
    "cpstats narrate gdp --vs beijing --period 2024 --format plain",
    "cpstats narrate gdp -p beijing --period 十四五 --lang zh --format plain",
    "cpstats narrate gdp resident_population --vs beijing --period 2022..2024 --explain",
)


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    return [named(lang)]


def answer(call: Call, *, indicators: list[str] | None) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, some
    from cpstats.answers.narrate import narrate

    names = some(indicators, "indicator", "cpstats narrate gdp --vs beijing --period 2024")
    question = ask(call.options, call.package, names, benchmark=bool(call.options.vs))
    return narrate(question, call.package)
