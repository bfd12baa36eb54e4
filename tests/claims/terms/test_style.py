from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_a_whole_percentage_among_one_decimal_ones_is_narrower(shown: Shown) -> None:
    text = "第一产业增加值增长3%，第二产业增加值增长4.8%，第三产业增加值增长5.2%。"
    assert shown(text, "half_width", "half_width_style") == ["0.5 0.05", "0.05 None", "0.05 None"]


def test_among_whole_ones_it_stays_wide(shown: Shown) -> None:
    text = "出口增长3%，进口增长4%，工业投资增长5.2%，用电量增长6%以上。"
    assert shown(text, "half_width_style") == ["None"] * 4
