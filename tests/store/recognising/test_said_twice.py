"""Months beside their days, and a 0 over one column, as programs write them; figures are made up."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.said_twice import without_what_is_said_twice
from cpstats.store.sheet import Sheet

PERU = Hints(place="Peru")


def test_the_name_of_a_month_beside_the_month_with_its_year_is_left_out_and_said() -> None:
    text = "Month,Date,Rents\nMarch,Mar-61,5.5\nApril,Apr-61,6.5\nMay,May-61,7.5\n"
    (found,) = foreign("a.csv", text.encode(), PERU)
    assert {(r[0], r[2], r[4]) for r in found.rows} == {
        ("Rents", "1961-03", "5.5"),
        ("Rents", "1961-04", "6.5"),
        ("Rents", "1961-05", "7.5"),
    }
    assert "its months are those of “Date”" in " ".join(m.to("en") for m in found.said)


@pytest.mark.parametrize(
    "lines",
    [
        (("March", "Mar-61"), ("April", "Apr-61"), ("June", "May-61")),
        (("Tea", "Mar-61"), ("Tea", "Apr-61"), ("Tea", "May-61")),
        (("March", "Mar-61"), ("April", "Apr-61")),
    ],
)
def test_another_word_beside_a_month_stays(lines: tuple[tuple[str, str], ...]) -> None:
    rows = (("Month", "Date", "Rents"), *((*line, "5.5") for line in lines))
    sheet = Sheet("a.csv", rows, tuple(range(len(rows))))
    assert without_what_is_said_twice(sheet) is sheet


def test_a_zero_over_the_one_column_is_no_name() -> None:
    text = ",0\n2021-01-01,9.5\n2021-02-01,9.25\n2021-03-01,9.75\n"
    (found,) = foreign("rents.csv", text.encode(), PERU)
    assert {(r[0], r[2]) for r in found.rows} == {("rents", f"2021-0{n}") for n in (1, 2, 3)}
