"""The frame of a text: the period that holds until another one is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.periods import Clock, When, months_of, start_of, years_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class Frame:
    """The period of the text, of the paragraph and of the sentence, and what lasts how long."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.main: When = clock.default
        self.frame: When = self.main
        self.local: When | None = None  # to the next semicolon
        self.clause: When | None = None  # in this clause only
        self.once: When | None = None  # for the next number only (从2020年的)
        self.against: When | None = None
        self.compared: When | None = None  # the same for the rest of a sentence: 与2010年相比,
        self.average: int | None = None
        self.averaging: int | None = None  # the same for the rest of a sentence: 两年平均来看,
        self.origin: int | None = None  # the year that 由2020年的…提高到 starts from
        self.averaged: When | None = None  # the span of the last average in the sentence
        self.recent: When = self.frame  # the last year that was named: 当年
        self.yearless: When | None = None  # months that were named without their year: 上半年
        self.guessed = (
            False  # whether the last number is where something came from, from when is unsaid
        )
        self.fresh = False  # whether the frame was set in this sentence
        self.ahead = False  # whether the sentence looks ahead: 力争全年 is the year that runs
        self._of_list: When | None = None  # what the first of a list of numbers got
        self.listed: list[When] = []  # 2021年和2022年: one for each of as many numbers
        self._whole: When | None = None  # the frame before 分季度看
        self._divided: str | None = None  # the subject that it divides
        self._head: set[int] = set()
        self._saved: When | None = None  # the frame that a day stands in for
        self._home: When | None = None  # the first period of the text that it named itself
        self._lead: When | None = None  # the frame that the first sentence of the paragraph left
        self._said = 0  # the sentences of the paragraph so far
        self._stated = False  # whether the paragraph has named a period itself

    def open_sentence(self, *, paragraph: bool = False) -> None:
        """Forget what held for the last sentence only; the frame stays.

        A day (6月末) holds to the end of its paragraph, or until the period said there before.
        """
        if self._saved is not None and (paragraph or self._stated) and not self._is_census():
            self.frame, self._saved = self._saved, None
        lead = self._lead
        if paragraph and self._said > 1 and lead is not None and lead.source != "docdate":
            self.frame = lead
        self._said = 1 if paragraph else self._said + 1
        if self._said == 2:
            self._lead = self.frame
        self._stated = self._stated and not paragraph
        reported, year = self.clock.reported_year, self.frame.year
        if paragraph and reported is not None and year is not None and year < reported - 1:
            self.frame = self.clock.default  # what was long ago was said of its paragraph only
        if paragraph and self.frame.future and self._home is not None and not self._home.future:
            self.frame = self._home  # a goal in between was of its paragraph
        if paragraph and _is_within(self.frame, self._home):
            self.frame = self._home or self.frame
        elif paragraph and self._home is not None and _is_part(self.frame):
            self.frame = self.frame if _is_part(self._home) else self.main
        self.local = self.clause = self.once = self.against = self.compared = None
        self.average = self.averaging = self.origin = self.averaged = None
        self.fresh, self.yearless = False, None
        self.listed = []
        self._whole = None if paragraph else self._whole

    def _is_census(self) -> bool:
        """Return whether a text has named no period but the end of a year."""
        unsaid = self._saved is not None and self._saved.source == "docdate"
        at_end = self.frame.months is not None and self.frame.months[2] == 12
        return unsaid and self._home is None and at_end

    def _set_frame(self, when: When, *, weak: bool = False) -> None:
        if when.is_day:
            self._saved = self._saved or self.frame
        else:
            self._saved, self._stated = None, True
            if self._home is None and when.source == "sentence" and not weak:
                self._home = when
        self.frame, self.local, self.fresh = when, None, True

    def through(self, when: When, *, flow: bool) -> When:
        """Return the months up to a day that an earlier sentence named, for what comes together over them.

        截至9月末,贷款余额9124亿元。一般公共预算收入331.5亿元: of January to September.
        """
        if not flow or not when.is_day or self.fresh or when.months is None:
            return when
        return months_of(*when.months, source="context")

    def origin_of(self, when: When) -> When:
        """Return when a number was that something came from: 与2020年相比,由181亿元增加到; 由80.8%降为, from when is a guess."""
        if when.span:
            return start_of(when)
        if self.against is not None or when.months is None:
            return self.against or when
        self.guessed = True
        return months_of(when.months[0] - 1, *when.months[1:], source="context")

    @property
    def now(self) -> When:
        """The period in force."""
        return self.once or self.clause or self.local or self.frame


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
