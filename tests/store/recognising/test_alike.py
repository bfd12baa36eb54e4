"""What is read by what lines have in common is what is read line by line, or it is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.store.hints import Hints
from cpstats.store.recognising.alike import read_alike
from cpstats.store.recognising.gathered import _line_by_line
from cpstats.store.recognising.outline import outline_of
from cpstats.store.recognising.reading import Reading
from cpstats.store.recognising.titles import titles_of
from cpstats.store.sheet import Sheet

HEADER = ("地区", "时间", "指标", "数值", "单位", "状态")
TIMES = ("2023", "2024年", "2024-Q1", "2024年1-3月", "2024年1-8月")
NAMES = ("产值(亿元)", "产值累计值(亿元)", "增加值同比增长(%)", "人口")
PLAIN = st.tuples(
    st.sampled_from(["甲", "乙", "河北省", "山 西"]),
    st.sampled_from(TIMES),
    st.sampled_from(NAMES),
    st.sampled_from(["1", "2.50", "-3", "1,234.5", "1e3", "５", "…", ""]),
    st.sampled_from(["", "", "亿元"]),
    st.sampled_from(["", "", "p", "final"]),
)
ODD = st.tuples(
    st.sampled_from(["", "全省", "甲"]),
    st.sampled_from(["", "2024", "2024-01-05", "then"]),
    st.sampled_from(["", "产值(亿元)"]),
    st.sampled_from(["4", "5 p", "abc", "=A1", ""]),
    st.sampled_from(["", "亩"]),
    st.sampled_from(["", "q", "e"]),
)
FIRST = ("甲", "2022", "产值(亿元)", "7.5", "亿元", "p")


def reading(rows: list[tuple[str, ...]]) -> Reading:
    every = (HEADER, FIRST, *rows)
    sheet, hints = (
        Sheet("t.csv", every, (*range(1, len(every) + 1),)),
        Hints(header="1", place="丙"),
    )
    return Reading(sheet, every, outline_of(sheet, every, hints), titles_of([]), hints)


@given(st.lists(PLAIN, max_size=12), st.lists(ODD, max_size=1), st.integers(0, 12))
def test_both_ways_of_reading_agree(
    rows: list[tuple[str, ...]], odd: list[tuple[str, ...]], at: int
) -> None:
    rows = [*rows[:at], *odd, *rows[at:]]
    alike, by_line = reading(rows), reading(rows)
    found = read_alike(alike)
    if found is not None:
        assert found == _line_by_line(by_line, None)
        assert [*alike.assumed] == [*by_line.assumed]
        assert alike.carried == by_line.carried


@pytest.mark.parametrize(
    ("last", "is_alike"),
    [
        (("乙", "2023", "产值(亿元)", "1.5", "", ""), True),
        (("乙", "2023", "产值(亿元)", "…", "", ""), True),
        (("乙", "2023", "产值(亿元)", "1,234.5", "", ""), True),
        (("乙", "2023", "产值(亿元)", "1.5 p", "", ""), False),
        (("乙", "2023", "产值(亿元)", "abc", "", ""), False),
        (("乙", "then", "产值(亿元)", "1.5", "", ""), False),
        (("", "2023", "产值(亿元)", "1.5", "", ""), False),
        (("乙", "2023", "产值(亿元)", "1.5", "亿元"), False),
        (FIRST, False),
    ],
)
def test_what_is_odd_is_left_to_the_reading_line_by_line(
    last: tuple[str, ...],
    is_alike: bool,  # noqa: FBT001
) -> None:
    assert (read_alike(reading([last])) is not None) is is_alike
