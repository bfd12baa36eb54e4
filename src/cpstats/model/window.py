"""The periods a question is about: from, to, both ends included, either may be open."""

from __future__ import annotations

from dataclasses import dataclass

from cpstats.message import Message
from cpstats.model.period import Freq, Period, PeriodError, annual, span


@dataclass(frozen=True, slots=True)
class Window:
    """A closed interval of time; None is an open end."""

    first: Period | None = None
    last: Period | None = None

    @classmethod
    def parse(cls, text: str) -> Window:
        """Read `2018..2024`, `2024`, `2020..`, `..2020`, `十四五`, `2024-H1`.

        Raises
        ------
        PeriodError
            When an end names no period, or the window ends before it begins.
        """
        start, dots, end = text.partition("..")
        if not dots:
            period = Period.parse(text)
            if period.freq is Freq.SPAN:
                return cls(annual(period.first_year), annual(period.year))
            return cls(period, period)
        if not start.strip() and not end.strip():
            raise PeriodError(Message("both ends are open", "两端都未给出"))
        first = Period.parse(start) if start.strip() else None
        last = Period.parse(end) if end.strip() else None
        if first and last and first.first_day > last.last_day:
            raise PeriodError(Message("it ends before it begins", "结束早于开始"))
        return cls(first, last)

    def contains(self, period: Period) -> bool:
        """Return whether a period lies wholly inside.

        A window of one period that is not a year holds that period only: `2024-H1` is not Q1.
        """
        if (
            self.first is not None
            and self.first == self.last
            and self.first.freq is not Freq.ANNUAL
        ):
            return period == self.first
        if self.first is not None and period.first_day < self.first.first_day:
            return False
        return self.last is None or period.last_day <= self.last.last_day

    @property
    def is_open(self) -> bool:
        """Whether nothing was said."""
        return self.first is None and self.last is None

    @property
    def one(self) -> Period | None:
        """The period, when the window is a single one."""
        return self.first if self.first == self.last else None

    @property
    def is_range(self) -> bool:
        """Whether more than one period was asked for."""
        return not self.is_open and self.one is None

    @property
    def years(self) -> Period | None:
        """The span of whole years (or the year) that the window is, if it is one."""
        if self.first is None or self.last is None:
            return None
        if self.first.freq is not Freq.ANNUAL or self.last.freq is not Freq.ANNUAL:
            return None
        return span(self.first.year, self.last.year)

    def __str__(self) -> str:
        if self.one is not None:
            return str(self.one)
        return f"{self.first or ''}..{self.last or ''}"
