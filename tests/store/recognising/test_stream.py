"""Which files are read in pieces, and that the pieces are the whole."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store import files
from cpstats.store.hints import Hints
from cpstats.store.recognising import stream
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LARGE", "SMALL", "BATCH"):
        monkeypatch.setattr(stream, name, 10)


@pytest.mark.parametrize(
    ("content", "large"),
    [
        ("地区,2022年\n河北省,5\n".encode(), True),
        (b"PAR1 and more", True),
        (b"PK\x03\x04 and more", False),
        (b'[{"a": 1}, {"a": 2}]', False),
        (b"a,1\n", False),
    ],
    ids=["text", "parquet", "workbook", "json", "small"],
)
def test_text_and_parquet_are_read_in_pieces(content: bytes, large: bool, tmp_path: Path) -> None:  # noqa: FBT001
    (tmp_path / "t").write_bytes(content)
    assert stream.is_large(tmp_path / "t") is large


def test_progress_is_told_by_name_bytes_and_size(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("地区,年份,产值\n" + "".join(f"甲,{y},{y}.5\n" for y in range(1990, 2024)))
    told: list[tuple[str, int, int]] = []
    pieces = list(stream.pieces(path, Hints(divider="comma"), lambda *what: told.append(what)))
    assert sum(len(piece.rows) for piece in pieces) == 34
    size = path.stat().st_size
    assert told[-1] == ("t.csv", size, size)
    assert [done for name, done, _ in told if name == "t.csv"] == sorted(
        done for name, done, _ in told if name == "t.csv"
    )


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_progress_ends_at_the_size_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [f"样本县,{y},{y}.5\n" for y in range(1990, 2024)]
    path.write_text("地区,年份,产值\n" + "".join(lines), encoding)
    told: list[tuple[str, int, int]] = []
    list(stream.pieces(path, None, lambda *what: told.append(what)))
    assert told[-1] == ("t.csv", path.stat().st_size, path.stat().st_size)


def test_a_nul_is_found_where_it_is_and_the_lines_before_it_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [f"甲,{y},{y}.5\n" for y in range(2001, 2024)]
    path.write_text("地区,年份,产值\n" + "".join(lines) + "甲,\0,1\n")
    read = stream.pieces(path, None, lambda *_: None)
    assert len(next(read).rows) == 9
    with pytest.raises(DataError, match=r"t\.csv:25:1: there is a NUL"):
        list(read)


def test_a_table_with_our_columns_keeps_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [f"gdp,110114,{y},{y}.5\n" for y in range(1990, 2024)]
    path.write_text("indicator,ref_area,time_period,obs_value\n" + "".join(lines))
    pieces = list(stream.pieces(path, None, lambda *_: None))
    assert pieces[-1].where(len(pieces[-1].rows) - 1, "obs_value") == f"{path}:35:4"
    path.write_text(path.read_text() + "gdp,110114,2024\n")
    with pytest.raises(DataError, match="a line has not as many cells as the header"):
        list(stream.pieces(path, None, lambda *_: None))


def test_a_file_that_grows_is_read_little_further_than_it_was_and_to_the_end_of_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "CHUNK", 20_000)
    path = tmp_path / "t.csv"
    path.write_text("a,12345\n" * 10_000)
    found: list[str] = []
    with path.open(newline="") as file:
        for lines in stream._lines(file, "t.csv"):
            found += lines
            with path.open("a") as other:
                other.write("b,12345\n" * 5_000)
    assert found[:10_000] == ["a,12345\n"] * 10_000
    assert {*found[10_000:]} <= {"b,12345\n"}
    assert len(found) < 20_000


def test_every_pass_over_a_file_that_grows_ends_where_the_import_found_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "CHUNK", 2_000)
    path = tmp_path / "t.csv"
    path.write_text("地区,年份,产值(吨)\n" + "甲县,2021,5\n" * 1_000)
    with stream.as_they_are([str(path)]):
        size = stream.size_of(path)
        for _ in range(2):
            with path.open("a") as other:
                other.write("乙县,2021,6\n" * 1_000)
            assert stream.has_grown(path)
            assert stream.size_of(path) == size
            found = [row for rows, _, _ in stream._batches(path, "utf-8", ",") for row in rows]
            assert len(found) < 1_001 + 500
    assert stream.size_of(path) == path.stat().st_size
    assert not stream.has_grown(path)


def test_a_line_that_no_table_has_is_refused_before_it_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LONGEST", 100)
    path = tmp_path / "t.csv"
    path.write_bytes(b"\xe5\x9c\xb0\xe5\x8c\xba,2022\n" + b"1" * 300)
    with pytest.raises(DataError, match=r"t\.csv: a line has more than 0 MB\. Look whether"):
        next(stream.pieces(path, Hints(), lambda *_: None))


def test_a_piece_that_was_read_is_let_go_though_nobody_looks_for_cycles(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [f"第{n}县,{n},{n + 1}\n" for n in range(100, 160)]
    path.write_text("地区,2021年,2022年\n" + "".join(lines), encoding="utf-8")
    gc.collect()
    gc.disable()
    try:
        count = 0
        for piece in stream.pieces(path, Hints(indicator="产量", unit="吨"), lambda *_: None):
            count += len(piece.rows)
        held = sum(isinstance(thing, Reading) for thing in gc.get_objects())
    finally:
        gc.enable()
    assert (count, held) == (120, 0)


def test_a_table_that_has_two_of_our_names_is_read_as_a_small_one_is(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = [f"Ulm,{year},sales,{year}.5,t\n" for year in range(1990, 2024)]
    path.write_text("region,year,indicator,value,unit\n" + "".join(lines))
    pieces = list(stream.pieces(path, None, lambda *_: None))
    assert len(pieces) > 1
    rows = [row for piece in pieces for row in piece.rows]
    (whole,) = foreign(str(path), path.read_bytes())
    assert rows == whole.rows
    assert rows[0] == ["sales", "Ulm", "1990", "level", "1990.5", "t"]


def test_letters_of_scale_are_told_by_the_beginning_and_multiplied_out_in_every_piece(
    tmp_path: Path,
) -> None:
    """Figures are made up; each piece by itself would not show two letters."""
    path = tmp_path / "guests.csv"
    printed = ["3.28M", "400k", "645"]
    lines = [f"Elmau,{y},{printed[y % 3]}\n" for y in range(1950, 2024)]
    path.write_text("town,year,guests\n" + "".join(lines))
    pieces = [*stream.pieces(path, None, lambda *_: None)]
    assert len(pieces) > 2
    (whole,) = foreign("guests.csv", path.read_bytes())
    rows = [row for piece in pieces for row in piece.rows]
    assert [row[4] for row in rows[:3]] == ["3280000", "400000", "645"]
    assert rows == whole.rows
