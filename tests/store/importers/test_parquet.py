"""Parquet, whole and in pieces, by DuckDB or pyarrow; without either a sentence says what to install."""

from __future__ import annotations

from contextlib import ExitStack
from io import BytesIO
from typing import TYPE_CHECKING

import duckdb
import pytest
from tests.needs import needs_pyarrow

from cpstats.errors import DataError, UsageError
from cpstats.store.decoding import parquet_rows
from cpstats.store.importers import parquet, sheets
from cpstats.store.recognising import stream
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from pathlib import Path


def saved(folder: Path, query: str) -> bytes:
    duckdb.sql(f"COPY ({query}) TO '{folder}/saved.parquet' (FORMAT parquet)")
    return (folder / "saved.parquet").read_bytes()


TABLE = """SELECT * FROM (VALUES ('河北省', 2022, 42370.4), ('山西省', 2022, NULL))
t("地区", "年份", "地区生产总值(亿元)")"""
TYPES = """SELECT 1::UTINYINT AS "A", 1.50::DECIMAL(5, 2) AS b, 43198.0::DOUBLE AS c, 0.1::FLOAT AS d,
DATE '2024-03-31' AS e, TIMESTAMP '2024-03-31 23:30:00' AS f, 'NaN'::DOUBLE AS g, NULL::VARCHAR AS h,
TIMESTAMPTZ '2024-03-31 23:30:00+00' AS i, true AS j, 'text'::VARCHAR AS k, 12345678901::BIGINT AS l"""
SAID = (
    "1", "1.50", "43198", "0.10000000149011612", "2024-03-31", "2024-03-31", "", "", "2024-03-31",
    "True", "text", "12345678901",
)  # fmt: skip


def test_without_either_library_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parquet, "opener", lambda: None)
    with pytest.raises(UsageError) as caught:
        sheets("t.parquet", b"PAR1 whatever")
    assert str(caught.value) == (
        "reading Parquet needs the extra “engines” or “parquet”. "
        "Install one: pip install 'cpstats[engines]'"
    )


def test_cells_are_the_digits_they_hold(tmp_path: Path) -> None:
    (found,) = sheets("t.parquet", saved(tmp_path, TYPES))
    assert found.rows[1] == SAID


@needs_pyarrow
def test_pyarrow_gives_the_same_texts(tmp_path: Path) -> None:
    with ExitStack() as ends:
        opened = parquet_rows.by_pyarrow(BytesIO(saved(tmp_path, TYPES)), ends)
        assert ([c.name for c in opened.columns], opened.size) == ([*"Abcdefghijkl"], 1)
        assert [*opened.rows] == [[SAID]]


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    # DuckDB writes no such file: the second name is put in its place, in the schema and its chunk.
    content = saved(tmp_path, "SELECT 'x' AS place, 'y' AS plac_").replace(b"plac_", b"place")
    with pytest.raises(DataError, match="column place occurs twice"):
        sheets("t.parquet", content)


def test_a_table_is_read_and_null_is_missing(tmp_path: Path) -> None:
    (found,) = foreign("t.parquet", saved(tmp_path, TABLE))
    assert found.rows == [["地区生产总值", "河北省", "2022", "level", "42370.4", "亿元"]]
    assert found.where(0, "obs_value") == "t.parquet:1:3"  # its first row, third column


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "SELECT 'x' AS a, [1, 2] AS b",
            (
                "t.parquet:0:2: column b holds no plain values (INTEGER[]). "
                "Give each value a column of its own."
            ),
        ),
        (
            "SELECT {'b': 1} AS a",
            (
                "t.parquet:0:1: column a holds no plain values (STRUCT(b INTEGER)). "
                "Give each value a column of its own."
            ),
        ),
        (
            "SELECT 1 AS a WHERE false",
            "t.parquet: there is nothing in it. Look at the other files.",
        ),
    ],
    ids=["list", "structure", "empty"],
)
def test_columns_of_more_than_values_are_refused(query: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.parquet", saved(tmp_path, query))
    assert str(caught.value) == message


def test_a_file_that_is_cut_off_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.parquet", saved(tmp_path, TABLE)[:200])
    assert str(caught.value) == (
        "t.parquet: the Parquet file cannot be read. "
        "It is damaged or cut off: fetch it again, or save the table as CSV."
    )


def test_a_large_file_is_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "SMALL", 1)
    monkeypatch.setattr(parquet_rows, "BATCH", 10)
    path = tmp_path / "saved.parquet"
    saved(tmp_path, """SELECT '河北省' AS "地区", y AS "年份", 1.5 AS "产值(亿元)" FROM range(1990, 2024) t(y)""")  # fmt: skip
    assert stream.is_large(path)
    pieces = [*stream.pieces(path, None, lambda *_: None)]
    assert [len(piece.rows) for piece in pieces] == [10, 10, 10, 4]
    assert pieces[3].where(3, "obs_value") == f"{path}:34:3"
