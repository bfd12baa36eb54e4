"""Where the data lie, and the catalogue around them; no pandas here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.model.catalogue import Catalogue
from cpstats.model.columns import OBSERVATION
from cpstats.model.indicator import Indicator
from cpstats.model.place import Place
from cpstats.model.source import Source
from cpstats.store import files
from cpstats.store.divisions import division
from cpstats.store.machine import MARKS
from cpstats.store.table import observations
from cpstats.store.tables import TABLES, with_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.recognise import Recognised

ACCEPTED = "accepted"  # findings of `validate` that are left, with the reason


@dataclass(frozen=True, slots=True)
class Part:
    """One `--data` (or the built-in package): a folder with its tables, or a plain CSV.

    `strict` parts are packages: every name must stand in the catalogue.
    """

    name: str
    own: bool
    strict: bool
    observations: tuple[Path, ...] = ()
    tables: tuple[tuple[str, Path], ...] = ()
    content: bytes = b""  # of a plain CSV
    sheets: tuple[Recognised, ...] = ()  # of a foreign file
    texts: tuple[tuple[Path, bytes], ...] = ()  # of files that are not written yet

    def read(self, path: Path) -> bytes:
        """Return the content of one of its files."""
        return dict(self.texts).get(path) or files.read_bytes(path)

    def named(self, path: Path) -> str:
        """Return a file's name as an error shows it."""
        return str(path) if self.own else str(Path("data", *path.parts[-2:]))


@dataclass(frozen=True, slots=True)
class Package:
    """The catalogue and the files of observations behind it."""

    catalogue: Catalogue
    parts: tuple[Part, ...]
    release: str = ""
    announced: tuple[str, ...] = ()  # own indicators and places that no catalogue had
    recognised: tuple[str, ...] = ()  # what was made of foreign files

    @property
    def own_places(self) -> tuple[str, ...]:
        """The places that the user's plain tables speak of (empty without own data)."""
        found: dict[str, None] = {}
        for part in self.parts:
            if part.own:
                for area in _areas(part):  # the reader says where an unknown one stands
                    if ident := self.catalogue.known_place(area):
                        found[ident] = None
        return tuple(p for p in self.catalogue.places if p in found)


def builtin_folder() -> Path:
    """Return the folder of the built-in data: in the wheel, or beside `src` in a checkout."""
    inside = Path(__file__).resolve().parent.parent / "data"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "data"


def open_package(
    data: Sequence[str] = (),
    *,
    builtin: bool = True,
    stdin: bytes = b"",
    faults: list[DataError] | None = None,
) -> Package:
    """Read the catalogue of the built-in data and of every own part.

    Parameters
    ----------
    data : sequence of str
        Folders with a `datapackage.json`, plain CSV files, or `-` for standard input.
    builtin : bool
        Whether the built-in package is part of it.
    stdin : bytes
        What was read from standard input, for `-`.
    faults : list of DataError, optional
        Where the faults in the tables of the catalogue are put; else the first is raised.

    Raises
    ------
    DataError
        When a part is absent, empty, not UTF-8, no package, or a table in it is wrong.
    """
    parts = [_folder(builtin_folder(), own=False)] if builtin else []
    parts += [_part(name, stdin, faults) for name in data]
    catalogue = Catalogue()
    for part in parts:
        catalogue = with_tables(catalogue, part, faults)
    announced: list[str] = []
    for part in parts:
        if not part.strict:
            catalogue, new = _with_names(catalogue, part)
            announced += new
    recognised = [f"{part.name}: {said}" for part in parts for s in part.sheets for said in s.said]
    return Package(
        catalogue, tuple(parts), announced=tuple(announced), recognised=tuple(recognised)
    )


def schemas(part: Part) -> dict[str, dict[str, Any]]:
    """Return what a package says of the columns of its tables, by the name of the table."""
    if not part.strict:
        return {}
    described = _descriptor(Path(part.name)).get("resources", [])
    found = {str(r.get("name")): r.get("schema", {}) for r in described}
    return {name: schema for name, schema in found.items() if isinstance(schema, dict)}


def joined_with(package: Package, part: Part) -> Package:
    """Return a package with one more part, its unknown names taken in as the user's own."""
    catalogue, new = _with_names(package.catalogue, part)
    return Package(catalogue, (*package.parts, part), announced=tuple(new))


def open_catalogue(data: Sequence[str] = (), *, builtin: bool = True) -> Catalogue:
    """Return only the catalogue."""
    return open_package(data, builtin=builtin).catalogue


def data_release() -> str:
    """Return the version of the built-in data."""
    return str(_descriptor(builtin_folder()).get("version", ""))


def _part(name: str, stdin: bytes, faults: list[DataError] | None = None) -> Part:
    if name == "-":
        return _plain(files.STDIN, stdin, faults)
    path = Path(name)
    if path.is_dir():
        return _folder(path, own=True)
    return _plain(name, files.read_bytes(path), faults)


def _plain(name: str, content: bytes, faults: list[DataError] | None = None) -> Part:
    files.filled(content, name)
    if _is_ours(content):
        return Part(name, own=True, strict=False, content=content)
    return Part(name, own=True, strict=False, sheets=tuple(foreign(name, content, faults=faults)))


def _is_ours(content: bytes) -> bool:
    """Return whether it is UTF-8 text whose first line has names of our columns, by commas."""
    try:
        first = content[:4096].decode("utf-8-sig", "ignore").lstrip("\r\n").partition("\n")[0]
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    names = {cell.strip(' "\r') for cell in first.split(",")}
    return len(names & {*OBSERVATION}) > 1 and not names >= MARKS


