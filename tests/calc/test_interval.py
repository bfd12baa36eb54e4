"""Intervals hold every result that the true numbers could give."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.calc.average_growth import average_of, average_of_rates
from cpstats.calc.gap import gap_of
from cpstats.calc.growth import growth_of
from cpstats.calc.interval import Interval, as_interval
from cpstats.calc.share import share_of

positive = st.floats(1, 1e9, allow_nan=False)
inside = st.floats(0, 1)


@st.composite
def printed(draw: st.DrawFn) -> tuple[Interval, float]:
    """A printed number and one of the true numbers that print the same."""
    value = draw(positive)
    half = draw(st.floats(1e-6, 0.4)) * value
    low, high = value - half, value + half
    true = low + draw(inside) * (high - low)
    return Interval(value, low, high), min(max(true, low), high)


@given(printed(), printed())
def test_growth_shares_and_gaps_hold_the_true_ones(
    a: tuple[Interval, float], b: tuple[Interval, float]
) -> None:
    (now, true_now), (before, true_before) = a, b
    assert growth_of(now, before).contains((true_now / true_before - 1) * 100)
    assert share_of(now, before).contains(true_now / true_before * 100)
    assert gap_of(now, before).contains(true_now - true_before)


@given(printed(), printed(), st.integers(1, 40))
def test_averages_hold_the_true_one(
    a: tuple[Interval, float], b: tuple[Interval, float], n: int
) -> None:
    (base, true_base), (end, true_end) = a, b
    exact = ((true_end / true_base) ** (1 / n) - 1) * 100
    found = average_of(base, end, n)
    assert found.low is not None
    assert found.low - 1e-9 * abs(exact) <= exact <= found.high + 1e-9 * abs(exact)


@given(st.lists(st.floats(-20, 30), min_size=1, max_size=10))
def test_chained_rates_lead_back_to_their_product(rates: list[float]) -> None:
    found = average_of_rates([Interval(r) for r in rates]).value
    product = 1.0
    for r in rates:
        product *= 1 + r / 100
    assert (1 + found / 100) ** len(rates) == pytest.approx(product)


@given(printed(), st.sampled_from([1e4, 1e8, 1e-4]))
def test_growth_does_not_know_the_unit(a: tuple[Interval, float], factor: float) -> None:
    number, _ = a
    base = Interval(number.value / 2, number.low / 2, number.high / 2)
    here = growth_of(number, base)
    there = growth_of(number * factor, base * factor)
    assert there.value == pytest.approx(here.value)
    assert there.low == pytest.approx(here.low)


def test_a_divisor_that_may_be_zero_leaves_the_ends_open() -> None:
    found = Interval(1.0, 0.9, 1.1) / Interval(0.1, -0.1, 0.3)
    assert (found.low, found.high) == (None, None)
    assert found.value == pytest.approx(10)


def test_an_end_that_is_not_known_stays_unknown() -> None:
    assert (Interval(1.0) + Interval(2.0, 1.9, 2.1)).low is None
    assert (Interval(1.0) * 2).high is None
    assert (as_interval(1.0) + 1).high == pytest.approx(2)


def ends(found: Interval) -> list[float | None]:
    return [None if e is None else round(e, 9) for e in (found.value, found.low, found.high)]


def test_an_inverse_exchanges_the_ends() -> None:
    two = Interval(2, 1, 4)
    assert ends(two**-1) == [0.5, 0.25, 1]
    assert ends(1 / two) == [0.5, 0.25, 1]
    assert ends(8 / two) == [4, 2, 8]
    assert ends(Interval(4, 1, 9) ** -0.5) == [0.5, 0.333333333, 1]
    assert ends(Interval(4, 1, 9) ** 0.5) == [2, 1, 3]
    assert ends(Interval(2, -1, 4) ** 0.5)[1:] == [None, 2]
    assert ends(Interval(2, 0, 4) ** -1) == [0.5, 0.25, None]
    assert ends(Interval(2, 0, 4) ** 0) == [1, 1, 1]


def test_operators_may_stand_the_other_way_round() -> None:
    two = Interval(2, 1, 4)
    assert ends(10 - two) == [8, 6, 9]
    assert ends(two - 10) == [-8, -9, -6]
    assert ends(10 + two) == ends(two + 10) == [12, 11, 14]
    assert ends(-3 * two) == ends(two * -3) == [-6, -12, -3]
    assert ends(two / -4) == [-0.5, -1, -0.25]


def test_every_operation_rounds_outward() -> None:
    a, b = as_interval(0.1), as_interval(0.3)
    for found in (a + b, a - b, a * b, a / b, b**0.5, b**-1):
        assert found.low is not None
        assert found.high is not None
        assert found.low < found.value < found.high
        assert found.high - found.low < 1e-15 * max(1, abs(found.value)) * 4
    # the double next to 1/3 lies below it, that next to 1/10 above it
    tenth_to_third = 1 / Interval(5, 3, 10)
    assert tenth_to_third.low is not None
    assert tenth_to_third.high is not None
    assert Fraction(tenth_to_third.low) <= Fraction(1, 10)
    assert Fraction(tenth_to_third.high) >= Fraction(1, 3)


def test_an_end_belongs_to_the_interval_and_a_divisor_that_touches_nothing_leaves_it_open() -> None:
    two = Interval(2, 1, 4)
    assert [two.contains(n) for n in (0.999, 1, 4, 4.001)] == [False, True, True, False]
    assert Interval(2, None, 4).contains(-1e9)
    assert Interval(2, 1).contains(1e9)
    for divisor in (Interval(2, 0, 4), Interval(-2, -4, 0), Interval(2, -1, 4)):
        assert ends(1 / divisor)[1:] == [None, None]
    assert ends(two / Interval(-2, -4, -1)) == [-1, -4, -0.25]
    assert ends(two + Interval(1, None, 2)) == [3, None, 6]
    assert ends(two * Interval(1, 0.5)) == [2, None, None]
    assert ends(-Interval(1, None, 2)) == [-1, -2, None]
