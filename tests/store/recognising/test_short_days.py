"""Days with two digits of their year, and days within the labels over columns."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.recognise import recognise


def _figures(text: str, **said: str) -> list[tuple[str, str, str, str]]:
    """Return name, period, figure and unit of each line."""
    (sheet,) = sheets("t.csv", text.encode(), Hints(**said))
    return [(r[0], r[2], r[4], r[5]) for r in recognise(sheet, Hints(**said)).rows]


def _down(*days: str) -> str:
    return "Date,Country,Ore (kt)\n" + "".join(f"{d},Ghana,{n}\n" for n, d in enumerate(days, 5))


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        (("01-03-90", "01-06-90", "01-09-90"), ["1990-Q1", "1990-Q2", "1990-Q3"]),
        (("31/01/22", "28/02/22", "31/03/22"), ["2022-01", "2022-02", "2022-03"]),
        (("31.12.20", "31.12.21"), ["2020", "2021"]),
        (("90-03-31", "90-06-30"), ["1990-Q1", "1990-Q2"]),
    ],
)
def test_days_with_two_digits_of_their_year_are_read(
    days: tuple[str, ...], periods: list[str]
) -> None:
    assert [figure[1] for figure in _figures(_down(*days))] == periods


def test_where_the_year_may_stand_first_or_last_they_are_refused() -> None:
    with pytest.raises(DataError, match="01-02-03"):
        _figures(_down("01-02-03", "01-02-04", "01-02-05"))


def test_which_number_is_the_month_is_asked_as_of_whole_years() -> None:
    text = _down("01/02/90", "01/03/90", "01/04/90")
    with pytest.raises(QuestionError, match="--dates day-first"):
        _figures(text)
    assert _figures(text, dates="day-first")[0][1] == "1990-02"


@pytest.mark.parametrize(
    ("labels", "periods"),
    [
        (("Loans as on 31.03.2021 (kt)", "Loans as on 31.03.2022 (kt)"), ["2021", "2022"]),
        (("Loans (kt) as at 30/06/2021", "Loans (kt) as at 31/07/2021"), ["2021-06", "2021-07"]),
    ],
)
def test_the_day_within_a_label_is_its_period(labels: tuple[str, ...], periods: list[str]) -> None:
    found = _figures(f"Country,{','.join(labels)}\nGhana,5,6\nPeru,7,8\n")
    assert {(name, unit) for name, _, _, unit in found} == {("Loans", "kt")}
    assert [when for _, when, _, _ in found[:2]] == periods


def test_months_in_a_run_are_read_beside_a_total_and_a_whole_year() -> None:
    text = "Region,Oct-19,Nov-19,Dec-19,2019,Total\nOst,1,2,3,30,6\nWest,4,5,6,40,15\n"
    (found,) = foreign("t.csv", f"Indicator: permits\n{text}".encode())
    at = found.header.index("time_period")
    assert {row[at] for row in found.rows} == {"2019-10", "2019-11", "2019-12", "2019"}
