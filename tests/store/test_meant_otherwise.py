"""Levels that are called like a rate or an index of the catalogue and are none (invented figures)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.store.hints import Hints
from cpstats.store.meant_otherwise import with_meant_otherwise
from cpstats.store.package import open_catalogue, open_package
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from pathlib import Path

UNNAMED = "Unemployment (unit not named)"


def names(text: str, area: str = "") -> set[tuple[str, str, str]]:
    """Return name, measure and unit of what a table holds."""
    (found,) = foreign("t.csv", text.encode(), Hints(place=area), trying=False)
    made = with_meant_otherwise(found, open_catalogue())
    return {(row[0], row[3], row[5]) for row in made.rows}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("CPI (%)", ("CPI, %", "level", "%")),
        ("Consumer price index, %", ("Consumer price index, %", "level", "%")),
        ("CPI growth, %", ("CPI", "growth", "%")),
        ("CPI", ("CPI (unit not named)", "level", "")),
        ("CPI growth (%)", ("CPI", "growth", "%")),
    ],
)
@pytest.mark.parametrize("area", ["Peru", "北京"])
def test_a_price_index_is_no_level_in_per_cent(
    label: str, expected: tuple[str, str, str], area: str
) -> None:
    table = f'Year,"{label}",Hops (t)\n2019,1.5,30\n2020,2.5,31\n2021,1.2,33\n'
    assert names(table, area) == {expected, ("Hops", "level", "t")}


def test_what_names_no_unit_and_says_no_rate_may_be_people() -> None:
    table = "Country,2020,2021\n{},1530,1610\n{},820,790\n"
    for places in (("Peru", "Chile"), ("北京", "天津")):
        text = "Unemployment\n" + table.format(*places)
        (found,) = foreign("t.csv", text.encode(), Hints(indicator="Unemployment"), trying=False)
        made = with_meant_otherwise(found, open_catalogue())
        assert {row[0] for row in made.rows} == {UNNAMED}
        assert not any("that of the catalogue is meant" in str(m) for m in made.said)


def test_a_short_name_means_at_home_what_it_does_not_mean_abroad() -> None:
    table = "地区,指标,年份,数值,单位\n{},失业率,2020,5.5,%\n{},城镇化率,2020,70.5,%\n"
    level = "level"
    assert names(table.format("德国", "德国")) == {
        ("失业率, %", level, "%"),
        ("城镇化率", level, "%"),
    }
    assert names(table.format("北京", "北京")) == {("失业率", level, "%"), ("城镇化率", level, "%")}


def test_a_table_that_is_asked_at_once_has_an_index_beside_its_change(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "Country,Year,CPI (2015 = 100),CPI change (%)\nPeru,2016,102.5,2.5\nPeru,2017,103.7,1.2\n",
        "utf-8",
    )
    package = open_package([str(tmp_path / "t.csv")])
    assert set(package.own_indicators) == {"CPI, 2015 = 100", "CPI change"}
