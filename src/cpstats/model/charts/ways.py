"""Average growth over spans, computed and published beside each other, and what a target needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.chart import Kind, Panel, Series, when
from cpstats.model.charts.captions import (
    kind_of,
    measured,
    name_of,
    prices_of,
    releases_of,
    unit_of,
)
from cpstats.model.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report

MADE = ("average_growth", "average_change", "required_growth")
PROGRESS = "progress"
COMPUTED, PUBLISHED = Text("computed", "计算"), Text("published", "公布")
NEEDED, ACHIEVED = Text("needed", "还需"), Text("achieved", "已实现")


def averages(report: Report, figures: Sequence[Figure]) -> tuple[list[Panel], list[Figure]]:
    """Return a panel for each indicator: a row for each place and span, a dot for each way."""
    found = [f for f in figures if kind_of(f) in MADE]
    left = [f for f in figures if kind_of(f) not in MADE]
    target = any(kind_of(f) == "required_growth" for f in found)
    if target and len([f for f in left if f.measure == PROGRESS]) < 2:
        left = [f for f in left if f.measure != PROGRESS]
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in found:
        groups.setdefault((figure.indicator, figure.unit), []).append(figure)
    made = [_panel(report, of_one, target=target) for of_one in groups.values() if len(of_one) > 1]
    return made, left


def _panel(report: Report, found: Sequence[Figure], *, target: bool) -> Panel:
    spans = {f.time_period for f in found}
    places = {f.ref_area for f in found}
    rows: dict[Text, None] = {}
    by_way: dict[Text, list[tuple[Text, Figure]]] = {}
    for figure in found:
        period = when(figure)
        parts = [name_of(report, figure.ref_area)] if len(places) > 1 or len(spans) == 1 else []
        if len(spans) > 1 and not target:
            parts.append(Text(period.label("en"), period.label("zh")))
        row = joined(parts or [name_of(report, figure.ref_area)], en=", ", zh="，")
        rows[row] = None
        by_way.setdefault(_way(figure, target=target), []).append((row, figure))
    order = list(rows)
    series = tuple(
        Series(
            way,
            tuple((f,) for _, f in of_way),
            rows=tuple(order.index(row) for row, _ in of_way),
            beside=way in (PUBLISHED, NEEDED),
        )
        for way, of_way in by_way.items()
    )
    first = found[0]
    subject = [name_of(report, first.indicator)]
    subject += [name_of(report, first.ref_area)] if len(places) == 1 else []
    bases = {f.price_basis for f in found}
    what = measured(first) if len(bases) == 1 else Text("average growth a year", "年均增长")
    when_ = [Text(when(first).label("en"), when(first).label("zh"))] if len(spans) == 1 else []
    return Panel(
        joined([*subject, what, *when_], en=" · ", zh=" · "),
        unit_of(first),
        (),
        series,
        Kind.DOTS,
        basis=prices_of(first),
        releases=releases_of(report, found),
        rows=tuple(order),
    )


def _way(figure: Figure, *, target: bool) -> Text:
    if target:
        return NEEDED if kind_of(figure) == "required_growth" else ACHIEVED
    return COMPUTED if figure.formula is not None else PUBLISHED
