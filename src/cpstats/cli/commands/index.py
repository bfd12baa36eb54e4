"""A series with one period at 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import BASES, choice
from cpstats.cli.options import basis as basis_option
from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "A series as an index with one period at 100, real or nominal, with its rounding drift.",
    "以某一时期为100的指数（实际或名义），并给出舍入误差区间。",
)
EXAMPLES = (
    "cpstats index gdp -p beijing --base 2020",
    "cpstats index gdp -p beijing -p china --base 2020 --period 2020..2024",
    "cpstats index gdp -p beijing --base 2015 --basis nominal --period 2010..2024",
)


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    base = Text(
        "The period at 100 (default: the first that is shown).", "定为100的时期（默认：首期）。"
    )
    return [
        named(lang),
        choice("base", str, "", "--base", help_text=base.to(lang), metavar="PERIOD"),
        basis_option(lang),
    ]


def answer(call: Call, *, indicators: list[str] | None, base: str, basis: str) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, one_of, period, some
    from cpstats.answers.index import EXAMPLE, index

    one_of(basis, ("", *BASES), "--basis")
    names = some(indicators, "indicator", EXAMPLE)
    question = ask(call.options, call.package, names, basis=basis)
    return index(question, call.package, base=period(base) if base else None)
