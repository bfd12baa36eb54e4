"""On a terminal the answer is a table in its width, with colours where they are wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcswidth

from cpstats.cli.output import Terminal as Seen

if TYPE_CHECKING:
    from tests.cli.conftest import Invoke, Terminal

CODE = re.compile(r"\x1b\[[0-9;]*m")
QUESTIONS = (
    "show gdp",
    "show gdp budget_revenue -p changping -p beijing --wide",
    "show gdp -p children:beijing --period 2022",
    "compare gdp --vs beijing --period 2021..2025",
    "compare",
    "growth gdp -p changping -p beijing",
    "list",
    "list places",
    "search 收入",
    "info gdp",
    "compare gdp --explain",
)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_line_is_wider_than_the_terminal_but_an_address(
    question: str, lang: str, columns: int, terminal: Terminal
) -> None:
    seen = terminal(*question.split(), "--lang", lang, columns=columns)
    wide = [line for line in seen.stdout.splitlines() if wcswidth(line) > columns]
    assert [line for line in wide if len(line.split()) > 1] == []


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_number_is_lost_in_a_narrow_terminal(
    question: str, lang: str, columns: int, terminal: Terminal, invoke: Invoke
) -> None:
    seen = terminal(*question.split(), "--lang", lang, columns=columns).stdout
    whole = invoke(*question.split(), "--lang", lang, "--format", "plain").stdout
    number = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
    assert set(number.findall(seen)) == set(number.findall(whole))


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_line_of_a_table_has_the_same_width(
    question: str, lang: str, columns: int, terminal: Terminal
) -> None:
    seen = terminal(*question.split(), "--lang", lang, columns=columns)
    for part in seen.stdout.split("\n\n"):
        lines = part.splitlines()
        rules = [i for i, line in enumerate(lines) if line and set(line) == {"─"}]
        if rules and not lines[rules[0] - 1].startswith("  "):
            table = lines[rules[0] - 1 :]
            widths = {wcswidth(line) for line in table}
            assert len(widths) == 1
            assert widths.pop() <= columns


def test_a_narrow_terminal_gets_one_block_per_row(terminal: Terminal) -> None:
    words = ("compare", "gdp", "--vs", "beijing", "--period", "2022")
    seen = terminal(*words, columns=50).stdout
    assert "\n2022\n  Changping          1,340.8\n  Changping, growth  1.5\n" in seen
    wide = terminal(*words, columns=80).stdout
    assert "\n2022      1,340.8     1.5  41,610.9     0.7          0.8    3.22 a\n" in wide


def test_columns_is_the_width(terminal: Terminal) -> None:
    words = ("show", "gdp")
    assert terminal(*words, columns=120, COLUMNS="60") == terminal(*words, columns=60)
    assert terminal(*words, columns=60, COLUMNS="wide") == terminal(*words, columns=60)
    assert terminal(*words, columns=60, COLUMNS="0") == terminal(*words, columns=60)


@pytest.mark.parametrize(
    ("env", "colored"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),  # no-color.org: empty is not set
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"TERM": "dumb", "FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_follow_the_customs(
    env: dict[str, str], *, colored: bool, terminal: Terminal
) -> None:
    seen = terminal("show", "gdp", **env).stdout
    assert bool(CODE.search(seen)) is colored
    assert CODE.sub("", seen) == terminal("show", "gdp").stdout


def test_a_flag_turns_colours_off(terminal: Terminal) -> None:
    assert "\x1b" not in terminal("show", "gdp", "--no-color", TERM="xterm").stdout


def test_a_pipe_has_colours_only_if_they_are_forced(invoke: Invoke) -> None:
    words = ("show", "gdp", "--format", "table")
    plain = invoke(*words).stdout
    assert "\x1b" not in plain
    assert CODE.sub("", invoke(*words, FORCE_COLOR="1").stdout) == plain
    assert "\x1b[1m" in invoke(*words, FORCE_COLOR="1").stdout
    assert invoke(*words, FORCE_COLOR="1", NO_COLOR="1").stdout == plain
    assert "\x1b" not in invoke("show", "gdp", FORCE_COLOR="1").stdout  # CSV has none


def test_a_terminal_gets_a_table_and_may_ask_for_csv(terminal: Terminal, invoke: Invoke) -> None:
    assert terminal("show", "gdp").stdout.startswith("Gross domestic product · Changping\n\n")
    assert terminal("show", "gdp", "--format", "csv").stdout == invoke("show", "gdp").stdout


def test_a_workbook_is_not_for_a_terminal(terminal: Terminal) -> None:
    seen = terminal("show", "gdp", "--format", "xlsx")
    assert (seen.status, seen.stdout) == (2, "")
    assert seen.stderr == (
        "cpstats: xlsx is not for a terminal. Write it to a file: -o figures.xlsx.\n"
    )


def test_without_a_terminal_the_width_is_eighty(capfd: pytest.CaptureFixture[str]) -> None:
    assert Seen.of({}) == Seen(tty=False, width=80, color=False)
    assert Seen.of({"COLUMNS": "100"}).width == 100
