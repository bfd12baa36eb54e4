"""Parts of the growth of a whole: stacked in each period, with the growth of the whole beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.chart import Kind, Panel, Series, when
from cpstats.model.charts.captions import kind_of, name_of, releases_of, titled, unit_of
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report

PART, RATE = "contribution", "contribution_rate"
WHOLE = Text("the whole", "整体")


def stacks(report: Report, figures: Sequence[Figure]) -> tuple[list[Panel], list[Figure]]:
    """Return a panel for each whole; the rates are told by the stack and its total."""
    points = [f for f in figures if kind_of(f) == PART]
    if not points:
        return [], [*figures]
    totals = {_cell(f): f.inputs[1] for f in figures if kind_of(f) == RATE and len(f.inputs) > 1}
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in points:
        whole = figure.indicator if figure.counterpart_area else figure.measure
        place = figure.counterpart_area or figure.ref_area
        groups.setdefault((whole, place, figure.price_basis), []).append(figure)
    made = [_panel(report, found, totals) for found in groups.values()]
    return made, [f for f in figures if kind_of(f) not in (PART, RATE)]


def _panel(report: Report, found: Sequence[Figure], totals: dict[tuple[str, ...], Figure]) -> Panel:
    of_places = bool(found[0].counterpart_area)
    parts: dict[str, list[Figure]] = {}
    for figure in found:
        parts.setdefault(figure.ref_area if of_places else figure.indicator, []).append(figure)
    whole = {f.time_period: totals[_cell(f)] for f in found if _cell(f) in totals}
    series = [Series(name_of(report, n), (tuple(fs),)) for n, fs in parts.items()]
    if whole:
        series.append(Series(WHOLE, (tuple(whole.values()),), total=True))
    first = found[0]
    indicator = first.indicator if of_places else first.measure.partition(":")[2]
    place = first.counterpart_area or first.ref_area
    periods = tuple(sorted({when(f) for f in found}))
    return Panel(
        titled(report, [name_of(report, indicator), name_of(report, place)], first),
        unit_of(first),
        periods,
        tuple(series),
        Kind.STACK,
        basis=same(""),
        releases=releases_of(report, found),
        base=0.0,
    )


def _cell(figure: Figure) -> tuple[str, ...]:
    return figure.indicator, figure.ref_area, figure.time_period, figure.counterpart_area
