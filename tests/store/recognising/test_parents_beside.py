"""Places of one name in several districts: the column of these tells them apart."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

TABLE = """Kreis,Gemeinde,2016,2017
Seeland,Altdorf,10,11
Seeland,Moos,12,13
Bergland,Altdorf,20,21
,Hochdorf,22,23
"""


def read(text: str, **columns: str) -> list[tuple[str, str, str]]:
    hints = Hints(indicator="Births", columns=columns)
    (found,) = foreign("t.csv", text.encode(), hints)
    return [(row[1], row[2], row[4]) for row in found.rows]


def test_both_columns_are_proposed_as_that_of_the_parents() -> None:
    with pytest.raises(DataError) as caught:
        read(TABLE)
    told = str(caught.value)
    assert "If those of one column lie in those of the other: --column Kreis=parent." in told
    assert (
        "--indicator Births --column Kreis=parent (8 figures, the first Births, Altdorf (Seeland), 2016: 10)"
        in told
    )


def test_places_of_one_name_are_told_apart_by_the_parent_and_the_others_keep_their_name() -> None:
    found = read(TABLE, Kreis="parent")
    assert [place for place, year, _ in found if year == "2016"] == [
        "Altdorf (Seeland)", "Moos", "Altdorf (Bergland)", "Hochdorf"
    ]  # fmt: skip


def test_a_known_place_in_a_known_parent_is_that_one() -> None:
    # 城关区 is in 兰州 (620100) and in 拉萨 (540100) by GB/T 2260
    text = "地市,区县,2016年,2017年\n兰州市,城关区,10,11\n拉萨市,城关区,12,13\n"
    assert {place for place, _, _ in read(text, 地市="parent")} == {"620102", "540102"}
