"""A folder as one zip; zips that are damaged."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from cpstats.claims import texts
from cpstats.errors import DataError
from cpstats.store.decoding import packed, unzipping
from cpstats.store.decoding.zipping import zipped
from cpstats.store.importers import docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_same_files_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "inner").mkdir(parents=True)
        (tmp_path / name / "b.csv").write_text("b")
        (tmp_path / name / "inner" / "a.csv").write_text("a")
    made = zipped(tmp_path / "one")
    assert made == zipped(tmp_path / "two")
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.namelist() == ["b.csv", "inner/a.csv"]
        assert archive.read("inner/a.csv") == b"a"


def damaged() -> bytes:
    """A zip whose list of files says that it begins before the first byte."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("p/datapackage.json", "word/document.xml", "xl/workbook.xml", "a.csv"):
            archive.writestr(name, "<x/>")
    made = bytearray(out.getvalue())
    (start,) = struct.unpack_from("<I", made, len(made) - 6)
    made[len(made) - 6 : len(made) - 2] = struct.pack("<I", start + 40)
    return bytes(made)


@pytest.mark.parametrize(
    "read",
    [
        lambda content: unzipping.layouts("t.xlsx", content),
        lambda content: docx.read("t.docx", content),
        lambda content: packed.members("t.zip", content),
        lambda content: list(packed._unzipped("t.zip", content, ["a.csv"])),
        lambda content: texts.read("t.docx", content),
    ],
)
def test_where_the_numbers_of_a_zip_are_damaged_that_is_said(
    read: Callable[[bytes], object],
) -> None:
    with pytest.raises(DataError):
        read(damaged())
