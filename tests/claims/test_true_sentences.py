"""True sentences about the built-in figures in constructions of news: none may be accused."""

from __future__ import annotations

import pytest

import cpstats

# Real growth of Beijing 6.1, 1.2, 8.5, 0.7, 5.2, 5.2 % in 2019 to 2024 (first announced), of China 2.2, 8.4,
# 3.0, 5.2, 5.0 % from 2020; 2020 and 2021 together 4.7 % a year; H1 2020 −3.2 %, Q1 −6.6 %; `cpstats show gdp`.
TRUE = (
    ("Over 2020 and 2021 Beijing's economy grew at an average annual rate of 4.7 percent.", 1),
    ("Across 2020 and 2021, GDP in Beijing rose 4.7 percent annually on average.", 1),
    ("In 2020 and 2021 Beijing's GDP grew 1.2 percent and 8.5 percent, above average growth.", 2),
    ("Beijing's GDP growth for the first half of 2020 was minus 3.2 percent.", 1),
    ("Beijing's GDP grew by negative 6.6 percent in the first quarter of 2020.", 1),
    ("Beijing's growth slowed by 7.8 percentage points between 2021 and 2022.", 1),
    ("In 2022 Beijing's economic growth fell to 0.7 percent, a drop of 7.8 percentage points.", 2),
    ("In 2022 GDP growth in Beijing saw a decline of about 7.8 percentage points from 2021.", 1),
    (
        (
            "The economy of Beijing grew 17.1 percent in Q1 2021 from a year earlier, when it had shrunk by"
            " 6.6 percent."
        ),
        2,
    ),
    ("Beijing's first-half GDP was down 3.2 percent in 2020.", 1),
    ("First-quarter GDP in Beijing rose 17.1 percent in 2021.", 1),
    (
        "Guangdong remained China's largest provincial economy in 2024, with GDP of 14.1 trillion yuan.",
        1,
    ),
    ("In 2024, Beijing's resident population declined by 30,000, or 0.14 percent.", 2),
    (
        (
            "Beijing's growth was below the national average in 2020 (1.2 against 2.2 percent) and in 2022"
            " (0.7 against 3.0 percent)."
        ),
        2,
    ),
    (
        (
            "Beijing's GDP growth lagged the nation's by 1 percentage point in 2020 and by 2.3 percentage"
            " points in 2022."
        ),
        2,
    ),
    ("Changping's growth beat Beijing's by 0.8 percentage points in 2022.", 1),
    ("In 2022 Beijing's GDP growth trailed the national rate by 2.3 percentage points.", 1),
    ("2021年一季度，北京GDP在上年同期下降6.6%的低基数上增长17.1%。", 1),
    ("2020年北京经济增速比全国低1个百分点，2022年则低2.3个百分点。", 1),
    (
        "2025年，北京市细颗粒物（PM2.5）年均浓度下降11.5%。",
        1,
    ),  # `show pm25`: a name, no mean of years
    ("2022年，北京经济增长0.7%，比2021年低7.8个百分点。", 2),
    # 49670.2 / 1349083.5 is 3.68 %, 141488.9 / 1349083.5 is 10.49 %, 1811.9 / 49843.1 is 3.64 %
    ("Beijing accounted for 3.7 percent of China's GDP in 2024.", 1),
    ("Guangdong makes up about 10.5 percent of China's gross domestic product in 2024.", 1),
    ("In 2024, Changping accounted for 3.6 percent of the city's GDP.", 1),
    ("Beijing's economy grew 5.2 percent in 2024, outpacing the 5.0 percent national average.", 2),
    ("The resident population of Beijing was 21,843,000 in 2022.", 1),
    # the number in brackets is of the place right before it; Changping 1.5 % in 2022
    ("In 2022 Changping's GDP grew by 1.5 percent, more than that of Beijing (0.7 percent).", 2),
    ("In 2022 Changping's GDP grew by 1.5 percent, faster than in Beijing (0.7 percent).", 2),
    ("Changping's GDP grew 1.5 percent in 2022, above the city's average (0.7 percent).", 2),
    (
        "Beijing's GDP grew by 5.2 percent in 2024, faster than the national average (5.0 percent).",
        2,
    ),
    # 43760.7 / 16737.3 is 2.61 (first), 85415 / 41314 is 2.07, 42499.9 / 49843.1 is 85.3 %
    ("In 2023 the GDP of Beijing was more than twice that of Tianjin.", 1),
    (
        "In 2024 Beijing's per capita disposable income was roughly double the national average.",
        1,
    ),
    ("In 2022 GDP in Beijing grew more than 0.5 percent.", 1),  # a bound, nothing compared with
    ("The tertiary sector's share of Beijing's GDP was 85.3 percent in 2024.", 1),
    ("The share of the tertiary sector in Beijing's GDP stood at 85.3 percent in 2024.", 1),
    ("Beijing's retail sales fell 2.7 percent in 2024, a smaller drop than in 2022.", 1),
    ("In 2020 Beijing's GDP rose 1.2 percent, well below the 2.2 percent recorded nationally.", 2),
    ("The GDP of Changping rose 1.5 percent in 2022, faster than the city's 0.7 percent.", 2),
    ("In Changping, services contributed 118.11 billion yuan of GDP in 2024.", 1),
    ("Following growth of 8.5 percent in 2021, Beijing's GDP edged up 0.7 percent in 2022.", 2),
    ("At 0.7 percent, Beijing's growth was weak in 2022.", 1),
    ("In 2024 Beijing's secondary industry rose 5.7 percent, and its services sector 5.1.", 1),
    ("In Hunan, 59.71 percent of the population lived in urban areas in 2021.", 1),
    ("Beijing exported goods worth 589.0 billion yuan in 2022.", 1),
    # two places with two numbers behind them, and the year before the end of a year
    ("Beijing grew less than the country in 2020 (1.2 percent, compared with 2.2 percent).", 2),
    ("GDP growth in 2022 was 0.7 percent in Beijing and 3.0 percent in the country.", 2),
    (
        "China's population fell to 1,409.7 million at the end of 2023, from 1,411.8 million a year earlier.",
        2,
    ),
    (
        "Changping's tertiary industry accounted for 118.11 billion yuan of its 181.19 billion yuan GDP in 2024.",
        2,
    ),
    ("Beijing's share of the national economy was 3.7 percent in 2024.", 1),
    ("Beijing's GDP rose a meagre 0.7 percent in 2022.", 1),
    ("By GDP, Fujian was eighth among the provinces in 2022.", 1),
    ("Changping's GDP growth in 2022 was more than twice that of Beijing, at 1.5 percent.", 1),
    ("In 2022 GDP in Changping rose 1.5 percent, compared with 0.7 percent in all of Beijing.", 2),
    # the sign of the money stands before the number
    (
        "In 2024 Beijing's per capita disposable income is larger than China's: RMB 85,415 against RMB 41,314.",
        2,
    ),
    ("H1 growth in Beijing was 5.5 percent in 2025.", 1),
    ("Changping's economic growth was 0.8 percentage points above that of Beijing in 2022.", 1),
    (
        "Shanghai has the highest per capita disposable income in the country: 88,366 yuan in 2024.",
        1,
    ),
    ("China, the world's second-largest economy, grew 5.0 percent in 2024.", 1),
    ("In 2022 growth was weaker in Beijing (0.7%) than in China (3.0%).", 2),
    ("Beijing's GDP at constant prices was 5.2 percent larger in 2024 than in 2023.", 1),
)
OF_OTHERS = (  # true or not, the number is of nothing that is known
    "In 2024 Guangdong and Jiangsu accounted for 20.7 percent of China's GDP.",
    "In 2024 the two provinces accounted for 20.7 percent of China's GDP.",
    "In 2024 cities in Guangdong accounted for 8 percent of China's GDP.",
    "In 2024 companies based in Beijing accounted for 5 percent of China's GDP.",
    "Beijing accounted for 3.9 percent of China's GDP growth in 2024.",
    "Areas outside Beijing accounted for 96 percent of China's GDP in 2024.",
    "In Beijing, the state accounted for 33 percent of GDP in 2024.",
    "Tourism is growing. In Beijing it accounted for 8 percent of the city's GDP in 2024.",
)
FALSE = (
    "Over 2020 and 2021 Beijing's economy grew at an average annual rate of 7.4 percent.",
    "Beijing's GDP growth for the first half of 2020 was plus 3.2 percent.",
    "Beijing's growth slowed by 4.5 percentage points in 2023.",
    "Beijing's first-half GDP was up 3.2 percent in 2020.",
    "Changping's growth trailed Beijing's by 0.8 percentage points in 2022.",
    "In 2024, Changping accounted for 4.6 percent of the city's GDP.",
    "Beijing's economy grew 5.2 percent in 2024, outpacing the 6.0 percent national average.",
    "In 2022 Changping's GDP grew by 1.5 percent, more than that of Beijing (8.9 percent).",
    "In 2024 Beijing's per capita disposable income was roughly half the national average.",
    "In 2022 Guangdong's economy was 2.1 times the size of Hebei's.",  # 129118.6 / 42370.4 is 3.05
    "In 2023 the GDP of Beijing was 2.7 times that of Tianjin and 4.7 times that of Jilin.",
    "In 2024, Beijing had a GDP of 5,984.31 billion yuan; it grew 5.0 percent.",  # as China did
    "With a GDP of 4,984.31 billion yuan in 2024, Changping kept its place.",
    "Beijing grew less than the country in 2020 (1.2 percent, compared with 6.1 percent).",
    "Changping's economic growth was 1.8 percentage points above that of Beijing in 2022.",
    "Beijing's share of the national economy was 7.3 percent in 2024.",
    "By GDP, Fujian was third among the provinces in 2022.",
)


