from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.own_places import own_names, short_names
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def test_a_table_of_ones_own_brings_its_places_the_built_in_ones_have_official_names(
    tmp_path: Path,
) -> None:
    table = tmp_path / "own.csv"
    table.write_text("place,year,出口额（亿元）\n青禾县,2024,12\n白河镇,2024,3\n", "utf-8")
    catalogue = open_package([str(table)]).catalogue
    own = own_names(catalogue)
    assert {"青禾县", "白河镇"} <= set(own)
    assert "北京市" not in own
    every = short_names(catalogue)
    assert (every["北京"], every["Beijing"], every["青禾县"]) == ("110000", "110000", "青禾县")
