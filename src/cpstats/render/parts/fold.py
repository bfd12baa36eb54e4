"""Text folded to a width: Chinese anywhere but before a closing sign; words and addresses whole."""

from __future__ import annotations

import re

_OPENING, _CLOSING = "（《〈「『【“‘([", "，。、；：！？）》〉」』】”’…—,.;:!?)]%"
_PIECE = re.compile(
    r"\s+|\[[^\]\s]+, [^\]\s]+\]|"  # an interval is one thing
    rf"[{re.escape(_OPENING)}]*(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef“”‘’]+|[“”‘’])"
    rf"[{re.escape(_CLOSING)}]*"
)


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> width("GDP"), width("生产总值")
    (3, 8)
    """
    if text.isascii() and text.isprintable():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def pieces(text: str) -> list[str]:
    """Return the parts of a text that are never broken, with the blanks between them.

    >>> pieces("年均增速：6.2 %（“十四五”）")
    ['年', '均', '增', '速：', '6.2', ' ', '%', '（“十', '四', '五”）']
    """
    return _PIECE.findall(text)


def fold(text: str, columns: int, indent: str = "") -> list[str]:
    """Return the lines of a text; all but the first begin with the indent.

    A piece that is wider than a line, such as an address, stands whole on a line of its own.

    >>> fold("Gross output of industry above designated size", 20)
    ['Gross output of', 'industry above', 'designated size']
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in pieces(text):
        room = width(piece)
        if used + width(piece.rstrip()) > columns and line.strip():
            lines.append(line.rstrip())
            line, used = indent, width(indent)
            if piece.isspace():
                continue
        line += piece
        used += room
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
