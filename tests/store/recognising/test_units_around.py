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
    body = "Country,Year,Hectares,Growers\nPeru,2021,61,66\n"
    assert units(f"Vineyards\n{body}") == {"Vineyards": "Hectares", "Growers": ""}
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
        ("Ratio, Gross investment by output", "Ratio, Net investment by output"), "percent"
    )


def test_the_unit_before_what_a_title_is_divided_by_is_that_of_its_parts() -> None:
    text = '"Hut rents in EUR, gross and net, 2022"\nCountry,Gross,Net\nPeru,9,8\nChile,7,6\n'
    assert [*units(text).values()] == ["EUR", "EUR"]
    assert all(name.endswith((", Gross", ", Net")) for name in units(text))


def test_a_year_in_the_brackets_of_a_unit_leaves_the_unit() -> None:
    text = 'Country,"Density (persons/km2, 2019)",Huts (2021)\nPeru,26,8\n'
    assert units(text) == {"Density": "persons/km2", "Huts": ""}


def test_numbers_of_lines_are_no_figures() -> None:
    text = "#,Country,Year,Huts\n4,Peru,2021,9\n6,Chile,2021,8\n9,Brazil,2021,7\n"
    assert units(text) == {"Huts": ""}


def test_a_campaign_is_the_time_of_a_harvest() -> None:
    text = "Country,Producción (t),Campaña\nPeru,41,2021/22\nChile,52,2021/22\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {row[2] for row in found.rows} == {"2021/22"}


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Vacancy (%) by region", "%"),
        ("Value of huts, thousand PLN (without VAT)", "thousand PLN"),
    ],
)
def test_what_stands_behind_the_unit_of_a_title_does_not_hide_it(title: str, unit: str) -> None:
    text = f'"{title}"\nCountry,Year,Male,Female\nPeru,2021,9,8\n'
    assert {*units(text).values()} == {unit}


def test_the_base_that_a_title_names_is_that_of_all_indices() -> None:
    text = '"Output, index 2015=100, seasonally adjusted"\nMonth,Huts,Tents\n2022M01,102.1,98.0\n'
    assert units(text, place="Peru") == {
        "Output, seasonally adjusted, Huts(2015=100)": "2015年=100",
        "Output, seasonally adjusted, Tents(2015=100)": "2015年=100",
    }


def test_guests_of_a_kind_are_parts_of_what_a_title_counts_in_one_unit() -> None:
    text = "Nights in huts (thousands)\nCountry,Year,Residents,Foreigners\nPeru,2021,9,8\n"
    assert units(text) == {f"Nights in huts, {g}": "thousands" for g in ("Residents", "Foreigners")}
    text = text.replace(" (thousands)", "")
    assert units(text) == {"Residents": "", "Foreigners": ""}


def test_a_label_that_a_comma_in_its_brackets_tore_apart_is_one() -> None:
    text = "Country,Income (PPS, EU=100),Huts (kt),Year\nPeru,89,261,2021\nChile,56,148,2021\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(r[0], r[2], r[4]) for r in found.rows if r[1] == "Peru"} == {
        ("Income (PPS, EU=100)", "2021", "89"),
        ("Huts", "2021", "261"),
    }


def test_a_rate_per_many_is_no_fraction() -> None:
    text = "Country,Year,Rate,Rate per 1000\nPeru,2021,0.012,12.5\nChile,2021,0.011,11.2\n"
    assert units(text, unit="fraction") == {"Rate": "小数", "Rate per 1000": ""}


def test_a_day_behind_the_unit_of_a_label_is_its_year() -> None:
    text = "Country,Quote (%) k 31.12.2022,Huts 2022\nPeru,3.1,8\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(r[0], r[2], r[5]) for r in found.rows} == {
        ("Quote", "2022", "%"),
        ("Huts", "2022", ""),
    }


def test_budgets_and_revised_estimates_are_marked() -> None:
    text = "Huts\nCountry,2019-20 (A),2020-21 (RE),2021-22 (BE)\nPeru,88,91,95\nChile,45,47,50\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(r[2], r[6] if len(r) > 6 else "") for r in found.rows} == {
        ("2019/20", ""),
        ("2020/21", "revised"),
        ("2021/22", "forecast"),
    }


def test_years_right_behind_one_word_are_its_years() -> None:
    text = "Country,HUTS2019,HUTS2020\nPeru,3,8\nChile,4,5\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(r[0], r[2]) for r in found.rows} == {("HUTS", "2019"), ("HUTS", "2020")}


def test_each_unit_of_a_title_is_of_what_stands_before_it() -> None:
    head = "Country,Ships 2021,Crews 2021\nPeru,61,66\n"
    text = f"New ships (thousands) and crews (millions)\n{head}"
    assert units(text) == {"Ships": "thousands", "Crews": "millions"}
    same = f"New ships (thousands) and crews (thousands)\n{head}"
    assert units(same) == {"Ships": "thousands", "Crews": "thousands"}


def test_a_comma_between_thousands_does_not_tear_a_title_or_a_label() -> None:
    assert units(f"Huts per 1,000 people\n{BODY}") == {"Huts per 1,000 people": ""}
    text = "Country,Year,Huts per 1,000,Sheds\nPeru,2021,5.1,8\n"
    assert units(text) == {"Huts per 1,000": "", "Sheds": ""}


def test_kroner_and_pesos_of_no_country_keep_the_name_that_was_printed() -> None:
    assert units(f"Sales (billion kr.)\n{BODY}") == {"Sales": "billion kr."}


def test_a_scale_behind_two_things_is_that_of_both_and_a_unit_that_of_the_last() -> None:
    body = "Country,Ships 2021,Crews 2021\nPeru,61,66\n"
    assert units(f"Ships and crews (thousands)\n{body}") == {
        "Ships": "thousands",
        "Crews": "thousands",
    }
    assert units(f"Ships and crews (kt)\n{body}")["Ships"] == ""


def test_of_two_units_in_a_title_none_is_that_of_a_column_which_it_does_not_name() -> None:
    text = "Jobs in Peru (thousands) by branch and share (%)\nBranch,2021,2021 share\nMining,230.1,2.8\nTrade,150.5,1.8\n"
    assert set(units(text).values()) == {""}


def test_a_country_before_the_colon_of_a_title_is_its_place_and_the_rest_the_title() -> None:
    text = "Peru: ships and crews (thousands)\nYear,Ships,Crews\n2021,61,66\n"
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    assert {(row[0], row[1], row[5]) for row in found.rows} == {
        ("Ships", "Peru", "thousands"),
        ("Crews", "Peru", "thousands"),
    }


def test_the_unit_in_the_corner_of_years_is_that_of_the_figures_and_none_of_things_that_are_counted() -> (
    None
):
    rows = "Ost,5,6\nWest,7,8\n"
    assert units(f"Exports by region\nRegion (kt),2019,2020\n{rows}") == {"Exports by region": "kt"}
    assert units(f"Region (kt),Farms,Boats\n{rows}", period="2019") == {"Farms": "", "Boats": ""}


def test_things_that_are_counted_have_not_the_unit_of_the_amounts_beside_them() -> None:
    text = "Sales of tea in Peru (EUR thousand)\nYear,Green,,Black,\n,Farms,Value,Farms,Value\n2019,4,50,6,70\n"
    (found,) = foreign("t.csv", text.encode(), trying=False)
    assert {row[4]: row[5] for row in found.rows} == {
        "4": "",
        "50": "EUR thousand",
        "6": "",
        "70": "EUR thousand",
    }
