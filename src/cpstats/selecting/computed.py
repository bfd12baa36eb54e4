"""Figures become computed figures: the formula is from `calc`, what travels with it from here."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING

from cpstats.calc import average_growth, gap, share
from cpstats.calc.interval import Interval
from cpstats.model.figure import Figure, plain, together
from cpstats.model.quantity import half_up
from cpstats.model.text import Text
from cpstats.model.unit import PERCENT, POINTS, TIMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


def interval(figure: Figure) -> Interval:
    """Return the number of a figure with its rounding interval."""
    assert figure.value is not None, "the caller asks for a value first"
    return Interval(figure.value, figure.low, figure.high)


def computed(result: Interval, inputs: Sequence[Figure], formula: Text, **given: Any) -> Figure:
    """Return a computed figure that carries the vintages and sources of its inputs."""
    return Figure(
        value=plain(result.value),
        low=plain(result.low),
        high=plain(result.high),
        formula=formula,
        inputs=tuple(inputs),
        vintage=together([f.vintage for f in inputs]),
        source=together([f.source for f in inputs]),
        **given,
    )


def empty(reason: str, inputs: Sequence[Figure] = (), **given: Any) -> Figure:
    """Return a figure without a value, and the reason."""
    return Figure(reason=reason, inputs=tuple(inputs), **given)


def one_more(inputs: Sequence[Figure]) -> int:
    """Return one decimal more than the least precise input, two at most.

    Levels printed in 万元 have four decimals in 亿元; a share with five says nothing more.
    """
    return min(min(f.decimals for f in inputs) + 1, 2)


def digits(result: Interval, inputs: Sequence[Figure], *, most: int = 2) -> int:
    """Return how many decimals of a share or a ratio the rounding of its inputs lets stand.

    It has as many significant digits as its least precise input; `most` decimals are enough but for
    three digits of a small number, and one more than the least precise input is always shown.
    """
    least = one_more(inputs)
    if result.low is None or result.high is None or not result.value:
        return least
    off = max(result.high - result.value, result.value - result.low)
    first = floor(log10(abs(result.value)))
    sure = most if off <= 0 else ceil(log10(abs(result.value) / off)) - 1 - first
    return max(least, min(sure, max(most, 2 - first)))


def gap_of(a: Figure, b: Figure, *, measure: str, basis: str, period: str = "") -> Figure:
    """Return `a` minus `b` in percentage points; empty, with a reason, where one is missing."""
    given: dict[str, Any] = {
        "indicator": a.indicator,
        "ref_area": a.ref_area,
        "counterpart_area": b.ref_area,
        "time_period": period or a.time_period,
        "measure": measure,
        "method": "difference",
        "price_basis": basis,
        "unit": POINTS,
        "n": a.n if a.n is not None else b.n,
        "base_period": a.base_period or b.base_period,
    }
    reason = missing(a, b)
    if reason:
        return empty(reason, **given)
    published = a.formula is None and b.formula is None
    decimals = max(a.decimals, b.decimals) if published else one_more((a, b))
    return computed(
        gap.gap_of(interval(a), interval(b)),
        (a, b),
        Text(f"{shown(a)} − {shown(b)}", f"{shown(a)} − {shown(b)}"),
        decimals=decimals,
        **given,
    )


def share_of(part: Figure, whole: Figure) -> Figure:
    """Return what part of the whole one level is, in per cent."""
    reason = missing(part, whole) or nonpositive(whole)
    given = _pair(part, whole, measure="share", unit=PERCENT)
    if reason:
        return empty(reason, (part, whole), **given)
    made = share.share_of(interval(part), interval(whole))
    return computed(
        made,
        (part, whole),
        Text(f"{shown(part)} / {shown(whole)} × 100", f"{shown(part)} / {shown(whole)} × 100"),
        decimals=digits(made, (part, whole)),
        **given,
    )


def ratio_of(a: Figure, b: Figure) -> Figure:
    """Return how many times the other one level is."""
    reason = missing(a, b) or nonpositive(b)
    given = _pair(a, b, measure="ratio", unit=TIMES)
    if reason:
        return empty(reason, (a, b), **given)
    made = gap.ratio_of(interval(a), interval(b))
    return computed(
        made,
        (a, b),
        Text(f"{shown(a)} / {shown(b)}", f"{shown(a)} / {shown(b)}"),
        decimals=digits(made, (a, b), most=3),
        **given,
    )


def average_of_levels(base: Figure, end: Figure, *, n: float, period: str) -> Figure:
    """Return average growth a year between two levels that may be divided (水平法)."""
    given: dict[str, Any] = {
        "indicator": end.indicator,
        "ref_area": end.ref_area,
        "time_period": period,
        "base_period": base.time_period,
        "n": int(n) if float(n).is_integer() else None,
        "measure": "average_growth",
        "method": "geometric",
        "price_basis": "constant" if end.price_basis.startswith("constant") else end.price_basis,
        "unit": PERCENT,
    }
    if reason := nonpositive(base, end):
        return empty(reason, (base, end), **given)
    formula = f"(({shown(end)} / {shown(base)})^(1/{n:g}) − 1) × 100"
    return computed(
        average_growth.average_of(interval(base), interval(end), n),
        (base, end),
        Text(formula, formula),
        decimals=2,
        **given,
    )


def change_of_levels(base: Figure, end: Figure, *, n: float, period: str) -> Figure:
    """Return the average change a year between two rates, in percentage points."""
    formula = f"({shown(end)} − {shown(base)}) / {n:g}"
    return computed(
        (interval(end) - interval(base)) / n,
        (base, end),
        Text(formula, formula),
        indicator=end.indicator,
        ref_area=end.ref_area,
        time_period=period,
        base_period=base.time_period,
        n=int(n) if float(n).is_integer() else None,
        measure="average_change",
        method="difference",
        price_basis=end.price_basis,
        unit=POINTS,
        decimals=2,
    )


def average_of_rates(rates: Sequence[Figure], *, base: str, period: str, basis: str) -> Figure:
    """Return average growth a year chained from published yearly rates."""
    product = " × ".join(f"(1 + {shown(r)}/100)" for r in rates)
    formula = f"(({product})^(1/{len(rates)}) − 1) × 100"
    return computed(
        average_growth.average_of_rates([interval(r) for r in rates]),
        rates,
        Text(formula, formula),
        indicator=rates[0].indicator,
        ref_area=rates[0].ref_area,
        time_period=period,
        base_period=base,
        n=len(rates),
        measure="average_growth",
        method="chained",
        price_basis=basis,
        unit=PERCENT,
        decimals=one_more(rates),
    )


def missing(a: Figure, b: Figure) -> str:
    """Return why two figures cannot be put together, or an empty text."""
    if a.value is None or b.value is None:
        return a.reason or b.reason or "missing_current"
    if a.bound or b.bound:
        return "bound_only"
    return "" if a.unit == b.unit else "unit_mismatch"


def apart(ends: Sequence[Figure]) -> bool:
    """Return whether levels are at prices of different years: never divided by one another."""
    bases = {f.price_basis for f in ends}
    return len(bases) > 1 and any(basis.startswith("constant") for basis in bases)


def nonpositive(*divisors: Figure) -> str:
    """Return why nothing is divided by these figures, or an empty text."""
    return "base_nonpositive" if any((f.value or 0.0) <= 0 for f in divisors) else ""


def shown(figure: Figure) -> str:
    """Return the value in a formula, with the digits that count."""
    value = figure.value if figure.value is not None else 0.0
    more = 2 if figure.formula is not None else 0  # of a computed input: the reader may recompute
    text = half_up(value, max(figure.decimals, 0) + more)
    return f"({text})" if text.startswith("-") else text


def _pair(a: Figure, b: Figure, *, measure: str, unit: str) -> dict[str, Any]:
    return {
        "indicator": a.indicator,
        "ref_area": a.ref_area,
        "counterpart_area": b.ref_area,
        "time_period": a.time_period,
        "measure": measure,
        "method": "quotient",
        "price_basis": a.price_basis,
        "unit": unit,
    }
