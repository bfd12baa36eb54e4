from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.chinese.places import is_country, no_names, place_of

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue


@pytest.mark.parametrize(
    ("words", "here", "code"),
    [
        ("全市", "360121", "360100"),
        ("全国", "360121", "100000"),
        ("浙江省", "360121", "330000"),
        ("淳安", "330100", "330127"),
        ("淳安", "360100", None),
        ("总人口", "360100", None),
    ],
)
def test_words_name_a_place_as_a_text_about_another_reads_them(
    catalogue: Catalogue, words: str, here: str, code: str | None
) -> None:
    assert place_of(words, here, catalogue) == code


def test_a_country_inside_other_words_is_none() -> None:
    assert is_country("对英国出口", 1, 3) is False
    assert is_country("英国出口", 0, 2) is True
    assert "新建县域" in no_names()
