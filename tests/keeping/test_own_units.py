"""Figures without a unit that only the name of a file calls something: they are in no unit of the catalogue."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising import stream

if TYPE_CHECKING:
    from pathlib import Path

# of Jiangxi in 10 million yuan, as a student's table has it: 2003.07 (亿元) was printed in the yearbook
WIDE = "地区,2000年,2001年\n江西省,20030.7,21756.8\n南昌市,4651.4,5245.9\n"


def read(path: Path, hints: Hints | None = None) -> set[tuple[str, str]]:
    """Return name and unit of the figures of a file."""
    out = path.with_name("out")
    import_files([str(path)], open_package([]), folder=out, hints=hints, force=True)
    with (out / "observations.csv").open(encoding="utf-8", newline="") as lines:
        return {(row["indicator"], row["unit"]) for row in csv.DictReader(lines)}


@pytest.mark.parametrize("name", ["GDP", "地区生产总值"])
def test_a_file_named_after_an_indicator_is_in_no_unit_that_nobody_named(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"{name}.csv"
    file.write_text(WIDE, "utf-8")
    ((found, unit),) = read(file)
    assert found.startswith(name)
    assert found != name
    assert unit == ""


def test_its_unit_is_what_the_user_says(tmp_path: Path) -> None:
    file = tmp_path / "GDP.csv"
    file.write_text(WIDE, "utf-8")
    assert read(file, Hints(unit="千万元")) == {("gdp", "千万元")}


def test_a_table_that_says_what_it_is_of_keeps_the_unit_of_the_catalogue(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("地区生产总值\n" + WIDE, "utf-8")
    assert read(file) == {("gdp", "亿元")}


def test_an_index_that_was_put_in_another_order_numbers_the_rows(tmp_path: Path) -> None:
    file = tmp_path / "rents.csv"
    rows = [f"{n};Dale {n};2021;{n}8906" for n in (3, 1, 5, 2, 6, 4)]
    file.write_text("\n".join(["index;Region;Year;Total", *rows, "0;Overhill;2021;28280"]) + "\n")
    ((found, _),) = read(file)
    assert "rents" in found


def test_a_large_file_is_read_so_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LARGE", "SMALL", "BATCH"):
        monkeypatch.setattr(stream, name, 10)
    file = tmp_path / "GDP.csv"
    rows = [f"江西省,{year},{year}0.7\n" for year in range(2000, 2024)]
    file.write_text("".join(["地区,年份,数值\n", *rows]), "utf-8")
    ((found, unit),) = read(file)
    assert found != "gdp"
    assert unit == ""
