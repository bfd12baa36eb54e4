"""Targets: needed, achieved, how far."""

from __future__ import annotations

import pytest

import cpstats
from cpstats.errors import UsageError


def test_twice_the_level_of_2020_by_2035() -> None:
    frame = cpstats.target("gdp", places="beijing", times=2, start=2020, by=2035).to_frame()
    rows = frame.set_index("measure")
    done = 1.085 * 1.007 * 1.052 * 1.052 * 1.054  # announced rates of 2021–2025
    assert rows.value["required_growth"] == pytest.approx(((2 / done) ** 0.1 - 1) * 100)
    assert rows.value["progress"] == pytest.approx((done - 1) * 100)
    assert (rows.n["required_growth"], rows.time_period["required_growth"]) == (10, "2026/2035")
    assert set(rows.price_basis) == {"constant"}


def test_an_average_that_is_aimed_at_and_partly_achieved() -> None:
    frame = cpstats.target("gdp", places="beijing", average=5, start=2020, by=2027).to_frame()
    needed = frame[frame.measure == "required_growth"].iloc[0]
    done = 1.085 * 1.007 * 1.052 * 1.052 * 1.054
    assert needed.value == pytest.approx(((1.05**7 / done) ** 0.5 - 1) * 100)
    assert needed.low < needed.value < needed.high


def test_a_level_is_reached_in_nominal_terms_from_the_newest_figure() -> None:
    frame = cpstats.target("gdp", places="beijing", reach=60000, by=2030).to_frame()
    needed = frame[frame.measure == "required_growth"].iloc[0]
    assert needed.value == pytest.approx(((60000 / 52073.4) ** (1 / 5) - 1) * 100)
    assert (needed.price_basis, needed.base_period) == ("current", "2025")


@pytest.mark.parametrize(
    ("area", "word"),
    [("china", "reached"), ("beijing", "reached or not: rounding does not tell")],
)
def test_a_target_whose_years_are_over_is_judged_with_its_interval(area: str, word: str) -> None:
    report = cpstats.target("gdp", places=area, average=5, start=2020, by=2025)
    assert report.notes[0].en.endswith(f": {word}")


def test_a_chain_with_a_missing_year_gives_no_answer() -> None:
    report = cpstats.target("gdp", average=5, start=2020, by=2025)
    assert not report.answered
    assert "no growth rate for 2021" in report.notes[0].en


@pytest.mark.parametrize(
    ("goal", "message"),
    [
        ({"by": 2030}, "a target is one of"),
        ({"by": 2030, "times": 2.0, "average": 5.0, "start": 2020}, "a target is one of"),
        ({"by": 2030, "times": 2.0}, "the base year is missing"),
        ({"by": 2020, "times": 2.0, "start": 2020}, "2020 is not later than 2020"),
        ({"by": 2030, "reach": -1.0}, "a target is a positive number"),
    ],
)
def test_a_goal_that_says_too_little_or_too_much_is_refused(
    goal: dict[str, float], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        cpstats.target("gdp", places="beijing", **goal)
