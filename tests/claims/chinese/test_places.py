from __future__ import annotations

import pytest

from cpstats.claims.chinese.places import level_of, names, parent_of, relative


@pytest.mark.parametrize(
    ("code", "level", "parent"),
    [
        ("100000", "nation", None),
        ("330000", "province", "100000"),
        ("330100", "city", "330000"),
        ("330106", "county", "330100"),
        ("500112", "county", "500000"),
        ("429004", "county", "420000"),
    ],
)
def test_a_code_says_its_level_and_its_parent(code: str, level: str, parent: str | None) -> None:
    assert (level_of(code), parent_of(code)) == (level, parent)


@pytest.mark.parametrize(
    ("word", "here", "code"),
    [
        ("全市", "330106", "330100"),
        ("全市", "310115", "310000"),
        ("全市", "330100", "330100"),
        ("全市", "330000", None),
        ("全市", None, None),
        ("全省", "330106", "330000"),
        ("全省", "310115", None),
        ("全区", "640000", "640000"),
        ("全区", "330106", "330106"),
        ("全县", "330127", "330127"),
        ("全国", None, "100000"),
        ("本地", "330127", "330127"),
        ("全市", "own", None),
    ],
)
def test_relative_words_are_read_from_the_place_of_the_text(
    word: str, here: str | None, code: str | None
) -> None:
    assert relative(word, here) == code


def test_names_are_read_as_in_the_place_of_the_text() -> None:
    assert names(None)["吉林"] == "220000"
    assert names(None)["淳安县"] == "330127"
    assert "淳安" not in names(None)
    assert names("330100")["淳安"] == "330127"
    assert "鼓楼区" not in names(None)
    assert names("320100")["鼓楼区"] == "320106"
