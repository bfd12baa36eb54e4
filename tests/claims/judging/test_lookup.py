from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpstats.claims.judging.lookup import readings_of, request_for, sought_of, weight_of
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.periods import period_of
from cpstats.model.figure import Figure

if TYPE_CHECKING:
    from tests.claims.conftest import Judge

    from cpstats.model.catalogue import Catalogue


def claim(**given: Any) -> Claim:
    made = {"place": "110114", "indicator": "gdp", "unit": "%", "surface": "6%"} | given
    return Claim(start=0, end=1, sentence="", line=1, column=1, **made)


@pytest.mark.parametrize(
    ("given", "before", "unit"),
    [
        ({"measure": "level"}, "", "亿元"),
        ({"measure": "change"}, "", "亿元"),
        ({"measure": "growth"}, "", "%"),
        ({"measure": "average_growth"}, "", "%"),
        ({"measure": "span_growth"}, "", "%"),
        ({"measure": "growth_change"}, "", "百分点"),
        ({"measure": "multiple"}, "", "倍"),
        ({"measure": "share", "indicator": "unemployment"}, "", "%"),
        ({"measure": "share_change", "indicator": "unemployment"}, "", "百分点"),
        ({"measure": "index", "indicator": "cpi"}, "", "%"),
        ({"measure": "growth_gap", "benchmark": "110000"}, "", "百分点"),
        ({"measure": "average_growth_gap", "benchmark": "110000"}, "", "百分点"),
        (
            {"measure": "level_gap", "indicator": "unemployment", "benchmark": "100000"},
            "",
            "百分点",
        ),
        ({"measure": "contribution", "indicator": "gdp_tertiary"}, "", "百分点"),
        ({"measure": "rank"}, "居全市", "位"),
        ({"measure": "growth_rank", "ranked": "gdp"}, "增速居全市", "位"),
        ({"measure": "rank", "indicator": "exports_growth_rank"}, "", "位"),
        ({"measure": "share"}, "占全市", "%"),
        ({"measure": "share"}, "占全市的比重达到", "%"),
        ({"measure": "share", "indicator": "gdp_tertiary"}, "占地区生产总值的比重为", "%"),
        (
            {"measure": "share", "indicator": "gdp_tertiary", "surface": "65.2"},
            "三次产业结构为",
            "%",
        ),
    ],
)
def test_each_measure_has_its_unit(
    given: dict[str, Any], before: str, unit: str, catalogue: Catalogue
) -> None:
    request = request_for(claim(**given), catalogue, before)
    assert request is not None
    assert request.unit == unit


@pytest.mark.parametrize(
    ("given", "before"),
    [
        ({"measure": "share"}, "占全省"),  # of a district of Beijing there is no province
        ({"measure": "share"}, "占全国工业的"),
        ({"measure": "share"}, "占地区生产总值的比重为"),  # of itself
        ({"measure": "share"}, "其中"),
        ({"measure": "growth_gap"}, ""),  # no benchmark
        ({"measure": "level_gap"}, ""),  # of amounts there is no gap in points
        ({"measure": "rank"}, "居全国"),
        ({"measure": "rank"}, "居"),
        ({"measure": "contribution"}, ""),  # of no whole
        ({"measure": "index"}, ""),
        ({"measure": "growth_on_period"}, ""),
    ],
)
def test_what_is_not_said_cannot_be_looked_up(
    given: dict[str, Any], before: str, catalogue: Catalogue
) -> None:
    assert request_for(claim(**given), catalogue, before) is None


def test_a_rank_of_growth_orders_the_growth_of_its_own_indicator(catalogue: Catalogue) -> None:
    ranked = claim(measure="growth_rank", indicator="gdp", ranked="exports", price_basis="constant")
    request = request_for(ranked, catalogue, "出口增速居全市")
    assert request is not None
    sought = sought_of(ranked, "2024", request)
    assert sought is not None
    assert (sought.indicator, sought.other, sought.basis) == ("exports", "110000", None)


def test_a_published_rank_is_looked_up_under_its_own_name(catalogue: Catalogue) -> None:
    rank = claim(
        measure="growth_rank",
        indicator="exports_growth_rank",
        ranked="exports",
        price_basis="current",
    )
    request = request_for(rank, catalogue, "出口增速居全市")
    assert request is not None
    sought = sought_of(rank, "2024", request)
    assert sought is not None
    assert (sought.indicator, sought.basis) == ("exports_growth_rank", None)


@pytest.mark.parametrize(
    ("code", "period"),
    [
        ("2024", "2024"),
        ("2024-12-31", "2024"),
        ("2024-06-30", "None"),
        ("2024-01/2024-06", "2024-H1"),
        ("2021/2025", "2021/2025"),
        ("2020-09/2025", "None"),
        ("", "None"),
        ("nonsense", "None"),
    ],
)
def test_periods_of_texts_are_those_of_the_data(code: str, period: str) -> None:
    assert str(period_of(code)) == period


