"""Among which places a rank is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.judging.pools import Pool, has_all, outer_of, pool_of
from cpstats.claims.terms.own_parents import with_parents
from cpstats.model.period import annual
from cpstats.model.question import Question
from cpstats.selecting.archive import Archive, Sought
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.claims.conftest import Read

# Invented: in 2024 the two districts make up the city, in 2023 they do not.
TABLE = """指标,单位,地区,2023年,2024年
灯具产值,亿元,青禾市,60,50
灯具产值,亿元,柳塘区,18,30
灯具产值,亿元,安丰县,15,20
"""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    file = tmp_path / "lamps.csv"
    file.write_text(TABLE, "utf-8")
    package = with_parents(open_package([str(file)]))
    asked = Question(indicators=package.own_indicators, places=package.own_places)
    return Archive.of(package, asked)


def test_a_rank_is_among_the_parts_of_the_place_that_is_said(read: Read, archive: Archive) -> None:
    catalogue = archive.every.catalogue
    claim = read("2024年，灯具产值居全市第2位。")[0]._replace(place="安丰县", indicator="灯具产值")
    assert outer_of("全市", claim, catalogue) == "青禾市"
    pool = pool_of(claim, catalogue, "2024年,灯具产值居全市")
    assert isinstance(pool, Pool)
    assert (pool.place, pool.among, pool.sure) == ("青禾市", ("柳塘区", "安丰县"), True)
    sought = Sought("灯具产值", "安丰县", annual(2024), other="青禾市")
    assert [figure.value for figure in pool.ranks(archive, sought)] == [2.0]
    assert pool_of(claim, catalogue, "2024年,灯具产值居全国") is None


def test_a_table_has_all_parts_of_a_place_where_they_add_up(archive: Archive) -> None:
    parts = ("柳塘区", "安丰县")
    assert has_all("青禾市", parts, archive, Sought("灯具产值", "安丰县", annual(2024)))
    assert not has_all("青禾市", parts, archive, Sought("灯具产值", "安丰县", annual(2023)))
