"""What parts give to the growth of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import BASES, whole
from cpstats.cli.options import basis as basis_option
from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "What parts give to the growth of the whole: points and rate, and whether they add up.",
    "各部分对整体增长的拉动与贡献率，并核对合计。",
)
EXAMPLES = (
    "cpstats contribution gdp_primary gdp_secondary gdp_tertiary --of gdp -p beijing",
    "cpstats contribution gdp --vs beijing --period 2022",
    "cpstats contribution gdp_tertiary --of gdp -p beijing --period 2021..2024 --explain",
)


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    return [named(lang), whole(lang), basis_option(lang)]


def answer(call: Call, *, indicators: list[str] | None, of: str, basis: str) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, one_of, some
    from cpstats.answers.contribution import EXAMPLE, contribution

    one_of(basis, ("", *BASES), "--basis")
    names = some(indicators, "indicator", EXAMPLE)
    total = call.package.catalogue.find_indicator(of) if of else ""
    question = ask(call.options, call.package, names, basis=basis, benchmark=not total)
    return contribution(question, call.package, of=total)
