"""JSON-stat 2.0: a cube of metric, place and period; what a cell has beside its value in `extension`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.observation import PUBLISHED, digits, places
from cpstats.model.sdmx import MISSING, NONE, STATUS
from cpstats.model.text import same
from cpstats.model.words import MEASURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report, Style

SUFFIXES = (".json-stat", ".jsonstat", ".json")
CALLED = ("jsonstat",)
STRUCTURE = "cpstats/1"
METRIC = (  # what makes a metric of its own
    "indicator",
    "measure",
    "price_basis",
    "counterpart_area",
    "method",
    "base_period",
    "n",
    "unit",
)
BESIDE = ("low", "high", "bound", "obs_status", "vintage", "source", "reason")  # of one cell
VALUES = "\0values"  # stands for the numbers, whose digits `json` would not keep


def write(report: Report, style: Style) -> bytes:
    """Return the figures as one dataset; each number has the digits that were printed.

    Raises
    ------
    UsageError
        When the report has no figures, or two that only one cell could hold.
    """
    if not report.figures:
        raise UsageError(
            Message(
                "json-stat is for figures, and this answer has none",
                "json-stat 用于数据，本回答没有数据",
            ),
            mend=Message(
                "It is written by show, compare and others; this one has csv and json.",
                "show、compare 等命令可用；本命令可用 csv 和 json。",
            ),
        )
    dimensions = _dimensions(report.figures)
    cells = _cells(report.figures, dimensions)
    values = ", ".join(f'"{at}": {digits(f)}' for at, f in cells.items() if f.value is not None)
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": report.title.to(style.lang),
        **({"updated": report.known} if len(report.known) == 10 else {}),
        "id": list(dimensions),
        "size": [len(keys) for keys in dimensions.values()],
        "role": {"metric": ["metric"], "geo": ["ref_area"], "time": ["time_period"]},
        "dimension": {
            name: _dimension(name, keys, report, style) for name, keys in dimensions.items()
        },
        "value": VALUES,
        "status": {str(at): _status(f) for at, f in cells.items()},
        "note": [n.to(style.lang) for n in report.notes],
        "extension": {
            "schema": STRUCTURE,
            "cells": {str(at): _beside(f) for at, f in cells.items()},
            "sources": [asdict(s) for s in report.sources],
            "vintages": [asdict(v) for v in _vintages(report)],
        },
    }
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return (text.replace(json.dumps(VALUES), f"{{{values}}}") + "\n").encode()


def _dimensions(figures: Sequence[Figure]) -> dict[str, dict[str, Figure]]:
    """Return the categories of each dimension, each with its first figure.

    Releases are a dimension only where one cell has figures of several.
    """
    names = dict(list(KEYS.items())[:3])
    keys = [tuple(of(f) for of in names.values()) for f in figures]
    if len(set(keys)) < len(keys):
        names = KEYS
    found: dict[str, dict[str, Figure]] = {name: {} for name in names}
    for name, of in names.items():
        for figure in figures:
            found[name].setdefault(of(figure), figure)
    return found


def _metric(figure: Figure) -> str:
    """Return what is measured, and how, as one id: `gdp/growth/constant`."""
    method = "" if figure.method == PUBLISHED else figure.method
    parts = {name: str(getattr(figure, name) or "") for name in METRIC[:-1]} | {"method": method}
    return _joined(*parts.values())


def _joined(*parts: str) -> str:
    """Return parts as one id that no other parts have."""
    return "/".join(p.replace("%", "%25").replace("/", "%2F") for p in parts).rstrip("/")


def _area(figure: Figure) -> str:
    return figure.ref_area


def _time(figure: Figure) -> str:
    return figure.time_period


def _release(figure: Figure) -> str:
    return _joined(figure.source, figure.vintage) or NONE


KEYS = {"metric": _metric, "ref_area": _area, "time_period": _time, "release": _release}


def _cells(
    figures: Sequence[Figure], dimensions: dict[str, dict[str, Figure]]
) -> dict[int, Figure]:
    """Return the figures by their position in the cube, the last dimension running fastest."""
    positions = {name: {k: i for i, k in enumerate(keys)} for name, keys in dimensions.items()}
    cells: dict[int, Figure] = {}
    for figure in figures:
        at = 0
        for name, keys in positions.items():
            at = at * len(keys) + keys[KEYS[name](figure)]
        if at in cells:
            raise UsageError(
                Message(
                    "two figures of one release are {}, {}, {}, and a cell holds one",
                    "同一版本有两个数据同为 {}、{}、{}，而一个单元只能放一个",
                    _metric(figure),
                    figure.ref_area,
                    figure.time_period,
                ),
                mend=Message("Write csv or json.", "请写成 csv 或 json。"),
            )
        cells[at] = figure
    return cells


def _dimension(name: str, keys: dict[str, Figure], report: Report, style: Style) -> dict[str, Any]:
    labels = {key: _label(name, key, f, report, style) for key, f in keys.items()}
    category: dict[str, Any] = {"index": list(keys), "label": labels}
    made: dict[str, Any] = {"label": name, "category": category}
    if name == "metric":
        fine = _decimals(report.figures)
        category["unit"] = {
            key: {"label": f.unit, "decimals": fine[key]} for key, f in keys.items()
        }
        made["extension"] = {key: {c: getattr(f, c) for c in METRIC} for key, f in keys.items()}
    return made


def _label(name: str, key: str, figure: Figure, report: Report, style: Style) -> str:
    if name == "ref_area":
        return report.names.get(key, same(key)).to(style.lang)
    if name == "metric":
        indicator = report.names.get(figure.indicator, same(figure.indicator))
        what = MEASURE.get(figure.measure, same(figure.measure))
        basis = f" ({figure.price_basis})" if figure.price_basis else ""
        return f"{indicator.to(style.lang)}, {what.to(style.lang)}{basis}"
    return key


def _decimals(figures: Sequence[Figure]) -> dict[str, int]:
    """Return the decimals that the most precise figure of each metric has."""
    fine: dict[str, int] = {}
    for figure in figures:
        key = _metric(figure)
        fine[key] = max(fine.get(key, 0), places(figure) or 0)
    return fine


def _status(figure: Figure) -> str:
    return STATUS[figure.obs_status] if figure.value is not None else MISSING


def _beside(figure: Figure) -> dict[str, Any]:
    """Return what a cell has beside its number, empty columns left out."""
    found = {name: getattr(figure, name) for name in BESIDE}
    return {k: v for k, v in (found | {"decimals": places(figure)}).items() if v not in ("", None)}


def _vintages(report: Report) -> list[Any]:
    known = report.catalogue.vintages
    return [known[v] for v in dict.fromkeys(f.vintage for f in report.figures) if v in known]
