"""A data package: which answers it is for, and that frictionless finds no fault in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.errors import UsageError
from cpstats.export import datapackage
from cpstats.model.figure import Quote
from cpstats.model.report import Report
from cpstats.model.text import same
from cpstats.selecting.observed import published
from cpstats.store import loading
from cpstats.store.package import open_package
from cpstats.store.writer import write_package

if TYPE_CHECKING:
    from pathlib import Path

    from cpstats.store.package import Package


def test_a_published_figure_is_a_line_as_it_was_printed(report: Report) -> None:
    level = replace(
        report.figures[0],
        printed=Quote("0.181190", "万亿元"),
        value=1811.9,
        low=1811.895,
        high=1811.905,
    )
    (row,) = datapackage.rows(replace(report, figures=(level,)))
    assert {k: v for k, v in row.items() if v} == {
        "indicator": "gdp",
        "ref_area": "110114",
        "time_period": "2024",
        "measure": "level",
        "price_basis": "current",
        "obs_value": "0.181190",
        "unit": "万亿元",
        "obs_status": "provisional",
        "vintage": "first",
        "source": "cp_jp",
    }


def test_computed_figures_are_refused_and_counted(report: Report) -> None:
    with pytest.raises(UsageError) as raised:
        datapackage.rows(report)
    assert str(raised.value) == (
        "a data package holds published figures, and 1 of this answer are computed. "
        "Ask with show, or write csv, json, sdmx-csv or json-stat."
    )


def test_an_answer_without_figures_is_refused() -> None:
    with pytest.raises(UsageError) as raised:
        datapackage.rows(Report(same("list")))
    assert str(raised.value) == (
        "datapackage is for published figures, and this answer has none. "
        "It is written by show; this one has csv and json."
    )


def rows_of(package: Package) -> list[dict[str, Any]]:
    columns = loading.read(package)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def test_frictionless_finds_a_package_of_every_published_figure_valid(tmp_path: Path) -> None:
    from frictionless import validate

    package = open_package()
    figures = tuple(published(row) for row in rows_of(package))
    report = Report(same("figures"), figures, catalogue=package.catalogue)
    folder = tmp_path / "package"
    count = write_package(folder, datapackage.rows(report), package.catalogue, title="figures")
    assert count == len(figures)
    found = validate(str(folder / "datapackage.json"))
    assert found.valid, found.flatten(["title", "rowNumber", "fieldName", "note"])[:5]
