"""Names in two languages over two rows beside the years of a group (invented figures)."""

from __future__ import annotations

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

HEAD = "Level,Year,Spending (kt)\n"
GROUPS = "Hop,2019,5\nHopfen,2020,6\n,2021,7\nTea,2019,8\nTee,2020,9\n,2021,10\n"


def names(text: str) -> list[str]:
    (found,) = foreign("t.csv", (HEAD + text).encode(), Hints(place="Elmby"))
    return [row[0] for row in found.rows]


def test_both_rows_are_the_name_of_all_years_of_the_group() -> None:
    assert names(GROUPS) == ["Spending, Hop Hopfen"] * 3 + ["Spending, Tea Tee"] * 3


def test_a_name_in_every_row_is_its_own() -> None:
    rows = "Hop,2019,5\nTea,2020,6\nOat,2021,7\nRye,2019,8\nFig,2020,9\nNut,2021,10\n"
    assert len({*names(rows)}) == 6


def test_a_row_without_a_name_may_stand_between_those_of_one() -> None:
    rows = (
        "Hop,2019,5\n,2020,6\nHopfen,2021,7\n,2022,7\nTea,2019,8\nTee,2020,9\n,2021,10\n,2022,10\n"
    )
    assert names(rows) == ["Spending, Hop Hopfen"] * 4 + ["Spending, Tea Tee"] * 4
