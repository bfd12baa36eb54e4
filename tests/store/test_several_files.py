"""Several files as one `--data`, and large ones of which a question reads what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store import narrowed, scanned
from cpstats.store.needs import WHOLE, Needs
from cpstats.store.package import open_package
from cpstats.store.releases import told

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,obs_value,unit\n"


def rows_of(name: str, needs: Needs = WHOLE) -> list[tuple[list[str], str]]:
    """Return the rows of own data, each with where its value stands."""
    (part,) = open_package([name], builtin=False, needs=needs).parts
    return [
        (row, str(sheet.where(number, "obs_value")))
        for sheet in part.sheets
        for number, row in enumerate(sheet.rows)
    ]


def test_a_pattern_and_a_folder_of_parts_are_one_release(tmp_path: Path) -> None:
    for year, value in ((2020, "1.5"), (2021, "2.5")):
        (tmp_path / f"f{year}.csv").write_text(f"{HEADER}sales,Ulm,{year},{value},t\n")
        (tmp_path / "parts" / f"time_period={year}").mkdir(parents=True)
        inside = tmp_path / "parts" / f"time_period={year}" / "data_0.csv"
        inside.write_text(f"indicator,ref_area,obs_value,unit\nsales,Ulm,{value},t\n")
    found = rows_of(str(tmp_path / "f*.csv"))
    assert [row[2:4] for row, _ in found] == [["2020", "1.5"], ["2021", "2.5"]]
    assert found[1][1] == f"{tmp_path}/f2021.csv:2:4"
    found = rows_of(str(tmp_path / "parts"))
    assert [(row[2], row[4]) for row, _ in found] == [("1.5", "2020"), ("2.5", "2021")]


def test_a_pattern_that_has_an_equals_sign_names_no_release(tmp_path: Path) -> None:
    assert told(f"{tmp_path}/year=*/a.csv") == ("", f"{tmp_path}/year=*/a.csv")
    assert told("first=f*.csv") == ("first", "f*.csv")


def test_a_pattern_without_a_match_and_files_of_two_forms_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file matches"):
        open_package([str(tmp_path / "x*.csv")])
    (tmp_path / "f1.csv").write_text(HEADER + "sales,Ulm,2020,1.5,t\n")
    (tmp_path / "f2.csv").write_text(HEADER.replace("unit", "measure") + "sales,Ulm,2021,1,level\n")
    with pytest.raises(
        DataError, match=r"its columns are not those of .*f1\.csv \(measure, unit\)"
    ):
        open_package([str(tmp_path / "f*.csv")])


@pytest.mark.parametrize("installed", [True, False])
def test_of_a_large_file_the_rows_are_read_that_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(narrowed, "SAMPLE", 2)
    if not installed:
        monkeypatch.setattr(scanned, "find_spec", lambda _: None)
    lines = [
        f"{indicator},{place},{year},{number}.5,t\n"
        for number, indicator in enumerate(("sales", "stocks", "orders"))
        for place in ("Ulm", "Hof", "Suhl")
        for year in range(2000, 2006)
    ]
    file = tmp_path / "large.csv"
    file.write_text(HEADER + "".join(lines))
    found = rows_of(str(file), Needs(("stocks",), ("Suhl",)))
    asked = [(row[2], at) for row, at in found if row[:2] == ["stocks", "Suhl"]]
    # 18 rows of sales, 12 of stocks in Ulm and Hof and the header stand before
    assert asked == [(str(2000 + n), f"{file}:{32 + n}:4") for n in range(6)]
    assert len(found) < 15  # the others are the first row of each name, and the first lines
    assert len(rows_of(str(file), Needs(("stocks",)))) < 25
    assert {row[0] for row, _ in found} == {"sales", "stocks", "orders"}
