"""Eurostat's bulk TSV: dimensions in the first cell, flags behind the numbers."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import foreign

TABLE = (
    "freq,unit,na_item,geo\\TIME_PERIOD\t2021 \t2022 \n"
    "A,CP_MEUR,B1GQ,AT\t406231.5 \t448007.4 p\n"
    "A,CP_MEUR,B1GQ,BE\t: \t554044.0 r\n"
)


def test_dimensions_become_columns_and_flags_become_statuses() -> None:
    hints = Hints(unit="million EUR", columns={"na_item": "indicator"})
    (found,) = foreign("t.tsv", TABLE.encode(), hints)
    assert found.header[-1] == "obs_status"
    assert found.rows == [
        ["B1GQ", "AT", "2021", "level", "406231.5", "million EUR", ""],
        ["B1GQ", "AT", "2022", "level", "448007.4", "million EUR", "provisional"],
        ["B1GQ", "BE", "2022", "level", "554044.0", "million EUR", "revised"],
    ]


def test_blank_lines_are_no_lines_and_the_others_keep_their_numbers() -> None:
    first, *others = TABLE.splitlines(keepends=True)
    (sheet,) = sheets("t.tsv", "".join([first, "\n", *others, "  \t\n", "\n"]).encode())
    assert (len(sheet.rows), sheet.lines) == (3, (1, 3, 4))


def test_a_line_with_other_dimensions_is_an_error() -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.tsv", TABLE.replace("A,CP_MEUR,B1GQ,BE", "CP_MEUR,B1GQ,BE").encode())
    assert str(caught.value) == (
        "t.tsv:3:1: the line has 3 dimensions, the header 4. "
        "Fetch the file again; it must not be edited in a spreadsheet."
    )
