"""Periods whose words stand in several rows of a header."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.foreign import foreign


def periods(*header: str) -> tuple[list[str], set[str]]:
    text = "Milk output (kt)\n" + "\n".join(header) + "\nKenya,10.5,11.5\nIndia,20.5,21.5\n"
    (found,) = foreign("t.csv", text.encode())
    return sorted({row[2] for row in found.rows}), {row[0] for row in found.rows}


@pytest.mark.parametrize(
    "header",
    [
        (",Apr.-,Jul.-", "Country,Jun. 2016,Sep. 2016"),
        (",avril-,juil.-", "Pays,juin 2016,sept. 2016"),
        (",Second,Third", "Country,quarter 2016,quarter 2016"),
        (",Second,Third", ",quarter,quarter", "Country,2016,2016"),
        ("Country,April to,July to", ",June 2016,September 2016"),
    ],
)
def test_words_of_several_rows_are_one_period(header: tuple[str, ...]) -> None:
    assert periods(*header) == (["2016-Q2", "2016-Q3"], {"Milk output"})


def test_a_word_over_a_month_that_is_no_part_of_it_is_a_name() -> None:
    assert periods(",Farms,Dairies", "Country,June 2016,Sept 2016") == (
        ["2016-06", "2016-09"],
        {"Farms", "Dairies"},
    )


def test_months_over_years_are_read_as_before() -> None:
    assert periods(",April,May", "Country,2016,2016") == (["2016-04", "2016-05"], {"Milk output"})
