"""The frame of a text: the period that holds until another one is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.periods import months_of, start_of, years_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.periods import Clock, When
    from cpstats.claims.terms.time import Time


def open_times(memory: Memory, *, paragraph: bool = False) -> None:
    """Begin a sentence: the frame stays.

    A day (6月末) holds to the end of its paragraph, or until the period said there before.
    """
    if memory.saved is not None and (paragraph or memory.stated) and not _is_census(memory):
        memory.frame, memory.saved = memory.saved, None
    lead = memory.lead
    if paragraph and memory.sentences > 1 and lead is not None and lead.source != "docdate":
        memory.frame = lead
    memory.sentences = 1 if paragraph else memory.sentences + 1
    if memory.sentences == 2:
        memory.lead = memory.frame
    memory.stated = memory.stated and not paragraph
    reported, year = memory.clock.reported_year, memory.frame.year
    if paragraph and reported is not None and year is not None and year < reported - 1:
        memory.frame = memory.clock.default  # what was long ago was said of its paragraph only
    if paragraph and memory.frame.future and memory.home is not None and not memory.home.future:
        memory.frame = memory.home  # a goal in between was of its paragraph
    if paragraph and _is_within(memory.frame, memory.home):
        memory.frame = memory.home or memory.frame
    elif paragraph and memory.home is not None and _is_part(memory.frame):
        memory.frame = memory.frame if _is_part(memory.home) else memory.main
    memory.undivided = None if paragraph else memory.undivided


def _is_census(memory: Memory) -> bool:
    """Return whether a text has named no period but the end of a year."""
    unsaid = memory.saved is not None and memory.saved.source == "docdate"
    at_end = memory.frame.months is not None and memory.frame.months[2] == 12
    return unsaid and memory.home is None and at_end


def set_frame(memory: Memory, when: When, *, weak: bool = False) -> None:
    """Take a period as the one in force."""
    if when.is_day:
        memory.saved = memory.saved or memory.frame
    else:
        memory.saved, memory.stated = None, True
        if memory.home is None and when.source == "sentence" and not weak:
            memory.home = when
    memory.frame, memory.sentence.local, memory.sentence.fresh = when, None, True


def through(memory: Memory, when: When, *, flow: bool, done: bool = False) -> When:
    """Return the months up to a day that an earlier sentence named, for what comes together over them.

    截至9月末,贷款余额9124亿元。一般公共预算收入331.5亿元: of January to September. `done` says
    that it was completed up to the day: 截至9月末,全县完成财政收入2.4亿元.
    """
    if not flow or not when.is_day or when.months is None:
        return when
    if memory.sentence.fresh and not done:
        return when
    return months_of(*when.months, source="context")


def cumulated(memory: Memory) -> None:
    """Take a month as those up to it, up to the next semicolon: 6月,一般公共预算收入累计完成31.7亿元."""
    when = now(memory)
    if when.months is not None and not when.is_day and when.months[1] == when.months[2] > 1:
        memory.sentence.local = memory.sentence.whole = months_of(when.months[0], 1, when.months[2])


def origin_of(memory: Memory, when: When) -> When:
    """Return when a number was that something came from: 与2020年相比,由181亿元增加到; 由80.8%降为, from when is a guess."""
    if when.span:
        return start_of(when)
    if memory.sentence.against is not None or when.months is None:
        return memory.sentence.against or when
    memory.sentence.guessed = memory.sentence.unsaid = True
    return months_of(when.months[0] - 1, *when.months[1:], source="context")


def running(memory: Memory) -> int | None:
    """Return the year that was not over when the text was published."""
    day = memory.clock.published
    return day.year if day is not None and day.month < 12 else None


def month_before(memory: Memory, time: Time) -> None:
    """Take 上月 and 上季度 as the one before the month or the quarter in force: 上涨0.2%,上月为下降0.1%."""
    months = now(memory).months
    size = 3 if "季" in time.rel else 1
    if months is None or months[2] - months[1] + 1 != size or "同期" in time.rel:
        return
    year, first, last = months
    before = (year, first - size, last - size) if first > size else (year - 1, 13 - size, 12)
    memory.sentence.clause = months_of(*before)


def now(memory: Memory) -> When:
    """Return the period in force."""
    return memory.sentence.once or memory.sentence.clause or memory.sentence.local or memory.frame


def spanned(whens: Sequence[When], clock: Clock) -> When:
    """Return the years of a list as a span where they follow one another, else the last one."""
    years = [when.months[0] for when in whens if when.months and when.months[1:] == (1, 12)]
    run = len(years) == len(whens) and sorted(years) == list(range(min(years), max(years) + 1))
    return years_of(min(years), max(years), clock) if run else whens[-1]


def up_to(when: When, frame: When) -> bool:
    """Return whether months are cumulated up to the month that is spoken of: 9月份…；1-9月."""
    if when.months is None or frame.months is None or when.is_day or frame.is_day:
        return False
    (year, first, last), (frame_year, begin, end) = when.months, frame.months
    return (year, first, last) == (frame_year, 1, end) and begin == end > 1


def _is_within(frame: When, home: When | None) -> bool:
    """Return whether a paragraph spoke of one month or quarter of the text's own period."""
    if home is None or home.months is None or frame.months is None or frame.is_day:
        return False
    (year, first, last), (home_year, begin, end) = frame.months, home.months
    inside = begin <= first and last <= end and last - first < end - begin
    shorter = first == begin and (begin, end) != (1, 12)  # 1-2月 in a text on the first quarter
    return year == home_year and inside and (shorter or (last - first <= 2 and first > 1))


def _is_part(when: When) -> bool:
    """Return whether a period is some months of a year."""
    return when.months is not None and not when.is_day and when.months[1:] != (1, 12)
