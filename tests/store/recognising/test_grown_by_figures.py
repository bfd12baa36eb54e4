"""Growth behind several columns, which figures tell apart; names and figures are invented."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

HEAD = "Country,Huts 2021,Huts 2022,Huts per 1000 in 2022,Change (%)\n"


def grown(text: str) -> set[str]:
    """Return the names of what has growth."""
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    return {row[0] for row in found.rows if row[3] == "growth"}


def test_growth_is_that_of_the_columns_whose_figures_give_it() -> None:
    # 860 / 600 = 1.433, 185 / 190 = 0.974
    assert grown(f"{HEAD}Peru,600,860,22.1,43.3\nChile,190,185,12.0,-2.6\n") == {"Huts"}


def test_growth_that_no_figures_give_is_of_the_column_before_it() -> None:
    assert grown(f"{HEAD}Peru,600,860,22.1,5.0\nChile,190,185,12.0,7.5\n") == {"Huts per 1000"}
