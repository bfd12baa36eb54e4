"""Shift-share of the branches of a place: per year, added up, and all branches together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates, other
from cpstats.answers.together import settled
from cpstats.calc.shift_share import local_of, mix_of, national_of
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.period import Freq, Period, annual, span
from cpstats.model.text import Text, same
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown
from cpstats.selecting.held import LEVEL_BASES
from cpstats.selecting.rates import level_bases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Cell, Figures

TITLE = Text("Shift-share", "偏离—份额分析")
WHAT = Text(
    "change of branches of --of: the benchmark's growth, the mix of branches, the place's own",
    "各行业（--of 的组成）增量：全国（基准）份额、结构偏离、竞争力偏离",
)
TAKES = ("of", "ends", "basis")
EXAMPLE = (
    "cpstats derive shift_share farms works services --of output -p north "
    "--vs country --data branches.csv"
)
PARTS = ("shift_national", "shift_mix", "shift_local")
REST = "shift_rest"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the three parts of every branch and year, their sums over the years, and over all branches.

    The two levels of the place have one tag (S5), and so have the four of the benchmark. What the
    branches leave of the change of the whole is told beside their sum.
    """
    whole = other(settings.of, EXAMPLE)
    no_rates((*question.indicators, whole), figures.catalogue)
    if not question.benchmark or question.benchmark in question.places:
        raise UsageError(
            Message("a benchmark is needed: --vs", "需要基准地区：--vs"),
            mend=for_example(EXAMPLE),
        )
    figures = figures.in_one_unit((*question.indicators, whole))
    for area in question.places:
        years = _years(figures, question, settings, area)
        made = {
            indicator: [list(_parts(figures, question, whole, indicator, area, y)) for y in years]
            for indicator in question.indicators
        }
        for every in made.values():
            yield from (f for year in every for f in year)
            if len(years) > 1:
                yield from _added(every, years)
        totals = [
            list(
                _together([every[i] for every in made.values()], figures, question, whole, area, y)
            )
            for i, y in enumerate(years)
        ]
        yield from (f for year in totals for f in year)
        if len(years) > 1:
            yield from _added(totals, years)


def _years(figures: Figures, question: Question, settings: Settings, area: str) -> list[Period]:
    """Return the years whose change is taken apart: those asked for, else those that can be."""
    if settings.ends is not None:
        base, end = settings.ends
        return [annual(y) for y in range(base.year + 1, end.year + 1)]
    if question.window.years is not None:
        return [annual(y) for y in question.window.years.years]
    levels = figures.levels(question.indicators[0], area)
    there = figures.levels(question.indicators[0], question.benchmark)
    both = {p for p in levels if p in there and p.freq is Freq.ANNUAL}
    return [p for p in sorted(both) if p.year_before() in both]


def _levels(
    figures: Figures, question: Question, cells: Sequence[Cell]
) -> dict[Cell, Figure] | None:
    """Return the levels of one tag, at constant prices where real ones are asked for."""
    if question.basis != "real":
        return figures.comparable_all(cells, LEVEL_BASES if question.basis else ())
    bases = level_bases(figures, *cells[0][:2], "constant")
    tried = (figures.comparable_all(cells, (basis,)) for basis in bases)
    return next((found for found in tried if found is not None), None)


def _parts(
    figures: Figures, question: Question, whole: str, indicator: str, area: str, year: Period
) -> Iterator[Figure]:
    before = year.year_before()
    cells = [
        (ident, place, period)
        for ident, place in (
            (indicator, area),
            (indicator, question.benchmark),
            (whole, question.benchmark),
        )
        for period in (before, year)
    ]
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": area,
        "counterpart_area": question.benchmark,
        "time_period": str(year),
        "base_period": str(before),
        "method": "shift_share",
        "unit": figures.unit(indicator, area),
        "n": 1,
    }
    here, there = (_levels(figures, question, some) for some in (cells[:2], cells[2:]))
    if here is None or there is None:
        apart = cells[:2] if here is None else cells[2:]
        yield from _refused(figures, cells, apart, whole, given)
        return
    used = [(here | there)[cell] for cell in cells]
    x0, x1, b0, b1, n0, n1 = used
    given |= {"price_basis": x1.price_basis, "decimals": max(x0.decimals, x1.decimals) + 1}
    if reason := nonpositive(b0, n0):
        yield from (empty(reason, used, measure=f"{p}:{whole}", **given) for p in PARTS)
        return
    a0, a1, c0, c1, d0, d1 = (interval(f) for f in used)
    s0, s1, t0, t1, u0, u1 = (shown(f) for f in used)
    numbers = (
        (national_of(a0, d0, d1), f"{s0} × ({u1} / {u0} − 1)", (x0, n0, n1)),
        (mix_of(a0, c0, c1, d0, d1), f"{s0} × ({t1} / {t0} − {u1} / {u0})", (x0, b0, b1, n0, n1)),
        (local_of(a0, a1, c0, c1), f"{s1} − {s0} × {t1} / {t0}", (x0, x1, b0, b1)),
    )
    for name, (number, formula, inputs) in zip(PARTS, numbers, strict=True):
        yield computed(number, inputs, same(formula), measure=f"{name}:{whole}", **given)


