"""Over zero or a loss nothing is divided, whatever is asked; what can be said is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import cpstats

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROWS = {"Farrow": (35.0, -14.0), "Gill": (-7.0, 21.0), "Nought": (0.0, 0.0)}


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "t.csv"
    lines = [
        f"surplus,{p},{2020 + i},{v},亿元\n" for p, vs in ROWS.items() for i, v in enumerate(vs)
    ]
    path.write_text("indicator,ref_area,time_period,obs_value,unit\n" + "".join(lines))
    return str(path)


@pytest.mark.parametrize("other", ["Gill", "Nought"])
def test_a_place_is_no_multiple_of_nothing_or_of_a_loss(table: str, other: str) -> None:
    report = cpstats.compare("surplus", places="Farrow", vs=other, data=table, period=2020)
    frame = report.to_frame()
    assert frame[frame.measure == "ratio"].reason.tolist() == ["base_nonpositive"]
    assert frame[frame.measure == "level"].value.tolist() == [35.0, ROWS[other][0]]
    assert "surplus, 2020: the base is zero or negative" in [n.en for n in report.notes]


def test_every_comparison_at_once_survives_a_benchmark_of_nothing(table: str) -> None:
    frame = cpstats.compare(places="Farrow", vs="Nought", data=table, builtin=False).to_frame()
    assert frame[frame.measure == "ratio"].reason.tolist() == ["base_nonpositive"]


def test_there_is_no_share_of_a_loss_and_no_change_of_such_a_share(table: str) -> None:
    frame = cpstats.share("surplus", places="Farrow", vs="Gill", data=table).to_frame()
    found = frame.set_index(["measure", "time_period"])
    assert found.reason["share", "2020"] == "base_nonpositive"
    assert found.value["share", "2021"] == pytest.approx(-66.6666667)  # -14 of 21
    assert found.reason["share_change", "2021"] == "base_nonpositive"


def test_a_loss_after_a_profit_has_no_rate_and_the_reason_is_in_words(table: str) -> None:
    report = cpstats.derive("growth", "surplus", data=table, period=2021)
    assert set(report.to_frame().reason) == {"base_nonpositive"}
    assert [n.en for n in report.notes] == [
        "2021: Farrow: from profit to loss there is no rate",
        "2021: Gill: the base is zero or negative (from loss to profit)",
        "2021: Nought: the base is zero or negative",
    ]


ASKED: list[tuple[Callable[..., Any], dict[str, Any]]] = [
    (cpstats.growth, {"start": 2020, "end": 2021}),
    (cpstats.index, {"base": 2020, "places": "Gill"}),
    (cpstats.index, {"base": 2020, "places": "Nought"}),
    (cpstats.target, {"reach": 50, "by": 2030, "places": "Farrow"}),
]


@pytest.mark.parametrize(("question", "more"), ASKED)
def test_no_question_divides_by_zero_or_a_loss(
    table: str, question: Callable[..., Any], more: dict[str, Any]
) -> None:
    frame = question("surplus", data=table, **more).to_frame()
    assert set(frame.reason) == {"base_nonpositive"}
    assert frame.value.isna().all()


def test_revisions_show_no_growth_from_profit_to_loss(table: str) -> None:
    frame = cpstats.revisions("surplus", places="Farrow", data=table).to_frame()
    assert "growth" not in set(frame.measure)
