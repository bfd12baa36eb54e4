"""Real and nominal never stand side by side without a word, and are never added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit\n"


def test_averages_on_two_price_bases_say_which_is_which(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        HEADER
        + "gdp,Hull,2020,level,current,200.0,亿元\ngdp,Hull,2022,level,current,242.0,亿元\n"
        + "gdp,Kerr,2021,growth,constant,3.0,%\ngdp,Kerr,2022,growth,constant,3.0,%\n"
    )
    report = cpstats.compare("gdp", places="Hull", vs="Kerr", data=str(path), period="2021..2022")
    frame = report.to_frame()
    made = frame[frame.measure == "average_growth"].set_index("ref_area")
    # (242 / 200)^(1/2) is 1.1, nominal; 1.03 and 1.03 are 3 % a year, real
    assert made.value.to_dict() == pytest.approx({"Hull": 10.0, "Kerr": 3.0})
    assert made.price_basis.to_dict() == {"Hull": "current", "Kerr": "constant"}
    assert frame[frame.measure == "average_growth_gap"].reason.tolist() == ["mixed_price_basis"]
    text = report.to_text("en")
    assert "Hull (nominal)" in text
    assert "Kerr (real)" in text
    assert "Hull（名义）" in report.to_text("zh")


def test_a_sum_over_places_holds_one_price_basis(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        HEADER
        + "gdp,海淀区,2022,level,current,50.0,亿元\n"
        + "gdp,昌平区,2022,level,constant:2020,40.0,亿元\n"
    )
    frame = cpstats.derive(
        "sum_of_places",
        "gdp",
        among="beijing",
        data=str(path),
        builtin=True,
        source=str(path),
        period=2022,
        allow_mixed=True,
    ).to_frame()
    assert frame.reason.tolist() == ["mixed_price_basis"]


def test_levels_at_constant_prices_are_not_called_current(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        HEADER
        + "".join(
            f"cheese,{place},{year},level,{basis},{value}.0,million EUR\n"
            for place, basis, value in (
                ("Vale", "constant:2012", 80),
                ("Moor", "constant:2012", 160),
                ("Glen", "current", 90),
            )
            for year in (2021, 2022)
        )
    )

    def compared(place: str) -> tuple[str, str]:
        report = cpstats.compare("cheese", places="Vale", vs=place, data=str(path), builtin=False)
        return report.to_text("en"), report.to_text("zh")

    english, chinese = compared("Moor")
    assert "levels at prices of 2012, million EUR" in english
    assert "水平为2012年价格，百万欧元" in chinese
    english, chinese = compared("Glen")
    assert "cheese · growth real, %; levels, million EUR" in english
    assert "a  at prices of 2012\nb  at current prices\n" in english
    assert "real and nominal may not be mixed" in english
    assert "a  2012年价格\nb  现价\n" in chinese
    assert "current" not in compared("Moor")[0]
