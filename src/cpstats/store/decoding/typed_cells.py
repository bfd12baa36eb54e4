"""Cells that come with a type, as the text a person would type."""

from __future__ import annotations

from datetime import date


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
    return str(value)
