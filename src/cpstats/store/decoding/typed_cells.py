"""Cells that come with a type, as the text a person would type."""

from __future__ import annotations

import re
from datetime import date

GROUPED = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def text_of(value: object) -> str:
    """Return a typed cell as the digits it holds; whole numbers without a point, dates by their day.

    >>> text_of(43198.0), text_of(0.1), text_of(None), text_of(date(2024, 3, 31))
    ('43198', '0.1', '', '2024-03-31')
    """
    if value is None or value != value:  # noqa: PLR0124 - not a number
        return ""
    if isinstance(value, float):
        return f"{int(value)}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    return in_two_bytes(str(value))


def is_doubtful(value: object) -> bool:
    """Whether a cell is a text whose point may group thousands; the point of a number does not.

    >>> is_doubtful("12.345"), is_doubtful(12.345), is_doubtful("12.34"), is_doubtful("0.125")
    (True, False, False, False)
    """
    return isinstance(value, str) and GROUPED.fullmatch(value.strip()) is not None


def in_two_bytes(text: str) -> str:
    """Return a text whose letters of two bytes were read as two letters each, as old workbooks are, else itself.

    >>> in_two_bytes("".join(map(chr, "茶产量CPI".encode("utf-16-le")))), in_two_bytes("tea")
    ('茶产量CPI', 'tea')
    """
    if not CONTROL.search(text):
        return text
    try:
        made = b"".join(map(_byte, text)).decode("utf-16-le")
    except UnicodeError:
        return text
    return made if made.isprintable() else text


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeError:
        return letter.encode("latin-1")
