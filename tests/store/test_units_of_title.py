"""A title that names several units: each is that of what the catalogue counts in it, or it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "密云区2019年主要指标\n单位：{}\n指标,2018,2019\n地区生产总值,3000000,3407000\n学校,31,32\n"


def units(path: Path) -> dict[str, str]:
    (part,) = open_package([str(path)], builtin=False).parts
    return {row[0]: row[5] for row in part.sheets[0].rows}


@pytest.mark.parametrize("said", ["万元、所", "万元，人"])
def test_each_unit_of_a_title_is_that_of_what_is_counted_in_it(tmp_path: Path, said: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE.format(said), encoding="utf-8")
    assert units(path) == {"地区生产总值": "万元", "学校": ""}


@pytest.mark.parametrize("said", ["吨、所", "万元、亿元"])
def test_where_none_or_several_may_be_meant_it_is_asked_for(tmp_path: Path, said: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE.format(said), encoding="utf-8")
    with pytest.raises(DataError, match="it is not known which is that of 地区生产总值"):
        units(path)
