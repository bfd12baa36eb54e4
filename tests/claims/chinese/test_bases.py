from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Read


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2023年出口比2020年增长20.9%。", ["2023 2020"]),
        ("与2020年相比，2023年出口增长20.9%。", ["2023 2020"]),
        ("2023年出口是2015年的1.6倍。", ["2023 2015"]),
        ("2023年出口比2020年的70亿元增加20亿元。", ["2020 None", "2023 2020"]),
        ("出口由2022年的80亿元提高到2023年的90亿元。", ["2022 None", "2023 None"]),
        ("2023年出口扭转了上年下降3%的态势，增长5%。", ["2022 2021", "2023 2022"]),
        ("2023年出口增长5%，增速比上年提高2个百分点。", ["2023 2022", "2023 2022"]),
    ],
)
def test_a_year_that_is_compared_with_is_the_base_and_not_the_period(
    read: Read, text: str, periods: list[str]
) -> None:
    assert [f"{claim.period} {claim.base_period}" for claim in read(text)] == periods
