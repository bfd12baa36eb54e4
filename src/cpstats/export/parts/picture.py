"""The picture of an answer as a Vega-Lite specification, which svg, png, pdf and HTML draw.

Told apart without colour: each series has a shape and a dash of its own, and its name at its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.export.parts.in_rows import bars, dots
from cpstats.export.parts.look import CONFIG, INK, LEFT, LINE, PAPER, SMALL, head, wrapped
from cpstats.export.parts.over_time import WIDTH, curve, lines, small
from cpstats.export.parts.stacked import stack
from cpstats.model.chart import BROKEN, Kind, band
from cpstats.model.charts import headed
from cpstats.model.prose import source_lines
from cpstats.model.text import Text, printable, readable

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.model.chart import Panel
    from cpstats.model.report import Report, Style

    Draw = Callable[[Panel, Style], dict[str, Any]]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
ROOM, WIDE = 96, 64  # signs of a line below the picture, and of a title
NAMED = 4  # publishers
DRAW: dict[Kind, Draw] = {
    Kind.LINES: lines,
    Kind.FAN: lines,
    Kind.BARS: bars,
    Kind.STACK: stack,
    Kind.DOTS: dots,
    Kind.CURVE: curve,
}
BAND = Text(
    "Bands: what rounding leaves open and other releases say.",
    "色带：舍入范围及其他版本的公布数。",
)
OVER = (Kind.LINES, Kind.FAN)
CHANNELS = ("color", "shape", "strokeDash", "x", "y")
SEEN = 0.015  # of the height of a panel


def specification(report: Report, style: Style) -> dict[str, Any]:
    """Return the picture of an answer: one panel below the other, and the sources.

    Raises
    ------
    NoAnswerError
        When nothing can be drawn: no figures, or a single one.
    """
    title, panels = headed(report)
    below = _below(report, panels, style)
    told = printable(title.to(style.lang)) if title else ""
    return framed([*(drawn(p, style) for p in panels), below], told)


def framed(parts: list[dict[str, Any]], title: str = "") -> dict[str, Any]:
    """Return panels as one picture; what draws it would end the process at a control sign of a name."""
    made = {
        "$schema": SCHEMA,
        **({"title": head(title, WIDE, 16) | {"offset": 14}} if title else {}),
        "background": PAPER,
        "padding": 16,
        "vconcat": parts,
        "config": CONFIG,
        "resolve": {"scale": dict.fromkeys(CHANNELS, "independent")},
    }
    return readable(made)  # type: ignore[no-any-return]


def drawn(panel: Panel, style: Style) -> dict[str, Any]:
    """Return a panel below what is said of it."""
    made = (small if panel.many else DRAW[panel.kind])(panel, style)
    title = head(panel.title.to(style.lang), WIDE + 14, 13)
    title |= {"frame": "group", "dx": -LEFT}
    if under := panel.under(style.lang):
        title |= {"subtitle": wrapped(under, ROOM - 8), "subtitleColor": INK}
        title |= {"subtitleFontSize": SMALL, "offset": 10}
    return {"title": title, **made}


def untitled(part: dict[str, Any]) -> dict[str, Any]:
    """Return a panel whose title stands elsewhere: in a caption."""
    return {name: value for name, value in part.items() if name != "title"}


def told_of(panels: tuple[Panel, ...]) -> list[Text]:
    """Return how the panels are to be read."""
    over = [p for p in panels if p.kind in OVER and not p.many]
    return [
        *([BAND] if any(map(_banded, over)) else []),
        *([BROKEN] if any(p.broken for p in over) else []),
    ]


def _banded(panel: Panel) -> bool:
    """Return whether a band is wide enough to be seen."""
    figures = [f for s in panel.series for f in s.figures if panel.kind is Kind.LINES]
    bands = [b for f in figures if (b := band(f)) is not None]
    if not bands or panel.falls:
        return False
    reach = max(high for _, high in bands) - min(low for low, _ in bands)
    return any(high - low > SEEN * reach for low, high in bands)


def _below(report: Report, panels: tuple[Panel, ...], style: Style) -> dict[str, Any]:
    """Return how to read it, the notes and the sources as small print."""
    said = (*told_of(panels), *report.notes)
    told = [*(t.to(style.lang, typed=False) for t in said), *_sources(report, style)]
    lines_ = [line for text in told for line in wrapped(printable(text), ROOM)] or [" "]
    return {
        "width": WIDTH,
        "height": LINE * len(lines_),
        "data": {"values": [{"text": lines_}]},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "fontSize": SMALL,
            "lineHeight": LINE,
            "color": INK,
        },
        "encoding": {"x": {"value": -LEFT}, "y": {"value": 0}, "text": {"field": "text"}},
    }


def _sources(report: Report, style: Style) -> list[str]:
    """Return who published the figures, and up to when they are known: all sources with `cite`."""
    lines_ = source_lines(report, style)
    if style.cite or not report.sources:
        return lines_
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
