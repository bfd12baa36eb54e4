"""What is made of the sheets of an import, one after another: checked, named, counted, as rows of a package."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.keeping.grouping import Groups
from cpstats.keeping.import_report import Summary
from cpstats.keeping.namesakes import Namesakes
from cpstats.keeping.other_wholes import OtherWholes
from cpstats.keeping.own_units import OwnUnits
from cpstats.model.catalogue import OWN
from cpstats.model.columns import OBSERVATION
from cpstats.model.source import Source
from cpstats.store import loading
from cpstats.store.meant_otherwise import with_meant_otherwise
from cpstats.store.measured import Measures, Nowhere
from cpstats.store.named import with_places
from cpstats.store.opened import Part
from cpstats.store.package import Package, joined_with
from cpstats.store.recognising.recognised import HEADER
from cpstats.store.recognising.telling import size_of
from cpstats.store.recognising.unread_sheets import left_out
from cpstats.store.runs import key_of, look_for_twins, ordered
from cpstats.store.several_units import SeveralUnits
from cpstats.store.supposed import without_unit
from cpstats.store.text_columns import Table
from cpstats.store.units_of_title import with_units_of_title
from cpstats.store.writer import observations_of, source_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpstats.keeping.mapping import Names
    from cpstats.message import Message
    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.runs import Row


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
    seen: dict[Row, Row] = field(
        default_factory=dict
    )  # rows by their keys, where sheets may be left out
    skipped: list[Message] = field(
        default_factory=list
    )  # what is said of those that are no figures
    several: SeveralUnits = field(default_factory=SeveralUnits)  # of all files
    left: list[DataError] = field(
        default_factory=list
    )  # of sheets that were left out, of all files
    settled: frozenset[str] = frozenset()  # names of places that were taken in for the whole file

    @classmethod
    def of(cls, package: Package, told: Names) -> Intake:
        """Return one that has read nothing."""
        return cls(package, told, package.catalogue, Groups(told.hints.total))

    @property
    def ident(self) -> str:
        """The source that the file becomes."""
        return source_id(self.name)

    def begin(self, name: str, told: Names) -> None:
        """Go on to another file, of which something else may be told."""
        self.told, self.name, self.parts, self.settled = told, name, {}, frozenset()
        self.units, self.wholes, self.namesakes = OwnUnits(), OtherWholes(), Namesakes()
        self.describe(Source(self.ident, release="series"))

    def describe(self, source: Source) -> None:
        """Take a source into the catalogue."""
        sources = {**self.catalogue.sources, source.source: source}
        self.catalogue = replace(self.catalogue, sources=sources)

    def take_or_leave(self, found: Recognised) -> list[tuple[str, ...]]:
        """Return the figures of a sheet; nothing of one that cannot be read, where such are to be left out.

        Raises
        ------
        DataError
            At the first fault, where nobody said that.
        """
        self.left += found.left
        try:
            rows = self.take(found)
            if self.told.hints.unread:
                rows = self._once(rows)
        except DataError as fault:
            if not self.told.hints.unread:
                raise
            self.parts.pop(found.sheet.name, None)
            self.left.append(fault)
            self.skipped.append(left_out(fault, self.name))
            return []
        return rows

    def _once(self, rows: Sequence[Row]) -> list[Row]:
        """Return rows without those that stood in an earlier sheet already; none may say otherwise than these."""
        new = [row for row in rows if self.seen.get(key_of(row), ())[:-1] != row[:-1]]
        look_for_twins(ordered([*(self.seen[k] for k in map(key_of, new) if k in self.seen), *new]))
        self.seen |= {key_of(row): row for row in new}
        return new

    def take(self, found: Recognised) -> list[tuple[str, ...]]:
        """Check a sheet of the file and return its figures: `columns.OBSERVATION`, and where each stood.

        Raises
        ------
        DataError
            At the first fault.
        """
        given = with_units_of_title(self.told.renamed(found), self.catalogue)
        sheet = self.namesakes.named(self.wholes.named(given, self.catalogue), self.catalogue)
        sheet, ident = with_meant_otherwise(sheet, self.catalogue), self.ident
        sheet = self.units.named(sheet, self.catalogue)
        sheet = _counted_anew(self.several.named(sheet, self.package.catalogue), found)
        said = self.parts.setdefault(sheet.sheet.name, Summary(self.name, sheet.sheet.name))
        said.take(sheet)
        part = Part(self.name, own=True, strict=False, sheets=(sheet,))
        package = replace(self.package, catalogue=self.catalogue, parts=())
        joined = joined_with(package, part, self.settled)
        table = Table(part)
        loading.check_only(table, part, Measures(joined.catalogue))
        self.announced += joined.announced
        said.said += [line for line in joined.recognised if line not in said.said]
        self.catalogue = joined.catalogue
        rows = observations_of(sheet, table, self.catalogue, ident)
        self.groups.take(sheet, rows, self.told.hints.said_of_columns, self.catalogue)
        self.assumed |= _assumed(rows, table, part, self.catalogue)
        return rows

    def take_places(
        self, table: Recognised, texts: Mapping[str, str], places: dict[str, str]
    ) -> list[Message]:
        """Take in the places of a whole table by their names, before its figures, and return what is to be said.

        Parameters
        ----------
        table : Recognised
            The table; of its figures nothing is taken.
        texts : mapping of str to str
            The name of each place as it was read, by how it is written, in their order.
        places : dict of str to str
            Where to put the code of each, by how it is written.

        Raises
        ------
        UsageError
            When a name is that of several places.
        """
        names = {text: self.told.places.get(name, name) for text, name in texts.items()}
        said = self.parts.setdefault(table.sheet.name, Summary(self.name, table.sheet.name))
        said.places.update(dict.fromkeys(names.values()))
        self.settled = frozenset(said.places)
        part = Part(self.name, own=True, strict=False, sheets=(table,))
        self.catalogue, new, notes = with_places(self.catalogue, part, [*said.places])
        said.said += [line for line in notes if line not in said.said]
        codes = {name: self.catalogue.place_in(self.name, name) for name in said.places}
        places |= {text: codes[name] for text, name in names.items()}
        self.groups.take_places(table, codes.values(), self.catalogue)
        return new

    def are_in_units(self, table: Recognised, kinds: Iterable[tuple[str, ...]]) -> bool:
        """Whether figures of some units, measures and indicators can be held in every place that was taken in."""
        part = Part(self.name, own=True, strict=False, sheets=(table,))
        units = Measures(self.catalogue)
        hanging = [kind for kind in kinds if units.hang_on_place(*kind)]
        known = [area for area in self.groups.areas if self.catalogue.places[area].level != OWN]
        try:
            for kind in hanging:
                for area in known:  # all others are of no country, and one of them was looked at
                    units.held(Nowhere(), 0, part, (*kind, area))
        except DataError:
            return False
        return True


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
