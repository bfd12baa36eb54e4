from __future__ import annotations

import pytest

from cpstats.claims.english.behind import Behind
from cpstats.claims.english.numbers import spots
from cpstats.claims.terms.carried import Carried
from cpstats.claims.terms.lexicon import Lexicon

NAMES = Lexicon({"exports": "exports", "population": "people", "GDP": "gdp"}, {}, {})


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("posted 5 percent growth in exports", "exports"),
        ("sold 5 billion yuan in exports", "exports"),
        ("with 5 percent of its residents older", None),
    ],
)
def test_words_behind_a_number_say_what_it_is_of(text: str, indicator: str | None) -> None:
    (spot,) = spots(text)
    found = Behind(NAMES, Carried()).behind(text[: spot.start], text[spot.end :], spot)
    assert (found.indicator if found else None) == indicator


def test_a_share_of_a_whole_is_of_what_stands_behind_of() -> None:
    finder = Behind(NAMES, Carried())
    found = finder.portion("          accounted for ", " of        GDP", several=False)
    assert found is not None
    assert found.indicator == "gdp"
