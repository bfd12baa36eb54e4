"""Every end of a command has its exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.cli.given import Call, Options
from cpstats.cli.run import run

if TYPE_CHECKING:
    import pytest

    from cpstats.model.report import Report


def test_ctrl_c_inside_a_statement_of_duckdb_ends_as_anywhere_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def answer(call: Call) -> Report:
        raise RuntimeError("Query interrupted")  # as DuckDB 1.4 and 2.0 say it

    assert run(answer, {}, Options()) == 130
    assert capsys.readouterr() == ("", "")
