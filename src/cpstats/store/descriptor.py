"""The descriptor of a data package, and the files that it lists; nothing outside its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DESCRIPTOR = "datapackage.json"


def resources(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and file of each resource; one whose data stand in the descriptor has no file.

    Raises
    ------
    DataError
        When a resource is remote or outside the folder.
    """
    for resource in descriptor_of(folder).get("resources", []):
        if "data" in resource and "path" not in resource:
            continue
        written = resource.get("path", "")
        for relative in written if isinstance(written, list) else [written]:
            yield str(resource.get("name", "")), inside(folder, str(relative))


def descriptor_of(folder: Path) -> dict[str, Any]:
    """Return what a package says of itself.

    Raises
    ------
    DataError
        When there is none, it is no JSON, or names no resources.
    """
    import json

    path = folder / DESCRIPTOR
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


def inside(folder: Path, relative: str) -> Path:
    """Return a file of the package; a package reads nothing outside its folder."""
    path = folder / relative.replace("\0", "")
    outside = not path.resolve().is_relative_to(folder.resolve())
    if not relative or "\0" in relative or "://" in relative or outside:
        raise DataError(
            f"the package names a file outside its folder (“{relative}”)",
            where=str(folder / DESCRIPTOR),
            mend="Copy the file into the package and name it by its relative path.",
        )
    return path
