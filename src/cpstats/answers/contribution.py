"""What parts give to the growth of the whole: points (拉动) and rate (贡献率), and whether they add up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from cpstats.answers.notes import reason_notes, release_notes, report_of
from cpstats.answers.parts import parts_of
from cpstats.answers.shown_periods import asked_periods, label_of, left_out, without_parts
from cpstats.calc import contribution as formulas
from cpstats.calc.growth import growth_of
from cpstats.calc.share import share_of
from cpstats.model.period import Period
from cpstats.model.quantity import half_up
from cpstats.model.report import Block, Cell, Column, Key, Report
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.computed import apart, computed, empty, interval, nonpositive, shown
from cpstats.selecting.figures import Figures
from cpstats.selecting.held import LEVEL_BASES
from cpstats.selecting.part import Part
from cpstats.selecting.rates import growth_of_levels, level_bases

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.calc.interval import Interval
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

    Way = Callable[[Part, Period], tuple[Figure, Figure | None]]

Given = dict[str, Any]
EXAMPLE = "cpstats contribution gdp_primary gdp_secondary gdp_tertiary --of gdp -p beijing"


@dataclass(frozen=True, slots=True)
class _Made:
    """One part in one period: points, rate, and the growth of the whole."""

    part: Part
    points: Figure
    rate: Figure
    total: Figure | None


def contribution(question: Question, package: Package, *, of: str = "") -> Report:
    """Answer `contribution`: of indicators to the growth of `of`, or of places to the benchmark's.

    Share of the year before, whose levels have one tag (S6), times published growth. Where no part
    of a period has that: the levels of both years from one series (S5), at constant prices or,
    unless real ones were asked for, at current prices.
    """
    question, said = parts_of(question, package.catalogue, of, EXAMPLE)
    wanted = (*question.indicators, *((of,) if of else ()))
    figures = Figures.of(package, question, wanted)
    if of:
        figures = figures.in_one_unit(wanted)
    found: list[Figure] = []
    told: list[Figure] = []  # of those that stand in the tables
    blocks, notes = [], said
    for parts in _groups(figures, question, of):
        every = {p for part in parts for series in (*part.levels, *part.growths) for p in series}
        rows: list[tuple[Cell, ...]] = []
        keys: list[Key] = []
        own = {p for part in parts for series in (part.levels[0], part.growths[0]) for p in series}
        periods = asked_periods(question, every, both=own)
        of_periods = {p: _of_period(parts, p, question.basis) for p in periods}
        every_one = [f for made in of_periods.values() for f in _figures(made)]
        _, none = without_parts(question, every_one)
        notes += left_out([] if question.window.is_open else none)
        for period, made in of_periods.items():
            answered = any(m.points.value is not None for m in made)
            if not answered and question.window.is_open:
                continue
            found += _figures(made)
            if period in none:
                continue
            told += _figures(made)
            for m in made:
                rows.append((label_of(period), Cell(text=_name(m.part)), *_numbers(m)))
                keys.append(Key(m.part.indicator, m.part.area, str(period)))
            added = _apart(made, package.catalogue)
            if len(added) > 1 and (check := _check(added, period)):
                notes.append(check)
        whole = parts[0]
        title = (whole.whole_name if of else whole.name) + _TITLE
        title += same(" · ") + (whole.place if of else whole.whole_name)
        of_places = len({key.area for key in keys}) > 1
        part = "place" if of_places else "indicator"
        columns = (_COLUMNS[0], _COLUMNS[1]._replace(name=part), *_COLUMNS[2:])
        blocks.append(Block(columns, tuple(rows), title=title, keys=tuple(keys), by="points"))
    return report_of(
        Text("Contribution to growth", "对增长的拉动与贡献率"),
        found,
        blocks,
        figures,
        notes=[*reason_notes(told, figures), *_how(found), *notes, *release_notes(figures)],
    )


_TITLE = Text(" · contributions to growth", " · 对增长的拉动与贡献")
_COLUMNS = (
    Column(Text("period", "时期"), right=False, name="period", once=True),
    Column(Text("part", "部分"), right=False),
    Column(Text("share before", "上年占比"), decimals=2, name="share_before", unit=PERCENT),
    Column(Text("growth", "增速"), name="growth", unit=PERCENT),
    Column(Text("points", "拉动，百分点"), right=False, decimals=2, name="points"),
    Column(Text("rate", "贡献率"), decimals=1, name="rate", unit=PERCENT),
)


def _figures(made: list[_Made]) -> list[Figure]:
    return [f for m in made for f in (m.points, m.rate)]


def _groups(figures: Figures, question: Question, of: str) -> list[list[Part]]:
    """Return the parts that share a whole: the indicators of a place, or the places."""
    if of:
        return [
            [Part.of(figures, question, i, area, of) for i in question.indicators]
            for area in question.places
        ]
    return [
        [Part.of(figures, question, i, area) for area in question.places]
        for i in question.indicators
    ]


def _name(part: Part) -> Text:
    return part.name if part.area == part.whole_area else part.place


def _of_period(parts: list[Part], period: Period, asked: str) -> list[_Made]:
    """Return all parts in one way, the first that answers for one of them: points may be added."""
    ways = _ways(parts[0], asked)
    tried = []
    for way in ways:
        made = [_made(part, period, way) for part in parts]
        if any(m.points.value is not None for m in made):
            return made
        tried.append(made)
    return min(tried, key=_distance)


def _ways(part: Part, asked: str) -> tuple[Way, ...]:
    if asked == "nominal":
        return (partial(_of_levels, basis="current"),)
    real = (_of_rates, partial(_of_levels, basis="constant"))
    scope = part.figures.catalogue.indicators[part.indicator].growth_basis == "scope"
    return real if asked == "real" or scope else (*real, partial(_of_levels, basis="current"))


def _distance(made: list[_Made]) -> int:
    """Return how far a way is from an answer: what is told is why the nearest one failed."""
    order = ("", "series_break", "mixed_vintage", "mixed_price_basis", "bound_only", "missing_base")
    reason = made[0].points.reason
    return order.index(reason) if reason in order else len(order)


def _made(part: Part, period: Period, way: Way) -> _Made:
    points, total = way(part, period)
    return _Made(part, points, _rate(part, period, points, total), total)


def _of_rates(part: Part, period: Period) -> tuple[Figure, Figure | None]:
    """Return share of the year before times growth, both published."""
    before = period.year_before()
    given = part.given("contribution", period) | {
        "unit": POINTS,
        "method": "share_times_growth",
        "base_period": str(before),
    }
    growth, total = (series.get(period) for series in part.growths)
    if growth is not None and total is None:
        total = _growth_of_whole(part, period, growth.price_basis)
    both = part.within.get(before) or part.mixed(before)
    if growth is None or growth.bound:
        return empty("bound_only" if growth else "missing_current", **given), total
    if both is None:
        refused = part.refused("contribution", before, POINTS, "share_times_growth")
        reason = "missing_base" if refused.reason == "missing_current" else refused.reason
        return replace(refused, reason=reason, **given), total
    if total is not None and total.price_basis != growth.price_basis:
        return empty("mixed_price_basis", (growth, total), **given), total
    one, whole = both
    if reason := nonpositive(whole):
        return empty(reason, (growth, one, whole), **given), total
    points = computed(
        formulas.points_of(share_of(interval(one), interval(whole)), interval(growth)),
        (growth, one, whole),
        same(f"{shown(one)} / {shown(whole)} × {shown(growth)}"),
        decimals=2,
        price_basis=growth.price_basis,
        reason="" if before in part.within else "mixed_vintage",
        **given,
    )
    return points, total


def _growth_of_whole(part: Part, period: Period, basis: str) -> Figure | None:
    whole, area = part.whole_indicator, part.whole_area
    found = growth_of_levels(part.figures, whole, area, period, basis)
    return found if found.value is not None else None


def _of_levels(part: Part, period: Period, basis: str) -> tuple[Figure, Figure | None]:
    """Return the change of the part over the level of the whole the year before."""
    before = period.year_before()
    given = part.given("contribution", period) | {
        "unit": POINTS,
        "method": "change_over_whole",
        "base_period": str(before),
    }
    tried = (part.over_time((before, period), bases) for bases in _prices(part, basis))
    found = next((f for f in tried if f is not None), None)
    if found is None:
        return _refused(part, (before, period), basis, given | {"price_basis": basis}), None
    (x0, x1), (y0, y1) = ([found[c] for c in part.cells((before, period), w)] for w in (0, 1))
    given |= {"price_basis": x1.price_basis.partition(":")[0]}
    if reason := nonpositive(y0):
        return empty(reason, (y0, y1), **given), None
    points = formulas.points_of_levels(interval(x1), interval(x0), interval(y0))
    total = computed(
        growth_of(interval(y1), interval(y0)),
        (y1, y0),
        same(f"({shown(y1)} / {shown(y0)} − 1) × 100"),
        decimals=2,
        indicator=part.whole_indicator,
        ref_area=part.whole_area,
        time_period=str(period),
        base_period=str(before),
        measure="growth",
        method="quotient",
        price_basis=given["price_basis"],
        unit=PERCENT,
    )
    formula = same(f"({shown(x1)} − {shown(x0)}) / {shown(y0)} × 100")
    return computed(points, (x1, x0, y0), formula, decimals=2, **given), total


def _prices(part: Part, basis: str) -> list[tuple[str, ...]]:
    """Return the price bases of the levels that are tried, of constant ones the newest first."""
    if basis == "current":
        return [LEVEL_BASES]
    return [(b,) for b in level_bases(part.figures, *part.idents[0], basis)]


def _refused(part: Part, periods: tuple[Period, Period], basis: str, given: Given) -> Figure:
    """Return why levels give no points: what lacks and where, else two releases."""
    before, period = periods
    levels = part.levels_on([b for bases in _prices(part, basis) for b in bases])
    for when, reason in ((period, "missing_current"), (before, "missing_base")):
        if lacking := part.without(levels, when):
            return empty(reason, lacking=lacking, absent=(str(when),), **given)
    ends = [ls[p] for p in periods for ls in levels]
    if apart(ends):
        return empty("mixed_price_basis", ends, **given)
    reason = "bound_only" if any(f.bound for f in ends) else part.figures.apart(ends)
    return empty(reason, ends, **given)


def _how(found: list[Figure]) -> list[Text]:
    """Say where the points are of levels, without published growth."""
    used = {f.price_basis for f in found if f.method == "change_over_whole" and f.value is not None}
    return [_OF_LEVELS + _PRICES.get(basis, same("")) for basis in sorted(used)]


_OF_LEVELS = Text(
    "Points without published growth: change of the part over the whole of the year before",
    "无公布增速时，拉动为部分的增量除以上年整体",
)
_PRICES = {
    "current": Text(", at current prices: nominal", "（现价，为名义）"),
    "constant": Text(", at constant prices: real", "（不变价，为实际）"),
}


def _rate(part: Part, period: Period, points: Figure, total: Figure | None) -> Figure:
    """Return points in per cent of the growth of the whole; too small a growth says nothing."""
    given = part.given("contribution_rate", period) | {
        "unit": PERCENT,
        "method": "quotient",
        "base_period": points.base_period,
        "price_basis": points.price_basis,
    }
    if points.value is None:
        why = {"absent": points.absent, "lacking": points.lacking}
        return empty(points.reason, points.inputs, **why, **given)
    if total is None or total.value is None or total.bound:
        return empty("missing_current", (points,), **given)
    if abs(total.value) < formulas.SMALL:
        return empty("too_few", (points, total), **given)
    return computed(
        formulas.rate_of(interval(points), interval(total)),
        (points, total),
        same(f"{shown(points)} / {shown(total)} × 100"),
        decimals=1,
        reason=points.reason,
        **given,
    )


def _numbers(made: _Made) -> tuple[Cell, ...]:
    points = made.points
    if points.value is None:
        return (Cell(text=same("…")),) * 4
    growth = points.inputs[0] if points.method == "share_times_growth" else None
    none = Cell(text=same("…"))
    return (
        Cell(_share_before(made)) if _share_before(made) else none,
        Cell(growth) if growth is not None else none,
        Cell(points, interval=True),
        Cell(made.rate) if made.rate.value is not None else none,
    )


def _share_before(made: _Made) -> Figure | None:
    """Return the share of the year before, for the eye."""
    one, whole = made.points.inputs[1:]
    value: Interval = share_of(interval(one), interval(whole))
    given = made.part.given("share", Period.parse(one.time_period))
    return computed(value, (one, whole), same(""), unit=PERCENT, decimals=2, **given)


def _apart(made: list[_Made], catalogue: Catalogue) -> list[_Made]:
    """Return the parts that lie in no other one of them: those only add up."""
    areas, things = {m.part.area for m in made}, {m.part.indicator for m in made}
    return [
        m
        for m in made
        if not areas & {*catalogue.above(m.part.area)}
        and not any(catalogue.is_part(m.part.indicator, i) for i in things - {m.part.indicator})
    ]


def _check(made: list[_Made], period: Period) -> Text | None:
    """Say whether the points of all parts add up to the growth of the whole."""
    total = made[0].total
    if total is None or total.value is None or any(m.points.value is None for m in made):
        return None
    points = [interval(m.points) for m in made]
    whole = points[0]
    for more in points[1:]:
        whole = whole + more
    low, high = whole.low, whole.high
    met = (low is None or total.high is None or low <= total.high) and (
        high is None or total.low is None or total.low <= high
    )
    verdict = Text("they agree within rounding", "在舍入范围内一致")
    if not met:
        verdict = Text(
            "they differ by more than rounding: the parts are not all, or the weights are of "
            "another release",
            "差异超出舍入范围：部分不全，或权数来自其他版本",
        )
    head = Text(f"{period.label('en')}: ", f"{period.label('zh')}：")
    grew = half_up(total.value, 2)  # as many as the points
    return (
        head
        + Text(
            f"the parts add up to {half_up(whole.value, 2)} points, the whole grew {grew} %: ",
            f"各部分合计拉动{half_up(whole.value, 2)}个百分点，整体增长{grew}%：",
        )
        + verdict
    )
