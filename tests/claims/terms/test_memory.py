from __future__ import annotations

from datetime import date

from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.memory import InSentence, Memory
from cpstats.claims.terms.periods import Clock

CLOCK = Clock(date(2024, 4, 15))


def test_a_text_begins_with_the_period_that_its_day_speaks_of() -> None:
    memory = Memory(Lexicon({}, {}, {}), CLOCK, None)
    assert [when.code for when in (memory.main, memory.frame, memory.dated)] == ["2024"] * 3


def test_two_texts_and_two_sentences_share_nothing() -> None:
    one, two = (Memory(Lexicon({}, {}, {}), CLOCK, None) for _ in range(2))
    one.several.append("110000")
    one.sentence.listed.append(one.main)
    one.sentence.headed.add(3)
    assert (two.several, two.sentence) == ([], InSentence())
