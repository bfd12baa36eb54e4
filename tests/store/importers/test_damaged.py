"""What mutated files showed: each as the smallest file of its kind."""

from __future__ import annotations

import pytest
from tests.store.decoding.test_unzipping import packed
from tests.store.importers.test_sdmx import VERSION_3

from cpstats.errors import DataError
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import foreign


@pytest.mark.parametrize("encoding", ["klingon", "null", "gb18030", "idna", "utf-7"])
def test_an_encoding_that_no_parser_knows_is_said(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    message = head + VERSION_3.partition("?>")[2]
    with pytest.raises(DataError):
        foreign("t.xml", message.encode())
    book = packed(styles=f"{head}<styleSheet/>")
    with pytest.raises(DataError):
        sheets("t.xlsx", book)


def test_an_empty_row_above_a_header_is_no_title() -> None:
    text = (
        "indicator,ref_area,time_period,obs_value,unit,source\n\ngdp,110000,2022,41540.9,亿元,\n"
        "\n\ngdp,310000,2023-Q1,10536.2,亿元,\nhttp://x/\n+5{}"
    )
    (found,) = foreign("t.csv", text.encode())
    assert [row[4] for row in found.rows] == ["41540.9", "10536.2"]


def test_what_only_looks_like_a_table_is_said_to_be_none() -> None:
    text = "| 指标 | 2021年 |\n|:---|--- --:|\n| 鱼产量 | 3.5 |\n"
    with pytest.raises(DataError, match="no table is recognised"):
        foreign("t.md", text.encode())
