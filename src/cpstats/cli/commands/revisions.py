"""Every release of every figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import among as among_option
from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "Every release of every figure, the size of each revision, its effect on growth and rank.",
    "各数据的全部版本、修订幅度及其对增速与位次的影响。",
)
EXAMPLES = (
    "cpstats revisions gdp -p beijing",
    "cpstats revisions gdp -p beijing --period 2017 --explain",
    "cpstats revisions gdp -p haidian --among beijing --period 2022",
)


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    text = Text(
        "Also the rank among the places under this one.", "同时给出在该地区所辖各地区中的位次。"
    )
    return [named(lang), among_option(lang, text)]


def answer(call: Call, *, indicators: list[str] | None, among: str) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, children_of, some
    from cpstats.answers.revisions import EXAMPLE, revisions

    names = some(indicators, "indicator", EXAMPLE)
    question = ask(call.options, call.package, names)
    return revisions(question, call.package, among=children_of(among, call.package))
