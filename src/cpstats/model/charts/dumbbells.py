"""A place beside its benchmark: two dots in a row and the gap between them, and shares as bars."""

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
from cpstats.model.text import Text, joined, same
from cpstats.model.words import MEASURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report

GAPS = ("growth_gap", "level_gap", "average_growth_gap")
OF_LEVELS = ("share", "ratio")
MOST = 12  # rows of one indicator; more are lines over time


def pairs(report: Report, figures: Sequence[Figure]) -> tuple[list[Panel], list[Figure]]:
    """Return the pairs that a gap is made of, in rows, and of many indicators the shares as bars.

    Gaps are not drawn again: they are seen between the dots.
    """
    gaps = [f for f in figures if f.measure in GAPS and _drawn(f)]
    indicators = {f.indicator for f in figures}
    several = len(indicators) > 1
    others = {f.counterpart_area for f in figures if f.measure in (*GAPS, *OF_LEVELS)} - {""}
    if len({f.ref_area for f in gaps} or {f.ref_area for f in figures} - others) > 1:
        return [], [f for f in figures if f.measure not in GAPS or not gaps]
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for gap in gaps:
        one = gap.inputs[0]
        kind = (kind_of(one), one.unit) if several else (kind_of(one), one.unit, one.price_basis)
        groups.setdefault(("" if several else gap.indicator, *kind), []).append(gap)
    made, taken = [], set(GAPS) if gaps else set()
    for found in groups.values():
        if several or len(found) <= MOST:
            made.append(_rows(report, found, several=several))
            taken.add(kind_of(found[0].inputs[0]))
    if several and others and all(len(_periods(figures, i)) <= 3 for i in indicators):
        made += _shares(report, figures)
        taken |= {"level", *OF_LEVELS}
    return made, [f for f in figures if kind_of(f) not in taken]


def _drawn(gap: Figure) -> bool:
    """Return whether both ends of a gap can be drawn."""
    return len(gap.inputs) == 2 and all(f.value is not None and not f.bound for f in gap.inputs)


def _periods(figures: Sequence[Figure], indicator: str) -> set[str]:
    return {f.time_period for f in figures if f.indicator == indicator}


def _rows(report: Report, gaps: Sequence[Figure], *, several: bool) -> Panel:
    """Return the pairs of gaps, one in each row, a dot for each place."""
    first = gaps[0].inputs[0]
    rows = tuple(_row(report, gap.inputs, several=several) for gap in gaps)
    series = tuple(
        Series(
            name_of(report, gaps[0].inputs[n].ref_area),
            tuple((gap.inputs[n],) for gap in gaps),
            rows=tuple(range(len(gaps))),
            beside=n == 1,
        )
        for n in (0, 1)
    )
    places = [s.name for s in series]
    what = measured(first) if not several else _measure(first)
    head = [what] if several else [name_of(report, gaps[0].indicator), what]
    drawn = [f for gap in gaps for f in gap.inputs]
    return Panel(
        _begun([*head, joined(places, en=" and ", zh="与")]),
        unit_of(first),
        (),
        series,
        Kind.DOTS,
        basis=same("") if several else prices_of(first),
        releases=releases_of(report, drawn),
        rows=rows,
    )


def _begun(parts: list[Text]) -> Text:
    """Return the parts of a title, which begins with a capital."""
    made = joined(parts, en=" · ", zh=" · ")
    return Text(made.en[:1].upper() + made.en[1:], made.zh)


def _measure(figure: Figure) -> Text:
    """Return a measure without real or nominal: the rows differ in that."""
    return MEASURE.get(kind_of(figure), same(kind_of(figure)))


def _row(report: Report, drawn: Sequence[Figure], *, several: bool) -> Text:
    """Return when, and with several indicators of what."""
    periods = list(dict.fromkeys(when(f) for f in drawn))
    label = joined([Text(p.label("en"), p.label("zh")) for p in periods], en=" / ", zh=" / ")
    name = name_of(report, drawn[0].indicator)
    return joined([label, name], en=" ", zh="") if several else label


def _shares(report: Report, figures: Sequence[Figure]) -> list[Panel]:
    """Return what a place has of its benchmark: a bar for each indicator."""
    made = []
    for measure in OF_LEVELS:
        found = [f for f in figures if f.measure == measure]
        if not found:
            continue
        series = tuple(Series(_row(report, [f], several=True), ((f,),)) for f in found)
        against = Text("against ", "对比") + name_of(report, found[0].counterpart_area)
        head = [name_of(report, found[0].ref_area), _measure(found[0]), against]
        made.append(
            Panel(
                joined(head, en=" · ", zh=" · "),
                unit_of(found[0]),
                (when(found[0]),),
                series,
                Kind.BARS,
                releases=releases_of(report, found),
            )
        )
    return made
