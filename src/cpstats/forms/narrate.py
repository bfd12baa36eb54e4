"""The sentences of a bulletin, written from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form
from cpstats.forms.parameters import INDICATORS
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.answers.ask import Asked
    from cpstats.model.report import Report
    from cpstats.store.package import Package


def _answer(asked: Asked, package: Package, *, indicators: list[str] | None) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, some
    from cpstats.answers.narrate import narrate

    names = some(indicators, "indicator", "cpstats narrate gdp --vs beijing --period 2024")
    question = ask(asked, package, names, benchmark=bool(asked.vs))
    return narrate(question, package)


FORM = Form(
    name="narrate",
    order=150,
    says=Text(
        "Sentences of a bulletin from the data",
        "由数据写出公报句式",
        "; in a pipe their figures, --format plain the sentences.",
        "；在管道中输出句中各数，--format plain 输出句子。",
    ),
    parameters=(INDICATORS,),
    examples=(
        "cpstats narrate gdp --vs beijing --period 2024 --format plain",
        "cpstats narrate gdp -p beijing --period 十四五 --lang zh --format plain",
        "cpstats narrate gdp resident_population --vs beijing --period 2022..2024 --explain",
    ),
    answer=_answer,
)
