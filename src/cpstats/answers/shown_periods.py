"""The periods a table shows: the years of the window, or the periods that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.model.period import Freq, Period
from cpstats.model.report import Cell
from cpstats.model.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.model.window import Window

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
    if not of_freq and (spanning := sorted(p for p in found if p.freq is Freq.FISCAL)):
        return [p for p in spanning if window.contains(p)]
    if not of_freq and within:
        return within
    if window.is_open:
        first = of_freq[-1].year - RECENT if window.every == 1 and of_freq else 0
        return [p for p in of_freq if p.year > first]
    years = of_freq if window.every_year is None else window.every_year
    beside = within if both is None else sorted({*within} & {*both})
    return [*years, *beside] if window.is_range else years


def came_along(question: Question, period: Period) -> bool:
    """Return whether a part of a year stands here because years were asked for, or nothing was."""
    ends = (question.window.first, question.window.last)
    asked = question.freq and question.freq != "annual"
    years = all(p is None or p.freq is Freq.ANNUAL for p in ends)
    return period.freq in WITHIN and years and not asked


def without_parts(question: Question, found: Sequence[Figure]) -> tuple[list[Figure], list[Period]]:
    """Return figures without those of parts of years that came along and have none, and which."""
    told = {f.time_period for f in found if f.value is not None or f.bound}
    years = any(Period.parse(p).freq is Freq.ANNUAL for p in told)
    gone = {
        p
        for f in found
        if years and f.time_period not in told
        if came_along(question, p := Period.parse(f.time_period))
    }
    return [f for f in found if Period.parse(f.time_period) not in gone], sorted(gone)


def left_out(periods: Sequence[Period]) -> list[Text]:
    """Say of which parts of years there is nothing, and that the table leaves them out."""
    if not periods:
        return []
    names = joined([Text(p.label("en"), p.label("zh")) for p in periods])
    return [Text("Nothing can be made of ", "以下时期无可计算的结果：") + names + Text(".", "。")]


def inside(window: Window, periods: Iterable[Period]) -> list[Period]:
    """Return the periods of a window, and the years that span two, of any time."""
    return [p for p in periods if window.contains(p) or p.freq is Freq.FISCAL]


def had(periods: Iterable[Period], *series: Mapping[Period, Any]) -> set[Period]:
    """Return the periods that one of the series has."""
    return {p for p in periods if any(p in one for one in series)}


def newest_of_most(have: Mapping[Period, int]) -> Period | None:
    """Return the newest year that half of those have that have any, else the newest period."""
    most = max(have.values(), default=0)
    ready = [p for p, count in have.items() if count and 2 * count >= most]
    years = [p for p in ready if p.freq is Freq.ANNUAL]
    return max(years or ready, default=None)


def newest_shown(
    have: Mapping[Period, int], periods: Sequence[Period]
) -> tuple[list[Period], list[Text]]:
    """Return the newest period that most have, and say how the earlier ones are shown."""
    newest = newest_of_most(have)
    if newest is None:
        return list(periods[-1:]), []
    earlier = [p for p in periods if p < newest and p.freq is newest.freq and have.get(p)]
    if not earlier:
        return [newest], []
    first = earlier[0]
    said = Text(
        f"The table shows {newest.label('en')}",
        f"表中为{newest.label('zh')}",
        f"; --period {first}.. has a table for each period.",
        f"；--period {first}.. 每期一表。",
    )
    return [newest], [said]


def label_of(period: Period) -> Cell:
    """Return a period as the first cell of a row."""
    return Cell(text=Text(period.label("en"), period.label("zh")))


def label(period: Period) -> Text:
    """Return a period at the end of a title."""
    return Text(f" · {period.label('en')}", f" · {period.label('zh')}")
