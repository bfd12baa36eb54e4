"""A place beside its benchmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.forms.form import Form
from cpstats.forms.parameters import AMONG, ARRANGED, INDICATORS
from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from cpstats.answers.ask import Asked
    from cpstats.model.report import Report
    from cpstats.store.package import Package


def _answer(
    asked: Asked,
    package: Package,
    *,
    indicators: list[str] | None,
    among: str,
    laid: Collection[str] = (),
) -> Report:
    """Put the question to the data."""
    from cpstats.answers.ask import ask
    from cpstats.answers.compare import compare
    from cpstats.answers.overview import overview

    question = ask(asked, package, indicators or (), benchmark=True, among=among)
    if not indicators:
        return overview(question, package)
    return compare(question, package, every=bool(laid))


FORM = Form(
    name="compare",
    order=50,
    says=Text(
        "A place beside its benchmark: both values, gap in points, share, average growth.",
        "与基准地区对比：双方数值、百分点差、占比、年均增速。",
    ),
    parameters=(
        INDICATORS,
        AMONG,
        *ARRANGED,
    ),
    examples=(
        "cpstats compare gdp --vs beijing",
        "cpstats compare gdp --vs beijing --period 2021..2024 --explain",
        "cpstats compare --vs beijing",
    ),
    answer=_answer,
    told=True,
    reads=("indicator",),
)
