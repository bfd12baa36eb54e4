from __future__ import annotations

from cpstats.claims.chinese.narrowing import narrowed, share_out
from cpstats.claims.terms.lexicon import Lexicon
from cpstats.claims.terms.memory import Memory
from cpstats.claims.terms.periods import Clock, months_of


def test_a_list_shares_out_years_quarters_and_months() -> None:
    memory = Memory(Lexicon({}, {}, {}), Clock(None), None)
    memory.frame = months_of(2024, 1, 12)
    share_out(memory, 4, "一至四季度,产量分别为")
    assert [when.code for when in memory.sentence.listed] == [f"2024-Q{n}" for n in (1, 2, 3, 4)]
    memory.sentence.listed, memory.frame = [], months_of(2024, 4, 6)
    share_out(memory, 3, "4-6月,产量分别为")
    assert [when.code for when in memory.sentence.listed] == ["2024-04", "2024-05", "2024-06"]
    memory.sentence.listed = []
    share_out(memory, 2, "4-6月,产量分别为")
    assert memory.sentence.listed == []


def test_an_amount_is_of_its_period_as_it_was_said() -> None:
    memory = Memory(Lexicon({}, {}, {}), Clock(None), None)
    when = months_of(2024, 1, 12)
    assert narrowed(memory, when, "level", "产量") == when
