"""JSON-stat 2.0: what its cube holds, and that a validator of the standard accepts it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from jsonstat_validator import validate_jsonstat
from tests.export.test_round_trip import FIGURES

from cpstats.errors import DataError, UsageError
from cpstats.export import json_stat
from cpstats.model.report import Report, Style
from cpstats.model.text import same
from cpstats.store.importers import json_stat as importer

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
    figure = replace(report.figures[0], printed="1811.90 亿元")
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


# What comes back, and what does not fit together (store/own_json_stat.py).


def read(made: dict[str, Any]) -> dict[str, str]:
    (sheet,) = importer.read("f.json", json.dumps(made).encode())
    assert len(sheet.rows) == 2
    return dict(zip(sheet.rows[0], sheet.rows[1], strict=True))


def test_a_published_figure_comes_back_with_its_source(report: Report) -> None:
    found = read(document(report))
    assert {k: v for k, v in found.items() if v} == {
        "indicator": "gdp",
        "ref_area": "110114",
        "time_period": "2024",
        "measure": "level",
        "price_basis": "current",
        "obs_value": "1811.9",
        "unit": "亿元",
        "decimals": "1",
        "obs_status": "provisional",
        "vintage": "first",
        "source": "cp_jp",
    }
    (sheet,) = importer.read("f.json", json_stat.write(report, Style()))
    assert sheet.sources == report.sources
    assert sheet.said == "JSON-stat, as this program writes it"


def test_computed_figures_are_left_out_and_counted(report: Report) -> None:
    gap = replace(report.figures[1], value=1.5, printed="")
    (sheet,) = importer.read(
        "f.json", json_stat.write(replace(report, figures=(report.figures[0], gap)), Style())
    )
    assert sheet.remarks == ("1 computed figures are left out",)


def test_a_status_that_does_not_agree_is_refused(report: Report) -> None:
    made = document(report)
    made["status"]["0"] = "A"
    with pytest.raises(DataError) as raised:
        read(made)
    assert str(raised.value) == (
        "f.json[value]:1:1: the status “provisional” is not A. "
        "The extension says more than status, never something else; change both."
    )


def test_a_part_that_is_missing_is_named(report: Report) -> None:
    made = document(report)
    del made["extension"]["sources"]
    with pytest.raises(DataError) as raised:
        read(made)
    assert str(raised.value) == (
        "f.json[value]: a part of the file is missing ('sources'). "
        "Write it anew with --format json-stat."
    )
