"""Comparisons with other years, held against the figures of the package."""

from __future__ import annotations

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
    "2024年，江苏省地区生产总值居全国第2位。",
    "In 2024, Jiangsu's GDP ranked second among China's provinces.",
]
FALSE = [
    "2024年，北京市地区生产总值增长5.2%，创2020年以来新高。",
    "2022年，北京市地区生产总值增长0.7%，增速创历史新高。",
    "2024年，北京市常住人口连续三年增长。",
    "2023年，江苏省地区生产总值首次突破12万亿元。",
    "In 2022, Beijing's GDP grew 0.7 percent, the fastest since 2010.",
    "In 2023, Jiangsu's GDP exceeded 12 trillion yuan for the first time.",
    "2024年，江苏省地区生产总值居全国第3位。",
    "In 2024, Jiangsu's GDP ranked 3rd in the country.",
]


def verdicts(text: str) -> tuple[list[object], str]:
    """Return the verdicts of a text, and all that is said below the table."""
    report = check([of_sentence(text)], PACKAGE, Asked(published=None, place=None))
    found = [claim["verdict"] for claim in report.documents[0]["claims"]]  # type: ignore[index]
    return found, " ".join(note.en for note in report.notes)


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
