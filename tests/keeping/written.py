"""What writes a package, and what is in one: for tests that end it in between."""

from __future__ import annotations

import csv
import os
import warnings
from typing import TYPE_CHECKING

from cpstats.checks.rules import findings
from cpstats.keeping.adding import add_figure
from cpstats.keeping.importing import import_files
from cpstats.keeping.starting import start_package
from cpstats.keeping.typed import NewFigure
from cpstats.store.hints import Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Figures = dict[tuple[str, str], str]  # what the sources say of gdp: by place and period


def init(folder: Path) -> None:
    """Start the package anew."""
    start_package(folder, force=True)


def add(folder: Path, year: int, amount: str) -> None:
    """Add a figure of a source of its own, or revise it."""
    new = NewFigure(
        indicator="gdp", place="昌平", period=str(year), amount=f"{amount}亿元", source=f"of {year}"
    )
    add_figure(folder, new, check=findings, force=True, revise=True)


def import_(folder: Path, year: int, amount: str) -> None:
    """Replace the package by that of a table with one figure."""
    table = folder.with_name("t.csv")
    table.write_text(f"地区,{year}年\n昌平区,{amount}\n", "utf-8")
    told = Hints(indicator="gdp", unit="亿元")
    import_files([str(table)], open_package(), folder=folder, hints=told, force=True)


def figures(folder: Path) -> Figures:
    """Return the figures of a package that can be opened.

    No source stands in it without a figure.
    """
    package = open_package([str(folder)], builtin=False)
    with (folder / "observations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["source"] for row in rows} == set(package.catalogue.sources)
    return {(row["ref_area"], row["time_period"]): row["obs_value"] for row in rows}


def forked(deed: Callable[[], None]) -> int:
    """Do something in a process of its own; return its number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # no thread of the runner holds a lock
        process = os.fork()
    if not process:
        try:
            deed()
        except BaseException:  # noqa: BLE001 - the parent sees how it ended
            os._exit(1)
        os._exit(0)
    return process
