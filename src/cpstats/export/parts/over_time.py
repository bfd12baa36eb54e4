"""Lines over time with bands, gaps and their names at the end; small ones of many; curves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.export.parts.look import (
    COLORS,
    DASHES,
    INK,
    LINE,
    RULE,
    SHAPES,
    SMALL,
    turns,
    words,
    wrapped,
)
from cpstats.model.axis import Scale, scale_of
from cpstats.model.chart import Kind, axis_label, band, when
from cpstats.model.typeset import figure_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.model.chart import Panel, Series
    from cpstats.model.figure import Figure
    from cpstats.model.report import Style

WIDTH, HEIGHT = 560, 240
SIDE = 320  # of a curve
SMALL_WIDTH, SMALL_HEIGHT, COLUMNS = 150, 84, 3
ROOM = 34  # signs of a name beside a line
Row = dict[str, Any]


def told(figure: Figure, style: Style) -> str:
    """Return a value as a table has it."""
    decimals = figure.decimals if style.digits is None else style.digits
    return figure_text(figure, style.lang, decimals)


def _last(series: Series, panel: Panel, style: Style) -> str:
    """Return the last value of a series, and of when where others go on."""
    figure = series.figures[-1]
    value, period = told(figure, style), when(figure)
    return value if period == panel.periods[-1] else f"{value} ({axis_label(period, style.lang)})"


def lines(panel: Panel, style: Style) -> Row:
    """Return lines over time, parted where the series is, with their bands and their names."""
    rows = list(_rows(panel, style))
    scale = _scale(panel)
    names = [
        (n, f"{s.name.to(style.lang)} {_last(s, panel, style)}", _at(s, scale, panel))
        for n, s in enumerate(panel.series)
    ]
    height = max(HEIGHT, sum(len(wrapped(text, ROOM)) * LINE + 4 for _, text, _ in names))
    y = _y(panel, scale)
    marks = _marks(len(panel.series))
    banded = panel.kind is Kind.LINES and not panel.falls
    return {
        "width": WIDTH,
        "height": height,
        "data": {"values": rows},
        "encoding": {
            "x": _x(panel, style),
            "color": marks["color"],
            "detail": {"field": "run", "type": "nominal"},
        },
        "layer": [
            *_base(panel, scale),
            *([_band(y)] if banded else []),
            {
                "mark": {"type": "line", "strokeWidth": 2},
                "encoding": {"y": y, "strokeDash": marks["dash"]},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 34, "opacity": 1},
                "encoding": {"y": y, "shape": marks["shape"], "tooltip": _TOOLTIP},
            },
            *beside(names, height, WIDTH),
        ],
    }


_TOOLTIP = [
    {"field": "name", "title": " "},
    {"field": "period", "title": "  "},
    {"field": "told", "title": "   "},
]


def _band(y: Row) -> Row:
    return {
        "mark": {"type": "area", "opacity": 0.18},
        "encoding": {"y": {**y, "field": "low"}, "y2": {"field": "high"}},
    }


def _base(panel: Panel, scale: Scale) -> list[Row]:
    """Return a line at what all is seen from, where it lies inside."""
    base = 0.0 if panel.base is None else panel.base
    if panel.falls or not scale.low < base < scale.high:
        return []
    return [
        {
            "data": {"values": [{"base": base}]},
            "mark": {"type": "rule", "color": RULE},
            "encoding": {
                "y": {**_y(panel, scale), "field": "base"},
                "x": {"value": 0},
                "x2": {"value": WIDTH},
                "color": {"value": RULE},
                "detail": {},
            },
        }
    ]


def _scale(panel: Panel) -> Scale:
    """Return a scale that takes in the values and what rounding leaves open."""
    figures = [f for s in panel.series for f in s.figures]
    if panel.falls:
        return scale_of((f.value or 0.0 for f in figures), whole=True)
    bands = [b for f in figures if (b := band(f)) is not None] if panel.kind is Kind.LINES else []
    values = [f.value or 0.0 for f in figures]
    return scale_of([*values, *(end for b in bands for end in b)])


def _y(panel: Panel, scale: Scale) -> Row:
    ticks = list(scale.ticks)
    low, high = scale.low, scale.high
    if panel.falls:
        low, high = 0.5, max(f.value or 0.0 for s in panel.series for f in s.figures) + 0.5
        ticks = sorted({1.0, *(t for t in ticks if low < t < high)})
    ends = [high, low] if panel.falls else [low, high]
    return {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": ends, "nice": False, "zero": False},
        "axis": {"values": ticks, "format": f",.{scale.decimals}f", "title": None},
    }


def _at(series: Series, scale: Scale, panel: Panel) -> float:
    """Return how high the last figure stands, as a part of the height."""
    value = series.figures[-1].value or 0.0
    if panel.falls:
        most = max(f.value or 0.0 for s in panel.series for f in s.figures)
        return 1 - (value - 0.5) / most
    return scale.part(value)


def _x(panel: Panel, style: Style) -> Row:
    return {
        "field": "period",
        "type": "ordinal",
        "sort": None,
        "scale": {"domain": [axis_label(p, style.lang) for p in panel.periods]},
        "axis": {
            "title": None,
            "labelAngle": 0,
            "labelOverlap": "greedy",
            "labelSeparation": 8,
            "grid": False,
        },
    }


def _marks(many: int) -> dict[str, Row]:
    """Return the colour, dash and shape of each series."""

    def channel(values: Sequence[Any]) -> Row:
        scale = {"domain": list(range(many)), "range": turns(values, many)}
        return {"field": "series", "type": "nominal", "legend": None, "scale": scale}

    return {"color": channel(COLORS), "dash": channel(DASHES), "shape": channel(SHAPES)}


def _rows(panel: Panel, style: Style) -> Iterator[Row]:
    for order, series in enumerate(panel.series):
        name = series.name.to(style.lang)
        for number, run in enumerate(series.runs):
            for figure in run:
                low, high = band(figure) or (figure.value, figure.value)
                yield {
                    "name": name,
                    "series": order,
                    "run": f"{order} {number}",
                    "period": axis_label(when(figure), style.lang),
                    "value": figure.value,
                    "low": low,
                    "high": high,
                    "told": told(figure, style),
                }


def beside(names: Sequence[tuple[int, str, float]], height: int, left: int) -> list[Row]:
    """Return names to the right of a panel, each with the sign of its series, moved apart."""
    placed = [
        {"series": n, "text": text, "at": at}
        for (n, _, _), text, at in zip(
            names, (wrapped(text, ROOM) for _, text, _ in names), apart(names, height), strict=True
        )
    ]
    marks = _marks(max(n for n, _, _ in names) + 1)
    y = {"field": "at", "type": "quantitative", "scale": None, "axis": None}
    data = {"values": placed}
    return [
        {
            "data": data,
            "mark": {"type": "point", "filled": True, "size": 40, "opacity": 1},
            "encoding": {
                "x": {"value": left + 10}, "y": y, "color": marks["color"],
                "shape": marks["shape"], "detail": {"field": "series"},
            },
        },
        *words(
            placed,
            {"align": "left", "dx": 20},
            {"x": {"value": left}, "y": y, "color": {"value": INK}, "detail": {"field": "series"}},
        ),
    ]  # fmt: skip


def apart(names: Sequence[tuple[int, str, float]], height: int) -> list[float]:
    """Return where the middle of each name stands, from the top: near its place, none over another."""
    sizes = [len(wrapped(text, ROOM)) * LINE + 4 for _, text, _ in names]
    order = sorted(range(len(names)), key=lambda n: -names[n][2])
    at = [0.0] * len(names)
    top = 0.0
    for n in order:
        at[n] = max((1 - names[n][2]) * height, top + sizes[n] / 2)
        top = at[n] + sizes[n] / 2
    bottom = float(height)
    for n in reversed(order):
        at[n] = min(at[n], bottom - sizes[n] / 2)
        bottom = at[n] - sizes[n] / 2
    return at


def small(panel: Panel, style: Style) -> Row:
    """Return a small panel for each of many series, on one scale where their sizes allow it."""
    scale = None if panel.uneven else _scale(panel)
    return {
        "concat": [_small(panel, s, scale, style) for s in panel.series],
        "columns": COLUMNS,
        "spacing": 18,
    }


def _small(panel: Panel, series: Series, common: Scale | None, style: Style) -> Row:
    scale = common or scale_of(f.value or 0.0 for f in series.figures)
    rows = [
        {"period": axis_label(when(f), style.lang), "value": f.value, "run": n, "told": told(f, style)}
        for n, run in enumerate(series.runs)
        for f in run
    ]  # fmt: skip
    ends = [axis_label(p, style.lang) for p in (panel.periods[0], panel.periods[-1])]
    y = {
        "field": "value", "type": "quantitative", "title": None,
        "scale": {"domain": [scale.low, scale.high], "nice": False, "zero": False},
        "axis": {"values": [scale.low, scale.high], "format": f",.{scale.decimals}f", "grid": True},
    }  # fmt: skip
    x = _x(panel, style)
    x["axis"] = {**x["axis"], "values": ends, "labelOverlap": False, "labelFlush": True}
    x["axis"]["labelExpr"] = "datum.label"
    return {
        "title": {
            "text": wrapped(series.name.to(style.lang), 24),
            "subtitle": _last(series, panel, style),
            "anchor": "start", "fontSize": SMALL, "subtitleFontSize": SMALL,
            "color": INK, "subtitleColor": INK, "fontWeight": "bold", "frame": "group",
        },
        "width": SMALL_WIDTH,
        "height": SMALL_HEIGHT,
        "data": {"values": rows},
        "encoding": {"x": x, "y": y, "detail": {"field": "run", "type": "nominal"}},
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 2, "color": COLORS[0]}},
            {"mark": {"type": "point", "filled": True, "size": 16, "opacity": 1, "color": COLORS[0]}},
        ],
    }  # fmt: skip


def curve(panel: Panel, style: Style) -> Row:
    """Return curves in a square of per cent, and the line where all have alike."""
    axis = {"values": [0, 20, 40, 60, 80, 100], "title": None, "format": "d"}
    scale = {"domain": [0, 100], "nice": False}
    x = {"field": "x", "type": "quantitative", "scale": scale, "axis": axis}
    y = {"field": "y", "type": "quantitative", "scale": scale, "axis": axis}
    rows = [
        {"series": n, "x": px, "y": py, "order": k}
        for n, s in enumerate(panel.series)
        for k, (px, py) in enumerate(s.curve)
    ]
    names = [(n, s.name.to(style.lang), 0.5 - n / 10) for n, s in enumerate(panel.series)]
    marks = _marks(len(panel.series))
    order = {"field": "order", "type": "quantitative"}
    return {
        "width": SIDE,
        "height": SIDE,
        "data": {"values": rows},
        "layer": [
            {
                "data": {"values": [{"x": 0, "y": 0, "order": 0}, {"x": 100, "y": 100, "order": 1}]},
                "mark": {"type": "line", "color": RULE, "strokeDash": [3, 3]},
                "encoding": {"x": x, "y": y, "order": order},
            },
            {
                "mark": {"type": "line", "strokeWidth": 2},
                "encoding": {
                    "x": x, "y": y, "order": order, "color": marks["color"], "strokeDash": marks["dash"],
                },
            },
            {
                "mark": {"type": "point", "filled": True, "size": 34, "opacity": 1},
                "encoding": {"x": x, "y": y, "color": marks["color"], "shape": marks["shape"]},
            },
            *beside(names, SIDE, SIDE),
        ],
    }  # fmt: skip
