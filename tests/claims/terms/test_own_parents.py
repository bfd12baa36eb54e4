from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.own_parents import parents_of, with_parents
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def test_places_of_a_table_lie_in_the_one_of_a_higher_kind(tmp_path: Path) -> None:
    file = tmp_path / "lamps.csv"
    file.write_text("指标,单位,地区,2024年\n灯具产值,亿元,青禾市,50\n灯具产值,亿元,柳塘区,20\n")
    catalogue = with_parents(open_package([str(file)])).catalogue
    assert catalogue.children("青禾市") == ("柳塘区",)


def test_two_places_of_a_higher_kind_leave_it_open() -> None:
    assert parents_of(["青禾市", "柳塘区", "柳坪镇"]) == {"柳塘区": "青禾市", "柳坪镇": "柳塘区"}
    assert parents_of(["青禾市", "南岭市", "柳塘区"]) == {}
