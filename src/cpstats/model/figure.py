"""One number of an answer, with everything that must travel with it."""

from __future__ import annotations

from math import inf, isnan
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.columns import CELL, MACHINE
from cpstats.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.text import Text

BEHIND = 10_000  # more than there are parts
SUPPOSED = ("unit", "ref_area")  # what a table may leave open
SMALLEST = 1e-300
machine = attrgetter(*MACHINE)  # the machine columns of a figure
cell = attrgetter(*CELL)  # which quantity a figure is of
SIGNIFICANT = 12  # digits kept of a computed number: binary noise ends here, no meaning is lost


class Quote(NamedTuple):
    """A number as it stood in its source, and its unit there."""

    number: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.number} {self.unit}".rstrip()


@record(frozen=True, slots=True, kw_only=True)
class Figure:
    """A published or a computed number; `value` is None where there is none, and `reason` says why.

    `low` and `high` enclose the true value (None: open, or not known). `source` and `vintage`
    name every release that went in, joined by `|`. `decimals` is how many digits a person is
    shown. `absent` names the periods that a refused calculation lacked, `lacking` the indicator and
    place that have no figure where it is not this one's own. `formula` and `inputs` are empty for a
    published figure; `printed` is what stood in the source. `assumed` marks a price basis that the
    source did not say. `given` is 0 for the built-in data; of own data a later file is a newer release,
    and what it supposes is below 0 (`behind`).
    """

    indicator: str
    ref_area: str
    time_period: str
    measure: str = "level"
    counterpart_area: str = ""
    base_period: str = ""
    n: int | None = None
    method: str = "published"
    price_basis: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: str = ""
    unit: str = ""
    obs_status: str = ""
    vintage: str = ""
    source: str = ""
    reason: str = ""
    decimals: int = 0
    printed: Quote | None = None
    assumed: bool = False
    given: int = 0
    absent: tuple[str, ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()
    others: tuple[Figure, ...] = ()
    formula: Text | None = None
    inputs: tuple[Figure, ...] = ()

    def row(self) -> dict[str, str | int | float | None]:
        """Return the machine columns (`columns.MACHINE`) by name."""
        return dict(zip(MACHINE, machine(self), strict=True))

    @property
    def own(self) -> bool:
        """Whether the user's own data say it."""
        return self.given != 0

    @property
    def supposed(self) -> str:
        """The column that its table left open and that was assumed: `unit`, `ref_area` or none."""
        return "" if self.given >= 0 else SUPPOSED[-(self.given // BEHIND) - 1]

    @property
    def release(self) -> str:
        """What tells the release of a published level: its vintage, of own data else its source."""
        return self.vintage or (self.source if self.own else "")

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of every source that went in."""
        return tuple(s for s in self.source.split("|") if s)

    def meets(self, other: Figure) -> bool:
        """Whether rounding alone may explain that the two differ: the closed intervals meet."""
        return _or(self.low, -inf) <= _or(other.high, inf) and _or(other.low, -inf) <= _or(
            self.high, inf
        )

    @property
    def touches_zero(self) -> bool:
        """Whether rounding alone may make this number 0 (equal, for a gap)."""
        if self.low is None or self.high is None:
            return self.value == 0
        return self.low <= 0 <= self.high


def _or(end: float | None, otherwise: float) -> float:
    return otherwise if end is None else end


def behind(given: int, column: str) -> int:
    """Return the number of a part for what it supposes: behind everything that is published."""
    return given - BEHIND * (SUPPOSED.index(column) + 1)


def plain(value: float | None) -> float | None:
    """Return a computed number without binary noise (12 significant digits); NaN becomes None."""
    if value is None or isnan(value):
        return None
    if abs(value) < SMALLEST:  # 0, rounded outward by one step of a float
        return 0.0
    return float(f"{value:.{SIGNIFICANT}g}")


def sources_in(figures: Iterable[Figure]) -> set[str]:
    """Return the ids of every source that went into figures."""
    return {s for text in {f.source for f in figures} for s in text.split("|") if s}


def together(ids: list[str]) -> str:
    """Return the ids as one text, each once, in order of appearance."""
    if len(set(ids)) == 1 and "|" not in ids[0]:  # nearly always
        return ids[0]
    return "|".join(dict.fromkeys(part for text in ids for part in text.split("|") if part))
