"""Names of columns that programs gave: their units at the end, codes of places behind figures; all is invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.units_of_columns import unit_of_column


def rows(text: str, **hints: object) -> list[tuple[str, ...]]:
    """Return what is read, each with name, place, period, measure, value and unit."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return [tuple(row[:6]) for row in found.rows]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("solar_output_mwh", "MWh"),
        ("damage_1000_eur", "1000 EUR"),
        ("vineyards_ha", "ha"),
        ("dwelling_in_m2", "m2"),
        ("turnout_in_prozent", "%"),
        ("debt_mnok", "million NOK"),
        ("sales_million_gbp", "million GBP"),
        ("sales_gbp_million", "GBP million"),
        ("rent_eur_per_m2", "EUR per m2"),
        ("Area_Km2", "km2"),
        ("people_thousands", "thousands"),
        ("income_2015_usd", "USD"),
        # no unit, or more than a name can say
        ("spend_m_gbp", ""),
        ("output_b_usd", ""),
        ("total_mil_usd", ""),
        ("value_10000_cny", ""),
        ("value_ten_thousand_cny", ""),
        ("value_yi_cny", ""),
        ("area_k_ha", ""),
        ("debt_100m_eur", ""),
        ("gdp_mm", ""),
        ("sales_miles", ""),
        ("snack_bars", ""),
        ("tax_mlrd_eur", ""),
        ("sales_usd_1000", ""),
        ("cost_per_1000_usd", ""),
        ("rate_per_1000", ""),
        ("rice_per_ha", ""),
        ("index_1000", ""),
        ("share_m", ""),
        ("chf_eur", ""),
        ("going_mad", ""),
        ("percent", ""),
        ("mass in kg", ""),
        ("pct_urban", ""),
    ],
)
def test_the_unit_at_the_end_of_the_name_of_a_column(name: str, unit: str) -> None:
    assert unit_of_column(name) == unit


def test_units_of_columns_are_those_of_their_figures() -> None:
    text = "region,year,hydro_gwh,jobs\nNorway,2020,7.5,31\nNorway,2021,8.5,32\n"
    assert {(r[0], r[5]) for r in rows(text)} == {("hydro_gwh", "GWh"), ("jobs", "")}


def test_a_share_of_one_is_not_per_cent_whatever_its_name_says() -> None:
    text = "region,year,urban_pct,rural_pct\nNorway,2020,0.75,25.5\nNorway,2021,0.76,24.5\n"
    assert {(r[0], r[5]) for r in rows(text)} == {("urban_pct", ""), ("rural_pct", "%")}


def test_the_unit_that_is_said_goes_before_that_of_a_name() -> None:
    text = "region,year,hydro_gwh\nNorway,2020,7.5\nNorway,2021,8.5\n"
    assert {r[5] for r in rows(text, unit="kWh")} == {"kWh"}


@pytest.mark.parametrize("head", ["spatial_unit_uid", "district_id", "raumeinheit_id", "geo_gid"])
def test_codes_of_places_behind_the_figures_are_the_places(head: str) -> None:
    text = f"jahr;sorte;baeume;{head}\n2020;Buche;5;17_B\n2021;Eiche;6;17_B\n2020;Eiche;7;4_B\n2020;Eiche;8;17_B\n"
    assert {r[:5] for r in rows(text)} == {
        ("baeume, Buche", "17_B", "2020", "level", "5"),
        ("baeume, Eiche", "17_B", "2021", "level", "6"),
        ("baeume, Eiche", "4_B", "2020", "level", "7"),
        ("baeume, Eiche", "17_B", "2020", "level", "8"),
    }


@pytest.mark.parametrize("second", ["0", "9"])
def test_equal_figures_of_codes_of_two_places_are_no_one_figure(second: str) -> None:
    text = f"forest_zone;year;region_id;fires\nNorth;2010;25_A;0\nSouth;2010;25_A;4\nNorth;2010;3_A;{second}\n"
    with pytest.raises(QuestionError, match="region_id"):
        rows(text)


def test_words_below_a_header_that_calls_them_codes_tell_figures_apart() -> None:
    text = (
        "fault_code,year,place,faults\n"
        "Late arrival (art. 12),2020,Oslo,5\nLost goods (art. 14),2020,Oslo,5\nBroken seal (art. 3),2021,Oslo,7\n"
    )
    assert {(r[0], r[2], r[4]) for r in rows(text)} == {
        ("faults, Late arrival (art. 12)", "2020", "5"),
        ("faults, Lost goods (art. 14)", "2020", "5"),
        ("faults, Broken seal (art. 3)", "2021", "7"),
    }


ROWS = [
    ("A", 2001),
    ("A", 2004),
    ("B", 2002),
    ("B", 2007),
    ("C", 2001),
    ("C", 2009),
    ("D", 2004),
    ("D", 2002),
]


def table(years: int) -> str:
    """Return a table of which the words go with no place and no year; of places B..E and so many `years`."""
    full = [(p, 2001 + y) for p in "ABCD" for y in range(years)]
    lines = [
        f"{p}-land,{y},{('Lease', 'Freehold')[n % 2]},{n + 3}"
        for n, (p, y) in enumerate(ROWS if not years else full)
    ]
    return "\n".join(["region,year,zustand,plots", *lines, ""])


def test_words_of_some_rows_only_are_classes_where_they_go_with_no_place_and_no_year() -> None:
    assert {r[0] for r in rows(table(0))} == {"plots, Lease", "plots, Freehold"}


def test_words_of_a_full_panel_may_be_anything() -> None:
    with pytest.raises(QuestionError, match="zustand"):
        rows(table(3))
