"""The series of one or more indicators for one or more places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.complete import complete_words
from cpstats.cli.options import choice
from cpstats.cli.options import indicators as named
from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    import inspect

    from cpstats.cli.run import Call
    from cpstats.model.report import Report

HELP = Text(
    "The series of an indicator: level, growth, status, source.",
    "指标序列：水平、增速、状态、来源。",
)
EXAMPLES = (
    "cpstats show gdp",
    "cpstats show gdp budget_revenue -p changping -p beijing --wide",
    "cpstats show gdp -p children:beijing --period 2022",
)
FREQS = ("annual", "half", "quarter", "month", "ytd", "all")


def parameters(lang: Lang) -> list[inspect.Parameter]:
    """Return the command's own parameters."""
    wide = Text("Periods (or places) in columns.", "时期（或地区）作列。")
    default = False
    freq = Text(f"One of {', '.join(FREQS)}.", f"{'、'.join(FREQS)} 之一。")
    return [
        named(lang),
        choice("wide", bool, default, "--wide", help_text=wide.to(lang)),
        choice(
            "freq",
            str,
            "",
            "--freq",
            help_text=freq.to(lang),
            metavar="NAME",
            autocompletion=complete_words(FREQS),
        ),
    ]


def answer(call: Call, *, indicators: list[str] | None, wide: bool, freq: str) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, one_of, some
    from cpstats.answers.show import show

    one_of(freq, ("", *FREQS), "--freq")
    names = some(indicators, "indicator", "cpstats show gdp")
    question = ask(call.options, call.package, names, freq=freq)
    return show(question, call.package, wide=wide)
