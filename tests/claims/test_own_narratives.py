"""True narratives beside a reader's own table, as councils, unions and newspapers tell them; all figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented. Ferry trips 2023 beside 2022: 2,205 / 2,100 = +5.0 %, beside 2017: 2,205 / 1,800 = +22.5 %.
TABLE = """Indicator,Unit,Area,2017,2021,2022,2023
Ferry trips,number,Aldermoor County,1800,2010,2100,2205
Ferry trips,number,Selwick County,600,640,650,660
Coal burnt,thousand tonnes,Aldermoor County,90.0,72.5,71.0,60.0
Coal burnt,thousand tonnes,Selwick County,40.0,31.0,30.5,28.0
Hay yield,tonnes per ha,Aldermoor County,5.20,5.05,5.60,5.40
Boats moored,number,Aldermoor County,402,377,366,331
"""
MONTHS = """Town,Month,People on the waiting list,Bus tickets (thousand),Vacancy rate (%)
Quenby,2024-02,8640,42.0,4.9
Quenby,2024-03,8410,43.5,4.8
Quenby,2025-02,10820,44.0,5.0
Quenby,2025-03,8590,46.1,4.9
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder: Path = tmp_path_factory.mktemp("narratives")
    years, months = folder / "years.csv", folder / "months.csv"
    years.write_text(TABLE, "utf-8")
    months.write_text(MONTHS, "utf-8")
    return str(years), str(months)


def verdicts(text: str, data: str) -> list[str]:
    return [*cpstats.check(text, data=data).to_frame()["verdict"]]


TRUE = [
    "Aldermoor County in 2023. Ferry trips numbered 2,205; two years ago the figure was 2,010.",
    "In 2023 there were 2,205 ferry trips in Aldermoor County. On little Selwick, things are quieter. Its 660 ferry trips in 2023 hardly show.",
    "In 2023 ferry trips in Aldermoor rose by 5.0%, in Selwick by 1.5%.",
    "Coal burnt in Aldermoor County had come back to 72.5 thousand tonnes in 2021 and 71.0 thousand tonnes in 2022, after a slump to 51.0 thousand tonnes in the pandemic year.",
    "In 2023, 60.0 thousand tonnes of coal were burnt in Aldermoor County (15.5% down), in Selwick County 28.0 thousand tonnes (8.2% down).",
    "In 2023 the hay yield in Aldermoor County fell to 5.40 tonnes per hectare.",
    "Aldermoor County in 2023. The number of boats moored has fallen steadily, from 402 in 2017 via 377 in 2021 to 331.",
    "In 2023 Aldermoor County counted 2,205 ferry trips. That is 105 more than in 2022 (+5.0%), but still more than in 2017.",
    "Aldermoor County in 2023. Since 2017 ferry trips have risen by 22.5%, or 3.4% a year.",
]


@pytest.mark.parametrize("text", TRUE)
def test_true_narratives_are_not_accused(text: str, files: tuple[str, str]) -> None:
    assert "contradicted" not in verdicts(text, files[0])


def test_the_end_of_a_month_is_in_the_column_of_the_month(files: tuple[str, str]) -> None:
    text = "At the end of March 2025, {} people were on the waiting list in Quenby, {} fewer than in February."
    assert verdicts(text.format("8,590", "2,230"), files[1]) == ["confirmed", "confirmed"]
    assert verdicts(text.format("8,410", "2,230"), files[1])[0] != "confirmed"


def test_a_tenth_of_a_point_is_points(files: tuple[str, str]) -> None:
    text = "In March 2025 the vacancy rate in Quenby fell by a tenth of a point to {}%."
    assert "contradicted" not in verdicts(text.format("4.9"), files[1])
    assert verdicts(text.format("4.8"), files[1])[1] != "confirmed"


def test_a_growth_since_a_year_is_counted_from_it(files: tuple[str, str]) -> None:
    text = "Aldermoor County in 2023. Since 2017 ferry trips have risen by {}%."
    assert verdicts(text.format("22.5"), files[0]) == ["confirmed"]
    assert verdicts(text.format("32.5"), files[0]) != ["confirmed"]


def test_a_list_is_of_the_year_of_its_heading(files: tuple[str, str]) -> None:
    text = "Aldermoor County, news of 2023\n\nIn 2023 ferry trips rose by 5.0%.\n\n2022 in figures\n- Ferry trips: {}\n- Boats moored: {}\n"
    assert verdicts(text.format("2,100", "366"), files[0])[1:] == ["confirmed", "confirmed"]


def test_what_the_number_before_counted_is_no_name(files: tuple[str, str]) -> None:
    text = "In March 2025, 46.1 thousand bus tickets were sold in Quenby, {}% more than in the same month of 2024."
    assert verdicts(text.format("6.0"), files[1]) == ["confirmed", "confirmed"]
    assert verdicts(text.format("16.0"), files[1])[1] == "contradicted"


def test_a_growth_behind_a_level_of_an_earlier_year_may_be_counted_from_it(
    files: tuple[str, str],
) -> None:
    """Beside rates with a decimal it may be whole all the same; 2,205 is 22.5 % more than 1,800."""
    text = "Six years ago, in 2017, Aldermoor County saw 1,800 ferry trips. In 2023 it saw 2,205: an increase of {}%.\n\nCoal burnt fell by 15.5% in 2023, after a fall of 2.1% in 2022."
    assert "contradicted" not in verdicts(text.format("22"), files[0])


def test_a_signed_rate_in_a_labelled_bracket_is_that_of_the_number_before_it(
    files: tuple[str, str],
) -> None:
    text = "In 2023 Aldermoor County saw 2,205 ferry trips (2022: 2,100 trips; +{}%)."
    assert verdicts(text.format("5.0"), files[0])[-1] == "confirmed"
    assert verdicts(text.format("4.5"), files[0])[-1] != "confirmed"


def test_a_text_that_looked_far_back_comes_back(files: tuple[str, str]) -> None:
    text = "In 2017 Aldermoor County saw 1,800 ferry trips.\n\nWhy does it grow? Aldermoor County now sees {} ferry trips, 405 more than in 2017."
    assert "contradicted" not in verdicts(text.format("2,205"), files[0])
