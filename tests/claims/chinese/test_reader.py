from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_a_heading_gives_the_period_of_its_section(shown: Shown) -> None:
    text = (
        "一、2022年工作回顾\n\n地区生产总值增长4.1%。\n\n二、2024年主要目标\n\n地区生产总值增长5%。"
    )
    assert shown(text, "period", "status") == ["2022 claim", "2024 target"]
