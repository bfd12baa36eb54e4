"""What must hold for any figures at all."""

from __future__ import annotations

import itertools
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from cpstats.calc.average_growth import average_of, average_of_rates
from cpstats.calc.contribution import points_of, points_of_levels, rate_of
from cpstats.calc.cumulated import cumulated_periods, single_periods
from cpstats.calc.cumulative_growth import cumulative_growth
from cpstats.calc.deflator import deflated_of, implicit_deflator, real_growth
from cpstats.calc.doubling import doubling_time, half_life
from cpstats.calc.gap import gap_of, ratio_of, relative_gap_of
from cpstats.calc.growth import annualised_of, growth_of
from cpstats.calc.index import chain, rebased_of
from cpstats.calc.interval import Interval
from cpstats.calc.location_quotient import location_quotient_of
from cpstats.calc.share import share_of
from cpstats.calc.target import progress, required_growth, still_required
from cpstats.calc.trend_growth import exponential_growth, least_squares_growth

LEVELS = st.integers(10, 10**7).map(lambda n: n / 10)
RATES = st.integers(-200, 400).map(lambda n: n / 10)
INSIDE = st.floats(-1, 1)


def printed(value: float) -> Interval:
    """A figure printed with one decimal."""
    return Interval(value, value - 0.05, value + 0.05)


@given(st.lists(st.tuples(LEVELS, INSIDE), min_size=4, max_size=4))
def test_every_formula_holds_the_value_of_numbers_that_print_the_same(
    drawn: list[tuple[float, float]],
) -> None:
    figures = [printed(value + 1) for value, _ in drawn]
    true = [value + 1 + 0.0499 * offset for value, offset in drawn]
    formulas = [
        (growth_of, 2),
        (gap_of, 2),
        (relative_gap_of, 2),
        (ratio_of, 2),
        (share_of, 2),
        (rebased_of, 2),
        (points_of, 2),
        (points_of_levels, 3),
        (rate_of, 2),
        (location_quotient_of, 4),
        (implicit_deflator, 2),
        (deflated_of, 2),
        (lambda a, b: average_of(a, b, 5), 2),
        (lambda a, b: annualised_of(a, b, 4), 2),
    ]
    for formula, count in formulas:
        made = formula(*figures[:count])  # type: ignore[operator]
        assert made.contains(formula(*true[:count]))  # type: ignore[operator]


@given(st.lists(st.tuples(RATES, INSIDE), min_size=1, max_size=8))
def test_chained_rates_hold_the_true_average(drawn: list[tuple[float, float]]) -> None:
    made = average_of_rates([printed(r) for r, _ in drawn])
    true = average_of_rates([Interval(r + 0.0499 * o) for r, o in drawn])
    assert made.contains(true.value)


@given(st.lists(LEVELS, min_size=12, max_size=12), st.sampled_from([4, 12]))
def test_cumulating_and_taking_apart_are_inverse(levels: list[float], steps: int) -> None:
    single = {n: Interval(levels[n - 1]) for n in range(1, steps + 1)}
    total = {n: x for n, x in cumulated_periods(single).items() if x is not None}
    again = single_periods(total)
    for n, x in single.items():
        found = again[n]
        assert found is not None
        assert isclose(found.value, x.value, rel_tol=1e-9, abs_tol=1e-6)


@given(LEVELS, st.lists(LEVELS, min_size=1, max_size=10))
def test_the_cumulative_method_leads_to_the_same_sum(base: float, levels: list[float]) -> None:
    g = cumulative_growth(Interval(base), [Interval(x) for x in levels]).value / 100
    path = sum((1 + g) ** k for k in range(1, len(levels) + 1))
    assert isclose(path, sum(levels) / base, rel_tol=1e-9)


@given(LEVELS, st.integers(-90, 300).map(lambda n: n / 1000), st.integers(2, 12))
def test_every_method_agrees_on_a_steady_series(base: float, g: float, n: int) -> None:
    levels = [base * (1 + g) ** k for k in range(n + 1)]
    by_year = {2000 + k: x for k, x in enumerate(levels)}
    geometric = average_of(Interval(levels[0]), Interval(levels[-1]), n).value
    cumulative = cumulative_growth(Interval(levels[0]), [Interval(x) for x in levels[1:]]).value
    assert isclose(geometric, g * 100, abs_tol=1e-6)
    assert isclose(cumulative, g * 100, abs_tol=1e-6)
    assert isclose(least_squares_growth(by_year), g * 100, abs_tol=1e-6)
    from math import log

    assert isclose(exponential_growth(by_year), 100 * log(1 + g), abs_tol=1e-6)


@given(LEVELS, LEVELS, st.sampled_from([1e-4, 1e4, 1e8]))
def test_ratios_do_not_know_the_unit(a: float, b: float, factor: float) -> None:
    for formula in (growth_of, share_of, ratio_of, relative_gap_of, rebased_of):
        here, there = formula(a, b), formula(a * factor, b * factor)
        assert isclose(here, there, rel_tol=1e-9, abs_tol=1e-9)


@given(st.lists(st.integers(800, 1300).map(lambda n: n / 10), min_size=1, max_size=20))
def test_a_chain_leads_back_to_its_links(links: list[float]) -> None:
    index = [100.0, *(i.value for i in chain([Interval(x) for x in links]))]
    again = [b / a * 100 for a, b in itertools.pairwise(index)]
    assert all(isclose(x, y, rel_tol=1e-9) for x, y in zip(links, again, strict=True))


@given(RATES, RATES)
def test_real_and_prices_make_nominal(nominal: float, prices: float) -> None:
    real = real_growth(Interval(nominal), Interval(prices)).value
    assert isclose((1 + real / 100) * (1 + prices / 100), 1 + nominal / 100, rel_tol=1e-9)


@given(LEVELS, st.integers(1, 300).map(lambda n: n / 10), st.integers(1, 15))
def test_the_needed_growth_reaches_the_goal(now: float, g: float, years: int) -> None:
    goal = now * (1 + g / 100) ** years
    assert isclose(required_growth(Interval(now), Interval(goal), years).value, g, abs_tol=1e-6)
    assert isclose(progress(Interval(now), Interval(goal), Interval(goal)).value, 100)


@given(RATES, st.lists(RATES, min_size=1, max_size=4))
def test_what_is_still_required_makes_the_average(goal: float, done: list[float]) -> None:
    left = 3
    more = still_required(goal, len(done) + left, [Interval(r) for r in done]).value
    whole = average_of_rates([Interval(r) for r in [*done, *[more] * left]]).value
    assert isclose(whole, goal, abs_tol=1e-6)


@given(st.integers(1, 500).map(lambda n: n / 10))
def test_after_the_doubling_time_it_is_twice(g: float) -> None:
    years = doubling_time(g)
    assert years is not None
    assert isclose((1 + g / 100) ** years, 2)
    shrink = half_life(-g)
    assert shrink is not None
    assert isclose((1 - g / 100) ** shrink, 0.5)


def test_of_months_that_came_together_none_is_known_alone() -> None:
    year = {n: Interval(float(x)) for n, x in enumerate((4, 9, 15), start=1)}
    found = single_periods(year, first_together=2)
    assert (found[1], found[2]) == (None, None)
    assert found[3] is not None
    assert found[3].value == 6
