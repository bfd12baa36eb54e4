"""What agrees inside a text is counted; the gravest faults stand first; a corrected reading is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.claims.conftest import invented

from cpstats.claims.check import Asked, check
from cpstats.claims.corrected import correction
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.claims.conftest import Judge, Shown


def test_a_recomputation_that_agrees_is_counted_and_shown_with_all(tmp_path: Path) -> None:
    text = "2024年昌平区旅游收入由40亿元增加到44亿元，增长10%。"  # 44 / 40 = 1.1
    package = open_package([str(invented(tmp_path))], builtin=False)
    report = check([of_sentence(text)], package, Asked(place="110114", every=True))
    assert report.notes[-1].en == "1 recomputation inside the text agrees (--all)."
    assert [row[1].text.en for row in report.blocks[-1].rows] == ["40亿元, 44亿元, 10%"]
    short = check([of_sentence(text)], package, Asked(place="110114"))
    assert len(short.blocks) == len(report.blocks) - 1


def test_one_number_rounded_two_ways_is_found(judge: Judge) -> None:
    text = "2024年旅游收入增长5.27%。2024年旅游收入增长{}%，好于预期。"
    wrong, right = (judge(text.format(rate), "gdp 110114 2024 level 10") for rate in ("5.2", "5.3"))
    assert [(number, verdict) for number, verdict, _ in wrong] == [
        ("5.27%", "inconsistent"),
        ("5.2%", "inconsistent"),
    ]
    assert "rounded two ways" in wrong[0][2]
    assert {verdict for _, verdict, _ in right} == {"unverifiable"}


def test_a_wrong_sign_stands_before_a_wrong_digit(tmp_path: Path) -> None:
    figures = ("gdp 110114 2024 level 500", "gdp 110114 2024 growth 5 price_basis=constant")
    package = open_package([str(invented(tmp_path, *figures))], builtin=False)
    text = "2024年昌平区地区生产总值520亿元，下降5.0%。"
    report = check([of_sentence(text)], package, Asked(place="110114", every=True))
    assert [row[1].text.en.partition("【")[2] for row in report.blocks[0].rows] == [
        "5.0%】",
        "520亿元】",
    ]
    assert [row["surface"] for row in report.records] == ["520亿元", "5.0%"]  # as they stand


def test_a_period_that_the_reader_gave_is_closed(tmp_path: Path) -> None:
    figures = ("gdp 110114 2023 level 450", "gdp 110114 2024 level 500")
    package = open_package([str(invented(tmp_path, *figures))], builtin=False)
    text = "地区生产总值450亿元。"  # of 2023: as the year is not said, it may be meant

    def verdict(*given: str) -> str:
        corrections = tuple(correction(one, package.catalogue) for one in given)
        asked = Asked(place="110114", corrections=corrections)
        return str(check([of_sentence(text)], package, asked).records[0]["verdict"])

    assert verdict("1:7=period:2023") == "confirmed"
    assert verdict("1:7=period:2024") == "contradicted"


def test_a_branch_of_the_economy_has_its_own_three_industries(shown: Shown) -> None:
    text = (
        "民营经济增加值122亿元，占GDP的比重为61%。其中，第一产业增加值44亿元，第二产业增加值30亿元。"
        "民营经济三次产业结构为36:25:39。第一产业增加值50亿元。"
    )
    found = shown(text, "indicator", place="110114", published="2025-02-01")
    assert found[2:] == ["None"] * 5 + ["gdp_primary"]


def test_a_million_without_a_noun_is_of_people_where_people_are_counted(shown: Shown) -> None:
    text = "The resident population was 2.1 million in 2024, 26,000 fewer than in 2023."
    found = shown(text, "indicator", "measure", "unit", place="110114", published="2025-02-01")
    assert found == [
        "resident_population level million people",
        "resident_population change people",
    ]


def test_what_is_only_taken_up_or_in_a_bracket_is_not_accused(judge: Judge) -> None:
    figures = (
        "gdp 100000 2024 level 9000",
        "gdp 110000 2024 level 500",
        "retail_sales 110000 2023 growth 4.8 price_basis=current",
        "retail_sales 110000 2024 growth -2.7 price_basis=current",
        "resident_population 110000 2024 level 2183",
    )
    texts = (
        "China's economy is 18 times the size of Beijing's: its GDP was 900 billion yuan in 2024.",
        "Retail sales declined 2.7% (2023: +4.8%) in Beijing in 2024.",
        "In 2024 Beijing had 21.83 million permanent residents; 19 million of them lived in towns.",
    )
    for text in texts:
        found = judge(text, *figures, place="110000")
        assert not {verdict for _, verdict, _ in found} & {"contradicted", "inconsistent"}, found


@pytest.mark.parametrize("joint", ["、", "和", "，"])
def test_numbers_listed_for_two_things_are_not_one_number_rounded_two_ways(
    judge: Judge, joint: str
) -> None:
    text = f"2024年酒类和饮料制造业增加值增长8%{joint}7.2%。"
    verdicts = {v for _, v, _ in judge(text, "gdp 110114 2024 level 10")}
    assert verdicts == {"unverifiable"}
