"""Text tables in any encoding and with any divider, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.importers.delimited import GAP
from cpstats.store.recognising.recognise import recognise

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised

TABLE = "指标：地区生产总值(亿元)\n地区,2022年,2021年\n河北省,43198.3,41205.4\n山西省,25653.2,…\n"


def read(text: str, encoding: str = "utf-8", hints: Hints | None = None) -> Recognised:
    (sheet,) = sheets("t.csv", text.encode(encoding))
    return recognise(sheet, hints)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("divider", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_divider_and_line_end_gives_the_same(
    encoding: str, divider: str, end: str
) -> None:
    text = TABLE.replace(",", divider).replace("\n", end)
    assert read(text, encoding).rows == [
        ["地区生产总值", "河北省", "2022", "level", "43198.3", "亿元"],
        ["地区生产总值", "河北省", "2021", "level", "41205.4", "亿元"],
        ["地区生产总值", "山西省", "2022", "level", "25653.2", "亿元"],
    ]


@pytest.mark.parametrize("missing", ["", "…", "...", "—", "-", "－", "空格", " ", "　"])
def test_what_is_missing_is_left_out_and_never_0(missing: str) -> None:
    found = read(f"指标：产值\n地区,2022年,2021年\n河北省,1.5,{missing}\n山西省,2.5,3.5\n")
    assert [row[4] for row in found.rows] == ["1.5", "2.5", "3.5"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('"1,234.5"', "1234.5"),
        ('"12,345,678"', "12345678"),
        ("１２３．４", "123.4"),
        ("-0.5", "-0.5"),
        ("+3.2", "3.2"),
    ],
)
def test_digits_are_read_however_they_are_written(cell: str, value: str) -> None:
    found = read(f"指标：产值\n地区,2022年,2021年\n河北省,{cell},7\n")
    assert found.rows[0][4] == value


def test_a_cell_that_is_no_number_is_an_error_with_its_place() -> None:
    with pytest.raises(DataError) as caught:
        read("地区,2022年,2021年\n河北省,1.5,2.5\n山西省,abc,3.5\n", hints=Hints(indicator="x"))
    assert str(caught.value).startswith("t.csv:3:2: obs_value: “abc” is not a number.")


def test_a_decimal_comma_is_not_taken_for_a_thousand() -> None:
    found = read("地区：甲省\n年份;产值(亿元);人口(万人)\n2021;1234,5;3\n")
    assert [row[4] for row in found.rows] == ["1234.5", "3"]
    assert "the comma is the decimal mark" in [str(line) for line in found.said]


def test_a_blank_behind_a_quotation_mark_is_no_part_of_the_cell() -> None:
    (sheet,) = sheets("t.csv", b'"Area","2021","2022  " \n"Alf, ""B""" ,31,32\n')
    assert sheet.rows == (("Area", "2021", "2022  "), ('Alf, "B"', "31", "32"))


def test_rules_and_outer_bars_of_markdown_are_no_cells() -> None:
    text = "# 表\n\n| 指标 | 单位 | 2021年 |\n|:--|---|--:|\n| 产值 | 亿元 | 5 |\n"
    (sheet,) = sheets("t.md", text.encode())
    assert [tuple(c.strip() for c in row) for row in sheet.rows if row] == [
        ("表",),
        ("指标", "单位", "2021年"),
        ("产值", "亿元", "5"),
    ]


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (
            "时间,工业增加值累计增长(%)",
            ["工业增加值", "100000", "2024-01/2024-05", "growth", "5.5", "%"],
        ),
        (
            "时间,居民消费价格指数(上年同月=100)",
            ["居民消费价格", "100000", "2024-05", "index", "5.5", "上年=100"],
        ),
        (
            "时间,社会消费品零售总额当期值(亿元)",
            ["社会消费品零售总额", "100000", "2024-05", "level", "5.5", "亿元"],
        ),
    ],
)
def test_a_label_says_measure_unit_and_cumulation(labels: str, rows: list[str]) -> None:
    assert read(f"数据库：月度数据\n{labels}\n2024年5月,5.5\n2024年4月,5.0\n").rows[0] == rows


def test_places_may_stand_in_columns() -> None:
    found = read("指标：常住人口(万人)\n年份,北京市,河北省\n2024,2183.2,7378\n2023,2185.8,7393\n")
    assert found.rows[1] == ["常住人口", "河北省", "2024", "level", "7378", "万人"]


