"""How pictures look: colours, signs and fonts, told apart without colour and by colour-blind readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

INK, PAPER, GRID, RULE = "#222222", "#ffffff", "#dddddd", "#767676"
# Dark enough for text on white (4.5 : 1 and more), and apart in hue for colour-blind readers.
COLORS = ("#0b5cad", "#b8430a", "#00745a", "#8a2f7c", "#7d6000", "#1b1b1b", "#5b6570")
ON_DARK = ("#6cb4ff", "#ff9a5c", "#4fd1a5", "#e29bda", "#e0c05a", "#f2f2f2", "#a9b4be")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")
DASHES = ((1, 0), (6, 3), (2, 2), (8, 3, 2, 3), (10, 4), (4, 4), (1, 3))
FONTS = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Zen Hei, sans-serif"
LEFT = 64  # from the left end of all text to the plots, for the numbers of an axis
SMALL, LINE = 11, 14  # the size of text in pixels, and of its lines
CLOSING = "，。、；：！？）》〉」』】”’·"  # what begins no line
PIECE = re.compile(rf"(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef]+)[{CLOSING}\s]*|\s+")
CONFIG: dict[str, Any] = {
    "font": FONTS,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "gridColor": GRID, "domainColor": RULE,
        "tickColor": RULE, "labelFontSize": SMALL, "titleFontSize": SMALL, "titleFontWeight": "normal",
    },
    "legend": {"labelColor": INK, "labelFontSize": SMALL, "labelLimit": 400, "symbolStrokeWidth": 2},
    "concat": {"spacing": 24},
}  # fmt: skip


def turns(values: Sequence[Any], many: int) -> list[Any]:
    """Return as many values as there are series, from the first again where they end."""
    made = [values[n % len(values)] for n in range(many)]
    return [list(v) if isinstance(v, tuple) else v for v in made]


def wrapped(text: str, room: int) -> list[str]:
    """Return the lines of a text: broken at blanks, and between Chinese signs.

    >>> wrapped("国家统计局 2024", 8)
    ['国家统计', '局 2024']
    >>> wrapped("国家统计局；北京", 10), wrapped("Catch · share", 5)
    (['国家统计', '局；北京'], ['Catch ·', 'share'])
    """
    lines, line, used = [], "", 0
    for piece in PIECE.findall(text):
        size = measure(piece)
        if used + size > room and line.strip():
            lines.append(line.strip())
            line, used = "", 0
        line += piece
        used += size
    return [*lines, line.strip()]


def measure(text: str) -> int:
    """Return how many letters of English a text takes: a Chinese sign takes two."""
    return sum(1 + (sign >= "\u2e80") for sign in text)


def head(text: str, room: int, size: int) -> dict[str, Any]:
    """Return a title, folded."""
    return {"text": wrapped(text, room), "anchor": "start", "fontSize": size, "color": INK}


def words(
    rows: Sequence[dict[str, Any]], mark: dict[str, Any], encoding: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return texts of several lines (`text` of a row), each with its middle where it belongs."""
    sizes = sorted({len(row["text"]) for row in rows})
    base = {
        "type": "text",
        "fontSize": SMALL,
        "lineHeight": LINE,
        "baseline": "middle",
        "color": INK,
    }
    return [
        {
            "data": {"values": [row for row in rows if len(row["text"]) == size]},
            "mark": {**base, **mark, "dy": -(size - 1) * LINE / 2},
            "encoding": {**encoding, "text": {"field": "text"}},
        }
        for size in sizes
    ]
