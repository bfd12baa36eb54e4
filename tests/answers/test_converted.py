"""Money converted by rates with their sources: by place and period, and nothing without a rate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cpstats
from cpstats.calc.interval import Interval
from cpstats.errors import DataError
from cpstats.selecting.conversion import _decimals

ROWS = """indicator,ref_area,time_period,measure,obs_value,unit,price_basis
output,Poland,2020,,200,billion zloty,current
output,Poland,2021,,240,billion zloty,current
output,Poland,2021,growth,20,%,current
output,Poland,2020,,180,billion zloty,constant:2021
output,Spain,2020,,90,billion euros,current
output,Spain,2021,,99,billion euros,current
output,Spain,2021,growth,9.9,%,current
"""
RATES = """place,period,rate,currency,per,source
Poland,2020,4.00,PLN,EUR,central bank
Poland,2021,5.00,PLN,EUR,central bank
"""


@pytest.fixture
def own(tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "t.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "rates.csv").write_text(RATES, encoding="utf-8")
    given = {"data": str(tmp_path / "t.csv"), "builtin": False}
    return given | {"convert": str(tmp_path / "rates.csv")}


def levels(frame: Any) -> dict[tuple[str, str], float]:
    found = frame[(frame.measure == "level") & (frame.price_basis == "current")]
    return {(r.ref_area, r.time_period): r.value for r in found.itertuples()}


def test_a_level_is_divided_by_the_rate_of_its_place_and_year(own: dict[str, Any]) -> None:
    report = cpstats.show("output", **own)
    frame = report.to_frame()
    # 200 / 4 and 240 / 5; euros stay what they are
    assert levels(frame) == {
        ("PL", "2020"): 50.0,
        ("PL", "2021"): 48.0,
        ("ES", "2020"): 90.0,
        ("ES", "2021"): 99.0,
    }
    row = frame[(frame.ref_area == "PL") & (frame.time_period == "2020")].iloc[0]
    assert (row["method"], row.source.split("|")[1]) == ("converted", "central bank")
    # 199.5 / 4.005 and 200.5 / 3.995
    assert (row.low, row.high) == pytest.approx((199.5 / 4.005, 200.5 / 3.995))
    assert "with rates of central bank" in report.to_text()


def test_growth_in_another_money_is_not_the_published_one(own: dict[str, Any]) -> None:
    frame = cpstats.compare("output", places=["Poland"], vs="Spain", period=2021, **own).to_frame()
    growth = frame[frame.measure == "growth"].set_index("ref_area").value
    assert growth["PL"] == pytest.approx(-4)  # 48 after 50, not the 20 in zloty
    assert growth["ES"] == pytest.approx(9.9)


def test_prices_of_a_year_take_the_rate_of_that_year(own: dict[str, Any]) -> None:
    frame = cpstats.show("output", places="Poland", **own).to_frame()
    constant = frame[frame.price_basis == "constant:2021"]
    assert constant[constant.measure == "level"].value.tolist() == [36.0]  # 180 / 5


def test_without_a_rate_there_is_no_level_and_it_is_said(own: dict[str, Any]) -> None:
    Path(own["convert"]).write_text(RATES.replace("Poland,2021,5.00,PLN,EUR,central bank\n", ""))
    report = cpstats.show("output", **own)
    assert ("PL", "2021") not in levels(report.to_frame())
    assert "Poland: no rate from Polish zlotys for 2021; left out" in report.to_text()


def test_several_currencies_without_rates_are_told_what_converts_them(own: dict[str, Any]) -> None:
    own.pop("convert")
    text = cpstats.rank("output", among="all", **own).to_text()
    assert "levels are in several currencies" in text
    assert "--convert FILE converts them" in text


@pytest.mark.parametrize(
    ("old", "new", "where", "why"),
    [
        ("4.00", "about 4", ":2:13", "is no rate"),
        ("PLN,EUR,central bank\nP", "PLN,EUR,\nP", ":2:26", "a rate without a source"),
        ("5.00,PLN,EUR", "5.00,PLN,USD", ":3:22", "the rates are per"),
        ("5.00,PLN", "5.00,percent", ":3:18", "is no currency"),
        ("2021", "2020", ":3:13", "there are two rates"),
        ("source\n", "who\n", ":1", "there is no column “source”"),
    ],
)
def test_a_rate_that_cannot_be_is_named_with_its_place(
    own: dict[str, Any], old: str, new: str, where: str, why: str
) -> None:
    Path(own["convert"]).write_text(RATES.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=why) as error:
        cpstats.show("output", **own)
    assert error.value.where.endswith(where)


def test_a_converted_number_without_ends_keeps_the_decimals_that_its_unit_has() -> None:
    # 0.5 between the ends leaves a quarter to each side: no decimal; 0.02 leaves two
    numbers = (
        Interval(5.0),
        Interval(5.0, 5.0, 5.0),
        Interval(5, 4.75, 5.25),
        Interval(5, 4.99, 5.01),
    )
    assert [_decimals(number, 1) for number in numbers] == [1, 1, 0, 2]
