"""What the period of a number spans: a growth over years, what it starts from, what is a goal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.terms.measure import GROWTHS
from cpstats.claims.terms.periods import months_of, year_before, years_of
from cpstats.model.pattern import pattern
from cpstats.model.period import annual

if TYPE_CHECKING:
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.periods import When
    from cpstats.claims.terms.time import Time

OVER = (*GROWTHS, "change", "growth_change", "average_growth_change", "share_change")
AVERAGE = pattern(r"年均(?!浓度|值|气温|水平)|年平均(?!浓度|值|气温|水平)|复合")


def since(memory: Memory, when: When, measure: str) -> When:
    """Return the end of a span for growth since a year that was named: 比2015年增长43.1%."""
    if measure != "span_growth" or memory.sentence.against is None or when.span is None:
        return when
    return months_of(when.span[1], 1, 12, source=when.source)


def over_years(memory: Memory, measure: Measure, when: When, words: str) -> Measure:
    """Return a growth as that over several years where its period or base is so far apart."""
    if measure.name != "growth":
        return measure
    if memory.sentence.averaging:
        return replace(measure, name="average_growth")
    if memory.sentence.average:
        return measure
    base = memory.sentence.against
    if base is not None and base.year is not None and when.year is not None:
        return replace(measure, name="span_growth") if when.year - base.year > 1 else measure
    if when.span is not None and when.span[0] < when.span[1] and "同比" not in words:
        return replace(measure, name="span_growth")
    return measure


def base(memory: Memory, when: When, measure: str) -> str | None:
    """Return the period that a growth or a change starts from."""
    if memory.sentence.average and when.months is not None:
        year, first, last = when.months
        return months_of(year - memory.sentence.average, first, last).code
    against = memory.sentence.against
    if against is not None and measure not in ("level", "share", "rank"):
        return _same_part(against, when).code
    if when.span is not None and when.span[0] < when.span[1] and measure in OVER:
        return str(annual(when.span[0] - 1))
    return year_before(when) if measure == "growth" else None


def is_since_unsaid(memory: Memory, measure: str) -> bool:
    """Return whether something has changed since a time that nobody says: 由26万吨增至36.1万吨,增长38.8%."""
    changed = measure in ("growth", "change", "share_change")
    return changed and memory.sentence.unsaid and memory.sentence.against is None


_YEAR = (1, 12)
_RELATIVE = "context"


def as_base(when: When, time: Time) -> When:
    """Return what a number is compared with, marked where its year is only told from the text: 比上年."""
    return replace(when, source=_RELATIVE) if time.rel else when


def _same_part(against: When, when: When) -> When:
    """Return what a period is compared with as the same part of the year: 1-4月,比上年减收.

    A year that is compared with itself is so with the one before: 2016年…,比去年新增, printed in 2017.
    """
    said = against.source != _RELATIVE or against.is_day or when.is_day
    if said or against.months is None or when.months is None:
        return against
    if against.months == when.months:
        return months_of(when.months[0] - 1, *when.months[1:])
    return (
        months_of(against.months[0], *when.months[1:]) if against.months[1:] == _YEAR else against
    )


def past(memory: Memory, when: When) -> bool:
    """Return whether a period had begun before the year of publication, and was said."""
    day = memory.clock.published
    if day is None or when.year is None or when.source != "sentence":
        return False
    first = when.span[0] if when.span else when.year
    return first < day.year


def runs(memory: Memory, when: When) -> bool:
    """Return whether a period ends in a later month than that of publication."""
    day = memory.clock.published
    if day is None or when.months is None:
        return False
    return (when.months[0], when.months[2]) > (day.year, day.month)


def aimed(memory: Memory, when: When, measure: str, sentence: str) -> When:
    """Return the period of a goal; without a year of its own, that of the plan to come."""
    if when.future or when.source == "sentence" or memory.clock.published is None:
        return when
    day = memory.clock.published
    plan = memory.clock.spans.around(day.year if day.month < 7 else day.year + 1)
    if plan is None or not AVERAGE.search(sentence):
        return months_of(day.year if day.month < 10 else day.year + 1, 1, 12, source="docdate")
    spans = years_of(*plan, memory.clock, source="docdate")
    if measure == "average_growth":
        return replace(spans, code=f"{plan[0]}/{plan[1]}", readings=(f"{plan[0]}/{plan[1]}",))
    end = str(annual(plan[1]))
    return replace(spans, code=end, readings=(end, f"{plan[0]}/{plan[1]}"))
