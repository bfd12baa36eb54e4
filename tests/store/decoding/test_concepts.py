"""Concepts of a cube become our columns, and two series are never taken for one."""

from __future__ import annotations

from typing import Any

from cpstats.store.decoding.concepts import long_table
from cpstats.store.decoding.cube import Cube
from cpstats.store.importers import eurostat


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
        **given,
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
    assert [row["indicator"] for row in rows] == [
        "X, 100 million yuan",
        "X, 10,000 yuan",
        "X, %",
        "Y",
    ]


def test_what_has_no_name_gets_none_of_its_units() -> None:
    text = "unit,geo\\time\t2013 \nMIO_EUR,AT\t-4078.7 \nPC_GDP,AT\t-4.7 \n"
    (sheet,) = eurostat.read("t.tsv", text.encode())
    assert {row[sheet.rows[0].index("indicator")] for row in sheet.rows[1:]} == {""}


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
        rows=[["X", "2022", "1", "B"], ["X", "2023", "2", "B"], ["X", "2024", "3", "r"]],
        lines=[2, 3, 4],
        labels={},
    )
    sheet = long_table(cube)
    assert [row[-1] for row in sheet.rows[1:]] == ["", "", "revised"]
    assert str(sheet.remarks[-1]) == "status B is not known here: 2 figures without it"


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


def test_a_status_of_several_letters_is_each_of_them() -> None:
    lines = ("X 2022 1 be", "X 2023 2 ep", "X 2024 3 bp")
    rows = table("INDICATOR TIME_PERIOD OBS_VALUE OBS_FLAG", *lines, flags={"b": ""})
    assert [row["obs_status"] for row in rows] == ["provisional"] * 3


def test_a_dimension_is_time_or_place_by_what_its_codes_are() -> None:
    rows = table("WHAT WHERE WHEN OBS_VALUE", "tea France 2023M04 1", "tea Italy 2023M05 2")
    assert [(r["indicator"], r["ref_area"], r["time_period"]) for r in rows] == [
        ("Flow, WHAT tea", "France", "2023-04"),
        ("Flow, WHAT tea", "Italy", "2023-05"),
    ]


def test_a_dimension_is_of_places_by_its_title_where_nobody_knows_their_names() -> None:
    titles = {"D2": "kommun", "D1": "kön"}
    labels = {("D2", "0114"): "0114 Upplands Väsby"}
    lines = ("kvinnor 0114 2023 1", "män 0114 2023 2")
    rows = table("D1 D2 TIME OBS_VALUE", *lines, titles=titles, labels=labels)
    assert [(r["indicator"], r["ref_area"]) for r in rows] == [
        ("Flow, kön kvinnor", "Upplands Väsby"),
        ("Flow, kön män", "Upplands Väsby"),
    ]


def test_a_column_is_what_the_user_says_and_may_be_left_out() -> None:
    columns = {"who": "place", "note": "skip"}
    rows = table("WHO NOTE TIME OBS_VALUE", "Upper x 2023 1", "Lower y 2023 2", columns=columns)
    assert [(r["indicator"], r["ref_area"]) for r in rows] == [("Flow", "Upper"), ("Flow", "Lower")]


def test_a_scale_before_the_code_of_a_unit_is_its_power_of_ten() -> None:
    lines = ("X MIO_EUR 2023 1.5", "Y THS_PER 2023 2")
    rows = table("INDICATOR UNIT TIME OBS_VALUE", *lines)
    assert [(r["obs_value"], r["unit"]) for r in rows] == [("1.5", "百万欧元"), ("2", "千人")]
