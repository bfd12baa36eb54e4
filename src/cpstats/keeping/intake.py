"""What is made of the sheets of an import, one after another: checked, named, counted, as rows of a package."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from cpstats.keeping.grouping import Groups
from cpstats.keeping.import_report import Summary
from cpstats.keeping.namesakes import Namesakes
from cpstats.keeping.other_wholes import OtherWholes
from cpstats.keeping.own_units import OwnUnits
from cpstats.keeping.several_units import SeveralUnits
from cpstats.model.columns import OBSERVATION
from cpstats.model.source import Source
from cpstats.store import loading
from cpstats.store.measured import Measures
from cpstats.store.opened import Part
from cpstats.store.package import Package, joined_with
from cpstats.store.recognising.recognised import HEADER
from cpstats.store.recognising.telling import size_of
from cpstats.store.supposed import without_unit
from cpstats.store.text_columns import Table
from cpstats.store.units_of_title import with_units_of_title
from cpstats.store.writer import observations_of, source_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.keeping.mapping import Names
    from cpstats.message import Message
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
    units: OwnUnits = field(default_factory=OwnUnits)  # the same
    namesakes: Namesakes = field(default_factory=Namesakes)  # the same
    wholes: OtherWholes = field(default_factory=OtherWholes)  # the same
    several: SeveralUnits = field(default_factory=SeveralUnits)  # of all files

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
        self.units, self.wholes, self.namesakes = OwnUnits(), OtherWholes(), Namesakes()
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
        given = with_units_of_title(self.told.renamed(found), self.catalogue)
        sheet = self.namesakes.named(self.wholes.named(given, self.catalogue), self.catalogue)
        sheet, ident = self.units.named(sheet, self.catalogue), self.ident
        sheet = _counted_anew(self.several.named(sheet, self.package.catalogue), found)
        said = self.parts.setdefault(sheet.sheet.name, Summary(self.name, sheet.sheet.name))
        said.take(sheet)
        part = Part(self.name, own=True, strict=False, sheets=(sheet,))
        joined = joined_with(replace(self.package, catalogue=self.catalogue, parts=()), part)
        table = Table(part)
        loading.check_only(table, part, Measures(joined.catalogue))
        self.announced += joined.announced
        self.catalogue = joined.catalogue
        rows = observations_of(sheet, table, self.catalogue, ident)
        self.groups.take(sheet, rows, self.told.hints.said_of_columns, self.catalogue)
        self.assumed |= _assumed(rows, table, part, self.catalogue)
        return rows


def _counted_anew(sheet: Recognised, before: Recognised) -> Recognised:
    """Return a sheet whose names became others with how much it holds under these."""
    if sheet.rows is before.rows or not sheet.rows or sheet.header[: len(HEADER)] != HEADER:
        return sheet
    was, now = size_of(before.rows), size_of(sheet.rows)
    return replace(sheet, said=[now if line == was else line for line in sheet.said])


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
