"""A figure carries what a machine is given, and knows what rounding alone may explain."""

from __future__ import annotations

import math

import pytest

from cpstats.model.columns import MACHINE
from cpstats.model.figure import Figure, plain, together


def figure(value: float | None, low: float | None = None, high: float | None = None) -> Figure:
    return Figure(
        indicator="gdp", ref_area="110114", time_period="2024", value=value, low=low, high=high
    )


def test_a_row_has_the_columns_of_the_contract_in_their_order() -> None:
    # CLI.md, "Machine output carries its meaning"
    assert MACHINE == (
        "indicator",
        "ref_area",
        "counterpart_area",
        "time_period",
        "base_period",
        "n",
        "measure",
        "method",
        "price_basis",
        "value",
        "low",
        "high",
        "bound",
        "unit",
        "obs_status",
        "vintage",
        "source",
        "reason",
    )
    row = figure(1811.9, 1811.85, 1811.95).row()
    assert tuple(row) == MACHINE
    assert (row["value"], row["low"], row["time_period"]) == (1811.9, 1811.85, "2024")


def test_the_sources_of_a_figure_are_those_of_all_its_inputs_once() -> None:
    assert together(["a|b", "b", "", "c|a"]) == "a|b|c"
    assert Figure(indicator="x", ref_area="y", time_period="z", source="a|b").sources == ("a", "b")
    assert figure(None).sources == ()


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        # 6.2 is [6.15, 6.25]; 6.3 is [6.25, 6.35]: 6.25 is in both
        (figure(6.2, 6.15, 6.25), figure(6.3, 6.25, 6.35), True),
        (figure(6.2, 6.15, 6.25), figure(6.4, 6.35, 6.45), False),
        (figure(1000, 1000, None), figure(1811.9, 1811.85, 1811.95), True),  # over 1000
        (figure(1800, None, 1800), figure(1811.9, 1811.85, 1811.95), False),  # under 1800
    ],
)
def test_two_figures_meet_where_their_intervals_do(
    one: Figure, other: Figure, *, meet: bool
) -> None:
    assert one.meets(other) is meet
    assert other.meets(one) is meet


@pytest.mark.parametrize(
    ("gap", "equal"),
    [
        (figure(0.1, 0.0, 0.2), True),
        (figure(0.1, 0.01, 0.2), False),
        (figure(-0.1, -0.2, 0.05), True),
        (figure(0.0), True),
        (figure(0.3), False),
    ],
)
def test_a_gap_whose_interval_holds_zero_may_be_none(gap: Figure, *, equal: bool) -> None:
    assert gap.touches_zero is equal


def test_a_computed_number_has_no_binary_noise() -> None:
    assert plain(0.1 + 0.2) == 0.3
    assert plain(7.2 - 5.9) == 1.3  # 1.2999999999999998 in doubles
    assert plain(49843.1) == 49843.1
    assert plain(math.nan) is None
    assert plain(None) is None
