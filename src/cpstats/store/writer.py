"""A data package on disk: tables, observations and descriptor, whole or not at all."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass, field, fields
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.model.columns import OBSERVATION
from cpstats.model.indicator import Indicator
from cpstats.model.period import Period
from cpstats.model.place import Place
from cpstats.model.source import Source, Vintage
from cpstats.store.atomic import exchange, locked
from cpstats.store.package import builtin_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.recognise import Recognised

TABLES = {"indicators": Indicator, "places": Place, "sources": Source, "vintages": Vintage}


def observations_of(sheet: Recognised, catalogue: Catalogue, source: str) -> list[dict[str, str]]:
    """Return the figures of a sheet as rows of a package: ids, canonical periods, the source.

    A source that the file itself describes stays. Each has `where` it was read beside the columns
    of an observation.
    """
    indicator, area = lru_cache(catalogue.find_indicator), lru_cache(catalogue.find_place)
    period = lru_cache(lambda text: str(Period.parse(text)))
    empty = dict.fromkeys(OBSERVATION, "")
    columns = [(i, name) for i, name in enumerate(sheet.header) if name in OBSERVATION]
    rows = []
    described = {s.source for s in sheet.sources}
    for number, cells in enumerate(sheet.rows):
        row = empty | {name: cells[i] for i, name in columns}
        if not row["obs_value"].strip():
            continue
        row["indicator"] = indicator(row["indicator"])
        row["ref_area"] = area(row["ref_area"])
        row["time_period"] = period(row["time_period"])
        row["measure"] = row["measure"] or "level"
        unit = catalogue.indicators[row["indicator"]].unit
        row["unit"] = row["unit"] or (unit if row["measure"] == "level" else "")
        row["source"] = row["source"] if row["source"] in described else source
        row["where"] = sheet.where(number, "obs_value")
        rows.append(row)
    return rows


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
    force: bool = False,
) -> int:
    """Write a package with everything its figures refer to, and return how many there are.

    It is written beside its place and moved there at the end, so that it is whole or absent.

    Parameters
    ----------
    rows : iterable of mapping
        Observations, `columns.OBSERVATION`; they are written one by one.
    extra : mapping of file name to text
        Further files, such as `import.toml`.
    force : bool
        Whether a data package that is there may be replaced.

    Raises
    ------
    UsageError
        When the folder is not empty, holds something else, or cannot be written.
    """
    there = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if there and not force:
        raise UsageError(
            f"{folder} is not empty", mend="Name another folder, or add --force to replace it."
        )
    if there and not (folder / "datapackage.json").is_file():  # a slip must not cost other files
        raise UsageError(
            f"{folder} holds something else than a data package",
            mend="Name another folder; only a data package is replaced.",
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise unwritable(folder, error) from None
    try:
        used = _write(draft / "observations.csv", rows)
        for name, text in _files(used, catalogue, title, extra or {}).items():
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            (draft / name).write_text(text, encoding="utf-8", newline="")
        draft.chmod(0o755)
        with locked(folder) if (folder / "datapackage.json").is_file() else nullcontext():
            _exchange(draft, folder)
    except OSError as error:
        raise unwritable(folder, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return used.count


def unwritable(folder: Path, error: OSError) -> UsageError:
    """Return the error for a folder that cannot be written."""
    return UsageError(
        f"{folder} cannot be written ({error.strerror or error})",
        mend="Choose a folder that exists, may be written to and has room.",
    )


def _exchange(draft: Path, folder: Path) -> None:
    """Move the draft to its place; what was there goes when the new one stands."""
    if not folder.exists():
        draft.rename(folder)
        return
    if sys.platform == "linux" and exchange(draft, folder):
        return  # what was there is now the draft, and is thrown away as one
    old = draft.with_name(f"{draft.name}-old")
    folder.rename(old)
    draft.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


@dataclass
class _Used:
    """What the figures refer to."""

    count: int = 0
    indicators: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    vintages: set[str] = field(default_factory=set)


def _write(path: Path, rows: Iterable[Mapping[str, str]]) -> _Used:
    used = _Used()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(OBSERVATION)
        for row in rows:
            writer.writerow([row[name] for name in OBSERVATION])
            used.count += 1
            used.indicators.add(row["indicator"])
            used.places |= {row[c] for c in ("ref_area", "counterpart_area") if row[c]}
            used.sources.add(row["source"])
            used.vintages.add(row["vintage"])
    return used


def _files(
    used: _Used, catalogue: Catalogue, title: str, extra: Mapping[str, str]
) -> dict[str, str]:
    things = _things(used, catalogue)
    builtin = builtin_folder()
    made = {f"{name}.csv": _table(kind, things[name]) for name, kind in TABLES.items()}
    made["observations.schema.json"] = (builtin / "observations.schema.json").read_text("utf-8")
    made["datapackage.json"] = _descriptor(builtin, title)
    return made | dict(extra)


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
    rows = [cells_of(thing) for thing in things]
    places = {row["ref_area"] for row in rows} if kind is Place else set()
    for row in rows:
        if kind is Place and row["parent"] not in places:
            row["parent"] = ""
    return _csv(names, rows)


def cells_of(thing: Any) -> dict[str, str]:
    """Return a thing of the catalogue as a line of its table."""
    return {f.name: _cell(getattr(thing, f.name)) for f in fields(thing)}


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "|".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _csv(names: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, list(names), lineterminator="\n")
    writer.writeheader()
    writer.writerows(dict(row) for row in rows)
    return out.getvalue()


def _descriptor(builtin: Path, title: str) -> str:
    """Return the descriptor of the built-in package with one table of observations."""
    whole = json.loads((builtin / "datapackage.json").read_text("utf-8"))
    tables = [_relaxed(r) for r in whole["resources"] if r["name"] in TABLES]
    figures = next(r for r in whole["resources"] if r["name"].startswith("observations"))
    figures |= {"name": "observations", "path": "observations.csv", "title": "Observations"}
    name = re.sub(r"[^a-z0-9._-]+", "-", title.lower()).strip("-") or "figures"
    made = {
        "$schema": whole["$schema"],
        "name": name,
        "title": title,
        "resources": [*tables, figures],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _relaxed(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table's description for a user's own things: only the key is bound to a form."""
    key = table["schema"]["primaryKey"]
    keys = [key] if isinstance(key, str) else key
    for column in table["schema"]["fields"]:
        if column["name"] in keys:
            column["constraints"] = {"required": True, "unique": True}
        else:
            column.pop("constraints", None)
    return table
