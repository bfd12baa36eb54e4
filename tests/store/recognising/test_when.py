"""Periods as offices and programs print them: over the columns, beside the figures, in two columns."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_sections import keys

from cpstats.errors import DataError
from cpstats.store.frequencies import part_of_year
from cpstats.store.recognising.foreign import foreign


def test_one_digit_behind_years_is_a_quarter_where_none_is_above_four() -> None:
    quarters = [f"19{y}{sign}{q}" for y in (80, 81) for q in (1, 2, 3, 4) for sign in ":"]
    text = "\n".join(["obs,tea", *(f"{q},{n}" for n, q in enumerate(quarters, 5))])
    assert [k[2] for k in keys(text, place="Ost")][:5] == [
        "1980-Q1", "1980-Q2", "1980-Q3", "1980-Q4", "1981-Q1",
    ]  # fmt: skip
    months = "\n".join(["obs,tea", *(f"1980:{m},{m}" for m in range(1, 13))])
    assert [k[2] for k in keys(months, place="Ost")][8:10] == ["1980-09", "1980-10"]
    points = "\n".join(["obs,tea", *(f"{y}.{q},{q}" for y in (2020, 2021) for q in (1, 2, 3, 4))])
    assert [k[2] for k in keys(points, place="Ost")][3] == "2020-Q4"


def test_short_names_of_months_in_french_turkish_and_polish_are_months() -> None:
    text = "Nom,Jan 2015,Fév 2015,Jui 2015,Aoû 2015\nThé,1,2,3,4\n"
    assert [k[2] for k in keys(text, place="Ost")] == ["2015-01", "2015-02", "2015-06", "2015-08"]
    assert [part_of_year(t) for t in ("şub", "lis", "kvě", "mrt", "des")] == [
        "02",
        "11",
        "05",
        "03",
        "12",
    ]


def test_a_month_behind_a_bar_and_the_year_among_them_are_read() -> None:
    text = "Item,2003|Enero,2003|Febrero,2003|Anual,2004|Enero<P>\nTea,1,2,3,4\n"
    assert [k[2] for k in keys(text, place="Ost")] == ["2003-01", "2003-02", "2003", "2004-01"]


def test_letters_before_years_and_months_over_columns_are_left_out() -> None:
    assert [k[2] for k in keys("Item,A2006,A2007,A2008\nTea,1,2,3\n", place="Ost")] == [
        "2006", "2007", "2008",
    ]  # fmt: skip
    assert [k[2] for k in keys("Item,I202301,I202302,I202303\nTea,1,2,3\n", place="Ost")] == [
        "2023-01", "2023-02", "2023-03",
    ]  # fmt: skip


def test_a_month_that_another_column_says_in_words_is_no_part_of_it() -> None:
    text = (
        "LIST(M1),Month,Reason,VALUE\n2023M01,2023 January,Trade,5\n2023M01,2023 January,Rest,6\n"
        "2023M02,2023 February,Trade,7\n2023M02,2023 February,Rest,8\n"
    )
    assert [k[2] for k in keys(text, place="Ost", indicator="")][::2] == ["2023-01", "2023-02"]


def test_quarters_without_a_year_are_asked_for_it() -> None:
    text = "area,period,lost\nNorway,Q1,16\nNorway,Q2,36\nPeru,Q1,4\nPeru,Q2,5\n"
    with pytest.raises(DataError, match=r"“Q1” names no year.*--when"):
        keys(text)
    assert [k[2] for k in keys(text, period="2020")][:2] == ["2020-Q1", "2020-Q2"]


def test_the_year_that_stands_right_behind_the_only_label_is_proposed() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", b"name,pop2018\nOst,5\nWest,6\n")
    assert "--when 2018" in str(caught.value)


def test_a_numeral_alone_over_a_column_is_no_quarter() -> None:
    with pytest.raises(DataError, match="by the day"):
        keys(
            "dates,I\n" + "".join(f"0{d}/03/2020,{d}\n" for d in range(1, 10)),
            place="Ost",
            dates="day-first",
        )


def test_a_line_with_more_cells_than_the_header_is_no_missing_figure() -> None:
    text = "Country,Code,2001,2002\nNorway,NOR,1,2\nCongo, Rep.,COG,3,\n"
    with pytest.raises(DataError, match="more cells than the header"):
        keys(text, indicator="Tea")


def test_years_of_the_republic_side_by_side_are_two_tables() -> None:
    text = "區域別,110年,111年,,區域別,99年,100年,101年\n新北市,5,6,,新北市,1,2,3\n桃園市,7,8,,桃園市,4,5,6\n"
    found = {k[1:] for k in keys(text, indicator="人口")}
    assert ("新北市", "2021", "5") in found
    assert ("桃園市", "2012", "6") in found


def test_years_before_short_months_are_months_where_the_years_change() -> None:
    text = "Item,08-Nov,08-Dec,09-Jan,09-Feb\nTea,1,2,3,4\n"
    assert [k[2] for k in keys(text, place="Ost")][1:3] == ["2008-12", "2009-01"]
    with pytest.raises(DataError, match="by the day"):
        keys(
            "Item," + ",".join(f"{d:02d}-Jan" for d in range(1, 10)) + "\nTea,1,2,3,4,5,6,7,8,9\n",
            place="Ost",
        )


def test_lines_whose_column_of_times_is_blank_take_what_is_said_of_all() -> None:
    text = "sort,tea,year\nHops,5,\nMalt,6,2021\n"
    with pytest.raises(DataError, match=r"no time.*If all are of one time: --when"):
        keys(text, place="Ost")
    assert [k[2] for k in keys(text, place="Ost", period="2020")] == ["2020", "2021"]


def test_a_period_is_asked_for_before_a_column_is_left_out_where_most_have_none() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.csv", b"name,tea,malt,hops 2025\nOst,5,6,7\nWest,6,7,8\n")
    first = str(caught.value).partition("Read so: ")[2].partition(";")[0]
    assert "--when YEAR" in first
    assert "skip" not in first


def test_years_before_1000_are_read_where_later_ones_show_that_they_are_years() -> None:
    text = "Year,Country,Ships\n{}\n1500,Peru,8\n".format(
        "\n".join(f"{y},Peru,5" for y in (1, 750))
    )
    (found,) = foreign("t.csv", text.encode())
    assert [row[2] for row in found.rows] == ["0001", "0750", "1500"]
    with pytest.raises(DataError, match="is no period that is known"):
        foreign("t.csv", text.replace("1500", "990").encode())
