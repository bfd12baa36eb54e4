"""Rows that belong to what stands above them: lines over groups, parts of a name, pages that begin again."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_doubts import read, words

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

PAGE = "Index of tea\nYEAR,MONTH,INDEX,CHANGE\n\n"


def keys(text: str, **said: str) -> list[tuple[str, ...]]:
    return [(r[0], r[1], r[2], r[4]) for r in read(text, **said).rows]


def test_names_that_occur_again_take_the_name_that_they_follow() -> None:
    text = "Item,2021,2022\nLoans,9,10\nin crowns,5,6\nin marks,4,4\nDeposits,7,9\nin crowns,4,5\nin marks,3,4\n"
    found = read(text, place="Ost")
    assert [r[0] for r in found.rows][::2] == [
        "Loans",
        "in crowns, Loans",
        "in marks, Loans",
        "Deposits",
        "in crowns, Deposits",
        "in marks, Deposits",
    ]
    assert "names that occur again are read with the line above them" in words(found)


def test_what_is_indented_tells_which_name_is_above() -> None:
    text = "Item,2021,2022\nAll,9,10\n Loans,5,6\n  new,4,4\n Deposits,7,9\n  odd,1,1\n  new,3,4\n"
    assert [k[0] for k in keys(text, place="Ost")][::2][3:] == [
        "Deposits",
        "odd",
        "new, Deposits",
    ]


def test_names_that_occur_again_in_no_order_are_two_figures_of_one_name() -> None:
    text = "Item,2021,2022\nA,9,10\nx,5,6\ny,4,4\nB,7,9\nz,1,1\ny,3,4\nx,3,4\n"
    assert [k[0] for k in keys(text, place="Ost")][::2] == ["A", "x", "y", "B", "z", "y", "x"]


def test_a_title_and_a_header_that_come_again_begin_a_page_of_the_same_table() -> None:
    text = f"{PAGE}2020,JAN,101,1\n,FEB,102,2\n\n{PAGE}2021,JAN,103,3\n,FEB,104,4\n"
    assert [(k[2], k[3]) for k in keys(text, place="Ost") if k[0].endswith("INDEX")] == [
        ("2020-01", "101"),
        ("2020-02", "102"),
        ("2021-01", "103"),
        ("2021-02", "104"),
    ]


def test_lines_over_years_say_what_these_are_of() -> None:
    text = ",Norway,Sweden\nTea drunk,,\n2020,1,2\n2021,3,4\n2022,3,5\nRice eaten,,\n2020,5,6\n2021,7,8\n2022,8,9\n"
    assert keys(text)[0] == ("Tea drunk", "Norway", "2020", "1")
    assert keys(text)[-1] == ("Rice eaten", "Sweden", "2022", "9")
    assert len(keys(text)) == 12


def test_a_year_alone_over_a_group_is_that_of_its_lines() -> None:
    text = "Year,Answer,Men,Women\n2020,,,\n,Happy,51,52\n,Sad,21,22\n2021,,,\n,Happy,53,54\n,Sad,23,24\n"
    assert keys(text, place="Ost")[0] == ("Men, Happy", "Ost", "2020", "51")
    assert keys(text, place="Ost")[-1] == ("Women, Sad", "Ost", "2021", "24")


def test_a_label_over_a_group_of_columns_is_that_of_all_of_them_where_names_come_again() -> None:
    text = ",North Region,,East Region,\n,Tea,Rice,Tea,Rice\n2020,1,2,3,4\n2021,5,6,7,8\n"
    assert keys(text)[:4] == [
        ("Tea", "North Region", "2020", "1"),
        ("Rice", "North Region", "2020", "2"),
        ("Tea", "East Region", "2020", "3"),
        ("Rice", "East Region", "2020", "4"),
    ]


def test_dots_before_names_tell_how_deep_they_stand() -> None:
    text = (
        "Item,2021,2022\nMen,9,10\n.One,5,6\n..Red,2,3\n.Two,4,4\nWomen,7,9\n.One,4,5\n..Red,1,2\n"
        ".Two,3,4\n"
    )
    assert [k[0] for k in keys(text, place="Ost")][::2] == [
        "Men",
        "One, Men",
        "Red, One, Men",
        "Two, Men",
        "Women",
        "One, Women",
        "Red, One, Women",
        "Two, Women",
    ]


def test_years_right_behind_a_word_are_periods_where_there_is_a_run_of_them() -> None:
    text = "NAME,BIRTHS2020,BIRTHS2021,BIRTHS2022\nNorway,1,2,3\nSweden,4,5,6\n"
    assert keys(text)[:3] == [
        ("BIRTHS", "Norway", "2020", "1"),
        ("BIRTHS", "Norway", "2021", "2"),
        ("BIRTHS", "Norway", "2022", "3"),
    ]


def test_codes_of_countries_over_the_columns_are_places_and_mar_is_no_month() -> None:
    text = "date,AFG,ALB,MAR,NAM,AGO\n1/1/1980,1,2,3,4,5\n1/1/1981,6,7,8,9,10\n"
    assert keys(text, indicator="Tea")[:5] == [
        ("Tea", name, "1980", value)
        for name, value in zip(("AFG", "ALB", "MAR", "NAM", "AGO"), "12345", strict=True)
    ]


def test_kinds_of_places_beside_places_are_no_places_and_a_year_from_may_is_one_of_accounts() -> (
    None
):
    text = "areanm,geography,period,value\nEngland,Nation,2020-05-15/P1Y,5\nKent,County or Unitary Authority,2020-05-15/P1Y,6\n"
    assert keys(text, indicator="Gas") == [
        ("Gas", "England", "2020/21", "5"),
        ("Gas", "Kent", "2020/21", "6"),
    ]


def test_a_column_of_years_that_the_months_beside_it_name_is_no_figure() -> None:
    text = "period,anyo,mes,tea\n2024-01,2024,1,5\n2024-02,2024,2,6\n2025-01,2025,1,7\n"
    assert [k[2:] for k in keys(text, place="Ost")] == [
        ("2024-01", "5"),
        ("2024-02", "6"),
        ("2025-01", "7"),
    ]


def test_years_of_two_digits_before_months_are_told_from_days_by_what_can_be_no_month() -> None:
    text = "date,Norway,Sweden\n19-12,1,2\n20-01,3,4\n20-02,5,6\n"
    assert keys(text, indicator="Tea")[0] == ("Tea", "Norway", "2019-12", "1")
    with pytest.raises(DataError):
        keys("date,Norway,Sweden\n10-11,1,2\n11-11,3,4\n12-11,5,6\n", indicator="Tea")


def test_months_with_their_year_under_the_word_month_are_the_time() -> None:
    text = "Month,Rice\nNov-25,5\nDec-25,6\nJan-26*,7\n"
    assert [k[2] for k in keys(text, place="Ost")] == ["2025-11", "2025-12", "2026-01"]


def test_a_figure_may_stand_before_its_day() -> None:
    text = "rate,date\n8.5,2020-01-01\n8.75,2020-02-01\n9,2020-03-01\n"
    assert keys(text, place="Ost")[1] == ("rate", "Ost", "2020-02", "8.75")


def test_months_are_numbered_over_the_columns_beside_years() -> None:
    months = ",".join(map(str, range(1, 13)))
    text = f"year,{months}\n2021,{','.join(['5'] * 12)}\n2022,{','.join(['6'] * 12)}\n"
    found = keys(text, place="Ost", indicator="Tea")
    assert found[0] == ("Tea", "Ost", "2021-01", "5")
    assert found[-1] == ("Tea", "Ost", "2022-12", "6")


def test_footnotes_behind_years_and_a_way_back_to_the_contents_are_no_part_of_a_table() -> None:
    text = (
        "К содержанию,,,\nTea drunk,,,\nCountry,2020,20211),20221)2)\nNorway,5,6,7\nSweden,8,9,10\n"
    )
    assert keys(text)[:3] == [
        ("Tea drunk", "Norway", "2020", "5"),
        ("Tea drunk", "Norway", "2021", "6"),
        ("Tea drunk", "Norway", "2022", "7"),
    ]


def test_a_place_without_a_name_is_called_by_its_code_and_no_figure_becomes_a_header() -> None:
    text = "Country Name,Country Code,2020,2021\n,AFE,5.25,6.5\nNorway,NOR,7,8\n,AFW,9.5,1.5\n"
    assert keys(text, indicator="Tea") == [
        ("Tea", "AFE", "2020", "5.25"),
        ("Tea", "AFE", "2021", "6.5"),
        ("Tea", "Norway", "2020", "7"),
        ("Tea", "Norway", "2021", "8"),
        ("Tea", "AFW", "2020", "9.5"),
        ("Tea", "AFW", "2021", "1.5"),
    ]


def test_days_without_a_figure_before_the_first_are_no_header() -> None:
    text = "date,Tea\n2020-01-01,\n2020-04-01,\n2020-07-01,5.5\n2020-10-01,6.5\n"
    assert keys(text, place="Ost") == [
        ("Tea", "Ost", "2020-Q3", "5.5"),
        ("Tea", "Ost", "2020-Q4", "6.5"),
    ]


def test_names_of_places_over_the_columns_stay_whole() -> None:
    text = "year,Norway,Sweden,High income: OECD,Peru\n2020,1,2,3,4\n2021,5,6,7,8\n"
    found = keys(text, indicator="Tea")
    assert [k[1] for k in found[:4]] == ["Norway", "Sweden", "High income: OECD", "Peru"]


def test_lines_that_end_before_the_column_of_names_name_nothing() -> None:
    text = "2021,2022,Item\n1,2,Loans\n3,4\n5,6,Loans\n7,8\n"
    with pytest.raises(DataError):
        read(text, place="Ost")


@pytest.mark.parametrize(
    ("lines", "periods"),
    [
        (
            ["2020,", "Jan,1", "Feb,2", "2021,", "Jan,3", "Feb,4"],
            ["2020-01", "2020-02", "2021-01", "2021-02"],
        ),
        (
            ["2020年,", "一季度,1", "二季度,2", "2021年,", "一季度,3"],
            ["2020-Q1", "2020-Q2", "2021-Q1"],
        ),
    ],
)
def test_a_year_over_its_months_is_part_of_them(lines: list[str], periods: list[str]) -> None:
    found = read("\n".join(["When,Sales", *lines]), place="Hof")
    assert [row[2] for row in found.rows] == periods


@pytest.mark.parametrize("line", ["{},,", "{0},{0},{0}", ",{},"])
def test_a_year_between_groups_of_the_same_names_is_that_of_the_lines_below_it(line: str) -> None:
    lines = ["Catch in tonnes", "Region,Hake,Eel"]
    for year, more in (("2021", 0), ("2022", 1)):
        lines += [line.format(year), f"Ost,{more + 5},{more + 7}", f"West,{more + 8},{more + 2}"]
    assert keys("\n".join(lines) + "\n") == [
        (name, bay, year, str(value + more))
        for year, more in (("2021", 0), ("2022", 1))
        for bay, *values in (("Ost", 5, 7), ("West", 8, 2))
        for name, value in zip(("Hake", "Eel"), values, strict=True)
    ]


def test_a_year_between_lines_is_not_that_of_figures_above_the_first() -> None:
    text = "Region,Hake,Eel\nOst,1,2\nWest,3,4\n2021,,\nOst,5,6\nWest,7,8\n2022,,\nOst,6,6\n"
    with pytest.raises(DataError):
        keys(text, indicator="Catch")


def test_a_year_alone_between_the_header_and_the_figures_is_that_of_all() -> None:
    text = "Año fiscal/peces,Bay A,Bay B\n2021-2022,,\nHake,4,5\nEel,7,2\n"
    found = read(text, place="Ost", columns={"1": "name"})
    assert {(row[2], row[4]) for row in found.rows} == {("2021/22", v) for v in "4572"}


def test_the_numbers_of_series_over_their_names_are_no_names() -> None:
    found = read("Catch of fish\n,31,32\nYear,Hake,Eel\n1950,4,5\n1951,7,2\n", place="Ost")
    assert {row[0] for row in found.rows} == {"Hake", "Eel"}


def test_a_first_group_without_a_line_above_it_is_the_whole_where_the_others_have_its_names() -> (
    None
):
    head = "Earnings by school (EUR),,\nSchool,2019,2020\n"
    text = f"{head}All,5,6\nLow,3,4\nMen,,\nAll,7,8\nLow,5,6\nWomen,,\nAll,3,4\nLow,1,2\n"
    names = [key[0] for key in keys(text, place="Norway")]
    assert [name.rpartition("school, ")[2] for name in names[::2]] == [
        "All", "Low", "All, Men", "Low, Men", "All, Women", "Low, Women",
    ]  # fmt: skip


def test_a_name_that_may_be_the_rest_of_those_before_it_has_none_above() -> None:
    text = "Item,2021,2022\nRye,9,10\nother,5,6\nCattle,7,9\nother,4,5\n"
    assert [k[0] for k in keys(text, place="Ost")][::2] == ["Rye", "other", "Cattle", "other"]
    text = text.replace("other", "of which sold")
    assert [k[0] for k in keys(text, place="Ost")][2::4] == [
        "of which sold, Rye",
        "of which sold, Cattle",
    ]


def test_a_line_over_names_that_is_a_unit_too_stays_in_their_name() -> None:
    text = "Item,2021,2022\nPERSONS,9,10\n0-14,5,6\n15+,4,4\nGIRLS,7,9\n0-14,4,5\n15+,3,4\n"
    assert [k[0] for k in keys(text, place="Ost")][::2] == [
        "PERSONS",
        "PERSONS, 0-14",
        "PERSONS, 15+",
        "GIRLS",
        "0-14, GIRLS",
        "15+, GIRLS",
    ]


def test_a_header_that_comes_again_with_years_as_fractions_begins_a_group() -> None:
    text = "money,2017,2018,2019\nall,5,6,7\ntowns,3,4,5\n,,,\nfood,2017.0,2018.0,2019.0\nall,1,2,3\ntowns,2,3,4\n"
    names = [key[0] for key in keys(text, place="Norway")]
    assert names[::3] == ["all, money", "towns, money", "all, food", "towns, food"]


def test_groups_merged_over_all_columns_behind_a_rank_are_no_figures() -> None:
    text = (
        ",Table 5. Gap,,,,\n,,Gap,,Births,Seats\n,,Value,Place,(per 1 000),(% of all)\nRank,Country,,,,\n"
        ",,2022,2022,2020,2022\n"
        ",HIGH LEVEL,HIGH LEVEL,HIGH LEVEL,HIGH LEVEL,HIGH LEVEL\n1,Norway,0.1,3,7.3,39\n2,Chile,0.2,2,1.6,44\n"
        ",LOW LEVEL,LOW LEVEL,LOW LEVEL,LOW LEVEL,LOW LEVEL\n3,Peru,0.3,4,7.1,38\n"
        ",Regions,Regions,Regions,Regions,Regions\n,World,0.2,..,21,26\n,Notes,,,,\n,a. Updated.,,,,\n"
    )
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    births = {row[1]: (row[2], row[4]) for row in found.rows if row[0].startswith("Births")}
    assert births == {
        "Norway": ("2020", "7.3"),
        "Chile": ("2020", "1.6"),
        "Peru": ("2020", "7.1"),
        "World": ("2020", "21"),
    }
