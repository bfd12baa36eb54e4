from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.chinese.heads import dateline, home, period
from cpstats.claims.terms.periods import Clock

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue


@pytest.mark.parametrize(
    ("title", "top", "code"),
    [
        ("岳阳市2023年统计公报", "", "430600"),
        ("工业生产平稳", "福建省德化县位于闽中。", "350526"),
        ("北京晚报", "工业生产平稳。", None),  # who only bears the name
        ("中国式现代化的实践", "", None),
        ("", "中新社北京4月18日电 江苏省一季度地区生产总值增长6%", "320000"),
        ("", "新华社南京4月18日电 地区生产总值增长6%", "320100"),
        ("", "昨日,人民银行长沙分行公布了湖南省存款余额", "430000"),
    ],
)
def test_the_place_that_a_text_is_about(
    catalogue: Catalogue, title: str, top: str, code: str | None
) -> None:
    assert home(top, title, catalogue) == code


def test_the_day_of_publication() -> None:
    assert dateline("岳阳市统计局\n2024年3月22日\n全市") == date(2024, 3, 22)
    assert dateline("截至2024年3月22日,全市") is None


@pytest.mark.parametrize(
    ("title", "top", "code"),
    [
        ("2023年统计公报", "", "2023"),
        ("一季度经济运行情况", "", "2024-Q1"),
        ("2023年政府工作报告", "", None),  # it reports on the year before
        ("人口普查公报", "标准时点为2020年11月1日", "2020-11-01"),
    ],
)
def test_the_period_of_a_heading(title: str, top: str, code: str | None) -> None:
    found = period(title, top, Clock(date(2024, 4, 20)))
    assert (found.code if found else None) == code
