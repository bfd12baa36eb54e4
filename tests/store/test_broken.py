"""Every fault of a data file has its broken file, its exact message and exit status 3."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

import pytest

from cpstats.cli.app import main
from cpstats.errors import DataError
from cpstats.store.loading import read
from cpstats.store.package import open_package

BROKEN = Path(__file__).parents[1] / "data" / "broken"
FAULTS = {
    "bad_decimals.csv": "bad_decimals.csv:2:24: decimals: “one” is no number of decimals. Write 1, 0 or -3, or leave it empty.",
    "bare_quotation_mark.csv": "bare_quotation_mark.csv:3:17: obs_value: “y” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "blank.csv": "blank.csv: the file is empty. It needs a line with the names of the columns and one line for each figure.",
    "blank_first_line.csv": "blank_first_line.csv:4:17: obs_value: “one” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "duplicate_key.csv": "duplicate_key.csv:3:1: the key (gdp, 110114, 2022, level, current, duplicate_key.csv) occurs twice, first at duplicate_key.csv:2:1. Remove one of the two lines, or give the other release its own source.",
    "empty.csv": "empty.csv: the file is empty. It needs a line with the names of the columns and one line for each figure.",
    "endless.csv": "endless.csv:2:17: obs_value: the number has more than 400 signs. Write the digits that were printed.",
    "exponent.csv": "exponent.csv:2:17: obs_value: “1e400” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "infinite.csv": "infinite.csv:2:17: obs_value: “inf” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "missing_column.csv": "missing_column.csv:1:1: column ref_area is missing. The header needs indicator, ref_area, time_period, obs_value.",
    "nan.csv": "nan.csv:2:17: obs_value: “nan” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "no_package": "no_package: the folder holds no data package. It needs a datapackage.json; a single CSV file can be given by its own name.",
    "not_a_number.csv": "not_a_number.csv:3:17: obs_value: “1,340.8” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "nul.csv": "nul.csv:2:21: there is a NUL character in the text. This is no text file, or it was damaged; save it again as CSV in UTF-8.",
    "other_unit.csv": "other_unit.csv:2:24: unit: “万人” cannot be converted to 100 million yuan. The unit must fit the indicator and the measure.",
    "package_absent": "package_absent/figures.csv: there is no such file. Check the name and the folder.",
    "package_column": "package_column/figures.csv:1:1: column ref_area is missing. The header needs indicator, ref_area, time_period, obs_value.",
    "package_date": "package_date/sources.csv:2:19: published: “2024-13” is not understood. Write a date such as 2024-03-20, 2024-03 or 2024, or leave it empty.",
    "package_empty_cell": "package_empty_cell/figures.csv:2:32: obs_value: “” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "package_encoding": "package_encoding/sources.csv:2:10: byte 0xb2 is not UTF-8. Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
    "package_indicator": "package_indicator/figures.csv:2:1: indicator: “gpd” is not in the catalogue. Nearest: gdp, gdp_per_capita, gdp_target. `cpstats list` shows all.",
    "package_json": "package_json/datapackage.json:2:16: this is not JSON (Expecting value). Mend the file, or write it anew.",
    "package_list": "package_list/datapackage.json:1:1: the package has no list of resources. A data package names its files under “resources”.",
    "package_name": "package_name/figures.csv:2:5: ref_area: “昌平” is a name, not a code. A package writes the code: 110114.",
    "package_order": "package_order/vintages.csv:2:5: order: “newest” is not understood. Write a whole number; the highest is newest.",
    "package_outside": "package_outside/datapackage.json: the package names a file outside its folder (“../not_a_number.csv”). Copy the file into the package and name it by its relative path.",
    "package_paths": "package_paths/more.csv:3:1: the key (gdp, 110114, 2022, level, current, table2022, first) occurs twice, first at package_paths/figures.csv:2:1. Remove one of the two lines, or give the other release its own source.",
    "package_place": "package_place/figures.csv:2:5: ref_area: “990000” is not in the catalogue. Nearest: China, Beijing, Tianjin. `cpstats list places` shows all.",
    "package_resource": "package_resource/datapackage.json:1:1: the package has no list of resources. A data package names its files under “resources”.",
    "package_source": "package_source/figures.csv:2:51: source: “nobody” is not in sources.csv. Add it to sources.csv, or mend the name.",
    "package_twice": "package_twice/places.csv:3:1: “990001” stands in two lines. Each ref_area has one line of its own.",
    "package_vintage": "package_vintage/figures.csv:2:45: vintage: “census6” is not in vintages.csv. Add it to vintages.csv, or mend the name.",
    "quotation_mark.csv": "quotation_mark.csv:2:1: the line is not CSV (unexpected end of data). Look for a quotation mark without its partner.",
    "ragged_long.csv": "ragged_long.csv:2:17: the line has 5 cells, the header 4. Add or remove commas; a text that holds a comma stands in quotation marks.",
    "ragged_short.csv": "ragged_short.csv:2:12: the line has 3 cells, the header 4. Add or remove commas; a text that holds a comma stands in quotation marks.",
    "repeated_column.csv": "repeated_column.csv:1:42: column obs_value occurs twice. Remove one.",
    "too_large.csv": "too_large.csv:2:17: obs_value: the number is too large. Use a larger unit.",
    "unknown_basis.csv": "unknown_basis.csv:2:24: price_basis: “constant:15” is no price basis. Known: current, constant, scope, constant:2015, or empty.",
    "unknown_bound.csv": "unknown_bound.csv:2:24: bound: “above” is unknown. Known: lower, upper, approx, or empty.",
    "unknown_measure.csv": "unknown_measure.csv:2:24: measure: “size” is unknown. Known: level, growth, average_growth, growth_gap, average_growth_gap, share, index, multiple, milestone, total, maximum.",
    "unknown_period.csv": "unknown_period.csv:2:12: time_period: “soon” is no period (its form is not known). Write 2024, 2024-H1, 2024-Q1, 2024-08, 2024-01/2024-08 or 2021/2024.",
    "unknown_source.csv": "unknown_source.csv:2:24: source: “yearbook” is not in sources.csv. Leave it empty, or make a package with its own sources.csv.",
    "unknown_status.csv": "unknown_status.csv:2:24: obs_status: “guess” is unknown. Known: provisional, revised, final, forecast, or empty.",
    "unknown_unit.csv": "unknown_unit.csv:2:24: unit: “bushel” is no known unit. Write a unit such as million yuan, thousand persons or %.",
    "wide_duplicate_key.csv": "wide_duplicate_key.csv:2:14: the key (gdp, 110114, 2022, level, current, wide_duplicate_key.csv) occurs twice, first at wide_duplicate_key.csv:2:12. Both stand in one line: remove one of the two columns, or leave it out on import: --column NAME=skip.",
    "wide_not_a_number.csv": "wide_not_a_number.csv:2:19: obs_value: “n/a” is not a number. Write digits with one decimal point; leave the row out where none is known.",
}


class Refused(Protocol):
    """Shows the figures of one indicator and returns status, output and messages."""

    def __call__(self, *arguments: str) -> tuple[int, str, str]: ...


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Refused:
    """Return a function that runs `show gdp` in this process, in the folder of broken files."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(BROKEN)
        monkeypatch.setattr(sys, "argv", ["cpstats", "show", "gdp", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return run


def test_every_broken_file_is_in_the_table() -> None:
    assert {p.name for p in BROKEN.iterdir()} == {*FAULTS, "carriage_return.csv"}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_says_what_where_and_how_to_mend_it_and_nothing_goes_to_standard_output(
    refused: Refused, name: str
) -> None:
    assert refused("--data", name) == (3, "", f"cpstats: {FAULTS[name]}\n")


def test_the_place_in_a_line_that_no_reader_of_csv_understands_is_its_beginning(
    refused: Refused,
) -> None:
    status, out, told = refused("--data", "carriage_return.csv")
    assert (status, out) == (3, "")
    assert told.startswith(
        "cpstats: carriage_return.csv:1:1: the line is not CSV ("
    )  # then Python's
    assert told.endswith("). Save it again; its lines end in a bare carriage return.\n")


def test_a_file_that_is_not_there_is_a_fault(refused: Refused) -> None:
    message = "cpstats: absent.csv: there is no such file. Check the name and the folder.\n"
    assert refused("--data", "absent.csv") == (3, "", message)


def test_one_broken_file_among_good_ones_stops_everything(refused: Refused, tmp_path: Path) -> None:
    good = tmp_path / "good.csv"
    good.write_text("indicator,ref_area,time_period,obs_value\ngdp,110114,2023,1\n")
    told = f"cpstats: {FAULTS['nan.csv']}\n"
    assert refused("--data", str(good), "--data", "nan.csv") == (3, "", told)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_another_file_is_found_whatever_is_asked(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    with pytest.raises(DataError):  # nothing is half-read: another indicator is asked for
        read(open_package([name]), indicators={"cpi"}, places={"110000"})
