"""Comparisons with other years, held against the figures of the package."""

from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

PACKAGE = open_package()

# Real growth of Beijing's GDP as first announced: 2021 8.5, 2022 0.7, 2023 5.2, 2024 5.2 %.
# Jiangsu's GDP in every release: 2021 above 11.6, 2022 above 12.2 trillion yuan; its residents grew
# in every year from 2021 on, Beijing's fell by 26 thousand in 2024.
TRUE = [
    "2024年，北京市地区生产总值增长5.2%，创2021年以来新高。",
    "2022年，北京市地区生产总值增长0.7%，为近十年来最低。",
    "2024年，江苏省常住人口连续三年增长。",
    "2023年，北京市人均可支配收入首次突破8万元。",
    "In 2024, Beijing's GDP grew 5.2 percent, the highest since 2021.",
    "In 2024, Beijing's GDP grew 5.2 percent, growing for the second consecutive year.",
    # 2017 6.7, 2018 6.6, 2019 6.1, 2020 1.2 %: growth slows, output does not fall
    "2020年，北京市地区生产总值增速连续三年回落。",
    "2020年，北京市地区生产总值增速连续三年放缓。",
    "2024年，北京市地区生产总值增长5.2%，增速与上年持平。",
    "2023年，北京市地区生产总值增长5.2%，与全国持平。",
    "2024年，江苏省地区生产总值居全国第2位。",
    "2024年，江苏省地区生产总值在全国各省（区、市）中列第2位。",
    "In 2024, Jiangsu's GDP ranked second among China's provinces.",
]
FALSE = [
    "2024年，北京市地区生产总值增长5.2%，创2020年以来新高。",
    "2022年，北京市地区生产总值增长0.7%，增速创历史新高。",
    "2024年，北京市常住人口连续三年增长。",
    "2023年，江苏省地区生产总值首次突破12万亿元。",
    "In 2022, Beijing's GDP grew 0.7 percent, the fastest since 2010.",
    "In 2023, Jiangsu's GDP exceeded 12 trillion yuan for the first time.",
    "2021年，北京市地区生产总值增速连续两年回落。",
    "2022年，北京市地区生产总值增长0.7%，增速与上年持平。",
    "2024年，江苏省地区生产总值居全国第3位。",
    "2024年，江苏省地区生产总值在全国各省（区、市）中列第3位。",
    "In 2024, Jiangsu's GDP ranked 3rd in the country.",
]


def verdicts(text: str, published: date | None = None) -> tuple[list[object], str]:
    """Return the verdicts of a text, and all that is said below the table."""
    report = check([of_sentence(text)], PACKAGE, Asked(published=published, place=None))
    found = [claim["verdict"] for claim in report.documents[0]["claims"]]  # type: ignore[index]
    return found, " ".join(note.en for note in report.notes)


# Of 2024: real growth of GDP 5.2 % in Beijing and 5.0 % in China, disposable income 85,415 and 41,314 yuan.
BESIDE = [
    ("2024年，北京市地区生产总值增长5.2%，增速高于全国平均水平。", "confirmed"),
    ("2024年，北京市地区生产总值增长5.2%，低于全国平均水平。", "contradicted"),
    ("2024年，北京市地区生产总值增长5.2%，增速与全国持平。", "contradicted"),
    ("2024年，北京市居民人均可支配收入85415元，明显低于全国平均水平。", "contradicted"),
    ("2024年，北京市居民人均可支配收入85415元，高于全国。", "confirmed"),
    ("In 2024, Beijing's GDP grew 5.2 percent, above the national average.", "confirmed"),
    ("Beijing's GDP grew 5.2 percent in 2024, slower than the country as a whole.", "contradicted"),
    ("In 2024, China's GDP grew 5.0 percent, faster than Beijing's.", "contradicted"),
]


@pytest.mark.parametrize(("text", "verdict"), BESIDE)
def test_a_number_is_held_against_that_of_another_place(text: str, verdict: str) -> None:
    assert verdicts(text, date(2025, 3, 1))[0] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "2024年，北京市地区生产总值增长5.2%，低于全国城市平均水平。",  # of cities nothing is known
        "2024年，全国地区生产总值1349084亿元，低于北京市平均水平。",  # an amount has no average
        "2024年，北京市地区生产总值增长5.2%，低于全国工业增速。",
        "In 2024, Beijing's GDP grew 5.2 percent, below the national target.",
    ],
)
def test_what_is_not_like_the_number_refutes_nothing(text: str) -> None:
    assert "contradicted" not in verdicts(text, date(2025, 3, 1))[0]


@pytest.mark.parametrize("text", TRUE)
def test_a_true_comparison_is_borne_out(text: str) -> None:
    assert verdicts(text)[0] == ["confirmed"]


@pytest.mark.parametrize("text", FALSE)
def test_a_false_comparison_is_found(text: str) -> None:
    assert verdicts(text)[0] == ["contradicted"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2022年，北京市地区生产总值增长0.7%，创1950年以来新低。", "not all have figures"),
        ("2024年上半年，北京市地区生产总值增长5.4%，创2021年以来新高。", "a part of a year"),
    ],
)
def test_what_the_data_do_not_decide_is_counted_with_its_reason(text: str, reason: str) -> None:
    found, notes = verdicts(text)
    assert "contradicted" not in found
    assert reason in notes


@pytest.mark.parametrize(
    ("text", "verdict"),
    [  # surveyed unemployment of Beijing: 4.4 % in 2023, 4.1 % in 2024; town people 87.83 and 88.22 %
        ("2024年，北京市城镇调查失业率比上年下降0.3个百分点。", "confirmed"),
        ("2024年，北京市城镇调查失业率比上年下降0.3%。", "contradicted"),
        ("Beijing's unemployment rate fell 0.3 percent in 2024.", "contradicted"),
        ("2024年，北京市城镇调查失业率比上年下降6.8%。", "unverifiable"),  # 0.3 of 4.4
        ("2024年，北京市城镇化率比上年提高0.4%。", "unverifiable"),  # 0.39 of 87.83 is 0.44 %
    ],
)
def test_per_cent_for_points_in_the_change_of_a_rate_is_found(text: str, verdict: str) -> None:
    assert verdicts(text, date(2025, 3, 1))[0] == [verdict]


@pytest.mark.parametrize(
    ("day", "verdict"),
    [(date(2023, 2, 28), "contradicted"), (date(2026, 6, 1), "depends")],
)
def test_a_rank_is_none_of_a_release_that_came_later(day: date, verdict: str) -> None:
    # Beijing's GDP of 2022 is 13th as announced, 12th since the census that `vintages.csv` dates 2026-03
    assert verdicts("2022年，北京市GDP总量排名全国第12位。", day)[0] == [verdict]
