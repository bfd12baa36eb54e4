"""What of an answer can be drawn: panels of series, with gaps and breaks where there are some.

A chart holds nothing that the answer does not: figures that have a value, each with its interval.
A line has a gap where there is no figure, and a break where levels of another release begin.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, Period
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.text import Lang

PARTS = {Freq.HALF: 2, Freq.QUARTER: 4, Freq.MONTH: 12}  # of a year
RANKS = ("rank", "growth_rank")
APART = 8  # times: series that differ so much have a scale each
FEW = 6  # series that share a panel; more have a small one each
SHORT = (Freq.ANNUAL, Freq.HALF, Freq.QUARTER, Freq.MONTH)


NONE = same("")
BROKEN = Text("A line breaks where another release begins.", "折线断开处为另一版本的开始。")


class Kind(Enum):
    """How a panel is drawn."""

    LINES = "lines"  # over time
    FAN = "fan"  # over time, one line a release, the newest last
    BARS = "bars"  # a bar for each name
    STACK = "stack"  # parts of each period beside one another, and their total
    DOTS = "dots"  # a dot for each series in each row, joined
    CURVE = "curve"  # both axes in per cent


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one name in the order of their periods, in runs that a line may join.

    `rows` are where its figures stand in a panel of rows, `curve` the points of a curve. What is
    `beside` is compared with: published beside computed. A `total` is that of all other series.
    """

    name: Text
    runs: tuple[tuple[Figure, ...], ...] = ()
    rows: tuple[int, ...] = ()
    curve: tuple[tuple[float, float], ...] = ()
    beside: bool = False
    total: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the series."""
        return tuple(f for run in self.runs for f in run)


@dataclass(frozen=True, slots=True)
class Panel:
    """What shares one axis: a quantity in one unit, on one price basis.

    `periods` are those of the horizontal axis, a missing year among them; `rows` are what stands
    on the vertical axis instead, the first at the top. `base` is the value that all others are
    seen from: 100 of an index.
    """

    title: Text
    unit: Text
    periods: tuple[Period, ...]
    series: tuple[Series, ...]
    kind: Kind = Kind.LINES
    basis: Text = NONE
    releases: tuple[Text, ...] = ()
    rows: tuple[Text, ...] = ()
    base: float | None = None

    @property
    def falls(self) -> bool:
        """Whether the best is the smallest number: a rank."""
        return any(f.measure in RANKS for s in self.series[:1] for f in s.figures[:1])

    @property
    def bars(self) -> bool:
        """Whether the names are compared, and nothing runs over time."""
        return self.kind is Kind.BARS

    @property
    def many(self) -> bool:
        """Whether there are too many lines for one panel."""
        return self.kind is Kind.LINES and not self.falls and len(self.series) > FEW

    @property
    def uneven(self) -> bool:
        """Whether series differ so much in size that one scale would flatten some of them."""
        sizes = [max(abs(f.value or 0.0) for f in s.figures) for s in self.series if s.figures]
        return bool(sizes) and max(sizes) > APART * min(sizes)

    @property
    def runs(self) -> bool:
        """Whether any two figures follow one another."""
        return any(len(run) > 1 for s in self.series for run in s.runs)

    @property
    def broken(self) -> bool:
        """Whether a line is broken between two figures that follow one another."""
        return any(follows(one[-1], two[0]) for s in self.series for one, two in pairwise(s.runs))

    def under(self, lang: Lang) -> str:
        """Return what stands below its title: unit, prices, releases."""
        names = ("、" if lang == "zh" else ", ").join(r.to(lang) for r in self.releases)
        told = names and Text(f"release {names}", f"版本：{names}").to(lang)
        said = (self.unit.to(lang), self.basis.to(lang), told)
        return ("；" if lang == "zh" else "; ").join(text for text in said if text)


def when(figure: Figure) -> Period:
    """Return the period of a figure."""
    return Period.parse(figure.time_period)


def follows(one: Figure, two: Figure) -> bool:
    """Return whether two figures follow one another: no period is missing between them."""
    return number(when(two)) - number(when(one)) == 1


def number(period: Period) -> int:
    """Return which period of its kind this is, counted on without a gap."""
    parts = PARTS.get(period.freq, 1)
    return period.year * parts + (period.sub if parts > 1 else 0)


def band(figure: Figure) -> tuple[float, float] | None:
    """Return the ends of what rounding leaves open and other releases say; None where one is open.

    Of a published level only: a rate of another release may be on another basis.
    """
    if figure.value is None:
        return None
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    if figure.measure != "level" or figure.formula is not None:
        return low, high
    others = [
        o.value
        for o in figure.others
        if o.value is not None
        and not o.bound
        and o.obs_status != "forecast"
        and (o.unit, o.price_basis) == (figure.unit, figure.price_basis)
    ]
    return min(low, *others) if others else low, max(high, *others) if others else high


def axis_label(period: Period, lang: Lang) -> str:
    """Return a period as an axis says it: 2024, 2024-Q1, Jan–Sep 2024."""
    return str(period) if period.freq in SHORT else period.label(lang)
