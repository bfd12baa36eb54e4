"""What an indicator or a place is, and for what there are figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 30  # on the help page
HELP = Text(
    "What an indicator or a place is: definition, unit, coverage, sources.",
    "指标或地区说明：定义、单位、覆盖、来源。",
)
SHARED = ("data", "builtin")  # of what the questions take
EXAMPLES = ("cpstats info gdp", "cpstats info changping", "cpstats info 常住人口 --cite")


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    return [named(lang)]


def answer(call: Call, *, indicators: list[str] | None) -> Report:
    """Describe the indicators, or the places."""
    from cpstats.answers.ask import some
    from cpstats.answers.info import info
    from cpstats.answers.place_info import place_info

    catalogue = call.package.catalogue
    names = some(indicators, "indicator", "cpstats info gdp")
    if not any(catalogue.known_indicator(n) for n in names) and catalogue.known_place(names[0]):
        return place_info([catalogue.find_place(n) for n in names], call.package)
    return info([catalogue.find_indicator(n) for n in names], call.package)
