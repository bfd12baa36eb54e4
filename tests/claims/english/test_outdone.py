from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.claims.english.outdone import gap, is_by, outdone
from cpstats.claims.english.places import Gazetteer
from cpstats.claims.terms.measure import Measure

if TYPE_CHECKING:
    from tests.claims.conftest import Judge


def test_who_outdid_whom_is_read_before_the_number_of_the_other() -> None:
    places = Gazetteer({})
    pair = outdone("Hunan's growth outstripped that of Beijing (", places, "100000", None)
    assert pair == ("430000", "110000", False)
    pair = outdone(" trailed the national average of ", places, "100000", "430000")
    assert pair == ("430000", "100000", True)
    assert outdone("Hunan's growth was ", places, "100000", None) is None


def test_how_far_two_are_apart_is_of_rates_of_growth_or_of_rates() -> None:
    pair = outdone(" trailed the national average of ", Gazetteer({}), "100000", "430000")
    assert pair is not None
    assert gap(Measure("growth"), pair).name == "growth_gap"
    assert gap(Measure("share"), pair) == Measure("level_gap", "down", "vs_benchmark", "share")
    assert is_by(", by about ")
    assert not is_by(" and rose by ")


@pytest.mark.parametrize(
    "said",
    [
        "In 2023 Changping's GDP growth of 5.6 percent beat the city's 5.0 percent by {} percentage points.",
        "Changping's GDP growth of 5.6 percent in 2023 exceeded that of Beijing (5.0 percent) by {} percentage points.",
    ],
)
def test_the_points_by_which_one_outdid_the_other_are_its_own(said: str, judge: Judge) -> None:
    # 5.6 − 5.0 = 0.6 points
    rates = ("gdp 110114 2023 growth 5.6", "gdp 110000 2023 growth 5.0")
    assert [v for _, v, _ in judge(said.format("0.6"), *rates)][:2] == ["confirmed"] * 2
    assert judge(said.format("0.6"), *rates)[2][1] != "contradicted"
    assert judge(said.format("1.6"), *rates)[2][1] != "confirmed"
