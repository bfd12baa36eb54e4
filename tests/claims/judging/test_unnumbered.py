"""Whether comparisons without a number hold, by the figures of the package."""

from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

PACKAGE = open_package()

# First figures, real growth of GDP: Beijing 2021 8.5, 2022 0.7, 2023 5.2, 2024 5.2 %; China 2023 5.2, 2024 5.0 %. Disposable
# income of 2024: Beijing 85,415, China 41,314 yuan. GDP 2024 in every release: Shanghai above 53,700, Beijing below 50,000 (亿元).
TRUE = [
    "2024年，北京市地区生产总值增速高于全国平均水平。",
    "2023年，北京经济增速与全国持平。",
    "2023年，北京市地区生产总值增速比上年加快。",
    "2022年，北京市地区生产总值增速较上年大幅回落。",
    "2024年，北京市居民人均可支配收入高于全国平均水平。",
    "2024年，上海市地区生产总值超过北京市。",
]
FALSE = [
    "2024年，北京市地区生产总值增速低于全国平均水平。",
    "2024年，北京经济增速与全国持平。",
    "2022年，北京市地区生产总值增速比上年加快。",
    "2023年，北京市地区生产总值增速较上年回落。",
    "2024年，北京市居民人均可支配收入低于全国平均水平。",
    "2024年，北京市地区生产总值超过上海市。",
]


def verdicts(text: str) -> list[object]:
    report = check([of_sentence(text)], PACKAGE, Asked(published=date(2025, 2, 20)))
    return [claim["verdict"] for claim in report.documents[0]["claims"]]  # type: ignore[index]


@pytest.mark.parametrize("text", TRUE)
def test_a_true_one_holds(text: str) -> None:
    assert verdicts(text) == ["confirmed"]


@pytest.mark.parametrize("text", FALSE)
def test_a_false_one_is_found(text: str) -> None:
    assert verdicts(text) == ["contradicted"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年，北京市地区生产总值高于全国平均水平。",  # an amount has no average
        "2030年，北京市地区生产总值增速高于全国平均水平。",
    ],
)
def test_what_no_figure_decides_is_counted_and_not_listed(text: str) -> None:
    report = check([of_sentence(text)], PACKAGE, Asked(published=date(2025, 2, 20)))
    assert report.documents[0]["claims"] == []
    assert "comparison with another place" in " ".join(note.en for note in report.notes)


def test_it_has_no_number_in_the_document() -> None:
    report = check([of_sentence(TRUE[0])], PACKAGE, Asked(published=date(2025, 2, 20)))
    (claim,) = report.documents[0]["claims"]  # type: ignore[misc]
    assert (claim["value"], claim["benchmark"]) == (None, "100000")
