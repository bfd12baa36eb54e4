"""What is known of periods is looked up, and made, only where it is asked for."""

from __future__ import annotations

from cpstats.model.period import Period, annual
from cpstats.selecting.asked import Asked, candidates, first_of


def test_what_finds_nothing_is_no_key_and_only_what_is_asked_for_is_made() -> None:
    looked: list[int] = []
    made: list[int] = []

    def find(period: Period) -> int | None:
        looked.append(period.year)
        return period.year if period.year % 2 == 0 else None

    def make(period: Period, found: int) -> str:
        made.append(period.year)
        return f"{period}: {found}"

    series = Asked(lambda: map(annual, (2024, 2022, 2023)), find, make)
    assert annual(2022) in series
    assert annual(2023) not in series
    assert (looked, made) == ([2022, 2023], [])
    assert series.get(annual(2022)) == series[annual(2022)] == "2022: 2022"
    assert series.get(annual(2023), "none") == "none"
    assert (looked, made) == ([2022, 2023], [2022])
    assert [p.year for p in series] == [2022, 2024]  # in order of time
    assert (len(series), bool(series), made) == (2, True, [2022])
    assert looked == [2022, 2023, 2024]  # each once


def test_of_several_series_the_first_that_has_a_period_answers() -> None:
    one, two = {annual(2020): "a"}, {annual(2020): "b", annual(2021): "c"}
    both = first_of(one, {}, two)
    assert dict(both) == {annual(2020): "a", annual(2021): "c"}
    assert {*candidates(both)} == {annual(2020), annual(2021)}
    assert first_of({}, two) is two
    assert first_of({}, {}) == {}
