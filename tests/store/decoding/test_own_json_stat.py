"""What `--format json-stat` wrote comes back, or an error says which parts do not agree."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.store.decoding.test_own_sdmx import REPORT

from cpstats.errors import DataError
from cpstats.export import json_stat
from cpstats.model.report import Style
from cpstats.store.importers import json_stat as importer


def document() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json_stat.write(REPORT, Style()))
    return made


def read(made: dict[str, Any]) -> dict[str, str]:
    (sheet,) = importer.read("f.json", json.dumps(made).encode())
    assert len(sheet.rows) == 2
    return dict(zip(sheet.rows[0], sheet.rows[1], strict=True))


def test_a_published_figure_comes_back_with_its_source() -> None:
    found = read(document())
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
    (sheet,) = importer.read("f.json", json_stat.write(REPORT, Style()))
    assert sheet.sources == REPORT.sources
    assert str(sheet.said) == "JSON-stat, as this program writes it"


def test_computed_figures_are_left_out_and_counted() -> None:
    (sheet,) = importer.read("f.json", json_stat.write(REPORT, Style()))
    assert tuple(map(str, sheet.remarks)) == ("1 computed figure is left out",)


def test_a_status_that_does_not_agree_is_refused() -> None:
    made = document()
    made["status"]["0"] = "A"
    with pytest.raises(DataError) as raised:
        read(made)
    assert str(raised.value) == (
        "f.json[value]:1:1: the status “provisional” is not A. "
        "The extension says more than status, never something else; change both."
    )


def test_a_part_that_is_missing_is_named() -> None:
    made = document()
    del made["extension"]["sources"]
    with pytest.raises(DataError) as raised:
        read(made)
    assert str(raised.value) == (
        "f.json[value]: a part of the file is missing ('sources'). "
        "Write it anew with --format json-stat."
    )
