"""Places in order within one period: the ranks, and the figures that made them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cpstats.calc.rank import Ties
from cpstats.calc.rank import rank as ranked
from cpstats.model.figure import Figure, together
from cpstats.model.kinds import is_rate
from cpstats.model.text import Text
from cpstats.model.unit import PLACE
from cpstats.selecting.computed import empty
from cpstats.selecting.figures import LEVEL_BASES
from cpstats.selecting.frame import panel_of
from cpstats.selecting.rates import no_growth, rates, usual_bases
from cpstats.selecting.whole import whole_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cpstats.model.period import Period
    from cpstats.selecting.figures import Figures
    from cpstats.selecting.whole import Whole

FEW = 2  # places that make an order


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
        whole = whole_of({p: field.used for p, field in self._levels().items()})
        if whole is None or not whole.sure:
            return self, whole
        rest = tuple(area for area in self.among if area != whole.area)
        return replace(self, among=rest), whole

    def by_period(self) -> dict[Period, Field]:
        """Return the figures to rank in each period."""
        return self._growths() if self.order.by == "growth" else self._levels()

    def _levels(self) -> dict[Period, Field]:
        """Return the levels of the basis that most places have, of one release where one has all."""
        bases = [self.figures.bases(self.indicator, area, "level") for area in self.among]
        own = _by_basis(self.figures, self.indicator, self.among, "level", bases)
        one_tag = {
            basis: self.figures.most_within(self.indicator, self.among, bases=_bases_of(basis))
            for basis in own
        }
        found = {}
        for period, basis, field in _fields(own):
            chosen = one_tag[basis].get(period, {})
            mixed = len(chosen) < len(field.used)
            found[period] = replace(field, mixed=True) if mixed else replace(field, used=chosen)
        return found

    def _growths(self) -> dict[Period, Field]:
        """Return rates of one price basis, published; where these order no places, those of levels.

        Those of two releases may stand together.
        """
        default = self.figures.catalogue.indicators[self.indicator].growth_basis
        bases = [self.figures.bases(self.indicator, area, "growth") for area in self.among]
        own = _by_basis(self.figures, self.indicator, self.among, "growth", [(default,), *bases])
        told = {period: (basis, field) for period, basis, field in _fields(own)}
        found = {period: field for period, (_, field) in told.items()}
        if self.order.told:
            return found
        made = {b: self._rates(b) for b in usual_bases(self.figures, self.indicator)}
        for period, _, field in _fields(made):
            basis, published = told.get(period, ("", Field({})))
            if len(published.used) < FEW:
                found[period] = field
            elif more := made.get(basis, {}).get(period):
                used = {**more, **published.used}
                found[period] = Field(used, refused=published.refused - set(used))
        return dict(sorted(found.items()))

    def _rates(self, basis: str) -> dict[Period, dict[str, Figure]]:
        found: dict[Period, dict[str, Figure]] = {}
        for area in self.among:
            for period, figure in rates(self.figures, self.indicator, area, basis).items():
                found.setdefault(period, {})[area] = figure
        return found

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
        rows = self._table(used)
        ranks = {}
        for area in self.among:
            if area in rows:
                ranks[area] = _rank_of(used[area], rows[area], ref_area=area, **given, **every)
            else:
                why = self._why_none(area, period, field)
                ranks[area] = empty(why.reason, why.inputs, ref_area=area, **given)
        return Ranked(period, ranks, field)

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

    def _table(self, used: Mapping[str, Figure]) -> dict[str, dict[Any, Any]]:
        if not used:
            return {}
        descending = self.order.descending
        if descending is None:
            descending = self.figures.catalogue.indicators[self.indicator].better != "low"
        table = ranked(
            panel_of(used.values()),
            by=["ref_area"],
            over="ref_area",
            ties=self.order.ties,
            descending=descending,
        )
        return {str(row["ref_area"]): dict(row) for row in table.to_dict("records")}


def _bases_of(basis: str) -> tuple[str, ...]:
    """Return the price bases that are one with this one: what has no price counts as current."""
    return LEVEL_BASES if basis == "" else (basis,)


def _by_basis(
    figures: Figures,
    indicator: str,
    among: Sequence[str],
    measure: str,
    bases: Iterable[Sequence[str]],
) -> dict[str, dict[Period, dict[str, Figure]]]:
    """Return the exact figures of the places by price basis, then by period."""
    level = measure == "level"
    found: dict[str, dict[Period, dict[str, Figure]]] = {"": {}} if level else {}
    for basis in dict.fromkeys(b for every in bases for b in every):
        by_period = found.setdefault("" if level and basis in LEVEL_BASES else basis, {})
        for area in among:
            for period, figure in figures.series(indicator, area, measure, basis).items():
                if not figure.bound:
                    by_period.setdefault(period, {}).setdefault(area, figure)
    return found


def _fields(
    own: Mapping[str, Mapping[Period, dict[str, Figure]]],
) -> Iterator[tuple[Period, str, Field]]:
    """Yield, for each period, the basis that most places have (of equals the first) and its field."""
    for period in sorted({p for by_period in own.values() for p in by_period}):
        here = {basis: by_period.get(period, {}) for basis, by_period in own.items()}
        basis = max(here, key=lambda b: len(here[b]))
        units = Counter(figure.unit for figure in here[basis].values())
        unit = units.most_common(1)[0][0] if units else ""
        used = {area: figure for area, figure in here[basis].items() if figure.unit == unit}
        others = {area for found in here.values() for area in found} - set(here[basis])
        unlike = frozenset(set(here[basis]) - set(used))
        yield period, basis, Field(used, refused=frozenset(others), unlike=unlike)


def _rank_of(own: Figure, row: Mapping[Any, Any], **given: Any) -> Figure:
    shown = own.printed or f"{own.value}"
    return Figure(
        n=int(row["n"]),
        value=float(row["value"]),
        low=_or_none(row["low"]),
        high=_or_none(row["high"]),
        price_basis=own.price_basis,
        formula=Text(
            f"place of {shown} among {row['n']} figures", f"{shown}在{row['n']}个数据中的位次"
        ),
        inputs=(own,),
        **given,
    )


def _or_none(end: float) -> float | None:
    return None if end != end else float(end)  # noqa: PLR0124 - NaN is not itself
