"""Bytes of a data file become text and rows, or an error that says where."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from cpstats.errors import DataError
from cpstats.store import files
from cpstats.store.files import Observed, decode, observed, parsed, read_bytes, rows

MARK = b"\xef\xbb\xbf"
SAVE = "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)."


def test_the_content_of_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(MARK + b"a\r\n1\r\n")
    assert read_bytes(path) == MARK + b"a\r\n1\r\n"


@pytest.mark.parametrize("content", [b"", b"\n", b" \r\n\t\n"])
def test_a_file_of_nothing_but_blanks_is_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_bytes(path)
    assert (caught.value.where, str(caught.value.what)) == (str(path), "the file is empty")


def test_one_line_is_refused_where_it_is_large_and_a_large_file_of_lines_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LONGEST", 100)
    monkeypatch.setattr(files, "ONE_LINE", 300)
    path = tmp_path / "t.px"
    path.write_bytes(b"1" * 300)
    assert read_bytes(path) == b"1" * 300  # a small one may be JSON
    path.write_bytes(b"a\n" + b"1" * 299)
    with pytest.raises(DataError, match=r"t\.px: a line has more than 0 MB\. Look whether"):
        read_bytes(path)
    path.write_bytes(b"1234\n" * 100)
    assert len(read_bytes(path)) == 500
    path.write_bytes(b"1234\n" + b" \n" * 200)
    with pytest.raises(DataError, match=r"t\.px: there are 0 MB of empty lines"):
        read_bytes(path)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are of POSIX")
def test_a_pipe_is_read_to_its_end_and_is_empty_where_nobody_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.csv"
    os.mkfifo(path)
    monkeypatch.setattr(files, "PATIENCE", 0)
    with pytest.raises(DataError, match="the file is empty"):
        read_bytes(path)
    monkeypatch.setattr(files, "PATIENCE", None)  # as long as it takes
    writer = Thread(target=path.write_bytes, args=[b"a,b\n1,2\n" * 20_000])
    writer.start()
    assert read_bytes(path) == b"a,b\n1,2\n" * 20_000  # more than a pipe holds at once
    writer.join()


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_bytes(tmp_path / "a.csv")
    assert str(caught.value) == (
        f"{tmp_path / 'a.csv'}: there is no such file. Check the name and the folder."
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_bytes(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: this is a folder. Name the files in it; --data takes a package."
    )


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode(MARK + "昌平".encode(), "t") == "昌平"


@pytest.mark.parametrize("mark", [b"", MARK])
def test_a_byte_that_is_not_utf_8_is_named_with_its_place_behind_a_mark_too(mark: bytes) -> None:
    with pytest.raises(DataError) as caught:
        decode(mark + "a,b\n昌平,caf".encode() + b"\xe9\n", "t")
    # line 2: 昌 平 , c a f, then the byte: the seventh sign
    assert str(caught.value) == f"t:2:7: byte 0xe9 is not UTF-8. {SAVE}"


@pytest.mark.parametrize("mark", [b"", MARK])
def test_a_nul_is_named_with_its_place_behind_a_mark_too(mark: bytes) -> None:
    with pytest.raises(DataError) as caught:
        decode(mark + "昌,\0".encode(), "t")
    assert (caught.value.where, str(caught.value.what)) == (
        "t:1:3",
        "there is a NUL character in the text",
    )


@pytest.mark.parametrize(
    "text",
    ["a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "\na,b\n\n1,2\n3,4", ' a ,b\n"1",2\n3,"4"\n'],
)
def test_line_ends_blank_lines_and_quotation_marks_do_not_matter(text: str) -> None:
    assert parsed(text, "t") == (["a", "b"], [["1", "2"], ["3", "4"]])


def test_a_header_alone_has_no_rows() -> None:
    assert parsed("a,b\n", "t") == (["a", "b"], [])
    assert list(rows("a,b\n", "t")) == []


def test_rows_are_given_by_the_names_of_their_columns() -> None:
    assert list(rows('a,b\n1,"2,5"\n', "t")) == [{"a": "1", "b": "2,5"}]


@pytest.mark.parametrize(
    ("line", "where", "cells"),
    [("1", "t:3:1", 1), ("1,2,3", "t:3:3", 3), ("  ", "t:3:1", 1)],
)
def test_a_line_of_another_length_is_a_fault(line: str, where: str, cells: int) -> None:
    with pytest.raises(DataError) as caught:
        parsed(f"a,b\n1,2\n{line}\n", "t")
    assert str(caught.value) == (
        f"{where}: the line has {cells} cells, the header 2. "
        "Add or remove commas; a text that holds a comma stands in quotation marks."
    )


def test_a_quotation_mark_without_partner_is_a_fault() -> None:
    with pytest.raises(DataError) as caught:
        parsed('a,b\n1,2\n"3,4\n', "t")
    assert caught.value.where == "t:3:1"
    assert str(caught.value.mend) == "Look for a quotation mark without its partner."


def test_a_long_table_is_taken_as_it_stands() -> None:
    text = "indicator,ref_area,time_period,obs_value,note\ngdp,X,2024,1,n\n"
    header = ["indicator", "ref_area", "time_period", "obs_value", "note"]
    found = observed(text, "t")
    assert found == Observed(header, [["gdp", "X", "2024", "1", "n"]], header, [0])
    assert found.place(0, "obs_value") == (0, 3)
    assert found.place(0, "bound") == (0, 0)  # a column it has not: the line


@pytest.mark.parametrize(
    ("header", "mend"),
    [
        ("a,b", "The header needs indicator, ref_area, time_period, obs_value."),
        ("a\tb", "The cells seem to be divided by a tab; the file must be divided by commas."),
        ("a;b", "The cells seem to be divided by “;”; the file must be divided by commas."),
        ("a|b", "The cells seem to be divided by “|”; the file must be divided by commas."),
    ],
)
def test_what_a_header_lacks_is_said(header: str, mend: str) -> None:
    with pytest.raises(DataError) as caught:
        observed(f"{header}\n", "t")
    assert str(caught.value) == (
        f"t:1:1: column indicator, ref_area, time_period, obs_value is missing. {mend}"
    )


def test_in_a_package_a_table_is_never_wide() -> None:
    with pytest.raises(DataError) as caught:
        observed("indicator,ref_area,2024\ngdp,X,1\n", "t", wide=False)
    assert str(caught.value.what) == "column time_period, obs_value is missing"


def test_a_column_that_occurs_twice_is_named_at_its_second_place() -> None:
    with pytest.raises(DataError) as caught:
        observed("unit,indicator,unit,ref_area\n", "t")
    assert str(caught.value) == "t:1:16: column unit occurs twice. Remove one."


def test_a_device_is_no_file_and_is_not_read() -> None:
    path = Path("/dev/zero")
    if not path.is_char_device():
        pytest.skip("needs a device")
    with pytest.raises(DataError, match=r"/dev/zero: this is a device, no file\. Name a file"):
        files.read_bytes(path)


def test_what_comes_through_a_pipe_must_have_an_end() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            return len(memoryview(buffer))  # type: ignore[arg-type]

    stream = io.BufferedReader(Endless(), 1 << 20)
    with pytest.raises(DataError, match="standard input: more than 256 MB came, and no end"):
        files.ended(stream)
    assert files.ended(io.BytesIO(b"a,b\n")) == b"a,b\n"
    assert files.ended(None) == b""


def test_a_file_that_grows_is_read_as_long_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n1,2\n")
    assert files.content_of(path) == b"a,b\n1,2\n"


def test_of_lines_that_nobody_asked_for_only_the_length_is_looked_at() -> None:
    text = "a,b,c\n1,x,7\n2,x,8\n\n1,y,9,0\n1,x,10\n"
    faults: list[DataError] = []
    header, rows = parsed(text, "t.csv", faults, only={"a": "1", "b": "x"})
    assert (header, rows) == (["a", "b", "c"], [["1", "x", "7"], [], [], ["1", "x", "10"]])
    assert [str(fault.where) for fault in faults] == ["t.csv:5:5"]
    assert parsed("a,c\n1,2\n", "t.csv", only={"a": "0", "b": "x"})[1] == [["1", "2"]]
