"""How concentrated a whole is: in few places (--among), or in few of the indicators that are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.herfindahl import herfindahl
from cpstats.errors import UsageError
from cpstats.message import Message, for_example, sentences
from cpstats.model.figure import Figure, plain, together
from cpstats.model.text import Text, same
from cpstats.selecting.computed import empty
from cpstats.selecting.frame import panel_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Concentration (Herfindahl)", "集中度（赫芬达尔指数）")
WHAT = Text(
    "sum of squared shares: of places (--among), or of the indicators that are named",
    "份额平方和：各地区（--among）或所列各指标之间",
)
TAKES = ("among",)
EXAMPLE = "cpstats derive herfindahl gdp_primary gdp_secondary gdp_tertiary -p beijing --period 2020..2024"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the index of every period; the members have one tag (S6)."""
    no_rates(question.indicators, figures.catalogue)
    if settings.among:
        for indicator in question.indicators:
            within = figures.most_within(indicator, settings.among)
            yield from _indices(within, question, indicator, settings.group.parent, "ref_area")
        return
    if len(question.indicators) < 2:
        raise UsageError(
            Message("what is concentrated in what is not said", "未说明在哪些部分之间集中"),
            mend=sentences(
                Message(
                    "Name the parts, or places: --among PLACE.",
                    "请列出各部分，或用 --among 指定地区。",
                ),
                for_example(EXAMPLE),
            ),
        )
    figures = figures.in_one_unit(question.indicators)
    for area in question.places:
        parts = figures.parts_within(question.indicators, area)
        whole = figures.catalogue.whole_of(question.indicators)
        yield from _indices(parts, question, whole, area, "indicator")


def _indices(
    members: Mapping[Period, Mapping[str, Figure]],
    question: Question,
    indicator: str,
    area: str,
    over: str,
) -> Iterator[Figure]:
    for period in asked_periods(question, members):
        used = list(members.get(period, {}).values())
        given: dict[str, Any] = {
            "indicator": indicator,
            "ref_area": area,
            "time_period": str(period),
            "measure": "herfindahl",
            "method": "each_alike",
            "n": len(used),
        }
        if not used:
            yield empty("missing_current", **given)
            continue
        frame = panel_of(used)
        row = herfindahl(frame, by=[over], over=over).iloc[0]
        if isinstance(row["reason"], str):
            yield empty(row["reason"], used, **given)
            continue
        yield Figure(
            value=plain(float(row["value"])),
            low=plain(float(row["low"])),
            high=plain(float(row["high"])),
            decimals=4,
            formula=same("Σ s²"),
            inputs=tuple(used),
            vintage=together([f.vintage for f in used]),
            source=together([f.source for f in used]),
            price_basis=used[0].price_basis,
            **given,
        )
