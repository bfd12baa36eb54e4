"""Answers in the formats of the standards, and the same answers from what was written."""

from __future__ import annotations

import json
import zipfile
from shlex import split
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

WRITTEN = (
    ("sdmx-csv", "figures.csv"),
    ("json-stat", "figures.json"),
    ("datapackage", "figures"),
)
QUESTIONS = (
    "show gdp",
    "show gdp resident_population budget_revenue -p changping -p beijing -p china --freq all",
    "show gdp -p children:beijing --wide",
)


def rows(invoke: Invoke, *words: str) -> list[dict[str, Any]]:
    done = invoke(*words, "--json", "-q")
    assert done.status == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return found


@pytest.mark.parametrize(("form", "name"), WRITTEN)
@pytest.mark.parametrize("question", QUESTIONS)
def test_show_of_what_was_written_is_show_of_what_there_was(
    question: str, form: str, name: str, invoke: Invoke
) -> None:
    words = question.split()
    done = invoke(*words, "--format", form, "-o", name, "-q")
    assert (done.status, done.stdout, done.stderr) == (0, "", "")
    assert rows(invoke, *words, "--data", name) == rows(invoke, *words)


@pytest.mark.parametrize(("form", "name"), WRITTEN)
def test_it_stands_alone_without_the_built_in_data(form: str, name: str, invoke: Invoke) -> None:
    invoke("show", "gdp", "--format", form, "-o", name, "-q")
    alone = rows(invoke, "show", "gdp", "-p", "110114", "--data", name, "--no-builtin")
    assert alone == rows(invoke, "show", "gdp")


@pytest.mark.parametrize(("form", "name"), WRITTEN[:2])
def test_what_was_written_is_imported_with_its_own_sources(
    form: str, name: str, invoke: Invoke
) -> None:
    invoke("show", "gdp", "--format", form, "-o", name, "-q")
    assert invoke("import", name, "-o", "taken").status == 0
    words = ("show", "gdp", "-p", "110114", "--no-builtin", "--data")
    assert rows(invoke, *words, "taken") == rows(invoke, "show", "gdp")


@pytest.mark.parametrize(("form", "name"), WRITTEN[:2])
def test_validate_finds_no_fault_in_what_was_written(form: str, name: str, invoke: Invoke) -> None:
    invoke("show", "gdp", "--format", form, "-o", name, "-q")
    done = invoke("validate", name, "--format", "plain")
    assert done.status == 0, done.stdout


def test_computed_figures_are_written_with_their_reasons_and_left_out_by_who_reads(
    invoke: Invoke,
) -> None:
    words = ("compare", "gdp", "--vs", "beijing", "--period", "2021..2025")
    assert invoke(*words, "--format", "sdmx-csv", "-o", "c.csv", "-q").status == 0
    computed = [r for r in rows(invoke, *words) if r["method"] != "published"]
    done = invoke("import", "c.csv", "--dry-run", "--format", "plain")
    assert f"{len(computed)} computed figures are left out" in done.stdout


def test_a_data_package_is_a_folder_or_a_zip(invoke: Invoke, tmp_path: Path) -> None:
    assert invoke("show", "gdp", "-F", "datapackage", "-o", "figures", "-q").status == 0
    assert invoke("show", "gdp", "-o", "figures.zip", "-q").status == 0
    with zipfile.ZipFile(tmp_path / "figures.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == {p.name: p.read_bytes() for p in (tmp_path / "figures").iterdir()}
    assert {"datapackage.json", "observations.csv", "sources.csv"} <= set(packed)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("figures", "figures is not empty. Name another folder, or add --force to replace it."),
        ("figures.zip", "figures.zip exists. Add --force to replace it."),
    ],
)
def test_a_data_package_replaces_nothing_without_force(
    name: str, message: str, invoke: Invoke
) -> None:
    words = ("show", "gdp", "-F", "datapackage", "-o", name, "-q")
    assert invoke(*words).status == 0
    done = invoke(*words)
    assert (done.status, done.stderr) == (2, f"cpstats: {message}\n")
    assert invoke(*words, "--force").status == 0


def test_a_folder_of_other_files_is_not_replaced_even_with_force(
    invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("dear")
    done = invoke("show", "gdp", "-F", "datapackage", "-o", "letters", "-q", "--force")
    assert (done.status, done.stderr) == (
        2,
        (
            "cpstats: letters holds something else than a data package. "
            "Name another folder; only a data package is replaced.\n"
        ),
    )
    assert (tmp_path / "letters" / "letter.txt").read_text() == "dear"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "show gdp -F datapackage",
            "a data package is a folder, not one text. Name it: -o figures, or -o figures.zip.",
        ),
        (
            "list -F sdmx-csv",
            (
                "sdmx-csv is for figures, and this answer has none. "
                "It is written by show, compare and others; this one has csv and json."
            ),
        ),
        (
            "info gdp -F json-stat",
            (
                "json-stat is for figures, and this answer has none. "
                "It is written by show, compare and others; this one has csv and json."
            ),
        ),
        (
            "list -F datapackage -o x",
            (
                "datapackage is for published figures, and this answer has none. "
                "It is written by show; this one has csv and json."
            ),
        ),
    ],
)
def test_what_cannot_be_written_says_why(line: str, message: str, invoke: Invoke) -> None:
    done = invoke(*line.split())
    assert (done.status, done.stdout, done.stderr) == (2, "", f"cpstats: {message}\n")


