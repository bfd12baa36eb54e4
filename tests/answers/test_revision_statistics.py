"""What revisions have in common, and that few of them say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import cpstats
from cpstats.calc.interval import Interval
from cpstats.calc.revision import student, summary

if TYPE_CHECKING:
    from pathlib import Path

FIRST = (100.0, 110.0, 120.0, 130.0, 140.0)
LAST = (101.0, 112.2, 121.2, 128.7, 144.2)  # 1, 2, 1, −1 and 3 per cent more


@pytest.fixture
def own(tmp_path: Path) -> dict[str, Any]:
    """Return two releases of five years, the older file first."""
    for name, numbers in (("a_2020.csv", FIRST), ("b_2024.csv", LAST)):
        lines = [f"output,Here,{2015 + k},{x}\n" for k, x in enumerate(numbers)]
        (tmp_path / name).write_text("indicator,ref_area,time_period,obs_value\n" + "".join(lines))
    files = [str(tmp_path / name) for name in ("a_2020.csv", "b_2024.csv")]
    return {"data": files, "builtin": False, "statistics": True}


def row(frame: Any, measure: str) -> Any:
    return frame[frame.measure == measure].iloc[0]


def test_the_statistics_are_those_of_first_and_last_release(own: dict[str, Any]) -> None:
    frame = cpstats.revisions("output", **own).to_frame()
    # 1, 2, 1, −1, 3: mean 6/5, absolute 8/5, squares 16/5, s² = (16 − 5 × 1.44) / 4 = 2.2
    assert row(frame, "revision_mean").value == pytest.approx(1.2)
    assert row(frame, "revision_absolute").value == pytest.approx(1.6)
    assert row(frame, "revision_rms").value == pytest.approx(3.2**0.5)
    assert row(frame, "revision_t").value == pytest.approx(1.2 / (2.2 / 5) ** 0.5)
    assert row(frame, "revision_mean").n == 5
    assert row(frame, "revision_mean").time_period == "2015/2019"
    low, high = row(frame, "revision_mean")[["low", "high"]]
    assert low < 1.2 < high


def test_of_fewer_than_five_nothing_is_said_and_why(own: dict[str, Any]) -> None:
    report = cpstats.revisions("output", period="2015..2018", **own)
    assert report.to_frame().reason.unique().tolist() == ["too_few"]
    assert any("4 periods have two releases, 5 are needed" in n.en for n in report.notes)


def test_a_rate_is_revised_in_points_and_its_sign_may_change() -> None:
    first = [Interval(x) for x in (0.2, -0.1, 0.5, 1.0, 2.0)]
    last = [Interval(x) for x in (-0.1, 0.2, 0.5, 1.2, 2.1)]
    found = summary(first, last, points=True)
    assert found.sign_changes == 40.0
    assert found.mean.value == pytest.approx(0.06)


def test_revisions_that_are_all_one_number_have_no_test() -> None:
    found = summary([Interval(1.0)] * 5, [Interval(1.1)] * 5, points=True)
    assert (found.t, found.chance) == (None, None)


@pytest.mark.parametrize(
    ("t", "freedom", "chance"),
    [(12.706, 1, 0.05), (4.303, 2, 0.05), (2.776, 4, 0.05), (3.169, 10, 0.01), (2.045, 29, 0.05)],
)
def test_the_tables_of_students_t(t: float, freedom: int, chance: float) -> None:
    assert student(t, freedom) == pytest.approx(chance, abs=5e-5)


def test_among_names_the_places_that_the_statistics_are_of(tmp_path: Path) -> None:
    for name, more in (("a_2020.csv", 0.0), ("b_2024.csv", 2.0)):
        lines = [
            f"output,{place},{2015 + k},{100 + 10 * k + more}\n"
            for place in ("Here", "There", "Near")
            for k in range(5)
        ]
        (tmp_path / name).write_text("indicator,ref_area,time_period,obs_value\n" + "".join(lines))
    files = [str(tmp_path / name) for name in ("a_2020.csv", "b_2024.csv")]
    made = cpstats.revisions(
        "output", among="There,Near", statistics=True, data=files, builtin=False
    )
    assert {area.removeprefix("_") for area in made.to_frame().ref_area} == {"There", "Near"}
