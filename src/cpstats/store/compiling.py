"""The built-in tables become one file that is read at once: see `compiled`."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from cpstats.model.columns import OBSERVATION
from cpstats.store.atomic import replace_file
from cpstats.store.builtin import builtin_folder
from cpstats.store.compiled import KINDS, compiled, kept_at, shipped, state
from cpstats.store.descriptor import DESCRIPTOR
from cpstats.store.loading import DERIVED, checked
from cpstats.store.measured import Measures
from cpstats.store.package import package_of
from cpstats.store.text_columns import Table

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package


def keep() -> None:
    """Compile the data of a checkout where that is not done, as Python does with its own files."""
    folder = builtin_folder()
    if compiled() or shipped(folder) or sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return
    with suppress(OSError):  # the next one tries again
        compile_to(kept_at(folder), folder)
        compiled.cache_clear()


def compile_to(path: Path, folder: Path) -> None:
    """Write the package of a folder, compiled, whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    replace_file(path, compiled_of(folder))


def compiled_of(folder: Path, *, fixed: bool = False) -> bytes:
    """Return the package of a folder, compiled; in a wheel the program is `fixed`."""
    package = package_of(folder)
    (part,) = package.parts
    named = [*part.tables, *(("", path) for path in part.observations)]
    files = [path.relative_to(folder).as_posix() for _, path in named]
    pieces: list[bytes] = []
    head: dict[str, Any] = {
        "of": state(folder, [DESCRIPTOR, *files], shipped=fixed),
        "files": [DESCRIPTOR, *files],
        "named": [[name, file] for (name, _), file in zip(named, files, strict=True)],
        "home": package.catalogue.home,
        "nation": package.catalogue.nation,
        "homes": dict(package.catalogue.homes),
        "tables": _placed(pieces, _tables(package)),
        **_figures(package, pieces),
    }
    body = b"\n".join(pieces)
    return b"\n".join([_line({**head, "size": len(body)}), body])


def _tables(package: Package) -> dict[str, list[list[Any]]]:
    return {
        name: [
            [getattr(line, cell) for cell in kind.__slots__]
            for line in getattr(package.catalogue, name).values()
        ]
        for name, kind in KINDS.items()
    }


def _figures(package: Package, pieces: list[bytes]) -> dict[str, Any]:
    """Return the columns, and where the figures of each indicator and place stand."""
    (part,) = package.parts
    found = checked(Table(part), part, Measures(package.catalogue))
    columns = {name: found[name] for name in (*OBSERVATION, *DERIVED)}
    rows: dict[str, dict[str, list[int]]] = {}
    pairs = zip(columns["indicator"], columns["ref_area"], strict=True)
    for number, (indicator, place) in enumerate(pairs):
        rows.setdefault(indicator, {}).setdefault(place, []).append(number)
    figures: dict[str, dict[str, list[int]]] = {}
    for indicator, by_place in rows.items():
        for place, numbers in by_place.items():
            cells = [[of[i] for i in numbers] for of in columns.values()]
            figures.setdefault(indicator, {})[place] = _placed(pieces, [numbers, *cells])
    return {"columns": list(columns), "figures": figures}


def _placed(pieces: list[bytes], told: Any) -> list[int]:
    """Put one line behind the others, and return where it stands."""
    first = sum(map(len, pieces)) + len(pieces)
    pieces.append(_line(told))
    return [first, first + len(pieces[-1])]


def _line(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
