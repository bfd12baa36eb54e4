"""Foreign tables through the command line: standard input, flags, and what may go wrong midway."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.pseudo import screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.cli.conftest import Invoke

PASTED = (
    "地区\t地区生产总值(亿元)\t\nRegion\tGross Regional Product\t\n\t2022\t2023\n"
    "河北\t42370.4\t43944.1\n山西\t25583.9\t25698.2\n"
)
SHOWN = ["42370.4", "43944.1", "25583.9", "25698.2"]
unix = pytest.mark.skipif(os.name == "nt", reason="needs signals and limits of Unix")


def values(text: str) -> list[str]:
    head, *lines = text.splitlines()
    return [line.split(",")[head.split(",").index("value")] for line in lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_what_was_copied_from_a_spreadsheet_is_read_from_standard_input(
    encoding: str, invoke: Invoke
) -> None:
    done = invoke("show", "gdp", "--data", "-", stdin=PASTED.encode(encoding))
    assert (done.status, values(done.stdout)) == (0, SHOWN)
    assert done.stderr.splitlines()[1] == (
        "standard input: 4 figures, 2 places, 1 indicators, 2022 to 2023"
    )


def test_a_whole_workbook_may_come_through_standard_input(invoke: Invoke) -> None:
    pytest.importorskip("python_calamine")
    openpyxl = pytest.importorskip("openpyxl")
    import io

    book = openpyxl.Workbook()
    for row in ["地区", "年份", "地区生产总值(亿元)"], ["河北", 2022, 42370.4]:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    assert values(invoke("show", "gdp", "--data", "-", stdin=out.getvalue()).stdout) == ["42370.4"]


def test_standard_input_becomes_a_package(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("import", "-", "-o", "mine", stdin=PASTED.encode("gb18030"))
    assert done.status == 0
    assert done.stderr.splitlines() == [
        "standard input: GB18030, tabs; 0 title lines, header in line 1; place in column 1; 0 notes",
        "standard input: 4 figures, 2 places, 1 indicators, 2022 to 2023",
        "4 figures written to mine: --data mine",
    ]
    assert (tmp_path / "mine/import.toml").is_file()
    assert values(invoke("show", "gdp", "--data", "mine").stdout) == SHOWN


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        (
            "import -",
            2,
            (
                "the folder for what standard input brings is missing. "
                "Name it with -o DIR, or look first with --dry-run."
            ),
        ),
        (
            "import - -o x",
            3,
            (
                "standard input: there is nothing in it. "
                "It needs a line with the names of the columns and one line for each figure."
            ),
        ),
        ("import none.csv", 3, "none.csv: there is no such file. Check the name and the folder."),
        ("import .", 3, ".: this is a folder. Name the files in it; --data takes a package."),
        (
            "import ours.csv",
            3,
            "ours.csv: there is no figure in the table. Look at the file.",
        ),
        (
            "import t.csv --column geo=place",
            2,
            "no column is called “geo”. Name a column by what stands above it, or by its number.",
        ),
        ("import t.csv --column geo", 2, "“geo” is no pair. Write --column NAME=WORD."),
        (
            "import t.csv --encoding big6",
            2,
            "there is no encoding “big6”. Write utf-8, gb18030, big5 or latin-1.",
        ),
        (
            "import t.csv --encoding ascii",
            3,
            (
                "t.csv:1:1: byte 0xe6 is not ascii. "
                "Save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)."
            ),
        ),
        (
            "import t.csv --sheet 2",
            3,
            "t.csv: there is no sheet “2”. Known: the one table of the file.",
        ),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    line: str, status: int, message: str, invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text("指标：产值\n地区,2022年\n河北省,5\n", "utf-8")
    (tmp_path / "ours.csv").write_text("indicator,ref_area,time_period,obs_value\n", "utf-8")
    before = sorted(tmp_path.iterdir())
    done = invoke(*line.split())
    assert (done.status, done.stderr) == (status, f"cpstats: {message}\n")
    assert sorted(tmp_path.iterdir()) == before


def test_a_dry_run_is_a_table_of_what_was_recognised(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("指标：产值(亿元)\n甲,2022年\n河北省,5\n", "utf-8")
    shown = invoke(
        "import", "t.csv", "--dry-run", "--column", "甲=place", "--unit", "万元", "-F", "plain"
    ).stdout
    assert [line.split("  ")[-1].strip() for line in shown.splitlines()[4:6]] == [
        "UTF-8, commas; 1 title lines, header in line 2; place in column 1; 0 notes",
        "1 figures, 1 places, 1 indicators, 2022 to 2022",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


# The program in a process of its own, its thresholds lowered: a small file takes the way of a large.
LOW = (
    "import sys; from cpstats.store.recognising import stream; stream.LARGE = stream.SMALL = 1000; stream.BATCH = 500;"
    "from cpstats.cli.app import main; main()"
)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.csv"
    lines = [f"样本县{n:05d},{y},{n}.5\n" for n in range(1000) for y in range(2000, 2024)]
    path.write_text("地区,年份,产值(亿元)\n" + "".join(lines), "utf-8")
    return path


def started(
    folder: Path, *arguments: str, stderr: int = subprocess.PIPE, limit: int = 0
) -> subprocess.Popen[bytes]:
    """Start an import of `large.csv` into `out` in a folder, its temporary files in `temporary`."""
    (folder / "temporary").mkdir(exist_ok=True)
    env: Mapping[str, str] = {**os.environ, "TMPDIR": str(folder / "temporary"), "TERM": "xterm"}

    def limited() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "-c", LOW, "import", "large.csv", "-o", "out", *arguments],
        cwd=folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        preexec_fn=limited if limit else None,  # noqa: PLW1509 - no threads here
    )


def awaited(folder: Path, pattern: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if any(folder.glob(pattern)):
            return
        assert process.poll() is None
        time.sleep(0.05)
    raise AssertionError(pattern)


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


READING, WRITING = "temporary/cpstats-*/1.run", ".out-*/observations.csv"


@pytest.fixture
def old(tmp_path: Path) -> Iterator[dict[str, bytes]]:
    """The package that is in the way, and stays what it was."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "datapackage.json").write_text('{"name": "old", "resources": []}')
    before = state(folder)
    yield before
    assert state(folder) == before