def _refused(
    figures: Figures,
    cells: Sequence[Cell],
    apart: Sequence[Cell],
    whole: str,
    given: Mapping[str, Any],
) -> Iterator[Figure]:
    """Yield empty figures: a level is missing, or those that stand `apart` have no common release."""
    lacking = [c for c in cells if c[2] not in figures.levels(c[0], c[1])]
    held = [figures.levels(c[0], c[1])[c[2]] for c in apart if c not in lacking]
    reason = (
        "missing_base"
        if lacking and str(lacking[0][2]) == given["base_period"]
        else "missing_current"
    )
    if not lacking:
        reason = "bound_only" if any(f.bound for f in held) else figures.apart(held)
    more: dict[str, Any] = {
        "lacking": tuple(dict.fromkeys(c[:2] for c in lacking)),
        "absent": tuple(dict.fromkeys(str(c[2]) for c in lacking)),
    }
    for name in PARTS:
        yield empty(reason, held if not lacking else (), measure=f"{name}:{whole}", **more, **given)


def _sum(parts: Sequence[Figure], **given: Any) -> Figure:
    """Return the sum of figures; empty where one is, with its reason."""
    none = next((f for f in parts if f.value is None), None)
    first = parts[0]
    held: dict[str, Any] = {
        "ref_area": first.ref_area,
        "counterpart_area": first.counterpart_area,
        "measure": first.measure,
        "method": first.method,
        "unit": first.unit,
        "price_basis": first.price_basis,
        "decimals": max(f.decimals for f in parts),
        **given,
    }
    if none is not None:
        return empty(none.reason, none.inputs, absent=none.absent, lacking=none.lacking, **held)
    number = interval(parts[0])
    for part in parts[1:]:
        number = number + interval(part)
    return computed(number, parts, same(" + ".join(shown(f) for f in parts)), **held)


def _added(years_: Sequence[Sequence[Figure]], years: Sequence[Period]) -> Iterator[Figure]:
    """Yield the sums over the years (the dynamic method)."""
    over = {
        "time_period": str(span(years[0].year, years[-1].year)),
        "base_period": str(years[0].year_before()),
        "n": len(years),
    }
    for parts in zip(*years_, strict=True):
        yield _sum(parts, indicator=parts[0].indicator, **over)


def _together(
    branches: Sequence[Sequence[Figure]],
    figures: Figures,
    question: Question,
    whole: str,
    area: str,
    year: Period,
) -> Iterator[Figure]:
    """Yield the sums over the branches of a year, and what they leave of the change of the whole."""
    before = year.year_before()
    over: dict[str, Any] = {
        "indicator": whole,
        "time_period": str(year),
        "base_period": str(before),
        "n": 1,
    }
    sums = [_sum(parts, **over) for parts in zip(*branches, strict=True)]
    yield from sums
    levels = _levels(figures, question, [(whole, area, before), (whole, area, year)])
    given = {
        "ref_area": area,
        "counterpart_area": question.benchmark,
        "measure": f"{REST}:{whole}",
        "method": "shift_share",
        "unit": figures.unit(whole, area),
        **over,
    }
    none = next((f for f in sums if f.value is None), None)
    if levels is None or none is not None:
        reason = none.reason if none is not None else "mixed_vintage"
        yield empty(reason, (), absent=none.absent if none else (), **given)
        return
    y0, y1 = levels.values()
    parts = [interval(f) for f in sums]
    rest = interval(y1) - interval(y0) - parts[0] - parts[1] - parts[2]
    rest = settled(rest, y1.value or 0.0)
    formula = f"{shown(y1)} − {shown(y0)} − ({' + '.join(shown(f) for f in sums)})"
    yield computed(
        rest,
        (y1, y0, *sums),
        same(formula),
        price_basis=y1.price_basis,
        decimals=max(y0.decimals, y1.decimals) + 1,
        **given,
    )
