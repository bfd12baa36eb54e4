"""The program as a process: pipes that close, Ctrl-C, locales, closed and full outputs."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run, Start

PROGRAM = shlex.join(
    [under_test]
    if (under_test := os.environ.get("CPSTATS_UNDER_TEST"))
    else [sys.executable, "-m", "cpstats"]
)
unix = pytest.mark.skipif(os.name == "nt", reason="needs a Unix shell")


def shell(line: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash; `cpstats` in it is the program."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace("cpstats", PROGRAM, 1)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **env},
    )


def test_a_question_is_answered(cpstats: Run) -> None:
    done = cpstats("show", "gdp", "--period", "2024")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1:] == [
        (
            "gdp,110114,,2024,,,level,published,current,1811.9,1811.85,1811.95,,亿元,provisional,first,"
            "cp_jp,"
        ),
        *done.stdout.splitlines()[2:],
    ]


def test_a_question_that_is_wrong_is_refused(cpstats: Run) -> None:
    done = cpstats("show", "gpd")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "cpstats: no indicator is called “gpd”. Nearest: gdp, gdp_per_capita, gdp_target. "
        "`cpstats list` shows all.\n"
    )


def test_an_engine_that_was_half_loaded_says_nothing_at_the_end() -> None:
    # Ctrl-C while DuckDB is imported leaves its machine code loaded, and no module of that name
    pytest.importorskip("duckdb")
    code = (
        "import sys, duckdb\ndel sys.modules['duckdb']\nsys.argv = ['cpstats', 'list']\n"
        "from cpstats.__main__ import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_module_is_the_same_program(cpstats: Run) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cpstats", "list", "places"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (0, cpstats("list", "places").stdout)


def test_help_names_the_program_however_it_is_started(cpstats: Run) -> None:
    done = cpstats("show", "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: cpstats show [OPTIONS] [INDICATOR]...\n")


@unix
@pytest.mark.parametrize(
    "line",
    [
        "cpstats list | head -n 1",
        "cpstats show gdp -p all --freq all --json --explain | head -c 10",  # more than a pipe holds
        "cpstats show gdp -p all --freq all --explain 2>&1 | head -n 1",
        "cpstats show --help | head -n 1",
        "cpstats compare gdp -F table | true",
    ],
)
def test_a_reader_that_leaves_ends_the_program_quietly(line: str) -> None:
    done = shell(line)
    assert (done.returncode, done.stderr) == (0, "")


@unix
def test_what_is_piped_on_is_large_enough_to_tell() -> None:
    done = shell("cpstats show gdp -p all --freq all --json --explain 2>/dev/null | wc -c")
    assert int(done.stdout) > 200_000  # a pipe holds 65,536


@unix
def test_ctrl_c_while_it_waits_ends_with_130_and_no_traceback(start: Start) -> None:
    told, tells = os.pipe()
    program = start(
        *("show", "gdp", "--data", "-"),
        at="cpstats.cli.output:chosen",  # the last step before standard input is read
        deed="tell",
        env={"TOLD": str(tells)},
        stdin=subprocess.PIPE,
        pass_fds=(tells,),
    )
    os.close(tells)
    with open(told, "rb") as pipe:  # noqa: PTH123 - a descriptor
        assert pipe.read(1) == b"."  # nothing, if it ended before
    program.send_signal(signal.SIGINT)
    out, err = program.communicate()  # closes its input: it goes on, wherever the signal met it
    assert (program.returncode, out, err) == (130, b"", b"")


@unix
@pytest.mark.parametrize(
    "point",
    [
        "cpstats.cli.certain:read",
        "cpstats.cli.config:_read",
        "cpstats.cli.output:chosen",
        "cpstats.store.package:open_package",
        "cpstats.answers.show:show",
        "cpstats.cli.output:emit",
    ],
)
def test_ctrl_c_at_any_step_ends_with_130_and_no_traceback(
    point: str, start: Start, tmp_path: Path
) -> None:
    (tmp_path / "cpstats.toml").write_text('lang = "en"\n')
    program = start("show", "gdp", at=point, deed="interrupt", cwd=tmp_path)
    assert (*program.communicate(), program.returncode) == (b"", b"", 130)


@unix
@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=str,
)
def test_the_output_is_utf_8_in_every_locale(env: dict[str, str], cpstats: Run) -> None:
    expected = cpstats("show", "gdp", "--lang", "zh", "--format", "plain", "--period", "2024")
    line = "cpstats show gdp --lang zh --format plain --period 2024"
    assert shell(line, **env).stdout == expected.stdout
    assert shell("cpstats show -h --lang zh", **env).stdout.startswith("用法: cpstats show")
    refused = shell("cpstats show nothing-like-it --lang zh", **env)
    assert refused.stderr.startswith("cpstats: 没有名为“nothing-like-it”的指标。")


@unix
@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {}], ids=str)
def test_chinese_names_are_understood_in_every_locale(env: dict[str, str]) -> None:
    done = shell("cpstats show 地区生产总值 -p 昌平区 --period 2024", **env)
    assert done.returncode == 0
    assert "gdp,110114,,2024," in done.stdout


CLOSED = "cpstats: standard output is closed. Write to a file: -o FILE.\n"
FULL = (
    "cpstats: standard output cannot be written (No space left on device). "
    "Make room, or write elsewhere.\n"
)


@unix
@pytest.mark.parametrize(
    ("line", "status", "stderr"),
    [
        (
            "cpstats list >&-",
            2,
            CLOSED,
        ),
        (
            "cpstats list >/dev/full",
            2,
            FULL,
        ),
        ("cpstats --help >/dev/full", 2, FULL),
        ("cpstats show --help >/dev/full", 2, FULL),
        ("cpstats >/dev/full", 2, FULL),
        ("cpstats --version >/dev/full", 2, FULL),
        ("SHELL=/bin/bash cpstats --show-completion >/dev/full", 2, FULL),
        ("_CPSTATS_COMPLETE=source_bash cpstats >/dev/full", 2, FULL),
        ("cpstats --help >&-", 2, CLOSED),
        ("cpstats show -h >&-", 2, CLOSED),
        ("cpstats compare gdp >/dev/null 2>/dev/full", 0, ""),
        ("cpstats show gpd 2>/dev/full", 2, ""),
        ("cpstats no-command 2>/dev/full", 2, ""),
        ("cpstats show --nothing 2>/dev/full", 2, ""),
        ("cpstats show gdp >/dev/full 2>/dev/full", 2, ""),
        ("cpstats show gdp >&- 2>&-", 2, ""),
        ("cpstats compare gdp 2>&- >/dev/null", 0, ""),
        ("cpstats show gpd 2>&-", 2, ""),
        ("cpstats show gdp --data - <&-", 3, None),
        ("cpstats --version >&-", 2, CLOSED),
    ],
)
def test_closed_and_full_streams_are_no_fault_of_the_program(
    line: str, status: int, stderr: str | None
) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    done = shell(line)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert stderr is None or done.stderr == stderr


@unix
def test_an_answer_counts_where_its_notes_cannot_be_written(cpstats: Run) -> None:
    answer = cpstats("compare", "gdp").stdout
    assert shell("cpstats compare gdp 2>/dev/full").stdout == answer


@unix
@pytest.mark.parametrize("words", ["--help", "show --help", "--version", "show gdp", ""])
@pytest.mark.parametrize("both", [False, True])
def test_a_reader_that_has_gone_before_ends_the_program_quietly(
    words: str, start: Start, *, both: bool
) -> None:
    theirs, ours = os.pipe()
    os.close(theirs)
    program = start(*words.split(), stdout=ours, stderr=ours if both else subprocess.PIPE)
    os.close(ours)
    _, told = program.communicate()
    assert (program.returncode, told) == (0, None if both else b"")


@unix
def test_the_working_directory_may_be_gone(tmp_path: Path, cpstats: Run) -> None:
    def there(line: str) -> subprocess.CompletedProcess[str]:
        return shell(f'mkdir "{tmp_path}/gone"; cd "{tmp_path}/gone"; rmdir ../gone; {line}')

    assert there("cpstats show gdp").stdout == cpstats("show", "gdp").stdout
    assert there("cpstats --help").stdout == cpstats("--help").stdout
    unwritten = there("cpstats show gdp -o gdp.csv")
    assert (unwritten.returncode, unwritten.stderr) == (
        2,
        (
            "cpstats: gdp.csv cannot be written (No such file or directory). "
            "Choose a folder that exists, may be written to and has room.\n"
        ),
    )
    assert there("cpstats import table.csv").returncode == 3


@unix
@pytest.mark.parametrize(
    ("line", "status", "reason"),
    [
        ("show gdp --data {long}.csv", 3, "File name too long"),
        ("validate {long}", 3, "File name too long"),
        ("import {long}.csv", 3, "File name too long"),
        ("show gdp -o {long}.csv", 2, "File name too long"),
        ("show gdp --data loop.csv", 3, "Too many levels of symbolic links"),
        ("validate loop.csv", 3, "Too many levels of symbolic links"),
        ("import loop.csv", 3, "Too many levels of symbolic links"),
        ("diff loop.csv builtin", 2, "loop.csv"),
        ("show gdp -o loop.csv --force", 2, "Too many levels of symbolic links"),
        ("init loop.csv", 2, "loop.csv cannot be written"),
        ("show {long}", 2, "no indicator is called"),
        ("show gdp -p {long}", 2, "no place is called"),
        ("show gdp --period {digits}", 2, "is no period"),
    ],
)
def test_names_that_lead_nowhere_are_told(
    line: str, status: int, reason: str, cpstats: Run, tmp_path: Path
) -> None:
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    words = line.format(long="n" * 300, digits="9" * 5000).split()
    done = cpstats(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (status, "")
    assert reason in done.stderr
    assert done.stderr.startswith("cpstats: ")
    assert len(done.stderr.splitlines()) == 1


@unix
def test_notes_never_reach_standard_output_even_if_standard_error_is_closed(cpstats: Run) -> None:
    expected = cpstats("compare", "gdp").stdout
    assert shell("cpstats compare gdp 2>&-").stdout == expected


@unix
def test_standard_input_is_data(tmp_path: Path) -> None:
    done = shell(
        "printf 'indicator,ref_area,time_period,obs_value\\ngdp,Lab,2024,5\\n' | "
        "cpstats show gdp -p Lab --data -"
    )
    assert done.returncode == 0
    assert "gdp,Lab,,2024,,,level,published,current,5,4.5,5.5,,,,,standard input," in done.stdout
