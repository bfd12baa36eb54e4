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
