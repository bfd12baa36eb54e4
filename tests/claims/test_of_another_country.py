"""Texts about another country with its own package: whose GDP, whose nation, which pounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.vexland import vexland

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return vexland(tmp_path)


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        # GDP is a name of the catalogue's too, which has no figure of Norshire.
        ("In 2021 the GDP of Norshire grew by 5.5 percent.", ["confirmed"]),
        ("In 2021 the GDP of Norshire grew by 6.9 percent.", ["contradicted"]),
        ("2021年诺尔郡地区生产总值增长5.5%。", ["confirmed"]),
        ("2021年诺尔郡地区生产总值增长6.9%。", ["contradicted"]),
        # 5.5 − 4.0 = 1.5 points, 1000 ÷ 4000 = 25 %: of the country in which Norshire lies
        (
            "Norshire's GDP grew 5.5 percent in 2021, 1.5 points faster than the national rate.",
            ["confirmed", "confirmed"],
        ),
        (
            "GDP of Norshire accounted for 25.0 percent of the national total in 2021.",
            ["confirmed"],
        ),
        (
            "GDP of Norshire accounted for 35.0 percent of the national total in 2021.",
            ["contradicted"],
        ),
        ("GDP of Norshire was 1 billion British pounds in 2021.", ["confirmed"]),
        ("GDP of Norshire was 1 billion pounds sterling in 2021.", ["confirmed"]),
        ("GDP of Norshire was 1 billion Egyptian pounds in 2021.", ["unverifiable"]),
        ("The population of Norshire was 1,250,300 in 2021.", ["confirmed"]),
        ("The population of Norshire was 1,450,300 in 2021.", ["contradicted"]),
        # where the catalogue has figures, its own indicator is meant
        ("In 2022 the GDP of Beijing grew by 0.7 percent.", ["confirmed"]),
    ],
)
def test_the_figures_of_its_own_tables_are_meant(
    sentence: str, verdicts: list[str], package: Package
) -> None:
    report = check([of_sentence(sentence)], package, Asked(every=True))
    assert [record["verdict"] for record in report.records] == verdicts


def test_a_rank_is_among_the_parts_of_its_own_country(package: Package) -> None:
    first = "The GDP of Sunshire ranked first in the country in 2021."
    last = "The GDP of Norshire ranked first in the country in 2021."
    found = [
        check([of_sentence(sentence)], package, Asked(every=True)).records[0]["verdict"]
        for sentence in (first, last)
    ]
    assert found == ["confirmed", "contradicted"]
