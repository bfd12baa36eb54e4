"""Words in a corner that say what ends on the days beside them; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def _periods(text: str) -> set[tuple[str, str, str]]:
    """Return name, period and figure of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(place="Peru"), trying=False)
    return {(row[0], row[2], row[4]) for row in found.rows}


@pytest.mark.parametrize(
    "word", ["Year ended", "Year ending:", "12 months to", "Financial year to"]
)
def test_years_that_end_in_another_month_are_no_calendar_years(word: str) -> None:
    across = f"{word},31 Mar 2019,31 Mar 2020\nHuts (kt),4,5\n"
    assert _periods(across) == {("Huts", "2018/19", "4"), ("Huts", "2019/20", "5")}
    down = f"{word},Huts (kt)\nJune 2019,4\nJune 2020,5\n"
    assert _periods(down) == {("Huts", "2018/19", "4"), ("Huts", "2019/20", "5")}


def test_those_that_end_in_december_are() -> None:
    text = "Year ended,31 December 2019,31 December 2020\nHuts (kt),4,5\n"
    assert _periods(text) == {("Huts", "2019", "4"), ("Huts", "2020", "5")}


def test_quarters_that_end_on_days_stay_those() -> None:
    text = "Quarter ended,31 Mar 2019,30 Jun 2019,30 Sep 2019\nHuts (kt),4,5,6\n"
    assert {period for _, period, _ in _periods(text)} == {"2019-Q1", "2019-Q2", "2019-Q3"}
