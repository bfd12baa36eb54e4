"""Foreign tables through the command line: standard input, flags, and what may go wrong midway."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

import pytest
from tests.pseudo import screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Start
    from tests.cli.conftest import Invoke

PASTED = (
    "地区\t地区生产总值(亿元)\t\nRegion\tGross Regional Product\t\n\t2022\t2023\n"
    "河北\t42370.4\t43944.1\n山西\t25583.9\t25698.2\n"
)
SHOWN = ["42370.4", "43944.1", "25583.9", "25698.2"]
unix = pytest.mark.skipif(os.name == "nt", reason="needs signals and limits of Unix")


def values(text: str) -> list[str]:
    """Return the levels; what is computed of them stands beside them."""
    rows = csv.DictReader(io.StringIO(text))
    return [row["value"] for row in rows if row["measure"] == "level"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_what_was_copied_from_a_spreadsheet_is_read_from_standard_input(
    encoding: str, invoke: Invoke
) -> None:
    done = invoke("show", "gdp", "--no-builtin", "--data", "-", stdin=PASTED.encode(encoding))
    assert (done.status, values(done.stdout)) == (0, SHOWN)
    assert done.stderr.splitlines()[1] == (
        "standard input: 4 figures, 2 places, 1 indicator, 2022 to 2023"
    )


def test_a_whole_workbook_may_come_through_standard_input(invoke: Invoke) -> None:
    pytest.importorskip("python_calamine")
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in ["地区", "年份", "地区生产总值(亿元)"], ["河北", 2022, 42370.4]:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    assert values(
        invoke("show", "gdp", "--no-builtin", "--data", "-", stdin=out.getvalue()).stdout
    ) == ["42370.4"]


def test_a_level_abroad_without_a_unit_answers_to_the_name_it_has_in_the_file(
    invoke: Invoke,
) -> None:
    # An invented country; the file names no unit, and that of the catalogue, 亿元, is not meant.
    table = b"Country,Year,GDP\nTovaria,2020,5100\nTovaria,2021,5406\n"
    done = invoke("import", "-", "-o", "mine", stdin=table)
    assert "--unit names it" in done.stderr
    shown = invoke("show", "gdp", "-p", "Tovaria", "--data", "mine", "-F", "csv").stdout
    levels = [r for r in csv.DictReader(io.StringIO(shown)) if r["measure"] == "level"]
    assert [(r["time_period"], r["value"], r["unit"]) for r in levels] == [
        ("2020", "5100", ""),
        ("2021", "5406", ""),
    ]
    # of a place that the file does not have it is the catalogue's
    other = invoke("show", "gdp", "-p", "china", "--period", "2020", "--data", "mine", "-F", "csv")
    assert {r["unit"] for r in csv.DictReader(io.StringIO(other.stdout))} >= {"亿元"}


def test_standard_input_becomes_a_package(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("import", "-", "-o", "mine", stdin=PASTED.encode("gb18030"))
    assert done.status == 0
    assert done.stderr.splitlines() == [
        "standard input: GB18030, tabs; 0 title lines, header in line 1; place in column 1; 0 notes",
        "standard input: 4 figures, 2 places, 1 indicator, 2022 to 2023",
        "4 figures written to mine: --data mine",
    ]
    assert (tmp_path / "mine/import.toml").is_file()
    assert values(invoke("show", "gdp", "--no-builtin", "--data", "mine").stdout) == SHOWN


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
        "UTF-8, commas; 1 title line, header in line 2; place in column 1; 0 notes",
        "1 figure, 1 place, 1 indicator, 2022 to 2022",
    ]
    (first,) = [line for line in shown.splitlines() if line.startswith("t.csv:3:2")]
    assert first.split()[1:8] == ["产值", "河北省", "2022", "level", "5", "10,000", "yuan"]
    assert first.endswith("indicator: title; place: column 1; period: header; unit: --unit")
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_a_dry_run_shows_measure_and_unit_in_the_language(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "country,GDP (current US$),GDP growth (annual %)\nGhana,5,1.5\n", "utf-8"
    )
    words = {"en": ["level", "5", "US dollars", "growth"], "zh": ["水平", "5", "美元", "增长"]}
    for lang, expected in words.items():
        shown = invoke(
            "import", "t.csv", "--when", "2021", "--dry-run", "-F", "plain", "--lang", lang
        )
        cells = [c.strip() for line in shown.stdout.splitlines() for c in line.split("  ")]
        assert {*expected} <= {*cells}
        assert not {*words["zh" if lang == "en" else "en"]} - {"5"} & {*cells}


@pytest.fixture
def large(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A table that an engine reads, or one in pieces: with an empty line among its figures."""
    path = tmp_path / "large.csv"
    lines = [f"样本县{n:05d},{y},{n}.5\n" for n in range(100) for y in range(2000, 2024)]
    if getattr(request, "param", "") == "pieces":
        lines.insert(len(lines) // 2, "\n")
    path.write_text("地区,年份,产值(亿元)\n" + "".join(lines), "utf-8")
    return path


class Importing(Protocol):
    """Starts an import of `large.csv` into `out` that takes the way of a large file.

    Its temporary files go into `temporary`.
    """

    def __call__(
        self, *arguments: str, at: str = "", deed: str = "", stderr: int = subprocess.PIPE
    ) -> subprocess.Popen[bytes]: ...


@pytest.fixture
def importing(start: Start, tmp_path: Path, large: Path) -> Importing:
    (tmp_path / "temporary").mkdir()
    env = {"TMPDIR": str(tmp_path / "temporary"), "TERM": "xterm"}

    def begin(
        *arguments: str, at: str = "", deed: str = "", stderr: int = subprocess.PIPE
    ) -> subprocess.Popen[bytes]:
        words = ("import", large.name, "-o", "out", *arguments)
        return start(*words, at=at, deed=deed, cwd=tmp_path, env=env, stderr=stderr)

    return begin


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


# Each with what has been written when it is reached, and what reads.
READING = ("cpstats.store.runs:Runs.add#2", "temporary/cpstats-*/0.run"), "pieces"
WRITING = ("cpstats.store.writer:_Used.take#2", ".out-*/observations.csv"), "pieces"
WRITTEN = ("cpstats.store.atomic:swap", ".out-*/datapackage.json"), "pieces"
CONVERTING = ("cpstats.store.engine:Engine.convert", "temporary/cpstats-*/odd.csv"), "engine"
CONVERTED = ("cpstats.store.engine:Engine.names#2", ".out-*/observations.csv"), "engine"
needs_engine = pytest.mark.skipif(find_spec("duckdb") is None, reason="needs DuckDB")
MOMENTS = pytest.mark.parametrize(
    ("moment", "large"),
    [
        pytest.param(*READING, id="reading"),
        pytest.param(*WRITING, id="writing"),
        pytest.param(*WRITTEN, id="written"),
        pytest.param(*CONVERTING, id="converting", marks=needs_engine),
        pytest.param(*CONVERTED, id="converted", marks=needs_engine),
    ],
    indirect=["large"],
)


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
@MOMENTS
@pytest.mark.parametrize(("deed", "status"), [("interrupt", 130), ("end", 143)])
def test_an_interrupt_leaves_no_half_package_and_no_temporary_folder(
    moment: tuple[str, str],
    deed: str,
    status: int,
    tmp_path: Path,
    importing: Importing,
    old: dict[str, bytes],
) -> None:
    process = importing("--force", at=moment[0], deed=deed)
    _, told = process.communicate()
    assert (process.returncode, told) == (status, b"")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["large.csv", "out", "temporary"]
    assert [*(tmp_path / "temporary").iterdir()] == []


@unix
@MOMENTS
def test_a_kill_in_the_middle_leaves_the_old_package(
    moment: tuple[str, str], tmp_path: Path, importing: Importing, old: dict[str, bytes]
) -> None:
    point, written = moment
    process = importing("--force", at=point, deed="kill")
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert [*tmp_path.glob(written)]


@unix
@MOMENTS
def test_what_a_kill_left_behind_does_not_hinder_the_next_run(
    moment: tuple[str, str], tmp_path: Path, importing: Importing, start: Start
) -> None:
    killed = importing(at=moment[0], deed="kill")
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert not (tmp_path / "out").exists()
    # what the killed run left beside the place is gone after the next one
    again = start("import", "large.csv", "-o", "out", cwd=tmp_path)
    again.communicate()
    assert again.returncode == 0
    assert (tmp_path / "out/observations.csv").read_text("utf-8").count("\n") == 2401
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".out")] == []


