"""Sentences that are true of invented figures and easily misread: none may be accused.

The numbers of each sentence are those of the figures beside it; what is accused shows its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Judge

GROWTH = (
    "gdp 110114 2019 growth 6.1",
    "gdp 110114 2020 growth 1.2",
    "gdp 110114 2021 growth 8.5",
    "gdp 110114 2022 growth 0.7",
    "gdp 110114 2023 growth 5.2",
    "gdp 110114 2021-Q1 growth 17.1",
    "gdp 110114 2020-Q1 growth -6.6",
)
SALES = (
    "retail_sales 110114 2022 growth -7.2 price_basis=current",
    "retail_sales 110114 2023 growth 4.8 price_basis=current",
    "retail_sales 110114 2024 growth -2.7 price_basis=current",
    "retail_sales 110114 2024-01/2024-09 growth -3.1 price_basis=current",
)
SERVICES = ("gdp_secondary 110114 2023 growth 0.4", "gdp_secondary 110114 2022 growth -11.4",
            "gdp_tertiary 110114 2023 growth 6.1", "gdp_tertiary 110114 2022 growth 3.4")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("昌平区社会消费品零售总额降幅由2022年的7.2%收窄到2024年的2.7%。", SALES),
        ("2024年昌平区社会消费品零售总额下降2.7%，比上年的增幅4.8%逆转。", SALES),
        ("昌平区GDP2022年增长0.7%，而2021年为8.5%，2020年为1.2%，三年平均增速约3.4%。", GROWTH),
        ("Changping's GDP grew 8.5 percent in 2021 and averaged 4.8 percent over two years.", GROWTH),
        ("Changping's GDP grew 5.2 percent in 2023, most since 2021, when it grew 8.5 percent.", GROWTH),
        ("In the January-March quarter of 2021 Changping's GDP was 17.1 percent higher than a year before.",
         GROWTH),
        ("Changping's GDP, which grew 0.7 percent in 2022, has since expanded 5.2 percent.", GROWTH),
        (("In the first quarter of 2021 Changping's GDP soared 17.1 percent on the low base of early 2020, "
         "when it had plunged 6.6 percent."), GROWTH),
        ("Changping's growth missed its target of around 5.5 percent in 2022, coming in at 0.7 percent.",
         GROWTH),
        ("In 2023 Changping's secondary industry grew 0.4 percent, against 6.1 percent for services.",
         SERVICES),
        (("In January-September 2024 retail sales in Changping fell 3.1 percent; for the year they were "
         "down 2.7 percent."), SALES),
    ],
)  # fmt: skip
def test_a_true_sentence(text: str, figures: tuple[str, ...], judge: Judge) -> None:
    found = judge(text, *figures, published="2025-02-01")
    assert [one for one in found if one[1] in ("contradicted", "inconsistent")] == []
    assert any(verdict == "confirmed" for _, verdict, _ in found)


@pytest.mark.parametrize(
    ("text", "figures", "number"),
    [
        ("2024年昌平区社会消费品零售总额降幅扩大至27%。", SALES, "27%"),
        ("Changping's GDP grew 8.5 percent in 2021 and averaged 6.8 percent over two years.", GROWTH,
         "6.8 percent"),
        ("Growth in Changping's GDP picked up to 52 percent in 2023.", GROWTH, "52 percent"),
        ("In 2023 Changping's secondary industry grew 0.4 percent, against 61 percent for services.",
         SERVICES, "61 percent"),
    ],
)  # fmt: skip
def test_a_false_one_of_the_same_kind(
    text: str, figures: tuple[str, ...], number: str, judge: Judge
) -> None:
    found = {
        surface: verdict for surface, verdict, _ in judge(text, *figures, published="2025-02-01")
    }
    assert found[number] == "contradicted"


APART = (
    "gdp 110114 2023 level 1400",
    "gdp 110000 2023 level 9000",
    "gdp 110114 2023 growth 5.0",
    "gdp 110000 2023 growth 6.0",
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [  # 9000 − 1400 = 7600, 6 − 5 = 1: who has more is not said
        ("2023年昌平区地区生产总值与北京市相差7600亿元。", "confirmed"),
        ("2023年北京市地区生产总值与昌平区相差7600亿元。", "confirmed"),
        ("2023年昌平区地区生产总值与北京市相差2600亿元。", "contradicted"),
        ("2023年昌平区地区生产总值增速与北京市相差1个百分点。", "confirmed"),
        ("2023年北京市地区生产总值增速与昌平区相差3个百分点。", "contradicted"),
    ],
)
def test_how_far_two_places_are_apart_says_not_which_has_more(
    judge: Judge, text: str, verdict: str
) -> None:
    assert [found for _, found, _ in judge(text, *APART)] == [verdict]
