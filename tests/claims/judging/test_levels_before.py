from __future__ import annotations

from cpstats.claims.judging.levels_before import comes_back, years_before
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.periods import period_of


def claim(period: str, sentence: str = "x", measure: str = "level") -> Claim:
    return Claim(
        0, 1, "1", sentence, 1, 1, period=period, measure=measure, indicator="a", place="b"
    )


def test_the_years_of_levels_before_are_those_of_the_same() -> None:
    other = claim("2018")._replace(indicator="c")
    before = [claim("2017"), claim("2019", measure="growth"), other, claim("2020-Q1")]
    assert years_before(claim("2023", measure="growth"), before) == (2017,)


def test_a_sentence_comes_back_to_now_unless_it_says_its_year() -> None:
    then, now = period_of("2010"), period_of("2023")
    assert then is not None
    assert now is not None
    assert comes_back(claim("2010", "690 officers, 78 more than in 2010"), then, now)
    assert not comes_back(claim("2010", "In 2010 there were 690"), then, now)