@unix
@pytest.mark.parametrize(
    ("moment", "large", "what"),
    [
        pytest.param(*READING, "temporary/cpstats-", id="reading"),
        pytest.param(*WRITING, "out cannot be written (File too large)", id="writing"),
        pytest.param(*WRITTEN, "", id="written"),  # no byte is written any more
        # the engine gives up, and what is read in pieces has no room either
        pytest.param(*CONVERTING, "temporary/cpstats-", id="converting", marks=needs_engine),
        pytest.param(
            ("cpstats.store.engine:Engine.write", ""),
            "utf-8",
            "out cannot be written (File too large)",
            id="engine",
            marks=needs_engine,
        ),
    ],
    indirect=["large"],
)
def test_a_full_disk_leaves_the_old_package(
    moment: tuple[str, str], what: str, tmp_path: Path, importing: Importing
) -> None:
    package = tmp_path / "out"
    package.mkdir()
    (package / "datapackage.json").write_text('{"name": "old", "resources": []}')
    before = state(package)
    process = importing("--force", "-q", at=moment[0], deed="fill")
    _, told = process.communicate()
    assert process.returncode == (2 if what else 0)
    assert (state(package) == before) is bool(what)
    assert what in told.decode()
    assert not what or told.decode().endswith(
        "cannot be written (File too large). "
        "Files may not be as large there: raise the limit (ulimit -f), or choose a folder on another disk.\n"
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["large.csv", "out", "temporary"]
    assert [*(tmp_path / "temporary").iterdir()] == []


@unix
def test_a_large_file_shows_a_bar_on_a_terminal_and_standard_error_only(
    importing: Importing,
) -> None:
    with screen() as opened:
        process = importing("--dry-run", stderr=opened.theirs)
        process.communicate()
        drawn = opened.read()
    assert process.returncode == 0
    assert b"large.csv" in drawn
    assert "━".encode() in drawn


@unix
def test_nobody_watching_means_no_bar(importing: Importing) -> None:
    process = importing("--dry-run")
    _, told = process.communicate()
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


@pytest.mark.parametrize("header", ["Région", "Gebiet"])
def test_names_beside_an_indicator_that_is_said_are_places_and_said_to_be(
    header: str, invoke: Invoke, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(f"{header},2021,2022\nNord,10,11\nSud,20,22\n", "utf-8")
    words = ("import", "t.csv", "--indicator", "gdp", "--unit", "million euro")
    done = invoke(*words, "--dry-run", "-F", "plain", "--lang", "en")
    assert "place in column 1" in done.stdout
    assert "indicator in column 1" not in done.stdout
