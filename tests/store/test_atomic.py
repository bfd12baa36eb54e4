"""Files are replaced all together or not at all; two folders change places in one step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from cpstats.store.atomic import exchange, replace_files

if TYPE_CHECKING:
    from pathlib import Path


def test_where_one_file_cannot_be_written_none_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(FileNotFoundError):
        replace_files({tmp_path / "a": b"new", tmp_path / "none/b": b"new"})
    assert (tmp_path / "a").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(0o640)
    replace_files({path: b"new"})
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has a call for it")
def test_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "what").write_text(name)
    assert exchange(tmp_path / "new", tmp_path / "old") is True
    assert (tmp_path / "old/what").read_text() == "new"
    assert (tmp_path / "new/what").read_text() == "old"
    assert exchange(tmp_path / "none", tmp_path / "old") is False
