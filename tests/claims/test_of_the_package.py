"""What the package says of its country: the spans that have a name, and what the nation is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.extract import extract
from cpstats.model.spans import NamedSpan, Spans

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue

TERM = NamedSpan("term2", 2017, 2021, "“第二届任期”", "second term", ())


@pytest.mark.parametrize(
    "text",
    [
        "第二届任期内，GDP年均增长3.1%。",
        "GDP grew 3.1 percent a year on average in the second term.",
    ],
)
def test_a_span_of_the_package_is_the_period_of_a_sentence(text: str, catalogue: Catalogue) -> None:
    own = replace(catalogue, spans=Spans({TERM.span: TERM}))
    (claim,) = extract(text, catalogue=own, published=date(2022, 5, 1), place="110114")
    assert "2017/2021" in claim.period_readings


def test_without_a_named_span_a_plan_is_no_period(catalogue: Catalogue) -> None:
    text = "“十四五”期间，GDP年均增长6.2%。"
    own = replace(catalogue, spans=Spans())
    (claim,) = extract(text, catalogue=own, published=date(2026, 2, 1), place="110114")
    assert claim.period != "2021/2025"
    (claim,) = extract(text, catalogue=catalogue, published=date(2026, 2, 1), place="110114")
    assert claim.period == "2021/2025"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("全国GDP比上年增长3.1%。", "ZZ"),
        ("中国GDP比上年增长3.1%。", "100000"),
        ("GDP grew 3.1 percent nationwide in 2021.", "ZZ"),
    ],
)
def test_the_nation_is_that_of_the_package_and_china_is_china(
    text: str, place: str, catalogue: Catalogue
) -> None:
    own = replace(catalogue, nation="ZZ")
    (claim,) = extract(text, catalogue=own, published=date(2022, 5, 1), place="ZZ-N")
    assert claim.place == place
