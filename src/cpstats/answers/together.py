"""Levels of several series that a decomposition takes together, and why it cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from cpstats.selecting.computed import apart, empty
from cpstats.selecting.held import LEVEL_BASES
from cpstats.selecting.rates import level_bases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.calc.interval import Interval
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Cell, Figures


NOISE = 1e-10


class Levels(NamedTuple):
    """Levels by cell; `reason` where they are of several releases and that was allowed (S9)."""

    by: Mapping[Cell, Figure]
    reason: str = ""


def levels_of(figures: Figures, question: Question, cells: Sequence[Cell]) -> Levels | None:
    """Return levels of one tag in every cell (S5), None where there are none.

    At constant prices where they can be had, unless nominal ones are asked for.
    """
    tried: list[tuple[str, ...]] = [LEVEL_BASES]
    if question.basis != "nominal":
        real = level_bases(figures, cells[-1][0], cells[-1][1], "constant")
        tried = [*((basis,) for basis in real), *([] if question.basis else tried)]
    for bases in tried:
        if found := figures.comparable_all(cells, bases):
            return Levels(found)
    return _mixed(figures, cells) if figures.allow_mixed else None


def _mixed(figures: Figures, cells: Sequence[Cell]) -> Levels | None:
    series = {ident: figures.levels(*ident) for ident in dict.fromkeys(c[:2] for c in cells)}
    if any(c[2] not in series[c[:2]] for c in cells):
        return None
    found = {c: series[c[:2]][c[2]] for c in cells}
    usable = not any(f.bound for f in found.values()) and not apart(list(found.values()))
    return Levels(found, "mixed_vintage") if usable else None


def settled(rest: Interval, size: float) -> Interval:
    """Return what is left of numbers of some size: 0 where only the noise of binary numbers is left."""
    return rest if abs(rest.value) > abs(size) * NOISE else replace(rest, value=0.0)


def refused(
    figures: Figures, cells: Sequence[Cell], ends: Sequence[Period], **given: Any
) -> Figure:
    """Return the empty figure of cells without levels of one tag: one is missing, or they stand apart."""
    lacking = [c for c in cells if c[2] not in figures.levels(c[0], c[1])]
    if lacking:
        reason = "missing_base" if lacking[0][2] == ends[0] else "missing_current"
        absent = tuple(dict.fromkeys(str(c[2]) for c in lacking))
        return empty(
            reason, lacking=tuple(dict.fromkeys(c[:2] for c in lacking)), absent=absent, **given
        )
    held = [figures.levels(c[0], c[1])[c[2]] for c in cells]
    return empty("bound_only" if any(f.bound for f in held) else figures.apart(held), held, **given)
