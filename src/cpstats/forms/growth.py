"""Average growth between two periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form, Parameter
from cpstats.forms.parameters import AMONG, ARRANGED, BASIS, END, INDICATORS, START, said
from cpstats.message import Message
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.answers.ask import Asked
    from cpstats.model.report import Report
    from cpstats.store.package import Package

METHODS = ("geometric", "cumulative", "least-squares", "exponential")


def _answer(
    asked: Asked,
    package: Package,
    *,
    indicators: list[str] | None,
    start: str,
    end: str,
    basis: str,
    method: str,
    among: str,
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, period, some
    from cpstats.answers.growth import growth
    from cpstats.errors import UsageError

    method = "" if method == "geometric" else method  # what is done without a word
    if bool(start) != bool(end):
        raise UsageError(
            Message("--from and --to go together", "--from 与 --to 须同时给出"),
            mend=Message("Or name the years: --period A..B.", "或指定年份：--period A..B。"),
        )
    names = some(indicators, "indicator", "cpstats growth gdp --from 2020 --to 2024")
    question = ask(asked, package, names, basis=basis, benchmark=bool(asked.vs), among=among)
    ends = (period(start), period(end)) if start else None
    return growth(question, package, ends=ends, method=method)


FORM = Form(
    name="growth",
    order=60,
    says=Text(
        "Average growth a year: n, base year, price basis and vintage are always said.",
        "年均增速：注明年数、基期、价格口径与版本。",
    ),
    parameters=(
        INDICATORS,
        said(START, "The base period (not itself a period of growth).", "基期（不计入增长年数）。"),
        END,
        BASIS,
        Parameter(
            name="method",
            flags=("--method",),
            says=Text(
                f"{', '.join(METHODS)} (default: geometric, by the ends; cumulative by the sum).",
                "geometric（水平法，默认）、cumulative（累计法）、least-squares、exponential。",
            ),
            metavar="NAME",
            words=METHODS,
            called={"水平法": "geometric", "累计法": "cumulative"},
        ),
        AMONG,
        *ARRANGED,
    ),
    examples=(
        "cpstats growth gdp -p beijing --from 2020 --to 2024",
        "cpstats growth gdp -p beijing --period 十四五 --basis real",
        "cpstats growth gdp -p beijing --from 2016 --to 2017 --basis nominal --vintage before-census4",
    ),
    answer=_answer,
    reads=("indicator", "place", "period"),
)
