"""Levels in a currency or a unit that cannot be converted to the catalogue's (invented figures)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.texts import of_sentence
from cpstats.store import loading
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path


def held(folder: Path, title: str, *rows: str) -> set[tuple[str, float, str]]:
    """Return indicator, figure and unit of a table of 2024, read beside the built-in data."""
    table = folder / "t.csv"
    table.write_text("\n".join((title, "指标,单位,2024年", *rows)), "utf-8")
    columns = loading.read(open_package((str(table),)))
    own = (i for i, given in enumerate(columns["given"]) if given)
    return {(columns["indicator"][i], columns["value"][i], columns["unit"][i]) for i in own}


@pytest.mark.parametrize("title", ["福建省主要指标", "厦门市主要指标", "全国主要指标"])
def test_dollars_of_a_place_of_the_catalogues_country_are_an_indicator_of_their_own(
    tmp_path: Path, title: str
) -> None:
    rows = ("出口额,亿美元,1.5", "进口额,亿元,7", "实际使用外资,万美元,300")
    # the catalogue has foreign capital in 亿美元: 300万 = 0.03亿
    expected = {
        ("出口额(美元)", 1.5, "亿美元"),
        ("imports", 7, "亿元"),
        ("fdi_utilised", 0.03, "亿美元"),
    }
    assert held(tmp_path, title, *rows) == expected


def test_both_currencies_of_one_amount_stand_beside_one_another(tmp_path: Path) -> None:
    rows = ("出口额,亿元,9.6", "出口额,亿美元,1.35")
    expected = {("exports", 9.6, "亿元"), ("出口额(美元)", 1.35, "亿美元")}
    assert held(tmp_path, "清泉县主要指标", *rows) == expected
    assert held(tmp_path, "清泉县主要指标", *rows[::-1]) == expected


def test_another_countrys_amounts_are_held_in_its_money(tmp_path: Path) -> None:
    assert held(tmp_path, "挪威主要指标", "出口额,亿美元,1.35") == {("exports", 1.35, "亿美元")}


def test_a_unit_that_cannot_be_converted_is_said_in_the_name(tmp_path: Path) -> None:
    rows = ("区域面积,亩,40", "进口额,‰,3")
    expected = {("区域面积, 亩", 40, "亩"), ("进口额, ‰", 3, "‰")}
    assert held(tmp_path, "厦门市主要指标", *rows) == expected


def test_check_goes_on_and_holds_each_number_against_the_amount_in_its_money(
    tmp_path: Path,
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("厦门市主要指标\n指标,单位,2023年,2024年\n出口额,亿美元,1.2,1.5\n", "utf-8")
    text = "2024年，厦门市出口额1.5亿美元，增长25.0%；2024年，厦门市出口额12亿元。2024年，厦门市出口额2.5亿美元。"
    report = check([of_sentence(text)], open_package((str(table),)), Asked())
    found = [(record["surface"], record["verdict"]) for record in report.records]
    assert found == [
        ("1.5亿美元", "confirmed"),
        ("25.0%", "confirmed"),  # 1.5 / 1.2
        ("12亿元", "unverifiable"),
        ("2.5亿美元", "contradicted"),
    ]
