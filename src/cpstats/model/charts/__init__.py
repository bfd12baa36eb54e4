"""From the figures of an answer to what is drawn of it: each file makes panels of one kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import NoAnswerError
from cpstats.message import Message
from cpstats.model.chart import RANKS
from cpstats.model.charts.dumbbells import pairs
from cpstats.model.charts.over_time import lines
from cpstats.model.charts.stacks import stacks
from cpstats.model.charts.ways import averages
from cpstats.model.text import Text

if TYPE_CHECKING:
    from cpstats.model.chart import Panel
    from cpstats.model.report import Report


PART = " · "


def headed(report: Report) -> tuple[Text | None, tuple[Panel, ...]]:
    """Return the title of a picture, and its panels: what the first, or a single one, says is said once."""
    panels = panels_of(report)
    if len(panels) > 1:
        return report.title if report.title != panels[0].title else None, panels
    both = (report.title.to(lang) + PART + panels[0].title.to(lang) for lang in ("en", "zh"))
    return None, (replace(panels[0], title=Text(*map(said_once, both))),)


def said_once(title: str) -> str:
    """Return a title without the parts that another one says.

    >>> said_once("exports · index · exports · real index")
    'exports · real index'
    """
    parts = list(dict.fromkeys(title.split(PART)))
    return PART.join(p for p in parts if not any(p in other and p != other for other in parts))


def can_be_drawn(report: Report) -> bool:
    """Return whether there is a picture of an answer: levels of two years are one, else it is tried."""
    years: dict[tuple[str, ...], str] = {}
    ranked = any(f.measure in RANKS for f in report.figures)  # drawn instead of what is ranked
    for f in () if ranked else report.figures:
        if f.measure == "level" and f.value is not None and not f.bound and len(f.time_period) == 4:
            series = (f.indicator, f.ref_area, f.price_basis, f.unit)
            if years.setdefault(series, f.time_period) != f.time_period:
                return True
    try:
        return bool(panels_of(report))
    except NoAnswerError:
        return False


def panels_of(report: Report) -> tuple[Panel, ...]:
    """Return the panels of an answer: its own, else those of its figures.

    Each kind takes the figures that it draws, the others are lines over time or bars.

    Raises
    ------
    NoAnswerError
        When nothing can be drawn: no figures, or a single one.
    """
    if report.panels:
        return tuple(report.panels)
    left = [f for f in report.figures if f.value is not None and not f.bound]
    made: list[Panel] = []
    for kind in (stacks, pairs, averages, lines):
        panels, left = kind(report, left)
        made = [*panels, *made] if kind is lines else [*made, *panels]
    if not made:
        raise NoAnswerError(
            Message(
                "there is nothing to draw: a single figure or none", "没有可画的图：数据不足两个"
            ),
            mend=Message("Ask for more periods or places.", "请多取几个时期或地区。"),
        )
    return tuple(made)
