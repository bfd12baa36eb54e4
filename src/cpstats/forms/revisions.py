"""Every release of every figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form, Parameter
from cpstats.forms.parameters import AMONG, INDICATORS, arranged, said
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.answers.ask import Asked
    from cpstats.model.report import Report
    from cpstats.store.package import Package


def _answer(
    asked: Asked,
    package: Package,
    *,
    indicators: list[str] | None,
    among: str,
    statistics: bool,
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, children_of, some
    from cpstats.answers.revisions import EXAMPLE, revisions

    names = some(indicators, "indicator", EXAMPLE)
    question = ask(asked, package, names, among=among if statistics else "")
    if statistics:
        from cpstats.answers.revision_statistics import statistics as summed_up

        return summed_up(question, package)
    return revisions(question, package, among=children_of(among, package))


FORM = Form(
    name="revisions",
    order=120,
    says=Text(
        "Every release of every figure, the size of each revision, its effect on growth and rank.",
        "各数据的全部版本、修订幅度及其对增速与位次的影响。",
    ),
    parameters=(
        INDICATORS,
        said(
            AMONG,
            "Also the rank among the places under this one; of --statistics the places.",
            "同时给出在该地区所辖各地区中的位次；--statistics 时为所列各地区。",
        ),
        Parameter(
            name="statistics",
            kind=bool,
            default=False,
            flags=("--statistics",),
            says=Text(
                "What the revisions have in common: mean, size, changes of sign, bias.",
                "修订统计：平均、绝对平均、均方根、变号比例、偏倚检验。",
            ),
        ),
        *arranged("rows", "wide", "weight"),
    ),
    examples=(
        "cpstats revisions gdp -p beijing",
        "cpstats revisions gdp -p beijing --statistics",
        "cpstats revisions gdp -p haidian --among beijing --period 2022",
    ),
    answer=_answer,
)
