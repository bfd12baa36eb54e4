"""How unequal places are."""

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
    weight: str,
    groups: str,
    neighbours: str,
    epsilon: float,
) -> Report:
    """Put the question to the data."""
    from dataclasses import replace

    from cpstats.answers.ask import ask, some
    from cpstats.answers.group import group_of
    from cpstats.answers.inequality import EXAMPLE, inequality
    from cpstats.answers.pairs import groups_of, neighbours_of
    from cpstats.answers.spread import Settings

    names = some(indicators, "indicator", EXAMPLE)
    question = ask(asked, package, names)
    group = group_of(among, asked, package)
    settings = Settings(
        weight=package.catalogue.find_indicator(weight) if weight else "",
        groups=groups_of(groups, group.places, package.catalogue) if groups else {},
        neighbours=neighbours_of(neighbours, package.catalogue) if neighbours else (),
        epsilon=epsilon,
        ranked=question.places if asked.place else (),
    )
    return inequality(replace(question, places=()), package, group=group, settings=settings)


FORM = Form(
    name="inequality",
    order=75,
    says=Text(
        "How unequal places are, year by year: Gini, Theil, variation, percentiles, convergence.",
        "地区差异：历年基尼系数、泰尔指数、变异系数、分位数比与趋同。",
    ),
    parameters=(
        INDICATORS,
        said(AMONG, "The places under this one.", "该地区所辖各地区之间。"),
        Parameter(
            name="weight",
            flags=("--weight",),
            says=Text(
                "The indicator that places are weighted with (people).",
                "加权指标（如人口）。",
            ),
            metavar="INDICATOR",
            completes="indicator",
            short=True,
        ),
        Parameter(
            name="groups",
            flags=("--groups",),
            says=Text(
                "Theil between and within: parent, or a CSV file with place and group.",
                "泰尔指数的组间与组内：parent（按上级地区），或含 place、group 列的 CSV。",
            ),
            metavar="FILE",
        ),
        Parameter(
            name="neighbours",
            flags=("--neighbours",),
            says=Text(
                "Moran's I: a CSV file with place and neighbour, a pair a line.",
                "莫兰指数：含 place、neighbour 列的 CSV，每行一对。",
            ),
            metavar="FILE",
        ),
        Parameter(
            name="epsilon",
            kind=float,
            default=0.5,
            flags=("--epsilon",),
            says=Text("Aversion of Atkinson's index.", "阿特金森指数的厌恶参数。"),
            metavar="NUMBER",
        ),
        *arranged("weight"),
    ),
    examples=(
        "cpstats inequality gdp --among beijing",
        "cpstats inequality resident_population --among beijing --period 2020-11",
        "cpstats inequality gdp --among beijing --period 2017..2022 -p changping",
    ),
    answer=_answer,
)
