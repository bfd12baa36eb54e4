"""What stands in the cell of a figure that is typed, and beside it in its series."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.columns import CELL, LEVELS
from cpstats.model.observation import as_printed
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.indicator import Indicator
    from cpstats.selecting.facts import Fact

NEAR = 3  # years: neighbours that stand further off say nothing of a slip
SLIP = 0.75  # in decimal logarithms: 5.6 times all its neighbours


def in_cell(new: Fact, series: Iterable[Fact]) -> tuple[Fact | None, list[Fact]]:
    """Return the figure of the same cell and source, if there is one, and those of other sources.

    Without a vintage the figure of the source is meant, whatever it is labelled.
    """
    cell = [getattr(new.figure, name) for name in CELL]
    there = [fact for fact in series if [getattr(fact.figure, name) for name in CELL] == cell]
    label = new.figure.vintage
    mine = [
        f for f in there if f.figure.source == new.figure.source and label in ("", f.figure.vintage)
    ]
    return (mine[0] if mine else None), [f for f in there if f.figure.source != new.figure.source]


def unit_of(series: Iterable[Fact], indicator: Indicator) -> str:
    """Return the unit of the levels of a series, that of its indicator where it has none yet."""
    return next((f.figure.unit for f in series if f.figure.measure in LEVELS), indicator.unit)


def other_unit(new: Fact, series: Iterable[Fact], indicator: Indicator) -> DataError | None:
    """Return the error for a level that measures something else than its series.

    The first level of a series may be in a currency that is not its indicator's (the GDP of
    another country), not in a unit that nobody knows.
    """
    if new.figure.measure not in LEVELS:
        return None
    unit, others = (
        Unit.of(new.figure.unit),
        {f.figure.unit for f in series if f.figure.measure in LEVELS},
    )
    if not others and not unit.kind:
        others = {indicator.unit}
    if not others or unit.root in {Unit.of(other).root for other in others}:
        return None
    return DataError(
        Message(
            "{} is not in the unit of the series, {}",
            "{}的单位与该序列不同（{}）",
            as_printed(new.figure),
            sorted(others),
        ),
        where=next((f.locate("obs_value") for f in series), ""),
        mend=Message(
            "Two currencies make no series: convert the figure by a rate that you name, or look "
            "up its unit; --force adds it all the same.",
            "两种货币不成序列：请按注明的汇率换算，或核对单位；--force 可强制添加。",
        ),
    )


def same_figure(new: Fact, old: Fact) -> bool:
    """Whether two figures of one cell say the same."""
    a, b = new.figure, old.figure
    said = [(f.value, f.unit, f.bound) for f in (a, b)]
    return said[0] == said[1] and a.obs_status in ("", b.obs_status)


def filled(new: Fact, old: Fact) -> DataError:
    """Return the error for a cell that has another figure."""
    return DataError(
        Message(
            "the cell is filled: {} is there ({}), {} is new",
            "该格已有数据：已有{}（{}），新数为{}",
            as_printed(old.figure),
            old.figure.source,
            as_printed(new.figure),
        ),
        where=old.locate("obs_value"),
        mend=Message(
            "Look it up; if it was revised, --revise writes the new figure.",
            "请核对；若为修订，请用 --revise 写入新数。",
        ),
    )


def conflict(new: Fact, mine: Fact | None, others: Iterable[Fact]) -> DataError | None:
    """Return the error where the figure contradicts what the cell holds, whoever says it."""
    if mine is not None:
        return filled(new, mine)
    for other in others:
        one_release = new.figure.vintage in ("", other.figure.vintage)
        if one_release and new.exact and other.exact and not new.figure.meets(other.figure):
            return filled(new, other)
    return None


def slip(new: Fact, series: Iterable[Fact]) -> DataError | None:
    """Return the error for a level that is about ten times off all its neighbours, or more.

    Neighbours are the nearest levels before and after it, of the same part of a year, whatever
    their source.
    """
    if new.figure.measure != "level" or not new.exact or new.value <= 0:
        return None
    beside = _neighbours(new, series)
    steps = [log10(new.value / fact.value) for fact in beside]
    if not steps or min(map(abs, steps)) < SLIP or min(steps) * max(steps) < 0:
        return None
    nearest = beside[steps.index(min(steps, key=abs))]
    return DataError(
        Message(
            "{} is {} times its neighbour {} ({})",
            "{}是相邻数的{}倍：{}（{}）",
            as_printed(new.figure),
            f"{new.value / nearest.value:.3g}",
            as_printed(nearest.figure),
            nearest.figure.time_period,
        ),
        where=nearest.locate("obs_value"),
        mend=Message(
            "Look at the digits and the unit; --force adds it all the same.",
            "请核对位数与单位；--force 可强制添加。",
        ),
    )


def _neighbours(new: Fact, series: Iterable[Fact]) -> list[Fact]:
    """Return the nearest figures before and after, each from at most some years away."""
    kind = (new.period.freq, new.period.sub, new.figure.price_basis)
    like = [
        f
        for f in series
        if f.figure.measure == "level"
        and (f.period.freq, f.period.sub, f.figure.price_basis) == kind
        and f.exact
        and f.value > 0
        and 0 < abs(f.period.year - new.period.year) <= NEAR
    ]
    before = [f for f in like if f.period.year < new.period.year]
    after = [f for f in like if f.period.year > new.period.year]
    found = [max(before, key=lambda f: f.period.year)] if before else []
    return found + ([min(after, key=lambda f: f.period.year)] if after else [])
