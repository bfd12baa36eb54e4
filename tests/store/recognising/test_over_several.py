"""Pivot tables: a merged label over all that the rows are divided by."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError

ROWS = """Rows,Rows,Rows,Rows,Deliveries (kt)
,,Timber,Overhill-1,2019,5
,,Timber,Overhill-1,2020,6
,,Timber,Old Dale-2,2019,7
,,Timber,Old Dale-2,2020,8
,,Timber,Lowland-3,2019,9
,,Timber,Lowland-3,2020,4
,,Peat,Overhill-1,2019,1
,,Peat,Overhill-1,2020,2
,,Peat,Old Dale-2,2019,3
,,Peat,Old Dale-2,2020,3
,,Peat,Lowland-3,2019,2
,,Peat,Lowland-3,2020,1
"""
DOWN = f",,,,,Columns\n{ROWS.replace('Rows,Deliveries', 'Rows,Rows,Deliveries')}"


def test_rows_below_a_merged_label_are_read_with_empty_columns_before_them() -> None:
    (found,) = foreign("t.csv", DOWN.encode(), Hints(columns={"4": "place"}))
    assert [row[:6] for row in found.rows[:2]] == [
        ["Deliveries, Timber", "Overhill", "2019", "level", "5", "kt"],
        ["Deliveries, Timber", "Overhill", "2020", "level", "6", "kt"],
    ]
    assert len(found.rows) == 12
    assert {row[0] for row in found.rows} == {"Deliveries, Timber", "Deliveries, Peat"}


ACROSS = """,,,Columns,Columns,Columns
Rows,Rows,Rows,,,
Rows,Rows,Rows,Overhill-1,Van-65,Lowland-3
Deliveries,Timber,2019,5,6,7
Deliveries,Timber,2020,6,7,8
"""


def test_a_name_with_a_number_behind_it_is_no_day() -> None:
    said = {"Rows": "name", "2": "name", "header": "place"}
    (found,) = foreign("t.csv", ACROSS.encode(), Hints(columns=said))
    assert [row[1] for row in found.rows] == ["Overhill", "Van", "Lowland"] * 2
    assert {row[2] for row in found.rows} == {"2019", "2020"}


def test_a_title_merged_over_the_first_columns_is_a_title() -> None:
    title = "Sales of houses by province and month, 2013-2014"
    text = (
        f'"{title}","{title}","{title}",,\n,,,Provinces,Provinces\nYear,Month,Total,Ostmark,Westmark\n'
        "2013,,300,100,200\n2014,,330,110,220\n2013,January,30,10,20\n,February,33,11,22\n"
    )
    hints = Hints(columns={"header": "place"}, place="Nordland")
    (found,) = foreign("t.csv", text.encode(), hints, trying=False)
    assert [(*row[:3], row[4]) for row in found.rows][:3] == [
        ("Sales of houses by province and month", "Nordland", "2013", "300"),
        ("Sales of houses by province and month", "Ostmark", "2013", "100"),
        ("Sales of houses by province and month", "Westmark", "2013", "200"),
    ]
    assert ("Ostmark", "2013-02", "11") in {(row[1], row[2], row[4]) for row in found.rows}


def test_names_with_codes_over_columns_are_proposed_as_places() -> None:
    text = (
        "Rows,,,Overhill-1,Old Dale-2,Lowland-3\nOutput of mines,At basic prices,2019,5,6,7\n"
        ",,2020,6,7,8\nOutput of farms,,2019,1,2,3\n,,2020,2,3,4\n"
    )
    with pytest.raises(QuestionError) as asked:
        foreign("t.csv", text.encode(), Hints())
    assert "--column header=place" in str(asked.value)


def test_a_label_over_the_last_years_that_repeats_the_title_is_of_all_years() -> None:
    text = (
        "Marriage rates by province,,,,\n,,,,\nProvince,,,Marriage rate 1,\n,2020,2019,2018,2017\n"
        "Ostmark,5.1,5.2,5.3,5.4\nWestmark,6.1,6.2,6.3,6.4\nSudmark,7.1,7.2,7.3,7.4\n1 Made up.,,,,\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert len({row[0] for row in found.rows}) == 1
    assert {(row[2], row[4]) for row in found.rows if row[1] == "Ostmark"} == {
        ("2020", "5.1"),
        ("2019", "5.2"),
        ("2018", "5.3"),
        ("2017", "5.4"),
    }


def test_a_forecast_over_the_last_years_is_of_these() -> None:
    text = (
        "Marriages by province,,,,\n,,,,\nProvince,,,Forecast,\n,2017,2018,2019,2020\n"
        "Ostmark,51,52,53,54\nWestmark,61,62,63,64\nSudmark,71,72,73,74\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {row[2] for row in found.rows if "Forecast" in row[0]} <= {"2019", "2020"}
