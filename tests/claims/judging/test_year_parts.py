"""The months of a year up to the end of a month or quarter, beside a year and its parts."""

from __future__ import annotations

from cpstats.claims.judging.year_parts import cumulated, parts_of
from cpstats.claims.terms.periods import period_of


def test_a_year_has_its_quarters_and_months_so_far() -> None:
    parts = [str(part) for part in parts_of(2031)]
    assert parts[:3] == ["2031", "2031-Q1", "2031-H1"]
    assert "2031-01/2031-11" in parts


def test_a_month_is_cumulated_from_january_but_not_january_itself() -> None:
    may, january = period_of("2031-05"), period_of("2031-01")
    assert may is not None
    assert january is not None
    assert [str(one) for one in cumulated(may)] == ["2031-01/2031-05"]
    assert cumulated(january) == []
