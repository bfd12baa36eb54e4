"""JSON-stat 2.0: what its cube holds, and that a validator of the standard accepts it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from jsonstat_validator import validate_jsonstat
from tests.export.test_round_trip import FIGURES

from cpstats.errors import UsageError
from cpstats.export import json_stat
from cpstats.model.figure import Quote
from cpstats.model.report import Report, Style
from cpstats.model.text import same

if TYPE_CHECKING:
    from cpstats.model.figure import Figure


def document(report: Report) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json_stat.write(report, Style()))
    return made


def test_the_cube_has_metric_place_and_period(report: Report) -> None:
    made = document(report)
    assert (made["id"], made["size"]) == (["metric", "ref_area", "time_period"], [2, 2, 2])
    assert made["role"] == {"metric": ["metric"], "geo": ["ref_area"], "time": ["time_period"]}
    metric = made["dimension"]["metric"]["category"]
    assert metric["index"] == ["gdp/level/current", "gdp/growth_gap//110000/difference"]
    assert metric["unit"] == {
        "gdp/level/current": {"label": "亿元", "decimals": 1},
        "gdp/growth_gap//110000/difference": {"label": "百分点", "decimals": 0},
    }
    # the first metric, the first place, the first period; the gap has none
    assert made["value"] == {"0": 1811.9}
    assert made["status"] == {"0": "P", "7": "O"}
    assert made["extension"]["cells"]["0"] == {
        "low": 1811.85,
        "high": 1811.95,
        "obs_status": "provisional",
        "vintage": "first",
        "source": "cp_jp",
        "decimals": 1,
    }


def test_a_number_keeps_the_digits_that_were_printed(report: Report) -> None:
    figure = replace(report.figures[0], printed=Quote("1811.90", "亿元"))
    text = json_stat.write(replace(report, figures=(figure,)), Style()).decode()
    assert '"0": 1811.90}' in text


def test_names_with_slashes_stay_apart(report: Report) -> None:
    level = report.figures[0]
    two = (
        replace(level, indicator="a/level", measure="x"),
        replace(level, indicator="a", measure="level/x"),
    )
    made = document(replace(report, figures=two))
    assert made["dimension"]["metric"]["category"]["index"] == [
        "a%2Flevel/x/current",
        "a/level%2Fx/current",
    ]


def test_releases_are_a_dimension_only_where_one_cell_has_several(report: Report) -> None:
    level = report.figures[0]
    two = (level, replace(level, vintage="census5", source="nbs"))
    made = document(replace(report, figures=two))
    assert made["id"] == ["metric", "ref_area", "time_period", "release"]
    assert made["dimension"]["release"]["category"]["index"] == ["cp_jp/first", "nbs/census5"]


def test_two_figures_of_one_cell_are_refused(report: Report) -> None:
    level = report.figures[0]
    with pytest.raises(UsageError) as raised:
        document(replace(report, figures=(level, replace(level, value=1.0))))
    assert str(raised.value) == (
        "two figures of one release are gdp/level/current, 110114, 2024, and a cell holds one. "
        "Write csv or json."
    )


def test_an_answer_without_figures_is_refused() -> None:
    with pytest.raises(UsageError) as raised:
        document(Report(same("list")))
    assert str(raised.value) == (
        "json-stat is for figures, and this answer has none. "
        "It is written by show, compare and others; this one has csv and json."
    )


@settings(max_examples=40)
@given(FIGURES)
def test_a_validator_of_the_standard_accepts_it(figure: Figure) -> None:
    named = replace(
        figure, indicator=f"i{figure.indicator}", ref_area=f"p{figure.ref_area}", bound=""
    )
    assert validate_jsonstat(document(Report(same("figures"), (named,)))) is True
