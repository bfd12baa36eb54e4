"""Parts of each period stacked from nought up and down, and what the whole did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.export.parts.look import COLORS, INK, LINE, PAPER, RULE, SMALL, turns
from cpstats.export.parts.over_time import HEIGHT, WIDTH, beside, told
from cpstats.model.axis import scale_of
from cpstats.model.chart import axis_label

if TYPE_CHECKING:
    from cpstats.model.chart import Panel
    from cpstats.model.report import Style

FITS = 46  # pixels of a column that a value needs
TINTS = (1.0, 0.45, 0.2)  # how full a colour is: parts are told apart in grey, too
TINTED = {"calculate": f"{list(TINTS)}[datum.series % {len(TINTS)}]", "as": "tint"}
Row = dict[str, Any]


def stack(panel: Panel, style: Style) -> Row:
    """Return a column of parts for each period, their values in them, the whole as a dash over it."""
    parts = [s for s in panel.series if not s.total]
    periods = {str(p): axis_label(p, style.lang) for p in panel.periods}
    rows: list[Row] = []
    ends = {p: [0.0, 0.0] for p in periods}  # below and above nought
    for order, series in enumerate(parts):
        for figure in series.figures:
            value = figure.value or 0.0
            side = int(value > 0)
            start = ends[figure.time_period][side]
            ends[figure.time_period][side] = start + value
            rows.append(
                {"series": order, "period": periods[figure.time_period], "from": start,
                 "to": start + value, "middle": start + value / 2, "told": told(figure, style)}
            )  # fmt: skip
    totals = [
        {"period": periods[f.time_period], "value": f.value, "told": f"Σ {told(f, style)}",
         "top": max(ends[f.time_period][1], f.value or 0.0)}
        for s in panel.series if s.total for f in s.figures
    ]  # fmt: skip
    whole = [f.value or 0.0 for s in panel.series if s.total for f in s.figures]
    values = [*whole, *(e for pair in ends.values() for e in pair)]
    scale = scale_of([*values, max(values) * 1.08], zero=True)
    return _drawn(panel, style, rows, totals, scale=scale)


def _drawn(panel: Panel, style: Style, rows: list[Row], totals: list[Row], *, scale: Any) -> Row:
    parts = [s for s in panel.series if not s.total]
    y = {
        "type": "quantitative", "title": None,
        "scale": {"domain": [scale.low, scale.high], "nice": False},
        "axis": {"values": list(scale.ticks), "format": f",.{scale.decimals}f"},
    }  # fmt: skip
    x = {
        "field": "period", "type": "ordinal", "sort": None,
        "scale": {"domain": [axis_label(p, style.lang) for p in panel.periods], "paddingInner": 0.3,
                  "paddingOuter": 0.2},
        "axis": {"title": None, "labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 8},
    }  # fmt: skip
    fill = _fill(len(parts))
    names = [(n, s.name.to(style.lang), 0.9 - n / 8) for n, s in enumerate(parts)]
    wide = WIDTH / len(panel.periods) * 0.7
    unit = HEIGHT / (scale.high - scale.low)
    shown = [r for r in rows if abs(r["to"] - r["from"]) * unit >= LINE and wide >= FITS]
    text = {"type": "text", "fontSize": SMALL, "baseline": "middle"}
    dash = [s.name.to(style.lang) for s in panel.series if s.total]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "encoding": {"x": x},
        "layer": [
            {
                "data": {"values": rows},
                "transform": [TINTED],
                "mark": {"type": "bar", "strokeWidth": 1},
                "encoding": {"y": {**y, "field": "from"}, "y2": {"field": "to"}, **fill},
            },
            {
                "data": {"values": [{"base": 0}]},
                "mark": {"type": "rule", "color": RULE},
                "encoding": {"y": {**y, "field": "base"}, "x": {"value": 0}, "x2": {"value": WIDTH}},
            },
            *(
                {
                    "data": {"values": [r for r in shown if _full(r["series"]) == full]},
                    "mark": {**text, "color": PAPER if full else INK},
                    "encoding": {"y": {**y, "field": "middle"}, "text": {"field": "told"}},
                }
                for full in (True, False)
            ),
            {
                "data": {"values": totals},
                "mark": {"type": "tick", "color": INK, "opacity": 1, "thickness": 3, "orient": "horizontal",
                         "size": min(wide + 12, 60)},
                "encoding": {"y": {**y, "field": "value"}},
            },
            {
                "data": {"values": totals if wide >= FITS / 1.5 else []},
                "mark": {**text, "color": INK, "dy": -9, "fontWeight": "bold"},
                "encoding": {"y": {**y, "field": "top"}, "text": {"field": "told"}},
            },
            *_named(names, dash),
        ],
    }  # fmt: skip


def _full(order: int) -> bool:
    return TINTS[order % len(TINTS)] == 1.0


def _fill(many: int) -> Row:
    """Return the colour of each part, how full it is, and its edge."""
    domain = list(range(many))
    base = {"field": "series", "type": "nominal", "legend": None}
    color = {**base, "scale": {"domain": domain, "range": turns(COLORS, many)}}
    tint = {"field": "tint", "type": "quantitative", "scale": None, "legend": None}
    return {"fill": color, "stroke": color, "fillOpacity": tint}


def _named(names: list[tuple[int, str, float]], total: list[str]) -> list[Row]:
    """Return the names of the parts to the right, and that of the whole behind its dash."""
    made = beside(names, HEIGHT, WIDTH)
    made[0]["mark"] |= {"shape": "square", "size": 110, "strokeWidth": 1}
    made[0]["transform"] = [TINTED]
    made[0]["encoding"] |= _fill(len(names))
    for channel in ("shape", "color"):
        del made[0]["encoding"][channel]
    at = {"value": HEIGHT * (0.1 + len(names) / 8)}
    for name in total:
        made += [
            {
                "data": {"values": [{}]},
                "mark": {"type": "tick", "color": INK, "opacity": 1, "thickness": 3, "orient": "horizontal", "size": 14},
                "encoding": {"x": {"value": WIDTH + 10}, "y": at},
            },
            {
                "data": {"values": [{}]},
                "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 20,
                         "fontSize": SMALL, "color": INK, "text": name, "fontWeight": "bold"},
                "encoding": {"x": {"value": WIDTH}, "y": at},
            },
        ]  # fmt: skip
    return made
