"""What is known of a quantity, release by release; figures are those of docs/data.md or invented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpstats.model.period import Period
from cpstats.model.question import Question
from cpstats.selecting import known
from cpstats.selecting.archive import Archive, Sought
from cpstats.selecting.ranking import Order

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.store.package import Package

BEIJING, CHANGPING, CHINA = "110000", "110114", "100000"


@pytest.fixture(scope="module")
def archive(package: Package) -> Archive:
    places = (CHINA, BEIJING, CHANGPING, *package.catalogue.children(BEIJING))
    indicators = (
        "gdp", "gdp_primary", "gdp_tertiary", "disposable_income", "unemployment",
        "resident_population", "fixed_asset_investment", "pm25",
    )  # fmt: skip
    return Archive.of(package, Question(indicators=indicators, places=tuple(dict.fromkeys(places))))


@pytest.fixture(scope="module")
def catalogue(package: Package) -> Catalogue:
    return package.catalogue


def sought(indicator: str, area: str, period: str, **given: Any) -> Sought:
    base = given.pop("base", "")
    return Sought(
        indicator=indicator,
        area=area,
        period=Period.parse(period),
        base=Period.parse(base) if base else None,
        **given,
    )


def shown(found: list[Figure], decimals: int = 2) -> list[tuple[float | None, str]]:
    return [(None if f.value is None else round(f.value, decimals), f.vintage) for f in found]


def test_every_release_of_a_level_is_told(archive: Archive) -> None:
    # docs/data.md: Beijing's GDP of 2020 in three releases
    assert set(shown(known.levels(archive, sought("gdp", BEIJING, "2020")), 1)) >= {
        (38503.6, "census5"),
        (35943.3, "census4"),
        (36102.6, "first"),
    }


def test_what_was_reached_within_a_span_is_told(archive: Archive) -> None:
    found = known.levels(archive, sought("gdp", CHANGPING, "2021/2025"))
    assert {(f.measure, f.value, f.bound) for f in found} == {("milestone", 1800.0, "lower")}


def test_published_growth_comes_before_any_quotient(archive: Archive) -> None:
    found = known.growths(archive, sought("gdp", BEIJING, "2024", basis="constant"))
    assert {(f.value, f.method) for f in found} == {(5.2, "published")}


def test_real_growth_is_not_made_of_nominal_levels(archive: Archive) -> None:
    found = known.growths(archive, sought("gdp", CHANGPING, "2021", basis="constant"))
    assert [(f.value, f.reason) for f in found] == [(None, "mixed_price_basis")]


def test_nominal_growth_is_that_of_one_release(archive: Archive) -> None:
    # docs/data.md: 2016→2017 is 10.15 in one release, 9.14 in another
    found = known.growths(archive, sought("gdp", BEIJING, "2017", basis="current"))
    assert set(shown(found)) >= {(10.15, "census5"), (9.14, "before-census4")}
    assert all("|" not in f.vintage for f in found)


def test_growth_on_a_comparable_scope_is_never_computed(archive: Archive) -> None:
    found = known.growths(archive, sought("fixed_asset_investment", CHANGPING, "2019"))
    assert [(f.value, f.reason) for f in found] == [(None, "series_break")]


def test_averages_are_published_and_chained(archive: Archive) -> None:
    # docs/data.md: chained 4.97 [4.92, 5.02]; the city's own report prints 5.2
    found = known.averages(archive, sought("gdp", BEIJING, "2021/2025", basis="constant"))
    assert {(round(f.value, 2), f.method) for f in found if f.value is not None} >= {
        (5.2, "published"),
        (4.97, "chained"),
    }


def test_a_published_span_is_read_both_ways(archive: Archive) -> None:
    for period in ("2021/2025", "2021/2024"):
        found = known.averages(archive, sought("gdp", CHANGPING, period, basis="constant"))
        assert 6.2 in {f.value for f in found}


def test_growth_over_a_span_chains_the_rates(archive: Archive) -> None:
    # 1.085 × 1.007 × 1.052 × 1.052 = 1.2092
    found = known.spans(archive, sought("gdp", BEIJING, "2021/2024", basis="constant"))
    assert (20.92, "first") in shown(found)
    assert found[0].formula is not None
    assert found[0].formula.en == (
        "((1 + 8.5/100) × (1 + 0.7/100) × (1 + 5.2/100) × (1 + 5.2/100) − 1) × 100"
    )


def test_gaps_are_published_and_subtracted(archive: Archive) -> None:
    asked = sought("gdp", BEIJING, "2025", basis="constant", other=CHINA)
    found = known.gaps(archive, asked, of="growth")
    # 5.4 − 5.0 = 0.4, and the work report prints 0.4
    assert {(round(f.value or 0, 2), f.method) for f in found} == {
        (0.4, "published"),
        (0.4, "difference"),
    }


def test_shares_divide_levels_of_one_release(archive: Archive) -> None:
    # docs/data.md: 3.64 in 2024; 1181.1 / 1811.9 = 65.19 %
    city = known.shares(archive, sought("gdp", CHANGPING, "2024", other=BEIJING))
    assert shown(city) == [(3.64, "first")]
    part = known.shares(archive, sought("gdp_tertiary", CHANGPING, "2024", whole="gdp"))
    assert shown(part) == [(65.19, "first")]
    assert known.shares(archive, sought("gdp", CHANGPING, "2024")) == []


def test_changes_of_rates_and_of_growth_are_in_points(archive: Archive) -> None:
    rate = known.share_changes(archive, sought("unemployment", BEIJING, "2024"))
    assert {round(f.value or 0, 2) for f in rate} == {-0.3}  # 4.1 − 4.4
    growth = known.growth_changes(archive, sought("gdp", BEIJING, "2020-H1", base="2020-Q1"))
    assert {round(f.value or 0, 2) for f in growth} == {3.4}  # −3.2 − (−6.6)


def test_changes_and_multiples_keep_to_one_release(archive: Archive) -> None:
    change = known.changes(archive, sought("gdp", BEIJING, "2024"))
    # census5: 49670.2 − 47353.7
    assert shown(change, 1) == [(2316.5, "census5")]
    times = known.multiples(archive, sought("gdp", BEIJING, "2024", base="2020"))
    assert shown(times) == [(1.29, "census5")]  # 49670.2 / 38503.6


def test_ranks_say_how_many_have_a_figure(archive: Archive, catalogue: Catalogue) -> None:
    among = catalogue.children(BEIJING)
    asked = sought("gdp", CHANGPING, "2022", other=BEIJING)
    found = known.ranks(archive, asked, Order(told=True), among)
    assert {(f.value, f.n) for f in found} == {(7.0, 13)}  # docs/data.md


@pytest.mark.parametrize(
    ("ask", "indicator", "area", "period"),
    [
        (known.levels, "gdp", CHANGPING, "2023"),
        (known.changes, "gdp", CHANGPING, "2024"),
        (known.multiples, "gdp", CHANGPING, "2024"),
        (known.share_changes, "unemployment", CHANGPING, "2024"),
        (known.contributions, "gdp_tertiary", CHANGPING, "2024"),
    ],
)
def test_what_is_not_known_is_nothing(
    ask: Callable[[Archive, Sought], list[Figure]],
    indicator: str,
    area: str,
    period: str,
    archive: Archive,
) -> None:
    assert [f for f in ask(archive, sought(indicator, area, period)) if f.value is not None] == []


def test_contributions_are_share_times_growth(archive: Archive) -> None:
    # docs/methods/contribution.md: 84.85 % before, 5.1 % growth: 4.33 points
    found = known.contributions(
        archive, sought("gdp_tertiary", BEIJING, "2024", whole="gdp", basis="constant")
    )
    assert {round(f.value or 0, 2) for f in found} == {4.33}


@pytest.mark.parametrize(
    ("base", "end", "years"),
    [("2020", "2024", "2021/2024"), ("2024-H1", "2025-H1", "2025-H1"), ("2024", "2024", "2024")],
)
def test_the_years_of_growth_begin_after_the_base(base: str, end: str, years: str) -> None:
    assert str(known.years_of(Period.parse(base), Period.parse(end))) == years
