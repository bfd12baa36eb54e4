"""Tables in the styles of the bureaus that nobody prepared: what is recognised, and what is said.

The tables are invented; the figures expected are those that stand in the cells.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.plain_cells import cells_of
from cpstats.store.sheet import Sheet, plain

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised

CHINA = "an export of the national bureau: the nation (--area names another)"


def read(text: str, encoding: str = "utf-8", hints: Hints | None = None) -> Recognised:
    (found,) = foreign("t.csv", text.encode(encoding), hints)
    return found


def cells(found: Recognised) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(row[:4]): tuple(row[4:]) for row in found.rows}


def test_provinces_by_month_with_an_empty_line_and_notes_over_two_lines() -> None:
    text = (
        "数据库：分省月度数据\n指标：规模以上工业增加值同比增长(%)\n时间：最近3个月\n"
        "地区,2024年5月,2024年4月,2024年3月\n北京市,6.5,5.0,\n天津市,3.7,3.1,2.0\n,,,\n"
        "注：1.规模以上工业企业的统计范围。\n　　2.从2月开始。\n数据来源：国家统计局\n"
    )
    found = read(text.replace("\n", "\r\n"), "gb18030")
    assert cells(found) == {
        ("规模以上工业增加值", "北京市", "2024-05", "growth"): ("6.5", "%"),
        ("规模以上工业增加值", "北京市", "2024-04", "growth"): ("5.0", "%"),
        ("规模以上工业增加值", "天津市", "2024-05", "growth"): ("3.7", "%"),
        ("规模以上工业增加值", "天津市", "2024-04", "growth"): ("3.1", "%"),
        ("规模以上工业增加值", "天津市", "2024-03", "growth"): ("2.0", "%"),
    }
    assert found.titles["database"] == "分省月度数据"
    assert len(found.notes) == 3


def test_brackets_of_a_data_bank_say_unit_prices_and_code() -> None:
    # the same names as in the World Bank's CSV of one indicator, so that both can be laid together
    panel = (
        "Time,Time Code,Country Name,Country Code,Nets (% of total) [NE.ZS],Boats (constant 2010 US$) [BO.KD]\n"
        "2016,YR2016,Marland,MAR,41.5,70.25\n2017,YR2017,Marland,MAR,..,71.5\n"
    )
    found = read(panel)
    assert found.header[-1] == "price_basis"
    assert cells(found) == {
        ("Nets (% of total)", "Marland", "2016", "level"): ("41.5", "%", ""),
        ("Boats (constant 2010 US$)", "Marland", "2016", "level"): (
            "70.25",
            "美元",
            "constant:2010",
        ),
        ("Boats (constant 2010 US$)", "Marland", "2017", "level"): (
            "71.5",
            "美元",
            "constant:2010",
        ),
    }
    wide = (
        "Country Name,Country Code,Series Name,Series Code,2016 [YR2016],2017 [YR2017]\n"
        "Marland,MAR,Boats (constant 2010 US$),BO.KD,70.25,71.5\n"
    )
    assert cells(read(wide)) == {k: v for k, v in cells(found).items() if k[0].startswith("Boats")}


def test_marks_of_footnotes_behind_names_are_no_part_of_them() -> None:
    text = "Country,2013\nUpper Vale 2/,81\nMarland,82\nLower Vale 1),83\n"
    found = read(text, hints=Hints(indicator="Nets"))
    assert [row[1] for row in found.rows] == ["Upper Vale", "Marland", "Lower Vale"]
    assert "marks of footnotes are no part of the names: “Upper Vale 2/”, “Lower Vale 1)”" in [
        str(said) for said in found.said
    ]


def test_a_single_mark_is_one_where_a_note_explains_it_and_zones_keep_their_numbers() -> None:
    text = "Country,2013,2014\nMarland*,81,82\nZone 1),83,84\nZone 2),85,86\n\n* without islands\n"
    found = read(text, hints=Hints(indicator="Nets"))
    assert {row[1] for row in found.rows} == {"Marland", "Zone 1)", "Zone 2)"}


def test_a_year_in_the_label_is_the_period_and_growth_beside_it_has_the_same() -> None:
    text = "地区,2019年渔业产值(亿元),增速(%),2020年末渔船\n上湾县,81.5,4.2,12\n"
    assert cells(read(text)) == {
        ("渔业产值", "上湾县", "2019", "level"): ("81.5", "亿元"),
        ("渔业产值", "上湾县", "2019", "growth"): ("4.2", "%"),
        ("年末渔船", "上湾县", "2020", "level"): ("12", ""),
    }


def test_a_year_of_prices_in_a_label_is_no_period() -> None:
    with pytest.raises(DataError, match="the period of the line is not known"):
        read("地区,2015年不变价产值(亿元)\n上湾县,81.5\n下湾县,80.5\n")


@pytest.mark.parametrize("labels", ["2019:08,2019:09", "2019 Aug,2019 Sep"])
def test_months_with_a_colon_or_their_name_behind_the_year(labels: str) -> None:
    found = read(f"Region,{labels}\nUpper Vale,1.5,2.5\n", hints=Hints(indicator="Nets"))
    assert [row[2] for row in found.rows] == ["2019-08", "2019-09"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"Rar!\x1a", "a RAR archive. Unpack it"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xef\xbb\xbf<HTML><body><table>", "an HTML page without a table"),
    ],
)
def test_what_is_no_table_is_said_by_name(content: bytes, what: str) -> None:
    with pytest.raises(DataError, match=f"^t.csv: this is {what}"):
        foreign("t.csv", content)


def test_cities_by_year_with_trailing_commas_and_thousands() -> None:
    text = (
        "指标：年末户籍人口(万人)\n地区,2022年,2021年,2020年,\n"
        '石家庄,"1,057.58",1066.0,—,\n呼和浩特,２５６．１,…,251.0,\n'
    )
    assert cells(read(text, "utf-8-sig")) == {
        ("年末户籍人口", "石家庄", "2022", "level"): ("1057.58", "万人"),
        ("年末户籍人口", "石家庄", "2021", "level"): ("1066.0", "万人"),
        ("年末户籍人口", "呼和浩特", "2022", "level"): ("256.1", "万人"),
        ("年末户籍人口", "呼和浩特", "2020", "level"): ("251.0", "万人"),
    }


def test_quarters_cumulated_from_january() -> None:
    text = (
        "数据库：季度数据\n指标,2024年第一季度,2023年第四季度,2023年第三季度,2023年第二季度\n"
        "居民人均可支配收入累计值(元),11539,39218,29398,19672\n"
        "居民人均可支配收入累计增长(%),6.2,5.1,5.2,5.8\n"
    )
    found = read(text, "gb18030")
    assert [(r[2], r[3], r[4]) for r in found.rows] == [
        ("2024-Q1", "level", "11539"),
        ("2023", "level", "39218"),
        ("2023-01/2023-09", "level", "29398"),
        ("2023-H1", "level", "19672"),
        ("2024-Q1", "growth", "6.2"),
        ("2023", "growth", "5.1"),
        ("2023-01/2023-09", "growth", "5.2"),
        ("2023-H1", "growth", "5.8"),
    ]
    assert str(found.said[-1]) == CHINA


@pytest.mark.parametrize(
    ("label", "indicator", "measure", "unit"),
    [
        ("新建商品住宅销售价格指数(上年同月=100)", "新建商品住宅销售价格", "index", "上年=100"),
        ("新建商品住宅销售价格指数(上月=100)", "新建商品住宅销售价格指数", "level", "上月=100"),
    ],
)
def test_price_indices_of_seventy_cities(
    label: str, indicator: str, measure: str, unit: str
) -> None:
    found = read(f"指标：{label}\n地区,2024年5月,2024年4月\n北京市,99.0,99.4\n海口市,97.9,98.0\n")
    assert cells(found)[indicator, "海口市", "2024-05", measure] == ("97.9", unit)


def test_time_in_the_first_column_ascending_and_indicators_in_columns() -> None:
    found = read(
        "数据库：年度数据\n时间,国内生产总值(亿元),人均国内生产总值(元)\n2021年,1173823.0,83111\n2022年,1234029.4,87385\n"
    )
    assert cells(found) == {
        ("国内生产总值", "100000", "2021", "level"): ("1173823.0", "亿元"),
        ("人均国内生产总值", "100000", "2021", "level"): ("83111", "元"),
        ("国内生产总值", "100000", "2022", "level"): ("1234029.4", "亿元"),
        ("人均国内生产总值", "100000", "2022", "level"): ("87385", "元"),
    }


YEARBOOK = (
    "1-5 {title}地区生产总值(2023年)\n单位：亿元\n地区,地区生产总值,第一产业,人均地区生产总值(元)\n"
    "全　省,43944.1,4466.2,59332\n　石家庄市,7534.2,560.9,67078\n　　#路北区,1000.0,10.0,\n"
    "注：本表按当年价格计算。\n"
)


def test_a_provincial_table_takes_place_and_year_from_its_title() -> None:
    found = read(YEARBOOK.format(title="河北省各市"))
    assert cells(found) == {
        ("地区生产总值", "河北省", "2023", "level"): ("43944.1", "亿元", "current"),
        ("第一产业", "河北省", "2023", "level"): ("4466.2", "亿元", "current"),
        ("人均地区生产总值", "河北省", "2023", "level"): ("59332", "元", "current"),
        ("地区生产总值", "石家庄市", "2023", "level"): ("7534.2", "亿元", "current"),
        ("第一产业", "石家庄市", "2023", "level"): ("560.9", "亿元", "current"),
        ("人均地区生产总值", "石家庄市", "2023", "level"): ("67078", "元", "current"),
        ("地区生产总值", "路北区", "2023", "level"): ("1000.0", "亿元", "current"),
        ("第一产业", "路北区", "2023", "level"): ("10.0", "亿元", "current"),
    }
    assert [str(line) for line in found.said[2:]] == [
        "the place is taken from the title: 河北省 (--area names another)",
        "the period is taken from the title: 2023 (--when names another)",
    ]


def test_the_whole_of_a_table_without_a_name_is_asked_for() -> None:
    with pytest.raises(DataError) as caught:
        read(YEARBOOK.format(title="各市").replace("石家庄市", "晓光市"))
    assert str(caught.value) == (
        "t.csv:4:1: “全省” stands for a place that the table does not name. "
        "Name it with --area, or write a title line “Region: Hebei”. Read so: cpstats import t.csv "
        "--area '河北省' (8 figures, the first 地区生产总值, 河北省, 2023: 43944.1 (100 million yuan))."
    )
    found = read(YEARBOOK.format(title="各市"), hints=Hints(place="河北"))
    assert {row[1] for row in found.rows} == {"河北", "石家庄市", "路北区"}
    found = read(YEARBOOK.format(title="各市"))  # a city of the province, and a district of another
    assert {row[1] for row in found.rows} == {"河北省", "石家庄市", "路北区"}


def test_an_english_yearbook_has_its_unit_in_brackets_and_notes_by_letters() -> None:
    found = read(
        "3-1 Gross Domestic Product\nArea: China\n(100 million yuan)\n"
        "Year,Gross Domestic Product,Primary Industry,Per Capita GDP (yuan)\n"
        "2020,1013567.0,78030.9,71828\n2021,1149237.0,83216.5,80976\n"
        "a) Data in this table are calculated at current prices.\n"
    )
    assert cells(found)["Primary Industry", "China", "2021", "level"] == (
        "83216.5",
        "100 million yuan",
        "current",
    )
    assert cells(found)["Per Capita GDP", "China", "2021", "level"] == ("80976", "yuan", "current")
    assert found.notes == ["a) Data in this table are calculated at current prices."]


def test_flags_behind_numbers_become_statuses_and_a_colon_is_missing() -> None:
    found = read(
        "geo,2021,2022,2023\nGermany,3617450.0,3876810.0 r,4121160.0 p\n"
        "Greece,: ,206620.4 e,: c\nItaly,1842507.4,1998072.8 (f),2131390.0\n",
        hints=Hints(indicator="GDP", unit="million EUR"),
    )
    assert found.header[-1] == "obs_status"
    assert {key[1:3]: value[2] for key, value in cells(found).items()} == {
        ("Germany", "2021"): "",
        ("Germany", "2022"): "revised",
        ("Germany", "2023"): "provisional",
        ("Greece", "2022"): "provisional",
        ("Italy", "2021"): "",
        ("Italy", "2022"): "forecast",
        ("Italy", "2023"): "",
    }
    assert str(found.said[-1]) == "the flag e (estimated) is read as provisional"


def test_flags_may_stand_in_a_column() -> None:
    found = read(
        "Country,Indicator,Unit,Time,Value,Flags\nAustralia,GDP,US Dollar,2020,1327836.0,\n"
        "Australia,GDP,US Dollar,2021,1552667.0,P\n"
    )
    assert [row[4:] for row in found.rows] == [
        ["1327836.0", "US Dollar", ""],
        ["1552667.0", "US Dollar", "provisional"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "geo,2021,2022\nGermany,3617450.0 q,5\n",
        "geo,Time,GDP,flag\nGermany,2021,3617450.0,q\nGermany,2022,5,p\n",
    ],
)
def test_a_flag_that_is_not_known_is_refused_until_it_is_said_what_it_means(text: str) -> None:
    with pytest.raises(DataError) as caught:
        read(text, hints=Hints(indicator="GDP"))
    assert str(caught.value.what).endswith("the flag “q” is not known")
    assert str(caught.value.mend) == (
        "Say what it means: --flag q=provisional, or --flag q= for nothing. Read so: cpstats import "
        "t.csv --indicator GDP --flag q= (2 figures, the first GDP, Germany, 2021: 3617450.0)."
    )
    assert caught.value.where.startswith("t.csv:2:")
    found = read(text, hints=Hints(indicator="GDP", flags={"q": ""}))
    assert found.rows[0][4] == "3617450.0"


def test_a_place_that_is_written_once_holds_for_the_lines_below_it() -> None:
    found = read("地区,年份,产值(亿元)\n河北省,2021,5\n,2022,6\n山西省,2021,7\n,2022,8\n")
    assert [(row[1], row[2], row[4]) for row in found.rows] == [
        ("河北省", "2021", "5"),
        ("河北省", "2022", "6"),
        ("山西省", "2021", "7"),
        ("山西省", "2022", "8"),
    ]
    assert str(found.said[-1]) == "the place that is written once holds for the lines below it"


def test_figures_beside_no_name_at_all_are_refused() -> None:
    with pytest.raises(DataError) as caught:
        read("指标：产值(亿元)\n地区,2021年,2022年\n河北省,5,6\n,7,8\n")
    assert str(caught.value) == (
        "t.csv:4:1: the line has figures and no place. "
        "Write it there; only beside another name does the one above hold on."
    )


def test_a_table_pasted_from_a_spreadsheet_has_lost_its_merged_cells() -> None:
    found = read(
        "地区\t地区生产总值(亿元)\t\t人口(万人)\nRegion\tGRP\t\tPopulation\n\t2022\t2023\t2023\n"
        "河北\t42370.4\t43944.1\t7393\n山西\t25583.9\t25698.2\t3466\n"
    )
    assert [(row[0], row[2], row[4]) for row in found.rows[:3]] == [
        ("地区生产总值", "2022", "42370.4"),
        ("地区生产总值", "2023", "43944.1"),
        ("人口", "2023", "7393"),
    ]


def test_a_second_table_below_the_notes_is_read_too() -> None:
    found = read(
        "指标：产值\n地区,2022年,2021年\n河北省,5,6\n注：见下\n地区,2020年,2019年\n山西省,7,8\n"
    )
    assert [(row[1], row[2], row[4]) for row in found.rows] == [
        ("河北省", "2022", "5"),
        ("河北省", "2021", "6"),
        ("山西省", "2020", "7"),
        ("山西省", "2019", "8"),
    ]
    assert found.where(2, "obs_value") == "t.csv:6:2"
    assert str(found.said[0]) == "2 tables in the sheet"


def test_a_line_with_more_figures_than_columns_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        read("指标：产值\n地区,2022年,2021年\n河北省,5,6,7\n")
    assert str(caught.value) == (
        "t.csv:3:4: the line has more cells than the header has columns. "
        "Look for a divider too many, as in a name without quotes, or a number that was torn apart."
    )


def test_an_empty_first_column_does_no_harm() -> None:
    found = read("指标：产值(亿元),,\n,地区,2022年\n,河北省,5\n,山西省,6\n")
    assert [(row[1], row[2], row[4]) for row in found.rows] == [
        ("河北省", "2022", "5"),
        ("山西省", "2022", "6"),
    ]


def test_a_column_of_codes_stands_for_names_only_where_there_are_none() -> None:
    beside = read("地区：甲省\n行业代码,行业,2022年\n1,农业,5\n13,食品,6\n")
    assert {row[0] for row in beside.rows} == {"农业", "食品"}
    alone = read("指标：产值(亿元)\n地区代码,2022年\n110000,5\n130000,6\n")
    assert [row[1] for row in alone.rows] == ["110000", "130000"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "指标：产值\n地区代码,2022年\n1100,5\n01200,6\n",
            (
                "t.csv:3:1: codes of 4 and 5 digits stand side by side: “1100” may have lost its "
                "leading zero. Format the column as text, write the zeros again, and save the file."
            ),
        ),
        (
            "指标：产值\n地区,2022年\n河北省,=B2+1\n",
            (
                "t.csv:3:2: obs_value: “=B2+1” is a formula without a value. "
                "Open the file in a spreadsheet, let it compute, and save it again."
            ),
        ),
        (
            "指标：产值\n地区,2022年,2021年\n河北省,5,#DIV/0!\n",
            (
                "t.csv:3:3: obs_value: “#DIV/0!”: a formula failed here. "
                "Mend the formula; if no figure is known there: --missing '#DIV/0!'. "
                "Read so: cpstats import t.csv --missing '#DIV/0!' (1 figure, the first 产值, 河北省, 2022: 5)."
            ),
        ),
        (
            "指标：产值\n地区,2-Jan,3-Jan\n河北省,5,6\n",
            (
                "t.csv:2:2: “2-Jan” is a day, not a period; a spreadsheet may have made it of “1-2”. "
                "Write 2024-01/2024-02 or 2024-01, in a column of text; figures by the day are not read: "
                "add them up first."
            ),
        ),
        (
            "产值\n2024\n",
            (
                "t.csv: no table is recognised in it (2 lines of text, no number: “产值”). "
                "A table has a header with periods or indicators, and numbers below it."
            ),
        ),
        (
            "指标：产值\n地区,产值\n河北省,5\n",
            (
                "t.csv:3:2: the period of the line is not known: “产值” over column 2 names none. "
                "Name it with --when, or write it in a title line “Time: 2024”. "
                "If the column is not wanted: --column 产值=skip. "
                "Read so: cpstats import t.csv --when YEAR (1 figure, the first 产值, 河北省, YEAR: 5)."
            ),
        ),
    ],
    ids=["zeros", "formula", "failed", "date", "nothing", "period"],
)
def test_what_cannot_be_right_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read(text)
    assert str(caught.value) == message


def test_codes_that_all_lost_a_digit_are_said() -> None:
    found = read("指标：产值(亿元)\n地区代码,2022年\n1100,5\n12000,6\n")
    assert str(found.said[-1]) == (
        "codes of 4 and 5 digits stand side by side: a leading zero may have been lost"
    )


def test_every_guess_gives_way_to_what_is_said() -> None:
    text = "甲,乙,丙,丁\n說明,x,y,z\n河北省,2022,5 b,6\n"
    hints = Hints(
        header="1-2",
        columns={"甲": "place", "2": "time", "丁": "skip"},
        flags={"b": "final"},
        indicator="产值",
        measure="growth",
    )
    found = read(text, "big5", Hints(**{**_texts(hints), "encoding": "big5"}))
    assert found.rows == [["产值", "河北省", "2022", "growth", "5", "", "final"]]


def _texts(hints: Hints) -> dict[str, object]:
    return {name: getattr(hints, name) for name in Hints.__slots__}


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(Exception, match="no column is called “geo”"):
        read("指标：产值\n地区,2022年\n河北省,5\n", hints=Hints(columns={"geo": "place"}))
    kept = read("指标：产值\n地区,2022年\n河北省,5\n", hints=Hints(expected={"geo": "place"}))
    assert len(kept.rows) == 1


def test_a_header_that_is_not_there_is_an_error() -> None:
    with pytest.raises(DataError) as caught:
        read("指标：产值\n地区,2022年\n河北省,5\n", hints=Hints(header="9"))
    assert str(caught.value) == (
        "t.csv: there is no line 9. Give the line of the header as the file has it, from 1."
    )


@given(st.lists(st.lists(st.sampled_from(["甲", "5", "7.5", " 5", "５", "山 西", "a b", "", "注"]), min_size=3, max_size=3), max_size=14))  # fmt: skip
def test_cells_are_made_plain_also_where_whole_columns_are_looked_at(rows: list[list[str]]) -> None:
    sheet = Sheet("t", tuple(map(tuple, rows)), tuple(range(len(rows))))
    assert [[*row] for row in cells_of(sheet)] == [[plain(cell) for cell in row] for row in rows]


def test_many_places_are_those_of_one_after_the_other() -> None:
    found = read("地区,年份,产值\n甲,2022,1\n甲,2023,\n甲,2024,3\n")
    assert found.where_all([0, 1]) == [found.where(n, "obs_value") for n in (0, 1)]
    assert found.where_all([1]) == ["t.csv:4:3"]


@pytest.mark.parametrize("said", ["Area: Cogs and wheels", "Region: forestry", "地区：某某工程"])
def test_what_is_no_known_place_above_a_table_is_asked_about(said: str) -> None:
    text = f"{said}\nYear,Output (t)\n2018,40\n2019,44\n"
    named = said.replace("：", ":").partition(":")[2].strip()
    with pytest.raises(QuestionError, match=f"“{named}”, which is no known place"):
        read(text)
    assert {row[1] for row in read(text, hints=Hints(place=named)).rows} == {named}


@pytest.mark.parametrize("said", ["Region: Upper Fairmere", "Region: Isles of Mor"])
def test_a_name_that_the_line_above_calls_a_region_is_one(said: str) -> None:
    text = f"{said}\nYear,Output (t)\n2018,40\n2019,44\n"
    assert {row[1] for row in read(text).rows} == {said[7:].strip()}


@pytest.mark.parametrize("said", ["Area", "Region"])
def test_a_column_is_no_place_where_the_place_stands_above(said: str) -> None:
    text = f"{said}: Denmark\nIndicator: output\nUnit: kt\nYear,{{}}\n2020,12\n2021,13\n"
    for head, name in (
        ("Output", "Output"),
        ("Total output", "Total output"),
        ("steel", "output, steel"),
    ):
        (found,) = foreign("t.csv", text.format(head).encode(), Hints())
        assert [(row[0], row[1], row[2]) for row in found.rows] == [
            (name, "Denmark", "2020"),
            (name, "Denmark", "2021"),
        ]
    text = "Indicator: output\nUnit: kt\nTime,Alder,Birch\n2020,12,5\n2021,13,6\n"
    (found,) = foreign("t.csv", text.encode(), Hints())
    assert {row[1] for row in found.rows} == {"Alder", "Birch"}


@pytest.mark.parametrize(
    "text",
    [
        "Year\tBoats\n2019 about 12.5\n2020 p\n2021\n\t15\n\t15\n",
        "Place,Boats\n2020\n2021\n",
        "Place,Boats\nNorth,1\n2021\n",
    ],
)
def test_a_period_with_nothing_below_is_no_fault(text: str) -> None:
    with suppress(DataError):  # read or refused
        foreign("t.txt", text.encode(), Hints(place="North", indicator="boats"))


def test_a_known_country_above_a_table_is_its_place_and_nothing_else_is() -> None:
    text = "{}\nUnit: kt\nYear,Output\n2020,12\n2021,13\n"
    (found,) = foreign("t.csv", text.format("Country: Kenya").encode(), Hints())
    assert {row[1] for row in found.rows} == {"Kenya"}
    for said in ("Country: GDP by quarter", "State: August 2023", "Province: all"):
        with pytest.raises(DataError, match="does not name its place"):
            foreign("t.csv", text.format(said).encode(), Hints())


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Table 3: Jobs by branch (thousands)", "thousands"),
        ("Jobs by branch (in thousand persons)", "thousand persons"),
        ("Jobs by branch, million persons", "million persons"),
        ("Jobs by branch", ""),
    ],
)
def test_what_a_title_says_of_the_unit_goes_to_figures_without_one(title: str, unit: str) -> None:
    text = f"{title}\n,Men,Women,Share (%),Jobless rate\nMining,120,80,2.5,3.5\nTrade,40,20,3,4\n"
    found = read(text, hints=Hints(place="Kenya", period="2020"))
    assert [row[5] for row in found.rows[:4]] == [unit, unit, "%", ""]


def test_a_period_over_the_names_is_that_of_all() -> None:
    text = "2021,Output (t),Growth (%)\nKenya,5,1.5\nChad,6,2.5\n"
    found = read(text)
    assert {row[2] for row in found.rows} == {"2021"}
    assert [row[3] for row in found.rows[:2]] == ["level", "growth"]
    assert "the period is taken from the corner of the table: 2021" in " ".join(
        line.to("en") for line in found.said
    )


@pytest.mark.parametrize(
    ("header", "name", "period"),
    [
        ("Jobless rate March 2021", "Jobless rate", "2021-03"),
        ("Arbeitslose Januar 2021", "Arbeitslose", "2021-01"),
        ("Houses, Q3 2021", "Houses", "2021-Q3"),
        ("Houses 2021-12-31", "Houses", "2021"),
        ("Houses 1 January 2021", "Houses", "2021"),
        ("Häuser am 01.01.2021", "Häuser", "2021"),
    ],
)
def test_a_month_before_the_year_of_a_label_is_part_of_the_period(
    header: str, name: str, period: str
) -> None:
    text = f'Country,"{header}"\nKenya,5\nChad,6\n'
    assert [row[:3] for row in read(text).rows] == [[name, "Kenya", period], [name, "Chad", period]]


def test_a_day_that_is_not_the_last_of_a_year_is_no_year() -> None:
    with pytest.raises(DataError, match="the period of the line is not known"):
        read('Country,"Houses, 31 March 2021"\nKenya,5\nChad,6\n')


def test_growth_in_english_is_of_what_stands_before_it() -> None:
    text = "Country,Output (t),Growth (%),Trade (t),Real growth,Nominal growth (%)\nKenya,5,1.5,6,2%,3\nChad,5,1,6,2%,3\n"
    rows = [(row[0], row[3]) for row in read(text, hints=Hints(period="2021")).rows[:5]]
    assert rows == [
        ("Output", "level"),
        ("Output", "growth"),
        ("Trade", "level"),
        ("Trade (real growth)", "growth"),
        ("Trade (nominal growth)", "growth"),
    ]


def test_a_sign_of_per_cent_fits_a_unit_that_says_of_what() -> None:
    text = "Jobless, % of labour force\nRegion,2021,2022\nNorth,5.2%,4.8%\nSouth,6.1%,5.5%\n"
    (found,) = foreign("t.csv", text.encode(), Hints())
    assert [(row[4], row[5]) for row in found.rows[:2]] == [
        ("5.2", "% of labour force"),
        ("4.8", "% of labour force"),
    ]


def test_the_number_and_the_years_of_a_title_are_no_part_of_a_name() -> None:
    text = "Table 2.1. Jobs by branch, 2020 to 2021 (thousands)\nRegion,2020,2021\nNorth,5,4\nSouth,6,5\n"
    assert {(row[0], row[5]) for row in read(text).rows} == {("Jobs by branch", "thousands")}


def test_series_and_units_above_a_table_name_an_index_with_its_base() -> None:
    text = "Series: Rents\nCountry: Canada\nUnits: Index 2002=100\nDate,Value\n2022-01,145.3\n2022-02,146.8\n"
    (found,) = foreign("t.csv", text.encode(), Hints())
    assert {(row[0], row[1], row[5]) for row in found.rows} == {
        ("Rents(2002=100)", "Canada", "2002年=100")
    }


@pytest.mark.parametrize(
    ("header", "expected"), [("Quarter ended", "2021-Q1"), ("Month ended", "2021-03")]
)
def test_the_last_months_of_quarters_are_quarters_where_the_header_says_so(
    header: str, expected: str
) -> None:
    text = f"{header},Net arrivals\nMar-21,6100\nJun-21,4700\nSep-21,3200\n"
    assert read(text, hints=Hints(place="Kenya")).rows[0][2] == expected


def test_months_over_columns_without_a_year_are_no_places() -> None:
    text = "Commodity,Unit,Jan,Feb\nMaize,kt,5,4\nWheat,kt,6,5\n"
    with pytest.raises(QuestionError, match="does not name its place"):
        read(text)
    rows = read(text, hints=Hints(place="Kenya", period="2021")).rows
    assert [row[2] for row in rows[:2]] == ["2021-01", "2021-02"]


def test_the_unit_of_a_title_with_two_subjects_is_that_of_the_last() -> None:
    text = "Houses and area (km2)\nRegion,Houses,Area\nNorth,5,4\nSouth,6,5\n"
    found = read(text, hints=Hints(period="2021"))
    assert [(row[0], row[5]) for row in found.rows[:2]] == [("Houses", ""), ("Area", "km2")]
