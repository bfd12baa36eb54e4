"""Annotations of a code host: one line a finding, nothing in it can end the command."""

from __future__ import annotations

from typing import Any

import pytest

from cpstats.errors import UsageError
from cpstats.export import github
from cpstats.model.report import Report, Style
from cpstats.model.text import same

COLUMNS = ("file", "line", "column", "end_column", "rule", "severity", "message", "silenced")


def written(**given: Any) -> str:
    row = {
        "file": "a.txt", "line": 2, "column": 3, "end_column": 7, "rule": "contradicted",
        "severity": "error", "message": "wrong", "silenced": "",
    } | given  # fmt: skip
    return github.write(Report(same("Check"), records=(row,), columns=COLUMNS), Style()).decode()


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_a_finding_is_a_line(severity: str, command: str) -> None:
    assert written(severity=severity) == (
        f"::{command} file=a.txt,line=2,col=3,endColumn=7,title=cpstats contradicted::wrong\n"
    )


@pytest.mark.parametrize("severity", ["pass", "open", "skip"])
def test_what_is_no_fault_is_no_line(severity: str) -> None:
    assert written(severity=severity) == ""


def test_an_accepted_finding_is_no_line() -> None:
    assert written(silenced="the bureau says so") == ""


def test_unknown_places_are_left_out() -> None:
    assert written(line=0, column=0, end_column=None) == (
        "::error file=a.txt,title=cpstats contradicted::wrong\n"
    )


def test_nothing_ends_the_command() -> None:
    assert written(file="a,b:c%.txt", message="5%\r\n::error::x") == (
        "::error file=a%2Cb%3Ac%25.txt,line=2,col=3,endColumn=7,title=cpstats contradicted::"
        "5%25%0D%0A::error::x\n"
    )


def test_no_sign_of_the_data_moves_the_cursor_of_the_log() -> None:
    found = written(file="a\x1b[1m.txt", message="5\x1b[31m\u202e\u200b\u034f %")
    assert found == (
        "::error file=a [1m.txt,line=2,col=3,endColumn=7,title=cpstats contradicted::5 [31m    %25\n"
    )


def test_only_findings_are_annotated(report: Report) -> None:
    with pytest.raises(UsageError) as raised:
        github.write(report, Style())
    assert str(raised.value) == (
        "github is for findings, and this answer has none of that kind. "
        "It is written by validate and check; others have json."
    )
