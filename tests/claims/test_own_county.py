"""Sentences of bulletins and releases beside a table of one's own: true ones hold, planted slips are found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented. 2024 beside 2023: exports 7.10 / 5.92 = +19.9 %, population 41.2 - 41.5 = -0.3,
# agriculture 52.0 / 310.0 = 16.8 % of output; 2023: 49.0 / 290.0 = 16.9 %.
COUNTY = """沙堤县主要指标
指标,单位,2022年,2023年,2024年
地区生产总值,亿元,271.0,290.0,310.0
第一产业增加值,亿元,47.0,49.0,52.0
规模以上工业增加值增速,%,6.3,7.2,9.4
固定资产投资增速,%,5.1,7.9,-3.6
出口总额,亿元,6.50,5.92,7.10
常住人口,万人,41.9,41.5,41.2
城镇化率,%,44.0,45.1,46.3
"""
# Exports 2024 beside 2022: 630 / 500 = +26.0 %; population 2024 beside 2021: 208 / 200 = +4.0 %.
REGION = """Region: Fairmere
Indicator,Unit,2021,2022,2023,2024
Gross domestic product,million euros,1510,1620,1705,1790
Exports,million euros,470,500,560,630
Resident population,thousand persons,200,203,206,208
Retail sales,million euros,310,322,340,355
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("own")
    files = {"zh": (folder / "county.csv", COUNTY), "en": (folder / "region.csv", REGION)}
    for file, text in files.values():
        file.write_text(text, "utf-8")
    return {lang: str(file) for lang, (file, _) in files.items()}


def verdicts(text: str, data: str) -> list[tuple[str, str]]:
    found = cpstats.check(text, data=data, published=date(2025, 3, 1)).to_frame()
    return list(zip(found["surface"], found["verdict"], strict=True))


@pytest.mark.parametrize(
    ("text", "surface", "slip"),
    [
        ("沙堤县固定资产投资受项目接续不足影响，2024年下降3.6%。", "3.6%", "36%"),
        ("2024年，沙堤县外贸扭转上年下降8.9%的态势，出口总额达到7.10亿元。", "7.10亿元", "5.92亿元"),
        ("沙堤县规模以上工业增加值增速连续三年保持在6%以上，2024年达到9.4%。", "9.4%", "7.2%"),
        ("2024年末，沙堤县常住人口41.2万人，比上年末减少0.3万人。", "0.3万人", "3.0万人"),
        ("2024年末，沙堤县常住人口41.2万人，比2022年末下降1.7%。", "1.7%", "2.7%"),  # 41.2 / 41.9
        ("2024年末，沙堤县城镇人口占比为46.3%。", "46.3%", "45.1%"),
        ("沙堤县第一产业增加值占GDP比重由2023年的16.9%变为2024年的16.8%。", "16.8%", "18.6%"),
        ("2024年末沙堤县常住人口为41.2万人，沙堤县城镇化率比上年提高1.2个百分点。", "1.2个百分点", "2.1个百分点"),
        ("Fairmere's GDP amounted to 1,510, 1,620, 1,705 and 1,790 million euros in 2021, 2022, 2023 and 2024, respectively.", "1,705", "1,075"),
        ("Fairmere's exports were 500 million and 560 million euros in 2022 and 2023.", "500 million", "600 million"),
        ("In 2024 the exports of Fairmere were 26.0% above their 2022 level of 500 million euros.", "500 million euros", "470 million euros"),
        ("Fairmere: exports EUR 630 million (2023: 560 million); GDP EUR 1.79 billion.", "EUR 1.79 billion", "EUR 17.9 billion"),
        ("Fairmere's retail sales were 355 million euros in 2024.", "355 million euros", "340 million euros"),
        ("Fairmere's exports rose by 70 million euros in 2024.", "70 million euros", "700 million euros"),
    ],
)  # fmt: skip
def test_true_numbers_hold_and_their_slips_are_found(
    text: str, surface: str, slip: str, tables: dict[str, str]
) -> None:
    data = tables["en" if text.isascii() else "zh"]
    found = verdicts(text, data)
    assert (surface, "confirmed") in found
    assert not {"contradicted", "inconsistent"} & {verdict for _, verdict in found}
    planted = verdicts(text.replace(surface, slip), data)
    assert {"contradicted", "inconsistent"} & {verdict for _, verdict in planted}


