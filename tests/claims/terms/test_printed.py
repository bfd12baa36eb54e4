from __future__ import annotations

from typing import Any

import pytest

from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.printed import far_bound, printed, words_before


def claim(surface: str = "6.2%", **given: Any) -> Claim:
    sentence = given.pop("sentence", surface)
    start = sentence.index(surface)
    made = {"value": 6.2, "value_text": "6.2", "unit": "%", "half_width": 0.05} | given
    return Claim(start, start + len(surface), surface, sentence, 1, start + 1, **made)


def ends(made: Claim, unit: str) -> tuple[Any, ...] | None:
    said = printed(made, unit)
    if said is None:
        return None
    rounded = [[e and round(e, 9) for e in some] for some in (said.narrow, said.wide, said.loose)]
    return round(said.value, 9), *map(tuple, rounded)


def test_a_number_stands_for_what_rounds_to_it() -> None:
    assert ends(claim(measure="growth"), "%") == (6.2, *[(6.15, 6.25)] * 3)


def test_the_style_of_the_house_is_narrower_than_the_digits() -> None:
    five = claim("5%", value=5.0, value_text="5", half_width=0.5, half_width_style=0.05)
    assert ends(five, "%") == (5.0, (4.95, 5.05), (4.5, 5.5), (4.0, 6.0))  # a level may be cut off
    as_growth = claim(
        "5%", value=5.0, value_text="5", half_width=0.5, half_width_style=0.05, measure="growth"
    )
    assert ends(as_growth, "%") == (5.0, (4.95, 5.05), (4.5, 5.5), (4.5, 5.5))


def test_about_is_taken_twice_as_wide_at_the_loosest() -> None:
    made = claim("5%", value=5.0, half_width=0.5, bound="approx", measure="growth")
    assert ends(made, "%") == (5.0, (4.5, 5.5), (4.5, 5.5), (4.0, 6.0))


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        ("more_than", 6.2, None),
        ("at_least", 6.2, None),
        ("less_than", None, 6.2),
        ("at_most", None, 6.2),
    ],
)
def test_a_bound_has_an_open_side(bound: str, low: float | None, high: float | None) -> None:
    assert ends(claim(bound=bound, measure="growth"), "%") == (6.2, *[(low, high)] * 3)


def test_a_fall_is_below_zero_and_its_bound_turns() -> None:
    fall = claim(direction="down", bound="more_than", measure="growth")
    assert ends(fall, "%") == (-6.2, *[(None, -6.2)] * 3)
    # a level that fell to 6.2 is 6.2
    assert ends(claim(direction="down", measure="share"), "%") == (6.2, *[(6.15, 6.25)] * 3)


@pytest.mark.parametrize(
    ("sentence", "measure", "sign"),
    [
        ("降幅收窄6.2个百分点", "growth_change", 1),
        ("跌幅比上月收窄6.2个百分点", "growth_change", 1),
        ("the decline narrowed by 6.2个百分点", "growth_change", 1),
        ("增幅回落6.2个百分点", "growth_change", -1),
        ("下降6.2%", "growth", -1),
        ("增速回落到6.2%", "growth", 1),
        ("增速放缓至6.2%", "growth", 1),
        ("growth slowed to 6.2%", "growth", 1),
        ("growth eased to 6.2%", "growth", 1),
        ("由升转降,下降6.2%", "growth", -1),
    ],
)
def test_what_goes_down_is_told_by_the_words_before(sentence: str, measure: str, sign: int) -> None:
    points = sentence.endswith("个百分点")
    surface, unit = ("6.2个百分点", "百分点") if points else ("6.2%", "%")
    made = claim(
        surface,
        sentence=sentence,
        measure=measure,
        direction="down",
        unit=surface.removeprefix("6.2"),
    )
    said = printed(made, unit)
    assert said is not None
    assert said.value == 6.2 * sign


def test_a_fall_that_widens_is_further_down() -> None:
    made = claim(
        "6.2个百分点",
        sentence="降幅扩大6.2个百分点",
        measure="growth_change",
        direction="up",
        unit="个百分点",
    )
    said = printed(made, "百分点")
    assert said is not None
    assert said.value == -6.2


@pytest.mark.parametrize(
    ("given", "unit", "value"),
    [
        ({"value": 5.2, "unit": "万亿元"}, "亿元", 52000.0),
        ({"value": 8.5415, "unit": "万元"}, "元", 85415.0),
        ({"value": 30.0, "unit": "微克"}, "微克/立方米", 30.0),
        ({"value": 2.0, "unit": "成"}, "%", 20.0),
        ({"value": 6.09, "unit": "‰"}, "%", 0.609),
        ({"value": 0.5, "unit": "fraction"}, "%", 50.0),
        ({"value": 1.5, "unit": "倍"}, "%", 150.0),
        ({"value": 1.5, "unit": "倍"}, "倍", 1.5),
        ({"value": 1.3, "unit": "个百分点"}, "百分点", 1.3),
        ({"value": 7.0, "unit": "位"}, "位", 7.0),
    ],
)
def test_units_of_one_kind_are_converted(given: dict[str, Any], unit: str, value: float) -> None:
    said = printed(claim(**given), unit)
    assert said is not None
    assert said.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("printed_unit", "unit"),
    [
        ("亿美元", "亿元"),
        ("%", "亿元"),
        ("个百分点", "%"),
        ("%", "百分点"),
        ("万人", "亿元"),
        ("户", "个"),
    ],
)
def test_units_of_two_kinds_are_not(printed_unit: str, unit: str) -> None:
    assert printed(claim(unit=printed_unit), unit) is None


@pytest.mark.parametrize(
    ("surface", "value", "text", "bound", "far"),
    [
        ("近70万", 70.0, "70", "less_than", 63.0),
        ("240余万件", 240.0, "240", "more_than", 250.0),
        ("3000多家", 3000.0, "3000", "more_than", 4000.0),
        ("百余家", 100.0, "百", "more_than", 101.0),
        ("1800亿元", 1800.0, "1800", "more_than", 3600.0),
        ("70万", 70.0, "70", "exact", None),
        ("70万", 70.0, "70", "at_most", None),
    ],
)
def test_bounds_speak_of_what_is_near(
    surface: str, value: float, text: str, bound: str, far: float | None
) -> None:
    made = claim(surface, value=value, value_text=text, bound=bound, unit="万")
    assert far_bound(made) == far


def test_the_words_before_are_those_of_the_sentence() -> None:
    made = claim(sentence="去年，GDP增长6.2%")
    assert words_before(made) == "去年,GDP增长"
