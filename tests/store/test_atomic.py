"""Files are replaced all together or not at all; two folders change places in one step."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import filelock
import pytest

from cpstats.store.atomic import exchange, locked, replace_files

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


def test_who_waited_for_a_folder_that_was_exchanged_has_the_one_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, other = tmp_path / "package", tmp_path / "other"
    for path in (folder, other):
        path.mkdir()
        (path / "datapackage.json").write_text(path.name)
    locks: list[int] = []
    lock = filelock.lock_descriptor

    def lock_after_an_exchange(descriptor: int) -> None:
        if not locks:  # while it waits, another writer puts its own folder there
            folder.rename(tmp_path / "old")
            other.rename(folder)
        lock(descriptor)
        locks.append(os.fstat(descriptor).st_ino)

    monkeypatch.setattr(filelock, "lock_descriptor", lock_after_an_exchange)
    with locked(folder):
        assert len(locks) == 2
        assert locks[1] == (folder / "datapackage.json").stat().st_ino
        assert (folder / "datapackage.json").read_text() == "other"


def test_what_was_replaced_is_on_the_disk_before_it_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    fsync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    path = tmp_path / "a"
    replace_files({path: b"1"})
    assert synced == [path.stat().st_ino, tmp_path.stat().st_ino]
