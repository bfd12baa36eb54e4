"""What a killed run kept is put back; what strangers put in its place touches nothing outside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cpstats.store.atomic import locked, replace_files
from cpstats.store.undo import KEPT, LIST, undoable, whole

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "package"
    made.mkdir()
    for name in ("datapackage.json", "a.csv", "b.csv"):
        (made / name).write_text(f"old {name}")
    return made


def _left(folder: Path) -> None:
    """Change two files and make a third, as a run does that is killed before its end."""
    with undoable(folder, [folder / "a.csv", folder / "new.csv"]):
        for name in ("a.csv", "new.csv"):
            (folder / name).write_text("new")
        (folder / KEPT).rename(folder.parent / "aside")
        (folder / KEPT).mkdir()
    (folder.parent / "aside").rename(folder / KEPT)


@pytest.mark.parametrize("who", ["reader", "writer"])
def test_what_a_killed_run_kept_is_put_back(who: str, folder: Path) -> None:
    _left(folder)
    assert (folder / "a.csv").read_text() == "new"
    if who == "reader":
        whole(folder)
    else:
        with locked(folder):
            pass
    assert sorted(path.name for path in folder.iterdir()) == ["a.csv", "b.csv", "datapackage.json"]
    assert (folder / "a.csv").read_text() == "old a.csv"


def test_a_reader_lets_a_writer_at_work_alone(folder: Path) -> None:
    with locked(folder):
        _left(folder)
        whole(folder)
        assert (folder / "a.csv").read_text() == "new"


def test_where_the_last_of_several_cannot_take_its_place_none_has(folder: Path) -> None:
    (folder / "c.csv").mkdir()
    with locked(folder), pytest.raises(OSError, match=r"c\.csv"):
        replace_files({folder / name: b"new" for name in ("a.csv", "b.csv", "c.csv")}, folder)
    assert [(folder / name).read_text() for name in ("a.csv", "b.csv")] == [
        "old a.csv",
        "old b.csv",
    ]
    assert not (folder / KEPT).exists()


@pytest.mark.parametrize(
    "there",
    ['{"../secret": false}', '{"/etc/passwd": true}', "[]", "{", '{"a.csv": 1, "x/../..": 0}'],
)
def test_a_list_that_leads_elsewhere_is_none(there: str, folder: Path) -> None:
    secret = folder.parent / "secret"
    secret.write_text("mine")
    (folder / KEPT).mkdir()
    (folder / KEPT / LIST).write_text(there)
    whole(folder)
    assert secret.read_text() == "mine"
    assert (folder / "a.csv").read_text() == "old a.csv"


def test_a_link_is_not_put_back(folder: Path) -> None:
    secret = folder.parent / "secret"
    secret.write_text("mine")
    (folder / KEPT).mkdir()
    (folder / KEPT / LIST).write_text(json.dumps({"a.csv": True}))
    (folder / KEPT / "0").symlink_to(secret)
    whole(folder)
    assert (folder / "a.csv").read_text() == "old a.csv"
