from __future__ import annotations

import pytest

from cpstats.claims.chinese.comparing import comparison
from cpstats.claims.terms.comparison import Comparison


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("增长", ",创2015年以来新高。", Comparison("record", since=2015)),
        ("增长", ",为近五年最低。", Comparison("record", up=False, years=5)),
        ("增长", ",创2015年同期以来新高。", Comparison("record", since=2015, same=True)),
        ("产值首次突破", "。", Comparison("first")),
        ("产值突破", "。", None),
    ],
)
def test_what_stands_around_a_number_compares_it_with_other_years(
    before: str, after: str, said: Comparison | None
) -> None:
    assert comparison("5.2%", before, after, "growth", None) == said


def test_years_in_a_row_are_of_what_rose_or_fell() -> None:
    risen = comparison("连续三年", "", "增长", "level", "gdp")
    fallen = comparison("连续8年", "", "下降", "level", "exports")
    assert risen == Comparison("row", up=True, years=3, indicator="gdp")
    assert fallen == Comparison("row", up=False, years=8, indicator="exports")
    assert comparison("连续三年", "", "居全省首位", "level", "gdp") is None
    assert comparison("连续三年", "", "增长5%以上", "level", "gdp") is None
