"""Which sign is the decimal mark: proved by the numbers, else assumed aloud or asked."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.marks import mark_of, with_point
from cpstats.store.recognising.recognise import recognise
from cpstats.store.sheet import Sheet


def sheet_of(*cells: str, divider: str = ";") -> Sheet:
    rows = (("Gemeinde", "2021"), *((f"Ort {n}", cell) for n, cell in enumerate(cells)))
    return Sheet("t", rows, tuple(range(1, len(rows) + 1)), divider=divider)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["5,12", "1,234"], "comma"),
        (["1.234,5"], "comma"),
        (["1234,567"], "comma"),
        (["1,234,567.5", "1,234"], "point"),
        (["12,345,678"], "point"),
        (["1.5", "1,234"], "point"),
        (["12", "13"], "point"),
    ],
)
def test_numbers_prove_the_mark(cells: list[str], mark: str) -> None:
    sheet = sheet_of(*cells, divider=",")
    assert mark_of(sheet, sheet.rows)[0] == mark


@pytest.mark.parametrize("cell", ["1,234", "1.234", "-1,234 p"])
def test_between_semicolons_three_digits_are_asked_about(cell: str) -> None:
    sheet = sheet_of("7", cell)
    with pytest.raises(DataError, match=r"^t:3:2: .*--decimal comma or --decimal point") as caught:
        mark_of(sheet, sheet.rows)
    assert f"“{cell}” may be" in str(caught.value)


def test_both_marks_in_one_table_are_refused_at_the_later() -> None:
    sheet = sheet_of("1.5", "1,5")
    with pytest.raises(
        DataError, match=r"^t:3:2: “1.5” has a decimal point and “1,5” a decimal comma"
    ):
        mark_of(sheet, sheet.rows)


def test_commas_in_text_divided_by_commas_group_and_that_is_said() -> None:
    sheet = sheet_of("1,234", divider=",")
    mark, said = mark_of(sheet, sheet.rows)
    assert mark == "point"
    assert str(said) == "commas group thousands: 1,234 (--decimal comma: they do not)"


def test_what_is_said_decides() -> None:
    sheet = sheet_of("1,234", "1.234")
    found = recognise(sheet, Hints(indicator="Tee", decimal="comma"))
    assert [row[4] for row in found.rows] == ["1.234", "1234"]


def test_only_numbers_change_and_flags_and_signs_stay() -> None:
    cells = ["1.234,5 p", "-5,1%", "2021.08", "a, b", "12 345,6", "(1,5)"]
    assert with_point([cells]) == [["1234.5 p", "-5.1%", "2021.08", "a, b", "12345.6", "(1,5)"]]
