"""HTML: the text as a reader sees it, a paragraph a line (selectolax, the extra `documents`)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from cpstats.claims.texts.raised import is_note
from cpstats.errors import DataError, UsageError
from cpstats.message import Message
from cpstats.model.pattern import pattern

SUFFIXES = (".html", ".htm", ".xhtml")
_BEGIN = pattern(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_HIDDEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "svg",
        "math",
        "object",
        "select",
        "option",
    ]
)
_TAG = pattern(r"<(/?)([a-z][a-z0-9]*)[^<>]{0,2000}>", re.IGNORECASE)
# What is left open on lawful pages: their next one closes them, or they have no content.
_OPEN = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
        "source",
        "tbody",
        "td",
        "th",
        "tr",
        "wbr",
    ]
)
DEEPEST = 5_000  # elements in one another; the parser takes the square of it in time
_CELL = "\ue000"  # divides the cells of a row until blanks are joined
_BLANKS = pattern(r"[ \t\r\n\f]+")


def knows(name: str, text: str) -> bool:
    """Return whether this is HTML, by its name or its first words."""
    return Path(name).suffix.lower() in SUFFIXES or _BEGIN.match(text) is not None


def text_of(text: str, name: str = "") -> str:
    """Return the text of a page; every block stands in a line of its own.

    Raises
    ------
    DataError
        When elements stand in one another by the thousand.
    UsageError
        When the extra `documents` is not installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise UsageError(
            Message(
                "reading HTML needs the extra “documents”", "读取 HTML 需要附加组件“documents”"
            ),
            mend=Message(
                "Install it: pip install 'cpstats[documents]'",
                "请安装：pip install 'cpstats[documents]'",
            ),
        ) from None
    if _depth(text) > DEEPEST:
        raise DataError(
            Message("more than {} elements stand in one another", "嵌套的元素超过{}层", DEEPEST),
            where=name,
            mend=Message("Save the page as text.", "请将网页另存为文本。"),
        )
    lines: list[list[str]] = [[]]
    root = LexborHTMLParser(text).root
    stack: list[Any] = [root] if root is not None else []
    rows = _Rows()
    while stack:
        node = stack.pop()
        if node is None:  # the end of a block
            lines.append([])
        elif isinstance(node, str):  # what divides two cells
            lines[-1].append(node)
        elif node.tag == "-text":
            lines[-1].append(_BLANKS.sub(" ", node.text_content or ""))
        elif node.tag == "sup" and is_note(node.text(), lines[-1][-1] if lines[-1] else ""):
            continue
        elif node.tag not in _HIDDEN:
            if node.tag in _BLOCKS:
                lines.append([])
                stack.append(None)
            inside = rows.cells(node) if node.tag == "tr" else list(node.iter(include_text=True))
            stack += reversed(inside)
    joined = (_BLANKS.sub(" ", "".join(line)).strip().replace(_CELL, "\t") for line in lines)
    return "\n".join(line for line in joined if line) + "\n"


class _Rows:
    """The cells of the rows of a table in their columns, those that reach over several rows counted."""

    def __init__(self) -> None:
        self._open: dict[int, int] = {}  # rows that a column is still taken for
        self._table: Any = None

    def cells(self, row: Any) -> list[Any]:
        """Return what stands in the cells of a row, divided by marks."""
        table = row.parent.parent if row.parent is not None else None
        if table is None or self._table is None or table.mem_id != self._table.mem_id:
            self._open, self._table = {}, table
        made: list[Any] = []
        column = 0
        for cell in [node for node in row.iter() if node.tag in ("td", "th")]:
            while self._open.get(column, 0):
                self._open[column] -= 1
                made.append(_CELL)
                column += 1
            wide, high = (_spanned(cell, name) for name in ("colspan", "rowspan"))
            inside = [node for node in cell.traverse(include_text=True) if node.tag == "-text"]
            made += [node for node in inside if not _is_mark(node)]
            made += [_CELL] * wide
            for taken in range(column, column + wide):
                self._open[taken] = high - 1
            column += wide
        return made[:-1] if made and made[-1] == _CELL else made


def _spanned(cell: Any, name: str) -> int:
    said = cell.attributes.get(name) or "1"
    return min(int(said), 100) or 1 if said.isdecimal() and len(said) < 5 else 1  # ¹ is no decimal


def _is_mark(node: Any) -> bool:
    """Return whether a text in a cell is the raised mark of a footnote, or is not shown."""
    above = node.parent
    if above is None or above.tag in _HIDDEN:
        return True
    return above.tag == "sup" and is_note(above.text(), above.prev.text() if above.prev else "")


def _depth(text: str) -> int:
    """Return how many elements stand in one another at most."""
    deepest = now = 0
    for match in _TAG.finditer(text):
        if match[2].lower() not in _OPEN and not match[0].endswith("/>"):
            now = max(now - 1, 0) if match[1] else now + 1
            deepest = max(deepest, now)
    return deepest
