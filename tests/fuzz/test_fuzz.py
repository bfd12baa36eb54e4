"""Mutated inputs end with an answer, or with an error and its reason: a fixed number of them.

`make fuzz` tries new ones for an hour; docs/reliability.md says how many were tried.
"""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz import corpus, readers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")
if sys.platform == "win32":
    collect_ignore = ["forks.py"]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder with a package's table in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.csv").write_bytes(corpus.LONG.encode())
    return tmp_path


def test_every_sample_is_read_as_it_is(room: Path) -> None:
    for sample in (*corpus.tables(), *corpus.books()):
        Path(sample.name).write_bytes(sample.content)
        told = readers.program("import", sample.name, *sample.typed, "--dry-run")
        assert sample.name in told, sample.name


@pytest.mark.parametrize("reader", readers.READERS)
def test_some_inputs_of_each_reader(reader: str, room: Path) -> None:
    for seed in range(3):
        readers.tried(reader, seed)


def test_what_must_not_be_is_found(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cpstats.keeping import importing

    monkeypatch.setattr(importing, "source_id", lambda _: 1 // 0)
    with pytest.raises(readers.Found, match="ZeroDivisionError"):
        readers.program("import", "own.csv", "--dry-run")


def test_what_the_harness_keeps_is_still_kept_by_the_program() -> None:
    from tests.fuzz.__main__ import KEPT

    for module, name in KEPT:
        assert getattr(importlib.import_module(module), name).cache_info(), name


@pytest.mark.slow
def test_thousands_of_inputs(tmp_path: Path) -> None:
    """About a minute: the number decides, not the clock."""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--count", "200", "--seed", "0", "--into", tmp_path],
        cwd=root,
        env={**os.environ, "PYTHONPATH": os.fspath(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("200 inputs") == len(readers.READERS)
