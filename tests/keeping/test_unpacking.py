"""What `show -F datapackage -o x.zip` writes is read again, in the zip or unpacked. Own figures."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError, UsageError
from cpstats.keeping.importing import import_files
from cpstats.keeping.starting import start_package
from cpstats.store.decoding.zipping import zipped
from cpstats.store.package import open_package
from cpstats.store.text_columns import observations

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    start_package(tmp_path / "bureau")
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(tmp_path / "bureau"))
    return path


def rows(name: Path) -> list[list[str]]:
    part = open_package([str(name)], builtin=False).parts[-1]
    return [list(row) for _, lines, _ in observations(part) for row in lines]


def test_a_package_in_a_zip_is_read_where_it_lies(packed: Path) -> None:
    assert rows(packed) == rows(packed.with_name("bureau"))


def test_it_may_lie_in_a_folder_of_the_zip(packed: Path, tmp_path: Path) -> None:
    deep = tmp_path / "deep.zip"
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(deep, "w") as new:
        for name in old.namelist():
            new.writestr(f"bureau/{name}", old.read(name))
    assert rows(deep) == rows(packed)


def test_import_unpacks_it_file_by_file(packed: Path, tmp_path: Path) -> None:
    report = import_files([str(packed)], open_package(), folder=tmp_path / "out")
    assert report.records[0]["figures"] == 1
    names = sorted(path.name for path in (tmp_path / "bureau").iterdir())
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    assert all(
        (tmp_path / "out" / name).read_bytes() == (tmp_path / "bureau" / name).read_bytes()
        for name in names
    )
    with pytest.raises(UsageError, match="is not empty"):
        import_files([str(packed)], open_package(), folder=tmp_path / "out")
    import_files([str(packed)], open_package(), folder=tmp_path / "out", force=True)


def test_a_file_outside_the_folder_of_a_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("p/datapackage.json", "{}")
        archive.writestr("../outside.csv", "a,b\n1,2\n")
    with pytest.raises(DataError, match="has a file outside its folder"):
        open_package([str(path)])
    assert not (tmp_path.parent / "outside.csv").exists()
