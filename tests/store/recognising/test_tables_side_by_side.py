"""Tables side by side as yearbooks print long lists of places; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


@pytest.mark.parametrize("blank", ["", ",,,,,\n", ",,,,,\n,,,,,\n"])
def test_blank_lines_may_follow_the_header_of_two_lists_side_by_side(blank: str) -> None:
    text = (
        "5-5 2021年分地区茶农人数\nTea Farmers by Region\n单位：人,,,,,(person)\n"
        f"地区,Region,茶农,地区,Region,茶农\n{blank}"
        "河北省,Hebei,784,山西省,Shanxi,290\n石家庄市,Shijiazhuang,186,太原市,Taiyuan,287\n"
    )
    found = foreign("t.csv", text.encode(), Hints())
    rows = [row for one in found for row in one.rows]
    assert {(row[1], row[4], row[5]) for row in rows} == {
        ("河北省", "784", "人"),
        ("石家庄市", "186", "人"),
        ("山西省", "290", "人"),
        ("太原市", "287", "人"),
    }
