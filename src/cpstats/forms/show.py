"""The series of one or more indicators for one or more places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cpstats.errors import UsageError
from cpstats.forms.form import Form, Parameter
from cpstats.forms.parameters import INDICATORS, arranged
from cpstats.message import Message
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.answers.ask import Asked
    from cpstats.model.question import Question
    from cpstats.model.report import Report
    from cpstats.store.package import Package

FREQS = ("annual", "half", "quarter", "month", "ytd", "all")


def _answer(
    asked: Asked,
    package: Package,
    *,
    indicators: list[str] | None,
    wide: bool,
    freq: str,
    laid: frozenset[str] = frozenset(),
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, some
    from cpstats.answers.show import show

    names = some(indicators, "indicator", "cpstats show gdp")
    question = ask(asked, package, names, freq=freq)
    how = _laid(laid, wide=wide)
    whole = list(names) == ["all"] and freq == "all" and not how
    report = show(question, package, wide=wide, whole=whole, laid=how)
    return _wide(report, question) if wide else report


def _laid(said: frozenset[str], *, wide: bool) -> Literal["", "rows", "turned"]:
    """Return how the rows are arranged; another scale leaves them as they are.

    Raises
    ------
    UsageError
        When a table that has its places in columns is to be sorted or cut.
    """
    rows = said - {"scale"}
    if not rows:
        return ""
    if wide:
        raise UsageError(
            Message("{} is of rows, --wide has none of places", "{} 针对各行，--wide 不以地区为行",
                    f"--{min(rows)}"),
            mend=Message(
                "With --rows place periods stand in columns, with --rows period places.",
                "用 --rows place 时时期作列，用 --rows period 时地区作列。",
            ),
        )  # fmt: skip
    return "turned" if "rows" in rows else "rows"


def _wide(report: Report, question: Question) -> Report:
    """Return the same with machine rows as the table has them."""
    from dataclasses import replace

    from cpstats.arranging.turned import records

    one = len(question.places) == 1 and len(question.indicators) > 1
    axes = ("indicator", "period") if one else ("period", "place")
    columns, rows = records(report.figures, *axes)
    return replace(report, columns=columns, records=rows)


FORM = Form(
    name="show",
    order=40,
    says=Text(
        "The series of an indicator: level, growth, status, source.",
        "指标序列：水平、增速、状态、来源。",
    ),
    parameters=(
        INDICATORS,
        Parameter(
            name="wide",
            kind=bool,
            default=False,
            flags=("--wide",),
            says=Text("Periods (or places) in columns.", "时期（或地区）作列。"),
        ),
        Parameter(
            name="freq",
            flags=("--freq",),
            says=Text(f"One of {', '.join(FREQS)}.", f"{'、'.join(FREQS)} 之一。"),
            metavar="NAME",
            words=FREQS,
            short=True,
        ),
        *arranged("wide"),
    ),
    examples=(
        "cpstats show gdp",
        "cpstats show gdp budget_revenue -p changping -p beijing --wide",
        "cpstats show gdp -p children:beijing --top 5",
    ),
    answer=_answer,
    reads=("indicator", "place"),
    told=True,
)
