"""What part of the whole something is, period by period, and how that changed in points."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.answers.notes import Marks, reason_notes, release_notes, report_of
from cpstats.answers.parts import check_sizes, parts_of
from cpstats.answers.periods import asked_periods, label, label_of
from cpstats.calc.gap import gap_of
from cpstats.calc.share import share_of as share_formula
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import in_unit
from cpstats.selecting.derive import POINTS, computed, empty, interval, nonpositive, share_of, shown
from cpstats.selecting.figures import Figures
from cpstats.selecting.part import Part

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.store.package import Package

EXAMPLE = "cpstats share gdp --vs beijing"
SHARE_OF = Text(" · share of ", " · 占比：")
PERIOD, PLACE = Text("period", "时期"), Text("place", "地区")


def share(question: Question, package: Package, *, of: str = "") -> Report:
    """Answer `share`: of the benchmark, or of another indicator of the same place (`of`).

    The levels of one period have one tag (S6). The change is taken of unrounded shares and needs
    the four levels of both years from one series (S5).
    """
    question, said = parts_of(question, package.catalogue, of, EXAMPLE)
    figures = Figures.of(package, question, (*question.indicators, *((of,) if of else ())))
    marks = Marks(figures)
    found: list[Figure] = []
    blocks = []
    single = question.window.one if len(question.places) > 1 else None
    for indicator in question.indicators:
        rows: list[tuple[Cell, ...]] = []
        for area in question.places:
            part = Part.of(figures, question, indicator, area, of)
            if single is None:
                rows = []
            one, two = part.levels
            periods = asked_periods(question, {*one, *two}, both=[p for p in one if p in two])
            for period in periods if single is None else [single]:
                made, change = _share(part, period), _change(part, period)
                head = label_of(period) if single is None else Cell(text=part.place)
                rows.append((head, *_cells(part, period, made, change, marks)))
                found += [made, change]
            if single is None:
                title = part.title + SHARE_OF + part.whole_name
                blocks.append(Block(_columns(part, PERIOD), tuple(rows), title=title))
        if single is not None:
            title = part.name + SHARE_OF + part.whole_name + label(single)
            blocks.append(Block(_columns(part, PLACE), tuple(rows), title=title))
    check_sizes(found, question, figures.catalogue, of)
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    silent = [f for f in found if not (f.measure.startswith("share_change") and f.value is None)]
    notes = [*reason_notes(silent, figures), *said, *_change_note(found), *release_notes(figures)]
    return report_of(
        names + Text(" · share", " · 占比"),
        found,
        blocks,
        figures,
        notes=notes,
        marks=marks.texts(),
    )


def _share(part: Part, period: Period) -> Figure:
    both = part.within.get(period)
    reason = ""
    if both is None and (mixed := part.mixed(period)):
        both, reason = mixed, "mixed_vintage"
    if both is None:
        return part.refused("share", period, "%", "quotient")
    made = share_of(*both)
    return part.named(replace(made, reason=reason or made.reason), "share", period)


def _change(part: Part, period: Period) -> Figure:
    """Return the change on the year before, in points, of four levels of one series."""
    before = period.year_before()
    given = part.given("share_change", period) | {
        "unit": POINTS,
        "method": "difference",
        "base_period": str(before),
    }
    found = part.over_time((before, period))
    if found is None:
        levels = part.levels
        if not all(period in ls for ls in levels):
            return empty("missing_current", **given)
        if not all(before in ls for ls in levels):
            return empty("missing_base", absent=(str(before),), **given)
        ends = [ls[p] for p in (before, period) for ls in levels]
        return empty(part.figures.apart(ends), ends, **given)
    (x0, x1), (y0, y1) = (
        [found[c] for c in part.cells((before, period), which)] for which in (0, 1)
    )
    if reason := nonpositive(y0, y1):
        return empty(reason, (x1, y1, x0, y0), **given)
    shares = [share_formula(interval(x), interval(y)) for x, y in ((x0, y0), (x1, y1))]
    formula = f"{shown(x1)} / {shown(y1)} × 100 − {shown(x0)} / {shown(y0)} × 100"
    return computed(
        gap_of(shares[1], shares[0]),
        (x1, y1, x0, y0),
        Text(formula, formula),
        decimals=2,
        price_basis=x1.price_basis,
        **given,
    )


def _change_note(found: list[Figure]) -> list[Text]:
    """Say once why no change could be taken."""
    changes = [f for f in found if f.measure.startswith("share_change")]
    if any(f.value is not None for f in changes) or not any(
        f.reason == "mixed_vintage" for f in changes
    ):
        return []
    return [
        Text(
            "No change of share: no one series has the levels of two years running.",
            "未计算占比变化：没有同一序列同时包含相邻两年的水平值。",
        )
    ]


def _cells(
    part: Part, period: Period, made: Figure, change: Figure, marks: Marks
) -> tuple[Cell, ...]:
    one, two = made.inputs if made.value is not None else (None, None)
    part_levels, whole_levels = part.levels
    mark = marks.both(one, two) if one is not None and two is not None and not made.reason else ""
    return (
        _cell(one or part_levels.get(period)),
        _cell(two or whole_levels.get(period)),
        Cell(made, mark=mark) if made.value is not None else Cell(text=same("…")),
        _cell(change),
    )


def _cell(figure: Figure | None) -> Cell:
    if figure is None or figure.value is None:
        return Cell(text=same("…"))
    return Cell(figure)


def _columns(part: Part, first: Text) -> tuple[Column, ...]:
    unit = part.figures.unit(part.indicator, part.area)
    return (
        Column(first, right=False),
        Column(in_unit(Text("part", "部分"), unit)),
        Column(part.whole_name),
        Column(Text("share, %", "占比，%")),
        Column(Text("change, points", "变化，百分点"), decimals=2),
    )
