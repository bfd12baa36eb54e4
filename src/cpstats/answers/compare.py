"""A place beside its benchmark: by period, then average growth over the span."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.answers.average import average, published_averages, window_of
from cpstats.answers.derive import computed, empty, gap_of, interval, ratio_of, share_of
from cpstats.answers.figures import Figures
from cpstats.answers.growth import other_readings
from cpstats.answers.notes import Marks, reason_of, release_notes, report_of
from cpstats.errors import UsageError
from cpstats.model.period import Freq, Period, annual, span
from cpstats.model.plan import plan_of
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.model.words import BASIS, EQUAL

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

RECENT = 10  # years shown when no period is asked for


def compare(question: Question, package: Package) -> Report:
    """Answer `compare INDICATOR`: each place beside the benchmark.

    Levels that make a share or a ratio come from one release (S6); a gap of rates names the
    releases of both; averages are computed and published side by side (S7, S8).
    """
    figures = Figures(package, question, question.indicators)
    marks = Marks(figures)
    blocks: list[Block] = []
    found: list[Figure] = []
    notes: list[Text] = []
    places = [p for p in question.places if p != question.benchmark]
    if not places:
        raise UsageError("a place cannot be compared with itself", mend="Name another --vs.")
    for indicator in question.indicators:
        for area in places:
            pair = Pair(figures, question, indicator, area)
            for made in (by_period(pair, marks), averages(pair, marks)):
                blocks.append(made.block)
                found += made.figures
                notes += made.notes
    catalogue = figures.catalogue
    names = [catalogue.indicators[i].name for i in question.indicators]
    shown = [catalogue.places[p].name for p in places]
    against = Text(" against ", "与") + catalogue.places[question.benchmark].name + Text("", "对比")
    title = _joined(names) + same(" · ") + _joined(shown) + against
    notes += release_notes(figures)
    return report_of(title, found, blocks, figures, notes=notes, marks=marks.texts())


def _joined(texts: list[Text]) -> Text:
    return Text(", ".join(t.en for t in texts), "、".join(t.zh for t in texts))


@dataclass(frozen=True, slots=True)
class Made:
    """One table of the comparison."""

    block: Block
    figures: list[Figure]
    notes: list[Text]


class Pair:
    """One indicator of one place and its benchmark."""

    def __init__(self, figures: Figures, question: Question, indicator: str, area: str) -> None:
        self.figures = figures
        self.question = question
        self.indicator = figures.catalogue.indicators[indicator]
        self.area = area
        self.other = question.benchmark
        self.places = (area, question.benchmark)

    @property
    def ident(self) -> str:
        """The id of the indicator."""
        return self.indicator.indicator

    @cached_property
    def within(self) -> dict[Period, dict[str, Figure]]:
        """The levels of both that may be divided by one another, by period (S6)."""
        return self.figures.comparable_within(self.ident, self.places)

    def name(self, area: str) -> Text:
        """Return the name of a place."""
        return self.figures.catalogue.places[area].name


def by_period(pair: Pair, marks: Marks) -> Made:
    """Return levels, growth, gap and share (or ratio, or gap of rates) of each period."""
    figures, ident = pair.figures, pair.ident
    levels = [figures.levels(ident, p) for p in pair.places]
    growths = [figures.growths(ident, p) for p in pair.places]
    notes: list[Text] = []
    rows, found = [], []
    for period in _periods(pair, [*levels, *growths], notes):
        a, b = (x.get(period) for x in levels)
        made = pair.within.get(period, {})
        a, b = made.get(pair.area, a), made.get(pair.other, b)
        quotient = compared(pair, a, b, period, comparable=bool(made))
        g, h = (x.get(period) for x in growths)
        gap = gap_between(pair, g, h, period)
        told = _told_gap(pair, period) if gap.value is None else None
        gap = told or gap
        cells = [
            Cell(text=Text(period.label("en"), period.label("zh"))),
            *(_cell(x) for x in (a, g, b, h)),
            Cell(gap, mark=marks.of(gap) if told else marks.equal(gap)),
        ]
        mark = marks.both(a, b) if quotient.value is not None and a and b else ""
        cells.append(Cell(quotient, mark=mark))
        rows.append(tuple(cells))
        found += [f for f in (a, g, b, h, gap, quotient) if f is not None]
    return Made(
        _without_empty(Block(_columns(pair), tuple(rows), title=_title(pair))), found, notes
    )


def _told_gap(pair: Pair, period: Period) -> Figure | None:
    """Return a published gap of growth, for where it cannot be computed."""
    for measure, basis, other in pair.figures.keys(pair.ident, pair.area):
        if measure == "growth_gap" and other == pair.other:
            series = pair.figures.series(pair.ident, pair.area, measure, basis, other)
            if period in series:
                return series[period]
    return None


def compared(
    pair: Pair, a: Figure | None, b: Figure | None, period: Period, *, comparable: bool
) -> Figure:
    """Return share, ratio or gap of two levels, by the indicator's `compare` word."""
    kind = pair.indicator.compare
    measure = {"share": "share", "points": "level_gap"}.get(kind, "ratio")
    unit = {"share": "%", "points": "百分点"}.get(kind, "倍")
    if a is not None and b is not None and comparable:
        if kind == "points":
            return gap_of(a, b, measure="level_gap", basis="")
        return share_of(a, b) if kind == "share" else ratio_of(a, b)
    reason = "missing_current"
    if a is not None and b is not None:
        reason = "bound_only" if a.bound or b.bound else "mixed_vintage"
        if pair.question.policy.allow_mixed and reason == "mixed_vintage":
            return _mixed(pair, a, b)
    return empty(
        reason,
        [f for f in (a, b) if f is not None],
        indicator=pair.ident,
        ref_area=pair.area,
        counterpart_area=pair.other,
        time_period=str(period),
        measure=measure,
        method="quotient",
        unit=unit,
    )


