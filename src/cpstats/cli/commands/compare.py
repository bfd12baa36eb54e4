"""A place beside its benchmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "A place beside its benchmark: both values, gap in points, share, average growth.",
    "与基准地区对比：双方数值、百分点差、占比、年均增速。",
)
EXAMPLES = (
    "cpstats compare gdp --vs beijing",
    "cpstats compare gdp --vs beijing --period 2021..2024 --explain",
    "cpstats compare --vs beijing",
)


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    return [named(lang)]


def answer(call: Call, *, indicators: list[str] | None) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask
    from cpstats.answers.compare import compare
    from cpstats.answers.overview import overview

    question = ask(call.options, call.package, indicators or (), benchmark=True)
    return compare(question, call.package) if indicators else overview(question, call.package)
