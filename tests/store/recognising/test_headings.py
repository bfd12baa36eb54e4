"""What stands above a column says what it holds."""

from __future__ import annotations

import pytest

from cpstats.store.recognising.headings import kind_by_content, kind_by_header


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("地区", "place"),
        ("Country Name", "place"),
        ("geo\\TIME_PERIOD", "place"),
        ("指标", "indicator"),
        ("行业", "indicator"),
        ("行业代码", "other"),
        ("Country Code", "other"),
        ("年份", "time"),
        ("Quarter", "part"),
        ("单位", "unit"),
        ("Flags", "status"),
        ("备注", "other"),
        ("地区生产总值(亿元)", ""),
    ],
)
def test_a_header_is_known_by_its_words(header: str, kind: str) -> None:
    assert kind_by_header([header]) == kind


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (["2023年", "2022年"], "time"),
        (["河北省", "山西省", "合计"], "place"),
        (["地区生产总值", "常住人口"], "indicator"),
    ],
)
def test_a_first_column_without_a_header_is_known_by_its_cells(texts: list[str], kind: str) -> None:
    assert kind_by_content(texts) == kind
