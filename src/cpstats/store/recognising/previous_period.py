"""Growth in a table of months or quarters that its own figures show to be on the month or quarter before."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.period import Freq, Period, PeriodError
from cpstats.store.recognising.doubts import MEASURE, NAME, PLACE, UNIT, VALUE
from cpstats.store.recognising.english_growth import ON_THE_PREVIOUS

if TYPE_CHECKING:
    from collections.abc import Sequence

PERIOD = 2
PARTS = {Freq.MONTH: 12, Freq.QUARTER: 4, Freq.HALF: 2}
FEWEST = 2  # figures that show it
NEAR = 0.02  # per cent, beside what rounding of the growth leaves open
FIT = 0.6  # of the last digit
LONG = 3  # digits of a level whose own rounding hides nothing


def with_growth_on_the_previous(rows: Sequence[list[str]]) -> list[Message]:
    """Name growth that is on the period before, as its levels show in every case, and return what is said of it.

    What the levels of the year before show, or leave open, stays.
    """
    levels: dict[tuple[str, str], dict[Period, str]] = defaultdict(dict)
    grown: dict[str, list[tuple[list[str], Period]]] = defaultdict(list)
    if not any(row[MEASURE] == "growth" for row in rows):
        return []
    for row in rows:
        period = _part(row[PERIOD])
        if period and row[MEASURE] == "level":
            levels[row[NAME], row[PLACE]][period] = row[VALUE]
        elif period and row[MEASURE] == "growth" and row[UNIT] == "%":
            grown[row[NAME]].append((row, period))
    said = []
    for name, figures in grown.items():
        if name.endswith(ON_THE_PREVIOUS):
            continue
        before = [_fits(levels[name, row[PLACE]], row, at, _before(at)) for row, at in figures]
        year = [_fits(levels[name, row[PLACE]], row, at, at.year_before()) for row, at in figures]
        known = [fits for fits in before if fits is not None]
        if len(known) >= FEWEST and all(known) and not any(fits for fits in year if fits):
            for row, _ in figures:
                row[NAME] = f"{name}{ON_THE_PREVIOUS}"
            said.append(_told(name))
    return said


def _part(text: str) -> Period | None:
    try:
        period = Period.parse(text)
    except PeriodError:
        return None
    return period if period.freq in PARTS else None


def _before(at: Period) -> Period:
    """Return the month, quarter or half right before one.

    >>> str(_before(Period.parse("2021-01"))), str(_before(Period.parse("2021-Q3")))
    ('2020-12', '2021-Q2')
    """
    if at.sub > 1:
        return Period(at.freq, at.year, at.sub - 1)
    return Period(at.freq, at.year - 1, PARTS[at.freq])


def _fits(levels: dict[Period, str], row: Sequence[str], now: Period, then: Period) -> bool | None:
    """Return whether growth is that of two levels; None where these do not show it."""
    old, new = levels.get(then, ""), levels.get(now, "")
    if min(map(_digits, (old, new))) < LONG or float(old) == 0:
        return None
    last = 10.0 ** -len(row[VALUE].partition(".")[2])
    change = (float(new) / float(old) - 1) * 100
    open_ = 100 * sum(0.5 * 10.0 ** -len(t.partition(".")[2]) / abs(float(old)) for t in (old, new))
    return abs(change - float(row[VALUE])) <= FIT * last + open_ + NEAR


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text.lstrip("-0.")))


def _told(name: str) -> Message:
    return Message(
        "the growth of {} is on the period before, as its figures show",
        "按各数看，{}的增长为环比",
        name,
    )
