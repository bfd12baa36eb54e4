"""What a cell says whole: units with their prices, how a sheet is laid out, numbers stored as text."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

from cpstats.store.recognising.marks import POINT, STORED, mark_of, with_point_in_text
from cpstats.store.sheet import Sheet

PAGE = (
    "Dataset:,Boats,\nLast updated:,04/08/2026 23:00,\nGeopolitical entity,{place},\nUnit of measure,{unit},\n,,\n"
    "TIME,2020,2021\nNA_ITEM (Labels),,\nShips at sea,71.5,72\nRafts in all,8.2,8\nCanoes,5,6\n"
)


@pytest.mark.parametrize(
    ("unit", "read"),
    [
        ("Current prices, million euro", "million euro"),
        ("Chain linked volumes (2010), million euro", "million euro"),
        ("Thousand hours worked", "Thousand hours worked"),
        ("Index, 2015=100", "2015年=100"),
        ("Thousand persons", "Thousand persons"),
    ],
)
def test_a_unit_in_a_cell_of_its_own_is_read_whole(unit: str, read: str) -> None:
    text = PAGE.format(place="Norway", unit=f'"{unit}"')
    assert {(r[1], r[5]) for r in rows(text)} == {("Norway", read)}


def test_a_group_of_countries_above_the_table_is_its_place() -> None:
    text = PAGE.format(place="Euro area - 20 countries (from 2023)", unit="Percentage")
    assert {r[1] for r in rows(text)} == {"Euro area - 20 countries (from 2023)"}
    text = PAGE.format(place="Union of tea countries", unit="Percentage")
    assert "no known place" in refused(text)


ONE = (
    "Data taken from a data bank,,\nDataset:,Boats,\nLast updated:,04/08/2026 23:00,\nGeopolitical entity,Norway,\n"
    "Time frequency,Annual,\nUnit of measure,Thousand persons,\n,,\nTIME,2023,\nNA_ITEM (Labels),,\n"
    "Ships at sea,71.5,\nRafts in all,8.2,\nCanoes,5,\n"
)


def test_the_period_of_one_column_is_not_the_day_on_which_the_file_was_made() -> None:
    assert [(r[0], r[2], r[4]) for r in rows(ONE)] == [
        ("Ships at sea", "2023", "71.5"),
        ("Rafts in all", "2023", "8.2"),
        ("Canoes", "2023", "5"),
    ]


@pytest.mark.parametrize(
    "layout",
    [
        "table with row headers in column A and column headers in rows 3 through 4",
        "This worksheet contains one table.",
    ],
)
def test_how_a_sheet_is_laid_out_is_no_name(layout: str) -> None:
    text = f"{layout}\nHut dwellers of June\nArea,2020,2021\nNorway,5,6\nPeru,7,8\n"
    assert {r[0] for r in rows(text)} == {"Hut dwellers of June"}


def test_places_stand_across_though_a_place_for_them_is_named() -> None:
    text = "TIME/GEO,EU15,BE\n2020,5,6\n2021,7,8\n"
    assert [r[1] for r in rows(text, place="Ostland", indicator="Tea")][:2] == ["EU15", "BE"]


TEXTS = [
    ["Area", "2020", "2021"],
    ["Ost", "142.9", "68,3"],
    ["West", "9.1", "8.5"],
    ["Süd", "4", "1 234,5"],
]


def sheet(cells: list[list[str]], *, stored: bool) -> Sheet:
    return Sheet("a.xlsx[b]", tuple(map(tuple, cells)), tuple(range(len(cells))), stored=stored)


def test_a_decimal_comma_in_text_beside_stored_numbers_is_one() -> None:
    mark, told = mark_of(sheet(TEXTS, stored=True), TEXTS)
    assert (mark, str(told)) == (STORED, "numbers stored as text have a decimal comma: 68,3")
    assert with_point_in_text(TEXTS)[1:] == [
        ["Ost", "142.9", "68.3"],
        ["West", "9.1", "8.5"],
        ["Süd", "4", "1234.5"],
    ]


@pytest.mark.parametrize("other", ["1,234", "1,234.5"])
def test_beside_a_comma_that_may_group_it_is_asked(other: str) -> None:
    cells = [*TEXTS[:2], ["West", "9.1", other]]
    with pytest.raises(Exception, match="decimal comma"):
        mark_of(sheet(cells, stored=True), cells)


def test_numbers_that_are_printed_with_both_marks_are_asked_about() -> None:
    with pytest.raises(Exception, match="decimal comma"):
        mark_of(sheet(TEXTS, stored=False), TEXTS)
    assert mark_of(sheet(TEXTS[:1], stored=True), TEXTS[:1])[0] == POINT
