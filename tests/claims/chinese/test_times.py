from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.claims.chinese.times import pattern_for, times
from cpstats.claims.terms.letters import plain
from cpstats.store.package import open_catalogue

SPANS = open_catalogue().spans


def seen(text: str) -> list[tuple[str, str]]:
    letters = plain(text)
    return [(letters[t.start : t.end], t.shape) for t in times(letters, SPANS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022年，今年上半年", [("2022年", "year"), ("今年上半年", "sub")]),
        ("1-8月比去年1-8月", [("1-8月", "sub"), ("去年1-8月", "sub")]),
        ("前11个月，前三季度", [("前11个月", "sub"), ("前三季度", "sub")]),
        ("“十三五”期间", [('"十三五"期间', "plan")]),
        ("“十二五”末", [('"十二五"末', "year")]),
        ("“十四五”规划", []),
        ("2016—2020年", [("2016-2020年", "years")]),
        (
            "近三年、过去五年、五年来",
            [("近三年", "last_years"), ("过去五年", "last_years"), ("五年来", "last_years")],
        ),
        ("4年增长30%", [("4年", "last_years")]),
        ("连续8年", []),
        ("两年平均增长", [("两年", "average")]),
        ("较五年前", [("五年前", "ago")]),
        ("目前", [("目前", "now")]),
        ("截至6月底", [("截至", "until"), ("6月底", "sub")]),
        ("上年同期", [("上年同期", "year")]),
        ("比上月", [("上月", "month_before")]),
        ("13月", []),
        ("2009户企业", []),
        ("第十五个", []),
    ],
)
def test_words_of_time_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert seen(text) == found


@given(st.text("0123456789年月日-至上下半季度前第近这十一二四五“”期间末底同今去全"))
def test_any_text_is_read(text: str) -> None:
    found = times(plain(text), SPANS)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_every_word_of_time_begins_with_a_sign_that_is_looked_for() -> None:
    said = (
        "2024年,21年以来,今年,去年,前年,上年,本年,当年,同年,明年,次年,翌年度,上半年,下半年,第一季度,三季度,2季度,前三季度,前5个月,"
        "1-8月,全年,年末,岁末,“十四五”期间,一五时期,2021-2025年,第七次全国人口普查,第六次人口普查,党的十八大以来,十八大以来,"
        "三年前,过去五年,这五年,近三年,最近三年,未来五年,今后五年,此后三年,接下来两年,两年来,十年累计,两年平均,目前,当前,现阶段,"
        "截至目前,迄今,到目前,现在,如今,眼下,上个月,上一年,同期,同月,截至2024年,截止今年,至年底,到2025年"
    )
    for word in map(plain, said.split(",")):
        found = pattern_for(SPANS).match(word)
        assert found is not None, word


@pytest.mark.parametrize("text", ["2024年一至三季度", "2024年一季度至三季度", "2024年1-3季度"])
def test_the_first_to_a_later_quarter_are_the_months_up_to_it(text: str) -> None:
    (time,) = times(plain(text), SPANS)
    assert (time.year, time.sub) == (2024, (1, 9))
