"""How a figure, a period and an interval are worded; the reasons of verdicts are in test_judge."""

from __future__ import annotations

from typing import Any

import pytest

from cpstats.claims.telling.wording import (
    confirmed,
    contradicted,
    depends,
    figure,
    no_measure,
    printed,
    reading,
    unclear,
)
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.verdict import Evidence
from cpstats.model.catalogue import Catalogue
from cpstats.model.figure import Figure
from cpstats.model.text import Text, same


def made(**given: Any) -> Figure:
    base = {
        "indicator": "gdp", "ref_area": "1", "time_period": "2024", "value": 5.2, "low": 5.15,
        "high": 5.25, "unit": "%", "measure": "growth", "decimals": 1, "source": "bulletin",
    } | given  # fmt: skip
    return Figure(**base)


@pytest.mark.parametrize(
    ("given", "en", "zh"),
    [
        ({}, "5.2 % in 2024", "2024年 5.2 %"),
        ({"price_basis": "constant"}, "real 5.2 % in 2024", "2024年 实际 5.2 %"),
        ({"price_basis": "current"}, "nominal 5.2 % in 2024", "2024年 名义 5.2 %"),
        ({"vintage": "first|census5"}, "5.2 % in 2024 (first, census5)", "2024年 5.2 %（首次公布、五经普修订）"),
        (
            {"formula": same("x"), "value": 5.204},
            "5.20 % [5.15, 5.25] in 2024",
            "2024年 5.20 % [5.15, 5.25]",
        ),
        (
            {"unit": "百分点", "measure": "growth_gap", "time_period": "2021/2024"},
            "5.2 points in 2021–2024",
            "2021—2024年 5.2 百分点",
        ),
        (
            {"unit": "亿元", "measure": "level", "bound": "lower", "value": 1800.0, "decimals": 0},
            "over 180 billion yuan in 2024",
            "2024年 超 1,800 亿元",
        ),
        (
            {"unit": "位", "measure": "rank", "value": 7.0, "low": 7.0, "high": 7.0, "decimals": 0},
            "7 in 2024",
            "2024年 7 位",
        ),
        ({"time_period": "odd"}, "5.2 % in odd", "odd 5.2 %"),
    ],
)  # fmt: skip
def test_a_figure_is_number_unit_period_and_release(
    given: dict[str, Any], en: str, zh: str
) -> None:
    release = Text("first, census5", "首次公布、五经普修订") if "vintage" in given else same("")
    assert figure(made(**given), release) == Text(en, zh)


def test_a_period_is_read_as_a_person_writes_it() -> None:
    assert reading("2021/2025") == Text("2021–2025", "2021—2025年")
    assert reading("2024-12-31") == same("2024-12-31")


def test_an_open_end_is_an_ellipsis() -> None:
    assert printed((6.15, 6.25)) == "[6.15, 6.25]"
    assert printed((1800.0, None)) == "[1800, …]"
    assert printed((None, 0.1 + 0.2)) == "[…, 0.3]"


def evidence(**given: Any) -> Evidence:
    return Evidence("2024", made(**given), "confirmed")


def test_one_source_alone_is_named() -> None:
    assert confirmed([evidence()], ("2024",)).en == "5.2 % in 2024, from one source (bulletin)"
    assert confirmed([evidence(), evidence(source="paper")], ("2024",)).en == "5.2 % in 2024"


def test_no_more_than_three_figures_are_named() -> None:
    many = [evidence(value=float(n)) for n in range(5)]
    assert contradicted(many).en == "the data say 0.0 % in 2024, 1.0 % in 2024, 2.0 % in 2024, …"
    assert contradicted(many).zh == "数据为2024年 0.0 %、2024年 1.0 %、2024年 2.0 %、…"


def test_what_is_for_and_against_are_both_said() -> None:
    said = depends([evidence()], [evidence(value=6.1)], [evidence(value=5.3)])
    assert said == Text(
        "confirmed by 5.2 % in 2024; contradicted by 6.1 % in 2024; "
        "fits only if cut off or rounded more coarsely: 5.3 % in 2024",
        "相符：2024年 5.2 %；不符：2024年 6.1 %；仅在截尾或更粗的舍入下相符：2024年 5.3 %",
    )


def test_a_long_unknown_name_is_cut() -> None:
    claim = Claim(0, 1, "5%", "", 1, 1, indicator_surface="九" * 500)
    why = unclear(claim, Catalogue())
    assert why == Text(
        f"“{'九' * 30}…” is no indicator of the catalogue", f"目录中没有“{'九' * 30}…”"
    )


def test_a_number_without_a_name_is_said_to_have_none() -> None:
    assert unclear(Claim(0, 1, "5%", "", 1, 1), Catalogue()) == Text(
        "the text names no indicator", "原文未指明指标"
    )


def test_the_measure_that_cannot_be_looked_up_is_named() -> None:
    claim = Claim(0, 1, "第3位", "", 1, 1, measure="rank")
    assert no_measure(claim) == Text(
        "of what, or against what, is not said in a form that can be looked up (rank)",
        "对比或构成的对象不明，无法查对（位次）",
    )