def test_indicators_may_stand_in_rows_with_a_column_of_units() -> None:
    found = read("地区：昌平区\n指标,单位,2024年,2023年\n地区生产总值,亿元,1811.9,1600\n")
    assert found.rows[0] == ["地区生产总值", "昌平区", "2024", "level", "1811.9", "亿元"]


def test_what_the_file_does_not_say_is_said_by_the_user_or_assumed_aloud() -> None:
    text = "指标,2024年,2023年\n产值,5,4\n"
    found = read(text, hints=Hints(place="昌平", unit="万元"))
    assert found.rows[0] == ["产值", "昌平", "2024", "level", "5", "万元"]
    with pytest.raises(DataError, match=r"does not name its place\. Name it with --area"):
        read(text)
    nation = read(f"数据库：年度数据\n{text}")
    assert nation.rows[0][1] == "100000"
    assert "an export of the national bureau: the nation (--area names another)" in map(
        str, nation.said
    )


def test_a_table_that_names_no_indicator_asks_for_one() -> None:
    with pytest.raises(DataError, match="the table does not name its indicator"):
        read("地区,2022年,2021年\n河北省,1.5,2.5\n")


def test_notes_over_several_lines_are_kept_and_not_read_as_figures() -> None:
    found = read(
        TABLE + '"注：1.本表按当年价格计算。\n　　2.第二条 2022 5"\n数据来源：国家统计局\n'
    )
    assert len(found.rows) == 3
    assert found.notes[-1] == "数据来源：国家统计局"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x00\x01\x02\x03", "begins with the bytes 00 01 02 03"),
        (b"a,b\n1,\xff\xff\n", "neither UTF-8 nor GB18030"),
        ("只有文字\n没有数字\n".encode(), "no table is recognised in it"),
        ('地区,2022年\n"河北省,1\n'.encode(), "the line is not CSV"),
        (b"a," + b"1," * 30_000 + b"\n", "more than 20000"),
        (b"region,2022\nX,1\nY,\x00\n", "NUL"),
    ],
    ids=["binary", "encoding", "prose", "quotation", "wide", "nul"],
)
def test_a_file_that_is_no_table_says_why(content: bytes, message: str) -> None:
    with pytest.raises(DataError, match=message):
        recognise(sheets("t.csv", content)[0])


@pytest.mark.parametrize("name", ["t.xlsx", "T.XLS", "t.ods"])
def test_bytes_that_are_called_a_workbook_are_no_text_in_some_encoding(name: str) -> None:
    with pytest.raises(DataError, match="is none; it begins with the bytes b5 d8 c7 f8 01"):
        sheets(name, "地区".encode("gb18030") + b"\x01\x02,2022\n" + b"\xba\xd3,1\n" * 9)
    assert sheets(name, "地区,2022\n河北,1\n".encode("gb18030"))  # a text that is called so


def test_a_quarter_that_stands_single_and_cumulated_is_one_figure() -> None:
    found = read(
        "数据库：季度数据\n指标,2024年第二季度,2024年第一季度\n产值当季值(亿元),6,5\n产值累计值(亿元),11,5\n"
    )
    assert [(r[2], r[4]) for r in found.rows] == [
        ("2024-Q2", "6"),
        ("2024-Q1", "5"),
        ("2024-H1", "11"),
    ]


@pytest.mark.parametrize(
    ("encoding", "divider"), [("gb18030", ","), ("utf-8", ";"), ("utf-8", "\t"), ("utf-16", "\t")]
)
def test_a_table_with_our_columns_may_have_any_encoding_and_divider(
    encoding: str, divider: str
) -> None:
    from cpstats.store.recognising.foreign import foreign

    text = "indicator,ref_area,time_period,obs_value,obs_status\ngdp,昌平,2023,1500.0,provisional\n"
    (found,) = foreign("t.csv", text.replace(",", divider).encode(encoding))
    assert found.header == ["indicator", "ref_area", "time_period", "obs_value", "obs_status"]
    assert found.rows == [["gdp", "昌平", "2023", "1500.0", "provisional"]]
    assert found.where(0, "obs_value") == "t.csv:2:4"


