"""How far one place is ahead of another in an amount is judged by the amounts of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented: 7,310 − 4,205 = 3,105, each to the unit, so between 3,104 and 3,106.
TABLE = "indicator,ref_area,time_period,obs_value,unit\ngdp,丰川市,2021,7310,亿元\ngdp,石屏湾市,2021,4205,亿元\n"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("丰川市地区生产总值领先石屏湾市3105亿元", "confirmed"),
        ("丰川市地区生产总值比石屏湾市高3105亿元", "confirmed"),
        ("石屏湾市地区生产总值落后丰川市3105亿元", "confirmed"),
        (
            "丰川市地区生产总值比石屏湾市高3501亿元",
            "contradicted",
        ),  # an own table has no other release
        ("丰川市地区生产总值比石屏湾市少3105亿元", "contradicted"),
        ("丰川市地区生产总值超过石屏湾市的4205亿元", "confirmed"),  # the other's own amount
    ],
)
def test_an_amount_behind_ahead_is_the_distance(words: str, verdict: str, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(TABLE, "utf-8")
    (claim,) = cpstats.check(f"2021年，{words}。", data=str(table)).to_frame().itertuples()
    assert claim.verdict == verdict


def test_a_number_that_is_no_amount_of_a_known_indicator_is_not_said_to_name_none() -> None:
    found = cpstats.check("2024年，广东省地区生产总值连续36年居全国首位。").to_frame()
    reasons = dict(zip(found["surface"], found["reason"], strict=True))
    assert reasons["连续36年"] == (
        "the number is not in a form in which “地区生产总值” can be looked up"
    )
