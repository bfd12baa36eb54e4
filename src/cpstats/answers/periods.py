"""The periods a table shows: the years of the window, or the periods that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period, annual
from cpstats.model.report import Cell
from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.question import Question

UNPLACED = (Freq.SPAN, Freq.OPEN)  # not one stretch of a calendar
RECENT = 10  # years shown when no period is asked for


def asked_periods(question: Question, found: Iterable[Period]) -> list[Period]:
    """Return the periods to show: annual ones, unless the window or `freq` asks for others.

    A window of whole years with both ends has every year in it: one without a figure says so. Where
    there is no figure of a whole year, all the quarters, months and cumulations stand for it.
    """
    found = set(found)
    window = question.window
    ends = [p for p in (window.first, window.last) if p is not None]
    freq = Freq.ANNUAL
    if question.freq and question.freq != "annual":
        freq = Freq(question.freq)
    elif ends and ends[0].freq is not Freq.ANNUAL:
        freq = ends[0].freq
    if freq is Freq.ANNUAL and not any(p.freq is freq and window.contains(p) for p in found):
        inside = sorted(p for p in found if p.freq not in UNPLACED and window.contains(p))
        if inside:
            return inside
    if window.years is not None and freq is Freq.ANNUAL:
        return [annual(year) for year in window.years.years]
    inside = sorted({p for p in found if p.freq is freq and window.contains(p)})
    if window.is_open and inside:
        inside = [p for p in inside if p.year > inside[-1].year - RECENT]
    return inside


def label_of(period: Period) -> Cell:
    """Return a period as the first cell of a row."""
    return Cell(text=Text(period.label("en"), period.label("zh")))


def label(period: Period) -> Text:
    """Return a period at the end of a title."""
    return Text(f" · {period.label('en')}", f" · {period.label('zh')}")
