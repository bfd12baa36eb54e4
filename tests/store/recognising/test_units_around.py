"""Units that stand around the figures: in a title, below them, over them, in two languages; all is invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def units(text: str, **hints: str) -> dict[str, str]:
    """Return the names that are read, each with its unit."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {row[0]: row[5] for row in found.rows}


BODY = "Country,2021,2022\nPeru,61,66\nChile,52,53\n"


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("(milliards d'euros)", "billion euro"),
        ("Figures in thousands.", "thousands"),
        ("Angaben in Mio. EUR", "Mio. EUR"),
        ("Sales in thousands of huts are left out.", ""),
    ],
)
def test_a_note_that_says_nothing_but_a_unit_is_that_of_the_figures(note: str, unit: str) -> None:
    assert units(f"Huts\n{BODY}{note}\n") == {"Huts": unit}


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Hüttenquote in Prozent, Jahresdurchschnitt", "Prozent"),
        ("Huts with water (as a percentage of all huts)", "%"),
    ],
)
def test_a_title_says_its_unit_before_other_words_too(title: str, unit: str) -> None:
    assert [*units(f'"{title}"\n{BODY}').values()] == [unit]


def test_the_unit_of_a_titles_rate_is_that_of_its_parts() -> None:
    text = "Vacancy rate (%)\nCountry,Year,Males,Females\nPeru,2021,6.1,8.2\n"
    assert units(text) == {"Vacancy rate, Males": "%", "Vacancy rate, Females": "%"}
    assert units(text.replace("(%)", "(huts, thousands)").replace("Males,F", "Huts,F")) != {}


def test_a_unit_of_money_or_mass_over_a_column_is_no_name() -> None:
    body = "Country,Year,Hectares,Residents\nPeru,2021,61,66\n"
    assert units(f"Vineyards\n{body}") == {"Vineyards": "Hectares", "Residents": ""}
    with pytest.raises(DataError, match="does not name its indicator"):
        units(body)


def test_a_unit_in_two_languages_and_a_year_in_both_are_read_once() -> None:
    text = "省 Province,2021年产量 Output in 2021 (吨 tons),2022年产量 Output in 2022 (吨 tons)\n浙江 Zhejiang,9,10\n"
    assert units(text) == {"产量": "吨"}


def test_a_unit_before_the_prices_in_brackets_is_read() -> None:
    text = 'Country,Year,"Output, £m (2019 prices)",% with water\nPeru,2021,6,8\n'
    assert units(text) == {"Output (2019 prices)": "£m", "% with water": "%"}


def test_an_index_over_groups_of_places_is_of_the_figures_and_no_place() -> None:
    text = "Huts;;;\nregion;2019;2020;2021\nOst;40;41;42\nWest;30;31;33\nIndex (2019=100);;;\nOst;100;102;105\nWest;100;103;110\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {row[1] for row in found.rows} == {"Ost", "West"}
    assert {row[0] for row in found.rows} == {"Huts", "Huts, Index (2019=100)"}


def test_months_behind_one_name_are_months_of_the_year() -> None:
    text = "Country,Year,Rain (mm) Jan,Rain (mm) Feb,Rain (mm) Mar\nPeru,2021,6,8,9\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {tuple(r[:6]) for r in found.rows} == {
        ("Rain", "Peru", f"2021-0{n}", "level", value, "mm")
        for n, value in ((1, "6"), (2, "8"), (3, "9"))
    }


def test_a_korean_year_before_a_name_is_its_period() -> None:
    text = "국가,2020년 가구수,2021년 가구수\n페루,41,42\n"
    (found,) = foreign("t.csv", text.encode(), Hints(columns={"국가": "place"}), trying=False)
    assert {(r[0], r[2]) for r in found.rows} == {("가구수", "2020"), ("가구수", "2021")}


def test_a_title_of_two_units_gives_each_to_what_it_names() -> None:
    text = '"Huts (\'000) and vacancy rate (%)"\nCountry,Huts 2021,Vacancy rate 2021,Inns 2021\nPeru,6,8,9\n'
    assert units(text) == {"Huts": "'000", "Vacancy rate": "%", "Inns": ""}


def test_a_scale_over_the_values_is_that_of_the_unit_beside_them() -> None:
    text = "Country,Year,Currency,Value (millions)\nPeru,2021,PEN,6\n"
    assert units(text, indicator="Debt") == {"Debt": "million PEN"}
    text = "Country,Year,Indicator,Value (USD mn)\nPeru,2021,Debt,6\n"
    assert units(text) == {"Debt": "USD mn"}


def test_metres_are_only_of_what_is_long() -> None:
    text = "Country,Year,Keepers (m),Altitude (m),Guests (mln)\nPeru,2021,3,4100,2\n"
    assert units(text) == {"Keepers (m)": "", "Altitude": "m", "Guests": "mln"}


def test_a_line_over_a_group_stands_before_the_unit_of_its_names() -> None:
    text = "Item,2021,2022\nEast,,\nHuts (kt),9,10\nInns (kt),3,4\nWest,,\nHuts (kt),5,6\nInns (kt),7,8\n"
    assert units(text, place="Ost") == dict.fromkeys(
        ("Huts, East", "Inns, East", "Huts, West", "Inns, West"), "kt"
    )


def test_a_line_with_the_unit_below_a_name_over_two_lines_is_that_of_the_whole_name() -> None:
    text = 'Year,Ratio,Ratio\nYear,"Gross investment\nby output","Net investment\nby output"\n,in percent,in percent\n2019,22.5,9.5\n2020,22.7,9.7\n'
    assert units(text, place="Ost") == dict.fromkeys(
        ("Ratio, Gross investment by output", "Ratio, Net investment by output"), "in percent"
    )
