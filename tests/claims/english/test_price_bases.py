from __future__ import annotations

import pytest

from cpstats.claims.english.price_bases import prices_in


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("Real exports of Norland rose by ", "constant"),
        ("In volume terms exports rose by ", "constant"),
        ("at constant 2015 prices output was ", "constant"),
        ("Real GDP grew while nominal GDP reached ", "current"),
        ("Current-dollar GDP increased ", "current"),
        ("In current US dollars it came to ", "current"),
        ("Investment in real estate rose by ", ""),
        ("GDP rose by ", ""),
    ],
)
def test_words_say_at_which_prices(words: str, basis: str) -> None:
    assert prices_in(words) == basis