PACKAGE = {
    "name": "tea",
    "resources": [
        {"name": "sales", "path": "tables/sales.csv"},
        {"name": "inline", "data": [{"a": 1}]},
        {"name": "picture", "path": "tea.png"},
    ],
}
SALES = "Region,Year,Tea sold (吨)\nFrance,2023,12\nFrance,2024,13\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "tea"
    (folder / "tables").mkdir(parents=True)
    (folder / "tables" / "sales.csv").write_text(SALES, "utf-8")
    (folder / "tea.png").write_bytes(b"\x89PNG")
    (folder / "datapackage.json").write_text(json.dumps(PACKAGE), "utf-8")
    return folder


@pytest.mark.parametrize("name", ["tea", "tea/datapackage.json"])
def test_a_package_of_another_layout_is_read_as_its_tables(
    name: str, package: Path, invoke: Invoke
) -> None:
    found = rows(invoke, "show", "Tea sold", "--data", name)
    assert [(r["ref_area"], r["time_period"], r["value"], r["unit"]) for r in found] == [
        ("FR", "2023", 12.0, "吨"),
        ("FR", "2024", 13.0, "吨"),
        ("FR", "2024", 8.33333333333, "%"),  # growth of the levels: 13 / 12 − 1
    ]
    assert invoke("import", name, "-o", "taken", "-q").status == 0
    taken = rows(invoke, "show", "Tea sold", "-p", "France", "--data", "taken")
    assert [r["value"] for r in taken] == [12.0, 13.0, 8.33333333333]


@pytest.mark.parametrize("path", ["../outside.csv", "https://example.org/a.csv", "/etc/hostname"])
def test_a_package_reads_nothing_outside_its_folder(
    path: str, package: Path, tmp_path: Path, invoke: Invoke
) -> None:
    (tmp_path / "outside.csv").write_text(SALES)
    resources = [{"name": "sales", "path": path}]
    (package / "datapackage.json").write_text(json.dumps({"resources": resources}))
    message = (
        f"cpstats: tea/datapackage.json: the package names a file outside its folder (“{path}”). "
        "Copy the file into the package and name it by its relative path.\n"
    )
    for words in (("show", "gdp", "--data", "tea"), ("import", "tea", "-o", "taken")):
        done = invoke(*words)
        assert (done.status, done.stdout, done.stderr) == (3, "", message)
    assert not (tmp_path / "taken").exists()


def test_a_package_without_a_table_cannot_be_imported(package: Path, invoke: Invoke) -> None:
    resources = [{"name": "picture", "path": "tea.png"}]
    (package / "datapackage.json").write_text(json.dumps({"resources": resources}))
    done = invoke("import", "tea", "-o", "taken")
    assert (done.status, done.stderr) == (
        3,
        (
            "cpstats: tea/datapackage.json: the package lists no table of figures. A table is a "
            "resource whose path ends in one of .csv, .tsv, .txt, .xlsx, .xls, .ods, .json, .xml.\n"
        ),
    )


def test_a_package_of_this_layout_is_not_imported(invoke: Invoke) -> None:
    invoke("show", "gdp", "-F", "datapackage", "-o", "figures", "-q")
    done = invoke("import", "figures", "-o", "taken")
    assert (done.status, done.stderr) == (
        2,
        ("cpstats: figures has the layout of this program already. Read it with --data figures.\n"),
    )


NO_PLACE = "DATAFLOW,INDICATOR,TIME_PERIOD,OBS_VALUE\nT:A(1.0),Tea,2024,12\n"


def test_a_place_that_no_line_names_is_asked_for_and_can_be_said(
    invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "tea.csv").write_text(NO_PLACE)
    done = invoke("import", "tea.csv", "-o", "taken")
    assert (done.status, done.stderr) == (
        3,
        (
            "cpstats: tea.csv:1:1: the file does not name its place. Name it with --area. "
            "Read so: cpstats import tea.csv --area PLACE (1 figure, the first Tea, PLACE, 2024: 12).\n"
        ),
    )
    assert invoke("import", "tea.csv", "--area", "France", "-o", "taken", "-q").status == 0
    (row,) = rows(invoke, "show", "Tea", "-p", "France", "--data", "taken")
    assert (row["value"], row["ref_area"]) == (12.0, "FR")


def test_a_line_that_is_proposed_repeats_what_was_said_already(
    invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "f.csv").write_text("Year,Ferries\nFY2020,12\nFY2021,14\n")
    done = invoke("import", "f.csv", "--area", "New Haven", "--unit", "t", "--column", "2=value")
    line = "cpstats import f.csv --area 'New Haven' --unit t --column 2=value --fiscal ends"
    assert (done.status, line in done.stderr) == (3, True)
    assert invoke(*split(line)[1:], "-o", "taken", "-q").status == 0
