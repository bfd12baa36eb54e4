"""Where the data lie, and the catalogue around them; no pandas here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.model.catalogue import Catalogue
from cpstats.model.indicator import UNNAMED_UNIT
from cpstats.model.place import Places
from cpstats.model.source import Vintage
from cpstats.store.builtin import builtin_folder
from cpstats.store.compiled import compiled as compiled_data
from cpstats.store.named import areas_of, naming, with_names
from cpstats.store.needs import WHOLE, Needs
from cpstats.store.opened import Part
from cpstats.store.paths import is_file, is_folder

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cpstats.errors import DataError
    from cpstats.store.compiled import Compiled
    from cpstats.store.indexed import Indexed
    from cpstats.store.recognising.recognised import Recognised

ACCEPTED = "accepted"  # findings of `validate` that are left, with the reason


@dataclass(frozen=True, slots=True)
class Package:
    """The catalogue and the files of observations behind it."""

    catalogue: Catalogue
    parts: tuple[Part, ...]
    release: str = ""
    announced: tuple[Message, ...] = ()  # own indicators and places that no catalogue had
    recognised: tuple[Message, ...] = ()  # what was made of foreign files
    releases: tuple[str, ...] = ()  # own ones, where there are several; the last is the newest
    compiled: Compiled | None = field(default=None, compare=False)  # its figures, where they are
    rows: Indexed | None = field(
        default=None, compare=False
    )  # its figures, where they were read before

    @property
    def own_places(self) -> tuple[str, ...]:
        """The places that the user's plain tables speak of (empty without own data)."""
        found: dict[str, None] = {}
        for part in self.parts:
            if part.own:
                spelled = self.catalogue.spelled
                for area in areas_of(part):  # the reader says where an unknown one stands
                    if ident := spelled.get((part.name, area)) or self.catalogue.known_place(area):
                        found[ident] = None
        return tuple(p for p in self.catalogue.places if p in found)

    @property
    def own_indicators(self) -> tuple[str, ...]:
        """The indicators of the user's tables (empty without own data)."""
        own = (row["indicator"] for p in self.parts if p.own for row in naming(p, ("indicator",)))
        found = {self.catalogue.known_indicator(name) or name for name in own}
        return tuple(i for i in self.catalogue.indicators if i in found)

    def called(self, ident: str, places: Sequence[str]) -> str:
        """Return the indicator that a name of the catalogue's means for some places.

        Where all of them are of own data that have it in a unit they do not name, it is theirs.
        """
        theirs = {
            self.catalogue.known_indicator(name.removesuffix(UNNAMED_UNIT)): name
            for name in self.catalogue.indicators
            if name.endswith(UNNAMED_UNIT)
        }
        if ident in theirs and ident not in self.own_indicators and {*places} <= {*self.own_places}:
            return theirs[ident]
        return ident


def open_package(
    data: Sequence[str] = (),
    *,
    builtin: bool = True,
    stdin: bytes = b"",
    faults: list[DataError] | None = None,
    needs: Needs = WHOLE,
) -> Package:
    """Read the catalogue of the built-in data and of every own part.

    Parameters
    ----------
    data : sequence of str
        Folders with a `datapackage.json`, plain CSV files, or `-` for standard input; before a
        file may stand what its release is called, `NAME=FILE`.
    builtin : bool
        Whether the built-in package is part of it.
    stdin : bytes
        What was read from standard input, for `-`.
    faults : list of DataError, optional
        Where the faults in the tables of the catalogue are put; else the first is raised.
    needs : Needs
        What the question names; of large files only that is read.

    Raises
    ------
    DataError
        When a part is absent, empty, not UTF-8, no package, or a table in it is wrong.
    UsageError
        When a package, which has releases of its own, is given the name of one.
    """
    if builtin and not data and (known := compiled_data()) is not None:
        return as_compiled(known)
    parts: list[Part] = [_folder(builtin_folder(), own=False)] if builtin else []
    for given, said in enumerate(data, 1):
        from cpstats.store.releases import names_itself, told  # only own data have releases

        label, name = told(said)
        found = _narrowed(name, needs, parts[:1] if builtin else [])
        found = found or parts_of(name, stdin, faults)
        if label and any(part.strict for part in found):
            raise names_itself(label, name)
        parts += [replace(part, given=given, release=label) for part in found]
    return _package(parts, faults, needs if len(data) == 1 else WHOLE)


