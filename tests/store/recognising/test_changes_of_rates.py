"""Growth of what is itself in per cent: points where the figures show points; names and figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(lines: list[str]) -> tuple[set[tuple[str, ...]], str]:
    """Return name, period, measure, figure and unit of what is read, and all that is said."""
    (found,) = foreign("t.csv", "\n".join(lines).encode(), Hints(), trying=False)
    return {tuple(map(str, (row[0], *row[2:6]))) for row in found.rows}, " ".join(
        map(str, found.said)
    )


@pytest.mark.parametrize(
    ("old", "new", "change", "expected"),
    [
        (
            "58.2",
            "59.1",
            "0.9",
            ("覆盖率增减", "2021", "level", "0.9", "百分点"),
        ),  # 59.1 - 58.2; 1.5 %
        ("58.2", "56.2", "-2.0", ("覆盖率增减", "2021", "level", "-2.0", "百分点")),
        ("40.0", "44.0", "10.0", ("覆盖率", "2021", "growth", "10.0", "%")),  # 44 / 40; 4 points
        ("40.0", "44.0", "7.0", ("覆盖率", "2021", "growth", "7.0", "%")),  # neither: as printed
    ],
)
def test_the_figures_tell_points_from_per_cent(
    old: str, new: str, change: str, expected: tuple[str, ...]
) -> None:
    rows, said = read(
        [
            "地区：浙江省,,,",
            "指标,2020年,2021年,2021年比2020年增长（%）",
            "户数（万户）,80.0,82.0,2.5",
            f"覆盖率（%）,{old},{new},{change}",
        ]
    )
    assert expected in rows
    assert ("户数", "2021", "growth", "2.5", "%") in rows
    assert ("change in points" in said) == (expected[4] == "百分点")


def test_quarters_are_compared_with_those_of_the_year_before() -> None:
    rows, _ = read(
        [
            "Region,Quarter,Vacancy rate (%),Growth on previous year (%)",
            "Peru,2020-Q1,10.0,",
            "Peru,2020-Q2,30.0,",
            "Peru,2021-Q1,12.0,2.0",
            "Peru,2021-Q2,29.0,-1.0",
        ]
    )
    assert ("Vacancy rate, change", "2021-Q1", "level", "2.0", "百分点") in rows
    assert ("Vacancy rate, change", "2021-Q2", "level", "-1.0", "百分点") in rows


def test_where_no_figure_tells_it_is_said_how_it_is_read() -> None:
    rows, said = read(["地区,年份,覆盖率（%）,比上年增长（%）", "浙江省,2021,59.1,0.9"])
    assert ("覆盖率", "2021", "growth", "0.9", "%") in rows
    assert "read as per cent of it, not as points" in said
