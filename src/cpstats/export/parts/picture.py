"""The picture of an answer as a Vega-Lite specification, which svg, png and pdf draw.

Told apart without colour: each series has a shape and a dash of its own, and its name at its end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cpstats.model.chart import axis_label, panels_of
from cpstats.model.prose import source_lines, titles
from cpstats.model.text import printable
from cpstats.model.typeset import figure_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.chart import Panel
    from cpstats.model.figure import Figure
    from cpstats.model.report import Report, Style

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
WIDTH, HEIGHT, BAR = 560, 240, 22
LINE = 96  # signs of a line below the picture
NAMED = 4  # publishers
PIECE = re.compile(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+")
# Okabe and Ito, “Color Universal Design”, 2008: told apart by colour-blind readers
COLORS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "stroke")
DASHES = ((1, 0), (6, 3), (2, 2), (8, 3, 2, 3), (10, 4), (4, 4), (1, 3))
FONTS = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei, sans-serif"
DARK, LIGHT = "#222222", "#dddddd"


def specification(report: Report, style: Style) -> dict[str, Any]:
    """Return the picture of an answer: one panel below the other, and the sources.

    Raises
    ------
    NoAnswerError
        When nothing can be drawn: no figures, or a single one.
    """
    panels = panels_of(report)
    title = titles(report, style.lang)[0]
    return {
        "$schema": SCHEMA,
        "title": {"text": title, "anchor": "start", "fontSize": 16, "color": DARK},
        "background": "white",
        "padding": 16,
        "vconcat": [*(_panel(p, style) for p in panels), _below(report, style)],
        "config": {
            "font": FONTS,
            "view": {"stroke": None},
            "axis": {
                "labelColor": DARK,
                "titleColor": DARK,
                "gridColor": LIGHT,
                "labelFontSize": 11,
            },
            "header": {"labelColor": DARK},
        },
        "resolve": {"scale": {"color": "independent", "x": "independent", "y": "independent"}},
    }


def _panel(panel: Panel, style: Style) -> dict[str, Any]:
    unit = panel.unit.to(style.lang)
    title = panel.title.to(style.lang)
    head = {
        "title": {
            "text": title,
            "anchor": "start",
            "fontSize": 13,
            "color": DARK,
            **({"subtitle": unit, "subtitleColor": DARK} if unit else {}),
        },
        "width": WIDTH,
    }
    return {**head, **(_bars(panel, style) if panel.bars else _lines(panel, style))}


def _lines(panel: Panel, style: Style) -> dict[str, Any]:
    """Return lines over time, parted where the series is, with their rounding and their names."""
    names = [s.name.to(style.lang) for s in panel.series]
    rows = list(_rows(panel, style))
    y = {"field": "value", "type": "quantitative", "title": None, "scale": {"zero": False}}
    if panel.falls:
        y["scale"] = {"zero": False, "reverse": True}
    x = {
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
    many = len(names)
    color = {
        "field": "name",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": names, "range": _round(COLORS, many)},
    }
    dash = {
        "field": "name",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": names, "range": _round([list(d) for d in DASHES], many)},
    }
    shape = {
        "field": "name",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": names, "range": _round(SHAPES, many)},
    }
    return {
        "height": HEIGHT,
        "data": {"values": rows},
        "encoding": {"x": x, "color": color, "detail": {"field": "run", "type": "nominal"}},
        "layer": [
            {
                "mark": {"type": "area", "opacity": 0.18},
                "encoding": {"y": {**y, "field": "low"}, "y2": {"field": "high"}},
            },
            {"mark": {"type": "line", "strokeWidth": 2}, "encoding": {"y": y, "strokeDash": dash}},
            {
                "mark": {"type": "point", "filled": True, "size": 34, "opacity": 1},
                "encoding": {
                    "y": y,
                    "shape": shape,
                    "tooltip": [
                        {"field": "name", "title": " "},
                        {"field": "period", "title": "  "},
                        {"field": "told", "title": "   "},
                    ],
                },
            },
            *([_names(rows, y)] if many > 1 else []),
        ],
    }


def _names(rows: list[dict[str, Any]], y: dict[str, Any]) -> dict[str, Any]:
    """Return the names of the series at their last figures, moved apart where they would meet."""
    last = {row["name"]: row for row in rows}
    values = [row["value"] for row in rows]
    least = (max(values) - min(values) or 1) * 14 / HEIGHT
    placed: list[dict[str, Any]] = []
    for row in sorted(last.values(), key=lambda row: row["value"]):
        at = max(row["value"], placed[-1]["at"] + least) if placed else row["value"]
        placed.append({"name": row["name"], "at": at})
    return {
        "data": {"values": placed},
        "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 11, "color": DARK},
        "encoding": {
            "x": {"value": WIDTH},
            "y": {**y, "field": "at"},
            "text": {"field": "name"},
            "color": {"value": DARK},
            "detail": {},
        },
    }


def _rows(panel: Panel, style: Style) -> Iterator[dict[str, Any]]:
    from cpstats.model.period import Period

    for series in panel.series:
        name = series.name.to(style.lang)
        for number, run in enumerate(series.runs):
            for figure in run:
                yield {
                    "name": name,
                    "run": f"{name} {number}",
                    "period": axis_label(Period.parse(figure.time_period), style.lang),
                    "value": figure.value,
                    "low": figure.value if figure.low is None else figure.low,
                    "high": figure.value if figure.high is None else figure.high,
                    "told": _told(figure, style),
                }


def _bars(panel: Panel, style: Style) -> dict[str, Any]:
    """Return a bar for each name in the order of the answer, its value beside it."""
    rows = [
        {"name": s.name.to(style.lang), "value": f.value, "told": _told(f, style)}
        for s in panel.series
        for f in s.figures[:1]
    ]
    y = {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "domain": False, "ticks": False, "labelLimit": 220},
    }
    x = {"field": "value", "type": "quantitative", "axis": None}
    text = {"type": "text", "fontSize": 11, "color": DARK}
    return {
        "height": {"step": BAR},
        "data": {"values": rows},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "color": COLORS[0]}},
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


def _below(report: Report, style: Style) -> dict[str, Any]:
    """Return the notes and the sources as small print."""
    told = [note.to(style.lang) for note in report.notes] + _sources(report, style)
    lines = [line for text in told for line in wrapped(printable(text), LINE)] or [" "]
    return {
        "width": WIDTH,
        "height": 14 * len(lines),
        "data": {"values": [{"text": lines}]},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "fontSize": 11,
            "lineHeight": 14,
            "color": DARK,
        },
        "encoding": {"x": {"value": 0}, "y": {"value": 0}, "text": {"field": "text"}},
    }


def _sources(report: Report, style: Style) -> list[str]:
    """Return who published the figures, and up to when they are known: all sources with `cite`."""
    lines = source_lines(report, style)
    if style.cite or not report.sources:
        return lines
    names = list(dict.fromkeys(s.publisher or s.title for s in report.sources))
    more = len(names) - NAMED
    zh = style.lang == "zh"
    said = ("；" if zh else "; ").join(names[:NAMED])
    if more > 0:
        said += f"；等{len(names)}处" if zh else f"; and {more} more"
    known = report.known and (
        f"。数据截至{report.known}" if zh else f". Known up to {report.known}"
    )
    return [f"{'来源：' if zh else 'Sources: '}{said}{known}"]


def wrapped(text: str, room: int) -> list[str]:
    """Return the lines of a text: broken at blanks, and between Chinese signs.

    >>> wrapped("国家统计局 2024", 8)
    ['国家统计', '局 2024']
    """
    lines, line, used = [], "", 0
    for piece in PIECE.findall(text):
        size = sum(1 + (sign >= "\u2e80") for sign in piece)
        if used + size > room and line.strip():
            lines.append(line.strip())
            line, used = "", 0
        line += piece
        used += size
    return [*lines, line.strip()]


def _told(figure: Figure, style: Style) -> str:
    return figure_text(
        figure, style.lang, figure.decimals if style.digits is None else style.digits
    )


def _round(values: Any, many: int) -> list[Any]:
    return [values[n % len(values)] for n in range(many)]