def _narrowed(name: str, needs: Needs, first: Sequence[Part]) -> list[Part]:
    """Return what a question needs of large files; nothing where they are read whole."""
    if not any(needs) or name == "-":
        return []
    from cpstats.store.narrowed import narrowed

    def of(sheets: tuple[Recognised, ...]) -> Part:
        return Part(name, own=True, strict=False, sheets=sheets)

    def opened(sheets: tuple[Recognised, ...]) -> tuple[Catalogue, tuple[str, ...]]:
        package = _package([*first, of(sheets)], None)
        return package.catalogue, package.own_places

    found = narrowed(name, needs, opened)
    return [of(found)] if found else []


def package_of(folder: Path) -> Package:
    """Return the built-in package as its tables have it, whatever was compiled of them."""
    return _package([_folder(folder, own=False)], None)


def as_compiled(found: Compiled) -> Package:
    """Return the built-in package as it was compiled."""
    folder = builtin_folder()
    named = [(name, folder / file) for name, file in found.head["named"]]
    part = Part(
        str(folder),
        own=False,
        strict=True,
        observations=tuple(path for name, path in named if not name),
        tables=tuple((name, path) for name, path in named if name),
        given=0,
        home=found.head["home"],
        nation=found.head["nation"],
    )
    return Package(found.catalogue(register), (part,), compiled=found)


def with_parts(package: Package, parts: Sequence[Part]) -> Package:
    """Return a package with more parts and one catalogue for all."""
    return _package([*package.parts, *parts], None)


def _package(
    parts: Sequence[Part], faults: list[DataError] | None, needs: Needs = WHOLE
) -> Package:
    from cpstats.store.catalogue_tables import with_known, with_tables

    catalogue = Catalogue(places=Places(register=register))
    for part in parts:
        catalogue = with_tables(catalogue, part, faults)
        catalogue = replace(
            catalogue, home=part.home or catalogue.home, nation=part.nation or catalogue.nation
        )
    if any(needs) and any(part.own and part.observations for part in parts):
        from cpstats.store.narrowed import narrowed_part

        parts = [narrowed_part(p, needs, catalogue) if p.own else p for p in parts]
    if all(part.own for part in parts):
        texts = {row["indicator"]: None for part in parts for row in naming(part, ("indicator",))}
        unknown = [text for text in texts if text and not catalogue.known_indicator(text)]
        if unknown:
            catalogue = with_known(catalogue, unknown, _folder(builtin_folder(), own=False))
    if any(part.own for part in parts):
        from cpstats.store.releases import look_for_contradictions, named

        look_for_contradictions(parts)
        parts = named(parts, catalogue.vintages)
    parts = [_with_units(part, catalogue) if part.sheets else part for part in parts]
    catalogue = replace(catalogue, vintages={**_releases(parts), **catalogue.vintages})
    announced: list[Message] = []
    around: list[Message] = []
    releases: dict[str, None] = {}
    for part in parts:
        before = catalogue.vintages
        if not part.strict:
            catalogue, new, notes = with_names(catalogue, part)
            announced += new
            around += [Message("{}: {}", "{}: {}", part.name, said) for said in notes]
        releases |= {label: None for label in catalogue.vintages if label not in before}
        releases |= {part.release: None} if part.release else {}
    recognised = [
        Message("{}: {}", "{}: {}", part.name, said)
        for part in parts
        for sheet in part.sheets
        for said in sheet.said
    ]
    return Package(
        catalogue,
        tuple(parts),
        announced=tuple(announced),
        recognised=(*recognised, *around, *renamed(catalogue)),
        releases=tuple(releases),
    )


NAMED = 10  # own names that are said; of more, how many


def own_names(announced: Sequence[Message]) -> tuple[Message, ...]:
    """Return the line that names what is the user's own; none where nothing is."""
    if not announced:
        return ()
    once = list(dict.fromkeys(announced))
    more = len(once) - NAMED
    return (
        Message(
            "your own, not in the catalogue: {}{}",
            "目录之外、视为自有：{}{}",
            once[:NAMED],
            f" (+{more})" if more > 0 else "",
        ),
    )


def _releases(parts: Sequence[Part]) -> dict[str, Vintage]:
    return {p.release: Vintage(p.release, series=True) for p in parts if p.release}


def renamed(catalogue: Catalogue) -> Iterator[Message]:
    """Say which places own tables call by a name or a code that they had before."""
    for (_, text), code in catalogue.spelled.items():
        if last := catalogue.formerly(text, code):
            said = catalogue.told(catalogue.places[code])
            yield Message("“{}” (until {}) is {}", "“{}”（至{}年）即{}", text, last, said)


