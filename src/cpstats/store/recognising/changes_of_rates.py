"""Growth in per cent of what is itself in per cent: where the figures show points, it is a change in points."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.period import Period, PeriodError
from cpstats.model.unit import POINTS
from cpstats.store.recognising.doubts import MEASURE, NAME, PLACE, UNIT, VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PERIOD = 2
CHINESE = pattern(r"[\u4e00-\u9fff]")
HALF = 0.5
Change = tuple[float, float, float, float]  # before, now, what is printed, how far rounding reaches


def with_changes_of_rates(rows: Sequence[list[str]]) -> list[Message]:
    """Give growth that is a change in points that name and unit, and return what is to be said of growth of rates.

    `rows` are observations; 58.2 % and 59.1 % with 0.9 % beside them are 0.9 points, 40 % and 44 % with 10 % growth.
    """
    levels: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    if not any(row[MEASURE] == "growth" for row in rows):
        return []
    for row in rows:
        if row[MEASURE] == "level" and row[UNIT] == "%":
            levels[row[NAME], row[PLACE]][row[PERIOD]] = row[VALUE]
    grown: dict[str, list[list[str]]] = defaultdict(list)
    for row in rows:
        if row[MEASURE] == "growth" and row[UNIT] == "%" and (row[NAME], row[PLACE]) in levels:
            grown[row[NAME]].append(row)
    said = []
    for name, of in grown.items():
        changes = [*_changes(of, levels)]
        ratio = all(abs((b / a - 1) * 100 - g) <= near * 100 / a for a, b, g, near in changes if a)
        if changes and not ratio and all(abs(b - a - g) <= near for a, b, g, near in changes):
            own = f"{name}增减" if CHINESE.search(name) else f"{name}, change"
            for row in of:
                row[NAME], row[MEASURE], row[UNIT] = own, "level", POINTS
            said.append(_in_points(name))
        elif not changes:
            said.append(_in_per_cent(name))
    return said


def _changes(
    rows: Sequence[Sequence[str]], levels: dict[tuple[str, str], dict[str, str]]
) -> Iterator[Change]:
    for row in rows:
        own = levels[row[NAME], row[PLACE]]
        try:
            period = Period.parse(row[PERIOD])
        except PeriodError:
            continue
        texts = (own.get(str(period.year_before())), own.get(row[PERIOD]), row[VALUE])
        if None not in texts:
            before, now, change = (float(text or 0) for text in texts)
            yield before, now, change, sum(HALF * _step(text or "") for text in texts) * 1.001


def _step(text: str) -> float:
    """Return of how much the last printed digit of a number is one."""
    return 10.0 ** -len(text.partition(".")[2])


def _in_points(name: str) -> Message:
    return Message(
        "the growth of {}, which is itself in per cent, is a change in points: the figures show it",
        "{}本身为百分数，所列增长按各数看是百分点",
        name,
    )


def _in_per_cent(name: str) -> Message:
    return Message(
        "the growth of {}, which is itself in per cent, is read as per cent of it, not as points",
        "{}本身为百分数，所列增长按百分比读取，不作百分点",
        name,
    )