def test_a_wide_table_with_our_columns_may_be_in_gb18030() -> None:
    from cpstats.store.recognising.foreign import foreign

    (found,) = foreign("t.csv", "indicator,ref_area,2022,2023\ngdp,昌平,1,2\n".encode("gb18030"))
    assert [r[-2:] for r in found.rows] == [["2022", "1"], ["2023", "2"]]
    assert found.where(1, "obs_value") == "t.csv:2:4"


@pytest.mark.parametrize("digits", ["9" * 401, "9" * 5000, "-" + "1" * 500 + ".5"])
def test_a_number_that_nobody_printed_is_an_error_where_it_stands(digits: str) -> None:
    for text, where in (
        (f"地区,{digits},2023年\n河北省,1,2\n", "t.csv:1:2"),
        (f"地区,2022年,2023年\n河北省,1,{digits}\n", "t.csv:2:3"),
    ):
        with pytest.raises(DataError) as caught:
            sheets("t.csv", text.encode())
        assert str(caught.value) == (
            f"{where}: the number has more than 400 signs. Write the digits that were printed."
        )


def test_a_long_cell_that_is_no_number_is_a_text() -> None:
    (sheet,) = sheets("t.csv", f"地区,2023年\n{'县' * 500},1\n".encode())
    assert sheet.rows[1][0] == "县" * 500


def test_a_title_divided_at_its_own_commas_is_one_title_and_its_prices_are_told() -> None:
    found = read("Ferries, chained volume measures, 2019 prices\nplace,2021,2022\nOslo,10,11\n")
    assert {(row[0], row[2], row[4]) for row in found.rows} == {
        ("Ferries, chained volume measures, 2019 prices", "2021", "10"),
        ("Ferries, chained volume measures, 2019 prices", "2022", "11"),
    }


def test_a_header_behind_blanks_is_no_title() -> None:
    found = read("place, year, ferries, boats\nOslo,2021,10,11\nOslo,2022,12,13\n")
    assert {row[0] for row in found.rows} == {"ferries", "boats"}


def test_of_a_long_gap_the_first_lines_are_kept_and_every_line_has_its_number() -> None:
    gap = "\n" * 150 + ",,\n" * 150
    (sheet,) = sheets("t.csv", f"a,b,c\n{gap}x,1,2\n,,\n{gap}".encode())
    kept = GAP
    assert sheet.rows == (("a", "b", "c"), *((),) * kept, ("x", "1", "2"))
    assert sheet.lines[-2:] == (kept + 1, 302)  # a header, 300 empty lines, and then the row


def test_the_last_line_keeps_its_empty_cells() -> None:
    (sheet,) = sheets("t.csv", b"a,b,c\nx,1,\n,,\n\n")
    assert sheet.rows == (("a", "b", "c"), ("x", "1", ""))


def test_every_line_of_a_title_that_its_commas_divide_is_whole() -> None:
    text = b"Exports, Upland, Norway\nMonthly, seasonally adjusted\n,\nMonth,Ore (kt),Tin (kt)\n2021-01,5,6\n"
    (sheet,) = sheets("t.csv", text)
    assert sheet.rows[:2] == (("Exports, Upland, Norway",), ("Monthly, seasonally adjusted",))


def test_a_title_with_its_year_behind_a_comma_is_whole_where_the_header_is_wider() -> None:
    found = read("Ferries, 2021\nplace,boats (kt),crews (kt)\nOslo,10,11\n")
    assert {(row[0], row[2]) for row in found.rows} == {("boats", "2021"), ("crews", "2021")}
    (sheet,) = sheets("t.csv", b"place, 2021\nOslo,2019\nRome,2018\n")  # that is a header
    assert [cell.strip() for cell in sheet.rows[0]] == ["place", "2021"]


def test_a_header_whose_own_comma_divided_it_is_whole_and_says_its_unit() -> None:
    """The figures are made up."""
    found = read('region,year,Rent, mean in 1000 kr\n"Ovanby","2012",3268\n"Nedanby","2012",3085\n')
    assert [row[:6] for row in found.rows] == [
        ["Rent, mean", "Ovanby", "2012", "level", "3268", "1000 kr."],
        ["Rent, mean", "Nedanby", "2012", "level", "3085", "1000 kr."],
    ]


def test_a_header_behind_blanks_that_has_its_columns_is_not_joined() -> None:
    rows = sheets("t.csv", b"region, 2020, 2021, Note\nA,1,2\nB,3,4,x\n")[0].rows
    assert rows[0] == ("region", " 2020", " 2021", " Note")
