"""Average growth between two periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.complete import complete_words
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
    "Average growth a year: n, base year, price basis and vintage are always said.",
    "年均增速：注明年数、基期、价格口径与版本。",
)
METHODS = ("geometric", "cumulative", "least-squares", "exponential")
CHINESE = {"水平法": "geometric", "累计法": "cumulative"}
EXAMPLES = (
    "cpstats growth gdp -p beijing --from 2020 --to 2024",
    "cpstats growth gdp -p beijing --period 十四五 --basis real",
    "cpstats growth gdp -p beijing --from 2016 --to 2017 --basis nominal --vintage before-census4",
)


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    base = Text("The base period (not itself a period of growth).", "基期（不计入增长年数）。")
    end = Text("The last period.", "末期。")
    method = Text(
        f"{', '.join(METHODS)} (default: geometric, 水平法; cumulative is 累计法).",
        "geometric（水平法，默认）、cumulative（累计法）、least-squares、exponential。",
    )
    return [
        named(lang),
        choice("base", str, "", "--from", help_text=base.to(lang), metavar="PERIOD"),
        choice("end", str, "", "--to", help_text=end.to(lang), metavar="PERIOD"),
        basis_option(lang),
        choice(
            "method",
            str,
            "",
            "--method",
            help_text=method.to(lang),
            metavar="NAME",
            autocompletion=complete_words(METHODS),
        ),
    ]


def answer(
    call: Call, *, indicators: list[str] | None, base: str, end: str, basis: str, method: str
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, one_of, period, some
    from cpstats.answers.growth import growth
    from cpstats.errors import UsageError

    one_of(basis, ("", *BASES), "--basis")
    method = CHINESE.get(method, method)
    one_of(method, ("", *METHODS), "--method")
    method = "" if method == "geometric" else method  # what is done without a word
    if method and basis == "real":
        raise UsageError(
            Message(
                "--method {} works on levels, which are nominal",
                "--method {} 使用水平值，只能得到名义增速",
                method,
            ),
            mend=Message("Leave --basis out.", "请去掉 --basis。"),
        )
    if bool(base) != bool(end):
        raise UsageError(
            Message("--from and --to go together", "--from 与 --to 须同时给出"),
            mend=Message("Or name the years: --period a..b.", "或指定年份：--period a..b。"),
        )
    names = some(indicators, "indicator", "cpstats growth gdp --from 2020 --to 2024")
    question = ask(call.options, call.package, names, basis=basis)
    ends = (period(base), period(end)) if base else None
    return growth(question, call.package, ends=ends, method=method)
