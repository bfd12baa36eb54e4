"""Every observation of a package as a plain fact, grouped as the checks of the data look at it.

A *run* is one series as one release has it: only inside a run are figures comparable over time
(S5 of docs/data.md), so a lawful revision never looks like a fault.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.figure import BEHIND
from cpstats.model.finding import Finding
from cpstats.model.period import Period
from cpstats.model.text import Text, spaced
from cpstats.selecting.observed import PUBLISHED, of_cells
from cpstats.store import files, loading, schema
from cpstats.store.descriptor import DESCRIPTOR, oddities, schemas
from cpstats.store.measured import Measures
from cpstats.store.package import open_package
from cpstats.store.paths import is_file
from cpstats.store.text_columns import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from cpstats.errors import Where
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.finding import Severity
    from cpstats.store.opened import Part
    from cpstats.store.package import Package

SCHEMA = "schema"  # the rule of what cannot be read


@dataclass(frozen=True, slots=True)
class Fact:
    """One observation: its figure, its period, and where it stands."""

    figure: Figure
    period: Period
    over_time: str  # what makes it comparable over time; empty: nothing
    release: str  # what makes it comparable within a period
    table: Table = field(repr=False, compare=False)
    number: int = field(repr=False, compare=False)  # of its line in the table

    def locate(self, column: str) -> Where:
        """Return where a cell of it stands."""
        return self.table.where(self.number, column)

    @property
    def exact(self) -> bool:
        """Whether it is a rounded value, and no forecast."""
        return not self.figure.bound and self.figure.obs_status != "forecast"

    @property
    def value(self) -> float:
        """The value."""
        assert self.figure.value is not None
        return self.figure.value

    @property
    def low(self) -> float:
        """The lower end of its rounding interval."""
        return self.value if self.figure.low is None else self.figure.low

    @property
    def high(self) -> float:
        """The upper end of its rounding interval."""
        return self.value if self.figure.high is None else self.figure.high


class Series(NamedTuple):
    """What the figures of a run have in common, beside the frequency of their periods."""

    indicator: str
    ref_area: str
    measure: str
    price_basis: str
    counterpart_area: str
    freq: str
    release: str


Run = dict[Period, Fact]
When = tuple[str, str]  # a period, and the release that says it
_RUN = attrgetter("period.freq", "over_time")
_SERIES = attrgetter("indicator", "ref_area", "measure", "price_basis", "counterpart_area")


def _of_series(fact: Fact) -> tuple[str, ...]:
    """Return what the series of a figure is of."""
    series: tuple[str, ...] = _SERIES(fact.figure)
    return series


@dataclass(frozen=True)
class Facts:
    """What the checks look at; `faults` is what could not be read."""

    catalogue: Catalogue
    facts: tuple[Fact, ...]
    faults: tuple[DataError, ...]
    today: date
    accepted: tuple[Mapping[str, str], ...] = ()

    @cached_property
    def runs(self) -> dict[Series, Run]:
        """The exact figures of each series by release and frequency, in order of time."""
        found: dict[Series, Run] = defaultdict(dict)
        for series, facts in self._beside:
            for (freq, release), same in groupby(facts, _RUN):
                run = found[Series._make((*series, freq, release))]
                for fact in same if release else ():
                    run.setdefault(fact.period, fact)
        return {key: dict(sorted(run.items())) for key, run in found.items() if run}

    @cached_property
    def _beside(self) -> list[tuple[tuple[str, ...], list[Fact]]]:
        """The exact figures of one series that stand beside one another, as most tables have them."""
        exact = (fact for fact in self.facts if fact.exact)
        return [(key, list(facts)) for key, facts in groupby(exact, _of_series)]

    @cached_property
    def several(self) -> list[list[Fact]]:
        """The exact figures of each cell that has several."""
        series: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
        for key, facts in self._beside:
            series[key] += facts
        found = []
        for facts in series.values():
            cells: dict[str, list[Fact]] = {}
            if len({fact.figure.time_period for fact in facts}) < len(facts):
                for fact in facts:
                    cells.setdefault(fact.figure.time_period, []).append(fact)
            found += [cell for cell in cells.values() if len(cell) > 1]
        return found

    def runs_of(self, *measures: str) -> Iterator[tuple[Series, Run]]:
        """Yield the runs of some measures."""
        return ((key, run) for key, run in self.runs.items() if key.measure in measures)

    @cached_property
    def levels(self) -> dict[tuple[str, str], dict[When, Fact]]:
        """Exact levels, not at constant prices, by indicator and place, then by period and release."""
        found: dict[tuple[str, str], dict[When, Fact]] = defaultdict(dict)
        once: dict[When, When] = {}
        for (indicator, area, measure, basis, _), facts in self._beside:
            if measure == "level" and basis in ("", "current"):
                levels = found[indicator, area]
                for fact in facts:
                    when = (fact.figure.time_period, fact.release)
                    levels.setdefault(once.setdefault(when, when), fact)
        return found

    def name(self, figure: Figure) -> Text:
        """Return what a figure is of: indicator and place."""
        indicator = self.catalogue.indicators[figure.indicator].name
        place = self.catalogue.places[figure.ref_area].name
        return Text(f"{indicator.en}, {place.en}", spaced(place.zh, indicator.zh))


def read_facts(
    names: Sequence[str], *, today: date, builtin: bool = True, stdin: bytes = b""
) -> Facts:
    """Read packages and tables with every fault in them; without a name, the built-in package.

    Raises
    ------
    DataError
        When a file is absent or cannot be read at all.
    """
    faults: list[DataError] = []
    package = open_package(names, builtin=builtin or not names, stdin=stdin, faults=faults)
    looked = [part for part in package.parts if part.own or not names]
    return facts_of(package, looked, today=today, faults=faults)


def facts_of(
    package: Package,
    looked: Sequence[Part],
    *,
    today: date,
    faults: Sequence[DataError] = (),
    series: tuple[str, str] | None = None,
    units: Measures | None = None,
) -> Facts:
    """Return the facts in some parts of a package, with the faults in them.

    With `series`, an indicator and a place, only their lines are looked at. With `units`, what
    is in a unit of its own is held as in the reading before.
    """
    faults = list(faults)
    facts: list[Fact] = []
    accepted: list[Mapping[str, str]] = []
    for part in looked:
        if is_file(Path(part.name, DESCRIPTOR)):
            faults += oddities(Path(part.name))
        faults += _of_tables(part)
        facts += _facts(part, units or Measures(package.catalogue), faults, series)
        accepted += _accepted(part)
    once = {str(fault): fault for fault in faults}
    return Facts(package.catalogue, tuple(facts), tuple(once.values()), today, tuple(accepted))


def _of_tables(part: Part) -> Iterator[DataError]:
    """Yield what breaks the package's own description of its tables."""
    described = schemas(Path(part.name)) if part.strict else {}
    for table, path in part.tables:
        name = part.named(path)
        text = files.decode(files.read_bytes(path), name)
        try:
            yield from [*schema.faults_of(text, name, described.get(table, {}))]
        except (AttributeError, KeyError, TypeError, ValueError, re.error):
            yield DataError(
                Message(
                    "what the package says of its table “{}” is not understood",
                    "看不懂数据包对表“{}”的描述",
                    table,
                ),
                where=str(Path(part.name, DESCRIPTOR)),
                mend=Message(
                    "Compare its schema with the Table Schema of frictionlessdata.io.",
                    "请对照 frictionlessdata.io 的 Table Schema 修改 schema。",
                ),
            )


