"""Rates differ in points, and change by points a year; nothing of them is taken in per cent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import cpstats
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "t.csv"
    rows = {"Quarry": (40.2, 41.0, 42.6), "Mead": (44.0, 43.1, 43.4)}
    lines = [f"turnout,{p},{2018 + i},{v},%\n" for p, vs in rows.items() for i, v in enumerate(vs)]
    path.write_text("indicator,ref_area,time_period,obs_value,unit\n" + "".join(lines))
    return str(path)


def test_the_average_of_a_rate_is_points_a_year(table: str) -> None:
    report = cpstats.growth("turnout", places="Quarry", data=table, start=2018, end=2020)
    row = report.to_frame().iloc[0]
    # (42.6 - 40.2) / 2 years; each may be off by 0.05
    assert row[["measure", "unit", "n"]].tolist() == ["average_change", "百分点", 2]
    assert row[["value", "low", "high"]].tolist() == pytest.approx([1.2, 1.15, 1.25])
    column = report.blocks[0].columns[3]
    assert (column.header.en, column.unit) == ("average", "百分点")
    assert report.blocks[0].title is not None
    assert report.blocks[0].title.en == "turnout · average change a year"


def test_the_growth_of_a_rate_is_its_change_in_points(table: str) -> None:
    frame = cpstats.derive("growth", "turnout", places="Mead", data=table, period=2019).to_frame()
    assert frame.loc[0, ["measure", "unit"]].tolist() == ["change", "百分点"]
    assert frame.value[0] == pytest.approx(-0.9)  # 43.1 - 44.0


def test_the_gap_of_two_rates_is_points_and_no_per_cent(table: str) -> None:
    frame = cpstats.derive("gap", "turnout", places="Quarry", vs="Mead", data=table).to_frame()
    assert set(frame.measure) == {"gap"}
    assert set(frame.unit) == {"百分点"}
    assert frame.value.round(6).tolist() == [-3.8, -2.1, -0.8]


def test_places_are_compared_by_a_rate_in_points_without_an_average_growth(table: str) -> None:
    frame = cpstats.compare("turnout", places="Quarry", vs="Mead", data=table).to_frame()
    assert set(frame.measure) <= {"level", "level_gap", "growth_gap"}
    said = cpstats.narrate("turnout", places="Quarry", vs="Mead", data=table, period="2018..2020")
    assert "average" not in said.to_text("en")


REFUSED: list[tuple[Callable[..., Any], tuple[str, ...], dict[str, Any]]] = [
    (cpstats.index, ("turnout",), {"base": 2018}),
    (cpstats.target, ("turnout",), {"times": 2, "start": 2018, "by": 2030}),
    (cpstats.growth, ("turnout",), {"start": 2018, "end": 2020, "method": "cumulative"}),
    (cpstats.derive, ("doubling", "turnout"), {"start": 2018, "end": 2020}),
    (cpstats.derive, ("growth", "turnout"), {"on": "annualised"}),
]


@pytest.mark.parametrize(("question", "words", "more"), REFUSED)
def test_what_needs_a_quotient_of_rates_is_refused_with_a_hint(
    table: str, question: Callable[..., Any], words: tuple[str, ...], more: dict[str, Any]
) -> None:
    with pytest.raises(UsageError, match="“turnout” is a rate: it has no share") as refused:
        question(*words, data=table, **more)
    assert "Rates differ in points" in str(refused.value)


def test_rates_are_not_added_up() -> None:
    with pytest.raises(UsageError, match="is a rate"):
        cpstats.derive("sum_of_places", "urbanisation", among="beijing")


def test_published_growth_of_prices_is_still_chained() -> None:
    report = cpstats.growth("cpi", places="beijing", start=2020, end=2024)
    assert report.to_frame().measure.tolist() == ["average_growth"]
