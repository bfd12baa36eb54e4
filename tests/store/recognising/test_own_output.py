"""What this program writes for machines is read again: values, intervals, statuses, releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

KEPT = ["time_period", "measure", "value", "low", "high", "bound", "unit", "obs_status", "vintage"]


@pytest.mark.parametrize("kind", ["json", "ndjson", "csv"])
def test_what_show_writes_is_read_with_the_same_figures(
    kind: str, cpstats: Run, tmp_path: Path
) -> None:
    path = tmp_path / f"t.{kind}"
    assert cpstats("show", "gdp", "-o", path, "-q").returncode == 0
    again = tmp_path / "again.json"
    assert (
        cpstats("show", "gdp", "--data", path, "-p", "changping", "-o", again, "-q").returncode == 0
    )
    assert cpstats("show", "gdp", "-o", tmp_path / "once.json", "-q").returncode == 0
    assert rows(again) == rows(tmp_path / "once.json")


def rows(path: Path) -> list[dict[str, object]]:
    import json

    every = json.loads(path.read_text("utf-8"))["rows"]
    return [{name: row[name] for name in KEPT} for row in every]


def test_computed_rows_are_no_observations(cpstats: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    cpstats("growth", "gdp", "-p", "beijing", "--from", "2020", "--to", "2024", "-o", path, "-q")
    done = cpstats("import", path, "--dry-run")
    assert done.returncode == 3
    assert done.stderr == f"cpstats: {path}: there is no figure in the table. Look at the file.\n"


def test_the_digits_are_those_of_the_interval() -> None:
    from cpstats.store.recognising.own_output import restored
    from cpstats.store.sheet import Sheet

    header = ("indicator", "value", "low", "high", "bound", "method", "reason", "source")
    rows = (header, ("gdp", "1800", "1750", "1850", "", "published", "", "x"), ("gdp", "1800", "1800", "", "lower", "", "", "x"))  # fmt: skip
    made = restored(Sheet("t", rows, (1, 2, 3)))
    assert made.rows[0] == ("indicator", "obs_value", "decimals", "high", "bound", "method", "reason", "origin")  # fmt: skip
    # [1750, 1850] is 1800 rounded to hundreds
    assert [row[2] for row in made.rows[1:]] == ["-2", ""]


def test_an_interval_that_is_none_is_refused_where_it_stands() -> None:
    text = "indicator,ref_area,time_period,measure,value,low,high,unit,method,reason\ngdp,110114,2024,level,5,x,6,亿元,published,\n"
    with pytest.raises(DataError, match="is no interval") as caught:
        foreign("t.csv", text.encode())
    assert caught.value.where == "t.csv:2:1"


def test_places_over_the_columns_are_places_though_one_code_only_is_known() -> None:
    head = "time_period,indicator,counterpart_area,measure,price_basis,unit,method"
    text = f"{head},US,US-ZQ\n2015,fares,,level,current,t,published,182,203.3\n2016,fares,,growth,,%,computed,1,2\n2016,fares,,level,current,t,published,,210\n"
    (found,) = foreign("wide.csv", text.encode())
    names = ("indicator", "ref_area", "time_period", "obs_value")
    at = [found.header.index(name) for name in names]
    assert {tuple(row[n] for n in at) for row in found.rows} == {
        ("fares", "US", "2015", "182"),
        ("fares", "US-ZQ", "2015", "203.3"),
        ("fares", "US-ZQ", "2016", "210"),
    }
