"""JSON tables that are no records: rows below a header, columns, data frames, series of a chart; figures are invented."""

from __future__ import annotations

import json

import pytest

from cpstats.store.decoding.json_columns import of_columns, of_rows, with_periods
from cpstats.store.recognising.foreign import foreign

HEADER = ["country", "year", "tin (kt)"]
ROWS = [["Norway", 2020, 5.5], ["Norway", 2021, 6.0], ["Kenya", 2021, 7]]
READ = {
    ("tin", "NO", "2020", "5.5"),
    ("tin", "NO", "2021", "6.0"),
    ("tin", "KE", "2021", "7"),
}
FORMS = {
    "rows below their header": [HEADER, *ROWS],
    "columns and data": {"columns": HEADER, "index": [0, 1, 2], "data": ROWS},
    "header and rows": {"version": "2", "header": HEADER, "rows": ROWS},
    "lists": {name: [row[n] for row in ROWS] for n, name in enumerate(HEADER)},
    "a data frame": {
        name: {str(i): row[n] for i, row in enumerate(ROWS)} for n, name in enumerate(HEADER)
    },
}
SERIES = [{"name": "Norway", "data": [5, 6]}, {"name": "Kenya", "data": [7, 8]}]
LINES = [{"label": "Norway", "data": [5, 6]}, {"label": "Kenya", "data": [7, 8]}]
CHARTS = {
    "labels and datasets": {"labels": ["2020", "2021"], "datasets": LINES},
    "categories and series": {"xAxis": {"categories": ["2020", "2021"]}, "series": SERIES},
    "objects of years": [
        {"country": "Norway", "values": {"2020": 5, "2021": 6}},
        {"country": "Kenya", "values": {"2020": 7, "2021": 8}},
    ],
}


def read(text: object, title: str = "") -> set[tuple[str, ...]]:
    named = {**text, "title": title} if title and isinstance(text, dict) else text
    (found,) = foreign("t.json", json.dumps(named).encode())
    place = {"Norway": "NO", "Kenya": "KE"}
    return {(r[0], place.get(r[1], r[1]), r[2], r[4]) for r in found.rows}


@pytest.mark.parametrize("form", FORMS)
def test_tables_that_are_no_records_are_read_as_the_same_table(form: str) -> None:
    assert read(FORMS[form]) == READ


@pytest.mark.parametrize("form", ["labels and datasets", "categories and series"])
def test_series_of_a_chart_stand_below_the_labels_of_its_axis(form: str) -> None:
    found = read(CHARTS[form], title="Tin (kt)")
    assert found == {
        ("Tin", "NO", "2020", "5"),
        ("Tin", "NO", "2021", "6"),
        ("Tin", "KE", "2020", "7"),
        ("Tin", "KE", "2021", "8"),
    }


def test_an_object_of_years_is_below_its_name_where_that_says_anything() -> None:
    record = {"country": "Norway", "tin": {"2020": "5"}, "values": {"2021": "6"}}
    assert with_periods(record) == {"country": "Norway", "tin 2020": "5", "2021": "6"}


def test_what_is_no_such_table_is_left_to_others() -> None:
    assert of_rows([(0, ["town", "2020"]), (9, ["A", "5"])]) is None  # a number is no name
    assert of_rows([(0, ["town"]), (9, ["A", "5"])]) is None  # a row longer than the header
    assert of_columns(0, {"a": ["1", "2"], "b": ["3"]}) is None  # not equally long
    assert of_columns(0, {"labels": ["2020", "2021"], "series": [{"data": ["1", "2"]}]}) is None
