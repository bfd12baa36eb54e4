"""What an indicator is, and for which places and periods there are figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

ORDER = 30  # on the help page
HELP = Text(
    "What an indicator is: definition, unit, coverage, sources.",
    "指标说明：定义、单位、覆盖、来源。",
)
EXAMPLES = ("cpstats info gdp", "cpstats info 常住人口 --cite", "cpstats info pm25 --format csv")


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    return [named(lang)]


def answer(call: Call, *, indicators: list[str] | None) -> Report:
    """Describe the indicators."""
    from cpstats.answers.ask import some
    from cpstats.answers.info import info

    names = some(indicators, "indicator", "cpstats info gdp")
    return info([call.package.catalogue.find_indicator(n) for n in names], call.package)
