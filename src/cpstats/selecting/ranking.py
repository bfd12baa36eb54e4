"""Places in order within one period: the ranks, and the figures that made them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import chain, islice, product
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from cpstats.calc.rank import Ties, ranks_of
from cpstats.model.figure import Figure, together
from cpstats.model.kinds import is_rate
from cpstats.model.observation import as_printed
from cpstats.model.text import Text
from cpstats.model.unit import PLACE
from cpstats.selecting.asked import Asked
from cpstats.selecting.computed import empty, interval
from cpstats.selecting.held import LEVEL_BASES
from cpstats.selecting.rates import no_growth, rates, usual_bases
from cpstats.selecting.whole import subtotals_of, whole_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from cpstats.calc.interval import Interval
    from cpstats.model.period import Period
    from cpstats.selecting.figures import Figures
    from cpstats.selecting.series import Series
    from cpstats.selecting.whole import Subtotal, Whole
    from cpstats.store.selection import Row

    Cell = Sequence[Row]

T = TypeVar("T")
FEW = 2  # places that make an order
NEWEST = 4  # periods in which sums are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How places are ranked: by `level` or `growth`, ties, and which end is first.

    `told` ranks published growth only; else growth of levels stands where none was published.
    """

    by: str = "level"
    ties: Ties = "competition"
    descending: bool | None = None  # None: as the indicator's `better` says
    told: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One period's competitors: figures of one price basis, and who has only another basis."""

    used: dict[str, Figure]
    mixed: bool = False  # no one release has them all
    refused: frozenset[str] = frozenset()
    unlike: frozenset[str] = frozenset()  # whose unit cannot be converted to that of the others


@dataclass(frozen=True, slots=True)
class Ranked:
    """One period's order: a rank for every place, and the figures that made it."""

    period: Period
    ranks: dict[str, Figure]
    field: Field

    @property
    def used(self) -> dict[str, Figure]:
        """The figures that were ranked."""
        return self.field.used

    @property
    def basis(self) -> str:
        """The price basis of the figures that were ranked."""
        return next((f.price_basis for f in self.used.values() if f.price_basis), "")


@dataclass(frozen=True, slots=True)
class _Chosen(Generic[T]):
    """The competitors of one period: figures, or the rows that they are made of."""

    basis: str
    used: dict[str, T]
    refused: frozenset[str]
    unlike: frozenset[str]


