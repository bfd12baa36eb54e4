from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.recomputed import relations

if TYPE_CHECKING:
    from tests.claims.conftest import Read

    from cpstats.model.catalogue import Catalogue


@pytest.mark.parametrize(
    ("text", "what", "holds"),
    [
        # 12 / 10 = 1.2
        (
            "园区税收由10.0亿元增加到12.0亿元，增长20%。",
            "level, growth and level before",
            True,
        ),
        (
            "园区税收由10.0亿元增加到12.0亿元，增长30%。",
            "level, growth and level before",
            False,
        ),
        # 3 / 12 = 25 %
        ("园区税收3.0亿元，占全部税收12.0亿元的25.0%。", "share of the total", True),
        ("园区税收3.0亿元，占全部税收12.0亿元的35.0%。", "share of the total", False),
        ("排名由第5位上升到第3位。", "the direction is not that of the two numbers", True),
        ("排名由第3位上升到第5位。", "the direction is not that of the two numbers", False),
        # 2 + 3 = 5
        ("甲、乙两园分别为2.0亿元和3.0亿元，合计5.0亿元。", "parts and total", True),
        ("甲、乙两园分别为2.0亿元和3.0亿元，合计6.0亿元。", "parts and total", False),
    ],
)
def test_neighbouring_numbers_are_recomputed_where_their_words_say_how(
    read: Read, catalogue: Catalogue, text: str, what: str, *, holds: bool
) -> None:
    found = [(one.what.en, one.holds) for one in relations(read(text), catalogue)]
    assert found == [(what, holds)]


def test_numbers_without_such_words_are_left_alone(read: Read, catalogue: Catalogue) -> None:
    text = "园区税收10.0亿元，企业12家，增长30%；就业5.0万人，园区税收占比8%。"
    assert list(relations(read(text), catalogue)) == []


@pytest.mark.parametrize(("other", "alike"), [("20", True), ("40", False)])
def test_names_that_go_on_with_different_numbers_are_of_two_things(
    read: Read, catalogue: Catalogue, other: str, *, alike: bool
) -> None:
    text = (
        "In October the bonds fell, with the Rand-Bond 20 falling by 3 percent "
        f"and the Rand-Bond {other} by 3.7 percent."
    )
    found = [one.what.en for one in relations(read(text), catalogue)]
    assert found == (["one number rounded two ways"] if alike else [])


@pytest.mark.parametrize(
    "text",
    [
        "Ferry use in Ruritania: harbour: 97% of residents, hills: 97.4% of residents (2022 est.)",
        "Tongues of Ruritania 2019: Low Rurit 63%, Hill Rurit 2%, Old Rurit 2.4%, other 32.6%",
    ],
)
def test_entries_of_a_list_that_are_named_apart_are_no_one_number(
    read: Read, catalogue: Catalogue, text: str
) -> None:
    assert list(relations(read(text), catalogue)) == []
