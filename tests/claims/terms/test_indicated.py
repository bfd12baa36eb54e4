from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Read, Shown


def test_an_understood_unit_is_supplied(shown: Shown) -> None:
    text = "地区生产总值突破3万亿，常住人口480万，城镇就业人数210万。"
    assert shown(text, "unit") == ["万亿元", "万人", "万人"]


def test_a_rank_of_growth_has_its_own_indicator_or_none(read: Read) -> None:
    claims = read("地区生产总值增速居全省第2位，固定资产投资增速居全省第3位。")
    assert [(c.indicator, c.ranked, c.of) for c in claims] == [
        ("gdp_growth_rank", "gdp", "growth"),
        (None, "fixed_asset_investment", "growth"),
    ]


def test_a_concentration_may_leave_out_the_cubic_metre(shown: Shown) -> None:
    assert shown("PM2.5平均浓度为30微克。", "indicator") == ["pm25"]
