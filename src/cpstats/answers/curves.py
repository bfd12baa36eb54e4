"""The picture of inequality: Lorenz curves of the first and the last period, and Gini over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.calc.lorenz import lorenz
from cpstats.model.chart import Kind, Panel, Series
from cpstats.model.charts.captions import kind_of, releases_of
from cpstats.model.charts.over_time import lines
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.answers.spread import Field
    from cpstats.model.report import Report

WHAT = Text(" · Lorenz curve: share of the whole by share of places", " · 洛伦兹曲线：累计占比")
WEIGHTED = Text(" · Lorenz curve: share of the whole by share of ", " · 洛伦兹曲线：累计占比，按")


def curves(report: Report, fields: Sequence[Field]) -> tuple[Panel, ...]:
    """Return the curves of each indicator, then how its Gini coefficient ran."""
    made = [panel for field in fields for panel in _curve(report, field)]
    ginis = [f for f in report.figures if kind_of(f) == "gini" and f.value is not None]
    return (*made, *lines(report, ginis)[0])


def _curve(report: Report, field: Field) -> list[Panel]:
    weight = field.settings.weight
    frame = field.frame
    if frame.empty:
        return []
    points = lorenz(
        frame, by=["ref_area"], over="ref_area", weight="weight" if weight else None
    ).dropna(subset=["value"])
    have = [p for p in field.periods if str(p) in set(points["time_period"])]
    ends = list(dict.fromkeys([*have[:1], *have[-1:]]))
    series = []
    for period in ends:
        own = points[points["time_period"] == str(period)]
        pairs = zip(own["below"].tolist(), own["value"].tolist(), strict=True)
        label = Text(period.label("en"), period.label("zh"))
        series.append(Series(label, curve=((0.0, 0.0), *((float(x), float(y)) for x, y in pairs))))
    if not series:
        return []
    catalogue = field.figures.catalogue
    name = catalogue.indicators[field.indicator].name
    what = WEIGHTED + catalogue.indicators[weight].name if weight else WHAT
    used = [f for p in ends for f in field.used(p, weight)]
    return [
        Panel(
            name + what, same("%"), tuple(ends), tuple(series), Kind.CURVE,
            releases=releases_of(report, used),
        )
    ]  # fmt: skip
