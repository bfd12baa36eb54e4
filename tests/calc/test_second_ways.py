"""Each measure of regions against what others print, or against another implementation of it."""

from __future__ import annotations

from statistics import quantiles
from typing import Any

import numpy as np
import pandas as pd
import pytest

import cpstats
from cpstats.calc.convergence import beta, sigma
from cpstats.calc.revision import student

INCOMES = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]  # R package ineq, Ilocos


def frame(values: list[float], **more: Any) -> pd.DataFrame:
    names = [chr(97 + k) for k in range(len(values))]
    return pd.DataFrame({"place": names, "time_period": 2024, "obs_value": values, **more})


OF = {"by": ["place"], "over": "place"}


def test_a_location_quotient_is_that_of_the_r_package_reat() -> None:
    # locq(1714, 79006, 879213, 15593224), Farhauer and Kröll (2013): 0.3847623
    cells = [
        ("i", "j", 1714),
        ("all", "j", 79006),
        ("i", "land", 879213),
        ("all", "land", 15593224),
    ]
    table = pd.DataFrame(cells, columns=["branch", "place", "obs_value"]).assign(time_period=2013)
    made = cpstats.location_quotient(
        table, by=["branch", "place"], branch="branch", whole="all", over="place", benchmark="land"
    )
    assert made.value[0] == pytest.approx(0.3847623, abs=5e-8)


def test_four_firms_have_the_concentration_that_the_merger_guidelines_print() -> None:
    # 30, 30, 20 and 20 per cent: 2600 (Horizontal Merger Guidelines, 2010, section 5.3)
    made = cpstats.herfindahl(frame([30, 30, 20, 20]), **OF)
    assert made.value[0] * 10_000 == pytest.approx(2600)


def test_twice_the_area_above_the_lorenz_curve_is_the_gini_coefficient() -> None:
    made = cpstats.lorenz(frame([float(x) for x in INCOMES]), **OF)
    x, y = np.append(0, made.below), np.append(0, made.value)
    area = ((x[1:] - x[:-1]) * (y[1:] + y[:-1]) / 2).sum() / 10_000
    assert 1 - 2 * area == pytest.approx(0.4620911, abs=5e-8)  # as the package prints it


def test_variation_and_dispersion_are_those_of_numpy() -> None:
    table = frame([float(x) for x in INCOMES])
    made = cpstats.variation(table, **OF).value[0]
    assert made == pytest.approx(np.std(INCOMES) / np.mean(INCOMES))
    logs = cpstats.variation(table, **OF, logarithms=True).value[0]
    assert logs == pytest.approx(np.std(np.log(INCOMES)))
    assert sigma([float(x) for x in INCOMES]) == pytest.approx(logs)


def test_the_ratio_of_percentiles_is_that_of_the_inclusive_quantiles() -> None:
    tenths = quantiles(INCOMES, n=10, method="inclusive")
    made = cpstats.percentile_ratio(frame([float(x) for x in INCOMES]), **OF)
    assert made.value[0] == pytest.approx(tenths[8] / tenths[0])


def test_the_percentile_rank_counts_who_is_below() -> None:
    values = [13.0, 12.0, 11.0, 8.0, 4.0, 3.0, 2.0, 1.0, 1.0, 1.0]
    made = cpstats.percentile_rank(frame(values), **OF)
    wanted = (pd.Series(values).rank(method="average") - 1) / (len(values) - 1) * 100
    assert made.value.tolist() == pytest.approx(wanted.tolist())


def test_the_top_fifth_of_weighted_places_is_that_of_as_many_people() -> None:
    incomes, people = [10.0, 30.0, 20.0, 60.0], [4, 1, 3, 2]  # ten people, the top two have 60
    made = cpstats.top_share(frame(incomes, people=people), **OF, weight="people")
    each = np.sort(np.repeat(incomes, people))
    assert made.value[0] == pytest.approx(each[-2:].sum() / each.sum() * 100)


def test_the_speed_of_catching_up_is_that_of_a_least_squares_line() -> None:
    start = {"a": 10.0, "b": 14.0, "c": 20.0, "d": 33.0, "e": 50.0, "f": 61.0}
    end = {"a": 19.0, "b": 22.0, "c": 33.0, "d": 47.0, "e": 66.0, "f": 84.0}
    logs = np.log([*start.values()])
    growth = np.log(np.array([*end.values()]) / np.array([*start.values()])) / 10
    slope, _ = np.polyfit(logs, growth, 1)
    assert beta(start, end, years=10).speed == pytest.approx(-np.log(1 + slope * 10) / 10 * 100)
    # β −0.00464 over 20 years is a speed of 0.00487 (R package countryatlas, beta_convergence)
    assert -np.log(1 - 0.00464 * 20) / 20 == pytest.approx(0.00487, abs=5e-6)


@pytest.mark.parametrize(
    ("t", "freedom", "chance"), [(2.776, 4, 0.05), (2.228, 10, 0.05), (3.169, 10, 0.01)]
)
def test_the_chance_of_a_bias_is_that_of_the_tables_of_student(
    t: float, freedom: int, chance: float
) -> None:
    assert student(t, freedom) == pytest.approx(chance, abs=5e-5)


def test_moving_averages_are_those_of_pandas() -> None:
    levels = [10.0, 12.0, 11.0, 15.0, 14.0, 18.0]
    table = pd.DataFrame({"x": "a", "time_period": range(2015, 2021), "obs_value": levels})
    made = cpstats.moving_average(table, by=["x"], periods=3)
    wanted = pd.Series(levels).rolling(3).mean()
    assert made.value.tolist()[2:] == pytest.approx(wanted.tolist()[2:])


def test_a_converted_level_is_what_the_world_bank_prints() -> None:
    # China 2010, World Development Indicators of December 2013
    table = pd.DataFrame(
        {
            "x": ["China"],
            "time_period": [2010],
            "obs_value": [40151280000000.0],
            "ppp": [4.00051205161757],
        }
    )
    made = cpstats.convert(table, by=["x"], rate="ppp", decimals=0)
    assert made.value[0] == pytest.approx(10036535193979.8, rel=1e-14)
    assert made.low[0] < made.value[0] < made.high[0]
    assert (
        cpstats.convert(table.assign(ppp=0.0), by=["x"], rate="ppp").reason[0] == "base_nonpositive"
    )
    assert (
        cpstats.convert(table.assign(ppp=np.nan), by=["x"], rate="ppp").reason[0]
        == "missing_current"
    )
