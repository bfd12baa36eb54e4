"""Points of the Lorenz curve: what the lowest places have together of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import members, no_rates
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.lorenz import lorenz
from cpstats.model.figure import Figure, plain, together
from cpstats.model.text import Text
from cpstats.model.unit import PERCENT, Unit
from cpstats.selecting.computed import empty
from cpstats.selecting.frame import panel_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

    ByPlace = Mapping[str, Figure]

TITLE = Text("Lorenz curve", "洛伦兹曲线")
WHAT = Text(
    "what the lowest places of --among have together of the whole; --of: their people as weights",
    "--among 各地区由低到高的累计份额，--of 为人口权数",
)
TAKES = ("among", "of")
EXAMPLE = "cpstats derive lorenz gdp --among beijing --period 2022"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield both coordinates of every place, the lowest first; all levels of a period have one tag (S6).

    With weights a total is taken over the people of its place, and what is none as it is: per head.
    """
    places = members(settings, EXAMPLE)
    weight = settings.of
    if not weight:
        no_rates(question.indicators, figures.catalogue)
    weights = figures.most_within(weight, places) if weight else {}
    for indicator in question.indicators:
        levels = figures.most_within(indicator, places)
        total = not Unit.of(figures.unit(indicator, *places)).per and (
            figures.catalogue.indicators[indicator].compare == "share"
        )
        for period in asked_periods(question, levels):
            here, people = levels.get(period, {}), weights.get(period, {})
            yield from _points(indicator, places, period, (here, people), weight, total=total)


def _points(
    indicator: str,
    places: tuple[str, ...],
    period: Period,
    known: tuple[ByPlace, ByPlace],
    weight: str,
    *,
    total: bool,
) -> Iterator[Figure]:
    levels, people = known
    have = [area for area in places if area in levels and (not weight or area in people)]
    used = [by[area] for area in have for by in (known if weight else (levels,))]
    given: dict[str, Any] = {
        "indicator": indicator,
        "time_period": str(period),
        "method": "by_weight" if weight else "each_alike",
        "unit": PERCENT,
        "inputs": tuple(used),
    }
    names = ("lorenz_below", "lorenz")
    measures = [f"{name}:{weight}" if weight else name for name in names]
    if have:
        frame = panel_of(levels[area] for area in have)
        frame["weight"] = [people[area].value for area in have] if weight else 1.0
        if weight and total:  # what a place has, over its people
            frame[["obs_value", "low", "high"]] = frame[["obs_value", "low", "high"]].div(
                frame["weight"], axis=0
            )
        made = lorenz(frame, by=["ref_area"], over="ref_area", weight="weight")
        for row in made.to_dict("records"):
            area, reason = row["ref_area"], row["reason"]
            if isinstance(reason, str):
                yield from (
                    Figure(ref_area=area, measure=m, reason=reason, **given) for m in measures
                )
                continue
            held = given | {
                "ref_area": area,
                "price_basis": levels[area].price_basis,
                "decimals": 2,
                "vintage": together([f.vintage for f in used]),
                "source": together([f.source for f in used]),
            }
            up_to = Text("Σ up to this place / Σ × 100", "累计至该地区 / 合计 × 100")
            yield Figure(value=plain(row["below"]), measure=measures[0], formula=up_to, **held)
            yield Figure(
                value=plain(row["value"]),
                low=plain(row["low"]),
                high=plain(row["high"]),
                measure=measures[1],
                formula=up_to,
                **held,
            )
    given.pop("inputs")
    for area in places:
        if area not in have:
            lacking = ((weight, area),) if weight and area in levels else ()
            yield from (
                empty("missing_current", ref_area=area, measure=m, lacking=lacking, **given)
                for m in measures
            )
