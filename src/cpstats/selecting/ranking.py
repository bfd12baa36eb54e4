"""Places in order within one period: the ranks, and the figures that made them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpstats.calc.rank import Ties
from cpstats.calc.rank import rank as ranked
from cpstats.model.figure import Figure, together
from cpstats.model.text import Text
from cpstats.selecting.frame import panel_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.model.period import Period
    from cpstats.selecting.figures import Figures

UNIT = "位"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How places are ranked: by `level` or `growth`, ties, and which end is first."""

    by: str = "level"
    ties: Ties = "competition"
    descending: bool | None = None  # None: as the indicator's `better` says


@dataclass(frozen=True, slots=True)
class Ranked:
    """One period's order: a rank for every place, and the figures that made it."""

    period: Period
    ranks: dict[str, Figure]
    used: dict[str, Figure]
    mixed: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """One indicator of the places that are ranked."""

    figures: Figures
    indicator: str
    parent: str
    among: tuple[str, ...]
    order: Order

    def by_period(self) -> dict[Period, tuple[dict[str, Figure], bool]]:
        """Return the figures to rank, and whether releases had to be mixed."""
        if self.order.by == "growth":
            return {period: (found, False) for period, found in self._growths().items()}
        return self._levels()

    def _levels(self) -> dict[Period, tuple[dict[str, Figure], bool]]:
        one_tag = self.figures.most_within(self.indicator, self.among)
        own = {area: self.figures.levels(self.indicator, area) for area in self.among}
        found: dict[Period, tuple[dict[str, Figure], bool]] = {}
        for period in sorted({p for levels in own.values() for p in levels}):
            every = {
                area: levels[period]
                for area, levels in own.items()
                if period in levels and not levels[period].bound
            }
            chosen = one_tag.get(period, {})
            mixed = len(chosen) < len(every)
            found[period] = (every, True) if mixed else (chosen, False)
        return found

    def _growths(self) -> dict[Period, dict[str, Figure]]:
        """Return published rates of one price basis; those of two releases may stand together."""
        basis = self.figures.catalogue.indicators[self.indicator].growth_basis
        found: dict[Period, dict[str, Figure]] = {}
        for area in self.among:
            for period, figure in self.figures.growths(self.indicator, area).items():
                if figure.price_basis == basis and not figure.bound:
                    found.setdefault(period, {})[area] = figure
        return dict(sorted(found.items()))

    def at(self, period: Period, found: Mapping[Period, tuple[dict[str, Figure], bool]]) -> Ranked:
        """Rank the places in one period."""
        used, mixed = found.get(period, ({}, False))
        given: dict[str, Any] = {
            "indicator": self.indicator,
            "counterpart_area": self.parent,
            "time_period": str(period),
            "measure": "rank" if self.order.by == "level" else "growth_rank",
            "method": self.order.ties,
            "unit": UNIT,
        }
        every = {
            "vintage": together([f.vintage for f in used.values()]),
            "source": together([f.source for f in used.values()]),
            "reason": "mixed_vintage" if mixed else "",
        }
        rows = self._table(used)
        ranks = {}
        for area in self.among:
            if area in rows:
                ranks[area] = _rank_of(used[area], rows[area], ref_area=area, **given, **every)
            else:
                ranks[area] = Figure(ref_area=area, reason="missing_current", **given)
        return Ranked(period, ranks, used, mixed)

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
