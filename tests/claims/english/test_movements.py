from __future__ import annotations

from cpstats.claims.english.movements import INDEX_AT, RATE_OF, SEEN_IN


def test_words_of_rates_of_indices_and_of_where_a_rise_was_seen() -> None:
    assert RATE_OF.search("an annual inflation rate of ") is not None
    assert RATE_OF.search("a jobless rate of ") is None
    assert INDEX_AT.search("The wage index in May is ") is not None
    assert INDEX_AT.search("The wage index rose by ") is None
    assert SEEN_IN.search("the largest increase was recorded under fees (") is not None
