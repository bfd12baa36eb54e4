"""Every indicator of a place beside its benchmark: one row per kind of comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.answers.averages import averages_of
from cpstats.answers.lettered import Marks
from cpstats.answers.notes import growth_notes, release_notes, report_of
from cpstats.answers.show_cells import at_prices
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.period import BY_LENGTH, Freq, Period
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same, typed
from cpstats.model.unit import unit_text
from cpstats.model.words import EQUAL, METHOD, ONLY_FORECAST, REASON
from cpstats.selecting.figures import Figures
from cpstats.selecting.pair import Pair, compared, gap_between

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

OLD = 3  # years behind the newest row: older rows stand below a rule
AMOUNT, GROWTH, AVERAGE = Text("amount", "总量"), Text("growth", "增速"), Text("average", "年均")


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: what is compared, in which period, and the result."""

    name: Text
    kind: Text
    period: Period
    a: Figure
    b: Figure
    result: Figure
    mark: str


def overview(question: Question, package: Package) -> Report:
    """Answer `compare --vs PLACE` without an indicator."""
    indicators = tuple(package.catalogue.indicators)
    figures = Figures.of(package, question, indicators)
    marks = Marks(figures)
    blocks, found, notes = [], [], []
    places = [p for p in question.places if p != question.benchmark]
    if not places:
        raise UsageError(
            Message("a place cannot be compared with itself", "地区不能与自身对比"),
            mend=Message("Name another --vs.", "请另指定 --vs。"),
        )
    for area in places:
        lines: list[_Line] = []
        without: dict[Text, list[Text]] = {}
        for indicator in indicators:
            pair = Pair(figures, question, indicator, area)
            made = [
                line
                for line in (_amount(pair, marks), _growth(pair), _average(pair, marks))
                if line
            ]
            lines += made
            alone = pair.indicator.compare == "none" or not figures.keys(indicator, area)
            if not made and not alone:
                without.setdefault(_why(pair), []).append(pair.indicator.name)
        block, ordered = _table(figures, lines, area, question.benchmark)
        blocks.append(block)
        found += [f for line in ordered for f in (line.a, line.b, line.result)]
        place = figures.catalogue.places[area].name
        notes += [_without(reason, names, place) for reason, names in without.items()]
    names = [figures.catalogue.places[p].name for p in places]
    against = Text(" against ", "与") + figures.catalogue.places.in_prose(question.benchmark)
    title = joined(names) + against + Text("", "对比")
    notes += growth_notes(found) + release_notes(figures)
    return report_of(title, found, blocks, figures, notes=notes, marks=marks.texts())


def _refused(pair: Pair) -> _Line | None:
    """Return the newest period in which both have a level, whatever their releases."""
    a, b = pair.levels
    period = _newest([p for p in a if p in b and pair.question.window.contains(p)])
    if period is None:
        return None
    result = compared(pair, a[period], b[period], period, comparable=False)
    return _Line(pair.indicator.name, AMOUNT, period, a[period], b[period], result, "")


def _mixed(pair: Pair) -> _Line | None:
    """Return a row of two releases where that was allowed (S9)."""
    line = _refused(pair)
    return line if line is not None and line.result.value is not None else None


def _why(pair: Pair) -> Text:
    """Return why there is no row: what keeps two figures of one period apart, else that none are."""
    line = _refused(pair)
    if line is not None and line.result.reason == "mixed_vintage":
        return REASON["mixed_vintage"] + _ALL_THE_SAME
    if line is not None:
        return REASON[line.result.reason]
    if not pair.figures.keys(pair.ident, pair.other):
        name = pair.in_prose(pair.other)
        return Text(f"no figure for {name.en}", f"{name.zh}无数据")
    a, b = (pair.growths[p] for p in pair.places)
    both = [p for p in a if p in b and pair.question.window.contains(p)]
    if not both:
        return Text("no common period", "无共同时期")
    newest = max(both)
    reason = gap_between(pair, a[newest], b[newest], newest).reason
    return REASON[reason] if reason else ONLY_FORECAST


_ALL_THE_SAME = typed(
    " (`compare INDICATOR --allow-mixed` divides all the same)",
    "（compare 指标 --allow-mixed 可强行相除）",
)


def _without(reason: Text, names: list[Text], place: Text) -> Text:
    return place + Text(": ", "：") + reason + Text(": ", "：") + joined(names)


