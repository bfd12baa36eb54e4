"""The descriptor of a data package, and the files that it lists; nothing outside its folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, Where
from cpstats.message import Message, shortened
from cpstats.store import files
from cpstats.store.decoding.json_text import loaded
from cpstats.store.paths import is_file, real

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

DESCRIPTOR = "datapackage.json"


def resources(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and file of each resource; one whose data stand in the descriptor has no file.

    Raises
    ------
    DataError
        When a resource names no file, or one that is absent, a folder or outside the package, or
        when its data stand in the descriptor and are figures.
    """
    for number, resource in enumerate(descriptor_of(folder).get("resources", []), start=1):
        name = str(resource.get("name", ""))
        inline = "path" not in resource and resource.get("data")
        if isinstance(inline, list) and any(map(_has_figure, inline)):
            raise DataError(
                Message(
                    "the figures of resource {} stand in the descriptor itself",
                    "第 {} 个资源的数据写在描述文件之内",
                    f"“{name}”" if name else number,
                ),
                where=str(folder / DESCRIPTOR),
                mend=Message(
                    "Write them into a CSV file in the package, and its name as the path.",
                    "请写入数据包内的 CSV 文件，并以其文件名作为 path。",
                ),
            )
        if isinstance(inline, (list, dict)):
            continue
        written = resource.get("path")
        paths = written if isinstance(written, list) else [written]
        if not paths or not all(isinstance(path, str) and path for path in paths):
            raise DataError(
                Message(
                    "the path of resource {} names no file ({})",
                    "第 {} 个资源的 path 不是文件名（{}）",
                    f"“{name}”" if name else number,
                    json.dumps(written, ensure_ascii=False),
                ),
                where=str(folder / DESCRIPTOR),
                mend=Message(
                    "Write the name of a file in the package, or a list of such names.",
                    "请写数据包内的文件名，或文件名的列表。",
                ),
            )
        for relative in paths:
            yield name, files.looked_at(inside(folder, relative))


def _has_figure(row: object) -> bool:
    """Whether a row of inline data has a number beside something else."""
    cells = [*row.values()] if isinstance(row, dict) else row
    if not isinstance(cells, list) or len(cells) < 2:
        return False
    from cpstats.store.intervals import NUMBER  # few descriptors hold rows

    return any(NUMBER(str(cell)) for cell in cells if not isinstance(cell, bool))


def descriptor_of(folder: Path) -> dict[str, Any]:
    """Return what a package says of itself.

    Raises
    ------
    DataError
        When there is none, it lies elsewhere, is no JSON, or names no resources.
    """
    path = inside(folder, DESCRIPTOR)
    if not is_file(path):
        raise DataError(
            Message("the folder holds no data package", "文件夹中没有数据包"),
            where=str(folder),
            mend=Message(
                "It needs a datapackage.json; a single CSV file can be given by its own name.",
                "需要 datapackage.json；单个 CSV 文件可直接给出文件名。",
            ),
        )
    descriptor = loaded(str(path), files.decode(files.read_bytes(path), str(path)))
    if not isinstance(descriptor, dict) or not _lists_resources(descriptor):
        raise DataError(
            Message("the package has no list of resources", "数据包没有资源列表"),
            where=Where(path, 1, 1),
            mend=Message(
                "A data package names its files under “resources”.",
                "数据包在“resources”下列出文件。",
            ),
        )
    return descriptor


def assumed_in(descriptor: dict[str, Any]) -> frozenset[tuple[str, str]]:
    """Return of which figures the file named no place (source, "") or no unit (source, indicator)."""
    told = descriptor.get("assumed", [])
    found = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
    return frozenset((str(one.get("source")), str(one.get("indicator", ""))) for one in found)


def as_assumed(assumed: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Return what was assumed as the descriptor holds it, in order."""
    return [
        {"column": "unit", "source": source, "indicator": indicator}
        if indicator
        else {"column": "ref_area", "source": source}
        for source, indicator in sorted(assumed)
    ]


def _lists_resources(descriptor: dict[str, Any]) -> bool:
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not resources:
        return False
    return all(isinstance(r, dict) for r in resources)


def schemas(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what a package says of the columns of its tables, by the name of the table."""
    found = {str(r.get("name")): r.get("schema", {}) for r in descriptor_of(folder)["resources"]}
    return {name: schema for name, schema in found.items() if isinstance(schema, dict)}


def oddities(folder: Path) -> Iterator[DataError]:
    """Yield what a package says of a table in a form that nothing can be read from."""
    for number, resource in enumerate(descriptor_of(folder)["resources"], start=1):
        schema, dialect = resource.get("schema", {}), resource.get("dialect", {})
        odd = {
            "schema": not _is_schema(schema),
            "dialect": not isinstance(dialect, dict) and not _is_name(dialect),
        }
        for what in (name for name, is_odd in odd.items() if is_odd):
            yield DataError(
                Message(
                    "the {} of resource {} cannot be understood ({})",
                    "看不懂资源 {1} 的 {0}（{2}）",
                    what,
                    f"“{resource['name']}”" if resource.get("name") else number,
                    shortened(json.dumps(resource[what], ensure_ascii=False), 80),
                ),
                where=str(folder / DESCRIPTOR),
                mend=Message(
                    "Compare it with the Data Package standard, or leave it out.",
                    "请对照 Data Package 标准修改，或将其删去。",
                ),
            )


def _is_schema(schema: object) -> bool:
    """Whether it is a Table Schema, or the name of a file with one."""
    if not isinstance(schema, dict):
        return _is_name(schema)
    fields = schema.get("fields", [])
    return isinstance(fields, list) and all(
        isinstance(field, dict) and isinstance(field.get("name"), str) for field in fields
    )


def _is_name(said: object) -> bool:
    """Whether it may be the name of a file; a number of the descriptor is a text as well here."""
    from cpstats.store.intervals import NUMBER

    return isinstance(said, str) and bool(said) and not NUMBER(said)


def inside(folder: Path, relative: str) -> Path:
    """Return a file of the package; a package reads nothing outside its folder."""
    path = folder / relative.replace("\0", "")
    outside = not real(path).is_relative_to(real(folder))
    if not relative or "\0" in relative or "://" in relative or outside:
        raise DataError(
            Message(
                "the package names a file outside its folder (“{}”)",
                "数据包引用了文件夹之外的文件（“{}”）",
                relative,
            ),
            where=str(folder / DESCRIPTOR),
            mend=Message(
                "Copy the file into the package and name it by its relative path.",
                "请把文件复制到数据包内，并用相对路径引用。",
            ),
        )
    return path
