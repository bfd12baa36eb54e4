"""The periods a question is about: from, to, both ends included, either may be open; or a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.period import Freq, Period, PeriodError, annual, span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class Window:
    """A closed interval of time; None is an open end.

    `parts` are the windows of a list (`2010,2015,2021`), `first` and `last` then their ends.
    `every` keeps one year in so many: from the first one, else back from the last, else the round
    ones (2010, 2015, 2020).
    """

    first: Period | None = None
    last: Period | None = None
    parts: tuple[Window, ...] = ()
    every: int = 1

    @classmethod
    def of(cls, parts: Sequence[Window], *, every: int = 1) -> Window:
        """Return several windows as one; nothing at all is every period."""
        if not parts:
            return cls(every=every)
        if len(parts) == 1:
            return replace(parts[0], every=every)
        first = min((p.first for p in parts if p.first), key=_begins, default=None)
        last = max((p.last for p in parts if p.last), key=_ends, default=None)
        return cls(
            first if all(p.first for p in parts) else None,
            last if all(p.last for p in parts) else None,
            tuple(parts),
            every,
        )

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
        return _contains(self, period)

    @property
    def anchor(self) -> int:
        """A year that `every` keeps."""
        end = self.first or self.last
        return end.year if end is not None else 0

    @property
    def is_open(self) -> bool:
        """Whether nothing was said."""
        return self.first is None and self.last is None and not self.parts

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
        if self.first is None or self.last is None or self.parts:
            return None
        if self.first.freq is not Freq.ANNUAL or self.last.freq is not Freq.ANNUAL:
            return None
        return span(self.first.year, self.last.year)

    @property
    def every_year(self) -> list[Period] | None:
        """Each year that was asked for, where whole years with both ends were."""
        spans = [part.years for part in self.parts or (self,)]
        if None in spans:
            return None
        years = {y for years in spans if years is not None for y in years.years}
        return [p for p in map(annual, sorted(years)) if self.contains(p)]

    @property
    def spans(self) -> list[Period]:
        """The spans of whole years in it: those of a list, or the steps of `every` years."""
        found = [years for part in self.parts or (self,) if (years := part.years) is not None]
        if self.every == 1:
            return found
        return [
            span(first, min(first + self.every - 1, years.year))
            for years in found
            for first in range(years.first_year, years.year + 1, self.every)
        ]

    def __str__(self) -> str:
        if self.parts:
            return ",".join(map(str, self.parts))
        if self.one is not None:
            return str(self.one)
        return f"{self.first or ''}..{self.last or ''}"


@lru_cache(maxsize=4096)  # every place of a question has the same periods
def _contains(window: Window, period: Period) -> bool:
    if window.every > 1 and (period.year - window.anchor) % window.every:
        return False
    if window.parts:
        return any(part.contains(period) for part in window.parts)
    first, last = window.first, window.last
    if first is not None and first == last and first.freq is not Freq.ANNUAL:
        return period == first
    if first is not None and period.first_day < first.first_day:
        return False
    return last is None or period.last_day <= last.last_day


def _begins(period: Period) -> date:
    return period.first_day


def _ends(period: Period) -> date:
    return period.last_day
