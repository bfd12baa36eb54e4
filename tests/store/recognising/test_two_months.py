"""Periods from one month to another with their years; the day on which a table was fetched is none."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.cells import period_of
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Jan 2019-Dec 2019", "2019"),
        ("January 2019 to December 2019", "2019"),
        ("Jul 2019 - Jun 2020", "2019/20"),
        ("Apr 2019-Jun 2019", "2019-Q2"),
        ("Jul 2019-Dec 2019", "2019-H2"),
        ("Jan 2019-Aug 2019", "2019-01/2019-08"),
        ("Nov 2019-Jan 2020", None),  # a rolling quarter is none of the calendar
        ("Feb 2019-Apr 2019", None),
        ("Jan 2019-Dec 2020", None),
        ("2019. I. negyedév", "2019-Q1"),
        ("2019. év", "2019"),
    ],
)
def test_from_month_to_month(text: str, period: str | None) -> None:
    found = period_of(text)
    assert (found and str(found)) == period


@pytest.mark.parametrize(
    "note",
    [
        "[from a data bank on 5 March 2024]",
        "Data downloaded 2024-03-05",
        "Last updated: March 2024",
        "更新时间：2024年3月5日",
    ],
)
def test_the_day_of_a_download_is_no_period_of_the_figures(note: str) -> None:
    text = f"Ferry passengers\n{note}\n\nCountry,Ferries,Crew\nPeru,5,6\nChile,7,8\n"
    with pytest.raises(DataError) as asked:
        foreign("t.csv", text.encode(), Hints(), trying=False)
    assert "period" in str(asked.value.what)
    dated = text.replace(note, "Year: 2019").replace("passengers", f"passengers {note}")
    (found,) = foreign("t.csv", dated.encode(), Hints(), trying=False)
    assert {row[2] for row in found.rows} == {"2019"}


def test_columns_of_twelve_months_beside_what_is_left_out() -> None:
    head = "Area,Jan 2018-Dec 2018,Conf,Jan 2019-Dec 2019,Conf\n"
    text = f"{head}Peru,71.1,1.2,72.0,1.3\nChile,73.1,0.9,74.0,0.9\n"
    hints = Hints(indicator="Jobs rate", columns={"Conf": "skip"})
    (found,) = foreign("t.csv", text.encode(), hints, trying=False)
    assert {(r[1], r[2], r[4]) for r in found.rows} == {
        ("Peru", "2018", "71.1"),
        ("Peru", "2019", "72.0"),
        ("Chile", "2018", "73.1"),
        ("Chile", "2019", "74.0"),
    }