def test_an_amount_in_another_money_confirms_nothing(tables: dict[str, str]) -> None:
    """179 billion yuan are 1,790 of 亿元, and the table has 1,790 million euros."""
    text = "Fairmere's GDP was 179 billion yuan in 2024."
    assert verdicts(text, tables["en"]) == [("179 billion yuan", "unverifiable")]


def test_an_open_year_is_looked_for_in_their_money(tables: dict[str, str]) -> None:
    """Without a year it is that of 2024, unless the figure of 2023 (560) is meant."""
    assert verdicts("Fairmere's exports were 560 million euros.", tables["en"]) == [
        ("560 million euros", "depends")
    ]


def test_growth_over_the_years_to_the_last_one(tables: dict[str, str]) -> None:
    text = "Over the three years to 2024, the resident population of Fairmere went up by 4.0%."
    assert verdicts(text, tables["en"]) == [("4.0%", "confirmed")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GDP remained unchanged in the 3rd quarter of 2024 after growing by 0.4% in the 2nd quarter.", ["2024-Q2"]),
        ("In the last three months of 2023, Canada's GDP advanced 0.7 percent.", ["2023-Q4"]),
        ("Sales saw a 16.1 percent increase year-on-year in June 2023, due to the low base of comparison in 2022.", ["2023-06"]),
        ("For 2023 as a whole, Canada's GDP grew by 2.0 percent from 2022 after increasing by 1.7 percent a year earlier.", ["2023", "2022"]),
        ("2023年，上海、北京、天津三地年末常住人口分别为2487万人、2186万人、1364万人。", ["2023-12-31"] * 3),
        ("北京三次产业结构由2022年的0.3:15.9:83.8调整为2023年的0.2:14.9:84.9。", ["2022"] * 3 + ["2023"] * 3),
        ("Jiangsu's permanent population grew by 100,000 in 2022 to 85.15 million.", ["2022"] * 2),
        ("Beijing's economy, which had contracted 3.2 percent in the first half of 2020, ended the year with growth of 1.2 percent.", ["2020-H1", "2020"]),
    ],
)  # fmt: skip
def test_periods_of_lists_and_of_what_follows(text: str, expected: list[str]) -> None:
    found = cpstats.check(text, published=date(2025, 3, 1)).to_frame()
    assert list(found["period"]) == expected
    assert not set(found["verdict"]) & {"contradicted", "inconsistent"}


def test_up_behind_the_next_noun_is_not_the_sign_of_the_number_before() -> None:
    text = "Beijing's foreign trade rose in 2022, with exports down 3.8 percent and imports up 25.7 percent."
    found = cpstats.check(text, published=date(2023, 2, 3)).to_frame()
    assert list(found["verdict"]) == ["confirmed", "confirmed"]
    slump = "In 2023, retail sales in Beijing picked up by 4.8 percent, rebounding from a 7.2-percent slump the previous year."
    found = cpstats.check(slump, published=date(2024, 2, 3)).to_frame()
    assert list(found["verdict"]) == ["confirmed", "confirmed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，北京市地区生产总值增长5.2%，高于全国（5.0%）0.2个百分点。", ["growth_yoy up"] * 2 + ["gap_pp up"]),
        ("2023年，北京GDP增速（5.2%）与全国（5.2%）持平。", ["growth_yoy up"] * 2),
        ("2024年，净出口对北京经济增长的贡献为-1.5个百分点。", ["contribution_pp down"]),
        ("Net trade contributed -0.3 percentage points to growth in 2024.", ["contribution_pp down"]),
    ],
)  # fmt: skip
def test_rates_in_brackets_are_growth_and_contributions_keep_their_sign(
    text: str, expected: list[str]
) -> None:
    found = cpstats.check(text, published=date(2025, 3, 1)).to_frame()
    assert [
        " ".join(pair) for pair in zip(found["measure"], found["direction"], strict=True)
    ] == expected


def test_two_digits_before_since_are_a_year_or_a_count() -> None:
    found = cpstats.check("15年以来，北京GDP年均增长6.3%。", published=date(2025, 3, 1)).to_frame()
    assert list(found["verdict"]) == ["depends"]


def test_the_capital_of_a_nation_is_not_the_nation() -> None:
    text = "The Chinese capital's GDP rose 5.2 percent in 2024, faster than China's 5.0 percent."
    found = cpstats.check(text, published=date(2025, 1, 22)).to_frame()
    assert list(found["indicator"]) == ["gdp", "gdp"]
    assert list(found["verdict"]) == ["unverifiable", "confirmed"]


