"""Many places beside one benchmark: a row each, a table a period, then a table of averages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.averages import basis_of, made_cell, spans_of, title_of, told_cell
from cpstats.answers.lines import (
    Line,
    against,
    basis_of_growth,
    level_cell,
    prices_of,
    quotient_column,
    rate_cell,
    there_is,
    without_empty,
)
from cpstats.answers.notes import growth_notes, labels, reason_of
from cpstats.answers.show_cells import at_prices
from cpstats.answers.shown_periods import asked_periods, had, inside, label, newest_shown
from cpstats.model.period import Freq
from cpstats.model.report import Block, Cell, Column, Key
from cpstats.model.text import Text, joined, listed, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.model.words import BASIS, EQUAL, REASON
from cpstats.selecting.pair import Made

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.answers.averages import Span
    from cpstats.answers.lettered import Marks
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.selecting.pair import Pair

Lines = dict[str, dict["Period", Line]]  # by place
PLACE = Column(Text("place", "地区"), right=False, name="place")
UNIT = Column(Text("unit", "单位"), right=False)
NONE = Cell(text=same(""))
KEPT = 3  # place, level and growth: always shown
REFUSED = ("mixed_vintage", "mixed_price_basis", "unit_mismatch", "bound_only", "base_nonpositive")


def beside(pairs: Sequence[Pair], marks: Marks, *, every: bool) -> list[Made]:
    """Return places beside their benchmark: of each period, else of the newest that most have.

    Averages are of the places that have one, or of `every` place.
    """
    lines = _lines(pairs)
    periods = sorted({p for own in lines.values() for p in own})
    shown, notes = _shown(pairs, lines, periods)
    own = basis_of_growth(pairs[0], [line for made in lines.values() for line in made.values()])
    blocks = [_block(pairs, lines, period, own, marks) for period in shown]
    found = [f for own in lines.values() for line in own.values() for f in line.figures]
    here = [f for f in found if f.time_period in {str(p) for p in shown}]
    notes += growth_notes(here) + _why_empty(pairs, here) + _absent(pairs, lines, shown)
    return [Made(blocks, found, notes), _averages(pairs, marks, every=every)]


def _lines(pairs: Sequence[Pair]) -> Lines:
    """Return what is known of each place in each period that is asked for."""
    found: Lines = {}
    first = pairs[0]
    inside_ = inside(first.question.window, first.figures.periods(first.ident))
    for pair in pairs:
        levels = pair.levels
        growths = [pair.growths[p] for p in pair.places]
        every = had(inside_, *levels, *growths)
        own = had(every, levels[0], growths[0])
        periods = asked_periods(pair.question, every, both=own)
        found[pair.area] = {period: Line.of(pair, period) for period in periods}
    return found


def _shown(
    pairs: Sequence[Pair], lines: Lines, periods: list[Period]
) -> tuple[list[Period], list[Text]]:
    """Return the periods that have a table, and what is said of the others."""
    have = {p: [a for a in lines if p in lines[a] and lines[a][p].own] for p in periods}
    if not pairs[0].question.window.is_open:
        shown = [p for p in periods if have[p]] or periods[-1:]
        return sorted(shown, key=lambda p: p.freq is not Freq.ANNUAL), []
    return newest_shown({p: len(areas) for p, areas in have.items()}, periods)


def _block(pairs: Sequence[Pair], lines: Lines, period: Period, own: str, marks: Marks) -> Block:
    """Return one period: a row for each place, the benchmark below a rule.

    `own` is the price basis of the growth that is shown.
    """
    here = {pair.area: lines[pair.area].get(period) or Line.of(pair, period) for pair in pairs}
    pair, ident, figures = pairs[0], pairs[0].ident, pairs[0].figures
    others = [line.other for line in here.values() if line.other is not None]
    rates = [line.other_growth for line in here.values() if line.other_growth is not None]
    whole, rate = _usual(others), _usual(rates)
    prices = prices_of(f.price_basis for line in here.values() if (f := line.level))
    units = {p: figures.unit(ident, p) for p in (*here, pair.other)}
    apart = len({*units.values()}) > 1
    rows = []
    for area, line in here.items():
        quotient = line.quotient_cell(marks)
        if line.quotient.value is not None and line.other != whole and line.other is not None:
            quotient = against(quotient, line.other, pair.name(pair.other), marks)
        rows.append(
            (
                Cell(text=pair.name(area)),
                level_cell(line.level, prices, marks),
                *([Cell(unit=units[area])] if apart else []),
                rate_cell(line.growth, own, marks),
                line.gap_cell(marks),
                quotient,
            )
        )
    last = (
        Cell(text=pair.name(pair.other)),
        level_cell(whole, prices, marks),
        *([Cell(unit=units[pair.other])] if apart else []),
        rate_cell(rate, own, marks),
        NONE,
        NONE,
    )
    columns = (
        PLACE,
        Column(
            Text("level", "水平"),
            name="level",
            unit="" if apart else units[pair.other],
            basis=at_prices(prices) if prices else None,
        ),
        *([UNIT] if apart else []),
        Column(Text("growth", "增速"), name="growth", basis=BASIS.get(own), unit=PERCENT),
        Column(Text("gap", "增速差"), name="gap", unit=POINTS),
        quotient_column(_kind(pairs)),
    )
    keys = [Key(ident, area, str(period)) for area in here]
    block = Block(
        columns,
        (*rows, last),
        title=_title(pair, period, prices, own),
        ruled=frozenset({len(rows)}),
        keys=(*keys, Key(ident, pair.other, str(period), aside=True)),
        by="level",
    )
    return without_empty(block, KEPT + apart)


def _usual(found: Sequence[Figure]) -> Figure | None:
    """Return the figure of the benchmark that most places are compared with."""
    return max(found, key=found.count, default=None)


def _kind(pairs: Sequence[Pair]) -> str:
    kinds = {pair.kind for pair in pairs}
    return kinds.pop() if len(kinds) == 1 else "ratio"


def _title(pair: Pair, period: Period, prices: str | None, growth_basis: str) -> Text:
    """Return what the table is about, and the prices of its numbers."""
    said = at_prices(prices or "")
    basis = BASIS.get(growth_basis, same(""))
    parts = [Text(f"levels {said.en}", f"水平为{said.zh}")] if said.en else []
    parts += [Text(f"growth {basis.en}", f"增速为{basis.zh}")] if basis.en else []
    head = pair.indicator.name + label(period)
    return head + same(" · ") + joined(parts, en="; ", zh="；") if parts else head


def _why_empty(pairs: Sequence[Pair], found: Sequence[Figure]) -> list[Text]:
    """Say of which places both levels stand there and may not be divided, and when."""
    where: dict[tuple[str, str], dict[str, None]] = {}
    for figure in found:
        if figure.value is None and figure.reason in REFUSED:
            where.setdefault((figure.reason, figure.time_period), {})[figure.ref_area] = None
    head = pairs[0].indicator.name
    return [
        head
        + Text(", ", "，")
        + labels([period])
        + Text(": ", "：")
        + _names(pairs, areas)
        + Text(": ", "：")
        + REASON[reason]
        for (reason, period), areas in where.items()
    ]


def _absent(pairs: Sequence[Pair], lines: Lines, shown: Sequence[Period]) -> list[Text]:
    """Say which places have no figure in the tables, and what there is of them."""
    lacking: dict[tuple[Period, ...], list[str]] = {}
    for pair in pairs:
        if any(p in lines[pair.area] and lines[pair.area][p].own for p in shown):
            continue
        have = sorted({*pair.figures.levels(pair.ident, pair.area), *pair.growths[pair.area]})
        lacking.setdefault(tuple(have[-3:]), []).append(pair.area)
    head = pairs[0].indicator.name + Text(", ", "，")
    none = Text(": no figure here", "：此处无数据")
    return [
        head + _names(pairs, areas) + none + (there_is(others) if others else same(""))
        for others, areas in lacking.items()
    ]


def _names(pairs: Sequence[Pair], areas: Sequence[str] | Mapping[str, None]) -> Text:
    every = [pair.name(pair.area) for pair in pairs]
    return listed([pairs[0].name(area) for area in areas], every)


def _averages(pairs: Sequence[Pair], marks: Marks, *, every: bool) -> Made:
    """Return average growth over each span: a row for each place, the benchmark below a rule."""
    spans: dict[Period, dict[str, Span]] = {}
    for pair in pairs:
        for span in spans_of(pair):
            spans.setdefault(span.years, {})[pair.area] = span
    shown = {
        years: {a: s for a, s in made.items() if every or _says(s)} for years, made in spans.items()
    }
    blocks = [_span_block(pairs, years, made, marks) for years, made in shown.items() if made]
    found = [f for made in spans.values() for span in made.values() for f in span.figures]
    notes = [n for years, made in spans.items() for n in _span_notes(pairs, years, made)]
    return Made(blocks, found, notes)


def _says(span: Span) -> bool:
    """Return whether a place has an average of its own, computed or published, or a gap."""
    own = (span.a, span.told_a, span.gap, span.told_gap)
    return any(f is not None and f.value is not None for f in own)


def _span_block(
    pairs: Sequence[Pair], years: Period, made: Mapping[str, Span], marks: Marks
) -> Block:
    pair = pairs[0]
    mixed = any(span.mixed for span in made.values())
    rows, keys = [], []

    def add(area: str, one: Figure, told: Figure | None, gaps: Sequence[Cell]) -> None:
        name = pair.name(area) + (basis_of(one, told) if mixed else same(""))
        rows.append((Cell(text=name), made_cell(one), told_cell(told, marks), *gaps))
        keys.append(Key(pair.ident, area, str(years), aside=area == pair.other))

    for area, span in made.items():
        add(area, span.a, span.told_a, (made_cell(span.gap), told_cell(span.told_gap, marks)))
    one = next(iter(made.values()))
    add(pair.other, one.b, one.told_b, (NONE, NONE))
    found = [f for span in made.values() for f in span.figures]
    period = Text(years.label("en"), years.label("zh"))
    block = Block(
        AVERAGES,
        tuple(rows),
        title=title_of(pair, found, period),
        ruled=frozenset({len(rows) - 1}),
        keys=tuple(keys),
        by="average",
    )
    return without_empty(block, 2)


_GROWTH = Text("average growth a year, %", "年均增速，%")
_GAP = Text("average growth a year, points", "年均增速，百分点")
AVERAGES = (
    PLACE,
    Column(Text("computed", "计算"), right=False, decimals=2, name="average", basis=_GROWTH),
    Column(Text("published", "公布"), right=False, name="published", basis=_GROWTH),
    Column(Text("gap", "差"), right=False, decimals=2, name="average_gap", basis=_GAP),
    Column(Text("published gap", "公布的差"), right=False, name="published_gap", basis=_GAP),
)


def _span_notes(pairs: Sequence[Pair], years: Period, made: Mapping[str, Span]) -> list[Text]:
    """Say which averages could not be made and why, and which gaps may be none."""
    pair = pairs[0]
    head = pair.indicator.name + Text(f", {years.label('en')}: ", f"，{years.label('zh')}：")
    why: dict[Text, dict[str, None]] = {}
    for area, span in made.items():
        for place, average in ((area, span.a), (pair.other, span.b)):
            if average.value is None:
                why.setdefault(reason_of(average, pair.figures.catalogue), {})[place] = None
    notes = [
        head + _names(pairs, areas) + Text(": ", "：") + reason for reason, areas in why.items()
    ]
    even = [a for a, s in made.items() if s.gap.value is not None and s.gap.touches_zero]
    return notes + ([head + _names(pairs, even) + Text(": ", "：") + EQUAL] if even else [])
