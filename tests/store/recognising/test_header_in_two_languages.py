"""Headers of yearbooks in two languages; the figures are invented, the form is that of the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.header_in_two_languages import (
    with_lines_joined,
    without_second_unit,
    without_translations,
)
from cpstats.store.recognising.inquiry import QuestionError

if TYPE_CHECKING:
    from cpstats.store.recognising.recognised import Recognised


def read(text: str, **hints: str) -> Recognised:
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return found


def figures(found: Recognised) -> list[tuple[str, ...]]:
    """Return indicator, place, period, measure, figure and unit of each row."""
    return [tuple(row[:6]) for row in found.rows]


def test_a_unit_that_stands_in_both_languages_at_the_ends_of_a_line_is_one() -> None:
    text = "3-1 分地区茶厂人数\nWorkers of Tea Mills\n单位：万人,,,(10 000 persons)\n地区,Region,2019,2020\n河北,Hebei,5,6\n山西,Shanxi,7,8\n"
    assert figures(read(text))[1] == ("茶厂人数", "河北", "2020", "level", "6", "万人")


def test_a_base_in_both_languages_is_no_label_of_the_last_year() -> None:
    text = "3-1 茶价指数\nTea Price Indices\n(2010年=100),,,(year of 2010=100)\n国家,Country,2019,2020\n印度,India,105,106\n秘鲁,Peru,107,108\n"
    found = figures(read(text))
    assert {row[0] for row in found} == {"茶价指数(2010=100)"}
    assert {row[5] for row in found} == {"2010年=100"}


def test_another_unit_at_the_end_of_the_line_stays() -> None:
    rows = [["单位:人", "", "(%)"], ["地区", "2020", "2021"], ["东乡", "5", "6"]]
    assert without_second_unit(rows, 2) is None
    rows[0] = ["单位:万人", "", "(1 000 persons)"]
    assert without_second_unit(rows, 2) is None


def test_a_word_of_a_translation_is_no_unit() -> None:
    text = (
        "3-2 各地区茶业企业数（2020年）\n单位：万个\n地区,总数,家政、,运输业\n,,服务业,\n,Total,Services to,Transport\n"
        ",,Households,\n河北,5,6,7\n山西,7,8,9\n"
    )
    found = figures(read(text))
    assert {row[5] for row in found} == {"万个"}
    assert [row[0].rpartition(", ")[2] for row in found[:3]] == ["总数", "家政、服务业", "运输业"]


def test_a_rate_of_itself_whose_name_stands_in_two_lines_is_no_growth() -> None:
    text = (
        "3-3 各地区出生率和自然增长率\n单位：‰\n地区,2019,,2020,\n,出生率,自  然,出生率,自  然\n,,增长率,,增长率\n"
        ",Birth,Natural,Birth,Natural\n,Rate,Growth,Rate,Growth\n河北,10.5,3.5,10.1,3.1\n山西,10.7,3.7,10.3,3.3\n"
    )
    found = figures(read(text))
    assert ("自然增长率", "河北", "2020", "level", "3.1", "‰") in found
    assert {row[3] for row in found} == {"level"}


def test_the_unit_below_the_label_of_a_group_is_of_all_its_columns() -> None:
    text = (
        "3-4 各地区茶农（2020年）\n地区,Region,茶庄数,茶农,,\n,,(户),(人),男,女\n,,Tea,Tea,,\n,,Households,Farmers,Male,Female\n"
        ",,(household),(person),,\n河北,Hebei,2,5,3,2\n山西,Shanxi,3,7,4,3\n"
    )
    found = figures(read(text))
    assert [(row[0], row[5]) for row in found[:4]] == [
        ("茶庄数", "户"),
        ("茶农", "人"),
        ("茶农, 男", "人"),
        ("茶农, 女", "人"),
    ]


@pytest.mark.parametrize(
    "below",
    [
        ["", "Men", "Women"],  # tells the columns apart
        ["", "kg", "EUR"],
        ["", "2020", "2021"],
    ],
)
def test_what_tells_columns_apart_or_says_a_unit_is_no_translation(below: list[str]) -> None:
    head = ["地区", "人口", "" if below[1] == "Men" else "产值"]
    assert without_translations([head, below, ["东乡", "5", "6"]], 2) is None


def test_a_unit_in_brackets_stays_where_no_chinese_one_is_beside_it() -> None:
    rows = [
        ["地区", "产量", "人口(人)"],
        ["", "Output", "Many persons"],
        ["", "(ton)", "(person)"],
        ["东乡", "5", "6"],
    ]
    made = without_translations(rows, 3)
    assert made is not None
    assert made[1:3] == [["地区", "产量", "人口(人)"], ["", "(ton)", ""]]


def test_a_label_over_a_group_is_not_joined_with_the_first_below_it() -> None:
    rows = [["地区", "工资和", "", "户数"], ["", "税收", "利润", "(户)"], ["东乡", "5", "6", "7"]]
    assert with_lines_joined(rows, 2) is None


def test_a_line_of_groups_in_the_other_language_between_chinese_ones_is_a_translation() -> None:
    text = (
        "3-5 各地区茶农（2020年底数）\n地区,Region,茶农,按城乡分,\n,,,By Town and Country,\n,,Tea,城镇,乡村\n"
        ",,Farmers,Urban,Rural\n河北,Hebei,5,2,3\n山西,Shanxi,7,3,4\n"
    )
    assert [row[0] for row in figures(read(text))[:3]] == ["茶农", "茶农, 城镇", "茶农, 乡村"]


def test_a_ratio_of_a_group_has_not_its_unit() -> None:
    text = (
        "3-6 各地区茶农（2020年）\n地区,户数,茶农,,\n,(户),(人),女,性别比\n,,,,(女=100)\n"
        "河北,2,5,2,150\n山西,3,7,3,133.3\n"
    )
    found = {row[0]: row[5] for row in figures(read(text))}
    assert found == {"户数": "户", "茶农": "人", "茶农, 女": "人", "茶农, 性别比(女=100)": ""}


def test_a_label_of_a_group_that_is_broken_over_lines_is_of_its_classes_too() -> None:
    text = (
        "3-7 各地区茶农（2020年）\n地区,受雇,,,采茶,,\n,茶农(人),男,女,茶农(人),男,女\n"
        "河北,5,2,3,4,2,2\n山西,7,3,4,5,2,3\n"
    )
    found = [(row[0], row[5]) for row in figures(read(text))[:6]]
    assert found == [
        (name, "人")
        for name in (
            "受雇茶农",
            "受雇茶农, 男",
            "受雇茶农, 女",
            "采茶茶农",
            "采茶茶农, 男",
            "采茶茶农, 女",
        )
    ]


def test_a_place_that_a_note_leaves_out_is_not_proposed() -> None:
    text = "3-8 茶农人数\n单位：万人\n年份,茶农,女\n2019,5,2\n2020,6,3\nNote: Figures do not include {} of these.\n"
    with pytest.raises(QuestionError) as raised:
        read(text.format("Peru"))
    assert "Peru" not in str(raised.value)


def test_the_word_over_the_names_may_stand_below_the_labels() -> None:
    text = (
        "3-9 茶叶价格指数\n(2020年=100),,(year of 2020=100)\n,总指数,绿茶\n年  份,General,Green\nYear,Index,Tea\n"
        "2019,98,97\n2020,100,100\n"
    )
    assert ("2019", "97") in {(row[2], row[4]) for row in figures(read(text, place="河北"))}


def test_the_same_classes_below_each_group_are_told_apart_by_it() -> None:
    text = (
        "3-10 2020年各地区茶农婚姻状况\n单位：人\n地区,Region,茶农,,,未婚,,,比重(%),,\n,,Tea,男,女,Never,男,女,Share,男,女\n"
        ",,Farmers,Male,Female,Married,Male,Female,,Male,Female\n,,,,,,,,(%),,\n"
        "河北,Hebei,9,5,4,3,2,1,33.3,40,25\n山西,Shanxi,8,4,4,3,1,2,37.5,25,50\n"
    )
    found = {row[0]: (row[4], row[5]) for row in figures(read(text)) if row[1] == "河北"}
    assert found["茶农, 女"] == ("4", "人")
    assert found["未婚, 女"] == ("1", "人")
    assert found["比重, 女"] == ("25", "%")
    assert len(found) == 9


def test_the_header_is_said_to_begin_where_it_stands_in_the_file() -> None:
    text = "3-11 茶叶\n地区,茶叶产量(吨),\nRegion,Output of Tea,\n,2022,2023\n河北,5,6\n山西,7,8\n"
    said = " ".join(line.to("en") for line in read(text).said)
    assert "1 title line, header in line 2" in said
