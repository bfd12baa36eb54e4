"""Where only the name of a file says of which place or year it is, `{}` stands for what the names do not share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError, UsageError
from cpstats.keeping.importing import import_files
from cpstats.store.hints import Hints
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def _read(folder: Path, **hints: str) -> set[str]:
    """Import the files ferry_* of a folder and return its lines: name, place, time, value."""
    pattern, out = str(folder / "ferry_*.csv"), folder / "out"
    import_files([pattern], open_package(), folder=out, hints=Hints(**hints), force=True)
    lines = (out / "observations.csv").read_text("utf-8").splitlines()[1:]
    return {",".join(line.split(",")[i] for i in (0, 1, 2, 6)) for line in lines}


@pytest.fixture
def by_place(tmp_path: Path) -> Path:
    for place, cars in (("Upper", 512), ("Lower", 83)):
        (tmp_path / f"ferry_{place}.csv").write_text(f"year,cars\n2021,{cars}\n2022,{cars + 1}\n")
    return tmp_path


@pytest.fixture
def by_year(tmp_path: Path) -> Path:
    for year, cars in (("2021", 512), ("2022", 83)):
        (tmp_path / f"ferry_{year}_all.csv").write_text(f"place,cars\nUpper,{cars}\nLower,7\n")
    return tmp_path


def test_each_file_is_of_the_place_in_its_name(by_place: Path) -> None:
    assert _read(by_place, place="ferry_{}") == {
        "cars,Upper,2021,512",
        "cars,Upper,2022,513",
        "cars,Lower,2021,83",
        "cars,Lower,2022,84",
    }
    # a recipe says the same of the next ones
    assert 'place = "ferry_{}"' in (by_place / "out" / "import.toml").read_text()


def test_each_file_is_of_the_year_in_its_name(by_year: Path) -> None:
    assert _read(by_year, period="ferry_{}_all") == {
        "cars,Upper,2021,512",
        "cars,Lower,2021,7",
        "cars,Upper,2022,83",
        "cars,Lower,2022,7",
    }


def test_a_name_of_another_form_is_an_error_and_nothing_is_written(by_place: Path) -> None:
    with pytest.raises(UsageError, match=r"“ferry_Lower” is not of the form “boat_\{\}”"):
        _read(by_place, place="boat_{}")
    assert not (by_place / "out").exists()


def test_it_is_proposed_where_the_names_differ_in_what_is_asked(by_place: Path) -> None:
    with pytest.raises(DataError) as asked:
        _read(by_place)
    files = str(by_place / "ferry_*.csv")
    line = (
        f"cpstats import '{files}' --area 'ferry_{{}}' (4 figures, the first cars, Lower, 2021: 83"
    )
    assert line in str(asked.value.mend)


def test_years_are_proposed_for_the_time_alone(by_year: Path) -> None:
    (by_year / "ferry_2022_all.csv").write_text("place,cars\nUpper,83\nLower,7\n")
    with pytest.raises(DataError) as asked:
        _read(by_year)
    assert "--when 'ferry_{}_all'" in str(asked.value.mend)
    assert "--area 'ferry_{}" not in str(asked.value.mend)


def test_of_one_file_nothing_is_proposed(by_place: Path) -> None:
    (by_place / "ferry_Upper.csv").unlink()
    with pytest.raises(DataError) as asked:
        _read(by_place)
    assert "{}" not in str(asked.value.mend)
