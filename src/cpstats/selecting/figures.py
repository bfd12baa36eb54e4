"""The admitted observations of a question, asked cell by cell."""

from __future__ import annotations

from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING, Any

from cpstats.model.columns import CELL, MEASURES
from cpstats.model.figure import Figure
from cpstats.model.period import Period
from cpstats.store import reader, selection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.question import Question
    from cpstats.model.source import Source
    from cpstats.model.window import Window
    from cpstats.store.package import Package
    from cpstats.store.selection import Admitted

LEVEL_BASES = ("current", "")
Cell = tuple[str, str, Period]  # indicator, place, period


class Figures:
    """What the releases that a question admits say, one figure per cell (S3, S4)."""

    def __init__(
        self, catalogue: Catalogue, admitted: Admitted, *, allow_mixed: bool = False
    ) -> None:
        self.catalogue = catalogue
        self.undated = admitted.undated
        self._within: dict[tuple[str, ...], dict[str, dict[Period, dict[str, Figure]]]] = {}
        self._ordered = admitted.frame
        self.allow_mixed = allow_mixed

    @classmethod
    def of(cls, package: Package, question: Question, indicators: Iterable[str]) -> Figures:
        """Read what a question needs."""
        places = {*question.places, question.benchmark} if question.places else None
        frame = reader.read(package, indicators=set(indicators), places=places)
        admitted = selection.admit(frame, question.policy)
        return cls(package.catalogue, admitted, allow_mixed=question.policy.allow_mixed)

    def without(self, sources: Collection[str]) -> Figures:
        """Return the same without what some sources say."""
        frame = self._ordered[~self._ordered["source"].isin(sources)]
        return Figures(self.catalogue, selection.Admitted(frame, self.undated))

    def sources_on(self, area: str) -> frozenset[str]:
        """Return the ids of the sources that say something of a place."""
        return frozenset(self._ordered.loc[self._ordered["ref_area"] == area, "source"])

    def releases(self) -> dict[str, Figures]:
        """Return the figures of each release by itself; unlabelled ones are none."""
        return {
            vintage: Figures(
                self.catalogue,
                selection.Admitted(self._ordered[self._ordered["vintage"] == vintage]),
            )
            for vintage in self.catalogue.vintages
            if (self._ordered["vintage"] == vintage).any()
        }

    @cached_property
    def _cells(self) -> dict[tuple[str, ...], Figure]:
        by_cell: dict[tuple[str, ...], list[Figure]] = {}
        for row in _rows(self._ordered):
            by_cell.setdefault(tuple(row[c] for c in CELL), []).append(published(row))
        return {cell: _first(found) for cell, found in by_cell.items()}

    @cached_property
    def _series(self) -> dict[tuple[str, str, str, str, str], dict[Period, Figure]]:
        """Cells by (indicator, place, measure, basis, counterpart), then by period."""
        found: dict[tuple[str, str, str, str, str], dict[Period, Figure]] = {}
        for (indicator, area, period, measure, basis, counterpart), figure in self._cells.items():
            key = (indicator, area, measure, basis, counterpart)
            found.setdefault(key, {})[Period.parse(period)] = figure
        return {key: dict(sorted(series.items())) for key, series in found.items()}

    def series(
        self, indicator: str, area: str, measure: str, basis: str = "", counterpart: str = ""
    ) -> dict[Period, Figure]:
        """Return the figures of one series by period, in order."""
        return self._series.get((indicator, area, measure, basis, counterpart), {})

    def every(self, places: Sequence[str], window: Window, freq: str = "all") -> list[Figure]:
        """Return the figure of every cell of the places inside a window, in official order."""
        order = {area: number for number, area in enumerate(places)}
        found = [
            (order[key[1]], key, period, figure)
            for key, series in self._series.items()
            if key[1] in order
            for period, figure in series.items()
            if window.contains(period) and freq in ("all", period.freq)
        ]
        names = list(self.catalogue.indicators)
        found.sort(
            key=lambda f: (names.index(f[1][0]), f[0], MEASURES.index(f[1][2]), f[1][3:], f[2])
        )
        return [figure for *_, figure in found]

    def levels(self, indicator: str, area: str) -> dict[Period, Figure]:
        """Return levels at current prices (or of what has no price), else at constant prices."""
        for basis in LEVEL_BASES:
            if found := self.series(indicator, area, "level", basis):
                return found
        for key in sorted(self._series):
            if key[:3] == (indicator, area, "level") and key[3].startswith("constant"):
                return self._series[key]
        return {}

    def growths(self, indicator: str, area: str) -> dict[Period, Figure]:
        """Return published growth: on the indicator's own basis, else on the other, as marked."""
        default = self.catalogue.indicators[indicator].growth_basis
        found: dict[Period, Figure] = {}
        for basis in dict.fromkeys((default, "constant", "current", "scope", "")):
            for period, figure in self.series(indicator, area, "growth", basis).items():
                found.setdefault(period, figure)
        return dict(sorted(found.items()))

    def bases(self, indicator: str, area: str, measure: str) -> tuple[str, ...]:
        """Return the price bases in which a measure was published for a place."""
        return tuple(k[3] for k in self._series if k[:3] == (indicator, area, measure))

    def keys(self, indicator: str, area: str) -> tuple[tuple[str, str, str], ...]:
        """Return (measure, basis, counterpart) of every series of a place."""
        return tuple(k[2:] for k in self._series if k[:2] == (indicator, area))

    def comparable_over_time(
        self, indicator: str, area: str, periods: Sequence[Period], basis: str
    ) -> dict[Period, Figure] | None:
        """Return levels that may be divided over time (S5), or None."""
        known = self.series(indicator, area, "level", basis)
        if any(period not in known for period in periods):  # most often, and much faster
            return None
        ordered = self._levels(indicator, basis)
        ordered = ordered[ordered["ref_area"] == area]
        chosen = selection.over_time(ordered, [str(p) for p in periods])
        found = {Period.parse(r["time_period"]): published(r) for r in _rows(chosen)}
        return found or None

    def most_over_time(
        self,
        indicator: str,
        area: str,
        periods: Sequence[Period],
        *,
        base: Period | None = None,
    ) -> dict[Period, Figure]:
        """Return as many levels as one tag has (that also has the base, if one is named) (S5)."""
        ordered = self._levels(indicator, self.level_basis(indicator, area))
        ordered = ordered[ordered["ref_area"] == area]
        wanted = [str(p) for p in (*periods, *((base,) if base else ()))]
        chosen = selection.over_time(ordered, wanted, every=False, base=str(base) if base else "")
        found = {Period.parse(r["time_period"]): published(r) for r in _rows(chosen)}
        return dict(sorted(found.items()))

    def level_basis(self, indicator: str, area: str) -> str:
        """Return the price basis of the levels that are not at constant prices."""
        return "current" if "current" in self.bases(indicator, area, "level") else ""

    def comparable_within(
        self, indicator: str, places: tuple[str, ...]
    ) -> dict[Period, dict[str, Figure]]:
        """Return, by period, the levels of the places that may be divided by one another (S6)."""
        return self._comparable(places).get(indicator, {})

    def most_within(
        self, indicator: str, places: tuple[str, ...]
    ) -> dict[Period, dict[str, Figure]]:
        """Return, by period, the levels of as many of the places as one tag has (S6)."""
        ordered = self._nominal()
        ordered = ordered[ordered["indicator"] == indicator]
        chosen = selection.within_period(ordered, places, every=False)
        found: dict[Period, dict[str, Figure]] = {}
        for row in _rows(chosen):
            found.setdefault(Period.parse(row["time_period"]), {})[row["ref_area"]] = published(row)
        return dict(sorted(found.items()))

    def parts_within(
        self, indicators: tuple[str, ...], area: str
    ) -> dict[Period, dict[str, Figure]]:
        """Return, by period, the levels of parts and whole of a place that have one tag (S6)."""
        ordered = self._nominal()
        chosen = selection.parts_within(ordered[ordered["ref_area"] == area], indicators)
        found: dict[Period, dict[str, Figure]] = {}
        for row in _rows(chosen):
            found.setdefault(Period.parse(row["time_period"]), {})[row["indicator"]] = published(
                row
            )
        return dict(sorted(found.items()))

    def comparable_all(self, cells: Sequence[Cell]) -> dict[Cell, Figure] | None:
        """Return levels of several series that may be divided over time (S5), or None.

        `cells` are (indicator, place, period).
        """
        wanted = [(indicator, area, str(period)) for indicator, area, period in cells]
        rows = _rows(selection.all_of(self._nominal(), wanted))
        found = {(r["indicator"], r["ref_area"], r["time_period"]): published(r) for r in rows}
        if not found:
            return None
        return {cell: found[text] for cell, text in zip(cells, wanted, strict=True)}

    def _nominal(self) -> pd.DataFrame:
        f = self._ordered
        return f[(f["measure"] == "level") & f["price_basis"].isin(LEVEL_BASES)]

    def _comparable(self, places: tuple[str, ...]) -> dict[str, dict[Period, dict[str, Figure]]]:
        """Choose for every indicator at once: a selection costs the same for one and for all."""
        if places not in self._within:
            found: dict[str, dict[Period, dict[str, Figure]]] = {}
            for row in _rows(selection.within_period(self._nominal(), places)):
                by_period = found.setdefault(row["indicator"], {})
                by_place = by_period.setdefault(Period.parse(row["time_period"]), {})
                by_place[row["ref_area"]] = published(row)
            self._within[places] = {i: dict(sorted(p.items())) for i, p in found.items()}
        return self._within[places]

    def _levels(self, indicator: str, basis: str) -> pd.DataFrame:
        f = self._ordered
        wanted = (f["indicator"] == indicator) & (f["measure"] == "level")
        return f[wanted & (f["price_basis"] == basis)]

    def sources_of(self, figures: Iterable[Figure]) -> tuple[Source, ...]:
        """Return the sources of figures and of everything they were made from."""
        used = {s for f in figures for g in (f, *f.inputs) for s in g.sources}
        return tuple(s for ident, s in self.catalogue.sources.items() if ident in used)


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the rows as plain dicts; pandas' own way takes ten times as long for a few rows."""
    names = list(frame.columns)
    for cells in zip(*(frame[name].tolist() for name in names), strict=True):
        yield dict(zip(names, cells, strict=True))


def published(row: Mapping[Any, Any]) -> Figure:
    """Return one observation as a figure."""
    return Figure(
        indicator=row["indicator"],
        ref_area=row["ref_area"],
        counterpart_area=row["counterpart_area"],
        time_period=row["time_period"],
        measure=row["measure"],
        price_basis=row["price_basis"],
        value=row["value"],
        low=_end(row["low"]),
        high=_end(row["high"]),
        bound=row["bound"],
        unit=row["unit"],
        obs_status=row["obs_status"],
        vintage=row["vintage"],
        source=row["source"],
        decimals=max(int(row["decimals"]), 0),
        printed=row["printed"],
        assumed=bool(row["assumed"]),
        own=bool(row["own"]),
    )


def _end(value: float) -> float | None:
    return None if isnan(value) else float(value)


def _first(found: list[Figure]) -> Figure:
    """Return the figure of a cell; the others of the cell stand behind it."""
    from dataclasses import replace

    return replace(found[0], others=tuple(found[1:])) if len(found) > 1 else found[0]