def _mixed(pair: Pair, a: Figure, b: Figure) -> Figure:
    from dataclasses import replace

    made = compared(pair, a, b, Period.parse(a.time_period), comparable=True)
    return replace(made, reason="mixed_vintage")


def gap_between(pair: Pair, a: Figure | None, b: Figure | None, period: Period) -> Figure:
    """Return the gap of two published rates of one basis, or an empty figure and why."""
    given = {
        "indicator": pair.ident,
        "ref_area": pair.area,
        "counterpart_area": pair.other,
        "time_period": str(period),
        "measure": "growth_gap",
        "method": "difference",
        "unit": "百分点",
    }
    if a is None or b is None:
        return empty("missing_current", [f for f in (a, b) if f is not None], **given)
    if a.price_basis != b.price_basis:
        return empty("mixed_price_basis", (a, b), **given)
    return gap_of(a, b, measure="growth_gap", basis=a.price_basis)


def averages(pair: Pair, marks: Marks) -> Made:
    """Return average growth of both over the window and its other readings, and the gaps."""
    figures, question = pair.figures, pair.question
    window = question.window.years or _plan_window(pair)
    if pair.indicator.kind in ("rate", "rank", "index"):
        window = None  # a rate has no growth a year
    rows, found, notes = [], [], []
    for years in other_readings(figures, pair.ident, pair.area, window) if window else []:
        span_ = _Span.of(pair, years)
        label = Text(years.label("en"), years.label("zh"))
        if question.window.is_open and not span_.says_anything:
            continue
        lines = [
            (pair.name(pair.area), span_.a, span_.told_a),
            (pair.name(pair.other), span_.b, span_.told_b),
            (Text("gap, points", "差，百分点"), span_.gap, span_.told_gap),
        ]
        for name, made, told in lines:
            if made.value is not None or told is not None:
                rows.append(
                    (Cell(text=label), Cell(text=name), _made(made), _told_cell(told, marks))
                )
                label = same("")
        if span_.implied is not None and rows:
            name = pair.name(pair.other) + Text(", implied", "（推得）")
            rows.append((Cell(text=label), Cell(text=name), _made(span_.implied), Cell()))
        found += span_.figures
        notes += _notes_of_averages(pair, span_)
    title = pair.indicator.name + Text(
        " · average growth a year, %; gaps in percentage points", " · 年均增速，%；差为百分点"
    )
    return Made(Block(_AVERAGE_COLUMNS, tuple(rows), title=title), found, notes)


@dataclass(frozen=True, slots=True)
class _Span:
    """Average growth of both places over one span: computed, published (`told`), and the gaps."""

    years: Period
    a: Figure
    b: Figure
    told_a: Figure | None
    told_b: Figure | None
    gap: Figure
    told_gap: Figure | None
    implied: Figure | None

    @classmethod
    def of(cls, pair: Pair, years: Period) -> _Span:
        """Compute and look up everything that is known of a span."""
        basis = pair.question.basis
        base, end = window_of(years)
        a, b = (average(pair.figures, pair.ident, p, base, end, basis=basis) for p in pair.places)
        told_a, told_b = (_told(pair, p, years, basis) for p in pair.places)
        told_gap = _told(pair, pair.area, years, basis, "average_growth_gap")
        gap = _gap_of_averages(pair, (a, told_a), (b, told_b), years)
        return cls(years, a, b, told_a, told_b, gap, told_gap, _implied(told_a, told_gap, years))

    @property
    def says_anything(self) -> bool:
        """Whether one number of it exists."""
        return any(f.value is not None for f in self.figures)

    @property
    def figures(self) -> list[Figure]:
        """Everything there is, in the order of the rows."""
        made = (self.a, self.told_a, self.b, self.told_b, self.gap, self.told_gap, self.implied)
        return [f for f in made if f is not None]


