"""Derived figures that have no command of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.forms.form import Form, Parameter
from cpstats.forms.parameters import (
    AMONG,
    ARRANGED,
    BASE,
    BASIS,
    END,
    INDICATORS,
    START,
    WHOLE,
    said,
)
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
    name: str,
    indicators: list[str] | None,
    of: str,
    among: str,
    base: str,
    start: str,
    end: str,
    basis: str,
    **how: Any,
) -> Report:
    """Put the question to the data, or list what can be derived."""
    from cpstats.answers.ask import ask, period
    from cpstats.answers.derivation import derive, listing, load, refuse_idle
    from cpstats.answers.group import Group, group_of
    from cpstats.answers.settings import Settings
    from cpstats.errors import UsageError

    if not name:
        return listing()
    module = load(name)
    n = how["n"]
    if n is not None and n < 2:
        raise UsageError(
            Message("an average of {} is none", "{}期不成平均", n),
            mend=Message("Take --n 2 at least.", "至少取 --n 2。"),
        )
    if bool(start) != bool(end):
        raise UsageError(
            Message("--from and --to go together", "--from 与 --to 须同时给出"),
            mend=Message("Or name the years: --period A..B.", "或指定年份：--period A..B。"),
        )
    said = {"of": of, "base": base, "ends": start, "basis": basis, "n": n}
    said |= {"on": how["on"] != "year", "unadjusted": how["unadjusted"]}
    refuse_idle(name, [word for word, value in said.items() if value])
    together = among if "among" in module.TAKES else ""  # else each of them is asked for
    others = tuple(package.catalogue.find_indicators(of)) if of else ()
    question = ask(
        asked,
        package,
        indicators or (),
        basis=basis,
        benchmark=bool(asked.vs),
        among="" if together else among,
    )
    settings = Settings(
        of=others[0] if others else "",
        others=others,
        base=period(base) if base else None,
        group=group_of(together, asked, package) if together else Group(),
        ends=(period(start), period(end)) if start else None,
        **how,
    )
    return derive(name, question, package, settings)


FORM = Form(
    name="derive",
    order=130,
    says=Text(
        "Derived figures by name: elasticity, deflator, per head, convergence (alone: the list).",
        "派生指标：弹性系数、缩减指数、人均、趋同等（不带名称则列出）。",
    ),
    parameters=(
        Parameter(
            name="name",
            says=Text(
                "The name of the derived figure",
                "派生指标的名称",
                " (alone: the list).",
                "（不写则列出）。",
            ),
            metavar="[NAME]",
            short=True,
        ),
        INDICATORS,
        WHOLE,
        AMONG,
        said(BASE, "The year of the prices (deflated).", "价格所取年份（deflated）。")._replace(
            short=False
        ),
        START,
        END,
        Parameter(
            name="on",
            default="year",
            flags=("--on",),
            says=Text(
                "What growth is measured on, or the parts of a year.", "增速的对比期，或年内分期。"
            ),
            metavar="NAME",
            words=("year", "period", "annualised", "quarter", "month"),
        ),
        Parameter(
            name="n",
            kind=int,
            default=None,
            flags=("--n",),
            says=Text("How many years or periods are averaged.", "平均的年数或期数。"),
            metavar="N",
        ),
        Parameter(
            name="unadjusted",
            kind=bool,
            default=False,
            flags=("--unadjusted",),
            says=Text(
                "Annualise what is not said to be adjusted for the season.",
                "未注明季节调整的序列也折年。",
            ),
        ),
        BASIS,
        *ARRANGED,
    ),
    examples=(
        "cpstats derive",
        "cpstats derive deflator gdp -p beijing --period 2018..2024",
        "cpstats derive elasticity gdp_tertiary --of gdp -p beijing --period 2021..2024",
    ),
    answer=_answer,
)