def _amount(pair: Pair, marks: Marks) -> _Line | None:
    if pair.indicator.compare == "none":
        return None
    found = pair.within
    period = _newest([p for p in found if pair.question.window.contains(p)])
    if period is None:
        return _mixed(pair)
    a, b = found[period][pair.area], found[period][pair.other]
    result = compared(pair, a, b, period, comparable=True)
    mark = marks.both(a, b) if result.value is not None else ""
    return _Line(pair.indicator.name, AMOUNT, period, a, b, result, mark)


def _growth(pair: Pair) -> _Line | None:
    a, b = (pair.growths[p] for p in pair.places)
    both = [
        p
        for p in a
        if p in b
        and a[p].price_basis == b[p].price_basis
        and not (a[p].bound or b[p].bound)
        and "forecast" not in (a[p].obs_status, b[p].obs_status)
        and pair.question.window.contains(p)
    ]
    period = _newest(both)
    if period is None:
        return None
    result = gap_between(pair, a[period], b[period], period)
    return _Line(pair.indicator.name, GROWTH, period, a[period], b[period], result, "")


def _average(pair: Pair, marks: Marks) -> _Line | None:
    """Return the newest span with a published average of the place and one of the benchmark."""
    from cpstats.selecting.average import published_averages

    spans = {
        p
        for p, f in published_averages(pair.figures, pair.ident, pair.area)
        if not f.bound and p.freq is Freq.SPAN
    }
    window = pair.question.window.years
    for years in sorted(spans, reverse=True):
        if window is not None and years != window:
            continue
        a, b, gap = averages_of(pair, years)
        if gap.value is not None:
            mark = marks.reading(a, years) if a.method == "published" else ""
            return _Line(pair.indicator.name, AVERAGE, years, a, b, gap, mark)
    return None


def _newest(periods: list[Period]) -> Period | None:
    for freq in BY_LENGTH:
        if same_kind := [p for p in periods if p.freq is freq]:
            return max(same_kind)
    return None


def _table(
    figures: Figures, lines: list[_Line], area: str, other: str
) -> tuple[Block, list[_Line]]:
    newest = max((line.period.year for line in lines), default=0)
    recent = [line for line in lines if line.period.year >= newest - OLD]
    old = [line for line in lines if line.period.year < newest - OLD]
    a, b = (figures.catalogue.places[p].name for p in (area, other))
    columns = (
        Column(Text("indicator", "指标"), right=False),
        Column(Text("what", "类别"), right=False),
        Column(Text("period", "时期"), right=False),
        Column(a),
        Column(b),
        Column(Text("unit", "单位"), right=False),
        Column(Text("compared", "对比")),
        Column(Text("as", "口径"), right=False),
        Column(Text("release", "版本"), right=False),
    )
    ordered = recent + old
    ruled = frozenset({len(recent)}) if old and recent else frozenset()
    rows = tuple(_row(line, b, figures.catalogue) for line in ordered)
    return Block(columns, rows, ruled=ruled), ordered


def _row(line: _Line, other: Text, catalogue: Catalogue) -> tuple[Cell, ...]:
    word = {
        "share": Text("% of ", "% 占") + other,
        "ratio": Text("times ", "倍，相对") + other,
    }.get(line.result.measure, Text("points", "百分点"))
    if line.result.value is not None and line.result.touches_zero:
        word = word + Text(", ", "，") + EQUAL
    vintages = list(dict.fromkeys(_release(f, catalogue) for f in (line.a, line.b)))
    level = line.a.measure == "level" and line.a.price_basis.startswith("constant")
    prices = Text(", ", "，") + at_prices(line.a.price_basis) if level else same("")
    return (
        Cell(text=line.name),
        Cell(text=line.kind + prices),
        Cell(text=Text(line.period.label("en"), line.period.label("zh"))),
        Cell(text=_own(line.a)),
        Cell(text=_own(line.b)),
        Cell(text=unit_text(line.a.unit)),
        Cell(text=_own(line.result)),
        Cell(text=word),
        Cell(text=joined(vintages, en=" / ", zh=" / "), mark=line.mark),
    )


def _release(figure: Figure, catalogue: Catalogue) -> Text:
    """Return vintage of a published figure, or how an average was computed."""
    if figure.measure == "growth" and figure.formula is not None:
        return METHOD["geometric"]
    if figure.method != "published":
        return METHOD[figure.method]
    return catalogue.releases(figure.vintage) if figure.vintage else Text("published", "公布")


def _own(figure: Figure) -> Text:
    """Return a number with its own decimals: a column here holds many units."""
    from cpstats.model.typeset import figure_text

    return Text(
        figure_text(figure, "en", figure.decimals), figure_text(figure, "zh", figure.decimals)
    )
