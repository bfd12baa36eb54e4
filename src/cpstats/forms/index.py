"""A series with one period at 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form
from cpstats.forms.parameters import AMONG, ARRANGED, BASE, BASIS, INDICATORS
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
    base: str,
    basis: str,
    among: str,
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask, period, some
    from cpstats.answers.index import EXAMPLE, index

    names = some(indicators, "indicator", EXAMPLE)
    question = ask(asked, package, names, basis=basis, among=among)
    return index(question, package, base=period(base) if base else None)


FORM = Form(
    name="index",
    order=100,
    says=Text(
        "A series as an index with one period at 100, real or nominal, with its rounding drift.",
        "以某一时期为100的指数（实际或名义），并给出舍入误差区间。",
    ),
    parameters=(
        INDICATORS,
        BASE,
        BASIS,
        AMONG,
        *ARRANGED,
    ),
    examples=(
        "cpstats index gdp -p beijing --base 2020",
        "cpstats index gdp -p beijing -p china --base 2020 --period 2020..2024",
        "cpstats index gdp -p beijing --base 2015 --basis nominal --period 2010..2024",
    ),
    answer=_answer,
    turned="place",
)