def test_what_residents_of_the_towns_have_is_theirs() -> None:
    text = "In 2023, urban residents in Beijing had a per capita disposable income of 88,650 yuan."
    found = cpstats.check(text, published=date(2024, 2, 28)).to_frame()
    assert "disposable_income" not in set(found["indicator"])
    assert "contradicted" not in set(found["verdict"])


@pytest.mark.parametrize(
    "text",
    [
        "2024年，沙堤县地区生产总值比第一产业增加值多258.0亿元。",  # 310.0 − 52.0, no change of the one
        "2024年沙堤县第一产业增加值52.0亿元，出口总额7.10亿元，合计59.1亿元。",  # of both, not of the last
    ],
)
def test_a_distance_between_indicators_and_a_sum_of_several_are_not_of_one(
    text: str, tables: dict[str, str]
) -> None:
    assert not {"contradicted", "inconsistent"} & {v for _, v in verdicts(text, tables["zh"])}


# Invented. Rates per thousand, which need not be above zero.
VITAL = """沙堤县人口变动情况
指标,单位,2023年,2024年
出生率,‰,7.1,8.8
人口自然增长率,‰,1.1,-3.19
对外贸易差额,万元,-520,-480
"""


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2024年，沙堤县出生率为8.8‰。", "confirmed"),
        ("2024年，沙堤县出生率为0.88%。", "confirmed"),
        ("2024年，沙堤县出生率为7.1‰。", "contradicted"),
        ("2024年，沙堤县出生率为8.8%。", "contradicted"),
        ("2024年，沙堤县人口自然增长率为-3.19‰。", "confirmed"),
        ("2024年，沙堤县人口自然增长率为－3.19‰。", "confirmed"),
        ("2024年，沙堤县人口自然增长率为3.19‰。", "contradicted"),
        ("2024年，沙堤县出生率为8.8‰，比上年上升0.17个百分点。", "confirmed"),
        ("2024年，沙堤县对外贸易差额为-480万元。", "confirmed"),
        ("2024年，沙堤县对外贸易差额为480万元。", "contradicted"),
    ],
)
def test_rates_per_thousand_and_what_lies_below_zero(
    tmp_path: Path, text: str, verdict: str
) -> None:
    file = tmp_path / "vital.csv"
    file.write_text(VITAL, "utf-8")
    found = verdicts(text, str(file))
    assert found[0][1] == verdict
    assert [v for _, v in found[1:]] in ([], ["unverifiable"])


# Invented. 57.1 is 1.8 points below 58.9; 123.4 / 117.5 = +5.0 %
DEBT = """Region: Fairmere
Indicator,Unit,2022,2023
Government debt,% of GDP,58.9,57.1
Consumer price index (2015=100),,117.5,123.4
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fairmere's government debt fell to 57.1% of GDP in 2023, from 58.9% in 2022.", ["confirmed"] * 2),
        ("Fairmere's government debt was 75.1% of GDP in 2023.", ["contradicted"]),
        ("In 2023 Fairmere's consumer price index (2015=100) averaged 123.4, up 5.0 percent on 2022.", ["confirmed", "confirmed"]),
    ],
)  # fmt: skip
def test_a_rate_of_something_is_a_rate(tmp_path: Path, text: str, found: list[str]) -> None:
    file = tmp_path / "debt.csv"
    file.write_text(DEBT, "utf-8")
    assert [v for _, v in verdicts(text, str(file))] == found


# Invented. 64120 - 54010 = 10110; 2455 million dollars are 2.46 billion.
TWO = """County,Indicator,2022,2023,Unit
Alder County,Median household income,61350,64120,dollars
Alder County,Nominal GDP,2320,2455,million dollars
Brook County,Median household income,51900,54010,dollars
Brook County,Nominal GDP,3190,3322,million dollars
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Median household income in Alder County was $64,120 in 2023, about $10,100 more than in Brook County, where it was $54,010.",
            ["confirmed"] * 3,
        ),
        ("In 2023 the nominal GDP of Alder County was $2.46 billion.", ["confirmed"]),
        ("In 2023 the nominal GDP of Alder County was $2.64 billion.", ["contradicted"]),
        (
            "In 2023 the nominal GDP of Alder County was $2.46 billion. Together the two counties produced $5.8 billion.",
            ["confirmed", "unverifiable"],
        ),
    ],
)
def test_two_places_beside_one_another(tmp_path: Path, text: str, found: list[str]) -> None:
    file = tmp_path / "two.csv"
    file.write_text(TWO, "utf-8")
    assert [v for _, v in verdicts(text, str(file))] == found
