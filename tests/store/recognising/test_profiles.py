"""Years behind names, labels over the middle of their group, ranges beside estimates, money that names no place."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, **hints: object) -> set[tuple[str, ...]]:
    """Return name, place, period, value and unit of each figure."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {(r[0], r[1], r[2], r[4], r[5]) for r in found.rows}


@pytest.mark.parametrize("form", ["{} ({})", "{}, {}", "{}（{}年）"])
def test_the_year_behind_each_name_is_that_of_its_figures(form: str) -> None:
    lines = [
        f'"{form.format(name, year)}",{v}\n'
        for name, year, v in (("Reading", 2021, "48.2,67.1"), ("Age at death", 2019, "64.2,61.1"))
    ]
    found = read("Thing,Women,Men\n" + "".join(lines), place="Chad")
    assert found == {
        ("Women, Reading", "Chad", "2021", "48.2", ""),
        ("Men, Reading", "Chad", "2021", "67.1", ""),
        ("Women, Age at death", "Chad", "2019", "64.2", ""),
        ("Men, Age at death", "Chad", "2019", "61.1", ""),
    }


def test_years_behind_some_names_or_of_prices_are_no_periods() -> None:
    some = "Thing,Women,Men\nReading (2021),48.2,67.1\nAge at death,64.2,61.1\n"
    prices = "Thing,Women,Men\nPay at prices (2015),48,67\nRent at prices (2015),64,61\n"
    for text in (some, prices):
        with pytest.raises(DataError, match="period"):
            read(text, place="Chad")
    said = "Film,Gross,Seats\nAlien (1979),48,67\nJaws (1975),64,61\n"
    found = read(said, place="Chad", period="2021")
    assert {r[0] for r in found} >= {"Gross, Alien (1979)", "Seats, Jaws (1975)"}
    assert {r[2] for r in found} == {"2021"}  # which the user says
    beside = "Thing,2019,2020\nPlan (2021),48,67\nPlan (2022),64,61\n"
    assert {r[2] for r in read(beside, place="Chad")} == {"2019", "2020"}


def test_labels_over_the_middle_of_their_groups() -> None:
    text = "Huts (thousands)\n,,2019,,,2020,\nRegion,All,Old,New,All,Old,New\nOst,12,5,7,13,6,7\nWest,9,4,5,10,5,5\n"
    found = {r[:4] for r in read(text)}
    assert {r[2:4] for r in found if r[1] == "Ost" and r[2] == "2019"} == {
        ("2019", "12"),
        ("2019", "5"),
        ("2019", "7"),
    }
    assert {r[2:4] for r in found if r[1] == "Ost" and r[2] == "2020"} == {
        ("2020", "13"),
        ("2020", "6"),
        ("2020", "7"),
    }


@pytest.mark.parametrize("cell", ["11.8-13.2", "(11.8, 13.2)", "[11.8; 13.2]", "11.8 to 13.2"])
def test_ranges_under_a_word_for_confidence_are_no_names(cell: str) -> None:
    text = f'Year,Deaths,Rate,95% CI\n2020,1250,12.5,"{cell}"\n2021,1301,12.9,"{cell.replace("3.2", "3.6")}"\n'
    assert {r[0] for r in read(text, place="Chad")} == {"Deaths", "Rate"}
    ages = "Year,Deaths,Age\n2020,1250,0-4\n2020,1301,5-9\n"
    assert {r[0] for r in read(ages, place="Chad")} == {"Deaths, 0-4", "Deaths, 5-9"}


@pytest.mark.parametrize(
    "title",
    [
        "Exports, by commodity (US$ thousands f.o.b.)",
        "Exports, by commodity, US$ thousands",
        "Exports, by commodity (in UK pounds)",
    ],
)
def test_the_country_in_a_name_of_money_is_no_place(title: str) -> None:
    text = f'"{title}"\nCommodity,2020,2021\nCoffee,515,718\nTin,80,85\n'
    with pytest.raises(DataError, match="place"):
        read(text)
    assert all(unit or "pounds" in title for *_, unit in read(text, place="Chad"))


def test_a_title_of_one_word_and_a_colon_with_a_unit_is_a_title() -> None:
    text = "Power: output by plant (GWh),,\nPlant,2018,2019\nDam,3980,3205\nWind,375,1562\n"
    assert {(r[0], r[4]) for r in read(text, place="Chad")} == {
        ("Power: output by plant, Dam", "GWh"),
        ("Power: output by plant, Wind", "GWh"),
    }


def test_men_and_women_in_one_letter_are_no_unit() -> None:
    text = "Country,Year,Age at death (M),Age at death (F)\nPeru,2020,70,75\n"
    assert {(r[0], r[4]) for r in read(text)} == {
        ("Age at death (M)", ""),
        ("Age at death (F)", ""),
    }


def test_ratios_of_two_numbers_are_no_names() -> None:
    text = "Year,Pupils,Teachers,Per teacher\n2020,1072,64,16.67:1\n2021,1077,66,16.33:1\n"
    assert {r[0] for r in read(text, place="Chad")} == {"Pupils", "Teachers"}


def test_growth_behind_the_period_before_is_of_what_the_line_names() -> None:
    text = "Thing,Period,Value,Previous period,Change on year (%)\nHuts (t),March 2023,35,33,5.2\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="Chad"), trying=False)
    assert [r[0] for r in found.rows if r[3] == "growth"] == ["Huts"]


@pytest.mark.parametrize("unit", ["Mt CO2-eq", "kt CO2", "million tonnes of CO2 equivalent"])
def test_masses_of_greenhouse_gases_are_units(unit: str) -> None:
    text = f'"Emissions, {unit}",1990,2005\nPower,1037.2,827.1\nTransport,163.4,160.0\n'
    assert {r[4] for r in read(text, place="Chad")} == {unit}


def test_a_long_number_of_a_table_and_the_place_said_are_no_part_of_a_name() -> None:
    text = "Tabelle 12411-0010: Huts: Gemeinden\nGemeinde;2020;2021\nOst;1;2\nWest;3;4\n"
    assert not any("12411" in r[0] for r in read(text))
    title = '"Huts by type and tenure, Chad, 2021 (number)",,\nType,Owner,Tenant\nOld,120,340\nNew,450,210\n'
    assert not any("Chad" in r[0] for r in read(title, place="Chad"))
