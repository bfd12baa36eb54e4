"""A new package: one figure as an example, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.columns import OBSERVATION
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.store.package import open_package
from cpstats.store.text_columns import observations
from cpstats.store.writer import write_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.package import Package

README = """# {name}

A data package for cpstats: observations.csv holds the figures, the other tables what they refer to.

    cpstats show {indicator} --data {name}
    cpstats add {indicator} {place} {year} {value} --source "the source" --data {name}
    cpstats validate {name}

The first figure is an example. A finding of `validate` that is lawful is left by a line in
accepted.csv: rule,indicator,ref_area,time_period,reason.
"""


def _example(package: Package) -> dict[str, str]:
    """Return the last level of total output at home that has a plain number."""
    output = package.catalogue.in_role("total_output")
    wanted = (output, package.catalogue.home, "level", "")
    rows = (
        row
        for header, rows, _ in observations(package.parts[0])
        for row in (dict(zip(header, cells, strict=True)) for cells in rows)
        if tuple(row.get(c, "") for c in ("indicator", "ref_area", "measure", "bound")) == wanted
    )
    return max((r for r in rows if r["time_period"].isdigit()), key=lambda r: r["time_period"])


def _words(row: dict[str, str], catalogue: Catalogue) -> dict[str, str]:
    """Return the words of a line to type that adds the next year."""
    place = catalogue.places[row["ref_area"]]
    return {
        "indicator": row["indicator"],
        "place": place.aliases[0] if place.aliases else place.name_zh,
        "year": str(int(row["time_period"]) + 1),
        "value": row["obs_value"] + row["unit"],
    }


def start_package(folder: Path, *, force: bool = False) -> Report:
    """Write a package with one figure of the built-in data.

    Raises
    ------
    UsageError
        When the folder is not empty, or cannot be written.
    """
    package = open_package()
    row = _example(package)
    line = dict.fromkeys(OBSERVATION, "") | row
    name = folder.name or str(folder)
    write_package(
        folder,
        [line],
        package.catalogue,
        title=name,
        extra={
            "README.md": README.format(name=name, **_words(row, package.catalogue)),
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
                f"Next: cpstats show {row['indicator']} --data {folder}",
                f"下一步：cpstats show {row['indicator']} --data {folder}",
            ),
        ),
    )