def foreign(
    name: str,
    content: bytes,
    hints: Hints | None = None,
    *,
    faults: list[DataError] | None = None,
) -> list[Recognised]:
    """Return the observations of every sheet of a file that has not our columns.

    Raises
    ------
    DataError
        When no importer can read it, or no table is found in any sheet.
    """
    from cpstats.store import importers
    from cpstats.store.canonical import canonical
    from cpstats.store.recognise import recognise

    found, unread = [], []
    for sheet in importers.sheets(name, content, hints):
        try:
            found.append(canonical(sheet) or recognise(sheet, hints, faults))
        except DataError as fault:
            if ":" in fault.where.removeprefix(name):  # a cell is wrong, not the sheet
                raise
            unread.append(fault)
    if not found:
        raise unread[0]
    left = [f"{fault.where.removeprefix(name)}: {fault.what}: left out" for fault in unread]
    return [replace(found[0], said=[*found[0].said, *left]), *found[1:]]


def _folder(folder: Path, *, own: bool) -> Part:
    tables, observations = [], []
    for resource in _descriptor(folder).get("resources", []):
        written = resource.get("path", "")
        for relative in written if isinstance(written, list) else [written]:
            path = _inside(folder, str(relative))
            if resource.get("name") in (*TABLES, ACCEPTED):
                tables.append((str(resource["name"]), path))
            elif path.suffix == ".csv":
                observations.append(path)
    accepted = folder / f"{ACCEPTED}.csv"
    if accepted.is_file() and all(name != ACCEPTED for name, _ in tables):
        tables.append((ACCEPTED, accepted))  # also where the descriptor does not list it
    return Part(
        str(folder), own=own, strict=True, observations=tuple(observations), tables=tuple(tables)
    )


def _descriptor(folder: Path) -> dict[str, Any]:
    import json

    path = folder / "datapackage.json"
    if not path.is_file():
        raise DataError(
            "the folder holds no data package",
            where=str(folder),
            mend="It needs a datapackage.json; a single CSV file can be given by its own name.",
        )
    try:
        descriptor = json.loads(files.decode(files.read_bytes(path), str(path)))
    except json.JSONDecodeError as error:
        raise DataError(
            f"this is not JSON ({error.msg})",
            where=f"{path}:{error.lineno}:{error.colno}",
            mend="Mend the file, or write it anew.",
        ) from None
    except RecursionError:
        raise DataError(
            "this is not JSON (it is nested too deep)",
            where=str(path),
            mend="Mend the file, or write it anew.",
        ) from None
    if not isinstance(descriptor, dict) or not _lists_resources(descriptor):
        raise DataError(
            "the package has no list of resources",
            where=f"{path}:1:1",
            mend="A data package names its files under “resources”.",
        )
    return descriptor


def _lists_resources(descriptor: dict[str, Any]) -> bool:
    resources = descriptor.get("resources")
    return isinstance(resources, list) and all(isinstance(r, dict) for r in resources)


def _inside(folder: Path, relative: str) -> Path:
    """Return a file of the package; a package reads nothing outside its folder."""
    path = folder / relative.replace("\0", "")
    outside = not path.resolve().is_relative_to(folder.resolve())
    if not relative or "\0" in relative or "://" in relative or outside:
        raise DataError(
            f"the package names a file outside its folder (“{relative}”)",
            where=str(folder / "datapackage.json"),
            mend="Copy the file into the package and name it by its relative path.",
        )
    return path


def _with_names(catalogue: Catalogue, part: Part) -> tuple[Catalogue, list[str]]:
    """Take in the indicators and places of a plain CSV that no catalogue knows."""
    indicators, places = dict(catalogue.indicators), dict(catalogue.places)
    known: dict[str, bool] = {}
    new: list[str] = []
    for row in _lines(part):
        indicator, area = row["indicator"], row["ref_area"]
        if indicator and indicator not in known:
            known[indicator] = bool(catalogue.known_indicator(indicator))
            if not known[indicator]:
                indicators[indicator] = own_indicator(indicator, row)
                new.append(f"indicator “{indicator}”")
        if area and f"@{area}" not in known:
            known[f"@{area}"] = bool(catalogue.known_place(area))
            if known[f"@{area}"]:
                continue
            if place := division(area):
                places[place.ref_area] = place
            else:
                places[area] = Place(area, name_zh=area, name_en=area, level="own")
                new.append(f"place “{area}”")
    sources = dict(catalogue.sources)
    sources[part.name] = Source(part.name, title=part.name, release="series", kind="own")
    return replace(catalogue, indicators=indicators, places=places, sources=sources), new


def own_indicator(name: str, row: dict[str, str]) -> Indicator:
    """Return a user's own indicator, in the unit of its first level."""
    unit = row.get("unit", "") if row.get("measure", "") in ("", "level") else ""
    compare = "points" if unit == "%" else "ratio"
    return Indicator(name, theme="own", name_zh=name, name_en=name, unit=unit, compare=compare)


def _areas(part: Part) -> list[str]:
    return list(dict.fromkeys(row.get("ref_area", "") for row in _lines(part)))


def _lines(part: Part) -> Iterator[dict[str, str]]:
    for header, rows, _ in observations(part):
        for row in rows:
            yield dict(zip(header, row, strict=True))
