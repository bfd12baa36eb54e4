"""`validate` as a whole: every fault of a package, what is accepted, and the forms of the answer."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.checks.validation import validate
from cpstats.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 24)


@pytest.fixture
def package(tmp_path: Path, root: Path) -> Path:
    """A copy of the built-in package."""
    return shutil.copytree(root / "data", tmp_path / "package")


def append(path: Path, *lines: str) -> int:
    """Add lines to a file and return the number of the first."""
    text = path.read_text("utf-8")
    path.write_text(text + "".join(f"{line}\n" for line in lines), "utf-8")
    return text.count("\n") + 1


def wrong(folder: Path) -> list[tuple[object, ...]]:
    rows = validate([str(folder)], today=TODAY).rows
    return [
        (row["rule"], str(row["file"]).removeprefix(str(folder) + "/"), row["line"], row["column"])
        for row in rows
        if row["severity"] != "info" and not row["silenced"]
    ]


def test_the_shipped_package_is_sound() -> None:
    report = validate([], today=TODAY)
    assert report.finding is False
    assert {row["rule"] for row in report.rows} <= {
        "old_provisional",
        "undated_source",
        "parts_total",
        "interpolated",
    }
    assert all(row["silenced"] for row in report.rows if row["severity"] != "info")


def test_every_fault_of_the_schema_is_found_in_one_run(package: Path) -> None:
    economy = package / "observations/economy.csv"
    n = append(
        economy,
        "gdp,110000,2030,level,current,,abc,亿元,,,,,cp_review_2025",
        "gdp,110000,2031,level,current,,1,亿人,,,,,cp_review_2025",
        "gdp,110000,20x0,level,current,,1,亿元,,,,,cp_review_2025",
        "gpd,110000,2030,level,current,,1,亿元,,,,,cp_review_2025",
        "gdp,北京,2030,level,current,,1,亿元,,,,,cp_review_2025",
        "gdp,110000,2032,level,current,,1,亿元,,,,,nobody",
        "gdp,110000,2033,level,current,,1,亿元,,,,",
        "gdp,110000,2034,lvl,current,,1,亿元,,,,,cp_review_2025",
        "gdp,110000,2035,level,current,,1,亿元,x,,,,cp_review_2025",
    )
    places = append(package / "places.csv", "119999,某区,Some,some,999999,district,")
    assert sorted(wrong(package)) == sorted(
        [
            ("schema", "observations/economy.csv", n, 32),
            ("schema", "observations/economy.csv", n + 1, 34),
            ("schema", "observations/economy.csv", n + 2, 12),
            ("schema", "observations/economy.csv", n + 3, 1),
            ("schema", "observations/economy.csv", n + 4, 5),
            ("schema", "observations/economy.csv", n + 5, 41),
            ("schema", "observations/economy.csv", n + 6, 40),
            ("schema", "observations/economy.csv", n + 7, 17),
            ("schema", "observations/economy.csv", n + 8, 37),
            ("schema", "places.csv", places, 21),
        ]
    )


def test_two_figures_of_one_release_must_not_disagree(package: Path) -> None:
    n = append(
        package / "observations/economy.csv",
        "gdp,110114,2019,level,current,,1099.9,亿元,,,,first,cp_review_2025",
    )
    assert ("duplicates", "observations/economy.csv", n, 32) in wrong(package)


def test_a_revision_that_says_so_is_no_finding(package: Path) -> None:
    append(
        package / "observations/economy.csv",
        "gdp,110114,2019,level,current,,1099.9,亿元,,,revised,,cp_review_2025",
    )
    assert wrong(package) == []


def test_two_tables_of_a_user_must_not_disagree(tmp_path: Path) -> None:
    for name, value in (("a", "100.0"), ("b", "103.0")):
        (tmp_path / f"{name}.csv").write_text(
            f"indicator,ref_area,time_period,obs_value,unit\ngdp,X,2024,{value},亿元\n"
        )
    rows = validate([str(tmp_path / "a.csv"), str(tmp_path / "b.csv")], today=TODAY).rows
    assert [row["rule"] for row in rows] == ["own_releases"]
    assert "100.0 (100 million yuan)" in str(rows[0]["message"])
    assert "103.0 (100 million yuan)" in str(rows[0]["message"])


def test_a_finding_is_accepted_with_a_reason_and_only_with_one(package: Path) -> None:
    n = append(
        package / "observations/economy.csv",
        "gdp,110114,2019,level,current,,1099.9,亿元,,,,first,cp_review_2025",
    )
    found = ("duplicates", "observations/economy.csv", n, 32)
    line = append(package / "accepted.csv", "duplicates,gdp,110114,2019,")
    assert wrong(package) == [("schema", "accepted.csv", line, 28), found]
    accepted = package / "accepted.csv"
    accepted.write_text(
        accepted.read_text("utf-8").rstrip("\n") + "the review rounds differently\n", "utf-8"
    )
    report = validate([str(package)], today=TODAY)
    assert report.finding is False
    left = [row for row in report.rows if row["rule"] == "duplicates"]
    assert [row["silenced"] for row in left] == ["the review rounds differently"]


def test_a_line_that_accepts_nothing_is_said(package: Path) -> None:
    n = append(package / "accepted.csv", "shifted,gdp,110114,,it was so")
    rows = [r for r in validate([str(package)], today=TODAY).rows if r["rule"] == "accepted"]
    assert [(r["severity"], r["line"], r["message"]) for r in rows] == [
        ("info", n, "this line accepts nothing that is found")
    ]


def test_a_file_that_is_not_there_is_an_error_and_no_finding(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="there is no such file"):
        validate([str(tmp_path / "none.csv")], today=TODAY)


def test_a_fault_in_a_table_as_it_was_downloaded_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "raw.csv"
    path.write_text("指标：地区生产总值(亿元)\n地区,2023年,2024年\n北京市,1,二\n", "utf-8")
    report = validate([str(path)], today=TODAY)
    assert report.finding is True
    assert [(r["rule"], r["line"], r["column"]) for r in report.rows] == [("schema", 3, 3)]


def test_nothing_found_keeps_the_header_of_a_machine_format(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("indicator,ref_area,time_period,obs_value\ngdp,X,2024,1\n")
    report = validate([str(path)], today=TODAY)
    assert (report.finding, report.rows, report.answered) == (False, (), True)
    assert report.header[0] == "rule"


def test_sarif_names_rule_place_and_reason(package: Path, tmp_path: Path) -> None:
    from sarif_pydantic import Sarif

    from cpstats.export import sarif
    from cpstats.model.report import Style

    append(package / "observations/economy.csv", "gdp,110000,2030,level,current,,x,亿元,,,,,none")
    report = validate([str(package)], today=TODAY)
    written = sarif.write(report, Style())
    Sarif.model_validate_json(written)
    run = json.loads(written)["runs"][0]
    assert len(run["results"]) == len(report.rows)
    for result, row in zip(run["results"], report.rows, strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == row["rule"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (row["line"], row["column"])
        assert ("suppressions" in result) == bool(row["silenced"])
        assert result["level"] in ("error", "warning", "note")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema", 5),
        ("schema", []),
        ("schema", {"fields": {"name": "a"}}),
        ("schema", {"fields": ["indicator"]}),
        ("dialect", 7),
        ("dialect", None),
    ],
)
def test_what_a_descriptor_says_of_a_table_in_no_known_form_is_an_error(
    key: str, value: object, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text("indicator,ref_area,time_period,obs_value\ngdp,110114,2031,1\n")
    resource = {"name": "figures", "path": "t.csv", key: value}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [resource]}))
    report = validate([str(tmp_path)], today=TODAY)
    (found,) = [r for r in report.rows if f"the {key} of resource" in str(r["message"])]
    assert (report.finding, found["severity"]) == (True, "error")
    assert str(found["file"]).endswith("datapackage.json")


@pytest.mark.parametrize("dialect", [{"delimiter": ","}, "dialect.json"])
def test_a_dialect_may_be_an_object_or_the_name_of_a_file(dialect: object, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("indicator,ref_area,time_period,obs_value\ngdp,110114,2031,1\n")
    resource = {"name": "figures", "path": "t.csv", "dialect": dialect, "schema": "s.json"}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [resource]}))
    assert not [r for r in validate([str(tmp_path)], today=TODAY).rows if "of resource" in str(r)]
