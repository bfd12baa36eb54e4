"""Observations become a checked frame in canonical units and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from cpstats.errors import DataError
from cpstats.model.columns import OBSERVATION
from cpstats.store import loading
from cpstats.store.loading import DERIVED, check_only, checked
from cpstats.store.measured import Measures
from cpstats.store.opened import Part
from cpstats.store.package import joined_with, open_package
from cpstats.store.text_columns import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def read(*given: Any, **more: Any) -> pd.DataFrame:
    return pd.DataFrame(loading.read(*given, **more))


HEADER = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit,decimals,bound\n"


def one(tmp_path: Path, line: str, header: str = HEADER) -> dict[str, object]:
    path = tmp_path / "own.csv"
    path.write_text(header + line + "\n", encoding="utf-8")
    frame = read(open_package([str(path)], builtin=True))
    own = frame[frame["given"] != 0]
    assert len(own) == 1
    return dict(own.iloc[0])


def test_the_frame_has_the_columns_of_an_observation_and_what_is_derived() -> None:
    frame = read(open_package(), indicators={"gdp"}, places={"110114"})
    assert list(frame.columns) == [*OBSERVATION, *DERIVED]
    assert set(frame["indicator"]) == {"gdp"}
    assert set(frame["ref_area"]) == {"110114"}


def test_every_built_in_figure_is_read() -> None:
    assert len(read(open_package())) == 7_028  # docs/data.md


@pytest.mark.parametrize(
    ("line", "value", "low", "high", "decimals"),
    [
        # 183.37 十亿元 is 1833.7 亿元, half a digit is 0.005 十亿元 = 0.05 亿元
        ("gdp,110114,2023,,,183.37,十亿元,,", 1833.7, 1833.65, 1833.75, 1),
        # 5 with one decimal meant is 5.0 ± 0.05
        ("gdp,110114,2023,growth,,5,%,1,", 5.0, 4.95, 5.05, 1),
        # 2267000 人 means thousands: 226.7 万人 ± 0.05
        ("resident_population,110114,2023,,,2267000,人,-3,", 226.7, 226.65, 226.75, 1),
    ],
)
def test_units_are_converted_exactly_and_intervals_follow_the_printed_digits(
    tmp_path: Path, line: str, value: float, low: float, high: float, decimals: int
) -> None:
    row = one(tmp_path, line)
    assert (row["value"], row["low"], row["high"]) == (value, low, high)
    assert row["decimals"] == decimals


def test_a_bound_has_an_open_end(tmp_path: Path) -> None:
    row = one(tmp_path, "gdp,110114,2023,,,1800,亿元,,lower")
    assert row["low"] == 1800
    assert row["high"] != row["high"]


def test_what_is_left_out_has_its_stated_default(tmp_path: Path) -> None:
    header = "indicator,ref_area,time_period,obs_value\n"
    row = one(tmp_path, "地区生产总值,昌平,2023年,1500.0", header)
    assert (row["indicator"], row["ref_area"], row["time_period"]) == ("gdp", "110114", "2023")
    assert (row["measure"], row["price_basis"], row["unit"]) == ("level", "current", "亿元")
    assert str(row["source"]).endswith("own.csv")


def test_an_unmarked_growth_has_the_indicators_own_basis_and_says_so(tmp_path: Path) -> None:
    real = one(tmp_path, "gdp,110114,2023,growth,,5.0,%,,")
    nominal = one(tmp_path, "budget_revenue,110114,2023,growth,,5.0,%,,")
    assert (real["price_basis"], real["assumed"]) == ("constant", True)
    assert (nominal["price_basis"], nominal["assumed"]) == ("current", True)


def test_an_empty_cell_is_missing_and_never_0(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "indicator,ref_area,time_period,obs_value\ngdp,110114,2023,\ngdp,110114,2022,1\n"
    )
    frame = read(open_package([str(path)], builtin=False), indicators={"gdp"})
    assert frame["time_period"].tolist() == ["2022"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2024-01/2024-03", "2024-Q1"),
        ("2024-01/2024-06", "2024-H1"),
        ("2024-01/2024-12", "2024"),
        ("2024年前三季度", "2024-01/2024-09"),
        ("“十四五”期间", "2021/2025"),
    ],
)
def test_periods_are_written_in_their_canonical_form(
    tmp_path: Path, written: str, code: str
) -> None:
    header = "indicator,ref_area,time_period,obs_value\n"
    assert one(tmp_path, f"gdp,110114,{written},1", header)["time_period"] == code


def test_a_row_of_a_plain_file_has_every_column_with_its_default(tmp_path: Path) -> None:
    row = one(tmp_path, "gdp,110114,2023,level,,183.37,十亿元,,")
    name = str(tmp_path / "own.csv")
    # 183.37 十亿元 = 1833.7 亿元 ± 0.05
    assert row == {
        "indicator": "gdp",
        "ref_area": "110114",
        "time_period": "2023",
        "measure": "level",
        "price_basis": "current",
        "counterpart_area": "",
        "obs_value": "183.37",
        "unit": "亿元",
        "decimals": 1,
        "bound": "",
        "obs_status": "",
        "vintage": "",
        "source": name,
        "value": 1833.7,
        "low": 1833.65,
        "high": 1833.75,
        "printed_unit": "十亿元",
        "assumed": False,
        "given": 1,
        "order": 0,
        "series": False,
        "release": "series",
        "published": "",
        "known": "",
        "kind": "own",
        "quality": "",
    }


def test_a_built_in_figure_has_what_its_source_and_its_vintage_say() -> None:
    frame = read(open_package(), indicators={"gdp"}, places={"110000"})
    level = (frame["time_period"] == "2024") & (frame["vintage"] == "census5")
    row = dict(frame[level].iloc[0])
    # docs/data.md: 49670.2 in 2024, revised after the fifth census, released in March 2026
    asked = ("value", "order", "series", "given", "known")
    assert [row[name] for name in asked] == [49670.2, 4, True, 0, "2026-03-31"]


@pytest.mark.parametrize(
    ("measure", "given", "unit"),
    [
        ("level", "", "亿元"),
        ("total", "万亿元", "亿元"),
        ("growth", "", "%"),
        ("growth_gap", "百分点", "百分点"),
        ("share", "‰", "%"),
        ("index", "", "上年=100"),
        ("multiple", "", "倍"),
    ],
)
def test_every_measure_has_its_unit(tmp_path: Path, measure: str, given: str, unit: str) -> None:
    assert one(tmp_path, f"gdp,110114,2023,{measure},,1,{given},,")["unit"] == unit


@pytest.mark.parametrize(
    ("line", "basis", "assumed"),
    [
        ("gdp,110114,2023,level,constant:2015,1,,,", "constant:2015", False),
        ("gdp,110114,2023,level,,1,,,", "current", False),  # a level in yuan
        ("resident_population,110114,2023,level,,1,,,", "", False),
        ("gdp,110114,2023,growth,current,1,,,", "current", False),
        ("gdp,110114,2023,index,,101,,,", "constant", True),
        ("gdp,110114,2023,share,,1,,,", "", False),
    ],
)
def test_a_basis_is_assumed_only_for_a_growth_that_does_not_say_it(
    tmp_path: Path, line: str, basis: str, *, assumed: bool
) -> None:
    row = one(tmp_path, line)
    assert (row["price_basis"], row["assumed"]) == (basis, assumed)


def test_an_empty_table_has_all_columns() -> None:
    found = loading.read(open_package(builtin=False))
    assert found == {name: [] for name in (*OBSERVATION, *DERIVED)}


def test_only_the_rows_that_are_asked_for_are_returned_in_file_order() -> None:
    whole = read(open_package())
    part = read(open_package(), indicators={"gdp", "cpi"}, places={"110000"})
    wanted = whole["indicator"].isin({"gdp", "cpi"}) & (whole["ref_area"] == "110000")
    assert part.equals(whole[wanted].reset_index(drop=True))


@pytest.mark.parametrize(
    "lines",
    [
        ["gdp,110114,2023,,,5,亿元,,", "gdp,110114,2024,,,x,亿元,,", "gdp,110114,2025,,,5,亩,,"],
        ["gdp,110114,2023,,,5,亩,,", "gdp,110114,2024,,,x,亿元,,"],
        ["gdp,110114,2023,,,5,亿元,,", "gdp,110114,2024,,,5,亿元,x,"],
        ["gdp,110114,2023,,,5,亿元,,", f"gdp,110114,2024,,,{'9' * 310},亿元,,"],
        ["gdp,110114,2023,,,5,亿元,,", f"gdp,110114,2024,,,{'9' * 410},亿元,,"],
        ["gdp,110114,2023,,,5,亿元,,", "gdp,110114,2023,,current,5,亿元,,"],
        ["gdp,110114,2023,,,5,亿元,,", "gdp,110114,2024,,,6,万元,1,approx"],
    ],
    ids=["number", "unit", "decimals", "too large", "too long", "twice", "sound"],
)
def test_what_is_only_checked_has_the_same_first_fault(lines: list[str]) -> None:
    def fault(check: Callable[[Table, Part, Measures], object]) -> str:
        try:
            check(Table(part), part, Measures(package.catalogue))
        except DataError as error:
            return str(error)
        return ""

    content = (HEADER + "\n".join(lines) + "\n").encode()
    part = Part("own.csv", own=True, strict=False, content=content)
    package = joined_with(open_package(), part)
    assert fault(check_only) == fault(checked)
