"""What is made of the sheets of an import, one after another: checked, named, counted, as rows of a package."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.keeping.grouping import Groups
from cpstats.keeping.import_report import Summary
from cpstats.message import Message
from cpstats.model.columns import OBSERVATION
from cpstats.model.kinds import is_rate
from cpstats.model.source import Source
from cpstats.store import loading
from cpstats.store.measured import Measures
from cpstats.store.opened import Part
from cpstats.store.package import Package, joined_with
from cpstats.store.supposed import without_unit
from cpstats.store.text_columns import Table
from cpstats.store.writer import observations_of, source_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.keeping.mapping import Names
    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised


@dataclass(slots=True)
class Intake:
    """The sheets that were read so far: the catalogue with their names, what is to be said of them."""

    package: Package
    told: Names
    catalogue: Catalogue
    groups: Groups
    announced: list[Message] = field(default_factory=list)
    assumed: set[tuple[str, str]] = field(default_factory=set)
    name: str = ""
    parts: dict[str, Summary] = field(default_factory=dict)  # of the file that is read

    @classmethod
    def of(cls, package: Package, told: Names) -> Intake:
        """Return one that has read nothing."""
        return cls(package, told, package.catalogue, Groups(told.hints.total))

    @property
    def ident(self) -> str:
        """The source that the file becomes."""
        return source_id(self.name)

    def begin(self, name: str) -> None:
        """Go on to another file."""
        self.name, self.parts = name, {}
        self.describe(Source(self.ident, release="series"))

    def describe(self, source: Source) -> None:
        """Take a source into the catalogue."""
        sources = {**self.catalogue.sources, source.source: source}
        self.catalogue = replace(self.catalogue, sources=sources)

    def take(self, found: Recognised) -> list[tuple[str, ...]]:
        """Check a sheet of the file and return its figures: `columns.OBSERVATION`, and where each stood.

        Raises
        ------
        DataError
            At the first fault.
        """
        sheet, ident = self.told.renamed(found), self.ident
        said = self.parts.setdefault(sheet.sheet.name, Summary(self.name, sheet.sheet.name))
        said.take(sheet)
        part = Part(self.name, own=True, strict=False, sheets=(sheet,))
        look_at_units(sheet, self.catalogue)
        joined = joined_with(replace(self.package, catalogue=self.catalogue, parts=()), part)
        table = Table(part)
        loading.check_only(table, part, Measures(joined.catalogue))
        self.announced += joined.announced
        self.catalogue = joined.catalogue
        rows = observations_of(sheet, table, self.catalogue, ident)
        self.groups.take(sheet, rows, self.told.hints.said_of_columns, self.catalogue)
        self.assumed |= _assumed(rows, table, part, self.catalogue)
        return rows


def _assumed(
    rows: Sequence[tuple[str, ...]], table: Table, part: Part, catalogue: Catalogue
) -> set[tuple[str, str]]:
    """Return the sources whose place, and with its indicator whose unit, the file does not name."""
    sources = map(itemgetter(OBSERVATION.index("source")), rows)
    if part.placeless:
        return {(source, "") for source in sources}
    unnamed = without_unit(table, catalogue)
    if not unnamed:
        return set()
    pairs = zip(sources, table.columns["indicator"], table.columns["unit"], strict=True)
    return {(source, ident) for source, ident, unit in pairs if not unit and ident in unnamed}


def look_at_units(sheet: Recognised, catalogue: Catalogue) -> None:
    """Refuse levels without a unit that would take the catalogue's: of places abroad.

    Raises
    ------
    DataError
        At the first figure of an indicator of the catalogue whose place lies in another country
        than the indicator's, or is not known, and whose name is not Chinese.
    """
    ours: dict[tuple[str, str], bool] = {}
    for number, cells in enumerate(sheet.rows):
        row = dict(zip(sheet.header, cells, strict=True))
        name, area = row["indicator"], row["ref_area"]
        if row.get("unit") or row.get("measure", "level") not in ("", "level"):
            continue
        if (name, area) not in ours:
            ours[name, area] = not area.isascii() or _fits(catalogue, name, area)
        if not ours[name, area]:
            raise _unit_of_another_country(sheet, number, catalogue, name, area)


def _fits(catalogue: Catalogue, name: str, area: str) -> bool:
    """Return whether the catalogue's unit of an indicator may be that of a place."""
    known = catalogue.known_indicator(name)
    unit = catalogue.indicators[known].unit if known else ""
    if not unit or is_rate(unit):
        return True
    return catalogue.is_at_home(known, catalogue.known_place(area) or area)


def _unit_of_another_country(
    sheet: Recognised, number: int, catalogue: Catalogue, name: str, area: str
) -> DataError:
    known = catalogue.known_indicator(name)
    return DataError(
        Message(
            "{} of {} has no unit, and that of the catalogue, {}, is meant for {}",
            "{1}的{0}没有单位，目录中的单位{2}只用于{3}",
            name,
            area,
            catalogue.indicators[known].unit,
            catalogue.places[catalogue.homes[known]].name,
        ),
        where=sheet.where(number, "obs_value"),
        mend=Message(
            "Name the unit: --unit, or behind the name in the header, such as GDP (US$).",
            "请用 --unit 指定单位，或在表头名称后注明，如 GDP (US$)。",
        ),
    )
