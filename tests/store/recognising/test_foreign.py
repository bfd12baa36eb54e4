"""Which files of a package are somebody else's tables, and what is read of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign, foreign_tables, is_foreign, is_ours

if TYPE_CHECKING:
    from pathlib import Path

OURS = "indicator,ref_area,time_period,obs_value\ngdp,110114,2024,1811.9\n"
SALES = "Region,Year,Tea sold (吨)\nFrance,2024,13\n"


def package(folder: Path, **tables: str) -> Path:
    resources = [{"name": name, "path": f"{name}.csv"} for name in tables]
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources}))
    return folder


def test_a_table_is_ours_by_two_names_of_its_header() -> None:
    assert is_ours(OURS.encode())
    assert not is_ours(SALES.encode())
    assert not is_ours(OURS.encode("utf-16"))
    assert is_ours(b"indicator,ref_area,year,value\n")
    assert not is_ours(b"region,indicator,unit,year,value\n")


def test_a_file_is_foreign_by_its_header_and_no_table_by_its_suffix(tmp_path: Path) -> None:
    folder = package(tmp_path, ours=OURS, sales=SALES)
    (folder / "tea.png").write_bytes(b"PNG")
    assert not is_foreign(folder / "ours.csv")
    assert is_foreign(folder / "sales.csv")
    assert not is_foreign(folder / "tea.png")
    assert not is_foreign(folder / "absent.csv")


def test_only_tables_of_another_layout_are_read_so(tmp_path: Path) -> None:
    (found,) = foreign_tables(package(tmp_path, ours=OURS, sales=SALES))
    assert found.rows == [["Tea sold", "France", "2024", "level", "13", "吨"]]


def test_a_package_may_have_tables_of_both_layouts(tmp_path: Path) -> None:
    ours = OURS.replace("obs_value", "obs_value,source").replace("1811.9", "1811.9,s")
    folder = package(tmp_path, ours=ours, sales=SALES, sources="source,title\ns,A source\n")
    strict, other = open_package([str(folder)], builtin=False).parts
    assert [path.name for path in strict.observations] == ["ours.csv"]
    assert (strict.strict, other.strict, len(other.sheets)) == (True, False, 1)


def test_a_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = package(tmp_path, sales="Region,Year,Tea\nFrance,2024,13\nSpain,2024,many\n")
    with pytest.raises(DataError) as raised:
        list(foreign_tables(folder))
    assert str(raised.value) == (
        f"{folder / 'sales.csv'}:3:3: obs_value: “many” is not a number. Write digits with one "
        "decimal point; leave the cell empty where none is known. "
        "If it is the sign for a missing figure: --missing many. "
        f"Read so: cpstats import {folder / 'sales.csv'} --missing many (1 figure, the first Tea, France, 2024: 13)."
    )


@pytest.mark.parametrize("size", [40, 3_000])
def test_no_line_to_type_repeats_more_of_a_cell_than_a_message_may(
    size: int, tmp_path: Path
) -> None:
    cell = "x" * size
    folder = package(tmp_path, sales=f"Region,Year,Tea\nFrance,2024,13\nSpain,2024,{cell}\n")
    with pytest.raises(DataError) as raised:
        list(foreign_tables(folder))
    assert (f"--missing {cell} (1 figure" in str(raised.value)) == (size == 40)
    assert "x" * 81 not in str(raised.value)


@pytest.mark.parametrize(("last", "proposed"), [("Elmau", False), ("Ort", True)])
def test_no_line_is_proposed_that_reads_a_key_twice(last: str, *, proposed: bool) -> None:
    """Figures are made up; no line says which year they are of."""
    text = f"Town,Mills (t)\nElmau,5.5\nBerg,6.5\n{last},7.5\n"
    with pytest.raises(DataError, match="period of the line") as fault:
        foreign("mills.csv", text.encode())
    assert ("Read so" in str(fault.value)) is proposed
    assert ("mills.csv:4:2: the key (Mills, Elmau" in str(fault.value)) is not proposed