@unix
@pytest.mark.slow
@pytest.mark.parametrize("moment", [READING, WRITING])
def test_an_interrupt_leaves_no_half_package_and_no_temporary_folder(
    moment: str, tmp_path: Path, large: Path, old: dict[str, bytes]
) -> None:
    process = started(tmp_path, "--force")
    awaited(tmp_path, moment, process)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, b"")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["large.csv", "out", "temporary"]
    assert [*(tmp_path / "temporary").iterdir()] == []


@unix
@pytest.mark.slow
@pytest.mark.parametrize("moment", [READING, WRITING])
def test_a_kill_in_the_middle_leaves_the_old_package(
    moment: str, tmp_path: Path, large: Path, old: dict[str, bytes]
) -> None:
    process = started(tmp_path, "--force")
    awaited(tmp_path, moment, process)
    process.kill()
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL


@unix
@pytest.mark.slow
def test_what_a_kill_left_behind_does_not_hinder_the_next_run(tmp_path: Path, large: Path) -> None:
    process = started(tmp_path)
    awaited(tmp_path, WRITING, process)
    process.kill()
    process.communicate(timeout=60)
    assert not (tmp_path / "out").exists()
    again = started(tmp_path)
    again.communicate(timeout=60)
    assert again.returncode == 0
    assert (tmp_path / "out/observations.csv").read_text("utf-8").count("\n") == 24_001


@unix
@pytest.mark.slow
@pytest.mark.parametrize(
    ("limit", "what"),
    [(10_000, "temporary/cpstats-"), (1_000_000, "out cannot be written (File too large)")],
    ids=["while reading", "while writing"],
)
def test_a_full_disk_leaves_the_old_package(
    limit: int, what: str, tmp_path: Path, large: Path, old: dict[str, bytes]
) -> None:
    process = started(tmp_path, "--force", "-q", limit=limit)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 2
    assert what in told.decode()
    assert told.decode().endswith(
        "cannot be written (File too large). "
        "Choose a folder that exists, may be written to and has room.\n"
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["large.csv", "out", "temporary"]
    assert [*(tmp_path / "temporary").iterdir()] == []


@unix
@pytest.mark.slow
def test_a_large_file_shows_a_bar_on_a_terminal_and_standard_error_only(
    tmp_path: Path, large: Path
) -> None:
    with screen() as opened:
        process = started(tmp_path, "--dry-run", stderr=opened.theirs)
        assert process.wait(60) == 0
        drawn = opened.read()
    assert b"large.csv" in drawn
    assert "━".encode() in drawn


@unix
@pytest.mark.slow
def test_nobody_watching_means_no_bar(tmp_path: Path, large: Path) -> None:
    process = started(tmp_path, "--dry-run")
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "━".encode() not in told


@unix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_says_so(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("x")
    (tmp_path / "t.csv").chmod(0)
    assert invoke("import", "t.csv").stderr == (
        "cpstats: t.csv: the file cannot be read (Permission denied). "
        "Look at its permissions, and at the disk it lies on.\n"
    )
