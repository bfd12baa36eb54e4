"""A data package on disk: tables, observations and descriptor, whole or not at all."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from io import StringIO
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.columns import OBSERVATION
from cpstats.model.indicator import Indicator
from cpstats.model.place import Place
from cpstats.model.prices import without_prices
from cpstats.model.source import Source, Vintage
from cpstats.store.atomic import replaced_folder
from cpstats.store.builtin import builtin_folder
from cpstats.store.descriptor import as_assumed
from cpstats.store.measured import Measures
from cpstats.store.opened import Part
from cpstats.store.paths import exists, is_file, is_folder
from cpstats.store.unwritable import unwritable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.text_columns import Table

CSV, PARQUET = "observations.csv", "observations.parquet"
REFERRING = ("indicator", "ref_area", "counterpart_area", "source", "vintage")
TABLES = {"indicators": Indicator, "places": Place, "sources": Source, "vintages": Vintage}


def observations_of(
    sheet: Recognised, table: Table, catalogue: Catalogue, source: str
) -> list[tuple[str, ...]]:
    """Return the figures of a sheet as rows of a package: ids, canonical periods, the source.

    A source that the file itself describes stays, and so does a price basis that it leaves open.

    Parameters
    ----------
    table : Table
        The sheet as it was checked.

    Returns
    -------
    list of tuple of str
        `columns.OBSERVATION`, and where it was read.
    """
    columns = dict(table.columns)
    header = {name: i for i, name in enumerate(sheet.header)}
    basis = header.get("price_basis")
    unit = header.get("unit")
    columns["price_basis"] = [
        ("" if basis is None else row[basis])
        or ("" if unit is None else without_prices(row[unit])[1])
        for row in (sheet.rows[n] for n in table.rows)
    ]
    measures, part = Measures(catalogue), Part(source, own=True, strict=False, sheets=(sheet,))
    columns["unit"] = [
        unit or (measures.understood(ident, area, part) if measure == "level" else "")
        for unit, ident, area, measure in zip(
            *(columns[name] for name in ("unit", "indicator", "ref_area", "measure")), strict=True
        )
    ]
    described = {s.source for s in sheet.sources}
    columns["source"] = [s if s in described else source for s in columns["source"]]
    columns["where"] = sheet.where_all(table.rows)
    return list(zip(*columns.values(), strict=True))


def source_id(name: str) -> str:
    """Return a file's name as the id of a source.

    >>> source_id("tables/GDP by province (2024).csv")
    'gdp_by_province_2024'
    """
    return re.sub(r"\W+", "_", Path(name).stem).strip("_").lower() or "table"


def write_package(
    folder: Path,
    rows: Iterable[Mapping[str, str]],
    catalogue: Catalogue,
    *,
    title: str,
    extra: Mapping[str, str] | None = None,
    assumed: Iterable[tuple[str, str]] = (),
    force: bool = False,
) -> int:
    """Write a package with everything its figures refer to, and return how many there are.

    It is written beside its place and moved there at the end, so that it is whole or absent.

    Parameters
    ----------
    rows : iterable of mapping
        Observations, `columns.OBSERVATION`; they are written one by one.
    extra, assumed, force
        As in `write_pieces`.

    Raises
    ------
    UsageError
        When the folder is not empty, holds something else, or cannot be written.
    """
    pieces = ([tuple(row[name] for name in OBSERVATION)] for row in rows)
    return write_pieces(
        folder, pieces, catalogue, title=title, extra=extra, assumed=assumed, force=force
    )


def write_pieces(
    folder: Path,
    pieces: Iterable[Sequence[tuple[str, ...]]] | Figures,
    catalogue: Catalogue,
    *,
    title: str,
    extra: Mapping[str, str] | None = None,
    assumed: Iterable[tuple[str, str]] = (),
    force: bool = False,
    parquet: bool = False,
) -> int:
    """Write a package as `write_package` does, some rows at a time.

    Parameters
    ----------
    pieces : iterable of sequence of tuple of str
        Observations, in the order of `columns.OBSERVATION`.
    extra : mapping of file name to text
        Further files, such as `import.toml`.
    parquet : bool
        Whether the figures are kept as Parquet.
    assumed : iterable of tuple of str
        Source and indicator of figures whose unit their file did not name; a source alone (and
        an empty text) where it named no place.
    force : bool
        Whether a data package that is there may be replaced.

    Raises
    ------
    UsageError
        When the folder is not empty, holds something else, or cannot be written.
    """
    there = exists(folder) and (not is_folder(folder) or any(folder.iterdir()))
    if there and not force:
        raise UsageError(
            Message("{} is not empty", "{} 不是空文件夹", folder),
            mend=Message(
                "Name another folder, or add --force to replace it.",
                "请另指定文件夹，或加 --force 替换。",
            ),
        )
    if there and not is_file(folder / "datapackage.json"):  # a slip must not cost other files
        raise UsageError(
            Message("{} holds something else than a data package", "{} 中的内容不是数据包", folder),
            mend=Message(
                "Name another folder; only a data package is replaced.",
                "请另指定文件夹；只替换数据包。",
            ),
        )
    try:
        with replaced_folder(folder) as draft:
            used = _write(draft, pieces, parquet=parquet)
            for name, text in {
                **_files(used, catalogue, title, assumed, parquet=parquet),
                **(extra or {}),
            }.items():
                (draft / name).parent.mkdir(parents=True, exist_ok=True)
                (draft / name).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise unwritable(folder, error) from None
    return used.count


class Figures(Protocol):
    """Figures that an engine holds, and writes itself."""

    count: int

    def names(self, column: str) -> Collection[str]:
        """Return the texts that a column has."""

    def write(self, path: Path, *, parquet: bool) -> None:
        """Write them in order."""


@dataclass
class _Used:
    """What the figures refer to."""

    count: int = 0
    indicators: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    vintages: set[str] = field(default_factory=set)

    def take(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Take in what some figures refer to."""
        self.count += len(rows)
        for names, column in (
            (self.indicators, "indicator"),
            (self.places, "ref_area"),
            (self.places, "counterpart_area"),
            (self.sources, "source"),
            (self.vintages, "vintage"),
        ):
            names.update(map(itemgetter(OBSERVATION.index(column)), rows))


