"""The data package is sound: its schema holds, keys are unique across files, all is traceable."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).resolve().parents[1] / "data"
DESCRIPTOR: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text("utf-8"))
KEY = (
    "indicator",
    "ref_area",
    "time_period",
    "measure",
    "price_basis",
    "counterpart_area",
    "source",
)
# Figures and sources of each release. A change of either is a new release: add a line.
RELEASES = {"2026.11.23": (1548, 164), "2026.11.28": (7028, 177)}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def observations() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield `file:line` and the row; no cell of ours spans two lines (a test says so)."""
    for path in sorted((DATA / "observations").glob("*.csv")):
        for number, row in enumerate(table(path), start=2):
            yield f"{path.name}:{number}", row


def test_frictionless_finds_the_package_valid() -> None:
    from frictionless import validate

    report = validate(str(DATA / "datapackage.json"))
    faults = report.flatten(["place", "rowNumber", "fieldName", "type", "message"])
    assert (faults, report.valid) == ([], True)
    assert report.stats["tasks"] == 11


@pytest.mark.parametrize(
    ("file", "good", "bad", "fault"),
    [
        ("observations/economy.csv", "gdp,100000,1978,", "gnp,100000,1978,", "foreign-key"),
        ("observations/economy.csv", ",huang_blog", ",nobody", "foreign-key"),
        ("observations/economy.csv", "1978,growth,", "1978,grwth,", "constraint-error"),
        ("observations/economy.csv", ",11.7,", ",1.17e1,", "constraint-error"),
        ("observations/opening.csv", ",2025,level", ",FY2025,level", "constraint-error"),
        ("places.csv", "beijing,100000", "beijing,999999", "foreign-key"),
        ("places.csv", "110101,", "110000,", "primary-key"),
        ("indicators.csv", ",flow,", ",stream,", "constraint-error"),
    ],
)
def test_the_schema_rejects(tmp_path: Path, file: str, good: str, bad: str, fault: str) -> None:
    import shutil

    from frictionless import validate

    package = tmp_path / "data"
    shutil.copytree(DATA, package)
    text = (package / file).read_text("utf-8")
    assert good in text
    (package / file).write_text(text.replace(good, bad, 1), "utf-8", newline="\n")
    report = validate(str(package / "datapackage.json"))
    assert fault in {kind for (kind,) in report.flatten(["type"])}


def test_no_key_occurs_twice_in_any_two_files() -> None:
    lines: dict[tuple[str, ...], list[str]] = {}
    for where, row in observations():
        lines.setdefault(tuple(row[name] for name in KEY), []).append(where)
    assert {key: where for key, where in lines.items() if len(where) > 1} == {}


def test_the_release_has_the_figures_and_sources_that_it_announces() -> None:
    figures = sum(1 for _ in observations())
    assert (figures, len(table(DATA / "sources.csv"))) == RELEASES[DESCRIPTOR["version"]]


def test_every_figure_lies_in_the_file_of_its_theme() -> None:
    theme = {row["indicator"]: row["theme"] for row in table(DATA / "indicators.csv")}
    strays = [w for w, row in observations() if w.split(".")[0] != theme[row["indicator"]]]
    assert strays == []


@pytest.mark.parametrize(
    ("file", "column"), [("sources", "source"), ("indicators", "indicator"), ("places", "ref_area")]
)
def test_nothing_is_listed_that_has_no_figure(file: str, column: str) -> None:
    used = {row[column] for _, row in observations()}
    assert [row[column] for row in table(DATA / f"{file}.csv") if row[column] not in used] == []


def test_every_source_can_be_found() -> None:
    # An address, or where there is none a locator or at least a publisher and a note.
    lost = [
        row["source"]
        for row in table(DATA / "sources.csv")
        if not (row["url"].startswith(("https://", "http://")) or row["locator"] or row["note"])
    ]
    assert lost == []


def test_names_and_aliases_name_one_indicator_only() -> None:
    names: Counter[str] = Counter()
    for row in table(DATA / "indicators.csv"):
        own = [row["indicator"], row["name_zh"], row["name_en"], *row["aliases"].split("|")]
        names.update({name.casefold() for name in own if name})
    assert [name for name, count in names.items() if count > 1] == []


def test_every_table_is_in_the_descriptor_and_every_column_is_described() -> None:
    files = {str(p.relative_to(DATA).as_posix()) for p in DATA.rglob("*.csv")}
    assert {resource["path"] for resource in DESCRIPTOR["resources"]} == files
    for resource in DESCRIPTOR["resources"]:
        schema = resource["schema"]
        if isinstance(schema, str):
            schema = json.loads((DATA / schema).read_text("utf-8"))
        with (DATA / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert [field["name"] for field in schema["fields"]] == next(csv.reader(file))
        assert all(field["description"] for field in schema["fields"])


def test_the_files_are_plain_utf8_with_lf_and_one_row_a_line() -> None:
    for path in sorted(DATA.rglob("*.csv")):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf"), path
        assert b"\r" not in content, path
        assert content.endswith(b"\n"), path
        assert len(table(path)) == content.count(b"\n") - 1, path
