from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.claims.judging.editions import are_known, is_about_something_else, is_slip
from cpstats.model.figure import Figure
from cpstats.model.indicator import Indicator

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue

SOON, LATE = date(2023, 3, 1), date(2026, 3, 1)


def figure(value: float, **given: Any) -> Figure:
    made = {"indicator": "gdp", "time_period": "2022", "unit": "亿元", "vintage": "first"} | given
    return Figure(ref_area="110114", value=value, **made)


def test_a_text_of_its_time_can_only_have_quoted_the_first_figure(catalogue: Catalogue) -> None:
    assert are_known([figure(1340.8)], 1400.0, catalogue, SOON)
    assert not are_known([figure(1340.8)], 1400.0, catalogue, LATE)
    assert not are_known([figure(1340.8)], 1400.0, catalogue, None)


def test_what_is_said_of_last_year_may_be_its_final_figure(catalogue: Catalogue) -> None:
    # the bulletin of 2023 speaks of 2022 as well, whose final figure was out since December
    assert are_known([figure(1340.8)], 1400.0, catalogue, date(2023, 12, 22))
    assert not are_known([figure(1340.8)], 1400.0, catalogue, date(2024, 1, 21))


def test_an_own_table_stands_as_it_is_unless_it_goes_on_long_after_the_text(
    catalogue: Catalogue,
) -> None:
    own = figure(9.94, unit="%", measure="growth", vintage="", given=1)
    close, years_on = date(2024, 6, 30), date(2030, 12, 31)
    assert are_known([own], 8.1, catalogue, SOON, close)  # 15 months after the text
    assert not are_known([own], 8.1, catalogue, SOON, years_on)
    assert are_known([own], 5.9, catalogue, SOON, years_on)  # by 4.04 points no growth was revised
    assert are_known([own], 8.1, catalogue, None, years_on)  # nobody knows when it was written
    assert not are_known([own], 8.1, catalogue, None, years_on, spoken=SOON)
    level = replace(own, unit="亿元", measure="level")
    assert are_known([level], 8.1, catalogue, None, years_on, spoken=SOON)
    assert not are_known([replace(own, unit="亿元")], 8.1, catalogue, SOON, years_on)


def test_first_and_later_figures_together_refute(catalogue: Catalogue) -> None:
    both = [figure(1340.8), figure(1400.0, vintage="census5")]
    assert are_known(both, 1600.0, catalogue, LATE)
    assert not are_known(both[1:], 1340.8, catalogue, SOON)


def test_no_revision_is_so_large(catalogue: Catalogue) -> None:
    # 40 % of 1340.8 is 536
    assert are_known([figure(1340.8)], 1900.0, catalogue, LATE)
    rate = figure(1.5, unit="%", measure="growth")
    assert not are_known([rate], 1.9, catalogue, LATE)
    assert are_known([rate], 2.1, catalogue, LATE)


def test_a_share_is_revised_with_its_levels(catalogue: Catalogue) -> None:
    # of China in 2023: 482589.0 / 1260582.1 is 38.3 % (announced), 475936.1 / 1294271.7 36.8 % (census of 2023)
    share = figure(36.8, unit="%", measure="share:gdp", vintage="census5")
    share = replace(share, inputs=(figure(475936.1, vintage="census5", source="nbs_national"),))
    assert not are_known([share], 38.3, catalogue, SOON)
    assert are_known([share], 46.8, catalogue, SOON)


@pytest.mark.parametrize("indicator", ["disposable_income", "unemployment", "pm25", "parks"])
def test_what_is_never_revised_is_always_known(indicator: str, catalogue: Catalogue) -> None:
    unit = catalogue.indicators[indicator].unit
    assert are_known([figure(40.0, indicator=indicator, unit=unit)], 41.0, catalogue, LATE)


def test_population_is_revised_after_a_census(catalogue: Catalogue) -> None:
    found = figure(226.7, indicator="resident_population", unit="万人")
    assert not are_known([found], 216.6, catalogue, LATE)


def test_a_computed_figure_is_as_early_as_all_its_inputs(catalogue: Catalogue) -> None:
    early, late = figure(1340.8, source="table2022"), figure(1.0, vintage="census5", source="x")
    share = figure(3.2, unit="%", measure="share", inputs=(early, early))
    assert are_known([share], 3.4, catalogue, SOON)
    assert not are_known([figure(3.2, inputs=(early, late))], 3.4, catalogue, SOON)


@pytest.mark.parametrize(
    ("said", "elsewhere"),
    [(26.4, True), (181.2, False), (1911.9, False), (18119.0, False), (10000.0, True), (0.0, True)],
)
def test_a_seventieth_is_about_something_else_a_tenth_is_a_slip(
    said: float,
    elsewhere: bool,  # noqa: FBT001
) -> None:
    assert is_about_something_else([figure(1811.9)], said) is elsewhere


def test_rates_are_never_far_off() -> None:
    assert not is_about_something_else([figure(0.1, unit="%", measure="growth")], 9.0)


def test_a_change_is_as_unsure_as_the_levels_it_is_between(catalogue: Catalogue) -> None:
    # of Beijing 2017 first 2170.7 − 2172.9 = −2.2 were announced, after the census 2194 − 2195
    ends = [
        figure(v, indicator="resident_population", unit="万人", vintage="census7", source="nbs_pop")
        for v in (2194, 2195)
    ]
    change = replace(ends[0], value=-1.0, measure="change", inputs=tuple(ends))
    assert not are_known([change], -2.2, catalogue, SOON)


def test_a_census_moves_a_share_of_people_further_than_a_rate(catalogue: Catalogue) -> None:
    # China 2019: 60.60 % in the communiqué of 2019, 62.71 % in the yearbook after the census of 2020
    given = {"indicator": "urbanisation", "time_period": "2019", "unit": "%", "vintage": ""}
    undated = {"source": "renjiyi_panel"}  # as late as any
    share = figure(62.71, **given, **undated)
    assert not are_known([share], 60.60, catalogue, date(2021, 3, 1))
    assert are_known([share], 56.0, catalogue, date(2021, 3, 1))
    # Xinjiang 2019: 51.87 % in its communiqué of April 2020, 55.51 % after that census
    assert not are_known([figure(55.51, **given, **undated)], 51.87, catalogue, date(2020, 4, 2))
    assert are_known([share], 60.60, catalogue, date(2025, 3, 1))


def test_a_figure_with_the_other_sign_or_ten_times_it_is_a_slip() -> None:
    rate = figure(30.4, low=30.35, high=30.45, unit="%")
    assert is_slip([rate], -30.4)
    assert is_slip([rate], 304.0)
    assert not is_slip([rate], -29.4)


def test_of_what_only_an_own_table_names_nobody_says_that_it_is_never_revised(
    catalogue: Catalogue,
) -> None:
    ours = replace(
        catalogue,
        indicators={**catalogue.indicators, "Tea": Indicator("Tea", theme="own", unit="%")},
    )
    rate = figure(9.94, indicator="Tea", unit="%", measure="level", vintage="", given=1)
    assert are_known([rate], 8.1, ours, SOON, date(2024, 6, 30))  # a table of its time
    assert not are_known([rate], 8.1, ours, SOON, date(2030, 12, 31))
    assert are_known([rate], 5.9, ours, SOON, date(2030, 12, 31))