@dataclass(frozen=True)
class Ranking:
    """One indicator of the places that are ranked; `parent` is that of all of them, if they have one."""

    figures: Figures
    indicator: str
    parent: str
    among: tuple[str, ...]
    order: Order

    def without_whole(self) -> tuple[Ranking, Whole | None]:
        """Return the ranking without the place that is surely the sum of the others, and that place."""
        if is_rate(self.figures.catalogue.indicators[self.indicator].unit):
            return self, None
        whole = whole_in(self._full())
        if whole is None or not whole.sure:
            return self, whole
        rest = tuple(area for area in self.among if area != whole.area)
        return replace(self, among=rest), whole

    def without_sums(self) -> tuple[Ranking, list[Subtotal]]:
        """Return the ranking without the places that are surely sums of their neighbours in the table.

        Only of places of which nobody said in which they lie.
        """
        figures = self.figures
        if self.parent in figures.catalogue.places:
            return self, []
        if is_rate(figures.catalogue.indicators[self.indicator].unit):
            return self, []
        sums = subtotals_of(dict(islice(self._full(), NEWEST)), self.among)
        found = {s.area for s in sums}
        return replace(self, among=tuple(a for a in self.among if a not in found)), sums

    def _full(self) -> Iterator[tuple[Period, dict[str, Interval]]]:
        """Yield the levels of the periods that most places have, the newest first.

        No period can have more places than have any level in it: most are not looked into.
        """
        at_most = self.figures.places_at(self.indicator, self.among)

        @cache
        def used(period: Period) -> dict[str, Cell]:
            found = self._rows(period)
            return found[0].used if found else {}

        most = 0
        for period in sorted(at_most, key=lambda p: at_most[p], reverse=True):
            if at_most[period] <= most:
                break
            most = max(most, len(used(period)))
        for period in sorted(at_most, reverse=True):
            if at_most[period] >= most and len(used(period)) == most:
                yield period, {a: self.figures.number(c[0]) for a, c in used(period).items()}

    def by_period(self) -> Mapping[Period, Field]:
        """Return the figures to rank in each period."""
        find = self._growths if self.order.by == "growth" else self._levels
        return Asked(lambda: self._periods, find, lambda _, field: field)

    @property
    def _periods(self) -> Collection[Period]:
        if self.order.by == "growth":
            return self.figures.periods(self.indicator)
        return self.figures.periods(self.indicator, ["level"])

    def _levels(self, period: Period) -> Field | None:
        """Return the levels of the basis that most places have, of one release where one has all."""
        found = self._rows(period)
        if found is None:
            return None
        rows, mixed = found
        used = {area: self.figures.figure(cell) for area, cell in rows.used.items()}
        return Field(used, mixed=mixed, refused=rows.refused, unlike=rows.unlike)

    def _rows(self, period: Period) -> tuple[_Chosen[Cell], bool] | None:
        """Return the rows of the levels, and whether they are of several releases."""
        figures = self.figures
        cells = figures.levels_at(self.indicator, period)
        every: dict[str, dict[str, Cell]] = {"": {}}
        for basis in self._level_bases:
            here = every.setdefault("" if basis in LEVEL_BASES else basis, {})
            for area in self.among:
                cell = cells.get((area, basis))
                if cell and not figures.cell(cell[0], "bound"):
                    here.setdefault(area, cell)
        own = _most(every, lambda cell: str(figures.cell(cell[0], "unit")))
        if own is None:
            return None
        keys = product(self.among, _bases_of(own.basis))
        one_tag = figures.most_of([cell for key in keys if (cell := cells.get(key))], self.among)
        if len(one_tag) < len(own.used):
            return own, True
        return replace(own, used={area: (row,) for area, row in one_tag.items()}), False

    def _growths(self, period: Period) -> Field | None:
        """Return rates of one price basis, published; where these order no places, those of levels.

        Those of two releases may stand together.
        """
        every: dict[str, dict[str, Figure]] = {}
        for basis, series in self._told.items():
            known = ((area, one.get(period)) for area, one in zip(self.among, series, strict=True))
            every[basis] = {area: f for area, f in known if f is not None and not f.bound}
        told = _most(every, attrgetter("unit"))
        if self.order.told:
            return _field(told)
        made = {basis: self._rates(basis, period) for basis in self._made}
        more = _most(made, attrgetter("unit"))
        if told is None or more is None:
            return _field(told or more)
        if len(told.used) < FEW:
            return _field(more)
        if beside := made.get(told.basis):
            used = {**beside, **told.used}
            return Field(used, refused=told.refused - set(used))
        return _field(told)

    def _rates(self, basis: str, period: Period) -> dict[str, Figure]:
        every = zip(self.among, self._made[basis], strict=True)
        return {area: one[period] for area, one in every if period in one}

    @cached_property
    def _made(self) -> dict[str, list[Mapping[Period, Figure]]]:
        """Growth of each place by price basis: published, else of levels."""
        return {
            basis: [rates(self.figures, self.indicator, area, basis) for area in self.among]
            for basis in usual_bases(self.figures, self.indicator)
        }

    @cached_property
    def _level_bases(self) -> Sequence[str]:
        return self._bases("level")

    @cached_property
    def _told(self) -> dict[str, list[Series]]:
        """The published growth of the places by price basis, the indicator's own first."""
        default = self.figures.catalogue.indicators[self.indicator].growth_basis
        series = partial(self.figures.series, self.indicator)
        return {
            basis: [series(area, "growth", basis) for area in self.among]
            for basis in dict.fromkeys((default, *self._bases("growth")))
        }

    def _bases(self, measure: str) -> Sequence[str]:
        """Return the price bases of a measure, in the order of the places."""
        every = (self.figures.bases(self.indicator, area, measure) for area in self.among)
        return tuple(dict.fromkeys(chain.from_iterable(every)))

    def at(self, period: Period, found: Mapping[Period, Field]) -> Ranked:
        """Rank the places in one period."""
        field = found.get(period, Field({}))
        used = field.used
        given: dict[str, Any] = {
            "indicator": self.indicator,
            "counterpart_area": self.parent,
            "time_period": str(period),
            "measure": "rank" if self.order.by == "level" else "growth_rank",
            "method": self.order.ties,
            "unit": PLACE,
        }
        every = {
            "vintage": together([f.vintage for f in used.values()]),
            "source": together([f.source for f in used.values()]),
            "reason": "mixed_vintage" if field.mixed else "",
        }
        ranks = self._ranks(used)
        made = {}
        for area in self.among:
            if area in ranks:
                made[area] = _rank_of(
                    used[area], ranks[area], len(used), ref_area=area, **given, **every
                )
            else:
                why = self._why_none(area, period, field)
                made[area] = empty(why.reason, why.inputs, ref_area=area, **given)
        return Ranked(period, made, field)

    def _why_none(self, area: str, period: Period, field: Field) -> Figure:
        """Return why a place does not compete, and the figures that say so."""
        if self.order.by == "growth" and not self.order.told:
            basis = next((f.price_basis for f in field.used.values()), "")
            return no_growth(self.figures, self.indicator, area, period, basis)
        reason = "mixed_price_basis" if area in field.refused else "missing_current"
        reason = "unit_mismatch" if area in field.unlike else reason
        return Figure(
            indicator=self.indicator, ref_area=area, time_period=str(period), reason=reason
        )

    def _ranks(self, used: Mapping[str, Figure]) -> dict[str, Interval]:
        descending = self.order.descending
        if descending is None:
            descending = self.figures.catalogue.indicators[self.indicator].better != "low"
        numbers = [interval(figure) for figure in used.values()]
        ranks = ranks_of(numbers, ties=self.order.ties, descending=descending)
        return dict(zip(used, ranks, strict=True))


