"""The values of a text in JSON, one after the other, each with where it begins; digits are kept as they are written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANK = re.compile(r"[ \t\r\n]*")

Placed = tuple[int, Any]  # where a value begins in the text, and what it is


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; of two fields with one name, neither would be right."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise json.JSONDecodeError(f"the field “{twice}” occurs twice", "", 0)
    return found


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=str, parse_int=str, parse_constant=str
)


def value_at(text: str, at: int) -> tuple[Any, int]:
    """Return the value that begins at a place, and where the next sign behind it stands."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise json.JSONDecodeError(error.msg, text, max(error.pos, at)) from None
    return value, skip(text, end)


def sequence(text: str) -> Iterator[Placed]:
    """Yield the values of a text that stand one after the other."""
    at = skip(text, 0)
    while at < len(text):
        value, end = value_at(text, at)
        yield at, value
        at = end


def elements(text: str, at: int) -> Iterator[Placed]:
    """Yield the elements of the array that begins at a place."""
    at = skip(text, at + 1)
    while text[at : at + 1] != "]":
        value, end = value_at(text, at)
        yield at, value
        at = _behind_comma(text, end, "]")


def fields(text: str, at: int) -> Iterator[tuple[str, Placed]]:
    """Yield the fields of the object that begins at a place."""
    at = skip(text, at + 1)
    while text[at : at + 1] != "}":
        key, colon = value_at(text, at)
        if text[colon : colon + 1] != ":":
            raise json.JSONDecodeError("Expecting ':' delimiter", text, colon)
        at = skip(text, colon + 1)
        value, end = value_at(text, at)
        yield str(key), (at, value)
        at = _behind_comma(text, end, "}")


def _behind_comma(text: str, at: int, end: str) -> int:
    sign = text[at : at + 1]
    if sign not in (",", end) or not sign:
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    return skip(text, at + 1) if sign == "," else at


def skip(text: str, at: int) -> int:
    """Return where the blanks end that begin at a place."""
    blank = BLANK.match(text, at)
    return blank.end() if blank else at
