"""The periods a table shows: the years of the window, or the periods that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period, annual
from cpstats.model.report import Cell
from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.question import Question

WITHIN = (Freq.HALF, Freq.YTD, Freq.QUARTER, Freq.MONTH)  # the year
RECENT = 10  # years shown when no period is asked for


def asked_periods(
    question: Question, found: Iterable[Period], *, both: Iterable[Period] | None = None
) -> list[Period]:
    """Return the periods to show: annual ones, unless the window or `freq` asks for others.

    A window of whole years with both ends has every year in it: one without a figure says so. A
    range of years takes in, after them, its quarters, months and cumulations (of an answer that is
    made of several series: those that `both` have); these also stand for years where there is no
    figure of a whole one.
    """
    found = set(found)
    window = question.window
    ends = [p for p in (window.first, window.last) if p is not None]
    freq = Freq.ANNUAL
    if question.freq and question.freq != "annual":
        freq = Freq(question.freq)
    elif ends and ends[0].freq is not Freq.ANNUAL:
        freq = ends[0].freq
    of_freq = sorted(p for p in found if p.freq is freq and window.contains(p))
    if freq is not Freq.ANNUAL:
        return of_freq
    within = sorted(p for p in found if p.freq in WITHIN and window.contains(p))
    if not of_freq and within:
        return within
    if window.is_open:
        return [p for p in of_freq if p.year > of_freq[-1].year - RECENT]
    years = [annual(y) for y in window.years.years] if window.years is not None else of_freq
    beside = within if both is None else sorted({*within} & {*both})
    return [*years, *beside] if window.is_range else years


def label_of(period: Period) -> Cell:
    """Return a period as the first cell of a row."""
    return Cell(text=Text(period.label("en"), period.label("zh")))


def label(period: Period) -> Text:
    """Return a period at the end of a title."""
    return Text(f" · {period.label('en')}", f" · {period.label('zh')}")
