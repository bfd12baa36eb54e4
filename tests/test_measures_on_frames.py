"""Every measure takes frames of pandas with its own kinds of periods, and refuses with its own errors."""

from __future__ import annotations

import inspect
from typing import Any

import pandas as pd
import pytest

import cpstats
from cpstats import api, errors

PLACES, BRANCHES = ("a", "b", "c", "d", "e", "land"), ("x", "y", "all")
CELLS = [
    (place, branch, year, float(10 * (1 + i) * (1 + k) * (2 + i * (year - 2019)) + k * i))
    for i, place in enumerate(PLACES)
    for k, branch in enumerate(BRANCHES)
    for year in range(2019, 2023)
]
TABLE = pd.DataFrame(CELLS, columns=["place", "branch", "time_period", "obs_value"]).assign(
    people=lambda t: t.place.map(lambda name: ord(name[0])) - 90 + t.branch.map(len),
    prices=100.0,
    rate=7.0,
)
ONE = TABLE[TABLE.branch == "x"]
NEIGHBOURS = pd.DataFrame({"place": list("abbccdde"), "neighbour": list("bacbdced")})
PLACE: dict[str, Any] = {"by": ["place"]}
OVER: dict[str, Any] = {"by": ["place"], "over": "place"}
CROSSED: dict[str, Any] = {
    "by": ["place", "branch"],
    "branch": "branch",
    "whole": "all",
    "over": "place",
    "benchmark": "land",
}
MEASURES: dict[str, tuple[pd.DataFrame, dict[str, Any]]] = {
    "atkinson": (ONE, OVER),
    "average_growth": (ONE, PLACE | {"start": 2019}),
    "carry_over": (
        ONE.assign(time_period=[f"{2020 + k % 4 // 4}-Q{1 + k % 4}" for k in range(len(ONE))]),
        PLACE,
    ),
    "contribution": (ONE, OVER | {"whole": "land"}),
    "convert": (ONE, PLACE | {"rate": "rate"}),
    "deflate": (ONE, PLACE | {"prices": "prices", "base": 2020}),
    "gap": (ONE, OVER | {"benchmark": "land"}),
    "gini": (ONE, OVER),
    "growth": (ONE, PLACE),
    "growth_at_constant_prices": (ONE.assign(price_basis="constant:2015"), PLACE),
    "herfindahl": (ONE, OVER),
    "hoover": (ONE, OVER),
    "location_quotient": (TABLE, CROSSED),
    "lorenz": (ONE, OVER),
    "moran": (ONE, OVER | {"neighbours": NEIGHBOURS}),
    "moving_average": (ONE, PLACE | {"periods": 2}),
    "percentile_rank": (ONE, OVER),
    "percentile_ratio": (ONE, OVER),
    "rank": (ONE, OVER),
    "rebase": (ONE, PLACE | {"base": 2020}),
    "share": (ONE, OVER | {"whole": "land"}),
    "share_change": (ONE, OVER | {"whole": "land"}),
    "shift_share": (TABLE, CROSSED),
    "theil": (ONE, OVER),
    "top_share": (ONE, OVER),
    "variation": (ONE, OVER),
    "pivot": (ONE, PLACE),
    "within_between": (ONE, OVER | {"weight": "people"}),
    "years_average": (ONE, PLACE | {"years": 2}),
}


def made(name: str, table: Any) -> Any:
    return getattr(cpstats, name)(table, **MEASURES[name][1])


def test_every_function_that_takes_a_frame_is_tried_here() -> None:
    first = {n: next(iter(inspect.signature(getattr(api, n)).parameters), "") for n in api.__all__}
    frames = {n for n, parameter in first.items() if parameter == "frame"}
    assert frames | {"contribution", "growth", "rank", "share"} == set(MEASURES)


@pytest.mark.parametrize("name", MEASURES)
def test_periods_of_pandas_and_dates_give_what_codes_give(name: str) -> None:
    table = MEASURES[name][0]
    codes = table.assign(time_period=table.time_period.astype(str))
    quarters = name == "carry_over"
    of_pandas = pd.PeriodIndex(
        codes.time_period.str.replace("-", ""), freq="Q" if quarters else "Y"
    )
    wanted = made(name, codes)
    column = {"shift_share": "local", "pivot": "2021"}.get(name, "value")
    assert wanted[column].notna().any()
    for periods in (of_pandas, *(() if quarters else (table.time_period,))):
        found = made(name, table.assign(time_period=periods))
        assert found[column].tolist() == pytest.approx(wanted[column].tolist(), nan_ok=True)


@pytest.mark.parametrize("name", MEASURES)
def test_what_is_wrong_with_a_frame_is_an_error_of_the_program(name: str) -> None:
    table = MEASURES[name][0]
    for wrong in (
        table.drop(columns="obs_value"),
        table.assign(obs_value="many"),
        table.assign(time_period="next year"),
        table.to_dict("records"),
    ):
        with pytest.raises(errors.UsageError):
            made(name, wrong)
    with pytest.raises((errors.UsageError, errors.RowsError)):
        made(name, pd.concat([table, table]))  # each period twice


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_is_typed_and_has_an_example(name: str) -> None:
    function = getattr(cpstats, name)
    signature = inspect.signature(function)
    every = [*(p.annotation for p in signature.parameters.values()), signature.return_annotation]
    assert inspect.Signature.empty not in every
    assert ">>> " in (inspect.getdoc(function) or "")
