"""A row for each name: bars from nought, or dots joined, with their values beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.export.parts.look import (
    COLORS,
    INK,
    LEFT,
    LINE,
    RULE,
    SHAPES,
    SMALL,
    measure,
    turns,
    words,
    wrapped,
)
from cpstats.export.parts.over_time import WIDTH, told
from cpstats.model.axis import scale_of
from cpstats.model.chart import band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.chart import Panel
    from cpstats.model.report import Style

BAR, ROOM = 22, 36  # pixels of a row, signs of its name
GUTTER = 190  # pixels for the names, at most
SIGN, GAP = 6.6, 16  # pixels of a letter, and behind a name
Row = dict[str, Any]


def _names(names: Sequence[str]) -> tuple[int, int, Row, list[Row]]:
    """Return how high a row is, where its plot begins, its place, and the names beside, folded."""
    folded = [wrapped(name, ROOM) for name in names]
    step = BAR + LINE * (max(map(len, folded)) - 1)
    longest = max(measure(line) for lines in folded for line in lines)
    start = max(min(round(longest * SIGN) + GAP - LEFT, GUTTER), 0)
    domain = {"domain": list(range(len(names)))}
    y = {"field": "row", "type": "ordinal", "scale": domain, "axis": None}
    rows = [{"row": n, "text": lines} for n, lines in enumerate(folded)]
    return step, start, y, words(rows, {"align": "right"}, {"x": {"value": start - 10}, "y": y})


def bars(panel: Panel, style: Style) -> Row:
    """Return a bar for each name in the order of the answer, its value beside it."""
    step, start, y, labels = _names([s.name.to(style.lang) for s in panel.series])
    rows = [
        {"row": n, "value": f.value, "told": told(f, style)}
        for n, s in enumerate(panel.series)
        for f in s.figures[:1]
    ]
    values = [s.figures[0].value or 0.0 for s in panel.series]
    space = 60 if min(values) < 0 else 0  # for the values to the left
    scale = {"domain": [min(*values, 0.0), max(*values, 0.0)], "nice": False}
    scale |= {"range": [start + space, WIDTH - 60]}
    x = {"field": "value", "type": "quantitative", "axis": None, "scale": scale}
    text = {"type": "text", "fontSize": SMALL, "color": INK, "baseline": "middle"}
    return {
        "width": WIDTH,
        "height": {"step": step},
        "data": {"values": rows},
        "encoding": {"y": y, "x": x},
        "layer": [
            *labels,
            {"mark": {"type": "bar", "color": COLORS[0], "height": BAR - 6}},
            {
                "transform": [{"filter": "datum.value >= 0"}],
                "mark": {**text, "align": "left", "dx": 4},
                "encoding": {"text": {"field": "told"}},
            },
            {
                "transform": [{"filter": "datum.value < 0"}],
                "mark": {**text, "align": "right", "dx": -4},
                "encoding": {"text": {"field": "told"}},
            },
        ],
    }


def dots(panel: Panel, style: Style) -> Row:
    """Return a row for each name with a dot for each series, joined, and their intervals."""
    step, start, y, labels = _names([r.to(style.lang) for r in panel.rows])
    names = [s.name.to(style.lang) for s in panel.series]
    points: list[Row] = []
    for order, series in enumerate(panel.series):
        for row, figure in zip(series.rows, series.figures, strict=True):
            low, high = band(figure) or (figure.value, figure.value)
            points.append(
                {"row": row, "series": order, "name": names[order], "value": figure.value,
                 "low": low, "high": high, "told": told(figure, style)}
            )  # fmt: skip
    spans, texts = _joined(points, len(panel.rows))
    scale = scale_of(end for p in points for end in (p["low"], p["high"]))
    x = {
        "field": "value", "type": "quantitative",
        "scale": {"domain": [scale.low, scale.high], "nice": False, "zero": False,
                  "range": [start + 44, WIDTH - 44]},
        "axis": {"values": list(scale.ticks), "format": f",.{scale.decimals}f", "title": None, "labelFlush": False},
    }  # fmt: skip
    legend = {"orient": "top", "title": None, "direction": "horizontal", "columns": 2}
    domain = {"domain": names}
    shape = {**domain, "range": turns(SHAPES, len(names))}
    color = {**domain, "range": turns(COLORS, len(names))}
    text = {"type": "text", "fontSize": SMALL, "color": INK, "baseline": "middle"}
    rule = {"y": y, "color": {"value": RULE}}
    return {
        "width": WIDTH,
        "height": {"step": max(step, BAR + 4)},
        "layer": [
            *labels,
            {
                "data": {"values": spans},
                "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.6},
                "encoding": {**rule, "x": {**x, "field": "low"}, "x2": {"field": "high"}},
            },
            {
                "data": {"values": points},
                "mark": {"type": "rule", "strokeWidth": 1},
                "encoding": {**rule, "x": {**x, "field": "low"}, "x2": {"field": "high"}},
            },
            {
                "data": {"values": points},
                "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
                "encoding": {
                    "x": x,
                    "y": y,
                    "color": {"field": "name", "type": "nominal", "scale": color, "legend": legend},
                    "shape": {"field": "name", "type": "nominal", "scale": shape, "legend": legend},
                },
            },
            *(
                {
                    "data": {"values": texts[side]},
                    "mark": {**text, "align": side, "dx": -8 if side == "right" else 8},
                    "encoding": {"x": x, "y": y, "text": {"field": "told"}},
                }
                for side in ("right", "left")
            ),
        ],
    }


def _joined(points: Sequence[Row], rows: int) -> tuple[list[Row], dict[str, list[Row]]]:
    """Return the stretch of each row, and the values to the left and the right of it."""
    spans: list[Row] = []
    texts: dict[str, list[Row]] = {"right": [], "left": []}
    for row in range(rows):
        own = sorted((p for p in points if p["row"] == row), key=lambda p: p["value"])
        if not own:
            continue
        spans.append({"row": row, "low": own[0]["value"], "high": own[-1]["value"]})
        texts["left"].append({**own[-1], "value": own[-1]["high"]})
        if len(own) > 1:
            others = ", ".join(p["told"] for p in own[:-1])
            texts["right"].append({**own[0], "value": own[0]["low"], "told": others})
    return spans, texts