def test_an_average_since_a_base_is_one_over_the_years_after_it(catalogue: Catalogue) -> None:
    mean = claim(measure="average_growth", base_period="2020", price_basis="constant")
    request = request_for(mean, catalogue, "")
    assert request is not None
    sought = sought_of(mean, "2024", request)
    assert sought is not None
    assert (str(sought.period), sought.basis) == ("2021/2024", "constant")
    odd = claim(measure="average_growth", base_period="2020-09-30")
    assert sought_of(odd, "2024", request) is None


def test_an_exact_amount_is_that_of_a_year_not_of_a_span() -> None:
    both = ("2024", "2021/2024")
    assert readings_of(claim(measure="level", period_readings=both)) == ("2024",)
    over = claim(measure="level", period_readings=both, bound="more_than")
    assert readings_of(over) == both
    assert readings_of(claim(measure="growth", period_readings=both)) == both
    assert readings_of(claim(measure="growth", period="2024")) == ("2024",)
    assert readings_of(claim(measure="growth")) == ()


def figure(value: float | None, **given: Any) -> Figure:
    return Figure(indicator="gdp", ref_area="1", time_period="2024", value=value, **given)


@pytest.mark.parametrize(
    ("given", "found", "weight"),
    [
        ({"measure": "growth", "price_basis": "constant"}, {"measure": "growth"}, "full"),
        (
            {"measure": "growth", "price_basis": "constant"},
            {"measure": "growth", "method": "quotient", "unit": "%"},
            "weak",
        ),
        (
            {"measure": "growth", "price_basis": "current"},
            {"measure": "growth", "method": "quotient", "unit": "%"},
            "full",
        ),
        (
            {"measure": "growth", "price_basis": "current", "indicator": "retail_sales"},
            {"measure": "growth", "method": "quotient", "unit": "%"},
            "weak",
        ),
        # releases may swap neighbours: the fifth may be the seventh, never the ninth
        ({"measure": "rank"}, {"measure": "rank", "reason": "mixed_vintage"}, "full"),
        (
            {"measure": "rank", "value": 7.0},
            {"measure": "rank", "reason": "mixed_vintage"},
            "weak",
        ),
        (
            {"measure": "change"},
            {"measure": "change", "method": "quotient", "unit": "亿元"},
            "full",
        ),
    ],
)
def test_what_may_refute(
    given: dict[str, Any], found: dict[str, Any], weight: str, catalogue: Catalogue
) -> None:
    made = claim(**{"value": 9.0, **given})
    request = request_for(made, catalogue, "居全市")
    assert request is not None
    assert weight_of(made, figure(5.0, **found), request, catalogue) == weight


@pytest.mark.parametrize(("said", "weight"), [(5.3, "weak"), (5.6, "full")])
def test_a_chained_average_refutes_only_beyond_revisions(
    said: float, weight: str, catalogue: Catalogue
) -> None:
    # 5.3 is within half a point of 5.0, 5.6 is not
    made = claim(measure="average_growth", value=said, price_basis="constant")
    request = request_for(made, catalogue, "")
    assert request is not None
    assert (
        weight_of(made, figure(5.0, method="chained", measure="average_growth"), request, catalogue)
        == weight
    )


def test_over_a_span_revisions_of_every_year_add_up(catalogue: Catalogue) -> None:
    made = claim(measure="span_growth", value=22.0, price_basis="constant")
    request = request_for(made, catalogue, "")
    assert request is not None
    chained = figure(20.5, method="chained", measure="span_growth", n=4)  # four years: 2 points
    assert weight_of(made, chained, request, catalogue) == "weak"


def test_a_rank_among_parts_that_are_named_before_it(judge: Judge) -> None:
    levels = ("gdp 110114 2023 level 100", "gdp 110108 2023 level 900")
    said = "Among the city's districts Changping came {} by GDP in 2023."
    assert judge(said.format("2nd"), *levels)[0][1] == "confirmed"
    assert judge(said.format("5th"), *levels)[0][1] == "contradicted"


def test_a_part_makes_up_so_much_of_the_output_before_it(judge: Judge) -> None:
    # 60 of 100 is 60 %
    levels = ("gdp 110114 2024 level 100", "gdp_tertiary 110114 2024 level 60")
    said = "Changping's GDP came in at 10 billion yuan in 2024, with the tertiary sector making up {} percent."
    assert judge(said.format("60"), *levels)[1][1] == "confirmed"
    assert judge(said.format("75"), *levels)[1][1] == "contradicted"
    of_jobs = said.format("75").replace(" percent.", " percent of jobs.")
    assert judge(of_jobs, *levels)[1][1] == "unverifiable"
