"""Average growth of a place and its benchmark over a span, computed and published (S7, S8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.answers.growth import other_readings
from cpstats.answers.notes import reason_of
from cpstats.model.period import Freq, Period, readings, span
from cpstats.model.report import Block, Cell, Column
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.model.words import BASIS, EQUAL
from cpstats.selecting.average import average, published_averages, published_on, window_of
from cpstats.selecting.computed import computed, empty, gap_of, interval
from cpstats.selecting.pair import Made
from cpstats.selecting.rates import grows

if TYPE_CHECKING:
    from cpstats.answers.lettered import Marks
    from cpstats.model.figure import Figure
    from cpstats.selecting.pair import Pair


def spans_of(pair: Pair) -> list[Span]:
    """Return what is known of the window and its other readings: none where there is no average."""
    question = pair.question
    if question.window.parts:
        return []  # periods named one by one
    window = question.window.years or plan_window(pair)
    within_year = (
        question.window.first is not None and question.window.first.freq is not Freq.ANNUAL
    )
    if not grows(pair.indicator) or question.window.one or within_year:
        return []  # a rate has no growth a year, and one period no average
    if window is None:
        return []
    every = other_readings(pair.figures, pair.ident, pair.area, window)
    found = [Span.of(pair, years) for years in every]
    return [s for s in found if s.says_anything or not question.window.is_open]


def averages(pair: Pair, marks: Marks) -> Made:
    """Return average growth of both over the window and its other readings, and the gaps."""
    rows, found, notes = [], [], []
    for span_ in spans_of(pair):
        label = Text(span_.years.label("en"), span_.years.label("zh"))
        lines = [
            (pair.name(pair.area), span_.a, span_.told_a),
            (pair.name(pair.other), span_.b, span_.told_b),
            (Text("gap, points", "差，百分点"), span_.gap, span_.told_gap),
        ]
        if span_.mixed:  # real beside nominal: each says which it is
            lines[:2] = [
                (name + basis_of(made, told), made, told) for name, made, told in lines[:2]
            ]
        for name, made, told in lines:
            if made.value is not None or told is not None:
                rows.append(
                    (Cell(text=label), Cell(text=name), made_cell(made), told_cell(told, marks))
                )
                label = same("")
        if span_.implied is not None and rows:
            name = pair.name(pair.other) + Text(", implied", "（推得）")
            rows.append((Cell(text=label), Cell(text=name), made_cell(span_.implied), Cell()))
        found += span_.figures
        notes += _notes_of_averages(pair, span_)
    title = title_of(pair, found)
    return Made([Block(_AVERAGE_COLUMNS, tuple(rows), title=title)], found, notes)


@dataclass(frozen=True, slots=True)
class Span:
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
    def of(cls, pair: Pair, years: Period) -> Span:
        """Compute and look up everything that is known of a span."""
        basis = pair.question.basis
        base, end = window_of(years)
        a, b = (average(pair.figures, pair.ident, p, base, end, basis=basis) for p in pair.places)
        told_a, told_b = (told_average(pair, p, years, basis) for p in pair.places)
        told_gap = told_average(pair, pair.area, years, basis, "average_growth_gap")
        gap = gap_of_averages(pair, (a, told_a), (b, told_b), years)
        return cls(years, a, b, told_a, told_b, gap, told_gap, _implied(told_a, told_gap, years))

    @property
    def mixed(self) -> bool:
        """Whether the averages of the two places are not all on one price basis."""
        every = (self.a, self.told_a, self.b, self.told_b)
        return len({f.price_basis for f in every if f is not None and f.value is not None}) > 1

    @property
    def says_anything(self) -> bool:
        """Whether one number of it exists."""
        return any(f.value is not None for f in self.figures)

    @property
    def figures(self) -> list[Figure]:
        """Everything there is, in the order of the rows."""
        made = (self.a, self.told_a, self.b, self.told_b, self.gap, self.told_gap, self.implied)
        return [f for f in made if f is not None]


def basis_of(made: Figure, told: Figure | None) -> Text:
    """Return the price basis of a row, behind a name."""
    every = [f.price_basis for f in (made, told) if f is not None and f.value is not None]
    words = [BASIS[basis] for basis in dict.fromkeys(every) if basis in BASIS]
    if not words:
        return same("")
    return Text(" (", "（") + joined(words) + Text(")", "）")


def title_of(pair: Pair, found: list[Figure], years: Text | None = None) -> Text:
    """Return what the numbers are: real or nominal where all are one of them."""
    bases = {f.price_basis for f in found if f.value is not None and f.price_basis}
    basis = BASIS.get(next(iter(bases)), same("")) if len(bases) == 1 else same("")
    said = Text(f"{basis.en}, ", f"{basis.zh}，") if basis.en else same("")
    return (
        pair.indicator.name
        + (same(" · ") + years if years else same(""))
        + Text(" · average growth a year, ", " · 年均增速，")
        + said
        + Text("%; gaps in percentage points", "%；差为百分点")
    )


def averages_of(pair: Pair, years: Period) -> tuple[Figure, Figure, Figure]:
    """Return the two averages that are compared over a span, and their gap."""
    found = Span.of(pair, years)
    one, two = found.gap.inputs if len(found.gap.inputs) == 2 else (found.a, found.b)
    return one, two, found.gap


def plan_window(pair: Pair) -> Period | None:
    """Return the plan period of the newest annual figure of the place."""
    figures = pair.figures
    years = [
        p.year
        for area in pair.places
        for series in (figures.levels(pair.ident, area), figures.growths(pair.ident, area))
        for p, f in series.items()
        if p.freq is Freq.ANNUAL and f.obs_status != "forecast"
    ]
    plan = figures.catalogue.span_around(pair.area, max(years)) if years else None
    return span(*plan) if plan else None


def told_average(
    pair: Pair, area: str, years: Period, basis: str, measure: str = "average_growth"
) -> Figure | None:
    """Return the published average (or gap) that may mean these years (S8)."""
    other = pair.other if measure == "average_growth_gap" else ""
    wanted = {"real": "constant", "nominal": "current"}.get(basis)
    for reading, figure in published_averages(pair.figures, pair.ident, area, measure, other):
        if reading == years and (wanted is None or figure.price_basis == wanted):
            return figure
    return None


def gap_of_averages(
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
            unit=POINTS,
        )
    return gap_of(one, two, basis=two.price_basis or one.price_basis, **given)


def _readings(pair: Pair, figure: Figure | None) -> tuple[Period, ...]:
    if figure is None:
        return ()
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
        unit=PERCENT,
        decimals=max(told.decimals, gap.decimals),
    )


def _notes_of_averages(pair: Pair, span_: Span) -> list[Text]:
    years = span_.years
    label = Text(f"{years.label('en')}: ", f"{years.label('zh')}：")
    if len(pair.question.indicators) > 1:
        label = pair.indicator.name + Text(", ", "，") + label
    notes = []
    whose = ((pair.area, span_.a, span_.told_a), (pair.other, span_.b, span_.told_b))
    for area, made, told in whose:
        if made.value is None:
            notes.append(
                label + pair.name(area) + Text(": ", "：") + reason_of(made, pair.figures.catalogue)
            )
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
    early = [told for told in (span_.told_a, span_.told_gap) if told is not None]
    return notes + [printed_early(t, years) for t in early if t.time_period != str(years)]


def printed_early(told: Figure, years: Period) -> Text:
    """Say that a span was published before its last year was over, and may mean fewer years."""
    printed = Period.parse(told.time_period)
    return Text(
        f"{printed.label('en')} was published before {printed.year} was over: "
        f"it may mean {years.label('en')}.",
        f"{printed.label('zh')}的数字发布时{printed.year}年尚未结束，可能指{years.label('zh')}。",
    )


def told_cell(figure: Figure | None, marks: Marks) -> Cell:
    """Return the cell of a published average or gap, marked with its source."""
    return Cell(figure, interval=True, mark=marks.of(figure)) if figure is not None else Cell()


def made_cell(figure: Figure) -> Cell:
    """Return the cell of a computed average or gap: n belongs to an average only."""
    if figure.value is None:
        return Cell(text=same("…"))
    equal = EQUAL if figure.measure == "average_growth_gap" and figure.touches_zero else None
    return Cell(figure, text=equal, interval=True, count=figure.measure == "average_growth")


_AVERAGE_COLUMNS = (
    Column(Text("years", "年份"), right=False),
    Column(Text("of", "对象"), right=False),
    Column(Text("computed", "计算"), right=False, decimals=2),
    Column(Text("published", "公布"), right=False),
)
