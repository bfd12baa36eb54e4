"""Average growth of one place: chained rates (S7), or two levels of one release (S5)."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from cpstats.model.period import Period, annual, span
from cpstats.selecting.average import (
    average,
    chained,
    from_levels,
    published_averages,
    published_on,
    rates_for,
    usable_rates,
    window_of,
)
from cpstats.selecting.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.answers.conftest import Ask, Own

    from cpstats.model.figure import Figure

BEIJING, CHANGPING, CHINA = "110000", "110114", "100000"
HEADER = "indicator,ref_area,time_period,measure,obs_value\n"


def ends(first: int, last: int) -> tuple[Period, Period]:
    return annual(first), annual(last)


def own_average(text: str, own: Own, ask: Ask, first: int, last: int, *, basis: str = "") -> Figure:
    question = ask("x", places="X")
    figures = Figures.of(own(HEADER + text, builtin=False), question, ("x",))
    return average(figures, "x", "X", *ends(first, last), basis=basis)


@pytest.mark.parametrize(
    ("indicator", "area", "years", "n", "interval", "basis"),
    [
        ("gdp", BEIJING, (2020, 2024), 4, [4.863, 4.813, 4.913], "constant"),
        ("gdp", BEIJING, (2020, 2025), 5, [4.970, 4.920, 5.020], "constant"),
        ("gdp", CHINA, (2020, 2024), 4, [5.382, 5.332, 5.432], "constant"),
        ("disposable_income", BEIJING, (2021, 2024), 3, [4.43, 4.38, 4.48], "current"),
    ],
)
def test_published_rates_are_chained(
    indicator: str,
    area: str,
    years: tuple[int, int],
    n: int,
    interval: list[float],
    basis: str,
    figures: Callable[..., Figures],
) -> None:
    # the table of answers of DATA.md
    read = figures(indicator, places=area)
    made = average(read, indicator, area, *ends(*years))
    digits = 5e-4 if basis == "constant" else 5e-3
    assert [made.value, made.low, made.high] == pytest.approx(interval, abs=digits)
    assert (made.n, made.method, made.price_basis) == (n, "chained", basis)
    assert made.base_period == str(years[0])
    assert len(made.inputs) == n


@pytest.mark.parametrize(
    ("indicator", "area", "years", "basis", "absent"),
    [
        ("gdp", CHANGPING, (2020, 2024), "constant", ("2021", "2023", "2024")),
        ("budget_revenue", BEIJING, (2020, 2024), "current", ("2022",)),
    ],
)
def test_the_years_without_a_rate_are_named(
    indicator: str,
    area: str,
    years: tuple[int, int],
    basis: str,
    absent: tuple[str, ...],
    figures: Callable[..., Figures],
) -> None:
    # DATA.md: Changping: missing 2021, 2023, 2024; budget revenue, rates: missing 2022
    made = chained(figures(indicator, places=area), indicator, area, *ends(*years), basis)
    assert (made.value, made.reason, made.absent) == (None, "missing_current", absent)


def test_where_a_rate_is_missing_levels_of_one_series_answer(
    figures: Callable[..., Figures],
) -> None:
    read = figures("budget_revenue", places="beijing")
    made = average(read, "budget_revenue", BEIJING, *ends(2020, 2024))
    # DATA.md: 3.83 nominal from one series
    assert made.value == pytest.approx(3.83, abs=0.005)
    assert (made.method, made.price_basis, made.n) == ("geometric", "current", 4)
    assert len(made.sources) == 1
    real = average(read, "budget_revenue", BEIJING, *ends(2020, 2024), basis="real")
    assert (real.value, real.reason) == (None, "missing_current")


@pytest.mark.parametrize(
    ("years", "vintage", "value"),
    [
        ((2016, 2017), "", 10.1524),  # 31325.9 / 28438.7
        ((2016, 2017), "before-census4", 9.1386),  # 28014.94 / 25669.13
        ((2020, 2024), "", 6.5734),  # (49670.2 / 38503.6)^(1/4)
    ],
)
def test_levels_of_one_series_are_divided(
    years: tuple[int, int], vintage: str, value: float, figures: Callable[..., Figures]
) -> None:
    read = figures("gdp", places="beijing", vintage=vintage)
    made = average(read, "gdp", BEIJING, *ends(*years), basis="nominal")
    assert made.value == pytest.approx(value, abs=5e-5)
    assert (made.vintage, made.price_basis) == (vintage or "census5", "current")


def test_levels_of_two_releases_are_not_divided(figures: Callable[..., Figures]) -> None:
    # DATA.md, S5: “naming the best figure of each end”
    made = from_levels(figures("gdp", places="beijing"), "gdp", BEIJING, *ends(2020, 2025))
    assert (made.value, made.reason) == (None, "mixed_vintage")
    assert [(f.value, f.vintage) for f in made.inputs] == [
        (38503.6, "census5"),
        (52073.4, "first"),
    ]


@pytest.mark.parametrize(
    "years", list(combinations((1995, 2017, 2018, 2019, 2020, 2021, 2022, 2024), 2))
)
def test_no_two_years_of_changping_are_divided(
    years: tuple[int, int], figures: Callable[..., Figures]
) -> None:
    # DATA.md: Changping nominal, any two years (2006 is “about 215”); 2018→2019 would be +18.8 %
    made = from_levels(figures("gdp"), "gdp", CHANGPING, *ends(*years))
    assert (made.value, made.reason) == (None, "mixed_vintage")


def test_mixing_that_was_allowed_stays_in_the_figure(figures: Callable[..., Figures]) -> None:
    # DATA.md, S9, and “Changping 2018 → 2019 +18.8 %”: 1071.8 / 902.0
    read = figures("gdp", allow_mixed=True)
    made = average(read, "gdp", CHANGPING, *ends(2018, 2019), basis="nominal")
    assert made.value == pytest.approx(18.825, abs=0.001)
    assert made.reason == "mixed_vintage"
    two = from_levels(read, "gdp", CHANGPING, *ends(2022, 2024))
    assert (two.reason, two.sources) == ("mixed_vintage", ("table2022", "cp_jp"))


@pytest.mark.parametrize(
    ("years", "reason", "absent"),
    [
        ((2016, 2022), "missing_base", ("2016",)),
        ((2022, 2023), "missing_current", ("2023",)),
        ((2006, 2022), "bound_only", ()),  # 2006 is 215, about
    ],
)
def test_what_is_missing_is_named(
    years: tuple[int, int], reason: str, absent: tuple[str, ...], figures: Callable[..., Figures]
) -> None:
    made = from_levels(figures("gdp"), "gdp", CHANGPING, *ends(*years))
    assert (made.value, made.reason, made.absent) == (None, reason, absent)


def test_censuses_are_both_final(figures: Callable[..., Figures]) -> None:
    # DATA.md: 166.1 and 226.9, +3.17 % a year, both final
    base, end = Period.parse("2010-11"), Period.parse("2020-11")
    made = average(figures("resident_population"), "resident_population", CHANGPING, base, end)
    assert made.value == pytest.approx(3.17, abs=0.005)
    assert (made.n, [f.obs_status for f in made.inputs]) == (10, ["final", "final"])


def test_indices_are_chained_where_there_are_no_rates(own: Own, ask: Ask) -> None:
    # 1.05 × 1.03 = 1.0815, the root is 1.03995
    rows = "gdp,X,2021,index,105.0\ngdp,X,2022,index,103.0\n"
    figures = Figures.of(own(HEADER + rows), ask("gdp", places="X"), ("gdp",))
    made = average(figures, "gdp", "X", *ends(2020, 2022))
    assert made.value == pytest.approx(3.99519, abs=1e-5)
    assert made.method == "chained"


def test_rates_come_before_indices_and_both_fill_each_other(own: Own, ask: Ask) -> None:
    rows = "x,X,2021,growth,5.0\nx,X,2021,index,104.0\nx,X,2022,growth,3.0\nx,X,2023,index,102.0\n"
    read = Figures.of(own(HEADER + rows, builtin=False), ask("x", places="X"), ("x",))
    years = [annual(y) for y in (2021, 2022, 2023)]
    two = rates_for(read, "x", "X", "", years[:2])
    assert [two[p].value for p in years[:2]] == [5.0, 3.0]
    union = rates_for(read, "x", "X", "", years)
    assert [union[p].value for p in years] == pytest.approx([5.0, 3.0, 2.0])
    assert [union[p].measure for p in years] == ["growth", "growth", "growth"]
    assert rates_for(read, "x", "X", "", [*years, annual(2024)]) == {}


def test_bounds_and_forecasts_are_no_rates(own: Own, ask: Ask) -> None:
    rows = "x,X,2021,growth,5,lower,\nx,X,2022,growth,5,,forecast\nx,X,2023,growth,5,,\n"
    text = "indicator,ref_area,time_period,measure,obs_value,bound,obs_status\n" + rows
    read = Figures.of(own(text, builtin=False), ask("x", places="X"), ("x",))
    assert list(usable_rates(read.series("x", "X", "growth"))) == [annual(2023)]


def test_a_chain_with_a_bound_has_no_value(own: Own, ask: Ask) -> None:
    text = (
        "indicator,ref_area,time_period,measure,obs_value,bound\n"
        "x,X,2021,growth,5,lower\nx,X,2022,growth,5,\n"
    )
    read = Figures.of(own(text, builtin=False), ask("x", places="X"), ("x",))
    made = chained(read, "x", "X", *ends(2020, 2022), "")
    assert (made.value, made.reason) == (None, "bound_only")


def test_levels_at_constant_prices_give_real_growth(own: Own, ask: Ask) -> None:
    text = (
        "indicator,ref_area,time_period,price_basis,obs_value\n"
        "gdp,X,2020,constant:2015,100\ngdp,X,2022,constant:2015,121\n"
    )
    read = Figures.of(own(text), ask("gdp", places="X"), ("gdp",))
    made = average(read, "gdp", "X", *ends(2020, 2022))
    assert made.value == pytest.approx(10)  # 1.21 = 1.1²
    assert (made.price_basis, made.method) == ("constant", "geometric")


def test_a_base_of_nothing_has_no_growth(own: Own, ask: Ask) -> None:
    made = own_average("x,X,2020,level,-1\nx,X,2021,level,2\n", own, ask, 2020, 2021)
    assert (made.value, made.reason) == (None, "base_nonpositive")


def test_a_published_average_has_each_of_its_readings(figures: Callable[..., Figures]) -> None:
    # DATA.md, S8: 6.2 was published in December 2025, 6.6 (2017–2021) in December 2021
    found = published_averages(figures("gdp"), "gdp", CHANGPING)
    assert {(str(p), f.value) for p, f in found if not f.bound} == {
        ("2017/2021", 6.6),
        ("2017/2020", 6.6),
        ("2021/2025", 6.2),
        ("2021/2024", 6.2),
    }
    beijing = published_averages(figures("gdp", places="beijing"), "gdp", BEIJING)
    assert [str(p) for p, f in beijing if f.value == 5.2] == ["2021/2025"]  # of February 2026


def test_a_published_gap_is_found_with_its_counterpart(figures: Callable[..., Figures]) -> None:
    read = figures("gdp", vs="beijing")
    gaps = published_averages(read, "gdp", CHANGPING, "average_growth_gap", BEIJING)
    assert [(str(p), f.value) for p, f in gaps] == [("2021/2025", 1.3), ("2021/2024", 1.3)]
    assert published_averages(read, "gdp", CHANGPING, "average_growth_gap", CHINA) == []


def test_a_source_s_day_is_its_last_possible_one(figures: Callable[..., Figures]) -> None:
    read = figures("gdp")
    series = read.levels("gdp", CHANGPING)
    assert published_on(read, series[annual(2022)]) == date(2023, 12, 31)  # “2023”
    assert published_on(read, series[annual(1995)]) is None


def test_the_base_is_the_year_before_the_first_year_of_growth() -> None:
    assert window_of(span(2021, 2025)) == ends(2020, 2025)