def _write(
    draft: Path, pieces: Iterable[Sequence[tuple[str, ...]]] | Figures, *, parquet: bool
) -> _Used:
    path = draft / (PARQUET if parquet else CSV)
    if not isinstance(pieces, Iterable):
        pieces.write(path, parquet=parquet)
        names = {column: {*pieces.names(column)} for column in REFERRING}
        places = (names["ref_area"] | names["counterpart_area"]) - {""}
        return _Used(pieces.count, names["indicator"], places, names["source"], names["vintage"])
    used = _write_csv(draft / CSV, pieces)
    if parquet:
        from cpstats.store.as_parquet import parquet_of

        parquet_of(draft / CSV, path)
        (draft / CSV).unlink()
    return used


def _write_csv(path: Path, pieces: Iterable[Sequence[tuple[str, ...]]]) -> _Used:
    used = _Used()
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_lines([OBSERVATION]))
        for rows in pieces:
            file.write(_lines(rows))
            used.take(rows)
    used.places.discard("")
    return used


def _lines(rows: Sequence[tuple[str, ...]]) -> str:
    """Return rows of several cells as CSV, by `csv.writer` only where a cell must be quoted."""
    text = "".join([f"{','.join(row)}\n" for row in rows])
    dividers = sum(map(len, rows)) - len(rows)
    plain = '"' not in text and "\r" not in text
    if plain and text.count(",") == dividers and text.count("\n") == len(rows):
        return text
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _files(
    used: _Used,
    catalogue: Catalogue,
    title: str,
    assumed: Iterable[tuple[str, str]],
    *,
    parquet: bool,
) -> dict[str, str]:
    things = _things(used, catalogue)
    builtin = builtin_folder()
    made = {f"{name}.csv": _table(kind, things[name]) for name, kind in TABLES.items()}
    made["observations.schema.json"] = (builtin / "observations.schema.json").read_text("utf-8")
    made["datapackage.json"] = _descriptor(builtin, title, assumed, PARQUET if parquet else CSV)
    return made


def _things(used: _Used, catalogue: Catalogue) -> dict[str, list[Any]]:
    """Return what the figures refer to, in the catalogue's order, with the parents of places."""
    for area in list(used.places):
        while (parent := catalogue.places[area].parent) and parent in catalogue.places:
            used.places.add(parent)
            area = parent  # noqa: PLW2901 - one step up
    return {
        name: [
            thing
            for ident, thing in getattr(catalogue, name).items()
            if ident in getattr(used, name)
        ]
        for name in TABLES
    }


def _table(kind: type[Any], things: Sequence[Any]) -> str:
    names = [f.name for f in fields(kind)]
    cells = attrgetter(*names)
    rows = [[c if isinstance(c, str) else _cell(c) for c in cells(thing)] for thing in things]
    if kind is Place:
        places, parent = {thing.ref_area for thing in things}, names.index("parent")
        for row in rows:
            row[parent] = row[parent] if row[parent] in places else ""
    return _csv(names, rows)


def cells_of(thing: Any) -> dict[str, str]:
    """Return a thing of the catalogue as a line of its table."""
    return {f.name: _cell(getattr(thing, f.name)) for f in fields(thing)}


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "|".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _csv(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return out.getvalue()


def _descriptor(builtin: Path, title: str, assumed: Iterable[tuple[str, str]], path: str) -> str:
    """Return the descriptor of the built-in package with one table of observations."""
    whole = json.loads((builtin / "datapackage.json").read_text("utf-8"))
    tables = [_relaxed(r) for r in whole["resources"] if r["name"] in TABLES]
    figures = next(r for r in whole["resources"] if r["name"].startswith("observations"))
    figures |= {"name": "observations", "path": path, "title": "Observations"}
    if path == PARQUET:
        figures |= {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    name = re.sub(r"[^a-z0-9._-]+", "-", title.lower()).strip("-") or "figures"
    made = {
        "$schema": whole["$schema"],
        "name": name,
        "title": title,
        "resources": [*tables, figures],
    }
    if told := as_assumed(assumed):
        made["assumed"] = told
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _relaxed(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table's description for a user's own things: only the key is bound to a form.

    What the built-in table has no column for (when a place was valid) is a text.
    """
    key = table["schema"]["primaryKey"]
    keys = [key] if isinstance(key, str) else key
    for column in table["schema"]["fields"]:
        if column["name"] in keys:
            column["constraints"] = {"required": True, "unique": True}
        else:
            column.pop("constraints", None)
    described = {column["name"] for column in table["schema"]["fields"]}
    more = [f.name for f in fields(TABLES[table["name"]]) if f.name not in described]
    table["schema"]["fields"] += [{"name": name, "type": "string"} for name in more]
    return table
