"""HTML: the text as a reader sees it, a paragraph a line (selectolax, the extra `documents`)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from cpstats.claims.texts.raised import is_note
from cpstats.errors import DataError, UsageError
from cpstats.message import Message

SUFFIXES = (".html", ".htm", ".xhtml")
_BEGIN = re.compile(
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
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]{0,2000}>", re.IGNORECASE)
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
_BLANKS = re.compile(r"[ \t\r\n\f]+")


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
    while stack:
        node = stack.pop()
        if node is None:  # the end of a block
            lines.append([])
        elif node.tag == "-text":
            lines[-1].append(_BLANKS.sub(" ", node.text_content or ""))
        elif node.tag == "sup" and is_note(node.text(), lines[-1][-1] if lines[-1] else ""):
            continue
        elif node.tag not in _HIDDEN:
            if node.tag in _BLOCKS:
                lines.append([])
                stack.append(None)
            stack += reversed(list(node.iter(include_text=True)))
    joined = (_BLANKS.sub(" ", "".join(line)).strip() for line in lines)
    return "\n".join(line for line in joined if line) + "\n"


def _depth(text: str) -> int:
    """Return how many elements stand in one another at most."""
    deepest = now = 0
    for match in _TAG.finditer(text):
        if match[2].lower() not in _OPEN and not match[0].endswith("/>"):
            now = max(now - 1, 0) if match[1] else now + 1
            deepest = max(deepest, now)
    return deepest