def _verdicts(text: str) -> list[str]:
    return [row["verdict"] for row in cpstats.check(text).rows]


@pytest.mark.parametrize(("text", "numbers"), TRUE)
def test_what_is_true_is_confirmed(text: str, numbers: int) -> None:
    assert _verdicts(text).count("confirmed") == numbers
    assert "contradicted" not in _verdicts(text)


@pytest.mark.parametrize("text", FALSE)
def test_what_is_false_is_found(text: str) -> None:
    assert "contradicted" in _verdicts(text)


@pytest.mark.parametrize("text", OF_OTHERS)
def test_what_others_account_for_is_not_held_against_the_place(text: str) -> None:
    assert _verdicts(text) == ["unverifiable"]


def test_so_much_a_year_over_several_is_an_average() -> None:
    # 1.085 × 1.007 × 1.052 × 1.052 is 1.2091, 4.86 % a year
    (row,) = cpstats.check("From 2020 to 2024 Beijing's GDP grew by 4.9 percent a year.").rows
    assert (row["measure"], row["verdict"]) == ("growth_average", "depends")


def test_who_was_outdone_is_no_benchmark_of_the_next_sentence() -> None:
    text = "Changping's growth beat Beijing's by 0.8 percentage points in 2022. In 2023 growth was 0.5 percentage points lower."
    found = cpstats.check(text).documents[0]["claims"]
    assert [claim["benchmark"] for claim in found] == ["110000", None]
