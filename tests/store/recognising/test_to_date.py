"""Columns of the months since January beside those of the month, as offices write them without 累计."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _read(text: str) -> set[tuple[str, ...]]:
    """Return name, period, measure and value of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(place="Peru"), trying=False)
    return {(r[0], r[2], r[3], r[4]) for r in found.rows}


@pytest.mark.parametrize(
    "label", ["YTD", "Year to date", "Ferries YTD", "Ferries, year-to-date", "Jan-Month"]
)
def test_the_months_since_january_are_no_month(label: str) -> None:
    assert _read(f'Month,Ferries,"{label}"\nJan 2019,12,12\nFeb 2019,13,25\n') == {
        ("Ferries", "2019-01", "level", "12"),
        ("Ferries", "2019-02", "level", "13"),
        ("Ferries", "2019-01/2019-02", "level", "25"),
    }


def test_growth_behind_each_is_of_its_months() -> None:
    rows = "Jan 2019,12,5.1%,12,5.1%\nFeb 2019,13,6.0%,25,5.6%\n"
    assert _read(f"Month,Ferries,Change y/y,YTD,Change y/y\n{rows}") == {
        ("Ferries", "2019-01", "level", "12"),
        ("Ferries", "2019-01", "growth", "5.1"),
        ("Ferries", "2019-02", "level", "13"),
        ("Ferries", "2019-02", "growth", "6.0"),
        ("Ferries", "2019-01/2019-02", "level", "25"),
        ("Ferries", "2019-01/2019-02", "growth", "5.6"),
    }


def test_growth_behind_both_is_asked_about() -> None:
    rows = "Jan 2019,12,12,5.1%\nFeb 2019,13,25,5.6%\n"
    with pytest.raises(DataError, match="month or of the months so far"):
        _read(f"Month,Ferries,YTD,Change y/y\n{rows}")


def test_a_fiscal_year_to_date_does_not_begin_in_january() -> None:
    found = _read("Month,Ferries,Fiscal year to date\nNov 2019,12,50\nDec 2019,13,63\n")
    assert {r[1] for r in found} == {"2019-11", "2019-12"}


def test_codes_beside_bases_are_the_names() -> None:
    text = "Series,Unit,Base,2018,2019\nKPI,Index,2015=100,112.4,118.9\nOPI,Index,2010=100,130.1,150.2\n"
    assert {r[0] for r in _read(text)} == {"KPI", "OPI"}


def test_the_end_of_the_year_before_a_title_is_no_part_of_the_name() -> None:
    found = _read("2019年末牧户情况\n旗,牧户,马匹\n东旗,5,3\n西旗,6,3\n")
    assert not any("末" in r[0] for r in found)
    assert {r[1] for r in found} == {"2019"}
