"""Periods of several months that are no quarters; and what stands beside them in tables of a labour force."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

RATE = "Idle hands, over 3 months"


def read(text: str, hints: Hints | None = None) -> set[tuple[str, ...]]:
    """Return name, place, period and value of each figure."""
    (found,) = foreign("rates.csv", text.encode(), hints or Hints(), trying=False)
    return {(r[0], r[1], r[2], r[4]) for r in found.rows}


@pytest.mark.parametrize(
    "labels",
    [
        ("Dec 2022-Feb 2023", "Jan-Mar 2023", "Feb-Apr 2023"),
        ("12/2022 - 2/2023", "1/2023 - 3/2023", "2/2023 - 4/2023"),
        ("dic 2022 a feb 2023", "ene-mar 2023", "feb-abr 2023"),
        (
            "three months to February 2023",
            "three months to March 2023",
            "3 months ended April 2023",
        ),
        ("2022年12月至2023年2月", "2023年1月至2023年3月", "2023年2月至2023年4月"),
    ],
)
def test_moving_quarters_are_named_by_their_last_month(labels: tuple[str, ...]) -> None:
    lines = [
        f"{label},{value}\n" for label, value in zip(labels, ("3.9", "3.8", "4.0"), strict=True)
    ]
    down = "Period,Idle hands (%)\n" + "".join(lines)
    months = [("2023-02", "3.9"), ("2023-03", "3.8"), ("2023-04", "4.0")]
    assert read(down, Hints(place="Peru")) == {(RATE, "Peru", m, v) for m, v in months}
    across = f"Region,{','.join(labels)}\nPeru,3.9,3.8,4.0\n"
    assert read(across, Hints(indicator="Idle hands")) == {(RATE, "Peru", m, v) for m, v in months}


def test_quarters_of_the_calendar_stay_quarters() -> None:
    text = "Period,Idle hands (%)\nJan-Mar 2023,3.9\nApr-Jun 2023,3.8\n"
    assert {r[2] for r in read(text, Hints(place="Peru"))} == {"2023-Q1", "2023-Q2"}
    years = "Period,Huts\nApr 2020-Mar 2021,10\nApr 2021-Mar 2022,11\n"
    assert {r[2] for r in read(years, Hints(place="Peru"))} == {"2020/21", "2021/22"}
    growing = "Period,Huts\nJan-Feb 2023,10\nJan-Mar 2023,15\n"
    assert all("over" not in r[0] for r in read(growing, Hints(place="Peru")))


def test_halves_of_a_year_of_accounts_are_over_six_months() -> None:
    text = "Period,Huts\nApr-Sep 2021,10\nApr-Sep 2022,11\n"
    assert read(text, Hints(place="Goa")) == {
        ("Huts, over 6 months", "Goa", "2021-09", "10"),
        ("Huts, over 6 months", "Goa", "2022-09", "11"),
    }


def test_months_of_several_lengths_are_not_mixed() -> None:
    with pytest.raises(DataError):
        read("Period,Huts\nFeb-Apr 2023,10\nFeb-Jun 2023,15\n", Hints(place="Peru"))
    with pytest.raises(DataError):  # a month is not over three
        read("Region,Feb-Apr 2023,Mar-May 2023,May 2023\nOst,10,15,16\n", Hints(indicator="Huts"))
    with pytest.raises(DataError):  # of which year the first month is, it does not say
        read("Period,Huts\nNov-Jan 2023,10\nDec-Feb 2023,15\n", Hints(place="Peru"))


@pytest.mark.parametrize(
    "word", ["Indicator", "Indicator name", "Series name", "Indicador", "指標"]
)
def test_men_and_women_are_parts_of_what_a_line_above_names(word: str) -> None:
    text = f"{word}: Idle hands\nUnit: Percent\n\n,Q1 2021,Q2 2021\nMale,5.1,5.0\nFemale,6.2,6.0\n"
    found = read(text, Hints(place="Kenya"))
    assert {r[:2] for r in found} == {
        ("Idle hands, Male", "Kenya"),
        ("Idle hands, Female", "Kenya"),
    }
    bare = ",2021,2022\nMale,5.1,5.0\nFemale,6.2,6.0\n"
    with pytest.raises(DataError, match="place"):
        read(bare, Hints(indicator="Idle hands"))


def test_the_base_of_an_index_is_in_the_language_of_its_name() -> None:
    text = (
        "Price index (2015=100)\nMonth,All items,Food\n2022-01,118.2,121.5\n2022-02,119.0,122.9\n"
    )
    found = {r[0] for r in read(text, Hints(place="Kenya"))}
    assert found == {"Price index, All items(2015=100)", "Price index, Food(2015=100)"}


def test_a_column_beside_the_parts_of_an_index_keeps_its_own_name() -> None:
    text = "Consumer price index (2015=100)\nMonth,Food,Wages (EUR),PPI\n2022-01,118.2,900,101.1\n2022-02,119.0,910,101.4\n"
    names = {r[0].partition("(")[0] for r in read(text, Hints(place="Kenya"))}
    assert names == {"Consumer price index, Food", "Wages", "PPI"}
    census = "AREA AND DENSITY BY DISTRICT: 2020 CENSUS\nDistrict,Area (sq. km),Density (persons per sq. km)\nUpper,395,51\nLower,385,14\n"
    assert {r[0] for r in read(census)} == {"Area (sq. km)", "Density"}


def test_quarters_that_turn_the_year_are_of_the_year_that_makes_a_run() -> None:
    text = "Period,Idle hands (%)\nOct-Dec 2022,3.9\nNov-Jan 2023,3.8\nDec-Feb 2023,3.7\n"
    assert {r[2] for r in read(text, Hints(place="Peru"))} == {"2022-12", "2023-01", "2023-02"}
    begun = "Period,Idle hands (%)\nOct-Dec 2022,3.9\nNov-Jan 2022,3.8\nDec-Feb 2022,3.7\n"
    assert {r[2] for r in read(begun, Hints(place="Peru"))} == {"2022-12", "2023-01", "2023-02"}


def test_of_quarters_that_turn_the_year_and_make_no_run_it_is_asked_which_year_is_meant() -> None:
    text = "Period,Idle hands (%)\nNov-Jan 2022,3.9\nNov-Jan 2023,3.8\n"
    with pytest.raises(DataError, match="begin in one year and end in the next") as caught:
        foreign("rates.csv", text.encode(), Hints(place="Peru"))
    assert "--fiscal ends" in str(caught.value.mend)
    for word, periods in (("ends", {"2022-01", "2023-01"}), ("begins", {"2023-01", "2024-01"})):
        assert {r[2] for r in read(text, Hints(place="Peru", fiscal=word))} == periods


def test_years_that_end_in_several_months_are_twelve_months_each() -> None:
    header = "Town,Year ending Dec 2021,Year ending Mar 2022,Year ending Jun 2022\n"
    text = header + "Aba,1998,2005,2011\nBab,1950,1960,1970\n"
    assert read(text, Hints(indicator="Lets")) == {
        ("Lets, over 12 months", town, month, value)
        for town, values in (("Aba", "1998 2005 2011"), ("Bab", "1950 1960 1970"))
        for month, value in zip(("2021-12", "2022-03", "2022-06"), values.split(), strict=True)
    }


def test_years_that_all_end_in_one_month_are_years_of_accounts() -> None:
    text = "Town,Year ending Mar 2021,Year ending Mar 2022\nAba,5.5,6.5\nBab,7.5,8.5\n"
    assert {row[0] for row in read(text, Hints(indicator="Lets"))} == {"Lets"}


def test_months_below_year_ending_are_the_ends_of_twelve_months() -> None:
    text = "Year ending,Births\nSep 21,5.5\nDec 21,6.5\nMar 22,7.5\nJun 22,8.5\nSep 22p,9.5\n"
    (found,) = foreign("a.csv", text.encode(), Hints(place="Peru"), trying=False)
    status = found.header.index("obs_status")
    told = {(r[0], r[2], r[status]) for r in found.rows}
    months = ("2021-09", "2021-12", "2022-03", "2022-06")
    births = "Births, over 12 months"
    assert told == {*((births, m, "") for m in months), (births, "2022-09", "provisional")}
