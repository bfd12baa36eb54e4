"""What parts give to the growth of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form
from cpstats.forms.parameters import AMONG, ARRANGED, BASIS, INDICATORS, WHOLE
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.answers.ask import Asked
    from cpstats.model.report import Report
    from cpstats.store.package import Package


def _answer(
    asked: Asked, package: Package, *, indicators: list[str] | None, of: str, basis: str, among: str
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, some
    from cpstats.answers.contribution import EXAMPLE, contribution

    names = some(indicators, "indicator", EXAMPLE)
    total = package.catalogue.find_indicator(of) if of else ""
    question = ask(asked, package, names, basis=basis, benchmark=not total, among=among)
    return contribution(question, package, of=total)


FORM = Form(
    name="contribution",
    order=90,
    says=Text(
        "What parts give to the growth of the whole: points and rate, and whether they add up.",
        "各部分对整体增长的拉动与贡献率，并核对合计。",
    ),
    parameters=(
        INDICATORS,
        WHOLE,
        BASIS,
        AMONG,
        *ARRANGED,
    ),
    examples=(
        "cpstats contribution gdp_primary gdp_secondary gdp_tertiary --of gdp -p beijing",
        "cpstats contribution gdp --vs beijing --period 2022",
        "cpstats contribution gdp_tertiary --of gdp -p beijing --period 2021..2024 --explain",
    ),
    answer=_answer,
)
