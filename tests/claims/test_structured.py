from __future__ import annotations

import json
from datetime import date

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.extract import extract
from cpstats.claims.structured import claims_of
from cpstats.claims.texts import Document, of_sentence
from cpstats.errors import DataError
from cpstats.store.package import open_package

PACKAGE = open_package()
ASKED = Asked(published=date(2025, 2, 20))
ONE = {"indicator": "gdp", "place": "110114", "period": "2024", "value": 1811.9, "unit": "亿元"}


def verdicts(content: str) -> list[str]:
    """Return the verdicts on the claims of a file."""
    text, found = claims_of("claims.json", content, PACKAGE.catalogue)
    report = check([Document("claims.json", text, text, claims=found)], PACKAGE, ASKED)
    return [str(row["verdict"]) for row in report.rows]


def test_a_claim_is_judged_without_a_text() -> None:
    """1,811.9: the communiqué of Changping for 2024."""
    wrong = {**ONE, "value": 1911.9}
    assert verdicts(json.dumps({"claims": [ONE, wrong]})) == ["confirmed", "contradicted"]
    assert verdicts(json.dumps(ONE)) == ["confirmed"]


def test_what_check_writes_is_read_again() -> None:
    text = "2024年，昌平区地区生产总值1811.9亿元，比上年增长5.2%。"
    written = check([of_sentence(text)], PACKAGE, ASKED).documents[0]
    first = [claim["verdict"] for claim in written["claims"]]  # type: ignore[attr-defined]
    assert verdicts(json.dumps(written, default=str)) == first


def test_a_sentence_without_the_year_leaves_the_period_open() -> None:
    """81,752 yuan was Beijing's income of 2023, 85,415 that of 2024."""
    income = {
        "indicator": "disposable_income", "place": "beijing", "period": "2024", "value": 81752, "unit": "元",
    }  # fmt: skip
    said = {**income, "sentence": "2024年北京市居民人均可支配收入81752元。"}
    unsaid = {**income, "sentence": "北京市居民人均可支配收入81752元。"}
    assert verdicts(json.dumps([income, said, unsaid])) == [
        "contradicted",
        "contradicted",
        "depends",
    ]


def test_claims_of_one_sentence_are_judged_side_by_side() -> None:
    """Beijing 2024: incomes rose by 4.5 %, nominal, to 85,415 yuan; 81,752 was the income of 2023."""
    sentence = "全市居民人均可支配收入81752元，增长4.5%。"
    one = {
        "indicator": "disposable_income",
        "place": "beijing",
        "period": "2024",
        "sentence": sentence,
    }
    level = {**one, "value": 81752, "unit": "元", "surface": "81752元"}
    rate = {**one, "value": 4.5, "unit": "%", "measure": "growth_yoy", "direction": "up"}
    other = {**rate, "sentence": "全市居民人均可支配收入增长4.5%。"}
    assert verdicts(json.dumps([level, other])) == ["depends", "confirmed"]
    assert verdicts(json.dumps([level, rate])) == ["contradicted", "confirmed"]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("{", "claims.json:1"),
        (json.dumps([{**ONE, "indicator": "gpd"}]), "claims.json: claims[0].indicator"),
        (json.dumps([{**ONE, "value": "many"}]), "claims.json: claims[0].value"),
        (json.dumps([ONE, {**ONE, "period": "last year"}]), "claims.json: claims[1].period"),
        (json.dumps([{**ONE, "measure": "size"}]), "claims.json: claims[0].measure"),
    ],
)
def test_what_is_not_known_is_named(content: str, where: str) -> None:
    with pytest.raises(DataError) as error:
        claims_of("claims.json", content, PACKAGE.catalogue)
    assert error.value.where == where


@pytest.mark.parametrize(
    "text",
    [
        "2024年北京市进出口36083.5亿元，其中出口占进出口的比重为16.9%。",
        "2024年北京市地区生产总值是2014年的2.2倍。",
        "2024年北京市GDP增长5.2%，增速高于全国0.2个百分点。",
        "2021—2024年，北京市地区生产总值年均增长4.9%。",
        "2024年，北京市GDP居全国第13位。",
        "2024年北京市城镇化率比上年提高0.4个百分点。",
    ],
)
def test_what_a_number_is_of_and_since_when_is_read_again(text: str) -> None:
    written = check([of_sentence(text)], PACKAGE, ASKED).documents[0]
    _, read = claims_of("claims.json", json.dumps(written, default=str), PACKAGE.catalogue)
    first = extract(text, catalogue=PACKAGE.catalogue, published=ASKED.published)
    assert [(c.measure, c.of, c.over) for c in read] == [(c.measure, c.of, c.over) for c in first]
    said = [claim["verdict"] for claim in written["claims"]]  # type: ignore[attr-defined]
    assert verdicts(json.dumps(written, default=str)) == said
