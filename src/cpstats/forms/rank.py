"""The order of places under a parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form, Parameter
from cpstats.forms.parameters import AMONG, ARRANGED, INDICATORS, said
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
    by: str,
    ties: str,
    descending: bool | None,
) -> Report:
    """Put the question to the data."""
    from dataclasses import replace

    from cpstats.answers.ask import ask, some
    from cpstats.answers.group import group_of
    from cpstats.answers.rank import rank
    from cpstats.selecting.ranking import Order

    names = some(indicators, "indicator", "cpstats rank gdp --among beijing")
    question = ask(asked, package, names, among="" if asked.place else among)
    group = group_of(among, asked, package)
    wanted = question.places if asked.place else ()
    order = Order(by=by, ties=ties, descending=descending)  # type: ignore[arg-type]
    return rank(replace(question, places=wanted), package, group=group, order=order)


FORM = Form(
    name="rank",
    order=70,
    says=Text(
        "The order of the places under a parent: ties, who has no data, change of rank.",
        "上级地区内各地区的位次：并列、无数据者、位次变化。",
    ),
    parameters=(
        INDICATORS,
        said(AMONG, "Rank the places under this one.", "对该地区所辖各地区排位。"),
        Parameter(
            name="by",
            default="level",
            flags=("--by",),
            says=Text("level or growth.", "level（水平）或 growth（增速）。"),
            metavar="NAME",
            words=("level", "growth"),
            short=True,
        ),
        Parameter(
            name="ties",
            default="competition",
            flags=("--ties",),
            says=Text(
                "competition (1 2 2 4) or dense (1 2 2 3).", "competition（1 2 2 4）或 dense。"
            ),
            metavar="NAME",
            words=("competition", "dense"),
        ),
        Parameter(
            name="descending",
            kind=bool,
            default=None,
            flags=("--highest-first/--lowest-first",),
            says=Text(
                "Whether the highest or the lowest is first (default: as the indicator says).",
                "最高者或最低者居首（默认：依指标而定）。",
            ),
        ),
        *ARRANGED,
    ),
    examples=(
        "cpstats rank gdp --among beijing",
        "cpstats rank gdp --among beijing --period 2022 -p changping",
        "cpstats rank gdp --among beijing --by growth",
    ),
    answer=_answer,
    reads=("indicator",),
)
