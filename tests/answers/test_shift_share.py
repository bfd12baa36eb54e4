"""Shift-share of the branches of a place, against a published worked table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import cpstats
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

BRANCHES = ("one", "two", "three", "four")
# G. Krumme, University of Washington, Geography 350: Holukuluku 1985 and 1995, and by how many per
# cent each industry grew in the nation, of which it had 10, 20, 40 and 30 per cent (all: 29)
HERE = {1985: (500, 100, 200, 200), 1995: (1000, 100, 250, 280)}
NATION = {1985: (1000, 2000, 4000, 3000), 1995: (1100, 2400, 5200, 4200)}


def table(years: dict[int, int]) -> pd.DataFrame:
    """Return both in long form, the years renamed."""
    rows = [
        (branch, place, years[year], number)
        for place, levels in (("Holukuluku", HERE), ("Nation", NATION))
        for year, numbers in levels.items()
        for branch, number in zip((*BRANCHES, "all"), (*numbers, sum(numbers)), strict=True)
    ]
    return pd.DataFrame(rows, columns=["indicator", "ref_area", "time_period", "obs_value"])


@pytest.fixture
def own(tmp_path: Path) -> dict[str, Any]:
    table({1985: 1985, 1995: 1986}).to_csv(tmp_path / "t.csv", index=False)
    return {
        "data": str(tmp_path / "t.csv"),
        "builtin": False,
        "places": "Holukuluku",
        "vs": "Nation",
    }


def values(frame: pd.DataFrame, measure: str, indicator: str = "all") -> list[float]:
    rows = frame[(frame.measure == f"{measure}:all") & (frame.indicator == indicator)]
    return [float(v) for v in rows.value]


def test_the_parts_are_those_of_the_published_table(own: dict[str, Any]) -> None:
    frame = cpstats.derive("shift_share", BRANCHES, of="all", **own).to_frame()
    # its columns: total employment shift 355, −29, −8, 22; differential 450, −20, −10, 0;
    # composition −95, −9, 2, 22; growth 630 = 290 (nation) + 420 + (−80)
    assert [values(frame, "shift_local", b)[0] for b in BRANCHES] == pytest.approx(
        [450, -20, -10, 0]
    )
    assert [values(frame, "shift_mix", b)[0] for b in BRANCHES] == pytest.approx([-95, -9, 2, 22])
    assert values(frame, "shift_national") == pytest.approx([290])
    assert values(frame, "shift_mix") == pytest.approx([-80])
    assert values(frame, "shift_local") == pytest.approx([420])
    assert values(frame, "shift_rest") == pytest.approx([0], abs=1e-9)


def test_a_branch_that_is_left_out_is_the_rest(own: dict[str, Any]) -> None:
    frame = cpstats.derive("shift_share", BRANCHES[:3], of="all", **own).to_frame()
    assert values(frame, "shift_rest") == pytest.approx([80])  # the fourth: 200 to 280


def test_the_interval_holds_what_the_digits_leave_open(own: dict[str, Any]) -> None:
    frame = cpstats.derive("shift_share", "one", of="all", **own).to_frame()
    row = frame[(frame.measure == "shift_national:all") & (frame.indicator == "one")].iloc[0]
    assert row.low == pytest.approx(499.5 * (12899.5 / 10000.5 - 1))
    assert row.high == pytest.approx(500.5 * (12900.5 / 9999.5 - 1))


def test_years_are_added_up(tmp_path: Path) -> None:
    rows = "indicator,ref_area,time_period,obs_value\n"
    for place, numbers in (("Here", (100, 110, 132)), ("There", (200, 210, 231))):
        for year, number in zip((2020, 2021, 2022), numbers, strict=True):
            rows += f"part,{place},{year},{number}\nall,{place},{year},{2 * number}\n"
    (tmp_path / "t.csv").write_text(rows)
    given: dict[str, Any] = {"data": str(tmp_path / "t.csv"), "builtin": False}
    frame = cpstats.derive(
        "shift_share", "part", of="all", places="Here", vs="There", start=2020, end=2022, **given
    ).to_frame()
    # 100 × 5 % + 110 × 10 % = 16 is the nation's, 32 − 16 the place's own
    assert values(frame, "shift_national", "part") == pytest.approx([5, 11, 16])
    assert values(frame, "shift_local", "part") == pytest.approx([5, 11, 16])
    span = frame[(frame.indicator == "part") & (frame.time_period == "2021/2022")]
    assert span.n.tolist() == [2, 2, 2]


def test_a_missing_year_says_so(own: dict[str, Any]) -> None:
    report = cpstats.derive("shift_share", "one", of="all", period="1986..1987", **own)
    frame = report.to_frame()
    assert frame[frame.time_period == "1987"].reason.unique().tolist() == ["missing_current"]


def test_a_place_is_not_compared_with_itself(own: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="a benchmark is needed"):
        cpstats.derive("shift_share", "one", of="all", **(own | {"places": "Nation"}))


def test_frames_give_the_same_parts() -> None:
    made = cpstats.shift_share(
        table({1985: 1985, 1995: 1986}),
        by=["indicator", "ref_area"],
        branch="indicator",
        whole="all",
        over="ref_area",
        benchmark="Nation",
        decimals=0,
    )
    here = made[(made.ref_area == "Holukuluku") & (made.time_period == 1986)]
    assert here["mix"].tolist() == pytest.approx([-95, -9, 2, 22, 0])
    assert here["local"].tolist() == pytest.approx([450, -20, -10, 0, 340])
    assert (here["national"] + here["mix"] + here["local"]).tolist() == pytest.approx(
        here.value.tolist()
    )
    assert (here["mix_low"] <= here["mix"]).all()
    assert made[made.time_period == 1985].reason.unique().tolist() == ["missing_base"]
