"""A line that a refusal proposes is typed as it is printed, and reads the table right."""

from __future__ import annotations

import csv
import re
from shlex import split
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

LINE = re.compile(r"cpstats import (?:'[^']*'|[^' （(]| (?![(（]))+")
SEMICOLONS = "Kanton;2019;2020\nGlarus;1,234;1,288\nUri;2,118;2,204\n"
PLACES = "name,2019,2020\nGrimsworth,12.5,13.5\nEastmoor,7.1,7.2\n"
YEARS = "State,2006,2007,2008-09\nKerala,12.5,13.5,14\n"
# the table, the number of the proposal, and the first and last figure: indicator, place, period, value, unit
CASES = {
    "no place": (
        "Indicator,Unit,2020,2021\nBarley,t,120,131\nHay,t,340,352\n",
        0,
        ["Barley PLACE 2020 120 t", "Hay PLACE 2021 352 t"],
    ),
    "no time": ("Canton,Milk (t)\nGlarus,1203\nZug,1544\n", 0, ["Milk Glarus 2021 1203 t", "Milk Zug 2021 1544 t"]),
    "decimal comma": (SEMICOLONS, 0, ["NAME Glarus 2019 1.234 ", "NAME Uri 2020 2.204 "]),
    "comma of thousands": (SEMICOLONS, 1, ["NAME Glarus 2019 1234 ", "NAME Uri 2020 2204 "]),
    "the day first": (
        "date,country,tea (t)\n01/02/2021,Peru,4\n01/03/2021,Peru,5\n01/04/2021,Peru,6\n",
        0,
        ["tea PE 2021-02 4 t", "tea PE 2021-04 6 t"],
    ),
    "one day for all": (
        "date,country,tea (t)\n03/04/2021,Peru,4\n03/04/2021,Chad,5\n",
        0,
        ["tea PE 2021 4 t", "tea TD 2021 5 t"],
    ),
    "signs that nobody knows, one with a blank": (
        "Kreis;2019;2020\nMayen;12,5;o. A.\nCochem;entf.;8,1\n",
        0,
        ["NAME Cochem 2020 8.1 ", "NAME Mayen 2019 12.5 "],
    ),
    "a bound with a blank": ("Ward,Year,Tea (t)\nWest,2019,< 0.1\nWest,2020,0.1\n", 0, ["Tea West 2020 0.1 t"] * 2),
    "one garbled cell": ("Ward,2019,2020\nWest,12.5,13..1\nEast,9.1,9.2\n", 0, ["NAME East 2019 9.1 ", "NAME West 2019 12.5 "]),
    "two flags": ("Ward,2019,2020\nWest,12.5,13.1 q\nEast,9.1 z,9.2\n", 0, ["NAME East 2019 9.1 ", "NAME West 2020 13.1 "]),
    "names that are no places": (PLACES, 0, ["Eastmoor PLACE 2019 7.1 ", "Grimsworth PLACE 2020 13.5 "]),
    "names that are places": (PLACES, 1, ["NAME Eastmoor 2019 7.1 ", "NAME Grimsworth 2020 13.5 "]),
    "a year of accounts alone": (YEARS, 0, ["NAME Kerala 2006 12.5 ", "NAME Kerala 2008/09 14 "]),
    "or the month": (YEARS, 1, ["NAME Kerala 2006 12.5 ", "NAME Kerala 2008-09 14 "]),
    "years by words": ("Ward,this year,last year\nWest,12.5,13.1\n", 0, ["NAME West 2020 13.1 ", "NAME West 2021 12.5 "]),
    "years by Chinese words": ("地区,今年,去年\n东乡镇,12.5,13.1\n", 0, ["NAME 东乡镇 2020 13.1 ", "NAME 东乡镇 2021 12.5 "]),
    "codes under a word of nobody": ("x,2019,2020\n1,12.5,13.1\n2,9.1,9.2\n", 0, ["NAME 1 2019 12.5 ", "NAME 2 2020 9.2 "]),
    "codes in a row": ("code,2019,2020\n101,12.5,13.1\n102,9.1,9.2\n", 0, ["NAME 101 2019 12.5 ", "NAME 102 2020 9.2 "]),
    "a line without its place": (
        "Ward,Year,Milk (t)\n,2019,1204\nWest,2020,1311\nEast,2019,998\n",
        0,
        ["Milk East 2019 998 t", "Milk West 2020 1311 t"],
    ),
    "a formula that failed": ("Ward,2019,2020\nWest,12.5,#REF!\nEast,9.1,9.2\n", 0, ["NAME East 2019 9.1 ", "NAME West 2019 12.5 "]),
    "rates below one": (
        "Country,Year,Jobless rate\nPeru,2019,0.084\nChad,2019,0.141\n",
        0,
        ["Jobless rate PE 2019 0.084 小数", "Jobless rate TD 2019 0.141 小数"],
    ),
    "places in places": (
        "District,Village,2019\nNorthfold,Elm,12.5\nNorthfold,Oak,3\nSouthfold,Elm,7.1\n",
        0,
        ["NAME Elm (Northfold) 2019 12.5 ", "NAME Oak 2019 3 "],
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("case", CASES)
def test_what_is_proposed_is_typed_as_it_stands_and_reads_the_table_right(
    case: str, lang: str, invoke: Invoke, tmp_path: Path
) -> None:
    text, number, ends = CASES[case]
    file = tmp_path / "t.csv"
    file.write_text(text, encoding="utf-8")
    asked = invoke("import", file, "--lang", lang)
    assert asked.status == 3
    line = LINE.findall(asked.stderr)[number].strip()
    typed = split(line.replace("--when YEAR", "--when 2021"))[1:]
    done = invoke(*typed, "-o", tmp_path / "p", "--no-builtin")
    assert done.status == 0, line
    assert _ends(tmp_path / "p") == ends


def _ends(folder: Path) -> list[str]:
    """Return the first and the last figure of a package."""
    columns = ("indicator", "ref_area", "time_period", "obs_value", "unit")
    with (folder / "observations.csv").open(encoding="utf-8-sig") as file:
        found = [" ".join(row[c] for c in columns) for row in csv.DictReader(file)]
    return [found[0], found[-1]]
