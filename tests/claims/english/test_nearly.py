"""Columns of one's own that a text calls otherwise than the table does: their words, not their names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import Package, open_package

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """Region,Year,"Rye, production (t)","Rye, area harvested (ha)",Vacancy rate ; Dwellings (%),"Ferry passengers, total",Children enrolled in nursery schools,Peat price for households (EUR per t),Mean nightly rate (EUR),"Nurses (thous.)","Herring landed (x 1,000,000 boxes)",Wind turbines installed (units)
Vestmark,2021,415200,118300,4.8,1204500,20314,118.5,84.20,10.4,2.1,5120
Vestmark,2022,431700,120900,4.2,1310200,21118,131.2,91.35,10.9,2.4,5377
Sørli,2021,98100,31200,6.1,402300,6140,109.1,71.10,3.2,0.7,1410
Sørli,2022,91450,30100,6.6,431900,5985,121.7,75.45,3.3,0.8,1466
Ramsø,2021,140350,42800,5.3,226100,9217,113.4,77.80,4.6,1.1,2017
Ramsø,2022,146900,43350,5.9,251700,9402,125.9,80.65,4.8,1.3,2093
"""
YEAR_LATER = date(2023, 3, 1)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    path: Path = tmp_path_factory.mktemp("own") / "regions.csv"
    path.write_text(TABLE, encoding="utf-8")
    return open_package((str(path),))


def _verdicts(package: Package, text: str) -> list[str]:
    asked = Asked(published=YEAR_LATER, place=None, every=True)
    records = check([of_sentence(text)], package, asked).records
    return [f"{text[r['start'] : r['end']]} {r['verdict']}" for r in records]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Farmers in Vestmark harvested 431,700 tonnes of rye in 2022.",
            ["431,700 tonnes confirmed"],
        ),
        ("The output of rye in Sørli was 91,450 tonnes in 2022.", ["91,450 tonnes confirmed"]),
        (
            "In Ramsø rye was grown on 43,350 hectares in 2022, up 1.3 percent.",
            ["43,350 hectares confirmed", "1.3 percent confirmed"],
        ),
        ("Rye production in Sørli fell 6.8 percent in 2022.", ["6.8 percent confirmed"]),
        (
            "In Ramsø 5.9 percent of dwellings were vacant in 2022.",
            ["5.9 percent confirmed"],
        ),
        (
            "Ferries in Vestmark carried 1.31 million passengers in 2022.",
            ["1.31 million confirmed"],
        ),
        (
            "Nursery schools in Sørli had 5,985 children in 2022, after 6,140 in 2021.",
            ["5,985 confirmed", "6,140 confirmed"],
        ),
        (
            "Households in Ramsø paid 125.9 euros per t of peat in 2022.",
            ["125.9 euros per t confirmed"],
        ),
        (
            "The mean nightly rate in Vestmark was 91.35 euros in 2022.",
            ["91.35 euros confirmed"],
        ),
        (
            "Vestmark employed 10.9 thousand nurses in 2022.",
            ["10.9 thousand confirmed"],
        ),
        ("Turbines in Sørli numbered 1,466 in 2022.", ["1,466 confirmed"]),
    ],
)
def test_words_of_a_column_name_it(package: Package, text: str, found: list[str]) -> None:
    assert _verdicts(package, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Farmers in Vestmark harvested 415,200 tonnes of rye in 2022.",  # of 2021
        "Farmers in Vestmark harvested 146,900 tonnes of rye in 2022.",  # of Ramsø
        "Ferries in Vestmark carried 13.1 million passengers in 2022.",  # ten times
        "In Ramsø rye was grown on 43,350 hectares in 2022, down 1.3 percent.",
    ],
)
def test_the_figure_of_another_year_or_place_bears_the_column_out(
    package: Package, text: str
) -> None:
    assert any(v.endswith("contradicted") for v in _verdicts(package, text))


@pytest.mark.parametrize(
    "text",
    [
        "Vestmark exported 212,400 tonnes of rye in 2022.",
        "Winter rye production in Vestmark was 301,500 tonnes in 2022.",
        "In Sørli rye stocks stood at 44,100 tonnes in 2022, up 3.1 percent.",
        "The vacancy rate of offices in Ramsø was 11.4 percent in 2022.",
        "Ferries in Vestmark carried 311,400 cars in 2022 and 901,200 foreign passengers.",
        "Nursery schools in Sørli had 412 nurses in 2022.",
        "In Sørli 2,945 girls attended nursery schools in 2022; 48.8 percent of rural children did.",
        "Herring boats in Vestmark landed 2,400,000 boxes in 2022.",  # of what unit, nobody says
        "Passengers over 65 numbered 204,500 on Vestmark's ferries in 2022.",
    ],
)
def test_a_number_of_something_beside_it_is_not_accused(package: Package, text: str) -> None:
    assert not [v for v in _verdicts(package, text) if "contradicted" in v or "inconsistent" in v]


@pytest.mark.parametrize(
    "whole", ["the state average of", "the regional figure of", "a county-wide mean of"]
)
def test_the_average_above_a_place_is_not_the_place_s(package: Package, whole: str) -> None:
    text = f"The mean nightly rate in Ramsø was 80.65 euros in 2022, below {whole} 84.10 euros."
    assert _verdicts(package, text) == ["80.65 euros confirmed", "84.10 euros unverifiable"]


def test_so_many_for_each_of_many_is_a_unit_and_on_average_is_no_comparison(tmp_path: Path) -> None:
    path = tmp_path / "care.csv"
    path.write_text(
        "Region,Year,Dentists (per 10 000 population),Well-being index,Mean fee (EUR)\n"
        "Vestmark,2022,6.4,61.35,210\nSørli,2022,4.9,58.20,195\n",
        encoding="utf-8",
    )
    own = open_package((str(path),))
    for text, found in (
        ("Sørli had 4.9 dentists per 10,000 people in 2022.", ["4.9 confirmed"]),
        ("The well-being index stood at 61.35 in Vestmark in 2022.", ["61.35 confirmed"]),
        ("The mean fee in Sørli was 195 euros on average in 2022.", ["195 euros confirmed"]),
    ):
        assert _verdicts(own, text) == found


def test_gdp_behind_a_share_of_it_is_not_what_the_number_is_about(tmp_path: Path) -> None:
    path = tmp_path / "growth.csv"
    table = "Region,Year,Real GDP (annual % growth)\nVestmark,2021,7.3\nVestmark,2022,0.6\n"
    path.write_text(table, encoding="utf-8")
    own = open_package((str(path),))
    share = "In Vestmark the calm led to a drop in the trade deficit, from 6.2% of GDP in 2021 to 2.7% in 2022."
    assert _verdicts(own, share) == ["6.2% unverifiable", "2.7% unverifiable"]
    growth = "In Vestmark real GDP growth fell from 7.3% in 2021 to 2.7% in 2022."
    assert _verdicts(own, growth) == ["7.3% confirmed", "2.7% contradicted"]


ODD = """Borough,Year,Rents of flats (EUR),Catch of eels (tonnes live weight),Fish supply per head (kg/year),"Beds of hospitals (per 10 000 population)",Local Comfort Index,Library loans
Aldersund,2021,910,41200,30.1,21.4,61.20,402000
Aldersund,2022,955,43900,31.6,20.8,62.45,431000
Brekkvik,2021,780,12400,24.0,17.9,55.70,118000
Brekkvik,2022,805,11800,25.2,18.3,56.15,121500
Cairnholm,2021,640,8100,28.2,15.5,58.05,64000
Cairnholm,2022,655,8650,27.4,15.1,57.35,66500
"""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Package:
    path: Path = tmp_path_factory.mktemp("odd") / "boroughs.csv"
    path.write_text(ODD, encoding="utf-8")
    return open_package((str(path),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (  # a unit that goes on: tonnes of “tonnes live weight”, kg of kg/year
            "The catch of eels in Aldersund was 43,900 tonnes in 2022, and fish supply per head 31.6 kg.",
            ["43,900 tonnes confirmed", "31.6 kg confirmed"],
        ),
        (  # so many for each 10,000: the words belong to the number before
            "There were 20.8 hospital beds per 10,000 population in Aldersund in 2022 and 18.3 in Brekkvik.",
            ["20.8 confirmed", "18.3 confirmed"],
        ),
        (  # initials
            "Aldersund's Local Comfort Index stood at 62.45 in 2022. The LCI of Brekkvik was 56.15.",
            ["62.45 confirmed", "56.15 confirmed"],
        ),
        (
            "Readers in Brekkvik borrowed 121,500 items from libraries in 2022, those in Cairnholm 66,500.",
            ["121,500 confirmed", "66,500 confirmed"],
        ),
        (
            "Library loans in Cairnholm came to 66,500 in 2022, compared with 64,000 a year earlier.",
            ["66,500 confirmed", "64,000 confirmed"],
        ),
    ],
)
def test_units_initials_and_bare_numbers_go_on(odd: Package, text: str, found: list[str]) -> None:
    assert _verdicts(odd, text) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        # its own year stands in the sentence before, and no other one does
        (
            "Library loans in Aldersund came to 431,000 in 2022, after 300,000 in 2019. Brekkvik had 118,000 library loans.",
            "it is the figure of 2021",
        ),
        # 402,000 is the number that is compared with
        (
            "Library loans in Aldersund rose in 2022. They came to 402,000, compared with 402,000 in 2021.",
            "it is the figure of 2021",
        ),
        # the place stands behind for how many
        (
            "There were 18.3 hospital beds per 10,000 population in Aldersund in 2022.",
            "it is the figure of Brekkvik",
        ),
    ],
)
def test_the_figure_of_another_year_or_place_is_told_where_both_are_said(
    odd: Package, text: str, why: str
) -> None:
    asked = Asked(published=YEAR_LATER, place=None, every=True)
    records = check([of_sentence(text)], odd, asked).records
    told = [r["reason"] for r in records if r["verdict"] == "contradicted"]
    assert [why in reason for reason in told] == [True], told


def test_what_the_paragraph_has_said_of_another_year_stays_open(odd: Package) -> None:
    text = "In 2021 lending was weak. In 2022 those of Aldersund came to 431,000 library loans. Brekkvik had 118,000 library loans."
    assert "118,000 contradicted" not in " ".join(_verdicts(odd, text))


def test_a_place_behind_a_number_that_is_held_against_has_it(odd: Package) -> None:
    text = (
        "Rents of flats in Brekkvik, at €805, were below the €955 recorded for the whole of Aldersund in 2022. "
        "In Cairnholm they were below the €955 that tenants of Aldersund paid."
    )
    assert "contradicted" not in " ".join(_verdicts(odd, text))


def test_an_entry_with_a_name_of_its_own_before_the_colon_is_not_what_the_entry_before_was(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("Country,Year,Inflation (%),Vacancy rate (%)\nTogo,2022,7.6,1.3\n", "utf-8")
    text = "Togo: economy\n\nInflation rate - Inflation rate 2022: 7.6% (2022 est.)\n\nVacancy rate - Vacancy rate 2022: 1.3% (2022 est.)\n"
    assert "contradicted" not in " ".join(_verdicts(open_package((str(own),)), text))
