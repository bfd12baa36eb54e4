from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.context import Context, context_of, title_period
from cpstats.model.spans import Spans

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue


@pytest.mark.parametrize(
    ("text", "published", "place"),
    [
        (
            "2023年岳阳市国民经济和社会发展统计公报\n岳阳市统计局\n2024年3月22日\n全市……",
            date(2024, 3, 22),
            "430600",
        ),
        ("发布日期：2024-05-06\n湖南省一季度经济运行情况", date(2024, 5, 6), None),
        ("福建省德化县位于闽中，总面积2232平方公里。", None, "350526"),
        ("Published: 2024/07/15\nThe economy grew.", date(2024, 7, 15), None),
        ("没有日期，也没有地名。", None, None),
        ("", None, None),
    ],
)
def test_a_text_may_say_its_day_and_its_place(
    catalogue: Catalogue, text: str, published: date | None, place: str | None
) -> None:
    context = context_of(text, catalogue=catalogue)
    assert context.published == published
    if place is not None:
        assert context.place == place


def test_what_is_given_counts_more_than_the_text(catalogue: Catalogue) -> None:
    text = "发布日期：2024-05-06\n湖南经济"
    day = date(2024, 5, 7)
    assert context_of(text, catalogue=catalogue, published=day, place="430100") == Context(
        day, "430100", "given", "given"
    )


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("2023年国民经济和社会发展统计公报", "2023"),
        ("2024年上半年经济运行情况", "2024-H1"),
        ("2024年政府工作报告", None),
        ("Economy in the First Half of 2024", "2024-H1"),
        ("经济运行情况", None),
    ],
)
def test_a_heading_names_the_period_reported_on(title: str, code: str | None) -> None:
    found = title_period(f"{title}\n正文。", date(2024, 7, 15), Spans())
    assert (found.code if found else None) == code
