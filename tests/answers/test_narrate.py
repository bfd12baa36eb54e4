"""The sentences of a bulletin: what is said, in which words, and what is left out with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.compare import compare
from cpstats.answers.narrate import narrate
from cpstats.answers.sentences.sentence_en import name
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.answers.conftest import Answer, Ask, Own

    from cpstats.model.report import Report


def zh(report: Report) -> list[str]:
    return [text.zh for text in report.text]


def en(report: Report) -> list[str]:
    return [text.en for text in report.text]


def test_a_year_has_level_share_growth_and_gap(answer: Answer) -> None:
    # 1340.8 / 41610.9 = 3.22 %; 1.5 − 0.7 = 0.8 points
    found = answer(narrate, "gdp", vs="beijing", period="2022")
    assert zh(found) == [
        (
            "2022年，昌平区地区生产总值1340.8亿元，占全市的3.22%；"
            "按不变价格计算，比上年增长1.5%，高于全市0.8个百分点。"
        )
    ]
    assert en(found) == [
        (
            "In 2022, Changping's gross domestic product was 134.08 billion yuan, up by 1.5 percent"
            " year on year at constant prices, 0.8 percentage points higher than that of Beijing,"
            " and accounted for 3.22 percent of that of Beijing."
        )
    ]


def test_a_growth_that_is_missing_is_not_written_and_a_note_says_why(answer: Answer) -> None:
    found = answer(narrate, "gdp", vs="beijing", period="2024")
    # 1811.9 / 49843.1 = 3.64 %
    assert zh(found) == ["2024年，昌平区地区生产总值1811.9亿元，占全市的3.64%。"]
    assert "昌平区地区生产总值：未写2024年的增速（缺当期数据）" in [n.zh for n in found.notes]


def test_the_figures_are_those_of_the_sentence(answer: Answer) -> None:
    found = answer(narrate, "gdp", vs="beijing", period="2022")
    assert [(f.measure, f.price_basis) for f in found.figures] == [
        ("level", "current"),
        ("share", "current"),
        ("growth", "constant"),
        ("growth_gap", "constant"),
    ]


def test_an_average_is_of_the_years_that_were_over_when_it_was_printed(answer: Answer) -> None:
    # the review of 22 December 2025 prints 6.2 and 1.3 for “十四五”: 2025 was not over
    found = answer(narrate, "gdp", vs="beijing", period="十四五")
    assert "2021—2024年，昌平区地区生产总值年均增长6.2%，高于全市1.3个百分点。" in zh(found)
    assert "“十四五”期间，昌平区地区生产总值总量突破1800亿元。" in zh(found)
    assert "2021—2025年的数字发布时2025年尚未结束，可能指2021—2024年。" in [
        n.zh for n in found.notes
    ]


def test_a_plan_that_is_known_whole_is_named(answer: Answer) -> None:
    # the city's report of February 2026: 5.2 a year over the plan
    found = answer(narrate, "gdp", places="beijing", vs="china", period="十四五")
    assert zh(found)[-1] == "“十四五”期间，北京市地区生产总值年均增长5.2%。"
    assert (
        en(found)[-1] == "During the 14th Five-Year Plan period, Beijing's gross domestic product"
        " grew by 5.2 percent per year on average."
    )


def test_a_plan_that_is_not_known_whole_is_named_by_its_known_years(answer: Answer) -> None:
    # (1.085 × 1.007 × 1.052 × 1.052)^(1/4) = 1.0486; China 8.4 (8.1), 3.0, 5.2, 5.0
    found = answer(
        narrate, "gdp", places="beijing", vs="china", period="十四五", as_of="2025-06-30"
    )
    assert zh(found)[-1].startswith(
        "2021—2024年，北京市地区生产总值年均增长4.9%（按公布的年度增速连乘）"
    )
    assert any("四舍五入" in n.zh for n in found.notes)


def test_an_average_of_levels_is_called_nominal(answer: Answer) -> None:
    # no real rates of China's primary industry are known: (91846.2…/78030.9)^(1/4)
    found = answer(narrate, "gdp_primary", places="china", period="2021..2024")
    assert zh(found)[-1].startswith("2021—2024年，中国第一产业增加值年均名义增长")
    assert "per year on average in nominal terms" in en(found)[-1]


def test_a_fall_is_a_fall_and_its_rate_is_lower(answer: Answer) -> None:
    # Changping −13.5, Beijing −1.6: −11.9 points
    found = answer(narrate, "gdp_primary", vs="beijing", period="2022")
    assert "比上年下降13.5%，增速低于全市11.9个百分点。" in zh(found)[0]
    assert "down by 13.5 percent" in en(found)[0]
    assert "11.9 percentage points lower than that of Beijing" in en(found)[0]


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("2023", "比上年增长5.2%，与全国持平。"),  # both 5.2
        ("2024", "比上年增长5.2%，高于全国0.2个百分点。"),  # 5.2 − 5.0 is [0.1, 0.3]
        ("2013", "比上年增长7.7%，与全国持平（舍入范围内）。"),  # 7.7 − 7.8 is [−0.2, 0.0]
    ],
)
def test_level_is_said_only_within_rounding(answer: Answer, year: str, said: str) -> None:
    found = answer(narrate, "gdp", places="beijing", vs="china", period=year)
    assert zh(found)[0].endswith(said)


def test_real_growth_is_said_where_nominal_is_the_habit(own: Own, ask: Ask) -> None:
    table = (
        "indicator,ref_area,time_period,measure,price_basis,obs_value\n"
        "disposable_income,100000,1960,growth,constant,4.4\n"
        "gdp,100000,1960,growth,current,6.1\n"
    )
    asked = ask("disposable_income", "gdp", places="china", period="1960")
    assert zh(narrate(asked, own(table))) == [
        "1960年，中国居民人均可支配收入比上年实际增长4.4%。",
        "1960年，中国地区生产总值比上年名义增长6.1%。",
    ]


def test_a_country_has_its_article_and_the_owner_its_apostrophe(own: Own, ask: Ask) -> None:
    table = (
        "indicator,ref_area,time_period,measure,obs_value\n"
        "gdp,US,2023,growth,2.5\ngdp,NL,2023,growth,0.1\ngdp,DE,2023,growth,-0.3\n"
    )
    package = own(table)
    asked = ask("gdp", places="US DE", vs="NL", period="2023")
    assert en(narrate(asked, package)) == [
        (
            "In 2023, the United States' gross domestic product grew by 2.5 percent year on year, "
            "2.4 percentage points higher than that of the Netherlands."
        ),
        (
            "In 2023, Germany's gross domestic product fell by 0.3 percent year on year, "
            "0.4 percentage points lower than that of the Netherlands."
        ),
    ]
    title = compare(asked, package).title.en
    assert title == "Gross domestic product · United States, Germany against the Netherlands"


def test_a_basis_that_no_source_says_is_not_said(own: Own, ask: Ask) -> None:
    table = "indicator,ref_area,time_period,measure,obs_value\ngdp,100000,1960,growth,5.0\n"
    asked = ask("gdp", places="china", period="1960")
    assert zh(narrate(asked, own(table))) == ["1960年，中国地区生产总值比上年增长5.0%。"]


def test_parts_of_a_year_are_compared_with_the_same_part(answer: Answer) -> None:
    found = answer(narrate, "gdp", vs="beijing", period="2024-H1")
    # the source does not say the basis of 6.8; 6.8 − 5.4 = 1.4
    assert zh(found) == ["2024年上半年，昌平区地区生产总值同比增长6.8%，高于全市1.4个百分点。"]
    assert en(found)[0].startswith("In the first half of 2024, Changping's gross domestic product")


def test_releases_are_not_mixed_unless_it_is_said_and_then_not_written(answer: Answer) -> None:
    # 2023: only first figures of 怀柔 against a census series; nothing is divided across them
    for found in (
        answer(narrate, "gdp", vs="beijing", period="2021..2024"),
        answer(narrate, "gdp", vs="beijing", period="2021..2024", allow_mixed=True),
    ):
        assert all(not f.reason for f in found.figures)


def test_a_forecast_is_not_written(answer: Answer) -> None:
    found = answer(narrate, "gdp_target", period="2023")
    assert not found.answered
    assert "昌平区地区生产总值增长目标：未写2023年的水平值（只有预计数或目标数）" in [
        n.zh for n in found.notes
    ]


def test_things_are_counted_in_english(answer: Answer) -> None:
    assert en(answer(narrate, "parks", period="2025")) == ["In 2025, Changping had 49 parks."]


def test_persons_are_those_of_the_end_of_the_year(answer: Answer) -> None:
    found = answer(narrate, "resident_population", vs="beijing", period="2024")
    # 227.0 / 2183.2 = 10.4 %
    assert zh(found) == ["2024年末，昌平区常住人口227万人，占全市的10.4%。"]


def test_a_name_of_two_halves_is_turned() -> None:
    assert name("Per capita disposable income, urban") == "urban per capita disposable income"
    assert name("R&D intensity") == "R&D intensity"


PEOPLE = """indicator,ref_area,time_period,measure,obs_value,unit
{name},X,2021,level,500,people
"""


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Population", "In 2021, X's population was 500 people."),
        ("Mid-year population", "In 2021, X's mid-year population was 500 people."),
    ],
)
def test_no_day_is_named_that_the_data_do_not_name(
    own: Own, ask: Ask, name: str, first: str
) -> None:
    package = own(PEOPLE.format(name=name), builtin=False)
    made = narrate(ask(name, places="X", period="2021"), package)
    assert en(made) == [first]
    assert "末" not in zh(made)[0]


@pytest.mark.parametrize(
    ("definition", "title", "en_", "zh_"),
    [
        ("Estimates of 30 June.", "Table 1", "In the middle of 2021", "2021年年中，"),
        ("", "年末人口", "At the end of 2021", "2021年末，"),
        ("Usual residents on census day.", "T", "On the census day of 2021", "2021年普查时点，"),
        ("Residents on 1 January.", "T", "At the start of 2021", "2021年初，"),
        ("Estimates of 30 June.", "年末人口", "In 2021", "2021年，"),  # the two differ
    ],
)
def test_the_day_is_that_of_the_definition_or_the_source(
    tmp_path: Path, ask: Ask, definition: str, title: str, en_: str, zh_: str
) -> None:
    tables = {
        "indicators": f"indicator,name_zh,name_en,unit,kind,definition\np,人口,People,人,stock,{definition}\n",
        "places": "ref_area,name_zh,name_en\nX,某地,X\n",
        "sources": f"source,title\nt,{title}\n",
        "observations": (
            "indicator,ref_area,time_period,measure,obs_value,unit,source\np,X,2021,level,7,人,t\n"
        ),
    }
    resources = ",".join(f'{{"name":"{one}","path":"{one}.csv"}}' for one in tables)
    (tmp_path / "datapackage.json").write_text(f'{{"name":"p","resources":[{resources}]}}')
    for one, text in tables.items():
        (tmp_path / f"{one}.csv").write_text(text, "utf-8")
    package = open_package([str(tmp_path)], builtin=False)
    made = narrate(ask("p", places="X", period="2021"), package)
    assert en(made)[0].startswith(f"{en_}, ")
    assert zh(made)[0].startswith(zh_)
