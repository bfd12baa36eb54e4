"""A name before the first of a run of periods is that of all of them; figures are made up."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.carried_names import with_carried_names
from cpstats.store.recognising.foreign import foreign
from cpstats.store.sheet import Sheet


def test_a_name_with_its_unit_is_carried_to_the_periods_behind_it() -> None:
    text = "Map of idle hands\nTown,Idle hands - 2021T4 (%),2021T2,2021T3\nAba,5.5,6.5,7.5\nBab,5.25,6.25,7.25\n"
    (found,) = foreign("a.csv", text.encode())
    assert {(r[0], r[2], r[5]) for r in found.rows} == {
        ("Idle hands", f"2021-Q{n}", "%") for n in (2, 3, 4)
    }
    assert "names the columns behind it too" in " ".join(m.to("en") for m in found.said)


@pytest.mark.parametrize(
    "header",
    [
        ("Town", "Jobs 2020", "2022", "2023"),  # no run
        ("Town", "Jobs 2021", "2020", "2022"),  # the first of none
        ("Town", "Jobs 2020", "2021", "Rank"),
        ("Town", "Jobs 2020", "2021"),
        ("Town", "2020", "2021", "2022"),
        ("Town", "12020", "2021", "2022"),
    ],
)
def test_no_name_is_carried_without_a_run_of_periods(header: tuple[str, ...]) -> None:
    sheet = Sheet("a.csv", (header, ("Aba", "5", "6", "7")), (1, 2))
    assert with_carried_names(sheet) is sheet
