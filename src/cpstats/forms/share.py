"""What part of the whole something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form
from cpstats.forms.parameters import AMONG, ARRANGED, INDICATORS, WHOLE
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.answers.ask import Asked
    from cpstats.model.report import Report
    from cpstats.store.package import Package


def _answer(
    asked: Asked, package: Package, *, indicators: list[str] | None, of: str, among: str
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, some
    from cpstats.answers.share import EXAMPLE, share

    names = some(indicators, "indicator", EXAMPLE)
    total = package.catalogue.find_indicator(of) if of else ""
    question = ask(asked, package, names, benchmark=not total, among=among)
    return share(question, package, of=total)


FORM = Form(
    name="share",
    order=80,
    says=Text(
        "Share of a place in its benchmark, or of an indicator in another one, and its change.",
        "地区占基准地区、或指标占另一指标的比重及其变化。",
    ),
    parameters=(
        INDICATORS,
        WHOLE,
        AMONG,
        *ARRANGED,
    ),
    examples=(
        "cpstats share gdp --vs beijing --period 2017..2024",
        "cpstats share gdp_tertiary --of gdp -p beijing --period 2020..2024",
        "cpstats share resident_population -p children:beijing --period 2024",
    ),
    answer=_answer,
)
