"""What a killed run left beside its place is swept by the next one; what runs is let alone."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cpstats.store.atomic import replace_file
from cpstats.store.drafts import draft_file, draft_folder, sweep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX")


@pytest.fixture(scope="module")
def ended() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-I", "-S", "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def left(tmp_path: Path, ended: int) -> Callable[[str], Path]:
    """Make what a killed process would have left for a place of that name."""

    def leave(name: str) -> Path:
        draft = draft_folder(tmp_path / name)
        (draft / "half").write_text("a,b\n")
        return draft.rename(tmp_path / draft.name.replace(f"-{os.getpid()}-", f"-{ended}-", 1))

    return leave


def test_the_next_run_sweeps_what_a_killed_one_left(
    tmp_path: Path, left: Callable[[str], Path]
) -> None:
    gone, other = left("gdp.csv"), left("gdp.csv.bak")
    replace_file(tmp_path / "gdp.csv", b"whole")
    assert not gone.exists()
    assert other.exists()  # of another place
    assert (tmp_path / "gdp.csv").read_bytes() == b"whole"


def test_the_draft_of_a_process_that_runs_is_let_alone(tmp_path: Path) -> None:
    handle, mine = draft_file(tmp_path / "a")
    os.close(handle)
    sweep(tmp_path, ".a")
    assert mine.exists()


def test_what_was_moved_away_for_something_that_never_came_is_kept(
    tmp_path: Path, left: Callable[[str], Path]
) -> None:
    draft = left("package")
    old = draft.rename(draft.with_name(f"{draft.name}-old"))
    draft_folder(tmp_path / "package")
    assert old.exists()
    (tmp_path / "package").mkdir()
    draft_folder(tmp_path / "package")
    assert not old.exists()


def test_the_draft_of_another_machine_is_let_alone(
    tmp_path: Path, left: Callable[[str], Path]
) -> None:
    draft = left("a")
    foreign = draft.rename(tmp_path / draft.name.replace(".a-", ".a-0", 1))
    sweep(tmp_path, ".a")
    assert foreign.exists()
