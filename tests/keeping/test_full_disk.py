"""A real disk that has no room: what is said, and that nothing is left, where results are written and where work is put aside.

It is a small disk in memory, which root may mount on Linux; elsewhere these tests are left out, and
`test_failing_disk` holds the same of each call.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import duckdb
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Run

ROOM = 256 << 10  # bytes
PLACES, YEARS = 3000, range(2000, 2020)  # figures made up: many times as large as the disk
FULL = ("No space left on device", "the disk is full", "磁盘已满")
MENDS = ("has room", "ake room", "有空间", "腾出空间")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that is a small disk."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a long table, as CSV and as a panel in Parquet."""
    folder = tmp_path_factory.mktemp("figures")
    rows = f"""
        SELECT 'Region ' || lpad(p::VARCHAR, 4, '0') AS region, y AS year, 'births' AS indicator,
               1 + hash(p, y) % 100000 / 7 AS value, 'persons' AS unit
        FROM range({PLACES}) t(p), range({YEARS.start}, {YEARS.stop}) u(y) ORDER BY hash(y, p)
    """  # noqa: S608
    copy = duckdb.connect()
    copy.execute(f"COPY ({rows}) TO '{folder / 'long.csv'}' (HEADER)")
    copy.execute(f"COPY ({rows}) TO '{folder / 'panel.parquet'}' (FORMAT parquet)")
    return folder


def is_told(done: subprocess.CompletedProcess[str]) -> None:
    """Hold that a run ended with one line that says that there is no room, and what to do."""
    assert done.returncode in (2, 3), done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert any(words in last for words in FULL), done.stderr
    assert any(words in last for words in MENDS), done.stderr
    assert "fault" not in done.stderr


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("folder", ["new", "old"])
def test_an_import_without_room_leaves_what_was_there(
    folder: str, lang: str, small: Path, figures: Path, cpstats: Run
) -> None:
    if folder == "old":
        (small / "few.csv").write_text(
            "region,year,indicator,value,unit\nOstland,2020,births,5,persons\nOstland,2021,births,6,persons\n"
        )
        assert cpstats("import", small / "few.csv", "-o", small / "made").returncode == 0
    before = {f.name: f.read_bytes() for f in sorted(small.rglob("*")) if f.is_file()}
    done = cpstats("--lang", lang, "import", figures / "long.csv", "-o", small / "made", "--force")
    is_told(done)
    assert {f.name: f.read_bytes() for f in sorted(small.rglob("*")) if f.is_file()} == before


def test_an_import_that_has_no_room_to_sort_says_so(
    small: Path, figures: Path, tmp_path: Path, cpstats: Run
) -> None:
    head, *lines = (figures / "long.csv").read_text().splitlines(keepends=True)
    lines = [line.replace("Region", f"{name} Region") for name in "ABCD" for line in lines]
    lines.insert(100, "\n")  # among figures: it is read in pieces, which are sorted on disk
    (tmp_path / "odd.csv").write_text("".join([head, *lines]))
    done = cpstats(
        "import", tmp_path / "odd.csv", "-o", tmp_path / "made", env={"TMPDIR": str(small)}
    )
    is_told(done)
    assert [*small.iterdir()] == []
    assert sorted(f.name for f in tmp_path.iterdir()) == ["odd.csv", "small"]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("engine", ["duckdb", "pandas", "polars"])
def test_a_panel_without_room_leaves_nothing(
    engine: str, kind: str, small: Path, figures: Path, cpstats: Run
) -> None:
    lang = "zh" if kind == "csv" else "en"
    done = cpstats("--lang", lang, "panel", "growth", figures / "panel.parquet", "--keys", "region", "--time", "year",
               "--value", "value", "--engine", engine, "-o", small / f"made.{kind}")  # fmt: skip
    is_told(done)
    assert [*small.iterdir()] == []


def test_what_finds_no_room_to_spill_leaves_nothing(
    small: Path, tmp_path: Path, cpstats: Run
) -> None:
    panel = tmp_path / "panel.parquet"
    made = duckdb.sql(
        "SELECT hash(p)::VARCHAR AS region, y AS year, 1 + p % 7 AS value "
        "FROM range(60000) t(p), range(2000, 2030) u(y) ORDER BY hash(y, p)"
    )
    made.write_parquet(str(panel))
    done = cpstats("panel", "rank", panel, "--keys", "region", "--time", "year", "--value", "value",
               "--over", "region", "--engine", "duckdb", "--memory", "100MB", "--sort",
               "-o", small / "made.parquet")  # fmt: skip
    is_told(done)
    assert [*small.iterdir()] == []


def test_an_answer_without_room_leaves_what_was_there(small: Path, cpstats: Run) -> None:
    (small / "answer.csv").write_text("old\n")
    (small / "filling").write_bytes(b"x" * (ROOM - 8192))
    done = cpstats("show", "gdp", "-p", "beijing", "-o", small / "answer.csv", "--force")
    is_told(done)
    assert (small / "answer.csv").read_text() == "old\n"
    assert sorted(f.name for f in small.iterdir()) == ["answer.csv", "filling"]
