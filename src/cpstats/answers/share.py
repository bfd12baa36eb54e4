"""What part of the whole something is, period by period, and how that changed in points."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.answers.lettered import Marks
from cpstats.answers.lines import against
from cpstats.answers.notes import reason_notes, release_notes, report_of
from cpstats.answers.parts import check_sizes, parts_of
from cpstats.answers.show_cells import priced
from cpstats.answers.shown_periods import asked_periods, label, label_of, newest_shown
from cpstats.calc.gap import gap_of
from cpstats.calc.share import share_of as share_formula
from cpstats.model.report import Block, Cell, Column, Key, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.computed import (
    computed,
    digits,
    empty,
    interval,
    nonpositive,
    share_of,
    shown,
)
from cpstats.selecting.figures import Figures
from cpstats.selecting.part import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.store.package import Package

EXAMPLE = "cpstats share gdp --vs beijing"
SHARE_OF = Text(" · share of ", " · 占比：")
PLACE = Column(Text("place", "地区"), right=False, name="place")


def share(question: Question, package: Package, *, of: str = "") -> Report:
    """Answer `share`: of the benchmark, or of another indicator of the same place (`of`).

    The levels of one period have one tag (S6). The change is taken of unrounded shares and needs
    the four levels of both years from one series (S5).
    """
    question, said = parts_of(question, package.catalogue, of, EXAMPLE)
    wanted = (*question.indicators, *((of,) if of else ()))
    figures = Figures.of(package, question, wanted)
    if of:
        figures = figures.in_one_unit(wanted)
    marks = Marks(figures)
    found: list[Figure] = []
    blocks = []
    earlier: list[Text] = []
    for indicator in question.indicators:
        parts = [Part.of(figures, question, indicator, area, of) for area in question.places]
        lines = [line for part in parts for line in _lines(question, part)]
        found += [f for line in lines for f in (line.share, line.change)]
        if len(parts) == 1:
            blocks.append(_alone(parts[0], lines, marks))
            continue
        shown, newest = _shown(question, lines)
        blocks += [_places(parts, [x for x in lines if x.period == p], marks) for p in shown]
        earlier += newest
    check_sizes(found, question, figures.catalogue, of)
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    told = [f for f in found if f.reason == "series_break" or not _is_no_change(f)]
    notes = [*reason_notes(told, figures), *said, *_change_note(found)]
    notes += [*earlier, *release_notes(figures)]
    return report_of(
        names + Text(" · share", " · 占比"),
        found,
        blocks,
        figures,
        notes=notes,
        marks=marks.texts(),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A part in one period: its share, and the change on the year before."""

    part: Part
    period: Period
    share: Figure
    change: Figure

    @property
    def key(self) -> Key:
        """What the row is about."""
        return Key(self.part.indicator, self.part.area, str(self.period))


def _lines(question: Question, part: Part) -> list[_Line]:
    """Return every period that is asked for."""
    one, two = part.levels
    periods = asked_periods(question, {*one, *two}, both=[p for p in one if p in two])
    return [_Line(part, p, _share(part, p), _change(part, p)) for p in periods]


def _shown(question: Question, lines: Sequence[_Line]) -> tuple[list[Period], list[Text]]:
    """Return the periods that have a table of many places; without a window the newest one."""
    have = Counter(line.period for line in lines if line.share.value is not None)
    periods = sorted({line.period for line in lines})
    if not question.window.is_open:
        return [p for p in periods if have[p]] or periods[-1:], []
    return newest_shown(have, periods)


def _alone(part: Part, lines: Sequence[_Line], marks: Marks) -> Block:
    """Return one place: a row for each period."""
    rows = tuple((label_of(x.period), *_cells(x, marks)) for x in lines)
    title = part.title + SHARE_OF + part.whole_in_prose + _prices(part)
    keys = tuple(x.key for x in lines)
    return Block(_columns(part), rows, title=title, keys=keys, by="share")


def _places(parts: Sequence[Part], lines: Sequence[_Line], marks: Marks) -> Block:
    """Return one period of many places: a row for each, a benchmark that is their whole below."""
    part, period = parts[0], lines[0].period
    rows: list[tuple[Cell, ...]] = []
    wholes = []
    common = part.whole_area not in {p.area for p in parts} and part.area != part.whole_area
    for line in lines:
        own, whole, share, change = _cells(line, marks)
        rows.append((Cell(text=line.part.place), own, *(() if common else (whole,)), share, change))
        wholes += [whole.figure] if whole.figure else []
    keys = [line.key for line in lines]
    columns = (PLACE, *_columns(part)[1:])
    if common:
        columns = (columns[0], columns[1]._replace(header=Text("level", "水平")), *columns[3:])
        usual = max(wholes, key=wholes.count, default=None)
        for i, line in enumerate(lines):
            one = line.share.inputs[1] if line.share.value is not None else None
            if one is not None and usual is not None and one.value != usual.value:
                rows[i] = (
                    *rows[i][:2],
                    against(rows[i][2], one, part.whole_name, marks),
                    rows[i][3],
                )
        none = Cell(text=same(""))
        last = Cell(usual) if usual is not None else Cell(text=same("…"))
        rows.append((Cell(text=part.whole_name), last, none, none))
        keys.append(lines[0].key._replace(area=part.whole_area, aside=True))
    return Block(
        columns,
        tuple(rows),
        title=part.name + SHARE_OF + part.whole_in_prose + label(period) + _prices(part),
        ruled=frozenset({len(lines)} if common else ()),
        keys=tuple(keys),
        by="share",
    )


def _prices(part: Part) -> Text:
    """Return the prices of the levels where they are constant."""
    bases = {basis for levels in part.levels for basis in levels.said("price_basis")}
    basis = bases.pop() if len(bases) == 1 else ""
    return priced(basis) if basis.startswith("constant") else same("")


def _share(part: Part, period: Period) -> Figure:
    both = part.within.get(period)
    reason = ""
    if both is None and (mixed := part.mixed(period)):
        both, reason = mixed, "mixed_vintage"
    if both is None:
        return part.refused("share", period, PERCENT, "quotient")
    made = share_of(*both)
    return replace(made, reason=reason or made.reason, **part.given("share", period))


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
        decimals=digits(shares[1], (x1, y1)),  # as its share: the one follows from the other
        price_basis=x1.price_basis,
        **given,
    )


def _is_no_change(figure: Figure) -> bool:
    return figure.measure.startswith("share_change") and figure.value is None


def _change_note(found: list[Figure]) -> list[Text]:
    """Say once why no change could be taken, or what it is on where the rows leave years out."""
    changes = [f for f in found if f.measure.startswith("share_change")]
    years = sorted(
        {int(f.time_period) for f in changes if f.value is not None and f.time_period.isdigit()}
    )
    if any(b - a > 1 for a, b in pairwise(years)):
        return [Text("The change is on the year before.", "变化为较上年。")]
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


def _cells(line: _Line, marks: Marks) -> tuple[Cell, Cell, Cell, Cell]:
    part, period, made, change = line.part, line.period, line.share, line.change
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


def _columns(part: Part) -> tuple[Column, ...]:
    unit = part.figures.unit(part.indicator, part.area)
    return (
        Column(Text("period", "时期"), right=False, name="period"),
        Column(Text("part", "部分"), name="level", unit=unit),
        Column(part.whole_name, name="whole"),
        Column(Text("share", "占比"), name="share", unit=PERCENT),
        Column(Text("change", "变化"), name="change", unit=POINTS),
    )
