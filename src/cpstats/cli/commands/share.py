"""What part of the whole something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import indicators as named
from cpstats.cli.options import whole
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "Share of a place in its benchmark, or of an indicator in another one, and its change.",
    "地区占基准地区、或指标占另一指标的比重及其变化。",
)
EXAMPLES = (
    "cpstats share gdp --vs beijing --period 2017..2024",
    "cpstats share gdp_tertiary --of gdp -p beijing --period 2020..2024",
    "cpstats share resident_population -p children:beijing --period 2024",
)


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    return [named(lang), whole(lang)]


def answer(call: Call, *, indicators: list[str] | None, of: str) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, some
    from cpstats.answers.share import EXAMPLE, share

    names = some(indicators, "indicator", EXAMPLE)
    total = call.package.catalogue.find_indicator(of) if of else ""
    question = ask(call.options, call.package, names, benchmark=not total)
    return share(question, call.package, of=total)
