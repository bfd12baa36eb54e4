"""Words of time as they stand in a text, before anything is known of its day."""

from __future__ import annotations

from typing import NamedTuple


class Time(NamedTuple):
    """Words of time: what they name as far as the words themselves go.

    `shape` is year, sub (part of a year), plan, years (a span of years), last_years (近三年), event,
    ago, average (两年平均), now, month_before, same (同期) or until (截至).
    """

    start: int
    end: int
    shape: str
    year: int | None = None
    rel: str = ""
    sub: tuple[int, int] | None = None  # first and last month
    last: int | None = None  # last year of a span, or how many years
    tail: str = ""  # 同期, 末, 以来, day …
