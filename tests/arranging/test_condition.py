"""A condition is read as it is written, says where it cannot be read, and lets no gap pass."""

from __future__ import annotations

import pytest

from cpstats.arranging.condition import condition
from cpstats.errors import UsageError

ROW = {"growth": 5.0, "level": 1200.0, "place": ("Aby", "甲县", "A1"), "gap": None}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("growth > 4.99", True),
        ("growth > 5", False),
        ("growth >= 5 and level >= 1_000", True),
        ("growth ≥ 5 且 level＞1e3", True),
        ("growth < 1 or level < 2000 and growth = 5", True),  # and binds closer
        ("(growth < 1 or level < 2000) and growth != 5", False),
        ("not growth < 1", True),
        ("-1 < growth", True),
        ("place = '甲县'", True),
        ("place == Aby", True),
        ('place <> "A1"', False),
        ("`growth` <= 5.0", True),
        ("gap > 0", None),
        ("not gap > 0", None),
        ("gap > 0 or growth = 5", True),
        ("gap > 0 and growth > 9", False),
    ],
)
def test_a_condition_is_met_or_not_or_cannot_be_told(text: str, *, met: bool | None) -> None:
    assert condition(text).meets(ROW) is met


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("growth >", "--where ends too early, after “growth >”"),
        ("growth 5", "“5” at position 8 of --where is not expected"),
        ("growth > 5 nd level < 3", "“nd” at position 12 of --where is not expected"),
        ("(growth > 5", "--where ends too early, after “(growth > 5”"),
        ("growth > 5 and", "--where ends too early"),
        ("growth > 5; level", "“;” at position 11 of --where is not expected"),
        ("growth > 5%", "“%” at position 11 of --where is not expected"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_position(text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        condition(text)
    assert str(error.value).startswith(said)


def test_a_number_is_not_compared_with_a_text() -> None:
    with pytest.raises(UsageError, match="compared with a text at position 10"):
        condition("growth > 'five'").meets(ROW)


def test_a_year_is_a_number_and_a_name() -> None:
    row = {"period": ("2015", "2015年", "2015")}
    assert condition("period >= 2015").meets(row) is True
    assert condition("period = '2015年'").meets(row) is True
