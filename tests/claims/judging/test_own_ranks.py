"""Ranks among all parts of a city, by a table of one's own (the figures are invented)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

# by output: 嵊泗县 50, 岱山县 90, 普陀区 120, 定海区 200; by kelp the other way round
TABLE = """舟山市各区县主要指标（2024年）
地区,地区生产总值(亿元),海带产量(吨)
定海区,200,11
普陀区,120,22
岱山县,90,33
嵊泗县,50,44
"""
SAID = (
    "2024年，岱山县地区生产总值90亿元，居全市第{}位。",
    "2024年，岱山县地区生产总值达到90亿元，总量排名全市第{}。",
    "2024年，岱山县地区生产总值90亿元，在全市4个区县中列第{}位。",
)


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize(
    ("rank", "verdict"), [(2, "contradicted"), (3, "confirmed"), (4, "contradicted")]
)
def test_a_rank_among_the_parts_of_a_city_is_held_against_all_of_them(
    tmp_path: Path, text: str, rank: int, verdict: str
) -> None:
    assert of_rank(tmp_path, TABLE, text.format(rank)) == verdict


def test_an_indicator_of_ones_own_has_ranks_too(tmp_path: Path) -> None:
    text = "2024年，岱山县海带产量33吨，在全市4个区县中居第{}位。"
    assert of_rank(tmp_path, TABLE, text.format(2)) == "confirmed"
    assert of_rank(tmp_path, TABLE, text.format(3)) == "contradicted"


def test_a_place_without_figure_leaves_the_rank_open(tmp_path: Path) -> None:
    table = TABLE.replace("嵊泗县,50,44\n", "")
    assert of_rank(tmp_path, table, SAID[0].format(4)) == "unverifiable"


def of_rank(folder: Path, table: str, text: str) -> str:
    (folder / "t.csv").write_text(table, "utf-8")
    package = open_package((str(folder / "t.csv"),))
    report = check([of_sentence(text)], package, Asked(published=date(2025, 3, 1)))
    (found,) = [r["verdict"] for r in report.records if r["measure"] == "rank"]
    return str(found)
