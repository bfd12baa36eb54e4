"""The order of places under a parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.complete import complete_words
from cpstats.cli.options import among as among_option
from cpstats.cli.options import choice
from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "The order of the places under a parent: ties, who has no data, change of rank.",
    "上级地区内各地区的位次：并列、无数据者、位次变化。",
)
EXAMPLES = (
    "cpstats rank gdp --among beijing",
    "cpstats rank gdp --among beijing --period 2022 -p changping",
    "cpstats rank gdp --among beijing --by growth",
)
BY = ("level", "growth")
TIES = ("competition", "dense")


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    among = Text("Rank the places under this one.", "对该地区所辖各地区排位。")
    by = Text("level or growth.", "level（水平）或 growth（增速）。")
    ties = Text("competition (1 2 2 4) or dense (1 2 2 3).", "competition（1 2 2 4）或 dense。")
    lowest = Text(
        "Whether the lowest or the highest is first (default: as the indicator says).",
        "最低者或最高者居首（默认：依指标而定）。",
    )
    return [
        named(lang),
        among_option(lang, among),
        choice(
            "by",
            str,
            "level",
            "--by",
            help_text=by.to(lang),
            metavar="NAME",
            autocompletion=complete_words(BY),
        ),
        choice(
            "ties",
            str,
            "competition",
            "--ties",
            help_text=ties.to(lang),
            metavar="NAME",
            autocompletion=complete_words(TIES),
        ),
        choice(
            "lowest",
            bool | None,
            None,
            "--lowest-first/--highest-first",
            help_text=lowest.to(lang),
        ),
    ]


def answer(
    call: Call, *, indicators: list[str] | None, among: str, by: str, ties: str, lowest: bool | None
) -> Report:
    """Put the question to the data."""
    from dataclasses import replace

    from cpstats.answers.ask import ask, one_of, some
    from cpstats.answers.group import group_of
    from cpstats.answers.rank import rank
    from cpstats.selecting.ranking import Order

    one_of(by, BY, "--by")
    one_of(ties, TIES, "--ties")
    names = some(indicators, "indicator", "cpstats rank gdp --among beijing")
    question = ask(call.options, call.package, names)
    group = group_of(among, call.options, call.package)
    wanted = question.places if call.options.place else ()
    order = Order(by=by, ties=ties, descending=None if lowest is None else not lowest)  # type: ignore[arg-type]
    return rank(replace(question, places=wanted), call.package, group=group, order=order)