def averages_of(pair: Pair, years: Period) -> tuple[Figure, Figure, Figure]:
    """Return the two averages that are compared over a span, and their gap."""
    found = _Span.of(pair, years)
    one, two = found.gap.inputs if len(found.gap.inputs) == 2 else (found.a, found.b)
    return one, two, found.gap


def _plan_window(pair: Pair) -> Period | None:
    """Return the plan period of the newest annual figure of the place."""
    figures = pair.figures
    years = [
        p.year
        for area in pair.places
        for series in (figures.levels(pair.ident, area), figures.growths(pair.ident, area))
        for p, f in series.items()
        if p.freq is Freq.ANNUAL and f.obs_status != "forecast"
    ]
    plan = plan_of(max(years)) if years else None
    return span(*plan) if plan else None


def _told(
    pair: Pair, area: str, years: Period, basis: str, measure: str = "average_growth"
) -> Figure | None:
    other = pair.other if measure == "average_growth_gap" else ""
    wanted = {"real": "constant", "nominal": "current"}.get(basis)
    for reading, figure in published_averages(pair.figures, pair.ident, area, measure, other):
        if reading == years and (wanted is None or figure.price_basis == wanted):
            return figure
    return None


def _gap_of_averages(
    pair: Pair,
    a: tuple[Figure, Figure | None],
    b: tuple[Figure, Figure | None],
    years: Period,
) -> Figure:
    """Return the gap: both published if their readings are equal, else computed where it can be.

    A published average stands for the place when it cannot be chained; two published averages
    are subtracted only when they were printed for the same span at a time when both knew it.
    """
    made_a, told_a = a
    made_b, told_b = b
    one = made_a if made_a.value is not None else told_a or made_a
    two = made_b
    if (
        told_a
        and told_b
        and made_b.value is None
        and _readings(pair, told_a) == _readings(pair, told_b)
    ):
        one, two = told_a, told_b
    given = {"measure": "average_growth_gap", "period": str(years)}
    if one.value is not None and two.value is not None and one.price_basis != two.price_basis:
        return empty(
            "mixed_price_basis",
            (one, two),
            indicator=pair.ident,
            ref_area=pair.area,
            counterpart_area=pair.other,
            time_period=str(years),
            measure="average_growth_gap",
            method="difference",
            unit="百分点",
        )
    return gap_of(one, two, basis=two.price_basis or one.price_basis, **given)


def _readings(pair: Pair, figure: Figure | None) -> tuple[Period, ...]:
    if figure is None:
        return ()
    from cpstats.answers.average import published_on
    from cpstats.model.period import readings

    return readings(Period.parse(figure.time_period), published_on(pair.figures, figure))


def _implied(told: Figure | None, gap: Figure | None, years: Period) -> Figure | None:
    """Return what a published average and a published gap say of the benchmark."""
    if told is None or gap is None or told.source != gap.source:
        return None
    if told.value is None or gap.value is None or told.bound or gap.bound:
        return None
    formula = f"{told.value:g} − {gap.value:g}"
    return computed(
        interval(told) - interval(gap),
        (told, gap),
        Text(formula, formula),
        indicator=told.indicator,
        ref_area=gap.counterpart_area,
        time_period=str(years),
        measure="average_growth",
        method="implied",
        price_basis=told.price_basis,
        unit="%",
        decimals=max(told.decimals, gap.decimals),
    )


def _notes_of_averages(pair: Pair, span_: _Span) -> list[Text]:
    years = span_.years
    label = Text(f"{years.label('en')}: ", f"{years.label('zh')}：")
    notes = []
    whose = ((pair.area, span_.a, span_.told_a), (pair.other, span_.b, span_.told_b))
    for area, made, told in whose:
        if made.value is None:
            notes.append(label + pair.name(area) + Text(": ", "：") + reason_of(made))
        elif told is not None and not made.meets(told):
            notes.append(
                label
                + pair.name(area)
                + Text(
                    ": published and computed average differ by more than rounding"
                    " (other releases of the yearly rates)",
                    "：公布的年均增速与计算结果之差超出舍入范围（年度增速版本不同）",
                )
            )
    if span_.gap.value is not None and span_.gap.touches_zero:
        notes.append(label + EQUAL)
    for told in (span_.told_a, span_.told_gap):
        if told is not None and told.time_period != str(years):
            span_told = Period.parse(told.time_period)
            notes.append(
                Text(
                    f"{span_told.label('en')} was published before {span_told.year} was over: "
                    f"it may mean {years.label('en')}.",
                    f"{span_told.label('zh')}的数字发布时{span_told.year}年尚未结束，"
                    f"可能指{years.label('zh')}。",
                )
            )
    return notes


