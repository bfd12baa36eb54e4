"""Means and percentiles of many numbers, with the intervals of their inputs."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.calc.contribution import rate_of
from cpstats.calc.interval import Interval
from cpstats.calc.revision import summary
from cpstats.calc.summary import mean, percentile

NUMBERS = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30)


@given(NUMBERS)
def test_percentiles_are_those_of_the_inclusive_method(numbers: list[float]) -> None:
    cuts = statistics.quantiles(numbers, n=100, method="inclusive")
    found = [Interval(x) for x in numbers]
    for percent in (10, 25, 50, 90):
        assert percentile(found, percent).value == pytest.approx(cuts[percent - 1], abs=1e-6)


def test_the_lowest_true_values_give_the_lowest_true_result() -> None:
    numbers = [Interval(1.0, 0.5, 1.5), Interval(4.0, 3.5, 4.5), Interval(2.0, 1.9, 2.1)]
    made = percentile(numbers, 50)
    assert (made.value, made.low, made.high) == (2.0, pytest.approx(1.9), pytest.approx(2.1))
    of_all = mean(numbers)
    assert of_all.low == pytest.approx((0.5 + 3.5 + 1.9) / 3)
    assert of_all.high == pytest.approx((1.5 + 4.5 + 2.1) / 3)


def test_an_open_interval_leaves_the_result_open() -> None:
    made = mean([Interval(1.0, 0.5, None), Interval(2.0, 1.5, 2.5)])
    assert (made.low, made.high) == (pytest.approx(1.0), None)


@pytest.mark.parametrize(
    ("numbers", "weights"), [([], []), ([1.0], [0.0]), ([1.0, 2.0], [1.0, -1.0])]
)
def test_nothing_has_no_mean(numbers: list[float], weights: list[float]) -> None:
    with pytest.raises(ValueError, match="no number to take the mean of"):
        mean([Interval(x) for x in numbers], weights)


def test_weights_may_be_parts_of_one() -> None:
    assert mean([Interval(2.0), Interval(5.0)], [0.25, 0.75]).value == pytest.approx(4.25)


def test_a_contribution_in_per_cent_of_the_growth_of_the_whole() -> None:
    assert rate_of(Interval(1.2), Interval(6.0)).value == pytest.approx(20)  # 1.2 of 6 points


def test_the_size_of_revisions_has_the_ends_that_the_digits_leave() -> None:
    nought = [Interval(0.0, 0.0, 0.0)] * 5
    last = [Interval(1, 0.5, 1.5), Interval(-1.5, -2, -1), Interval(1, -1, 3), Interval(2, 2, 2)]
    found = summary(nought, [*last, Interval(0.5, 0.2, 0.8)], points=True)
    # sizes: 0.5 to 1.5, 1 to 2, 0 to 3, 2, 0.2 to 0.8
    assert (found.absolute.value, found.absolute.low, found.absolute.high) == pytest.approx(
        (6 / 5, 3.7 / 5, 9.3 / 5)
    )
    # the squares add up to 0.25 + 1 + 0 + 4 + 0.04, and to 2.25 + 4 + 9 + 4 + 0.64
    ends = found.root_mean_square
    assert (ends.low, ends.high) == pytest.approx(((5.29 / 5) ** 0.5, (19.89 / 5) ** 0.5))
