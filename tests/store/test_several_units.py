"""One name in units that measure different things, in one table or in several (invented figures)."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign
from cpstats.store.several_units import SeveralUnits

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


def test_the_growth_beside_an_amount_in_another_money_is_shown_under_its_name(
    tmp_path: Path,
) -> None:
    (tmp_path / "t.csv").write_text(
        "Country,GDP (US$ bn),Growth (%)\nPeru,5,1.5\nChile,6,2.5\n", "utf-8"
    )
    hints = Hints(period="2021")
    report = import_files([str(tmp_path / "t.csv")], open_package(), hints=hints)
    cells = [row[1].text.en for block in report.blocks for row in block.rows if len(row) == 8]
    assert cells == ["GDP(USD)"] * 4


def test_a_unit_of_another_kind_than_the_catalogues_gives_a_name_of_its_own(tmp_path: Path) -> None:
    rows = "Norway,2020,Exports,kt,100\nNorway,2020,GDP,million persons,3\n"
    assert names(tmp_path, rows) == [
        ("Exports, kt", "100", "kt"),
        ("GDP, million persons", "3", "million persons"),
    ]


TABLE = "Country,Indicator,Unit,2021\nPeru,{},{},5\nPeru,{},{},6\n"


def called(text: str) -> set[tuple[str, str]]:
    """Return names and units of what is read from a table, with the names that other units get."""
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    made = SeveralUnits().named(found, open_package().catalogue)
    return {(row[0], row[5]) for row in made.rows}


def test_what_the_catalogue_knows_in_a_unit_of_another_kind_has_a_name_of_its_own() -> None:
    found = called(TABLE.format("Exports", "kt", "Imports", "kt"))
    assert found == {("Exports, kt", "kt"), ("Imports, kt", "kt")}


@pytest.mark.parametrize("rate", ["%", "‰"])
def test_a_rate_of_what_the_catalogue_has_as_an_amount_keeps_the_name_and_is_asked_about(
    rate: str,
) -> None:
    assert called(TABLE.format("Exports", rate, "Imports", rate)) == {
        ("Exports", rate),
        ("Imports", rate),
    }


def test_a_figure_without_the_unit_that_others_of_its_name_have_is_asked_about(
    tmp_path: Path,
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (
        ["Median weekly pay"],
        ["April 2025, £"],
        [],
        ["Ward (£)", "UK (£)"],
        [672.9, 766.6],
    ):
        book.active.append(row)
    sheet = book.create_sheet("Data")
    sheet.append(["ConstituencyName", "CountryName", "Year", "Ward", "UK"])
    for town in ("Hill", "Lake"):
        sheet.append([town, "United Kingdom", 2025, 5.5, 7.5])
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(DataError) as caught:
        import_files([str(tmp_path / "t.xlsx")], open_package(), folder=tmp_path / "p", force=True)
    said = (
        "Ward of Hill has no unit, and other figures of that name are in £. Name the unit: --unit"
    )
    assert said in str(caught.value)


@pytest.mark.parametrize("bare_first", [True, False])
def test_figures_without_a_unit_are_not_in_that_of_others(
    tmp_path: Path, *, bare_first: bool
) -> None:
    bare, money = "Norway,2020,Ore trade,,7\n", "Peru,2020,Ore trade,million USD,100\n"
    found = names(tmp_path, bare + money if bare_first else money + bare)
    assert found == (
        [("Ore trade", "7", ""), ("Ore trade, million USD", "100", "million USD")]
        if bare_first
        else [("Ore trade", "100", "million USD"), ("Ore trade (unit not named)", "7", "")]
    )
