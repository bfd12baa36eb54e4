"""Growth needed to reach a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.options import BASES, choice
from cpstats.cli.options import basis as basis_option
from cpstats.cli.options import indicators as named
from cpstats.message import Message
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "Growth needed to reach a target by a year, how far one has come, what is left to do.",
    "到某年实现目标所需的年均增速、已完成进度与剩余要求。",
)
EXAMPLES = (
    "cpstats target gdp -p beijing --times 2 --from 2020 --by 2035",
    "cpstats target gdp -p beijing --reach 6万亿元 --by 2030",
    "cpstats target gdp -p beijing --average 5 --from 2020 --by 2027",
)


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    by = Text("The last year of the target.", "目标年份。")
    base = Text("The base year.", "基期年份。")
    reach = Text("A level, in the indicator's unit or with one.", "目标水平，可带单位。")
    times = Text("A multiple of the base year (doubling is 2).", "为基期的倍数（翻一番为2）。")
    mean = Text("Growth a year, in per cent.", "年均增速，%。")
    return [
        named(lang),
        choice("by", str, "", "--by", help_text=by.to(lang), metavar="YEAR"),
        choice("base", str, "", "--from", help_text=base.to(lang), metavar="YEAR"),
        choice("reach", str, "", "--reach", help_text=reach.to(lang), metavar="VALUE"),
        choice("times", float | None, None, "--times", help_text=times.to(lang), metavar="N"),
        choice("mean", float | None, None, "--average", help_text=mean.to(lang), metavar="PERCENT"),
        basis_option(lang),
    ]


def answer(
    call: Call,
    *,
    indicators: list[str] | None,
    by: str,
    base: str,
    reach: str,
    times: float | None,
    mean: float | None,
    basis: str,
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import amount, ask, one_of, some, year
    from cpstats.answers.target import EXAMPLE, Goal, target
    from cpstats.errors import UsageError

    one_of(basis, ("", *BASES), "--basis")
    names = some(indicators, "indicator", EXAMPLE)
    if not by:
        raise UsageError(
            Message("the year of the target is missing", "缺少目标年份"),
            mend=Message("Name it: --by 2035.", "请指定：--by 2035。"),
        )
    question = ask(call.options, call.package, names, basis=basis)
    thing = call.package.catalogue.indicators[question.indicators[0]]
    goal = Goal(
        by=year(by),
        start=year(base) if base else None,
        reach=amount(reach, thing.unit) if reach else None,
        times=times,
        average=mean,
    )
    return target(question, call.package, goal=goal)
