"""A series as an index with one period at 100: from published rates, or from levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates
from cpstats.answers.notes import reason_notes, release_notes, report_of
from cpstats.answers.shown_periods import asked_periods, label, label_of
from cpstats.calc.index import rebased_of
from cpstats.calc.interval import Interval
from cpstats.model.report import Block, Cell, Column, Key, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.words import BASIS
from cpstats.selecting.asked import first_of
from cpstats.selecting.average import usable_rates
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown
from cpstats.selecting.figures import Figures
from cpstats.selecting.held import LEVEL_BASES
from cpstats.selecting.rates import ASKED, level_bases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.store.package import Package

EXAMPLE = "cpstats index gdp -p beijing --base 2020"
START = Interval(100.0, 100.0, 100.0)


def index(question: Question, package: Package, *, base: Period | None = None) -> Report:
    """Answer `index`: every series with the base period at 100.

    Real: published yearly rates chained forwards and backwards from the base; each rate carries
    half a digit, and the interval says how far the chain may have drifted. Where they do not reach:
    levels of one release at constant prices. Nominal, and of what has no price: levels of one
    release divided by that of the base (S5). Without `base` it is the first period that is shown.
    """
    figures = Figures.of(package, question, question.indicators)
    found: list[Figure] = []
    blocks: list[Block] = []
    for indicator in question.indicators:
        if not any(
            figures.bases(indicator, area, told)
            for area in question.places
            for told in ("growth", "index")
        ):  # published growth of a rate, of prices say, can be chained; its levels cannot
            no_rates([indicator], figures.catalogue)
        columns: dict[str, dict[Period, Figure]] = {}
        periods: set[Period] = set()
        start = base
        for area, basis in _bases(figures, indicator, question).items():
            every = _every(figures, indicator, area, basis)
            shown_ = asked_periods(question, every)
            start = start or (shown_[0] if shown_ else None)
            if start is None:
                continue
            shown_ = [p for p in shown_ if p.months == start.months] or shown_
            made = _series(figures, indicator, area, basis, start, shown_)
            columns[area] = made
            periods |= set(made)
            found += [made[p] for p in sorted(made)]
        if start is not None and periods:
            blocks += _blocks(figures, indicator, columns, sorted(periods), start)
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    return report_of(
        names + Text(" · index", " · 指数"),
        found,
        blocks,
        figures,
        notes=[*reason_notes(found, figures), *_across(found, figures), *release_notes(figures)],
    )


def _across(found: list[Figure], figures: Figures) -> list[Text]:
    """Say where the numbers of one series are made in several releases."""
    releases: dict[tuple[str, str], dict[str, None]] = {}
    for figure in found:
        lasting = figure.indicator in figures.catalogue.never_revised
        made = figure.value is not None and not figure.reason and not lasting
        if figure.method == "quotient" and made:
            one = releases.setdefault((figure.indicator, figure.ref_area), {})
            one[figure.inputs[0].release or figure.inputs[0].source] = None
    return [
        figures.catalogue.indicators[indicator].name
        + same(" · ")
        + figures.catalogue.places[area].name
        + Text(
            f": each number is made inside one release; several stand here ({', '.join(names)}), "
            "do not divide them.",
            f"：每个数均在同一版本内计算；此处含多个版本（{'、'.join(names)}），请勿相除。",
        )
        for (indicator, area), names in releases.items()
        if len(names) > 1
    ]


def _bases(figures: Figures, indicator: str, question: Question) -> dict[str, str]:
    """Return the basis of each place: one that all have where their own differ."""
    areas = question.places
    own = {area: _basis(figures, indicator, area, question.basis) for area in areas}
    if len(set(own.values())) == 1:
        return own
    for basis in ("constant", "current"):
        if all(_every(figures, indicator, area, basis) for area in areas):
            return dict.fromkeys(areas, basis)
    return own


def _basis(figures: Figures, indicator: str, area: str, asked: str) -> str:
    """Return the basis of the index: that of published rates, else of the levels, unless asked."""
    if asked:
        return ASKED[asked]
    growth = figures.catalogue.indicators[indicator].growth_basis
    if growth and figures.series(indicator, area, "growth", growth):
        return growth
    return figures.level_basis(indicator, area).partition(":")[0]


def _rates(figures: Figures, indicator: str, area: str, basis: str) -> Mapping[Period, Figure]:
    """Return published rates of one basis, indices of the year before where there is no rate.

    Nominal rates are not chained: each may be of levels of another release. Prices have no basis.
    """
    if basis == "current":
        return {}
    return first_of(
        usable_rates(figures.series(indicator, area, "growth", basis)),
        usable_rates(figures.series(indicator, area, "index", basis)),
    )


def _prices(figures: Figures, indicator: str, area: str, basis: str) -> tuple[str, ...]:
    """Return the price bases of the levels an index may be of."""
    if basis in LEVEL_BASES:
        return (figures.nominal_basis(indicator, area),)
    return level_bases(figures, indicator, area, basis)


def _every(figures: Figures, indicator: str, area: str, basis: str) -> set[Period]:
    """Return every period the index may stand in: of rates, also the year before the first."""
    rates = _rates(figures, indicator, area, basis)
    prices = _prices(figures, indicator, area, basis)
    return {q for p in rates for q in (p, p.year_before())} | {
        p for price in prices for p in figures.series(indicator, area, "level", price)
    }


def _series(
    figures: Figures, indicator: str, area: str, basis: str, base: Period, periods: list[Period]
) -> dict[Period, Figure]:
    """Return the index of every period, empty with a reason where it cannot be made.

    In one way: by rates, else by the levels that reach farthest.
    """
    rates = _rates(figures, indicator, area, basis)
    given = _given(indicator, area, base) | {"method": "chained", "price_basis": basis}
    ways = [{p: _chained(rates, base, p, given) for p in periods}] if rates else []
    ways += [
        _of_levels(figures, indicator, area, base, periods, price)
        for price in _prices(figures, indicator, area, basis)
    ]
    if not ways:
        return {p: _chained(rates, base, p, given) for p in periods}
    ways = ways if basis not in LEVEL_BASES else ways[::-1]  # of what has no price, levels first
    return max(ways, key=lambda made: sum(f.value is not None for f in made.values()))


def indices(
    figures: Figures, indicator: str, area: str, base: Period, periods: list[Period]
) -> dict[Period, Figure]:
    """Return an indicator of a place as an index with the base at 100, in every period."""
    basis = _basis(figures, indicator, area, "")
    return _series(figures, indicator, area, basis, base, periods)


def _given(indicator: str, area: str, base: Period) -> dict[str, Any]:
    return {
        "indicator": indicator,
        "ref_area": area,
        "base_period": str(base),
        "measure": "index",
        "unit": f"{base}=100",
    }


def _chained(
    rates: Mapping[Period, Figure], base: Period, period: Period, given: dict[str, Any]
) -> Figure:
    """Chain the rates between the base and a period, forwards or backwards."""
    given = given | {"time_period": str(period)}
    if period.freq is not base.freq or period.sub != base.sub:
        return empty("missing_base", **given)
    forward = period.year >= base.year
    early, late = (base, period) if forward else (period, base)
    steps = [early.year_before(-k) for k in range(1, late.year - early.year + 1)]
    lacking = tuple(str(p) for p in steps if p not in rates)
    if lacking:
        return empty("missing_current", absent=lacking, **given)
    used = [rates[p] for p in steps]
    value = START
    for rate in used:
        factor = interval(rate) / 100 + 1
        value = value * factor if forward else value / factor
    sign = " × " if forward else " / "
    formula = "100" + "".join(f"{sign}(1 + {shown(r)}/100)" for r in used)
    return computed(value, used, same(formula), n=len(used), decimals=2, **given)


def _of_levels(
    figures: Figures, indicator: str, area: str, base: Period, periods: list[Period], price: str
) -> dict[Period, Figure]:
    """Divide each level by that of the base in the same release."""
    levels = figures.series(indicator, area, "level", price)
    given = _given(indicator, area, base)
    given |= {"method": "quotient", "price_basis": price.partition(":")[0]}
    found = {}
    for period in periods:
        here = given | {"time_period": str(period)}
        if period.months != base.months:  # a quarter is no part of the index of years
            found[period] = empty("missing_base", **here)
            continue
        chosen = figures.comparable_over_time(indicator, area, (base, period), price)
        mixed = chosen is None and figures.allow_mixed
        ends: Mapping[Period, Figure] = levels if mixed else chosen or {}
        one, two = ends.get(base), ends.get(period)
        if one is None or two is None or one.bound or two.bound:
            found[period] = _refused(figures, levels, base, period, here)
        elif nonpositive(one) or (two.value or 0.0) < 0:
            found[period] = empty("base_nonpositive", (one, two), **here)
        else:
            found[period] = computed(
                START if period == base else rebased_of(interval(two), interval(one)),
                (two, one),
                same(f"{shown(two)} / {shown(one)} × 100"),
                decimals=2,
                n=period.year - base.year,
                reason="mixed_vintage" if mixed else "",
                **here,
            )
    return found


def _refused(
    figures: Figures,
    levels: Mapping[Period, Figure],
    base: Period,
    period: Period,
    given: dict[str, Any],
) -> Figure:
    ends = [levels[p] for p in (base, period) if p in levels]
    if base not in levels:
        return empty("missing_base", ends, absent=(str(base),), **given)
    if period not in levels:
        return empty("missing_current", ends, absent=(str(period),), **given)
    reason = "bound_only" if any(f.bound for f in ends) else figures.apart(ends)
    return empty(reason, ends, **given)


def _blocks(
    figures: Figures,
    indicator: str,
    made: Mapping[str, dict[Period, Figure]],
    periods: list[Period],
    base: Period,
) -> list[Block]:
    """Return one place with a row for each period; of many a row for each, periods in columns."""
    bases = {f.price_basis for series in made.values() for f in series.values()}
    one = len(bases) == 1
    basis = BASIS.get(bases.pop(), same("")) if one else same("")
    what = Text(f"{basis.en} index, {base} = 100".lstrip(), f"{basis.zh}指数，{base}=100")
    head = figures.catalogue.indicators[indicator].name + same(" · ") + what
    places = figures.catalogue.places
    names = {
        area: places[area].name + (same("") if one else _prices_of(series))
        for area, series in made.items()
    }
    if len(made) == 1:
        area, series = next(iter(made.items()))
        rows = tuple((label_of(period), _cell(series.get(period))) for period in periods)
        first = Column(Text("period", "时期"), right=False, name="period")
        columns = (first, Column(names[area], right=False, decimals=2, name="index"))
        keys = tuple(Key(indicator, area, str(period)) for period in periods)
        return [Block(columns, rows, title=head, keys=keys, by="index")]
    first = Column(Text("place", "地区"), right=False, name="place")
    columns = (first, Column(what, right=False, decimals=2, name="index"))
    return [
        Block(
            columns,
            tuple((Cell(text=names[area]), _cell(made[area].get(period))) for area in made),
            title=head + label(period),
            keys=tuple(Key(indicator, area, str(period)) for area in made),
            by="index",
        )
        for period in periods
    ]


def _prices_of(made: Mapping[Period, Figure]) -> Text:
    """Return which of the two a column is, where real and nominal stand side by side."""
    words = [BASIS[f.price_basis] for f in made.values() if f.price_basis in BASIS][:1]
    return Text(f", {words[0].en}", f"，{words[0].zh}") if words else same("")


def _cell(figure: Figure | None) -> Cell:
    if figure is None or figure.value is None:
        return Cell(text=same("…"))
    exact = figure.low == figure.high
    return Cell(figure, interval=not exact)
