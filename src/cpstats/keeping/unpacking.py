"""A package of this program in a zip becomes a folder: as it was written, file by file."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message, counted
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.store.atomic import replaced_folder
from cpstats.store.package import parts_of
from cpstats.store.paths import exists, is_file, is_folder
from cpstats.store.text_columns import observations
from cpstats.store.unpacked import package_folder
from cpstats.store.unwritable import unwritable

if TYPE_CHECKING:
    from collections.abc import Sequence


def unpacked(names: Sequence[str], folder: Path | None, *, force: bool) -> Report | None:
    """Unpack the one file that is a package in a zip; None for anything else.

    Raises
    ------
    UsageError
        When the folder is not empty, holds something else, or cannot be written.
    """
    inside = package_folder(names[0]) if len(names) == 1 else None
    parts = parts_of(str(inside)) if inside is not None else []
    if inside is None or len(parts) != 1 or not parts[0].strict or not parts[0].observations:
        return None
    count = sum(len(rows) for _, rows, _ in observations(parts[0]))
    if folder is not None:
        _copy(inside, folder, force=force)
    columns = (Column(Text("file", "文件"), right=False), Column(Text("figures", "数据")))
    cells = (Cell(text=same(Path(names[0]).name)), Cell(text=same(f"{count:,}")))
    done = Text(
        f"{counted(count, 'figure', '')} in a package of this program, unpacked to {folder}: --data {folder}",
        f"本程序的数据包，含{count}个数据，已解压至 {folder}：--data {folder}",
    )
    seen = Text(
        "a package of this program: --data reads it as it is",
        "本程序的数据包：可直接用 --data 读取",
    )
    return Report(
        Text("Import", "导入"),
        blocks=(Block(columns, (cells,)),),
        records=({"file": names[0], "figures": count, "package": str(folder or "")},),
        notes=(seen if folder is None else done,),
    )


def _copy(inside: Path, folder: Path, *, force: bool) -> None:
    filled = exists(folder) and (not is_folder(folder) or any(folder.iterdir()))
    if filled and not (force and is_file(folder / "datapackage.json")):
        raise UsageError(
            Message("{} is not empty", "{} 不是空文件夹", folder),
            mend=Message(
                "Name another folder; --force replaces a data package.",
                "请另指定文件夹；--force 可替换数据包。",
            ),
        )
    try:
        with replaced_folder(folder) as draft:
            shutil.copytree(inside, draft, dirs_exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from None
