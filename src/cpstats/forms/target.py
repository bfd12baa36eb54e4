"""Growth needed to reach a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form, Parameter
from cpstats.forms.parameters import AMONG, ARRANGED, BASIS, INDICATORS
from cpstats.message import Message
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
    by: str,
    start: str,
    reach: str,
    times: float | None,
    average: float | None,
    basis: str,
    among: str,
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import amount, ask, some, year
    from cpstats.answers.target import EXAMPLE, Goal, target
    from cpstats.errors import UsageError

    names = some(indicators, "indicator", EXAMPLE)
    if not by:
        raise UsageError(
            Message("the year of the target is missing", "缺少目标年份"),
            mend=Message("Name it: --by 2035.", "请指定：--by 2035。"),
        )
    question = ask(asked, package, names, basis=basis, among=among)
    thing = package.catalogue.indicators[question.indicators[0]]
    goal = Goal(
        by=year(by),
        start=year(start) if start else None,
        reach=amount(reach, thing.unit) if reach else None,
        times=times,
        average=average,
    )
    return target(question, package, goal=goal)


FORM = Form(
    name="target",
    order=110,
    says=Text(
        "Growth needed to reach a target by a year, how far one has come, what is left to do.",
        "到某年实现目标所需的年均增速、已完成进度与剩余要求。",
    ),
    parameters=(
        INDICATORS,
        Parameter(
            name="by",
            flags=("--by",),
            says=Text("The last year of the target.", "目标年份。"),
            metavar="YEAR",
            short=True,
        ),
        Parameter(
            name="start",
            flags=("--from",),
            says=Text("The base year.", "基期年份。"),
            metavar="YEAR",
            short=True,
        ),
        Parameter(
            name="reach",
            flags=("--reach",),
            says=Text("A level, in the indicator's unit or with one.", "目标水平，可带单位。"),
            metavar="VALUE",
            short=True,
        ),
        Parameter(
            name="times",
            kind=float,
            default=None,
            flags=("--times",),
            says=Text(
                "A multiple of the base year (doubling is 2).", "为基期的倍数（翻一番为2）。"
            ),
            metavar="N",
        ),
        Parameter(
            name="average",
            kind=float,
            default=None,
            flags=("--average",),
            says=Text("Growth a year, in per cent.", "年均增速，%。"),
            metavar="PERCENT",
        ),
        BASIS,
        AMONG,
        *ARRANGED,
    ),
    examples=(
        "cpstats target gdp -p beijing --times 2 --from 2020 --by 2035",
        "cpstats target gdp -p beijing --reach 6万亿元 --by 2030",
        "cpstats target gdp -p beijing --average 5 --from 2020 --by 2027",
    ),
    answer=_answer,
)
