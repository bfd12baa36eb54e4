"""Every release of a figure and what a revision did."""

from __future__ import annotations

import pytest

import cpstats


def test_the_releases_of_beijings_gdp_of_2017() -> None:
    frame = cpstats.revisions("gdp", places="beijing", period=2017).to_frame()
    levels = frame[frame.measure == "level"]
    assert levels.vintage.tolist() == ["first", "before-census4", "census4", "census5"]
    assert levels.value.tolist() == [28000.4, 28014.94, 29883.0, 31325.9]
    revised = frame[frame.measure == "revision"].value
    # 28014.94 / 28000.4, 29883 / 28014.94 and 31325.9 / 29883, less 1
    assert revised.round(1).tolist() == [0.1, 6.7, 4.8]


def test_growth_is_computed_inside_a_release_and_its_change_is_the_effect() -> None:
    frame = cpstats.revisions("gdp", places="beijing", period=2017).to_frame()
    growth = frame[frame.measure == "growth"].set_index("vintage").value
    assert growth.to_dict() == pytest.approx(
        # 28014.94 / 25669.13, 29883 / 27041.2 and 31325.9 / 28438.7
        {"before-census4": 9.1386, "census4": 10.5091, "census5": 10.1524},
        abs=1e-4,
    )
    effect = frame[frame.measure == "growth_revision"].value.tolist()
    assert effect == pytest.approx([10.5091 - 9.1386, 10.1524 - 10.5091], abs=1e-4)


def test_a_rank_stands_beside_the_release_that_has_the_other_places() -> None:
    frame = cpstats.revisions("gdp", places="haidian", among="beijing", period=2022).to_frame()
    rank = frame[frame.measure == "rank"].iloc[0]
    assert (rank.value, rank.n, rank.vintage) == (1, 13, "first")


def test_what_was_never_revised_is_said() -> None:
    report = cpstats.revisions("gdp", period="2022..2024")
    assert [n.en for n in report.notes] == [
        "Gross domestic product · Changping: nothing was revised."
    ]