def _with_units(part: Part, catalogue: Catalogue) -> Part:
    """Return a plain table with each unit of its title where it belongs, and names that fit their units."""
    from cpstats.store.meant_otherwise import with_meant_otherwise
    from cpstats.store.other_money import OtherMoney
    from cpstats.store.several_units import SeveralUnits
    from cpstats.store.units_of_title import with_units_of_title

    several, money = SeveralUnits(), OtherMoney()
    given = (with_units_of_title(sheet, catalogue) for sheet in part.sheets)
    meant = (with_meant_otherwise(sheet, catalogue) for sheet in given)
    named = (several.named(money.named(sheet, catalogue), catalogue) for sheet in meant)
    return replace(part, sheets=tuple(named))


def joined_with(package: Package, part: Part, settled: Container[str] = ()) -> Package:
    """Return a package with one more part, its unknown names taken in as the user's own, but for `settled` places."""
    catalogue, new, notes = with_names(package.catalogue, part, settled)
    return Package(catalogue, (*package.parts, part), announced=tuple(new), recognised=tuple(notes))


def open_catalogue(data: Sequence[str] = (), *, builtin: bool = True) -> Catalogue:
    """Return only the catalogue."""
    return open_package(data, builtin=builtin).catalogue


def parts_of(name: str, stdin: bytes = b"", faults: list[DataError] | None = None) -> list[Part]:
    """Return what one `--data` is made of."""
    from cpstats.store import files
    from cpstats.store.descriptor import DESCRIPTOR
    from cpstats.store.several import files_of, recognised

    if name == "-":
        return [_plain(files.STDIN, stdin, faults)]
    if several := files_of(name):
        return [Part(name, own=True, strict=False, sheets=recognised(several, faults))]
    path = Path(name)
    folder = path.parent if path.name == DESCRIPTOR else path
    if path.suffix.lower() == ".zip":
        from cpstats.store.unpacked import package_folder  # few packages are packed

        folder = package_folder(name) or folder
        path = folder
    if not is_folder(path) and not (path.name == DESCRIPTOR and is_file(path)):
        return [_plain(name, files.read_bytes(path), faults)]
    from cpstats.store.recognising.foreign import foreign_tables
    from cpstats.store.undo import whole

    whole(folder)
    ours = _folder(folder, own=True)
    sheets = tuple(foreign_tables(folder, faults=faults))
    if not sheets:
        return [ours]
    other = Part(str(folder), own=True, strict=False, sheets=sheets)
    return [ours, other] if ours.observations or ours.tables else [other]


def _plain(name: str, content: bytes, faults: list[DataError] | None = None) -> Part:
    from cpstats.store import files
    from cpstats.store.recognising.foreign import foreign, is_ours

    files.filled(content, name)
    if is_ours(content):
        return Part(name, own=True, strict=False, content=content)
    return Part(name, own=True, strict=False, sheets=tuple(foreign(name, content, faults=faults)))


def _folder(folder: Path, *, own: bool) -> Part:
    from cpstats.store.catalogue_tables import TABLES
    from cpstats.store.descriptor import assumed_in, descriptor_of, inside, resources

    tables, observations = [], []
    described = descriptor_of(folder)
    for name, path in resources(folder):
        if name in (*TABLES, ACCEPTED):
            tables.append((name, path))
        elif _is_ours(name, path, own=own):
            observations.append(path)
    accepted = folder / f"{ACCEPTED}.csv"
    if is_file(accepted) and all(name != ACCEPTED for name, _ in tables):
        tables.append((ACCEPTED, inside(folder, accepted.name)))  # also where it is not listed
    return Part(
        str(folder),
        own=own,
        strict=True,
        observations=tuple(observations),
        tables=tuple(tables),
        given=int(own),
        home=str(described.get("home", "")),
        nation=str(described.get("nation", "")),
        assumed=assumed_in(described),
    )


def observations_of(folder: Path) -> tuple[Path, ...]:
    """Return the tables of observations of a package; its other tables are lists of names."""
    return _folder(folder, own=True).observations


def _is_ours(name: str, path: Path, *, own: bool) -> bool:
    """Whether a resource is a table of observations in our layout."""
    if path.suffix == ".parquet":
        return name == "observations"
    return path.suffix == ".csv" and (not own or not _is_foreign(path))


def _is_foreign(path: Path) -> bool:
    from cpstats.store.recognising.foreign import is_foreign

    return is_foreign(path)
