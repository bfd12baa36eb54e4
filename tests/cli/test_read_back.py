"""What `show` and the other questions write of a package: read back it is the same figures, or it is refused."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.vexland import vexland

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

QUESTIONS = (
    "show land_gdp",
    "show all -p norshire",
    "show all -p all",
    "show land_gdp -p norshire -p sunshire --wide",
    "show all -p norshire --wide",
    "show land_gdp -p all --rows place",
    "show all -p all --rows indicator",
    "show all -p all --rows period",
    "compare land_gdp -p norshire",
    "rank land_gdp",
    "share land_gdp -p norshire",
    "report norshire",
)
FOR_MACHINES = (
    "csv",
    "tsv",
    "json",
    "ndjson",
    "sdmx-csv",
    "json-stat",
    "datapackage",
    "xlsx",
)
FOR_THE_EYE = ("md", "html", "plain", "latex")
SUFFIX = {
    "sdmx-csv": "csv",
    "json-stat": "json",
    "plain": "txt",
    "latex": "tex",
    "datapackage": "zip",
}
KEY = ("indicator", "ref_area", "time_period", "measure")


def written(invoke: Invoke, tmp_path: Path, question: str, kind: str, lang: str) -> Path:
    """Return the file with the answer to a question over the made country, in a folder of its own."""
    folder = tmp_path / "vex"
    folder.mkdir(exist_ok=True)
    vexland(folder)
    made = tmp_path / f"page.{SUFFIX.get(kind, kind)}"
    data = ("--data", str(folder), "--no-builtin", "--lang", lang)
    done = invoke(*question.split(), *data, "-F", kind, "-o", made, "--force")
    assert done.status == 0, done.stderr
    return made


def figures(file: Path) -> set[tuple[str, ...]]:
    """Return the figures of a package, each as its key and its number."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {
        (
            *(row[name] for name in KEY),
            row.get("price_basis") or "current",
            str(Decimal(row["obs_value"]).normalize()),
        )
        for row in rows
    }


@pytest.mark.parametrize("kind", FOR_MACHINES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_file_for_machines_is_read_back_as_figures_of_the_package(
    invoke: Invoke, tmp_path: Path, question: str, kind: str
) -> None:
    if kind == "datapackage" and not question.startswith("show"):
        return  # refused at once: it holds no computed figures
    made = written(invoke, tmp_path, question, kind, "en")
    known = figures(tmp_path / "vex/observations.csv")
    done = invoke("import", made, "-o", tmp_path / "read", "--no-builtin", "--force")
    if done.status:
        said = done.stderr  # of computed figures, or of measures side by side, whose units are lost
        assert not question.startswith("show") or "Write it again without --rows" in said, said
        return
    read = figures(tmp_path / "read/observations.csv")
    assert read <= known
    if question == "show all -p all":
        assert read == known


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("kind", FOR_THE_EYE)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_page_for_the_eye_is_refused_with_what_reads_it(
    invoke: Invoke, tmp_path: Path, question: str, kind: str, lang: str
) -> None:
    made = written(invoke, tmp_path, question, kind, lang)
    done = invoke("import", made, "--dry-run")
    assert done.status != 0
    assert "-F csv" in done.stderr


@pytest.mark.parametrize("kind", ["csv", "json", "json-stat", "xlsx"])
def test_a_package_of_a_country_is_read_back_whole(
    invoke: Invoke, tmp_path: Path, shared: Path, kind: str
) -> None:
    for package in sorted((shared / "examples").iterdir()):
        made = tmp_path / f"{package.name}.{SUFFIX.get(kind, kind)}"
        data = ("--data", package, "--no-builtin", "-F", kind, "-o", made)
        done = invoke("show", "all", "-p", "all", *data)
        assert done.status == 0, done.stderr
        read = tmp_path / f"{package.name}_read"
        done = invoke("import", made, "-o", read, "--no-builtin")
        assert done.status == 0, done.stderr
        assert figures(read / "observations.csv") == figures(package / "observations.csv")
