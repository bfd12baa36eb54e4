"""Chinese tables of databases, of Taiwan and of tidy copies; the figures are invented, the forms are those of the offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.gazetteer import register
from cpstats.keeping.own_units import OwnUnits
from cpstats.store.cells import period_of
from cpstats.store.hints import Hints
from cpstats.store.package import open_package
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.labels import label_of

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised


def read(text: str, name: str = "t.csv", encoding: str = "utf-8", **hints: str) -> Recognised:
    (found,) = foreign(name, text.encode(encoding), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return found


def figures(found: Recognised) -> list[tuple[str, ...]]:
    """Return indicator, place, period, figure and unit of each row."""
    return [(*row[:3], row[4], row[5]) for row in found.rows]


def said(found: Recognised) -> str:
    return " ".join(line.to("en") for line in found.said)


def test_names_written_once_stand_beside_places_that_run_across() -> None:
    text = ",,北京,天津,河北\n研发人员,2012,5.35,6.07,5.6\n,2013,5.8,6.8,6.5\n研发经费,2012,7,8,9\n"
    found = figures(read(text))
    assert found[0] == ("研发人员", "北京", "2012", "5.35", "")
    assert found[4] == ("研发人员", "天津", "2013", "6.8", "")
    assert found[8] == ("研发经费", "河北", "2012", "9", "")


def test_a_series_under_the_words_of_a_database_has_its_unit_and_its_dates() -> None:
    text = (
        ",销售面积:35个城市:住宅\n区域,中国\n次国家,\n频率,\"年, 年终12月\"\n单位,千平方米\n数据来源,统计局\n"
        "数列ID,1161 (CRK)\nSR码,SR12\n助记符,\n函数说明,\n首次观测日期,1999\n最后观测日期,2001\n"
        "最后更新时间,21/10/2024\n数列备注,\n建议,\n平均 MEAN,84531.2\n方差,167.5\n最小,66348.5\n"
        "1999,66348.5\n2000,84732.5\n2001,102142.9\n"
    )  # fmt: skip
    assert figures(read(text)) == [
        ("销售面积:35个城市:住宅", "中国", "1999", "66348.5", "千平方米"),
        ("销售面积:35个城市:住宅", "中国", "2000", "84732.5", "千平方米"),
        ("销售面积:35个城市:住宅", "中国", "2001", "102142.9", "千平方米"),
    ]


def test_years_of_the_republic_are_those_of_all() -> None:
    # 112 + 1911 = 2023
    wanted = {
        "民國112年": "2023",
        "中華民國113年底": "2024",
        "民國112年1月": "2023-01",
        "民國112年第2季": "2023-Q2",
    }
    assert {text: str(period_of(text)) for text in wanted} == wanted
    table = "縣市別,111年,112年,113年\n基隆市,3,4,5\n南投縣,5,6,7\n嘉義縣,7,8,9\n"
    found = read(table, "出生人數.csv", "big5")
    assert figures(found)[:2] == [
        ("出生人數", "基隆市", "2022", "3", ""),
        ("出生人數", "基隆市", "2023", "4", ""),
    ]
    assert "111年 to 113年 are counted from 1911, as Taiwan counts: 2022 to 2024" in said(found)


def test_bare_years_that_go_beyond_99_are_counted_from_1911_and_others_are_asked() -> None:
    table = "年別,失業率(%)\n98,5.85\n99,5.21\n100,4.39\n"
    assert [row[2] for row in read(table, place="臺灣").rows] == ["2009", "2010", "2011"]
    with pytest.raises(DataError, match="“97”"):
        read("年別,失業率(%)\n97,4.14\n98,5.85\n99,5.21\n", place="臺灣")


def test_traditional_headers_units_and_totals_are_read() -> None:
    assert [role_of(t) for t in ("縣市別", "年別", "項目", "單位")] == [
        "place",
        "time",
        "indicator",
        "unit",
    ]
    text = "臺北市各區產值\n單位：億元\n區域別,112年,113年,114年\n總計,9,11,13\n大安區,4,5,6\n中山區,5,6,7\n"
    assert figures(read(text))[0] == ("臺北市各區產值", "臺北市", "2023", "9", "億元")


def test_a_unit_behind_a_sign_is_the_unit_and_prices_are_the_prices() -> None:
    labels = (
        "产值_亿元",
        "城镇化率_%",
        "指数_上年=100",
        "人口/万人",
        "产值(当年价格)(亿元)",
        "产值(亿元,现价)",
        "人/平方公里",
    )
    made = [label_of(text) for text in labels]
    assert [(m.name, m.unit, m.basis) for m in made] == [
        ("产值", "亿元", ""),
        ("城镇化率", "%", ""),
        ("", "上年=100", ""),
        ("人口", "万人", ""),
        ("产值", "亿元", "current"),
        ("产值", "亿元", "current"),
        ("人/平方公里", "", ""),
    ]


def test_the_whole_of_a_city_is_the_city_that_the_file_names() -> None:
    text = "区县,2022年,2023年\n全市,9,11\n惠城区,4,5\n博罗县,5,6\n"
    assert figures(read(text, "惠州市人口变动情况.csv"))[0][1] == "惠州市"
    alone = text.replace(
        "博罗县", "某地"
    )  # one known place tells nothing, and no province is meant
    with pytest.raises(QuestionError, match="“全市”") as asked:
        read(alone, "广东人口变动情况.csv")
    assert [way.flag for way in asked.value.ways] == ["--area '惠州市'"]


def test_the_whole_of_a_city_is_the_one_that_holds_the_known_places_of_the_table() -> None:
    text = "区县,2022年,2023年\n全市,9,11\n惠城区,4,5\n博罗县,5,6\n"
    found = read(text, "广东人口变动情况.csv")
    assert figures(found)[0][1] == "惠州市"
    assert "全市 is taken for 惠州市, which holds 2 places of the table" in said(found)
    with pytest.raises(QuestionError, match="“全市”") as asked:  # of two cities
        read(text.replace("博罗县", "阳山县"), "人口变动情况.csv")
    assert [way.flag for way in asked.value.ways] == ["--area PLACE"]


def test_the_whole_of_a_city_in_a_title_is_no_place() -> None:
    text = "2023年全市主要指标\n单位：亿元\n指标,绝对数\n工业总产值,20\n进口总额,5\n"
    with pytest.raises(DataError, match="“全市”") as asked:
        read(text)
    assert ":1:1" in str(asked.value)
    assert figures(read(text, "湖州统计.csv"))[0][1] == "湖州"


def test_amounts_in_another_currency_than_the_catalogues_have_a_name_of_their_own() -> None:
    text = (
        "指标,2023年,2022年\n进出口总值(千美元),590,630\n进出口总值同比增长(%),-6.1,4.4\n"
        "出口总值(千美元),300,310\n出口总值(亿元),2000,2100\n出口总值同比增长(%),1.5,2.5\n"
    )  # fmt: skip
    made = OwnUnits().named(read(text, place="全国"), open_package().catalogue)
    assert [(row[0], row[3], row[5]) for row in made.rows][::2] == [
        ("进出口总值(美元)", "level", "千美元"),
        ("进出口总值(美元)", "growth", "%"),
        ("出口总值(美元)", "level", "千美元"),
        ("出口总值", "level", "亿元"),
        ("出口总值", "growth", "%"),
    ]


def test_words_that_a_program_puts_over_nameless_columns_are_no_names() -> None:
    text = "各地区受教育年限,Unnamed: 1,Unnamed: 2\n地区,2020年,2010年\n北  京,12.64,11.71\n河  北,9.84,9.12\n"
    assert figures(read(text))[:2] == [
        ("受教育年限", "北京", "2020", "12.64", ""),
        ("受教育年限", "北京", "2010", "11.71", ""),
    ]


def test_a_unit_in_the_name_of_a_place_is_the_unit_of_its_figures() -> None:
    text = '年,广州,深圳,"香港\n(亿港元)","澳门\n(亿澳门元)"\n2000,3,4,6,7\n2001,5,6,8,9\n'
    found = figures(read(text, "生产总值.csv"))
    assert found[:4] == [
        ("生产总值", "广州", "2000", "3", ""),
        ("生产总值", "深圳", "2000", "4", ""),
        ("生产总值", "香港", "2000", "6", "亿港元"),
        ("生产总值", "澳门", "2000", "7", "亿澳门元"),
    ]


def test_a_flag_that_is_asked_for_can_be_pasted_and_reads_the_table() -> None:
    text = '地区,"大学\n(大专及以上)",高中\n北京,41980,17593\n天津,26940,17719\n'
    with pytest.raises(DataError) as asked:
        read(text)
    assert "--column '大学 (大专及以上)'=skip" in asked.value.mend.to("en")
    hints = Hints(period="2020", columns={"大学 (大专及以上)": "skip"})
    (found,) = foreign("t.csv", text.encode(), hints, trying=False)
    assert [row[0] for row in found.rows] == ["高中", "高中"]


def test_the_nation_beside_its_provinces_is_the_nation() -> None:
    names = ("全国", "北京", "天津", "河北")
    settled = register.settled({name: register.ranked(name) for name in names})
    assert [place.ref_area for place in settled["全国"]] == ["100000"]


def test_several_titles_in_one_line_are_each_their_own() -> None:
    text = "地区：河北省,,单位：亿元\n指标,2023年,2024年\n产值,9,11\n"
    assert figures(read(text))[0] == ("产值", "河北省", "2023", "9", "亿元")
    text = "指标：,地区：河北省\n名称,2023年,2024年\n甲,1,2\n乙,2,3\n"
    assert figures(read(text))[0][:2] == ("甲", "河北省")


def test_bare_numbers_are_years_from_1911_only_in_a_table_that_counts_so() -> None:
    steps = "region,time,sales\n" + "".join(f"Hof,{n},{n + 5}\n" for n in range(90, 120))
    with pytest.raises(DataError, match="“90” is no period"):
        read(steps)


@pytest.mark.parametrize(
    ("header", "period"),
    [
        ("指标,单位,2021年,比上年增长(%)", "2021"),
        ("指标,单位,2021年,增速%", "2021"),
        ("指标,单位,2020年,2021年,同比增长%", "2021"),
        ("指标,单位,2021年,2020年,增长（%）", "2021"),  # the newer stands first
        ("Indicator,Unit,2021,Growth (%)", "2021"),
    ],
)
def test_growth_beside_one_period_or_two_in_a_row_is_that_of_the_later(
    header: str, period: str
) -> None:
    columns = header.count(",") - 2
    levels = ",".join(("70.5", "71.2")[:columns])
    found = read(
        f"{header}\n粮食产量,万吨,{levels},1.6\n蔬菜产量,万吨,{levels},-2.5\n", place="甲县"
    )
    rows = [tuple(row[:5]) for row in found.rows if row[3] == "growth"]
    assert rows == [
        ("粮食产量", "甲县", period, "growth", "1.6"),
        ("蔬菜产量", "甲县", period, "growth", "-2.5"),
    ]
    assert f"it is taken for that of {period}, which stands beside it" in said(found)


@pytest.mark.parametrize(
    "header",
    [
        "指标,单位,2018年,2021年,增长(%)",  # over three years
        "指标,单位,2019年,2020年,2021年,增长(%)",  # of the last, or the mean of all
    ],
)
def test_growth_behind_periods_that_leave_open_which_it_is_of_is_asked(header: str) -> None:
    levels = ",".join(["70.5"] * (header.count(",") - 2))
    with pytest.raises(DataError, match="the period of the line is not known"):
        read(f"{header}\n粮食产量,万吨,{levels},1.6\n蔬菜产量,万吨,{levels},-2.5\n", place="甲县")


def test_nominal_and_real_growth_beside_a_level_are_of_what_stands_there() -> None:
    text = "城市,产值（亿元）,名义增速（%）,实际增速（%）\n甲市,47,5.7,5.0\n乙市,43,5.2,5.1\n"
    rows = [(row[0], row[1], row[3], row[4]) for row in read(text, period="2021").rows[:3]]
    assert rows == [
        ("产值", "甲市", "level", "47"),
        ("产值(名义增长)", "甲市", "growth", "5.7"),
        ("产值(实际增长)", "甲市", "growth", "5.0"),
    ]


def test_the_months_so_far_are_those_of_the_month_beside_them() -> None:
    text = "区,2021年8月（吨）,1-8月累计（吨）\n甲区,5,41\n乙区,6,47\n"
    rows = [(row[2], row[4]) for row in read(text, indicator="产量").rows[:2]]
    assert rows == [("2021-08", "5"), ("2021-01/2021-08", "41")]
    with pytest.raises(DataError, match="the period of the line is not known"):
        read(text.replace("1-8月", "1-7月"), indicator="产量")
    with pytest.raises(
        DataError, match="over column 4 may be the growth of the month"
    ):  # of which?
        read(
            text.replace("\n", ",增速（%）\n", 1).replace("41", "41,1.5").replace("47", "47,2.5"),
            indicator="产量",
        )


def test_growth_behind_the_months_so_far_is_theirs() -> None:
    text = "指标,2021年8月,增速(%),1-8月累计,增速(%)\n发电量（亿千瓦时）,5,1.5,41,2.5\n产煤量（万吨）,6,1,47,2\n"
    rows = [(row[2], row[3], row[4]) for row in read(text, place="甲县").rows[:4]]
    assert rows == [
        ("2021-08", "level", "5"),
        ("2021-08", "growth", "1.5"),
        ("2021-01/2021-08", "level", "41"),
        ("2021-01/2021-08", "growth", "2.5"),
    ]


@pytest.mark.parametrize(
    ("header", "grown"),
    [
        ("2021年产值(亿元),2020年产值(亿元),增速(%)", "2021"),  # the newer stands first
        ("2020年产值(亿元),2021年产值(亿元),增速(%)", "2021"),
    ],
)
def test_growth_behind_two_years_of_a_name_is_that_of_the_later(header: str, grown: str) -> None:
    found = read(f"地区,{header}\n甲县,5,4.8,1.2\n乙县,6,5.5,1.1\n")
    assert [row[2] for row in found.rows if row[3] == "growth"] == [grown, grown]


def test_the_same_period_of_the_year_before_is_that() -> None:
    text = "2021年12月甲县主要指标\n指标名称,计量单位,本年累计,上年同期,增减%\n销售额,万元,1200,1000,20\n利润,万元,120,110,9.1\n"
    rows = [(row[2], row[3], row[4]) for row in read(text, place="甲县").rows[:3]]
    assert rows == [
        ("2021", "level", "1200"),  # all twelve months
        ("2020", "level", "1000"),
        ("2021", "growth", "20"),
    ]


def test_growth_on_the_month_before_and_on_the_year_before_are_two() -> None:
    text = "单位：亿元\n项目,2021年12月,比上月增长%,比上年同期增长%\n存款余额,1000,1.2,8.8\n贷款余额,800,0.9,10.1\n"
    rows = [(row[0], row[2], row[3], row[5]) for row in read(text, place="甲县").rows[:3]]
    assert rows == [
        ("存款余额", "2021-12", "level", "亿元"),
        ("存款余额(环比增长)", "2021-12", "growth", "%"),
        ("存款余额", "2021-12", "growth", "%"),
    ]


def test_growth_behind_a_column_without_a_period_has_none() -> None:
    text = (
        "城市,2021年吞吐量(万吨),同比(%),客运量(万人),同比(%)\n甲港,12,3.5,5,6.1\n乙港,8,-1.2,3,2\n"
    )
    rows = [(row[0], row[2], row[3]) for row in read(text, period="2021-12").rows[:4]]
    assert rows == [
        ("吞吐量", "2021", "level"),
        ("吞吐量", "2021", "growth"),
        ("客运量", "2021-12", "level"),
        ("客运量", "2021-12", "growth"),
    ]


def test_a_header_in_both_languages_has_its_unit_in_both() -> None:
    text = "年份 Year,工业产值 Output(亿元 100 million yuan),就业人员 Employed(万人 10 000 persons)\n2020,5,6\n2021,7,8\n"
    assert figures(read(text, place="甲县"))[:2] == [
        ("工业产值", "甲县", "2020", "5", "亿元"),
        ("就业人员", "甲县", "2020", "6", "万人"),
    ]


def test_the_months_of_a_year_are_those_of_the_title() -> None:
    text = "2021年各月工业产值（亿元）\n月份,当月,累计\n2月,11,21\n3月,12,33\n"
    assert figures(read(text, place="甲县")) == [
        ("工业产值", "甲县", "2021-02", "11", "亿元"),
        ("工业产值", "甲县", "2021-01/2021-02", "21", "亿元"),
        ("工业产值", "甲县", "2021-03", "12", "亿元"),
        ("工业产值", "甲县", "2021-Q1", "33", "亿元"),
    ]


@pytest.mark.parametrize("header", ["就业人员(人)2020", "就业人员2020年"])
def test_a_year_behind_a_chinese_label_is_its_period(header: str) -> None:
    rows = read(f"地区,{header}\n甲县,5\n乙县,6\n").rows
    assert [tuple(row[:3]) for row in rows] == [
        ("就业人员", "甲县", "2020"),
        ("就业人员", "乙县", "2020"),
    ]
    with pytest.raises(DataError, match="the period of the line is not known"):
        read("地区,就业人员比2020年\n甲县,5\n乙县,6\n")


def test_a_difference_beside_two_periods_is_left_out_and_said() -> None:
    text = (
        "地区,2021年1-12月,2020年1-12月,增减额,增减%\n甲县,120,100,20,20.0\n乙县,90,100,-10,-10.0\n"
    )
    found = read(text, indicator="产量")
    assert {row[3] for row in found.rows} == {"level", "growth"}
    assert "column 4 (“增减额”) is of no single period" in said(found)


def test_the_end_of_a_month_or_quarter_is_the_month_or_quarter() -> None:
    text = "衡州市2015年存贷款\n单位：亿元\n指标,2015年3月末,2015年二季度末\n存款余额,523.1,530.2\n"
    assert figures(read(text)) == [
        ("存款余额", "衡州市", "2015-03", "523.1", "亿元"),
        ("存款余额", "衡州市", "2015-Q2", "530.2", "亿元"),
    ]
    beside = (
        "衡州市2015年3月末存贷款\n单位：亿元\n指标,2015年3月底,比年初增加\n存款余额,523.1,8.2\n"
    )
    assert [row[0] for row in read(beside).rows] == ["存款余额", "比年初增加, 存款余额"]
