"""A column of units beside several columns of figures, rows that a sign numbers, and words for months."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

GOODS = """#,Product,Unit,Quantity,Rupees,% Quantity,Year
4,Rice,kt,76,10255,-1.5,2021
5,Tea,kt,238,18761,-2.5,2021
8,Wool,kt,21,7329,-3.5,2021
"""


def test_a_column_that_names_its_unit_is_not_in_that_of_the_column_of_units() -> None:
    (found,) = foreign("t.csv", GOODS.encode(), Hints(place="Elmby"))
    assert {row[4]: row[5] for row in found.rows[:3]} == {
        "76": "kt",
        "10255": "Rupees",
        "-1.5": "%",
    }
    assert len(found.rows) == 9
    assert not any("#" in row[0] for row in found.rows)


@pytest.mark.parametrize(
    "word", ["Bulan", "месяц", "měsíc", "miesiąc", "hónap", "tháng", "mēnesis"]
)
def test_numbers_under_a_word_for_months_are_months(word: str) -> None:
    text = f"Region,Year,{word},Jobs\nOstland,2023,1,5\nOstland,2023,2,6\nOstland,2023,12,7\n"
    (found,) = foreign("t.csv", text.encode())
    assert [row[2] for row in found.rows] == ["2023-01", "2023-02", "2023-12"]
    assert {row[0] for row in found.rows} == {"Jobs"}
