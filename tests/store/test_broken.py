"""Every fault of a data file has its broken file, its exact message and exit status 3."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpstats.errors import DataError
from cpstats.store.package import open_package
from cpstats.store.reader import read

BROKEN = Path(__file__).parents[1] / "data" / "broken"
FAULTS = {
    "bad_decimals.csv": "bad_decimals.csv:2:24: decimals: “one” is no number of decimals. Write 1, 0 or -3, or leave it empty.",
    "blank.csv": "blank.csv: the file is empty. It needs a line with the names of the columns and one line for each figure.",
    "duplicate_key.csv": "duplicate_key.csv:3:1: the key (gdp, 110114, 2022, level, current, duplicate_key.csv) occurs twice, first at duplicate_key.csv:2:1. Remove one of the two lines, or give the other release its own source.",
    "empty.csv": "empty.csv: the file is empty. It needs a line with the names of the columns and one line for each figure.",
    "exponent.csv": "exponent.csv:2:17: obs_value: “1e400” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "gb18030.csv": "gb18030.csv:2:5: byte 0xb2 is not UTF-8. Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”).",
    "infinite.csv": "infinite.csv:2:17: obs_value: “inf” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "missing_column.csv": "missing_column.csv:1:1: column ref_area is missing. The header needs indicator, ref_area, time_period, obs_value.",
    "nan.csv": "nan.csv:2:17: obs_value: “nan” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "no_package": "no_package: the folder holds no data package. It needs a datapackage.json; a single CSV file can be given by its own name.",
    "not_a_number.csv": "not_a_number.csv:3:17: obs_value: “1,340.8” is not a number. Write digits with one decimal point; leave the row out where none is known.",
    "nul.csv": "nul.csv:2:21: there is a NUL character in the text. This is no text file, or it was damaged; save it again as CSV in UTF-8.",
    "other_unit.csv": "other_unit.csv:2:24: unit: “万人” cannot be converted to 亿元. The unit must fit the indicator and the measure.",
    "package_absent": "package_absent/figures.csv: there is no such file. Check the name and the folder.",
    "package_indicator": "package_indicator/figures.csv:2:1: indicator: “gpd” is not in the catalogue. Nearest: gdp, gdp_per_capita, gdp_target. `cpstats list` shows all.",
    "package_json": "package_json/datapackage.json:2:16: this is not JSON (Expecting value). Mend the file, or write it anew.",
    "package_list": "package_list/datapackage.json:1:1: the package has no list of resources. A data package names its files under “resources”.",
    "package_name": "package_name/figures.csv:2:5: ref_area: “昌平” is a name, not a code. A package writes the code: 110114.",
    "package_outside": "package_outside/datapackage.json: the package names a file outside its folder (“../not_a_number.csv”). Copy the file into the package and name it by its relative path.",
    "package_place": "package_place/figures.csv:2:5: ref_area: “990000” is not in the catalogue. Nearest: china, beijing. `cpstats list places` shows all.",
    "package_source": "package_source/figures.csv:2:51: source: “nobody” is not in sources.csv. Add it to sources.csv, or mend the name.",
    "package_twice": "package_twice/places.csv:3:1: “990001” stands in two lines. Each ref_area has one line of its own.",
    "quotation_mark.csv": "quotation_mark.csv:2:1: the line is not CSV (unexpected end of data). Look for a quotation mark without its partner.",
    "ragged_long.csv": "ragged_long.csv:2:17: the line has 5 cells, the header 4. Add or remove commas; a text that holds a comma stands in quotation marks.",
    "ragged_short.csv": "ragged_short.csv:2:12: the line has 3 cells, the header 4. Add or remove commas; a text that holds a comma stands in quotation marks.",
    "repeated_column.csv": "repeated_column.csv:1:42: column obs_value occurs twice. Remove one.",
    "semicolons.csv": "semicolons.csv:1:1: column indicator, ref_area, time_period, obs_value is missing. The cells seem to be divided by “;”; the file must be divided by commas.",
    "unknown_basis.csv": "unknown_basis.csv:2:24: price_basis: “constant:15” is no price basis. Known: current, constant, scope, constant:2015, or empty.",
    "unknown_bound.csv": "unknown_bound.csv:2:24: bound: “above” is unknown. Known: lower, upper, approx, or empty.",
    "unknown_measure.csv": "unknown_measure.csv:2:24: measure: “size” is unknown. Known: level, growth, average_growth, growth_gap, average_growth_gap, share, index, multiple, milestone, total, maximum.",
    "unknown_period.csv": "unknown_period.csv:2:12: time_period: “soon” is no period (its form is not known). Write 2024, 2024-H1, 2024-Q1, 2024-08, 2024-01/2024-08 or 2021/2024.",
    "unknown_source.csv": "unknown_source.csv:2:24: source: “yearbook” is not in sources.csv. Leave it empty, or make a package with its own sources.csv.",
    "unknown_status.csv": "unknown_status.csv:2:24: obs_status: “guess” is unknown. Known: provisional, revised, final, forecast, or empty.",
    "unknown_unit.csv": "unknown_unit.csv:2:24: unit: “bushel” is no known unit. Write a unit such as 亿元, 万元, 万人 or %.",
    "unknown_vintage.csv": "unknown_vintage.csv:2:24: vintage: “census6” is not in vintages.csv. Leave it empty, or make a package with its own vintages.csv.",
    "wide_not_a_number.csv": "wide_not_a_number.csv:2:19: obs_value: “n/a” is not a number. Write digits with one decimal point; leave the row out where none is known.",
}


def test_every_broken_file_is_in_the_table() -> None:
    assert {p.name for p in BROKEN.iterdir()} == set(FAULTS)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_says_what_where_and_how_to_mend_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    with pytest.raises(DataError) as caught:
        read(open_package([name]))
    assert str(caught.value) == FAULTS[name]
    assert caught.value.exit_status == 3


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_another_file_is_found_whatever_is_asked(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    with pytest.raises(DataError):  # nothing is half-read: another indicator is asked for
        read(open_package([name]), indicators={"cpi"}, places={"110000"})
