"""Parquet, whole and in pieces; without the extra a sentence says what to install."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from tests.needs import HAS_PYARROW, needs_pyarrow

from cpstats.errors import DataError, UsageError
from cpstats.store.importers import sheets
from cpstats.store.recognising import stream
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from pathlib import Path


def saved(columns: dict[str, Any]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pa.table(columns), out)
    return out.getvalue()


def plain() -> bytes:
    return saved(
        {"地区": ["河北省", "山西省"], "年份": [2022, 2022], "地区生产总值(亿元)": [42370.4, None]}
    )


@pytest.mark.skipif(HAS_PYARROW, reason="the extra “parquet” is installed")
def test_without_the_extra_the_error_says_what_to_install() -> None:
    with pytest.raises(UsageError) as caught:
        sheets("t.parquet", b"PAR1 whatever")
    assert str(caught.value) == (
        "reading Parquet needs the extra “parquet”. Install it: pip install 'cpstats[parquet]'"
    )


@needs_pyarrow
def test_a_table_is_read_and_null_is_missing() -> None:
    (found,) = foreign("t.parquet", plain())
    assert found.rows == [["地区生产总值", "河北省", "2022", "level", "42370.4", "亿元"]]
    assert found.where(0, "obs_value") == "t.parquet:1:3"  # its first row, third column


@needs_pyarrow
@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (
            {"a": ["x"], "b": [[1, 2]]},
            (
                "t.parquet:0:2: column b holds no plain values (list<item: int64>). "
                "Give each value a column of its own."
            ),
        ),
        (
            {"a": [{"b": 1}]},
            (
                "t.parquet:0:1: column a holds no plain values (struct<b: int64>). "
                "Give each value a column of its own."
            ),
        ),
        ({"a": []}, "t.parquet: there is nothing in it. Look at the other files."),
    ],
    ids=["list", "structure", "empty"],
)
def test_columns_of_more_than_values_are_refused(columns: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.parquet", saved(columns))
    assert str(caught.value).replace("element", "item") == message


@needs_pyarrow
def test_a_file_that_is_cut_off_says_so() -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.parquet", plain()[:200])
    assert str(caught.value) == (
        "t.parquet: the Parquet file cannot be read (ArrowInvalid). "
        "It is damaged or cut off: fetch it again, or save the table as CSV."
    )


@needs_pyarrow
def test_a_large_file_is_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cpstats.store.importers import parquet

    monkeypatch.setattr(stream, "SMALL", 1)
    monkeypatch.setattr(parquet, "BATCH", 10)
    path = tmp_path / "t.parquet"
    years = [*range(1990, 2024)]
    path.write_bytes(saved({"地区": ["河北省"] * 34, "年份": years, "产值(亿元)": [1.5] * 34}))
    assert stream.is_large(path)
    pieces = [*stream.pieces(path, None, lambda *_: None)]
    assert [len(piece.rows) for piece in pieces] == [10, 10, 10, 4]
    assert pieces[3].where(3, "obs_value") == f"{path}:34:3"
