"""Periods in the labels beside the figures, and periods behind the only figures of a line."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.periods_first import with_periods_first
from cpstats.store.sheet import Sheet

LABELS = (
    "Kind,Men,Women\n2003.08_hired,5,6\n2003.08_free,7,8\n2004.03_hired,9,10\n2004.03_free,11,12\n"
)


def read(text: str, **said: object) -> set[tuple[str, str, str]]:
    """Return name, period and value of each figure, made up as the tables are."""
    hints = Hints(place="Peru", **said)  # type: ignore[arg-type]
    (found,) = foreign("t.csv", text.encode(), hints, trying=False)
    return {(r[0], r[2], r[4]) for r in found.rows}


def test_periods_in_labels_are_those_of_the_figures() -> None:
    found = read(LABELS, columns={"Kind": "name", "header": "name"}, indicator="Wages")
    assert ("Wages, Men, hired", "2003-08", "5") in found
    assert ("Wages, Women, free", "2004-03", "12") in found


def test_where_the_figures_stood_is_kept() -> None:
    sheet = Sheet(
        "t.csv", tuple(tuple(t.split(",")) for t in LABELS.splitlines()), tuple(range(1, 6))
    )
    moved = with_periods_first(sheet)
    assert moved.rows[1] == ("2003-08", "hired", "5", "6")
    assert moved.where(1, 2).column == 2


def test_labels_that_only_begin_with_a_year_stay() -> None:
    rows = (
        ("Kind", "Men"),
        ("2003_hired", "5"),
        ("2004_free", "6"),
        ("2005_paid", "7"),
        ("2006_x", "8"),
    )
    sheet = Sheet("t.csv", rows, (1, 2, 3, 4, 5))
    assert with_periods_first(sheet) is sheet


def test_a_last_column_of_times_behind_figures_alone() -> None:
    text = "pay (EUR),quarter\n3.5,2011Q1\n1.5,2011Q2\n2.5,2011Q3\n"
    assert {r[1:] for r in read(text)} == {
        ("2011-Q1", "3.5"),
        ("2011-Q2", "1.5"),
        ("2011-Q3", "2.5"),
    }
    with pytest.raises(DataError):
        read("pay,remark\n3.5,old\n1.5,new\n2.5,new\n")
