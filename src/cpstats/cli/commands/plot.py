"""A picture of a series: on a terminal, or as svg, png, pdf, Vega-Lite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import indicators as named
from cpstats.cli.taken import choice
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from cpstats.cli.given import Call
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report

ORDER = 105  # on the help page
HELP = Text(
    "Draw a series: lines over time, bars of one period (`--plot` draws any answer).",
    "绘图：时间序列画线，单一时期画条（任何回答都可用 --plot）。",
)
SHARED = None  # it asks a question: all that questions take
EXAMPLES = (
    "cpstats plot gdp -p beijing --period 2015..2024",
    "cpstats plot gdp -p beijing -p china --index",
    "cpstats plot resident_population -p children:beijing --period 2020-11 --ascii",
)


def parameters(lang: Lang) -> list[Taken]:
    """Return the command's own parameters."""
    told = Text("Draw indices: one period is 100.", "画指数：某一时期为100。")
    base = Text(
        "The period that is 100 (default: the first that all have); draws indices.",
        "为100的时期（默认：各序列共有的首个时期），并画指数。",
    )
    return [
        named(lang),
        choice("index", bool, None, "--index", help_text=told.to(lang)),
        choice("base", str, "", "--base", help_text=base.to(lang), metavar="PERIOD"),
    ]


def answer(call: Call, *, indicators: list[str] | None, index: bool | None, base: str) -> Report:
    """Return what `show` or `index` answers, to be drawn."""
    from cpstats.forms import form_of

    options = call.options
    options.plot = True
    if index or base:
        given = {"indicators": indicators, "base": base or None}
        return form_of("index").ask(options, call.package, given)
    return form_of("show").ask(options, call.package, {"indicators": indicators})
