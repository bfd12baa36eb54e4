"""Which numbers of two places may be put together, and what then comes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpstats.model.period import Period, annual
from cpstats.selecting.figures import Figures
from cpstats.selecting.pair import Pair, compared, gap_between, told_gap

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.answers.conftest import Ask

    from cpstats.store.package import Package


@pytest.fixture(scope="session")
def pair(package: Package, ask: Ask) -> Callable[..., Pair]:
    def of(indicator: str, area: str, other: str, **more: object) -> Pair:
        question = ask(indicator, places=area, vs=other, **more)
        figures = Figures.of(package, question, (indicator,))
        return Pair(figures, question, indicator, question.places[0])

    return of


@pytest.mark.parametrize(
    ("indicator", "area", "other", "kind"),
    [
        ("gdp", "changping", "beijing", "share"),
        ("gdp", "changping", "china", "share"),  # through its parent's parent
        ("gdp", "changping", "haidian", "ratio"),
        ("gdp", "beijing", "changping", "ratio"),  # the whole is no share of its part
        ("gdp_per_capita", "changping", "beijing", "ratio"),
        ("pm25", "changping", "beijing", "ratio"),
        ("urbanisation", "changping", "beijing", "points"),
        ("gdp_growth_rank", "changping", "beijing", "none"),
    ],
)
def test_how_two_places_are_compared(
    indicator: str, area: str, other: str, kind: str, pair: Callable[..., Pair]
) -> None:
    assert pair(indicator, area, other).kind == kind


@pytest.mark.parametrize(
    ("area", "other", "year", "vintages"),
    [
        ("changping", "beijing", 2022, ("first", "first")),  # one table
        ("changping", "beijing", 2024, ("first", "first")),
        ("beijing", "china", 2024, ("census5", "census5")),
        ("beijing", "china", 2025, ("first", "first")),
    ],
)
def test_levels_of_one_tag_may_be_divided(
    area: str, other: str, year: int, vintages: tuple[str, str], pair: Callable[..., Pair]
) -> None:
    # DATA.md, S6: a series vintage; one source; first; final
    two = pair("gdp", area, other)
    assert tuple(two.within[annual(year)][p].vintage for p in two.places) == vintages


def test_one_source_comes_before_two_first_announcements(pair: Callable[..., Pair]) -> None:
    two = pair("gdp", "changping", "beijing")
    assert {f.source for f in two.within[annual(2018)].values()} == {"table2022"}


def test_a_pair_without_a_common_tag_is_not_there(pair: Callable[..., Pair]) -> None:
    assert annual(2024) not in pair("gdp", "changping", "haidian").within
    assert annual(2023) not in pair("gdp", "changping", "beijing").within


def test_two_levels_that_may_not_be_divided_say_why(pair: Callable[..., Pair]) -> None:
    two = pair("gdp", "changping", "haidian")
    a, b = (two.figures.levels("gdp", p)[annual(2024)] for p in two.places)
    made = compared(two, a, b, annual(2024), comparable=False)
    assert (made.value, made.reason, made.inputs) == (None, "mixed_vintage", (a, b))
    lonely = compared(two, a, None, annual(2024), comparable=False)
    assert (lonely.reason, lonely.inputs) == ("missing_current", (a,))


def test_mixing_that_was_allowed_stays_in_the_figure(pair: Callable[..., Pair]) -> None:
    # DATA.md, S9: 1811.9 / 12907.1
    two = pair("gdp", "changping", "haidian", allow_mixed=True)
    a, b = (two.figures.levels("gdp", p)[annual(2024)] for p in two.places)
    made = compared(two, a, b, annual(2024), comparable=False)
    assert made.value == pytest.approx(0.14038, abs=1e-5)
    assert (made.reason, made.vintage, made.source) == ("mixed_vintage", "first", "cp_jp|nano2024")


def test_a_bound_is_not_divided_even_if_mixing_is_allowed(pair: Callable[..., Pair]) -> None:
    two = pair("gdp", "changping", "beijing", allow_mixed=True)
    a, b = (two.figures.levels("gdp", p)[annual(2006)] for p in two.places)
    assert a.bound == "approx"
    made = compared(two, a, b, annual(2006), comparable=False)
    assert (made.value, made.reason) == (None, "bound_only")


def test_rates_of_two_bases_have_no_gap(pair: Callable[..., Pair]) -> None:
    two = pair("gdp", "changping", "beijing")
    a, b = (two.figures.growths("gdp", p)[annual(2022)] for p in two.places)
    assert gap_between(two, a, b, annual(2022)).value == 0.8  # 1.5 − 0.7
    made = gap_between(two, a, replace(b, price_basis="current"), annual(2022))
    assert (made.value, made.reason) == (None, "mixed_price_basis")


def test_a_gap_with_one_rate_is_missing(pair: Callable[..., Pair]) -> None:
    two = pair("gdp", "changping", "beijing")
    b = two.figures.growths("gdp", "110000")[annual(2024)]
    made = gap_between(two, None, b, annual(2024))
    assert (made.value, made.reason, made.inputs) == (None, "missing_current", (b,))


def test_a_published_gap_is_that_of_the_asked_benchmark(pair: Callable[..., Pair]) -> None:
    # “haidian 3.5, 2.8 points above the city” (2022)
    told = told_gap(pair("gdp", "haidian", "beijing"), annual(2022))
    assert told is not None
    assert (told.value, told.source) == (2.8, "hd2022")
    assert told_gap(pair("gdp", "haidian", "changping"), annual(2022)) is None
    assert told_gap(pair("gdp", "haidian", "beijing"), Period.parse("2022-H1")) is None
