"""One name in units that measure different things, in one table or in several (invented figures)."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from cpstats.keeping.importing import import_files
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "country,year,variable,unit,value\n"
MONEY = "Norway,2020,Ore trade,million USD,100\nNorway,2021,Ore trade,million USD,110\n"
SHARE = "Norway,2020,Ore trade,% of GDP,30\n"


def names(folder: Path, *texts: str) -> list[tuple[str, str, str]]:
    """Return name, figure and unit of what is imported from files."""
    for n, text in enumerate(texts):
        (folder / f"t{n}.csv").write_text(HEAD + text, "utf-8")
    files = [str(folder / f"t{n}.csv") for n in range(len(texts))]
    import_files(files, open_package(), folder=folder / "p", force=True)
    with (folder / "p" / "observations.csv").open(encoding="utf-8", newline="") as lines:
        rows = [*csv.DictReader(lines)]
    with (folder / "p" / "indicators.csv").open(encoding="utf-8", newline="") as lines:
        called = {
            row["indicator"]: row["name_en"] or row["name_zh"] for row in csv.DictReader(lines)
        }
    return sorted((called[r["indicator"]], r["obs_value"], r["unit"]) for r in rows)


def test_the_first_unit_keeps_the_name_and_the_others_say_theirs(tmp_path: Path) -> None:
    expected = [
        ("Ore trade", "100", "million USD"),
        ("Ore trade", "110", "million USD"),
        ("Ore trade, % of GDP", "30", "% of GDP"),
    ]
    assert names(tmp_path, MONEY + SHARE) == expected
    assert names(tmp_path, MONEY, SHARE) == expected


def test_units_of_one_kind_are_one_name(tmp_path: Path) -> None:
    text = "Norway,2020,Miners,persons,1500\nNorway,2021,Miners,thousand persons,1.6\n"
    assert {name for name, *_ in names(tmp_path, text)} == {"Miners"}
