"""Headers of several rows as offices print them: counts beside estimates, marks behind quarters, codes over columns."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

# a count of one day, its base, then estimates by year: numbers behind a column called a value are no codes of the names
COUNTED = (
    "Hut dwellers\nArea,2011-03-01,,Dwellers (as of June 1),,\n,Census,Base,2011,2012,2013\n"
    "Norway,3087,3088,3093,3115,3138\nSweden,5531,5532,5538,5560,5578\nPeru,6692,6693,6697,6715,6733\n"
)


def test_figures_behind_a_column_called_a_value_are_no_codes() -> None:
    assert "“Base” over column 3 names none" in refused(COUNTED)
    found = rows(COUNTED, columns={"Base": "skip"})
    assert len(found) == 12
    assert [(r[2], r[4]) for r in found if r[1] == "Peru"] == [
        ("2011-03", "6692"),
        ("2011", "6697"),
        ("2012", "6715"),
        ("2013", "6733"),
    ]


QUARTERS = (
    "Accounts of Chile. Tea\n{line}\n\nItem,{one},,,{two},,\n,T1,T2,Anual,T1{mark},T2{mark},Anual\n"
    "Picking,1,2,3,4,5,9\nDrying,11,12,23,14,15,29\n"
)


def test_marks_behind_quarters_and_years_are_their_status() -> None:
    text = QUARTERS.format(line="Millones de pesos", one="2018", two="2019R", mark="R")
    merged = text.replace("2018,,,2019R,,", "2018,2018,2018,2019R,2019R,2019R")
    found = [(r[0], r[2], r[4]) for r in rows(merged)]
    assert found[:6] == [
        ("Picking", "2018-Q1", "1"),
        ("Picking", "2018-Q2", "2"),
        ("Picking", "2018", "3"),
        ("Picking", "2019-Q1", "4"),
        ("Picking", "2019-Q2", "5"),
        ("Picking", "2019", "9"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Millones de pesos a precios de 2007/ Valores constantes",
        "Millones de pesos, precios de 2007",
    ],
)
def test_a_line_of_a_unit_and_its_prices_is_both(line: str) -> None:
    text = QUARTERS.format(line=f'"{line}"', one="2018", two="2019", mark="")
    found = rows(text.replace("2018,,,2019,,", "2018,2018,2018,2019,2019,2019"))
    assert {r[5] for r in found} == {"million peso"}
    assert {r[1] for r in found} == {"Chile"}
    assert {r[6] for r in found} == {"constant:2007"}


@pytest.mark.parametrize(
    "title", ["Tea of Peru at 2015 prices (kt)", "Tea of Peru, base year 2015"]
)
def test_the_year_of_prices_or_of_a_base_is_no_period(title: str) -> None:
    assert "--when YEAR" in refused(f'"{title}"\nGarden,Picked\nHillside,3\nValley,4\n')


def test_a_code_over_a_column_is_the_country_also_where_it_is_that_of_a_currency() -> None:
    found = rows("date,ALB,DZA,BEL,CHE\n2001,1,2,3,4\n2002,2,3,4,5\n", indicator="tea")
    assert [r[1] for r in found[:4]] == ["ALB", "DZA", "BEL", "CHE"]
    assert {r[5] for r in found} == {""}


LABOUR = (
    "Jobs of Norway\n[Numbers in thousands],,,,,\n\n"
    "Year,Residents,Force,Force,Force,Force\nYear,Residents,Total,Percent,Employed,Employed\n"
    "Year,Residents,Total,Percent,Total,Seasonal\n,,,,,\n"
    "Older than 14,,,,,\n2001,94,53,57.2,52,8\n2002,103,57,55.8,55,9\n,,,,,\n"
    "Older than 16,,,,,\n2002,101,59,58.3,57,7\n2003,104,61,58.9,58,6\n"
)


def test_all_rows_of_a_header_stay_together_where_a_line_stands_between_them_and_the_figures() -> (
    None
):
    found = {(r[0], r[2]): (r[4], r[5]) for r in rows(LABOUR)}
    assert len(found) == 20
    totals = {name for name, _ in found if "Total" in name and "14" in name}
    assert len(totals) == 2
    assert all("Force" in name for name in totals)
    assert {found[(name, "2002")][0] for name in totals} == {"57", "55"}
    assert {found[(name, "2002")][1] for name in totals} == {"thousands"}


GROUPED = (
    "Huts by roof / Dächer\n(тис. осіб/ thousands of persons),,,\n,2010,2011,\nДахів усього,30,33,Roofs\n"
    "солома,10,11,straw\nглина,20,22,clay\nПівніч,12,13,North\nсолома,4,5,straw\nглина,8,8,clay\n"
    "Південь,18,20,South\nсолома,6,6,straw\nглина,12,14,clay\n"
)


def test_names_in_two_languages_that_occur_again_are_of_the_line_above_them() -> None:
    found = rows(GROUPED, place="Ukraine")
    north = [r for r in found if "Північ" in r[0]]
    assert [(r[2], r[4]) for r in north] == [
        *(("2010", "12"), ("2011", "13"), ("2010", "4"), ("2011", "5")),
        *(("2010", "8"), ("2011", "8")),
    ]
    assert all("North" in r[0] for r in north)
    assert {r[5] for r in found} == {"thousand persons"}


def test_two_decimal_marks_are_asked_about_with_lines_that_read_the_table() -> None:
    said = refused("Year;Tea\n2001;4.26\n2002;3,6\n2003;5.1\n", "norway.csv")
    assert "has a decimal point and “3,6” a decimal comma" in said
    assert "import norway.csv --decimal comma (3 figures" in said


def test_the_names_of_a_system_of_codes_of_places_are_places() -> None:
    found = rows(
        "NUTS_ID,NUTS_NAME,2020,2021\nXX11,Nordgau,312,331\nXX12,Suedgau,284,299\n",
        indicator="huts",
    )
    assert [(r[1], r[2], r[4]) for r in found[:2]] == [
        ("Nordgau", "2020", "312"),
        ("Nordgau", "2021", "331"),
    ]
