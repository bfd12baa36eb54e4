"""Per cent behind another place: its figure, or how far it is from it, as the data tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

# Invented: 7.9 − 5.8 = 2.1 points.
TABLE = (
    "indicator,ref_area,time_period,measure,obs_value,unit\n"
    "gdp,530400,2023,growth,7.9,%\ngdp,530000,2023,growth,5.8,%\n"
)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("高于全省5.8%", "confirmed"),
        ("高于全省2.1%", "contradicted"),  # points that are printed as per cent
        ("高于全省平均水平2.1%", "contradicted"),
        ("比全省高2.1%", "contradicted"),
        ("高于全省2.1个百分点", "confirmed"),
        ("高于全国1.8个百分点，高于全省2.1%", "contradicted"),
    ],
)
def test_per_cent_is_the_others_figure_or_the_distance_that_is_nearer(
    tmp_path: Path, said: str, verdict: str
) -> None:
    (own := tmp_path / "own.csv").write_text(TABLE, encoding="utf-8")
    report = cpstats.check(
        f"2023年，玉溪市地区生产总值增长7.9%，{said}。",
        data=[own],
        published=date(2024, 3, 1),
    )
    *_, last = report.documents[0]["claims"]
    assert last["verdict"] == verdict
    if "百分点" in said or verdict == "contradicted":
        assert (last["place"], last["benchmark"]) == ("530400", "530000")
