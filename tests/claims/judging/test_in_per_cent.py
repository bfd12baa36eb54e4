"""Points behind an amount that rose (the county's figures are invented, those of Beijing published)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

# 150/125 = 20 % up; 45/50 = 10 % down
TABLE = "石溪县主要指标\n指标,单位,2023年,2024年\n蜂蜜产量,吨,125,150\n桑园面积,亩,50,45\n"


def verdicts(text: str, *data: str) -> list[tuple[str, str]]:
    report = check([of_sentence(text)], open_package(data), Asked(published=date(2025, 3, 1)))
    return [
        (r["surface"], r["verdict"])
        for r in report.records
        if "点" in r["surface"] or "point" in r["surface"]
    ]


def test_growth_of_an_amount_in_points_is_wrong_where_it_is_right_in_per_cent(
    tmp_path: Path,
) -> None:
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    text = "2024年石溪县蜂蜜产量150吨，增长20.0个百分点；桑园面积45亩，比上年减少10.0个百分点。"
    found = verdicts(text, str(tmp_path / "t.csv"))
    assert found == [("20.0个百分点", "contradicted"), ("10.0个百分点", "contradicted")]


@pytest.mark.parametrize(
    "text",
    [
        "2024年石溪县蜂蜜产量150吨，增速增长20.0个百分点。",
        "2024年石溪县蜂蜜产量占比提高20.0个百分点。",
        "2024年石溪县蜂蜜产量150吨，占全市的比重增加20.0个百分点。",
        "2024年石溪县蜂蜜产量拉动农业增长20.0个百分点。",
        "2024年石溪县蜂蜜产量150吨，增长13.0个百分点。",  # no per cent either: of what is not said
    ],
)
def test_what_moves_need_not_be_the_amount(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    assert [v for _, v in verdicts(text, str(tmp_path / "t.csv"))] == ["unverifiable"]


def test_the_same_in_english() -> None:
    # Beijing's GDP grew 5.2 % in 2024 (communiqué of 2024)
    wrong = "Beijing's GDP grew by 5.2 percentage points in 2024."
    assert verdicts(wrong) == [("5.2 percentage points", "contradicted")]
