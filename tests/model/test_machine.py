"""What a machine reads is what was written, and no spreadsheet runs it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.machine import delimited, disarmed, text
from cpstats.model.report import Report
from cpstats.model.text import same


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_as_the_same_number(value: float) -> None:
    assert float(text(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_whole_number_has_no_decimal_point_and_none_is_grouped(value: float) -> None:
    written = text(value)
    assert "," not in written
    assert not written.endswith(".0") or math.fabs(value) >= 1e15


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (1340.0, "1340"),
        (-0.5, "-0.5"),
        (49843.1, "49843.1"),
        (0.1 + 0.2, "0.30000000000000004"),  # the double nearest to the sum is not 0.3
        (2019, "2019"),
        ("2019", "2019"),
        ("", ""),
    ],
)
def test_a_value_is_written_with_its_digits_and_no_others(
    value: str | float | None, written: str
) -> None:
    assert text(value) == written


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_text_that_a_spreadsheet_would_run_is_disarmed(start: str) -> None:
    assert disarmed(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("value", [-13.5, None, "", "a=1", "昌平区", "2021/2025", "../2025", "…"])
def test_what_is_harmless_stays(value: str | float | None) -> None:
    assert disarmed(value) == value


def test_lines_end_as_the_reader_expects() -> None:
    report = Report(same("t"), records=({"place": "=1+1", "figures": 2.0},))
    assert delimited(report, ",") == "place,figures\n=1+1,2\n"
    assert delimited(report, ",", excel=True) == "place,figures\r\n'=1+1,2\r\n"
    assert delimited(report, "\t") == "place\tfigures\n=1+1\t2\n"
