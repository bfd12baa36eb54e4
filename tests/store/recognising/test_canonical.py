"""A table with our names: what the user says stands above what the file says."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.hints import Hints
from cpstats.store.recognising.canonical import canonical
from cpstats.store.sheet import Sheet


def sheet(*rows: str) -> Sheet:
    cells = tuple(tuple(row.split(",")) for row in rows)
    return Sheet(
        "t.csv",
        cells,
        tuple(range(1, len(cells) + 1)),
        Message("UTF-8", "UTF-8"),
        remarks=(Message("as said", "如前"),),
    )


LONG = sheet("indicator,ref_area,time_period,obs_value", "Tea,France,2024,13")


def test_what_the_reader_remarked_is_said_too() -> None:
    found = canonical(LONG)
    assert found is not None
    assert [str(line) for line in found.said] == ["UTF-8", "1 line", "as said"]


def test_hints_stand_above_the_file() -> None:
    found = canonical(LONG, Hints(indicator="gdp", place="110114", unit="亿元", period="2023"))
    assert found is not None
    assert found.header == ["indicator", "ref_area", "time_period", "obs_value", "unit"]
    assert found.rows == [["gdp", "110114", "2023", "13", "亿元"]]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Tea,,2024,13", "the file does not name its place. Name it with --area."),
        (",France,2024,13", "the file does not name its indicator. Name it with --indicator."),
    ],
)
def test_what_no_line_names_is_asked_for(line: str, message: str) -> None:
    table = sheet("indicator,ref_area,time_period,obs_value", line)
    with pytest.raises(DataError) as raised:
        canonical(table)
    assert str(raised.value) == f"t.csv:1:1: {message}"


def test_a_table_with_other_names_is_none() -> None:
    assert canonical(sheet("Region,Year", "France,2024")) is None
