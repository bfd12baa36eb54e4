"""The descriptor of a data package, and the files that it lists; nothing outside its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.message import Message
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
            Message("the folder holds no data package", "文件夹中没有数据包"),
            where=str(folder),
            mend=Message(
                "It needs a datapackage.json; a single CSV file can be given by its own name.",
                "需要 datapackage.json；单个 CSV 文件可直接给出文件名。",
            ),
        )
    try:
        descriptor = json.loads(files.decode(files.read_bytes(path), str(path)))
    except json.JSONDecodeError as error:
        raise DataError(
            Message("this is not JSON ({})", "这不是 JSON（{}）", error.msg),
            where=f"{path}:{error.lineno}:{error.colno}",
            mend=Message("Mend the file, or write it anew.", "请改正文件，或重新生成。"),
        ) from None
    except RecursionError:
        raise DataError(
            Message("this is not JSON (it is nested too deep)", "这不是 JSON（嵌套过深）"),
            where=str(path),
            mend=Message("Mend the file, or write it anew.", "请改正文件，或重新生成。"),
        ) from None
    if not isinstance(descriptor, dict) or not _lists_resources(descriptor):
        raise DataError(
            Message("the package has no list of resources", "数据包没有资源列表"),
            where=f"{path}:1:1",
            mend=Message(
                "A data package names its files under “resources”.",
                "数据包在“resources”下列出文件。",
            ),
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
