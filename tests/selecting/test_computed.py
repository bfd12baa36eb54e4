"""Figures become computed figures: value, interval, and everything that travels with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cpstats.model.figure import Figure
from cpstats.selecting.computed import (
    average_of_levels,
    average_of_rates,
    empty,
    gap_of,
    missing,
    one_more,
    ratio_of,
    share_of,
    shown,
)


def figure(value: float | None, half: float = 0.05, **given: object) -> Figure:
    ends = {} if value is None else {"low": value - half, "high": value + half}
    cell = {"indicator": "gdp", "ref_area": "A", "time_period": "2024", "decimals": 1}
    return Figure(value=value, **(cell | ends | given))


LEVEL = figure(1811.9, source="s1", vintage="first", unit="亿元", price_basis="current")
WHOLE = figure(49843.1, source="s2", vintage="first", unit="亿元", ref_area="B")


def test_a_share_carries_sources_vintages_and_formula() -> None:
    made = share_of(LEVEL, WHOLE)
    assert made.value == pytest.approx(100 * 1811.9 / 49843.1)
    assert made.low == pytest.approx(100 * 1811.85 / 49843.15)
    assert made.high == pytest.approx(100 * 1811.95 / 49843.05)
    assert (made.ref_area, made.counterpart_area) == ("A", "B")
    assert (made.measure, made.method, made.unit) == ("share", "quotient", "%")
    assert (made.source, made.vintage) == ("s1|s2", "first")
    assert made.formula is not None
    assert made.formula.en == "1811.9 / 49843.1 × 100"
    assert made.inputs == (LEVEL, WHOLE)


def test_a_ratio_is_how_many_times_the_other() -> None:
    made = ratio_of(WHOLE, LEVEL)
    assert made.value == pytest.approx(27.5087, abs=1e-4)
    assert (made.measure, made.unit) == ("ratio", "倍")


def test_a_gap_has_both_intervals() -> None:
    # DATA.md: 6.2 [6.15, 6.25] − 4.86 [4.81, 4.91] = 1.34 [1.24, 1.44]
    made = gap_of(
        figure(6.2, time_period="2021/2025"),
        figure(4.86, ref_area="B", n=4, base_period="2020", decimals=2),
        measure="average_growth_gap",
        basis="constant",
        period="2021/2024",
    )
    assert [made.value, made.low, made.high] == pytest.approx([1.34, 1.24, 1.44])
    assert (made.time_period, made.n, made.base_period) == ("2021/2024", 4, "2020")
    assert (made.price_basis, made.unit) == ("constant", "百分点")
    assert made.decimals == 2  # of two published numbers those of the finer


def test_a_gap_that_may_be_0_touches_zero() -> None:
    # 8.5 − 8.4, each ± 0.05
    made = gap_of(figure(8.5), figure(8.4, ref_area="B"), measure="growth_gap", basis="")
    assert made.touches_zero
    assert not gap_of(figure(8.5), figure(8.2), measure="growth_gap", basis="").touches_zero


@pytest.mark.parametrize("make", [share_of, ratio_of])
@pytest.mark.parametrize(
    ("part", "whole", "reason"),
    [
        (figure(None), WHOLE, "missing_current"),
        (figure(None, reason="mixed_vintage"), WHOLE, "mixed_vintage"),
        (LEVEL, figure(None, reason="bound_only"), "bound_only"),
        (replace(LEVEL, bound="lower"), WHOLE, "bound_only"),
        (LEVEL, replace(WHOLE, bound="approx"), "bound_only"),
        (LEVEL, replace(WHOLE, unit="万元"), "unit_mismatch"),
    ],
)
def test_what_cannot_be_divided_is_empty_and_says_why(
    make: object, part: Figure, whole: Figure, reason: str
) -> None:
    assert missing(part, whole) == reason
    made = make(part, whole)  # type: ignore[operator]
    assert (made.value, made.low, made.high, made.reason) == (None, None, None, reason)
    assert made.formula is None


def test_rates_are_chained_with_their_intervals() -> None:
    # DATA.md: 8.5, 0.7, 5.2, 5.2 average 4.863 [4.813, 4.913]
    rates = [
        figure(rate, time_period=str(year), source=source)
        for rate, year, source in (
            (8.5, 2021, "a"),
            (0.7, 2022, "b"),
            (5.2, 2023, "b"),
            (5.2, 2024, "c"),
        )
    ]
    made = average_of_rates(rates, base="2020", period="2021/2024", basis="constant")
    assert [made.value, made.low, made.high] == pytest.approx([4.863, 4.813, 4.913], abs=5e-4)
    assert (made.n, made.base_period, made.method) == (4, "2020", "chained")
    assert made.source == "a|b|c"
    assert made.formula is not None
    assert made.formula.en.endswith("^(1/4) − 1) × 100")


def test_levels_give_average_growth_a_year() -> None:
    # DATA.md: Beijing 2020→2024 (49670.2 / 38503.6)^(1/4) = 6.5734 %
    base = figure(38503.6, time_period="2020", price_basis="current")
    end = figure(49670.2, price_basis="current")
    made = average_of_levels(base, end, n=4, period="2021/2024")
    assert made.value == pytest.approx(6.5734, abs=5e-5)
    assert made.low == pytest.approx(6.57329, abs=1e-5)
    assert made.high == pytest.approx(6.57342, abs=1e-5)
    assert (made.n, made.base_period, made.price_basis) == (4, "2020", "current")


def test_levels_at_the_prices_of_a_base_year_give_real_growth() -> None:
    base = figure(100, price_basis="constant:2015", time_period="2020")
    end = figure(110, price_basis="constant:2015")
    assert average_of_levels(base, end, n=1, period="2024").price_basis == "constant"


@pytest.mark.parametrize(("base", "end"), [(0.0, 5.0), (-3.0, 5.0), (5.0, -3.0), (5.0, 0.0)])
def test_across_zero_there_is_no_growth_a_year(base: float, end: float) -> None:
    made = average_of_levels(figure(base), figure(end), n=2, period="2023/2024")
    assert (made.value, made.reason) == (None, "base_nonpositive")
    assert len(made.inputs) == 2


def test_a_part_of_a_year_is_no_count_of_years() -> None:
    made = average_of_levels(figure(100), figure(110), n=1.5, period="2024")
    assert made.n is None
    assert made.value == pytest.approx(100 * (1.1 ** (1 / 1.5) - 1))


@pytest.mark.parametrize(("decimals", "result"), [((0, 4), 1), ((1, 1), 2), ((4, 4), 2)])
def test_a_result_has_one_digit_more_than_its_coarsest_input_and_two_at_most(
    decimals: tuple[int, int], result: int
) -> None:
    assert one_more([figure(1, decimals=d) for d in decimals]) == result


def test_a_number_in_a_formula_has_the_digits_that_count() -> None:
    assert shown(figure(30320.0)) == "30320.0"
    assert shown(figure(-1.5)) == "(-1.5)"
    assert shown(figure(2267.0, decimals=0)) == "2267"
    assert shown(share_of(LEVEL, WHOLE)) == "3.6352"  # a computed input: two digits more


def test_an_empty_figure_keeps_what_there_is() -> None:
    made = empty("mixed_vintage", [LEVEL], indicator="gdp", ref_area="A", time_period="2024")
    assert (made.value, made.reason, made.inputs) == (None, "mixed_vintage", (LEVEL,))
    assert made.source == ""
