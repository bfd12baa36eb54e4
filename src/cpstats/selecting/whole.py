"""A place that is the sum of the others: their whole, and no competitor of theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, prod
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

When = TypeVar("When", bound=Any)  # a period, in whatever form it is ordered

FEWEST = 3  # a whole and two parts
SURE = 10.0  # so many values the whole might have had: chance would rarely hit the sum
NOISE = 1e-9  # of numbers whose rounding is not known
GRAINS = tuple(10.0**k for k in range(9, 0, -1))


class Number(Protocol):
    """A value with the ends of its rounding; None where they are not known."""

    @property
    def value(self) -> float | None:
        """The number; None for none."""

    @property
    def low(self) -> float | None:
        """The lower end."""

    @property
    def high(self) -> float | None:
        """The upper end."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The place that equals the sum of the others in `periods`; `sure` where it is no chance."""

    area: str
    periods: tuple[Any, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A place that equals the sum of those that stand behind, or before, it in every period."""

    area: str
    parts: tuple[str, ...]
    periods: tuple[Any, ...]


def subtotals_of(
    by_period: Mapping[When, Mapping[str, Number]], order: Sequence[str]
) -> list[Subtotal]:
    """Return the places that are surely the sums of their neighbours: a region above its districts.

    `order` is that of the table. Sums may hold sums: nation, region, its districts. Only what is
    too exact for chance counts, with as many tries as there are pairs of places.
    """
    most = max(map(len, by_period.values()), default=0)
    periods = sorted(p for p, found in by_period.items() if len(found) == most)
    full = [by_period[p] for p in periods]
    areas = [a for a in order if all(a in found for found in full)]
    if len(areas) < FEWEST or any((found[a].value or 0.0) <= 0 for found in full for a in areas):
        return []
    if made := _sums(full, areas, periods):
        return made
    upward = _sums(full, areas[::-1], periods)  # districts, and their sum below them
    return [replace(one, parts=one.parts[::-1]) for one in upward]


def _sums(
    full: Sequence[Mapping[str, Number]], areas: Sequence[str], periods: Sequence[Any]
) -> list[Subtotal]:
    """Return the places that are the sums of those behind them, the smallest sums first."""
    behind = [*range(1, len(areas) + 1)]  # where a place and its parts end
    grain = _grain(f[a] for f in full for a in areas)
    made = []
    for i in reversed(range(len(areas))):
        parts: list[str] = []
        j = i + 1
        while j < len(areas):
            parts.append(areas[j])
            j = behind[j]
            tries = [_tries_of(found, areas[i], parts, grain) for found in full]
            if len(parts) > 1 and prod(tries) >= SURE * len(areas) ** 2:
                made.append(Subtotal(areas[i], tuple(parts), tuple(periods)))
                behind[i] = j
                break
            if any(_sum([f[p] for p in parts])[0] > _sum([f[areas[i]]])[1] for f in full):
                break
    return made


def whole_of(by_period: Mapping[When, Mapping[str, Number]]) -> Whole | None:
    """Return the place that is the sum of the others in every period that most of them have.

    Sums are compared within rounding. 5 = 3 + 2 may be chance, 601.5 = 301.0 + 200.5 + 100.0 is
    none: of so many values that the whole might have had, the sum was hit.
    """
    most = max(map(len, by_period.values()), default=0)
    full = [(p, found) for p, found in by_period.items() if len(found) == most]
    return whole_in(sorted(full, key=itemgetter(0), reverse=True))


def whole_in(full: Iterable[tuple[When, Mapping[str, Number]]]) -> Whole | None:
    """Return the same of the periods that most places have, the newest first; few are looked at."""
    area, tries, periods = "", [], []
    for period, found in full:
        if len(found) < FEWEST:
            return None
        area = area or max(found, key=lambda a: found[a].value or 0.0)
        tries.append(_tries(found, area))
        periods.append(period)
        if not tries[-1]:
            return None
    return Whole(area, tuple(reversed(periods)), prod(tries) >= SURE) if area else None


def _tries(found: Mapping[str, Number], area: str) -> float:
    """Return how many values a place might have had beside the sum of the others; 0: it is not."""
    return _tries_of(found, area, [a for a in found if a != area]) if area in found else 0.0


def _grain(numbers: Iterable[Number]) -> float:
    """Return the power of ten that all numbers are multiples of: hundreds meet by chance sooner."""
    values = [number.value or 0.0 for number in numbers]
    return next((g for g in GRAINS if all(value % g == 0 for value in values)), 0.0)


def _tries_of(
    found: Mapping[str, Number], area: str, parts: Iterable[str], grain: float = 0.0
) -> float:
    """Return how many values a place might have had beside the sum of parts; 0: it is not that."""
    low, high = _sum([found[a] for a in parts])
    start, end = _sum([found[area]])
    size = found[area].value or 0.0
    slack = abs(size) * NOISE
    if size <= 0 or low - slack > end or start - slack > high:
        return 0.0
    width = max((high - low) + (end - start), grain)
    return size / width if width else inf


def _sum(figures: Collection[Number]) -> tuple[float, float]:
    """Return the ends of a sum; a number without an interval is exact."""
    ends = [(f.value or 0.0, f.low, f.high) for f in figures]
    return (
        sum(value if low is None else low for value, low, _ in ends),
        sum(value if high is None else high for value, _, high in ends),
    )
