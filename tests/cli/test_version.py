"""The program says its own version and the release of its data, however it is started."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import cpstats as package

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


def expected(root: Path) -> str:
    descriptor = json.loads((root / "data/datapackage.json").read_text("utf-8"))
    return f"cpstats {package.__version__} (data {descriptor['version']})\n"


def test_the_command_names_program_and_data(cpstats: Run, root: Path) -> None:
    done = cpstats("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, expected(root), "")


def test_the_module_is_the_same_program(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cpstats", "--version"],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (0, expected(root))
