from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.chinese.frames import running, spanned, up_to
from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.memory import Memory
from cpstats.claims.terms.periods import Clock, months_of

if TYPE_CHECKING:
    from tests.claims.conftest import Shown

CLOCK = Clock(date(2024, 4, 15))


@pytest.mark.parametrize(
    ("years", "code"),
    [((2021, 2022, 2023), "2021/2023"), ((2023, 2022), "2022/2023"), ((2020, 2023), "2023")],
)
def test_years_that_follow_one_another_are_a_span(years: tuple[int, ...], code: str) -> None:
    assert spanned([months_of(year, 1, 12) for year in years], CLOCK).code == code


def test_the_months_so_far_end_with_the_month_that_was_spoken_of() -> None:
    september = months_of(2023, 9, 9)
    assert up_to(months_of(2023, 1, 9), september) is True
    assert up_to(september, september) is False


def test_what_a_month_has_so_far_is_of_the_months_up_to_it(shown: Shown) -> None:
    text = "5月,全市外贸出口累计完成31.7亿元,增长4.2%;其中进口6.1亿元。"
    assert shown(text, "value", "period", published="2024-06-20") == [
        "31.7 2024-01/2024-05",
        "4.2 2024-01/2024-05",
        "6.1 2024-05",
    ]
    assert shown("5月,累计达80家。", "period", published="2024-06-20") == ["2024-05"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("截至6月30日,全县完成税收收入8.4亿元。", "2023-H1"),
        ("截至6月30日,全县常住人口48.2万人。", "2023-06-30"),
    ],
)
def test_what_was_completed_by_a_day_is_of_the_months_up_to_it(
    shown: Shown, text: str, period: str
) -> None:
    assert shown(text, "period", published="2023-08-02") == [period]


def test_the_month_or_the_quarter_before_is_that_before_the_one_in_force(shown: Shown) -> None:
    text = "5月,全市外贸出口31.7亿元,上月为29.8亿元,去年同月为30.2亿元。"
    assert shown(text, "value", "period", published="2024-06-20")[:2] == [
        "31.7 2024-05",
        "29.8 2024-04",
    ]
    text = "2024年一季度,全市外贸出口90.1亿元,上季度为88.7亿元。"
    assert shown(text, "period", published="2024-06-20") == ["2024-Q1", "2023-Q4"]
    # of a whole year there is no month before
    assert shown("2023年,外贸出口90.1亿元,上月为8.7亿元。", "period") == ["2023", "2023"]


def test_the_year_that_runs_is_none_in_december() -> None:
    names = Lexicon({}, {}, {})
    assert running(Memory(names, Clock(date(2024, 6, 20)), None)) == 2024
    assert running(Memory(names, Clock(date(2024, 12, 20)), None)) is None
