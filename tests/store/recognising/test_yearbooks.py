"""Tables as Chinese yearbooks and bulletins have them; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError

Figure = tuple[str, ...]


def read(text: str, **hints: str) -> list[Figure]:
    """Return name, period, measure, figure and unit of each figure."""
    (found,) = foreign("t.csv", text.encode(), Hints(place="宣城市", **hints), trying=False)  # type: ignore[arg-type]
    return [(row[0], *row[2:6]) for row in found.rows]


def test_growth_beside_the_month_is_of_the_month_and_that_beside_the_sum_of_all() -> None:
    text = (
        "2022年1-6月\n单位：万吨、%\n指标,本月,同比增长,累计,同比增长\n渔获,20.1,5.1,150.2,-3.2\n"
    )
    assert read(text) == [
        ("渔获", "2022-06", "level", "20.1", "万吨"),
        ("渔获", "2022-06", "growth", "5.1", "%"),
        ("渔获", "2022-H1", "level", "150.2", "万吨"),
        ("渔获", "2022-H1", "growth", "-3.2", "%"),
    ]


@pytest.mark.parametrize("words", ["本月止累计", "至本月末累计", "年初累计数", "累计"])
def test_words_for_the_months_so_far_are_no_name(words: str) -> None:
    text = f"2022年1月-9月船厂情况\n指标,单位,{words}\n船舶,艘,301\n"
    assert read(text) == [("船舶", "2022-01/2022-09", "level", "301", "艘")]


def test_years_in_chinese_digits_are_years() -> None:
    text = "年份,船舶（艘）\n一九七八年,12\n二〇〇〇年,34\n二○二一年,56\n"
    assert [row[1] for row in read(text)] == ["1978", "2000", "2021"]


def test_a_change_since_the_beginning_of_the_year_is_an_amount_and_no_growth() -> None:
    text = "2022年12月末,,单位：亿元\n指标,余额,比年初增减\n保单,5012.3,301.2\n"
    assert read(text) == [
        ("余额, 保单", "2022-12", "level", "5012.3", "亿元"),
        ("余额比年初增减, 保单", "2022-12", "level", "301.2", "亿元"),
    ]
    text = "2021年四季度末保险\n单位：亿元\n项目,2021年四季度末余额,较年初增加,同比增长（%）\n保单,1501.2,101.2,7.2\n"
    assert read(text) == [
        ("余额, 保单", "2021-Q4", "level", "1501.2", "亿元"),
        ("余额较年初增加, 保单", "2021-Q4", "level", "101.2", "亿元"),
        ("余额, 保单", "2021-Q4", "growth", "7.2", "%"),
    ]


def test_parts_that_come_twice_are_each_of_the_line_above() -> None:
    text = "指标,单位,2021年\n开工面积,万平方米,30\n#厂房,万平方米,22\n竣工面积,万平方米,20\n#厂房,万平方米,12\n"
    assert {row[0]: row[3] for row in read(text)} == {
        "开工面积": "30",
        "开工面积, 其中:厂房": "22",
        "竣工面积": "20",
        "竣工面积, 其中:厂房": "12",
    }


def test_parts_below_a_line_that_says_what_they_are_told_apart_by_are_of_the_whole() -> None:
    # 1001 + 301 = 1302 and 201 + 1101 = 1302
    text = "单位：吨\n指标,2020年\n运量,1302\n按城乡分,\n城里,1001\n乡下,301\n按方式分,\n水运,201\n陆运,1101\n"
    assert {row[0]: (row[3], row[4]) for row in read(text)} == {
        "运量": ("1302", "吨"),
        "运量, 其中:城里": ("1001", "吨"),
        "运量, 其中:乡下": ("301", "吨"),
        "运量, 其中:水运": ("201", "吨"),
        "运量, 其中:陆运": ("1101", "吨"),
    }


def test_names_that_come_twice_beside_a_column_of_units_are_told_apart_by_what_they_are_of() -> (
    None
):
    text = (
        "指标,单位,2019,2020\n船厂,家,120,118\n　大型,家,90,88\n　小型,家,30,30\n"
        "船工,人,8012,8112\n　大型,人,5012,5062\n　小型,人,3000,3050\n"
    )
    assert {row[0]: row[4] for row in read(text)} == {
        "船厂": "家",
        "大型, 船厂": "家",
        "小型, 船厂": "家",
        "船工": "人",
        "大型, 船工": "人",
        "小型, 船工": "人",
    }


def test_towns_are_places_and_branches_are_none() -> None:
    def places(text: str) -> set[str]:
        (found,) = foreign(
            "t.csv", text.encode(), Hints(place="宣城市", period="2021"), trying=False
        )
        return {row[1] for row in found.rows}

    assert places("乡镇,户数,人数\n东山镇,80,234\n西渡乡,70,204\n") == {"东山镇", "西渡乡"}
    assert places("行业名称,户数(户),人数(人)\n造船业,80,234\n渔业,70,204\n") == {"宣城市"}


def test_a_share_alone_is_of_the_column_before_it() -> None:
    text = "县区,船厂（家）,占全市比重（%）\n宣州区,30,25.1\n"
    assert [row[0] for row in read(text, period="2021")] == ["船厂", "船厂, 占全市比重"]


def test_residents_below_a_title_have_its_name() -> None:
    text = "2021年居民人均藏书\n单位：册\n指标,城镇居民,增长（%）,农村居民,增长（%）\n藏书,7,8.7,3,10.5\n"
    assert {row[0] for row in read(text.replace("指标", "年份").replace("藏书,7", "2021,7"))} == {
        "居民人均藏书, 城镇居民",
        "居民人均藏书, 农村居民",
    }


def test_below_a_title_of_growth_figures_in_per_cent_are_growth() -> None:
    text = "渔业产量增长速度\n单位：%\n指标,2021年\n海水,5.2\n其中：贝类,6.1\n"
    assert read(text) == [
        ("海水", "2021", "growth", "5.2", "%"),
        ("海水, 其中:贝类", "2021", "growth", "6.1", "%"),
    ]


def test_a_known_part_behind_its_whole_is_that_indicator_and_behind_another_is_not() -> None:
    known = open_package().catalogue.known_indicator
    assert known("地区生产总值, 第一产业") == known("地区生产总值, 其中:一产") == "gdp_primary"
    assert known("第一产业, 其中:第二产业") == "gdp_secondary"  # beside it
    assert known("进出口总额, 其中:出口") == "exports"
    assert known("用电量, 第一产业") == known("用电量, 其中:第一产业") == ""
    assert known("预算, 其中:税收收入") == "tax_revenue"
    assert known("预算, 税收收入") == known("企业数, 其中:数字经济") == ""


def test_a_sign_alone_behind_the_months_so_far_is_growth_of_them() -> None:
    text = "2022年1-5月船厂\n指标,单位,本月,累计,累计±%\n船舶,艘,20,150,-3.2\n"
    assert read(text) == [
        ("船舶", "2022-05", "level", "20", "艘"),
        ("船舶", "2022-01/2022-05", "level", "150", "艘"),
        ("船舶", "2022-01/2022-05", "growth", "-3.2", "%"),
    ]


def test_a_unit_at_the_right_of_a_title_that_a_comma_tore_apart_is_that_of_the_figures() -> None:
    text = "2021年,船厂投资,,单位：亿元\n行业,投资额,比上年增长%,位次\n修船,20.1,30.2,1\n造船,80.1,3.2,2\n"
    found = read(text, period="2021")
    assert {(row[2], row[4]) for row in found if row[0].startswith("投资额")} >= {("level", "亿元")}


def test_an_index_in_the_title_has_its_base_in_every_name() -> None:
    text = "2021年船价指数（上年=100）\n指标,城市,农村\n帆船,99.8,99.2\n"
    assert {(row[2], row[4]) for row in read(text)} == {("index", "上年=100")}


def test_a_page_that_goes_on_has_what_stood_above_the_first_also_with_its_number() -> None:
    page = "年份,船工,按船分,\n,,帆船,渔船\n"
    text = f"4-2 船工\n单位：万人\n{page}2019,30,10,20\n4-2 续表\n{page}2020,31,10,21\n"
    assert {(row[0], row[1], row[4]) for row in read(text)} == {
        (name, year, "万人")
        for name in ("船工", "船工, 帆船", "船工, 渔船")
        for year in ("2019", "2020")
    }


def test_a_unit_between_header_and_figures_is_that_of_the_figures() -> None:
    found = read("年份,帆船,渔船\n单位：万艘,,\n2019,1201,501\n2020,1301,511\n")
    assert {row[4] for row in found} == {"万艘"}


def test_a_name_in_latin_letters_over_levels_and_growth_is_their_name() -> None:
    text = "2022年一季度各市船舶\n市,LNG,,油轮,\n,总量（艘）,增速（%）,总量（艘）,增速（%）\n舟山市,38,2.8,15,10.1\n"
    assert [(row[0], row[2], row[4]) for row in read(text)] == [
        ("LNG", "level", "艘"),
        ("LNG", "growth", "%"),
        ("油轮", "level", "艘"),
        ("油轮", "growth", "%"),
    ]


def test_a_title_of_the_whole_year_names_no_place() -> None:
    text = "全年全市船舶完成情况（2021年）\n指标,单位,年度目标,完成值\n渔船,艘,60,61\n"
    assert {row[0] for row in read(text)} == {"渔船", "年度目标, 渔船"}
    with pytest.raises(QuestionError):
        foreign("t.csv", text.encode(), Hints(), trying=False)


def test_months_from_one_to_another_are_so_with_any_sign_between_them() -> None:
    head = "指标,单位,9月,,1—9月,\n,,绝对额,增长%,绝对额,增长%\n"
    found = read(f"2022年1—9月船舶\n{head}渔船,艘,12,-3.1,120,-2.9\n")
    assert {(row[1], row[2]): row[3] for row in found} == {
        ("2022-09", "level"): "12",
        ("2022-09", "growth"): "-3.1",
        ("2022-01/2022-09", "level"): "120",
        ("2022-01/2022-09", "growth"): "-2.9",
    }


def test_growth_of_the_month_and_of_the_months_so_far_stays_growth() -> None:
    text = "月份,产值增速（%）,,渔获（吨）,\n,当月,累计,当月,累计\n2022年4月,5.1,6.1,102,301\n"
    assert read(text) == [
        ("产值", "2022-04", "growth", "5.1", "%"),
        ("产值", "2022-01/2022-04", "growth", "6.1", "%"),
        ("渔获", "2022-04", "level", "102", "吨"),
        ("渔获", "2022-01/2022-04", "level", "301", "吨"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        ",船厂(个),,船工(人),\n,2020年,2021年,2020年,2021年\n全部,12,13,50,51\n#国有,5,5,12,11\n",
        "船厂类别,船厂（个）,船工（人）\n大型船厂,7,201\n小型船厂,12,101\n",
    ],
)
def test_parts_and_kinds_are_no_places(text: str) -> None:
    (found,) = foreign("t.csv", text.encode(), Hints(place="宣城市", period="2021"), trying=False)
    assert {row[1] for row in found.rows} == {"宣城市"}
