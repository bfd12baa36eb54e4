"""What a calculation on a few numbers refuses, and the edge cases of the methods."""

from __future__ import annotations

import math

import pytest

from cpstats.calc.aggregate import per_head, total, weighted_rate
from cpstats.calc.convergence import beta, sigma, variation
from cpstats.calc.cumulated import single_periods
from cpstats.calc.cumulative_growth import cumulative_growth
from cpstats.calc.deflator import implicit_deflator, real_growth
from cpstats.calc.doubling import doubling_time
from cpstats.calc.elasticity import elasticity
from cpstats.calc.interval import Interval
from cpstats.calc.revision import revision_of, turn
from cpstats.calc.target import progress, required_growth, still_required, times_doubled
from cpstats.calc.trend_growth import least_squares_growth


@pytest.mark.parametrize(
    ("base", "levels"), [(0.0, [1.0]), (-1.0, [1.0]), (1.0, []), (1.0, [-3.0])]
)
def test_the_cumulative_method_needs_positive_figures(base: float, levels: list[float]) -> None:
    with pytest.raises(ValueError, match="positive figures of every year"):
        cumulative_growth(Interval(base), [Interval(x) for x in levels])


def test_a_trend_needs_two_positive_levels() -> None:
    for levels in ({2000: 1.0}, {2000: 1.0, 2001: 0.0}):
        with pytest.raises(ValueError, match="a trend needs two years"):
            least_squares_growth(levels)


@pytest.mark.parametrize(("of", "to"), [(1.0, 0.4), (1.0, -0.4), (-1.0, 5.0), (3.0, -2.0)])
def test_an_elasticity_that_says_nothing_is_none(of: float, to: float) -> None:
    assert elasticity(Interval(of), Interval(to)) is None


def test_two_rates_that_both_fall_have_an_elasticity() -> None:
    made = elasticity(Interval(-1.0), Interval(-2.0))
    assert made is not None
    assert made.value == 0.5


def test_chinas_deflator() -> None:
    # METHODS, section 13: 111.128 over 109.399 is +1.580 %
    growth = 111.128 / 109.399 - 1
    assert growth * 100 == pytest.approx(1.580, abs=0.001)
    assert real_growth(Interval(7.787), Interval(1.590)).value == pytest.approx(6.1, abs=0.001)
    assert implicit_deflator(Interval(200.0), Interval(100.0)).value == 200


def test_january_and_february_together_tell_neither() -> None:
    year = {2: Interval(10.0), 3: Interval(16.0)}
    assert single_periods(year, first_together=2)[2] is None
    found = single_periods(year, first_together=2)[3]
    assert found is not None
    assert found.value == 6


def test_five_places_are_the_fewest_for_convergence() -> None:
    with pytest.raises(ValueError, match="5 places at least"):
        sigma([1.0, 2.0, 3.0, 4.0])
    with pytest.raises(ValueError, match="positive levels"):
        variation([1.0, 2.0, 3.0, 4.0, 0.0])


def test_poor_places_that_catch_up_have_a_speed() -> None:
    start = {p: 100.0 * 2**k for k, p in enumerate("abcde")}
    # ln y halves its distance in ten years: b·T = −½, λ = ln 2 / 10
    end = {p: math.sqrt(y * 400) * 1.2 for p, y in start.items()}
    made = beta(start, end, years=10)
    assert made.slope == pytest.approx(-0.05)
    assert made.speed == pytest.approx(math.log(2) / 10 * 100)
    assert (made.years, made.places) == (10, 5)


def test_places_that_start_alike_have_no_slope() -> None:
    same = dict.fromkeys("abcde", 100.0)
    with pytest.raises(ValueError, match="start at one level"):
        beta(same, same, years=1)


def test_nothing_doubles_at_zero_or_less() -> None:
    assert doubling_time(0.0) is None
    assert doubling_time(-1.0) is None


def test_doubling_n_times_is_a_power_of_two() -> None:
    assert [times_doubled(n) for n in (1, 2, 3)] == [2.0, 4.0, 8.0]  # 翻一番, 翻两番, 翻三番


def test_a_goal_may_be_below_one() -> None:
    # 0.25 to 0.81 in two years: 0.9 / 0.5 = 1.8
    assert required_growth(Interval(0.25), Interval(0.81), 2).value == pytest.approx(80)
    assert required_growth(Interval(1.0), Interval(1.21), 0.5).value == pytest.approx(46.41)
    for now, goal in ((0.0, 1.0), (1.0, 0.0)):
        with pytest.raises(ValueError, match="a goal needs"):
            required_growth(Interval(now), Interval(goal), 2)


def test_a_goal_needs_years_and_positive_levels() -> None:
    with pytest.raises(ValueError, match="a goal needs"):
        required_growth(Interval(1.0), Interval(2.0), 0)
    with pytest.raises(ValueError, match="the goal is where it started"):
        progress(Interval(1.0), Interval(1.0), Interval(1.0))
    with pytest.raises(ValueError, match="no year is left"):
        still_required(5.0, 1, [Interval(4.0)])


def test_a_sum_without_one_part_is_empty_unless_coverage_is_said() -> None:
    parts = {"a": Interval(1.0), "b": Interval(2.0), "c": None}
    assert total(parts).number is None
    made = total(parts, partial=True)
    assert made.number is not None
    assert (made.number.value, made.have, made.parts, made.missing) == (3.0, 2, 3, ("c",))
    assert not made.complete


@pytest.mark.parametrize(("weight", "given"), [(1.0, True), (1.6, False)])
def test_a_mean_may_lack_a_third_of_the_weight(weight: float, *, given: bool) -> None:
    rates = {"a": Interval(6.0), "b": Interval(3.0), "c": None}
    made = weighted_rate(rates, {"a": 1.0, "b": 1.0, "c": weight})  # 1/3, or 1.6/3.6, is missing
    assert (made.number is not None) is given
    if made.number is not None:
        assert made.number.value == 4.5


def test_a_place_without_a_weight_leaves_no_mean() -> None:
    assert weighted_rate({"a": Interval(6.0), "b": None}, {"a": 1.0}).number is None


def test_the_mean_population_is_that_of_two_year_ends() -> None:
    assert per_head(Interval(300.0), Interval(10.0), Interval(20.0)).value == 20


def test_a_revision_is_in_per_cent_of_the_older_figure() -> None:
    # METHODS, section 21: Beijing 2017
    assert revision_of(Interval(31325.9), Interval(28014.94)).value == pytest.approx(
        11.82, abs=0.005
    )


@pytest.mark.parametrize(
    ("before", "now", "word"),
    [
        (-2, 3, "扭亏为盈"),
        (3, -2, "由盈转亏"),
        (-4, -1, "减亏"),
        (-1, -4, "增亏"),
        (1, 2, ""),
        (-1, -1, ""),
        (-0.5, 0.5, "扭亏为盈"),
        (0.5, -0.5, "由盈转亏"),
        (1.5, 0.5, ""),
        (0, 0.5, ""),
        (0, -0.5, ""),
        (0.5, 0, ""),
    ],
)
def test_what_happened_across_zero(before: float, now: float, word: str) -> None:
    assert turn(before, now) == word
