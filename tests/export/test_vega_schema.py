"""Every kind of panel is a Vega-Lite specification: valid against the schema that altair carries."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from cpstats.export.parts.picture import SCHEMA, drawn, framed
from cpstats.model.chart import Kind, Panel, Series
from cpstats.model.figure import Figure
from cpstats.model.period import Period
from cpstats.model.report import Style
from cpstats.model.text import same

YEARS = tuple(Period.parse(y) for y in ("2019", "2020"))


@pytest.fixture(scope="module")
def schema() -> Any:
    found = importlib.util.find_spec("altair")
    if found is None or found.origin is None:
        pytest.skip("altair is not installed")
    version = Path(SCHEMA).stem  # v6
    path = Path(found.origin).parent / f"vegalite/{version}/schema/vega-lite-schema.json"
    return json.loads(path.read_text("utf-8"))


def figures(sign: float = 1.0) -> tuple[Figure, ...]:
    return tuple(
        Figure(indicator="i", ref_area="a", time_period=str(p), value=sign * n, low=n - 4.0, high=n + 4.0)
        for n, p in enumerate(YEARS, 1)
    )  # fmt: skip


SERIES = (
    Series(same("one"), (figures(),), rows=(0, 1)),
    Series(same("two"), (figures(-1.0),), rows=(0, 1)),
)
PANELS = {
    "lines": Panel(same("t"), same("u"), YEARS, SERIES, base=1.0),
    "bars": Panel(same("t"), same("u"), YEARS[:1], SERIES, Kind.BARS),
    "stack": Panel(
        same("t"), same("u"), YEARS, (*SERIES, Series(same("all"), (figures(),), total=True)), Kind.STACK
    ),
    "dots": Panel(same("t"), same("u"), (), SERIES, Kind.DOTS, rows=(same("x"), same("y"))),
    "curve": Panel(
        same("t"), same("%"), (), (Series(same("c"), curve=((0.0, 0.0), (100.0, 100.0))),), Kind.CURVE
    ),
    "small": Panel(same("t"), same("u"), YEARS, SERIES * 4),
}  # fmt: skip


def test_every_kind_of_panel_is_valid_vega_lite(schema: Any) -> None:
    spec = framed([drawn(panel, Style()) for panel in PANELS.values()], "t")
    rules = Draft7Validator(schema)
    assert [e.message[:200] for e in rules.iter_errors(spec)] == []
    assert not rules.is_valid({**spec, "vconcat": [{"mark": "no such mark"}]})
