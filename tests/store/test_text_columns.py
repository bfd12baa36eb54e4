"""The files of one part as columns of text, able to say where a cell stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.model.columns import OBSERVATION
from cpstats.store.opened import Part
from cpstats.store.text_columns import Table

if TYPE_CHECKING:
    from pathlib import Path

LONG = "indicator,ref_area,time_period,obs_value,note\ngdp,X,2024,1,n\n\ngdp,Y,2024,2,n\n"


def plain(text: str, faults: list[DataError] | None = None) -> Table:
    return Table(Part("own.csv", own=True, strict=False, content=text.encode()), faults)


def test_every_column_of_an_observation_is_there_and_others_are_left_out() -> None:
    table = plain(LONG)
    empty = {name: ["", ""] for name in OBSERVATION}
    assert table.columns == empty | {
        "indicator": ["gdp", "gdp"],
        "ref_area": ["X", "Y"],
        "time_period": ["2024", "2024"],
        "obs_value": ["1", "2"],
    }
    assert table.rows == [0, 1]


def test_a_header_alone_is_a_table_without_rows() -> None:
    table = plain("indicator,ref_area,time_period,obs_value\n")
    assert table.columns == {name: [] for name in OBSERVATION}
    assert table.rows == []


def test_a_cell_says_where_it_stands() -> None:
    assert plain(LONG).where(1, "obs_value") == "own.csv:4:12"  # “gdp,Y,2024,” has 11 signs


def test_a_column_that_the_file_has_not_is_the_beginning_of_the_line() -> None:
    assert plain(LONG).where(1, "bound") == "own.csv:4:1"


def test_a_row_remembers_where_it_stood_when_others_are_dropped() -> None:
    table = plain(LONG)
    table.keep([1])
    assert table.columns["ref_area"] == ["Y"]
    assert table.where(0, "ref_area") == "own.csv:4:5"
    table.keep([0])
    assert table.where(0, "ref_area") == "own.csv:4:5"


def test_rows_of_several_files_follow_one_another(tmp_path: Path) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    paths[0].write_text(LONG)
    paths[1].write_text(
        "obs_value,unit,indicator,ref_area,time_period\n3,亿元,gdp,Z,2023\n", "utf-8"
    )
    table = Table(Part("p", own=True, strict=True, observations=tuple(paths)))
    assert table.columns["obs_value"] == ["1", "2", "3"]
    assert table.columns["unit"] == ["", "", "亿元"]
    assert table.where(1, "obs_value") == f"{paths[0]}:4:12"
    assert table.where(2, "unit") == f"{paths[1]}:2:3"
    with pytest.raises(IndexError):
        table.where(3, "unit")


def test_a_file_of_the_built_in_data_is_named_from_the_folder_data_on(tmp_path: Path) -> None:
    path = tmp_path / "observations" / "economy.csv"
    path.parent.mkdir()
    path.write_text(LONG)
    table = Table(Part("p", own=False, strict=True, observations=(path,)))
    assert table.where(0, "ref_area").replace("\\", "/") == "data/observations/economy.csv:2:5"


def test_a_cell_of_a_wide_table_stands_in_its_own_column_and_its_period_in_the_header() -> None:
    table = plain("indicator,ref_area,2023,2024\ngdp,X,1,2\ngdp,Y,3,4\n")
    assert table.columns["time_period"] == ["2023", "2024", "2023", "2024"]
    assert table.columns["obs_value"] == ["1", "2", "3", "4"]
    assert table.where(3, "obs_value") == "own.csv:3:9"
    assert table.where(3, "time_period") == "own.csv:1:25"


def test_a_fault_names_column_place_and_remedy() -> None:
    table = plain(LONG)
    fault = table.fault("obs_value", 1, "it is odd", "Look again.")
    assert str(fault) == "own.csv:4:12: obs_value: it is odd. Look again."


def test_a_text_in_several_rows_is_at_fault_where_it_stands_first() -> None:
    with pytest.raises(DataError, match=r"own\.csv:3:5: ref_area: odd"):
        table_of_places("X", "Y", "Y").refuse("ref_area", "Y", "odd")


def test_faults_are_collected_wherever_the_text_stands_and_their_rows_dropped() -> None:
    faults: list[DataError] = []
    table = table_of_places("X", "Y", "Y", faults=faults)
    table.refuse("ref_area", "Y", "odd")
    assert [fault.where for fault in faults] == ["own.csv:3:5", "own.csv:4:5"]
    table.drop_refused()
    assert table.columns["ref_area"] == ["X"]


def table_of_places(*places: str, faults: list[DataError] | None = None) -> Table:
    lines = "".join(f"gdp,{place},2024,1\n" for place in places)
    return plain(f"indicator,ref_area,time_period,obs_value\n{lines}", faults)