def _bases_of(basis: str) -> tuple[str, ...]:
    """Return the price bases that are one with this one: what has no price counts as current."""
    return LEVEL_BASES if basis == "" else (basis,)


def _most(here: Mapping[str, dict[str, T]], unit_of: Callable[[T], str]) -> _Chosen[T] | None:
    """Return what one period has on the basis that most places have, of equals the first."""
    if not any(here.values()):
        return None
    basis = max(here, key=lambda b: len(here[b]))
    units = {area: unit_of(found) for area, found in here[basis].items()}
    unit = Counter(units.values()).most_common(1)[0][0]
    used = {area: found for area, found in here[basis].items() if units[area] == unit}
    others = {area for found in here.values() for area in found} - set(here[basis])
    return _Chosen(basis, used, frozenset(others), frozenset(set(here[basis]) - set(used)))


def _field(found: _Chosen[Figure] | None) -> Field | None:
    if found is None:
        return None
    return Field(found.used, refused=found.refused, unlike=found.unlike)


def _rank_of(own: Figure, rank: Interval, n: int, **given: Any) -> Figure:
    shown = as_printed(own)
    return Figure(
        n=n,
        value=rank.value,
        low=rank.low,
        high=rank.high,
        price_basis=own.price_basis,
        formula=Text(f"place of {shown.en} among {n} figures", f"{shown.zh}在{n}个数据中的位次"),
        inputs=(own,),
        **given,
    )
