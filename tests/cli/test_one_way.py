"""A question over many places and the calculation over a frame say the same: the formula is one.

A question takes single numbers with their intervals (`calc/interval.py`), a frame the same formula over
columns (`calc/panel.py`). The values are the same to the last of the twelve digits that are kept; an end
may differ in the last of them, for a frame rounds outward once and a number at every step.
"""

from __future__ import annotations

import csv
from math import isclose
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from tests.cli.test_work import package

from cpstats.calc.average_growth import average_growth
from cpstats.calc.contribution import contribution
from cpstats.calc.growth import growth
from cpstats.calc.index import rebase
from cpstats.calc.rank import rank
from cpstats.calc.share import share, share_change
from cpstats.model.figure import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Invoke

PLACES = 60
LAST, LOST = (
    1e-11,
    1e-14,
)  # one of the twelfth digit at most; what a difference of shares loses of it


def frame(folder: Path, *indicators: str) -> pd.DataFrame:
    """Return the levels of a package with their rounding intervals: they are whole numbers."""
    read = pd.read_csv(folder / "figures.csv")
    read = read[read["indicator"].isin(indicators)][
        ["indicator", "ref_area", "time_period", "obs_value"]
    ]
    return read.assign(low=read["obs_value"] - 0.5, high=read["obs_value"] + 0.5)


def parts(levels: pd.DataFrame) -> pd.DataFrame:
    """Return the levels without the place that the others make up."""
    return levels[levels["ref_area"] != "Whole"]


OUTPUT = ("output",)
WITHIN = {"by": ["ref_area"], "over": "ref_area"}
CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...], Callable[[pd.DataFrame], Any]]] = {
    "average_growth": (
        ("growth", "output", "-p", "all", "--from", "2016", "--to", "2024"),
        OUTPUT,
        lambda levels: average_growth(levels, by=["ref_area"], start=2016),
    ),
    "share": (
        ("compare", "output", "-p", "all", "--vs", "Whole", "--period", "2024"),
        OUTPUT,
        lambda levels: parts(share(levels, **WITHIN, whole="Whole")),
    ),
    "share_change": (
        ("share", "output", "-p", "children:Whole", "--vs", "Whole", "--period", "2024"),
        OUTPUT,
        lambda levels: parts(share_change(levels, **WITHIN, whole="Whole")),
    ),
    "rank": (
        ("rank", "output", "--among", "Whole", "--period", "2024"),
        OUTPUT,
        lambda levels: rank(parts(levels), **WITHIN),
    ),
    "index": (
        ("index", "output", "-p", "all", "--base", "2016", "--period", "2024"),
        OUTPUT,
        lambda levels: rebase(levels, by=["ref_area"], base=2016),
    ),
    "growth": (
        ("derive", "growth", "output", "-p", "all", "--period", "2024"),
        OUTPUT,
        lambda levels: growth(levels, by=["ref_area"]),
    ),
    "contribution": (
        ("contribution", "part", "-p", "all", "--of", "output", "--basis", "nominal", "--period", "2024"),
        ("output", "part"),
        lambda levels: contribution(
            levels, by=["ref_area", "indicator"], over="indicator", whole="output"
        ).query("indicator == 'part'"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("measure", CASES)
def test_a_question_and_a_frame_say_the_same(measure: str, invoke: Invoke, tmp_path: Path) -> None:
    words, indicators, calculated = CASES[measure]
    folder = package(tmp_path / "p", PLACES)
    done = invoke(*words, "--data", str(folder), "--no-builtin", "-F", "csv", "-q")
    asked = {
        row["ref_area"]: [float(row[name]) for name in ("value", "low", "high")]
        for row in csv.DictReader(done.stdout.splitlines())
        if row["measure"].partition(":")[0] == measure
    }
    made = calculated(frame(folder, *indicators))
    made = made[made["time_period"] == 2024]
    assert len(asked) == len(made) >= PLACES
    for area, *numbers in zip(
        *(made[c] for c in ("ref_area", "value", "low", "high")), strict=True
    ):
        value, *ends = map(plain, numbers)
        assert asked[area][0] == value
        assert all(
            isclose(one, other, rel_tol=LAST, abs_tol=LOST)
            for one, other in zip(asked[area][1:], ends, strict=True)
        )
