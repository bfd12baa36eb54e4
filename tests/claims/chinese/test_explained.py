from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import Shown


def test_words_that_are_neither_subject_nor_place_are_named(shown: Shown) -> None:
    assert shown("甲新城实现地区生产总值5亿元。", "unexplained") == ["甲新城"]


def test_a_clause_that_is_understood_has_none(shown: Shown) -> None:
    text = "据统计局核算，全省地区生产总值增长5%，高于全国0.3个百分点。"
    assert shown(text, "unexplained") == ["None", "None"]


def test_another_indicator_behind_than_is_named(shown: Shown) -> None:
    text = "第二产业增加值比第三产业增加值多14.6亿元。"
    assert shown(text, "unexplained") == ["第三产业增加值"]


def test_the_same_indicator_of_another_place_is_understood(shown: Shown) -> None:
    text = "地区生产总值增长6%，比全国地区生产总值增速高1.0个百分点。"
    assert shown(text, "unexplained") == ["None", "None"]


def test_the_number_of_a_heading_explains_nothing(shown: Shown) -> None:
    assert shown("二、地区生产总值增长6%", "unexplained") == ["None"]
