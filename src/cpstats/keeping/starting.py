"""A new package: one figure as an example, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.columns import OBSERVATION
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.store.package import open_package
from cpstats.store.table import observations
from cpstats.store.writer import write_package

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = ("gdp", "110114", "2024", "level")
README = """# {name}

A data package for cpstats: observations.csv holds the figures, the other tables what they refer to.

    cpstats show gdp --data {name}
    cpstats add gdp 昌平 2025 1853.2亿元 --source "the source" --data {name}
    cpstats validate {name}

The first figure is an example. A finding of `validate` that is lawful is left by a line in
accepted.csv: rule,indicator,ref_area,time_period,reason.
"""


def start_package(folder: Path, *, force: bool = False) -> Report:
    """Write a package with one figure of the built-in data.

    Raises
    ------
    UsageError
        When the folder is not empty, or cannot be written.
    """
    package = open_package()
    row = next(
        row
        for header, rows, _ in observations(package.parts[0])
        for row in (dict(zip(header, cells, strict=True)) for cells in rows)
        if (row["indicator"], row["ref_area"], row["time_period"], row["measure"]) == EXAMPLE
    )
    line = dict.fromkeys(OBSERVATION, "") | row
    name = folder.name or str(folder)
    write_package(
        folder,
        [line],
        package.catalogue,
        title=name,
        extra={
            "README.md": README.format(name=name),
            "accepted.csv": "rule,indicator,ref_area,time_period,reason\n",
        },
        force=force,
    )
    files = sorted(path.name for path in folder.iterdir())
    columns = (Column(Text("file", "文件"), right=False),)
    return Report(
        Text(f"{name}: a new package", f"{name}：新数据包"),
        blocks=(Block(columns, tuple((Cell(text=same(f)),) for f in files)),),
        records=tuple({"file": str(folder / f)} for f in files),
        notes=(
            Text(
                f"Next: cpstats show gdp --data {folder}",
                f"下一步：cpstats show gdp --data {folder}",
            ),
        ),
    )
