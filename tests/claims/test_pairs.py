"""True sentences that were accused once, and the same with a slip, which is found.

The figures are those of the built-in package: of Beijing and China as they were announced.
"""

from __future__ import annotations

from datetime import date

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import Package, open_package

FAULTS = {"contradicted", "inconsistent"}
# sentence with a true number, what stands there in the twin
PAIRS = [
    ("2024年全市居民人均可支配收入比2020年高15981元，达到[85415]元。", "81752"),
    ("2021—2024年，全市GDP分别增长[8.5]%、0.7%、5.2%和5.2%。", "5.8"),
    ("2021—2024年，全市GDP分别增长8.5%、[0.7]%、5.2%和5.2%。", "7.0"),
    ("2024年，全市规模以上工业增加值增速比上年加快6.3个百分点，为[6.7]%。", "7.6"),
    # 5.2 - 0.7 = 4.5 points
    ("2024年全市经济增速比2022年快[4.5]个百分点。", "5.4"),
    ("2023年全市居民人均可支配收入81752元，其中城镇[88650]元，农村37358元。", "86850"),
    ("2023年全市居民人均可支配收入81752元，其中城镇88650元，农村[37358]元。", "35738"),
    ("北京2024年：GDP增速[5.2]%、CPI涨幅0.1%、城镇调查失业率4.1%。", "6.2"),
    ("2024年全市第二产业占比[14.5]%，第三产业占比85.3%。", "17.5"),
    ("2021年，两年平均来看，全市地区生产总值增长[4.7]%。", "7.4"),
    ("Beijing reported GDP of [4,984.31] billion yuan for 2024.", "4,376.07"),
    ("In the first half of 2024 Beijing's economy grew 5.4 percent; in the full year it grew [5.2] percent.", "6.4"),
    ("Beijing's GDP grew by an average of [4.7] percent a year in 2020 and 2021.", "7.4"),
    ("Between 2021 and 2024 Beijing's economy grew by 8.5 percent, [0.7] percent, 5.2 percent and 5.2 percent respectively.", "7.0"),
    ("China's GDP growth eased from 5.4 percent in the first quarter of 2025 to [5.2] percent in the second and 4.5 percent in the fourth.", "2.5"),
    ("China's GDP growth eased from 5.4 percent in the first quarter of 2025 to 5.2 percent in the second and [4.5] percent in the fourth.", "5.4"),
    ("Beijing's per capita disposable income was 85,415 yuan in 2024, more than twice the national figure of [41,314] yuan.", "43,114"),
    ("China's per capita disposable income was 41,314 yuan in 2024: [54,188] yuan in urban and 23,119 yuan in rural areas.", "58,148"),
    ("Beijing's Haidian District had a GDP of 1.29 trillion yuan in 2024, more than a quarter of the city's [4.98] trillion yuan.", "4.38"),
    ("预计2026年全市GDP增长5%左右；2025年增长[5.4]%。", "5.0"),
    ("In 2024, China alone grew [5.0] percent.", "5.9"),
    ("Beijing's PM2.5 concentration averaged [30.5] micrograms per cubic metre in 2024.", "35.0"),
    ("China's GDP rose [3.0] percent in 2022, down from 8.4 percent in 2021.", "8.4"),
]  # fmt: skip


@pytest.fixture(scope="module")
def package() -> Package:
    return open_package()


def faults(package: Package, text: str) -> list[str]:
    """Return the numbers of a text that are called false."""
    place = None if text.isascii() else "110000"
    report = check([of_sentence(text)], package, Asked(published=date(2026, 2, 1), place=place))
    return [c["surface"] for c in report.documents[0]["claims"] if c["verdict"] in FAULTS]


@pytest.mark.parametrize(("text", "slip"), PAIRS)
def test_a_true_sentence_is_not_accused_and_its_slip_is_found(
    package: Package, text: str, slip: str
) -> None:
    before, _, rest = text.partition("[")
    number, _, behind = rest.partition("]")
    assert faults(package, before + number + behind) == []
    assert faults(package, before + slip + behind) != []


@pytest.mark.parametrize(
    "text",
    [
        # 85415 - 69434 = 15981 yuan
        "2024年全市居民人均可支配收入比2020年高15981元。",
        "与疫情初起的2020年相比，2024年全市居民人均可支配收入增加15981元。",
        "Per capita disposable income of Beijing residents was 15,981 yuan larger in 2024 than in 2020.",
        # a standard, an age group, a gap that another rate is beside
        "2024年，全市PM2.5为30.5微克/立方米，达到国家二级标准（35微克/立方米）。",
        "2024年底，全市常住人口2183.2万人，60岁及以上514万人，占23.5%。",
        "Beijing's GDP growth of 5.2 percent in 2024 was 0.2 points faster than the nation's and equalled that of the year before.",
        "Beijing's tertiary industry expanded 5.1 percent in 2024; its share of GDP was 85.3 percent.",
        "Changping, a district in the north of Beijing, produced 181.19 billion yuan of GDP in 2024.",
        # of the town, not of the place
        "2024年县城建成区面积21.4平方公里，常住人口18.6万人。",
        # two readings of one span without a base of its own: once a division by zero
        "Between 2024 and 2024 Beijing's economy grew 5 percent.",
        "Compared with 2019, Beijing's economy was 1.2 trillion yuan larger in 2024.",
    ],
)
def test_what_is_of_something_else_or_not_known_is_not_accused(package: Package, text: str) -> None:
    assert faults(package, text) == []