def _accepted(part: Part) -> list[Mapping[str, str]]:
    """Return the lines of `accepted.csv`, each with its place."""
    found: list[Mapping[str, str]] = []
    for table, path in part.tables:
        if table == "accepted":
            name = part.named(path)
            text = files.decode(files.read_bytes(path), name)
            found += [{**row, "where": name} for row in files.rows(text, name)]
    return found


def _facts(
    part: Part, units: Measures, faults: list[DataError], series: tuple[str, str] | None
) -> Iterator[Fact]:
    table = Table(part, faults, series)
    columns = loading.checked(table, part, units)
    rows = (i for i in range(len(table.rows)) if i not in table.refused)
    cells = zip(*(columns[name] for name in PUBLISHED), strict=True)
    releases = zip(*(columns[name] for name in _RELEASE), strict=True)
    for row, said, release in zip(rows, cells, releases, strict=True):
        figure = of_cells(said, whole=False)
        yield Fact(
            figure,
            Period.parse(figure.time_period),
            *_tags(*release),
            table,
            row,
        )


_RELEASE = ("series", "vintage", "release", "source", "given")


@lru_cache(maxsize=4096)
def _tags(series: bool, vintage: str, release: str, source: str, given: int) -> tuple[str, str]:  # noqa: FBT001
    """Return the tag of S5 (a series vintage, or one source that is not a collection), and the release.

    A source is told apart by the part that names it: two packages may have the same.
    """
    if series:
        return vintage, vintage
    own = f"{source} {given % BEHIND}"
    return own if not vintage and release != "collection" else "", own


def finding(
    rule: str, severity: Severity, fact: Fact, *others: Fact, why: Text, mend: Text
) -> Finding:
    """Return a finding at the cell of a fact."""
    return Finding(
        rule=rule,
        severity=severity,
        where=fact.locate("obs_value"),
        why=why,
        mend=mend,
        figures=tuple(f.figure for f in (fact, *others)),
    )
