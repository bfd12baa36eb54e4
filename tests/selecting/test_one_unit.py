"""Parts and their whole are put together in one unit, and only where they measure the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats
from cpstats.errors import UsageError
from cpstats.selecting.one_unit import _move

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = """\
indicator,ref_area,time_period,obs_value,unit
farm,Nord,2020,4000,million EUR
farm,Nord,2021,5000,million EUR
works,Nord,2020,6,billion EUR
works,Nord,2021,7,billion EUR
total,Nord,2020,10,billion EUR
total,Nord,2021,12,billion EUR
heads,Nord,2020,10,persons
heads,Nord,2021,12,persons
fees,Nord,2020,3,billion USD
fees,Nord,2021,4,billion USD
"""


@pytest.fixture
def own(tmp_path: Path) -> dict[str, object]:
    """Return a table whose parts are printed in millions, the whole in billions."""
    (tmp_path / "t.csv").write_text(LEVELS, "utf-8")
    return {"data": str(tmp_path / "t.csv"), "builtin": False}


def values(answer: cpstats.Answer, measure: str) -> list[float]:
    """Return the numbers of a measure."""
    frame = answer.to_frame()
    found = frame[frame["measure"].str.startswith(measure) & frame["value"].notna()]
    return [float(value) for value in found["value"]]


def test_a_share_of_a_whole_in_billions_is_that_of_billions(own: dict[str, object]) -> None:
    made = cpstats.share("farm", of="total", **own)
    assert values(made, "share:") == [pytest.approx(40), pytest.approx(500 / 12)]
    assert values(made, "share_change") == [pytest.approx(500 / 12 - 40)]


def test_points_are_taken_of_one_unit(own: dict[str, object]) -> None:
    # (5 − 4) / 10 of growth of 20 %
    made = cpstats.contribution("farm", of="total", **own)
    assert values(made, "contribution:") == [pytest.approx(10)]
    assert values(made, "contribution_rate") == [pytest.approx(50)]
    over = cpstats.derive("span_contribution", "farm", of="total", start=2020, end=2021, **own)
    assert values(over, "contribution:") == [pytest.approx(10)]
    assert values(over, "contribution_rest") == [pytest.approx(10)]


def test_concentration_is_that_of_one_unit(own: dict[str, object]) -> None:
    # 0.4² + 0.6²; (5/12)² + (7/12)²
    made = cpstats.derive("herfindahl", ["farm", "works"], **own)
    assert values(made, "herfindahl") == [pytest.approx(0.52), pytest.approx(74 / 144)]


@pytest.mark.parametrize("other", ["heads", "fees"])
def test_nothing_is_a_part_of_what_measures_another_thing(
    other: str, own: dict[str, object]
) -> None:
    for ask in (cpstats.share, cpstats.contribution):
        with pytest.raises(UsageError, match="measure different things"):
            ask("farm", of=other, **own)
    with pytest.raises(UsageError, match="measure different things"):
        cpstats.derive("span_contribution", "farm", of=other, start=2020, end=2021, **own)
    with pytest.raises(UsageError, match="measure different things"):
        cpstats.derive("herfindahl", ["farm", other], **own)


def test_only_prices_deflate(own: dict[str, object]) -> None:
    for name in ("real", "deflated"):
        with pytest.raises(UsageError, match="no price index"):
            cpstats.derive(
                name, "farm", of="heads", base="2020" if name == "deflated" else "", **own
            )


@pytest.mark.parametrize(
    ("shift", "value", "decimals", "becomes", "left"),
    [
        (-3, 4000.0, 0, 4.0, 3),
        (-3, 4000.5, 1, 4.0005, 4),
        (3, 4.25, 2, 4250.0, 0),
        (1, 4.25, 2, 42.5, 1),
    ],
)
def test_the_point_moves_with_the_unit_and_its_digits_behind_it(
    shift: int, value: float, decimals: int, becomes: float, left: int
) -> None:
    ends = {"low": [value], "high": [value]}
    moved = {"value": [value], **ends, "decimals": [decimals], "unit": ["a"]}
    _move(moved, 0, shift, "b")
    assert (moved["value"], moved["decimals"], moved["unit"]) == ([becomes], [left], ["b"])
