"""Workbooks as offices give them: an index of series, marks of notes in square brackets. All figures are made up."""

from __future__ import annotations

from io import BytesIO

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

openpyxl = pytest.importorskip("openpyxl")

INDEX = [
    ["Hut series"],
    [],
    ["Item", "Type", "Series ID", "Start", "No. Obs.", "Unit", "Collection Month"],
    ["Huts ;  Persons ;", "Trend", "T1X", "Jan-2020", 2, "kt", 1],
    ["Rate ;  Persons ;", "Trend", "T2X", "Jan-2020", 2, "Percent", 1],
]
DATA = [
    ["", "Huts ;  Persons ;", "Rate ;  Persons ;"],
    ["Unit", "kt", "Percent"],
    ["Series Type", "Trend", "Trend"],
    ["No. Obs", 2, 2],
    ["Series ID", "T1X", "T2X"],
    ["Jan-2020", 5.1, 3.3],
    ["Feb-2020", 5.2, 3.4],
]


def book(**sheets: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def test_an_index_of_the_series_of_another_sheet_is_left_out_and_said() -> None:
    (found,) = foreign("t.xlsx", book(Index=INDEX, Data=DATA), Hints(place="Norway"))
    assert [(r[2], r[4], r[5]) for r in found.rows] == [
        ("2020-01", "5.1", "kt"),
        ("2020-01", "3.3", "Percent"),
        ("2020-02", "5.2", "kt"),
        ("2020-02", "3.4", "Percent"),
    ]
    assert "[Index]: it lists the series of another sheet: left out" in map(str, found.said)


def test_a_sheet_whose_figures_come_again_in_another_one_is_no_index_of_it() -> None:
    tea = [["Tea sold (kt)"], ["Region", 2019, 2020, 2021]]
    tea += [["Nordau", 5, 6, 7], ["Ostau", 6, 7, 5], ["Westau", 7, 5, 6], ["Südau", 8, 9, 4]]
    huts = [["Huts (thousand)"], ["Region", 2019, 2020, 2021]]
    huts += [["Nordau", 5, 7, 6], ["Ostau", 7, 6, 5], ["Westau", 6, 5, 7], ["Südau", 9, 8, 3]]
    found = foreign("t.xlsx", book(Tea=tea, Huts=huts), Hints())
    assert [len(one.rows) for one in found] == [12, 12]


def test_marks_of_notes_and_shorthands_in_square_brackets_are_no_names_and_no_figures() -> None:
    one = [
        ["Table 1: Hut sales by region, Norway [note 1] (£ thousand)"],
        ["This worksheet contains one table."],
        ["Area code", "Region", "2019", "2020 [note 2]", "2021"],
        ["X01", "Nordau", 5, "6 [r]", "[x]"],
        ["X02", "Sudau [notes 3 and 4]", "[c]", 9, "10 [p]"],
    ]
    notes = [["Note number", "Note text"], ["[note 1]", "Without tents."]]
    (found,) = foreign("t.xlsx", book(Notes=notes, **{"1": one}))
    assert [(r[1], r[2], r[4], r[6]) for r in found.rows] == [
        ("Nordau", "2019", "5", ""),
        ("Nordau", "2020", "6", "revised"),
        ("Sudau", "2020", "9", ""),
        ("Sudau", "2021", "10", "provisional"),
    ]
    assert {(r[0], r[5]) for r in found.rows} == {("Hut sales by region", "£ thousand")}


def test_a_name_and_its_kind_behind_a_colon_stay_apart() -> None:
    text = "Time period,Huts: percentage change on previous quarter,Huts: number\nQ1 2020,6.7,50\nQ2 2020,6.3,53\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="Norway"))
    assert [(r[0], r[3], r[5]) for r in found.rows[:1]] == [
        ("Huts (previous-period growth)", "growth", "%")
    ]
