"""Whichever call of the disk fails, or is the last of a killed run: old or new, nothing between."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from typing import TYPE_CHECKING

import pytest
from tests.disk import Disk, ends, no_room

from cpstats.checks.rules import findings
from cpstats.cli.output import save
from cpstats.errors import CpstatsError
from cpstats.keeping.adding import add_figure
from cpstats.keeping.importing import import_files
from cpstats.keeping.starting import start_package
from cpstats.keeping.typed import NewFigure
from cpstats.model.columns import OBSERVATION
from cpstats.store.decoding.zipping import zipped
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.undo import KEPT
from cpstats.store.writer import write_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX")

FIGURE = {
    **dict.fromkeys(OBSERVATION, ""),
    "indicator": "gdp",
    "ref_area": "110000",
    "measure": "level",
    "price_basis": "current",
    "time_period": "2023",
    "obs_value": "43760.7",
    "unit": "亿元",
    "source": "x",
}


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a package as `init` makes it."""
    folder = tmp_path_factory.mktemp("started")
    start_package(folder / "pack")
    (folder / "answer.csv").write_text("old")
    (folder / "t.csv").write_text("地区,2022年,2023年\n北京,41540.9,43760.7\n")
    return folder


def init(folder: Path) -> None:
    start_package(folder / "new")


def import_(folder: Path) -> None:
    package = open_package()
    told = Hints(indicator="gdp", unit="亿元")
    import_files([str(folder / "t.csv")], package, folder=folder / "pack", hints=told, force=True)


def datapackage(folder: Path) -> None:
    package = open_package()
    rows = [dict(FIGURE, source=next(iter(package.catalogue.sources)))]
    write_package(folder / "more" / "pack", rows, package.catalogue, title="x")
    save(folder / "pack.zip", zipped(folder / "more" / "pack"), force=True)


def output(folder: Path) -> None:
    save(folder / "answer.csv", b"new", force=True)


def add(folder: Path) -> None:
    new = NewFigure(
        indicator="gdp", place="昌平", period="2025", amount="1853.2亿元", source="统计公报"
    )
    add_figure(folder / "pack", new, check=findings)


def seen(folder: Path) -> dict[str, bytes]:
    """Return what is there by name; drafts, which begin with a dot, are nothing."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("[!.]*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def outcomes(before: dict[str, bytes], after: dict[str, bytes]) -> list[dict[str, bytes]]:
    """Return what may be there after a run that failed: of two things written, the first too."""
    halves = [{n: c for n, c in after.items() if n in before or n.startswith("more/")}]
    return [before, after, *halves]


DEEDS = {"init": init, "import": import_, "datapackage": datapackage, "output": output, "add": add}


STEPS = pytest.mark.parametrize("step", [9, pytest.param(1, marks=pytest.mark.slow)])


@STEPS
@pytest.mark.parametrize("name", DEEDS)
def test_whichever_call_fails_it_is_old_or_new(
    name: str, step: int, started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(started)
    count = _count(DEEDS[name], started, tmp_path / "whole")
    after = seen(tmp_path / "whole")
    assert count > 4
    assert after != before
    for number in range(1, count + 1, step):
        folder = tmp_path / str(number)
        shutil.copytree(started, folder)
        with monkeypatch.context() as patch:
            Disk(patch, folder, at=number, deed=no_room)
            try:
                DEEDS[name](folder)
            except (CpstatsError, OSError) as error:  # whatever opens the lock
                assert "No space left" in str(error)  # noqa: PT017 - it may succeed all the same
        assert seen(folder) in outcomes(before, after), number
        shutil.rmtree(folder)


@STEPS
@pytest.mark.parametrize("name", DEEDS)
def test_whichever_call_is_the_last_of_a_killed_run_the_next_finds_old_or_new(
    name: str, step: int, started: Path, tmp_path: Path
) -> None:
    before = seen(started)
    count = _count(DEEDS[name], started, tmp_path / "whole")
    after = seen(tmp_path / "whole")
    for number in range(1, count + 1, step):
        folder = tmp_path / str(number)
        shutil.copytree(started, folder)
        _killed(DEEDS[name], folder, number)
        open_package([str(folder / "pack")])  # who reads puts back what was kept
        assert seen(folder) in outcomes(before, after), number
        assert not (folder / "pack" / KEPT).exists()
        shutil.rmtree(folder)


def _count(deed: Callable[[Path], None], started: Path, folder: Path) -> int:
    shutil.copytree(started, folder)
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, folder, deed=no_room)
        deed(folder)
    return disk.count


def _killed(deed: Callable[[Path], None], folder: Path, number: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of xdist do not matter here
        process = os.fork()
    if not process:
        Disk(pytest.MonkeyPatch(), folder, at=number, deed=ends)
        try:
            deed(folder)
        finally:
            os._exit(0)
    os.waitpid(process, 0)
