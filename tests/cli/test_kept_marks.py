"""What a table left open stays open in the package that `show` writes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke


def _assumed(folder: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((folder / "datapackage.json").read_text("utf-8")).get(
        "assumed", []
    )
    return found


@pytest.mark.parametrize("unit", ["", "亿元"])
def test_an_assumed_unit_is_written_into_the_package(
    unit: str, invoke: Invoke, tmp_path: Path
) -> None:
    table = tmp_path / "own.csv"
    table.write_text(
        f"indicator,ref_area,time_period,obs_value,unit\ngdp,昌平,2031,8,{unit}\n", "utf-8"
    )
    folder = tmp_path / "p"
    words = ("show", "gdp", "--period", "2031", "--data", table)
    assert invoke(*words, "-F", "datapackage", "-o", folder).status == 0
    marks = [(one["column"], one.get("indicator")) for one in _assumed(folder)]
    assert marks == ([] if unit else [("unit", "gdp")])


def test_an_assumed_place_is_written_into_the_package_and_stands_behind_once_more(
    invoke: Invoke, tmp_path: Path
) -> None:
    table = tmp_path / "own.csv"
    table.write_text("数据库：年度数据\n指标,2022年\n地区生产总值(亿元),7\n", "utf-8")
    folder = tmp_path / "p"
    words = ("show", "gdp", "-p", "china", "--period", "2022")
    done = invoke(*words, "--data", table, "--no-builtin", "-F", "datapackage", "-o", folder)
    assert done.status == 0, done.stderr
    assert [one["column"] for one in _assumed(folder)] == ["ref_area"]
    shown = invoke(*words, "--data", folder, "-F", "csv").stdout
    assert ",7," not in shown  # the published figure answers
