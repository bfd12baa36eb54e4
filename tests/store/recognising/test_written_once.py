"""Quarters, years and places that are written once for the lines below them; figures are invented."""

from __future__ import annotations

from cpstats.store.recognising.foreign import foreign


def _read(text: str) -> set[tuple[str, ...]]:
    """Return place, period and figure of what is read."""
    (found,) = foreign("t.csv", text.encode(), trying=False)
    return {(row[1], row[2], row[4]) for row in found.rows}


def test_a_quarter_that_is_written_once_holds_for_the_lines_below_it() -> None:
    text = "Year,Quarter,Country,Huts\n2019,Q3,Peru,4\n,,Chile,5\n,Q4,Peru,6\n,,Chile,7\n2020,Q1,Peru,8\n,,Chile,9\n"
    assert _read(text) == {
        ("Peru", "2019-Q3", "4"),
        ("Chile", "2019-Q3", "5"),
        ("Peru", "2019-Q4", "6"),
        ("Chile", "2019-Q4", "7"),
        ("Peru", "2020-Q1", "8"),
        ("Chile", "2020-Q1", "9"),
    }


def test_a_year_without_a_quarter_is_the_whole_year_for_the_lines_below_it_too() -> None:
    text = "Year,Month,Country,Huts\n2019,Nov,Peru,4\n,,Chile,5\n2020,,Peru,60\n,,Chile,70\n,Jan,Peru,8\n,,Chile,9\n"
    assert _read(text) == {
        ("Peru", "2019-11", "4"),
        ("Chile", "2019-11", "5"),
        ("Peru", "2020", "60"),
        ("Chile", "2020", "70"),
        ("Peru", "2020-01", "8"),
        ("Chile", "2020-01", "9"),
    }
