"""Years in lines of their own over their quarters and the whole year."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.years_over_parts import with_years_over_parts

HEAD = "Sales of boats,,\n,Sail,Motor\n"
ROWS = (
    "2021 год,,\n1 квартал,5,6\n2 квартал,7,8\n1 полугодие,12,14\n3 квартал,9,1\n9 месяцев,21,15\n4 квартал,2,3\n"
    "Год,23,18\n2022 год 3),,\n1 квартал,4,5\n"
)


def read(text: str) -> dict[tuple[str, str], str]:
    (found,) = foreign("t.csv", text.encode(), Hints(place="Nordland"), trying=False)
    return {(row[0], row[2]): row[4] for row in found.rows}


def test_quarters_halves_and_the_whole_below_their_year_are_of_it() -> None:
    told = read(HEAD + ROWS)
    assert told["Sail", "2021-Q2"] == "7"
    assert told["Sail", "2021-H1"] == "12"
    assert told["Motor", "2021-01/2021-09"] == "15"
    assert told["Motor", "2021"] == "18"
    assert told["Motor", "2022-Q1"] == "5"
    assert len(told) == 16


def test_a_year_merged_over_all_columns_stands_alone_too() -> None:
    merged = ROWS.replace("2021 год,,", "2021 год,2021 год,2021 год")
    assert read(HEAD + merged) == read(HEAD + ROWS)


def test_names_below_a_year_are_no_parts_of_it() -> None:
    rows = [["", "Beds"], ["2022", ""], ["Q1", "7"], ["Hill", "8"], ["Year", "30"]]
    assert with_years_over_parts(rows, 2) is None


def test_the_same_part_twice_below_one_year_is_left_as_it_is() -> None:
    rows = [["", "Beds"], ["2022", ""], ["Q1", "7"], ["Year", "30"], ["Q1", "8"], ["Year", "31"]]
    assert with_years_over_parts(rows, 2) is None
