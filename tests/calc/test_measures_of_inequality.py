"""The measures of inequality against figures that others publish, and their intervals against a search."""

from __future__ import annotations

from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import cpstats
from cpstats.calc.moran import chance_of
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS = Path(__file__).parents[1] / "data" / "vectors"
INCOMES = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]  # R package ineq
MEASURES: dict[str, Callable[..., Any]] = {
    "gini": cpstats.gini,
    "T": cpstats.theil,
    "L": partial(cpstats.theil, form="L"),
    "half": cpstats.atkinson,
    "one": partial(cpstats.atkinson, epsilon=1),
    "two": partial(cpstats.atkinson, epsilon=2),
    "hoover": cpstats.hoover,
    "variation": cpstats.variation,
    "sigma": partial(cpstats.variation, logarithms=True),
    "top": cpstats.top_share,
    "ratio": cpstats.percentile_ratio,
}


def frame(*values: float, **more: Any) -> pd.DataFrame:
    """Return one period of places a, b, c …"""
    places = [chr(97 + k) for k in range(len(values))]
    return pd.DataFrame({"place": places, "time_period": "2024", "obs_value": values, **more})


def of(measure: Callable[..., Any], table: pd.DataFrame, **given: Any) -> Any:
    """Return the only row that a measure gives."""
    return measure(table, by=["place"], over="place", **given).iloc[0]


@pytest.fixture(scope="module")
def mexico() -> pd.DataFrame:
    return pd.read_csv(VECTORS / "mexico.csv")


@pytest.mark.parametrize(
    ("name", "published"),
    [("gini", 0.4620911), ("half", 0.1796591), ("one", 0.3518251)],
)
def test_the_measures_of_the_r_package_ineq_come_out(name: str, published: float) -> None:
    assert of(MEASURES[name], frame(*INCOMES)).value == pytest.approx(published, abs=5e-8)


def test_theils_t_of_the_mexican_states_is_what_pysal_tests(mexico: pd.DataFrame) -> None:
    made = cpstats.theil(mexico, by=["place"], over="place", group="group")
    # inequality/tests/test_theil.py of PySAL: T, and what of it is between the regions
    total = [0.20894344, 0.15222451, 0.10472941, 0.10194725, 0.09560113, 0.10511256, 0.10660832]
    regions = [0.0345889, 0.02816853, 0.05260921, 0.05931219, 0.03205257, 0.02963731, 0.03635872]
    assert made.value.tolist() == pytest.approx(total, abs=5e-9)
    assert made.between.tolist() == pytest.approx(regions, abs=5e-9)
    assert (made.between + made.within).tolist() == pytest.approx(made.value.tolist(), abs=1e-12)


def test_morans_i_of_st_louis_is_what_pysal_tests() -> None:
    counties = pd.read_csv(VECTORS / "st_louis.csv").assign(time_period=1993)
    beside = pd.read_csv(VECTORS / "st_louis_neighbours.csv")
    made = cpstats.moran(counties, beside, by=["place"], over="place").iloc[0]
    assert made.value == pytest.approx(0.24365582621771659, abs=1e-12)  # esda/tests/test_moran.py
    assert chance_of(made.z) == pytest.approx(0.00027147862770937614, abs=1e-12)
    assert made.expected == pytest.approx(-1 / 77)


def test_the_regional_example_of_hoover_is_made_of_shares_of_product_and_people() -> None:
    # half the sum of |share of product − share of people|: two places of 60 and 40 % of product,
    # 30 and 70 % of people, are 30 points apart
    table = frame(60 / 30, 40 / 70, people=[30, 70])
    assert of(cpstats.hoover, table, weight="people").value == pytest.approx(0.3)


@pytest.mark.parametrize("name", MEASURES)
def test_a_weight_of_three_is_three_places(name: str) -> None:
    """One implementation beside another: a weighted place, and the same place three times."""
    weighted = of(MEASURES[name], frame(3, 8, 20, people=[3, 1, 2]), weight="people").value
    plain = of(MEASURES[name], frame(3, 3, 3, 8, 20, 20, people=1), weight="people").value
    assert weighted == pytest.approx(plain, abs=1e-12)


@pytest.mark.parametrize("name", MEASURES)
def test_equal_places_are_not_unequal(name: str) -> None:
    equal = {"top": 20.0, "ratio": 1.0}.get(name, 0.0)
    assert of(MEASURES[name], frame(5, 5, 5, 5)).value == pytest.approx(equal, abs=1e-12)


@pytest.mark.parametrize("name", MEASURES)
def test_the_interval_is_that_of_all_figures_that_print_alike(name: str) -> None:
    fields = [(31, 44, 52, 97), (7, 9, 12, 12), (10, 11, 60, 61)]
    corners = list(product((-0.5, 0.0, 0.5), repeat=4))
    printed = pd.concat(frame(*values).assign(corner=k) for k, values in enumerate(fields))
    every = pd.concat(
        frame(*(v + h for v, h in zip(values, corner, strict=True))).assign(
            corner=k * len(corners) + number
        )
        for k, values in enumerate(fields)
        for number, corner in enumerate(corners)
    )
    given: dict[str, Any] = {"by": ["corner", "place"], "over": "place"}
    tried = MEASURES[name](every, **given)
    tried["field"] = tried.corner // len(corners)
    true = tried.groupby("field").value.agg(["min", "max"])
    found = MEASURES[name](printed, decimals=0, **given)
    assert (found.low <= true["min"] + 1e-12).all()
    assert (found.high >= true["max"] - 1e-12).all()
    # and not much wider: with the parts as they stand it is a bound, not the lowest itself
    assert ((found.high - found.low) <= 1.5 * (true["max"] - true["min"])).all()


