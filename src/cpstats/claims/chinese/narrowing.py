"""What a number can mean within the period in force: years of a plan, an average, one part for each of a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.chinese.frames import now
from cpstats.claims.chinese.spanning import AVERAGE, OVER
from cpstats.claims.terms.periods import months_of, years_of
from cpstats.model.pattern import pattern
from cpstats.model.period import annual

if TYPE_CHECKING:
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.periods import When

_FLOW = pattern(
    r"累计|新增|新建|新设|新开|建设|建成|完成|投入|办理|推广|实施|落地|引进|培育|发放|改造|出台|搭建|治理|疏解|减轻|减免"
    r"|创造|转移|脱贫|总共|共|争取|拨付|开工|投资|推出|下达|安置|提供|服务|招引|签约|吸引|拨打|整治|修复|造林|涵盖|就业"
)
STOCK = pattern(r"保有量|总数|总量|达到|增至|累计达|拥有|余额|存量|突破")
_MONTHLY = pattern(r"各月|逐月|每月|分月|\d月|[一二三四五六七八九十]月|个月")
_QUARTER = 3  # months


def narrowed(memory: Memory, when: When, measure: str, words: str) -> When:
    """Return what a number of this measure can mean within a span of years."""
    if measure == "average_growth" and when.span is None:
        memory.sentence.averaged = _planned(memory, when, words)
        return memory.sentence.averaged
    if measure == "average_growth_gap" and when.span is None and memory.sentence.averaged:
        return memory.sentence.averaged
    if when.span is None or when.span[0] == when.span[1] or measure in OVER:
        return when
    if measure in ("average_growth_gap", "growth_gap", "contribution"):
        return when
    first, last = when.span
    day = memory.clock.published
    known = last if day is None or day.year > last else max(first, min(last, day.year))
    ends = [str(annual(known))]
    if day is not None and day.year == known <= last and known > first:
        ends = [str(annual(known - 1)), str(annual(known))]
    spans = list(when.readings)
    flow = bool(_FLOW.search(words)) and not STOCK.search(words)
    shown = spans + ends if flow else ends + spans
    return replace(when, code=shown[0] if not flow else when.code, readings=tuple(shown))


def _planned(memory: Memory, when: When, words: str) -> When:
    """Return the plan so far for an average without a span: 年均增长4.5% in a review."""
    if when.months is None or memory.sentence.average or not AVERAGE.search(words):
        return when
    year, first, last = when.months
    since = memory.sentence.origin or (
        memory.sentence.against.year if memory.sentence.against else None
    )
    if since is not None and since + 1 < year:
        return years_of(since + 1, year, memory.clock)
    plan = memory.clock.spans.around(year)
    if (
        (first, last) != (1, 12)
        or plan is None
        or year - plan[0] < 2
        or when is memory.sentence.clause
    ):
        return when
    return years_of(plan[0], year, memory.clock, source="docdate")


def share_out(memory: Memory, count: int, before: str) -> None:
    """Give each of so many numbers its part of as many, after the words before them.

    2021-2024年,GDP分别增长…: its year; 一至四季度,接待游客分别为…: its quarter; 1-6月,各月分别为…: its month.
    """
    when = now(memory)
    if memory.sentence.listed or count < 2:
        return
    if when.span is not None and when.span[1] - when.span[0] + 1 == count:
        years = range(when.span[0], when.span[1] + 1)
        memory.sentence.listed = [months_of(year, 1, 12) for year in years]
    elif when.months is not None and not when.is_day:
        memory.sentence.listed = _parts(when.months, count, before)


def _parts(months: tuple[int, int, int], count: int, before: str) -> list[When]:
    """Return the quarters or the months that some months hold, where there are as many as numbers."""
    year, first, last = months
    size = (last - first + 1) // count
    called = size == 1 and _MONTHLY.search(before) is not None
    called = called or (size == _QUARTER and "季" in before)
    if not called or size * count != last - first + 1:
        return []
    return [months_of(year, n, n + size - 1) for n in range(first, last + 1, size)]