def _periods(pair: Pair, series: list[dict[Period, Figure]], notes: list[Text]) -> list[Period]:
    """Return the rows: the window, else the last years; a year without any figure in between too."""
    window, freq = pair.question.window, pair.question.freq
    have = sorted({p for s in series for p in s if _asked(p, freq)})
    if window.is_open and freq == "annual":
        own = {p for s in (series[0], series[2]) for p in s}
        newest = max((p.year for p in have), default=0)
        kept = [p for p in have if p.year > newest - RECENT and p.year >= _first(own)]
        older = [p for p in have if p not in kept and p in own]
        if older:
            years = ", ".join(str(p) for p in older)
            notes.append(
                Text(
                    f"{pair.name(pair.area).en} has earlier years ({years}): "
                    f"--period {older[0]}.. shows them.",
                    f"{pair.name(pair.area).zh}另有更早年份（{years}）：--period {older[0]}.. 可显示。",
                )
            )
        have = kept
    have = [p for p in have if window.contains(p)]
    if freq != "annual" or not have:
        return have
    first = window.first.year if window.first else have[0].year
    last = window.last.year if window.last else have[-1].year
    return [annual(y) for y in range(first, last + 1)]


def _asked(period: Period, freq: str) -> bool:
    return period.freq == freq if freq != "all" else period.freq not in (Freq.SPAN, Freq.OPEN)


def _first(periods: set[Period]) -> int:
    return min((p.year for p in periods if p.freq is Freq.ANNUAL), default=0)


def _cell(figure: Figure | None) -> Cell:
    if figure is None:
        return Cell(text=same("…"))
    return Cell(figure)


def _told_cell(figure: Figure | None, marks: Marks) -> Cell:
    return Cell(figure, interval=True, mark=marks.of(figure)) if figure is not None else Cell()


def _made(figure: Figure) -> Cell:
    """Return the cell of a computed average or gap: n belongs to an average only."""
    if figure.value is None:
        return Cell(text=same("…"))
    equal = EQUAL if figure.measure == "average_growth_gap" and figure.touches_zero else None
    return Cell(figure, text=equal, interval=True, count=figure.measure == "average_growth")


def _columns(pair: Pair) -> tuple[Column, ...]:
    growth = Text("growth", "增速")
    last = {
        "share": Text("share, %", "占比，%"),
        "points": Text("gap, points", "差，百分点"),
    }.get(pair.indicator.compare, Text("ratio", "倍数"))
    return (
        Column(Text("period", "时期"), right=False),
        Column(pair.name(pair.area)),
        Column(growth),
        Column(pair.name(pair.other)),
        Column(growth),
        Column(Text("gap, points", "增速差，百分点")),
        Column(last),
    )


def _title(pair: Pair) -> Text:
    """Return what the numbers of the first table are: unit and price basis."""
    unit = pair.indicator.unit
    money = unit.endswith("元")
    level = Text("levels at current prices", "水平为现价") if money else Text("levels", "水平")
    level = (
        pair.indicator.name
        + same(" · ")
        + level
        + (Text(f", {unit}", f"，{unit}") if unit else same(""))
    )
    basis = BASIS.get(pair.indicator.growth_basis)
    growth = Text("; growth ", "；增速为") + basis if basis else Text("; growth", "；增速")
    return level + growth + Text(", %", "，%")


_AVERAGE_COLUMNS = (
    Column(Text("years", "年份"), right=False),
    Column(Text("of", "对象"), right=False),
    Column(Text("computed", "计算"), right=False, decimals=2),
    Column(Text("published", "公布"), right=False),
)


def _without_empty(block: Block) -> Block:
    """Return the table without the columns in which nothing stands."""
    kept = [
        i for i in range(len(block.columns)) if i == 0 or any(_says(row[i]) for row in block.rows)
    ]
    return Block(
        tuple(block.columns[i] for i in kept),
        tuple(tuple(row[i] for i in kept) for row in block.rows),
        title=block.title,
    )


def _says(cell: Cell) -> bool:
    return cell.figure is not None and cell.figure.value is not None
