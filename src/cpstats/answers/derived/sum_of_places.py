"""The sum over the places under a parent, with its coverage, beside the parent's own figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import members, no_rates
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.aggregate import total
from cpstats.model.text import Text
from cpstats.selecting.computed import apart, computed, empty, interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Sum over places", "各地区合计")
WHAT = Text(
    "sum over the places under a parent; without one of them only with --allow-mixed",
    "上级地区所辖各地区合计；缺数据或版本不一时须加 --allow-mixed",
)
TAKES = ("among",)
EXAMPLE = "cpstats derive sum_of_places gdp --among beijing --period 2024 --allow-mixed"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the sum of every period: complete and of one tag (S6), or with what it lacks said.

    With `--allow-mixed` the figures of each place are added whatever their release, and a place
    without a figure is left out; `n` says how many are in it.
    """
    among = members(settings, EXAMPLE)
    no_rates(question.indicators, figures.catalogue)
    parent = settings.group.parent
    for indicator in question.indicators:
        one_tag = figures.most_within(indicator, among)
        every = {area: figures.levels(indicator, area) for area in among}
        for period in asked_periods(question, {p for levels in every.values() for p in levels}):
            own = {
                a: levels[period]
                for a, levels in every.items()
                if period in levels and not levels[period].bound
            }
            chosen = one_tag.get(period, {})
            mixed = len(chosen) < len(own)
            alike = len({f.unit for f in own.values()}) == 1
            used = own if mixed and figures.allow_mixed and alike else chosen
            given: dict[str, Any] = {
                "indicator": indicator,
                "ref_area": parent,
                "time_period": str(period),
                "measure": "sum_of_places",
                "method": "sum",
                "n": len(used),
                "unit": next((f.unit for f in used.values()), ""),
            }
            if apart(list(own.values())):  # --allow-mixed mixes releases, not prices
                yield empty("mixed_price_basis", list(own.values()), **given)
                continue
            reason = "missing_current" if len(own) < len(among) else ""
            reason = "mixed_vintage" if mixed else reason
            if reason and (not figures.allow_mixed or not used):
                yield empty(reason, list(own.values()) if mixed else (), **given)
                continue
            parts = {a: interval(used[a]) if a in used else None for a in among}
            made = total(parts, partial=True)
            assert made.number is not None, "at least one place has a figure"
            yield computed(
                made.number,
                list(used.values()),
                Text(
                    f"sum of {made.have} of {made.parts} places",
                    f"{made.parts}个地区中{made.have}个之和",
                ),
                decimals=min(f.decimals for f in used.values()),
                price_basis=next(iter(used.values())).price_basis,
                reason=reason,
                **given,
            )
