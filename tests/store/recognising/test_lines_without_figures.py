"""Lines at the top in which every figure is missing are places, no header; figures are made up."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.lines_without_figures import above_missing

HEAD = "Code,Town,Idle 2021,Idle 2022,Idle 2023\n"
BODY = "11,Cac,8.5,8.25,8.75\n21,Dad,7.5,7.25,7.75\n22,Dod,7.5,7.125,7.25\n"


@pytest.mark.parametrize("mark", ["N/A", "x", "N/A - kept secret", "n/a (too few)"])
@pytest.mark.parametrize("first", ["", "MARK"])
def test_a_sign_for_what_is_missing_names_no_figures(mark: str, first: str) -> None:
    lines = f"01,Aba,{first},MARK,MARK\n02,Bab,{first},MARK,MARK\n".replace("MARK", mark)
    (found,) = foreign("a.csv", (HEAD + lines + BODY).encode(), Hints())
    assert {(r[0], r[1]) for r in found.rows} == {("Idle", t) for t in ("Cac", "Dad", "Dod")}
    assert len(found.rows) == 9


def test_a_line_of_units_or_names_stays_a_header() -> None:
    rows = [["Town", "Jobs", "Pay"], ["", "t", "x"], ["Aba", "5", "6"]]
    assert above_missing(rows, 2, 0) == 2
