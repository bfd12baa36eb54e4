"""Words for a whole beside what places lie in, copies of labels that a program counted, two units of a title."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, **hints: object) -> set[tuple[str, ...]]:
    """Return name, place, period, value and unit of each figure."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {(r[0], r[1], r[2], r[4], r[5]) for r in found.rows}


@pytest.mark.parametrize("word", ["소계", "Sub-total", "Total", "小计"])
def test_a_word_for_the_whole_beside_a_parent_is_the_parent(word: str) -> None:
    text = f"Province,District,Huts 2020\nUpper,{word},9\nUpper,Dale,4\nUpper,Hill,5\nLower,{word},7\nLower,Dale,7\n"
    found = {r[1]: r[3] for r in read(text, columns={"Province": "parent"})}
    assert found == {
        "Upper": "9",
        "Dale (Upper)": "4",
        "Hill": "5",
        "Lower": "7",
        "Dale (Lower)": "7",
    }


def test_two_columns_that_are_counted_say_what_the_whole_is_of() -> None:
    text = (
        "시도별(1),시도별(2),2020\n서울특별시,소계,95\n서울특별시,종로구,48\n서울특별시,중구,47\n"
    )
    assert {r[1]: r[3] for r in read(text, indicator="Huts")} == {
        "서울특별시": "95",
        "종로구": "48",
        "중구": "47",
    }


def test_numbers_that_a_program_put_behind_copies_of_labels() -> None:
    text = (
        "Land,2020,2020.1,2021,2021.1\nLand,Huts,Tents,Huts,Tents\nOst,12,5,13,6\nWest,9,4,10,5\n"
    )
    found = {(r[0], r[1], r[2]): r[3] for r in read(text)}
    assert found["Tents", "Ost", "2020"] == "5"
    assert found["Huts", "West", "2021"] == "10"
    assert len(found) == 8


def test_of_two_units_of_a_title_per_cent_is_not_taken_for_persons() -> None:
    text = "各地区人口年龄构成（2020年）,,,\n单位：人、%,,,\n地区,总人口,0-14岁,15岁及以上\n甲市,2189309,11.84,88.16\n乙市,1386600,13.47,86.53\n"
    units = {r[0]: r[4] for r in read(text)}
    assert units == {"总人口": "人", "0-14岁": "", "15岁及以上": ""}
    large = text.replace("11.84,88.16", "259214,1930095").replace("13.47,86.53", "186775,1199825")
    assert {r[4] for r in read(large)} == {"人"}
    across = "主要指标\n单位：亿元、%\n指标,2020年,2021年\n产值,812.5,860.4\n占比情况,31.5,32.4\n"
    assert {r[0]: r[4] for r in read(across, place="甲市")} == {"产值": "亿元", "占比情况": ""}
    towns = "各市主要指标（2020年）,,\n单位：亿元、%,,\n地区,产值,同比增长\n甲市,12.5,3.1\n乙市,8.4,-1.2\n"
    assert {(r[0], r[4]) for r in read(towns)} == {("产值", "亿元"), ("产值", "")}


def test_money_and_scales_as_offices_of_two_countries_write_them() -> None:
    text = "Year,City,Income (TL),Jobs (1000-tal)\n2020,Ankara,79240,12.5\n"
    assert {r[0]: r[4] for r in read(text)} == {"Income": "TL", "Jobs": "thousand"}
