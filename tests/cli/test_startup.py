"""What is loaded to answer: nothing heavy for what needs no figures, and no Rich in a pipe.

Each case is a process of its own that says at its end which modules it has loaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FRAMES = {"pandas", "numpy", "narwhals", "pyarrow", "duckdb", "polars"}
EXTRAS = {"openpyxl", "xlsxwriter", "python_calamine", "sdmx", "pyspark"}
LISTED = """\
import sys
from cpstats.__main__ import main
try:
    main()
finally:
    loaded = {name.partition('.')[0] for name, module in sys.modules.items() if module}
    print(*sorted(loaded), file=open(FILE, 'w', encoding='utf-8'))
"""
COMPLETION = {
    "_CPSTATS_COMPLETE": "complete_zsh",  # the one that would draw its descriptions with Rich
    "_TYPER_COMPLETE_ARGS": "cpstats show gdp -p chang",
}


def loaded(line: str, folder: Path, **env: str) -> set[str]:
    """Return the top-level modules that a question loads when its answer goes into a pipe."""
    code = LISTED.replace("FILE", repr(str(folder / "modules")))
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COV_", "PYTEST_"))}
    done = subprocess.run(
        [sys.executable, "-c", code, *line.split()],
        capture_output=True,
        check=False,
        cwd=folder,
        env=kept | env,
    )
    assert done.returncode == 0, done.stderr.decode()
    return set((folder / "modules").read_text("utf-8").split())


@pytest.mark.parametrize(
    "line", ["--version", "--help", "show --help", "list", "search 收入", "info gdp", "show gdp -h"]
)
def test_what_needs_no_figures_loads_no_frames_and_no_rich(line: str, tmp_path: Path) -> None:
    found = loaded(line, tmp_path)
    assert found & (FRAMES | EXTRAS | {"rich", "tabulate", "pydantic"}) == set()


def test_completion_loads_no_frames_and_no_rich(tmp_path: Path) -> None:
    found = loaded("", tmp_path, **COMPLETION)
    assert found & (FRAMES | EXTRAS | {"rich", "tabulate", "pydantic"}) == set()


def test_the_version_loads_no_command_line(tmp_path: Path) -> None:
    assert "typer" not in loaded("--version", tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "show gdp",
        "show gdp --format json",
        "show gdp -F plain",
        "compare gdp",
        "growth gdp",
        "share gdp",
    ],
)
def test_what_few_figures_answer_loads_no_frames(line: str, tmp_path: Path) -> None:
    found = loaded(line, tmp_path)
    assert found & (FRAMES | EXTRAS | {"rich", "tabulate", "pydantic"}) == set()


@pytest.mark.parametrize("line", ["list --format table", "show gdp --format table", "growth gdp"])
def test_a_plain_line_loads_neither_rich_nor_typer(line: str, tmp_path: Path) -> None:
    assert loaded(line, tmp_path) & {"rich", "typer"} == set()


@pytest.mark.parametrize("line", ["list", "show gdp", "compare gdp"])
def test_no_question_loads_what_opens_a_connection(line: str, tmp_path: Path) -> None:
    assert loaded(line, tmp_path) & {"urllib3", "requests", "ssl"} == set()
