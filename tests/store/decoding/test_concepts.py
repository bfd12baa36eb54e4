"""Concepts of a cube become our columns, and two series are never taken for one."""

from __future__ import annotations

from typing import Any

from cpstats.store.decoding.concepts import Cube, long_table


def table(concepts: str, *lines: str, **given: Any) -> list[dict[str, str]]:
    cube = Cube(
        name="t",
        said="",
        title=given.pop("title", "Flow"),
        concepts=tuple(concepts.split()),
        rows=[line.split() for line in lines],
        lines=range(2, len(lines) + 2),
        labels=given.pop("labels", {}),
        dimensions=given.pop("dimensions", None),
    )
    sheet = long_table(cube)
    header, *rows = sheet.rows
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_a_dimension_that_is_not_known_becomes_part_of_the_name() -> None:
    rows = table(
        "INDICATOR ADJUSTMENT SECTOR TIME_PERIOD OBS_VALUE",
        "gdp N _Z 2024 1",
        "gdp S1 S13 2024 2",
        dimensions=frozenset(("INDICATOR", "ADJUSTMENT", "SECTOR", "TIME_PERIOD")),
    )
    assert [row["indicator"] for row in rows] == [
        "gdp, ADJUSTMENT N",
        "gdp, ADJUSTMENT S1, SECTOR S13",
    ]


def test_without_an_indicator_the_flow_names_it() -> None:
    (row,) = table("CURRENCY TIME_PERIOD OBS_VALUE", "USD 2024 1.08", title="EXR")
    assert row["indicator"] == "EXR, CURRENCY USD"


def test_an_indicator_in_two_kinds_of_unit_is_two() -> None:
    lines = ("X CNY 8 2023 1", "X CNY 4 2024 10000", "X PT 0 2024 5", "Y CNY 8 2024 1")
    rows = table("INDICATOR UNIT_MEASURE UNIT_MULT TIME_PERIOD OBS_VALUE", *lines)
    assert [row["indicator"] for row in rows] == ["X, 亿元", "X, 万元", "X, %", "Y"]


def test_two_units_of_one_kind_are_one_indicator() -> None:
    lines = ("X CNY 8 2023 1", "X CNY 4 2024 10000")
    rows = table("INDICATOR UNIT_MEASURE UNIT_MULT TIME_PERIOD OBS_VALUE", *lines)
    assert [(row["indicator"], row["unit"]) for row in rows] == [("X", "亿元"), ("X", "万元")]


def test_a_unit_that_takes_no_power_is_multiplied_exactly() -> None:
    # 1.20 times 10^6, two decimals: 1200000, rounded to 10^4
    (row,) = table("INDICATOR UNIT UNIT_MULT TIME_PERIOD OBS_VALUE", "X GWH 6 2024 1.20")
    assert (row["obs_value"], row["unit"], row["decimals"]) == ("1200000", "GWH", "-4")


def test_the_decimals_of_the_standard_are_kept() -> None:
    (row,) = table("INDICATOR UNIT DECIMALS TIME_PERIOD OBS_VALUE", "X PC 1 2024 5")
    assert (row["obs_value"], row["unit"], row["decimals"]) == ("5", "%", "1")


def test_an_exponent_is_written_out() -> None:
    (row,) = table("INDICATOR TIME_PERIOD OBS_VALUE", "X 2024 1.25E-7")
    assert row["obs_value"] == "0.000000125"


def test_china_is_known_by_its_iso_codes_and_others_by_their_label() -> None:
    labels = {("GEO", "FR"): "France", ("GEO", "110000"): "Peking"}
    lines = ("X CN 2024 1", "X CHN 2023 1", "X FR 2024 1", "X 110000 2024 1", "X DE 2024 1")
    rows = table("INDICATOR GEO TIME OBS_VALUE", *lines, labels=labels)
    assert [row["ref_area"] for row in rows] == ["100000", "100000", "France", "110000", "DE"]


def test_a_status_that_is_not_known_is_said_and_left_empty() -> None:
    cube = Cube(
        name="t",
        said="",
        title="",
        concepts=("INDICATOR", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"),
        rows=[["X", "2022", "1", "E"], ["X", "2023", "2", "E"], ["X", "2024", "3", "r"]],
        lines=[2, 3, 4],
        labels={},
    )
    sheet = long_table(cube)
    assert [row[-1] for row in sheet.rows[1:]] == ["", "", "revised"]
    assert str(sheet.remarks[-1]) == "status E is not known here: 2 figures without it"


def test_a_cell_is_found_again_in_its_file() -> None:
    cube = Cube(
        name="t.csv",
        said="",
        title="",
        concepts=("", "INDICATOR", "OBS_VALUE", "TIME_PERIOD"),
        rows=[["T", "X", "1", "2024"]],
        lines=[7],
        labels={},
    )
    sheet = long_table(cube)
    assert sheet.where(1, sheet.rows[0].index("obs_value")) == "t.csv:7:3"
    assert sheet.where(1, sheet.rows[0].index("time_period")) == "t.csv:7:4"
