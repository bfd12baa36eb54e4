"""A folder as one zip."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from cpstats.store.decoding.zipping import zipped

if TYPE_CHECKING:
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