def test_without_digits_there_is_no_interval() -> None:
    found = of(cpstats.gini, frame(1, 2, 4))
    assert found[["low", "high"]].isna().all()


def test_a_member_that_may_be_nothing_leaves_the_end_open() -> None:
    """Of 0.4 and of 0.5, printed as whole numbers, nothing may be left: there is no logarithm or quotient."""
    found = of(MEASURES["L"], frame(0.4, 3, 5), decimals=0)
    assert found.value > 0
    assert found[["low", "high"]].isna().all()
    found = of(MEASURES["ratio"], frame(0.5, 0.5, 0.5, 2), decimals=0)
    assert found.low > 0
    assert pd.isna(found.high)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (frame(3.0), "too_few"),
        (frame(-1.0, 2.0, 3.0), "base_nonpositive"),
        (frame(0.0, 0.0), "base_nonpositive"),
        (frame(float("nan"), float("nan")), "missing_current"),
    ],
)
def test_what_cannot_be_measured_says_why(table: pd.DataFrame, reason: str) -> None:
    found = of(cpstats.gini, table)
    assert pd.isna(found.value)
    assert found.reason == reason


def test_zero_is_allowed_where_the_formula_has_no_logarithm_of_it() -> None:
    table = frame(0.0, 1.0, 2.0)
    assert of(cpstats.theil, table).value == pytest.approx(0.4620981)  # (2 ln 2) / 3
    assert of(cpstats.theil, table, form="L").reason == "base_nonpositive"
    assert of(cpstats.atkinson, table, epsilon=1).reason == "base_nonpositive"


def test_a_place_without_figure_or_weight_is_counted_and_left_out() -> None:
    table = frame(1, 2, 4, float("nan"), people=[1, 1, float("nan"), 1])
    found = of(cpstats.gini, table, weight="people")
    assert (found.n, found.members) == (2, 4)
    assert found.value == pytest.approx(1 / 6)  # of 1 and 2: |1 − 2| / (4 × 1.5)


def test_a_member_without_a_group_is_an_error() -> None:
    with pytest.raises(UsageError, match="a member has no group"):
        of(cpstats.theil, frame(1, 2, group=["x", None]), group="group")


def test_an_aversion_of_nothing_is_an_error() -> None:
    with pytest.raises(UsageError, match="aversion"):
        of(cpstats.atkinson, frame(1, 2), epsilon=0)


def test_the_rank_in_per_cent_knows_what_rounding_allows() -> None:
    made = cpstats.percentile_rank(frame(1, 2, 2, 9), by=["place"], over="place", decimals=0)
    assert made.value.tolist() == pytest.approx([0, 50, 50, 100])
    # 1 may be 1.5 and so may the 2s; the 9 is above all whatever the digits are
    assert made.low.tolist() == pytest.approx([0, 0, 0, 100])
    assert made.high.tolist() == pytest.approx([200 / 3, 200 / 3, 200 / 3, 100])


def test_weighted_percentiles_are_places() -> None:
    table = frame(1, 5, 9, people=[10, 80, 10])
    found = of(cpstats.percentile_ratio, table, weight="people", upper=95, lower=50)
    assert (found.upper, found.lower) == (9, 5)


@pytest.mark.parametrize("name", ["gini", "T", "ratio"])
def test_polars_and_duckdb_give_what_pandas_gives(name: str, mexico: pd.DataFrame) -> None:
    polars, duckdb = pytest.importorskip("polars"), pytest.importorskip("duckdb")
    given: dict[str, Any] = {"by": ["place"], "over": "place", "decimals": 0}
    mexico = mexico[mexico.time_period < 1960]
    here = MEASURES[name](mexico, **given)
    there = MEASURES[name](polars.from_dict(mexico.to_dict("list")), **given)
    base = MEASURES[name](duckdb.from_df(mexico), **given).df().sort_values("time_period")
    for column in ("value", "low", "high"):
        assert there[column].to_list() == pytest.approx(here[column].tolist(), abs=1e-12)
        assert base[column].tolist() == pytest.approx(here[column].tolist(), abs=1e-12)


def test_the_concentration_of_four_members() -> None:
    made = of(cpstats.herfindahl, frame(30, 30, 20, 20))  # 0.09 + 0.09 + 0.04 + 0.04
    assert made.value == pytest.approx(0.26)
    assert made.equal == pytest.approx(1 / 0.26)
    assert made.normalised == pytest.approx((0.26 - 1 / 4) / (1 - 1 / 4))


def test_a_lorenz_curve_ends_at_the_whole() -> None:
    made = cpstats.lorenz(
        frame(20, 5, 5, people=[1, 1, 2]), by=["place"], over="place", weight="people", decimals=0
    )
    assert made.below.tolist() == pytest.approx([25, 75, 100])
    assert made.value.tolist() == pytest.approx([100 / 7, 300 / 7, 100])
    assert made.low.iloc[-1] == pytest.approx(100)


def test_a_lorenz_curve_of_numbers_below_one_has_ends() -> None:
    made = cpstats.lorenz(frame(0.2, 0.3), by=["place"], over="place", decimals=1)
    # 0.15 of 0.15 + 0.35, and 0.25 of 0.25 + 0.25
    assert (made.low[0], made.high[0]) == pytest.approx((30, 50))
