"""JSON records: an array of objects, one object a line (NDJSON), an object that holds arrays, or objects by name.

Digits are kept as they are written.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, Where
from cpstats.message import Message, cause, plain
from cpstats.store.decoding.beyond_values import COLUMNS, Layout, too_wide
from cpstats.store.decoding.encodings import decoded
from cpstats.store.decoding.json_text import refuse_halves
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ASKED = 90  # its place among those that are asked
OURS = "cpstats/1"  # what `--json` writes: its rows are the table
ASKS = ("encoding",)
BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
BLANK = re.compile(r"[ \t\r\n]*")
MEND = Message(
    "A table is an array of objects with the same fields, or one such object a line.",
    "表须是字段相同的对象数组，或每行一个对象。",
)

Placed = tuple[int, Any]  # where a value begins in the text, and what it is


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    return "" if BEGINS.match(content[:4096]) else "it does not begin like JSON"


def read(name: str, content: bytes, *, encoding: str = "") -> list[Sheet]:
    """Return the tables of the file: one, or one for each array of objects in an object.

    Raises
    ------
    DataError
        When it is no JSON, is nested too deep, or holds no table of plain values.
    """
    text, said = decoded(content, name, encoding)
    refuse_halves(name, text)
    try:
        tables = _tables(text)
        found = [
            _sheet(f"{name}[{key}]" if len(tables) > 1 else name, text, records, said)
            for key, records in tables.items()
        ]
    except json.JSONDecodeError as error:
        raise DataError(
            Message("this is not JSON{}", "这不是 JSON{}", cause(error.msg)),
            where=Where(name, error.lineno, error.colno),
            mend=Message("Mend the file, or write it anew.", "请改正文件，或重新生成。"),
        ) from None
    except RecursionError:
        raise DataError(
            Message("the JSON is nested too deep", "JSON 嵌套过深"), where=name, mend=MEND
        ) from None
    if not found:
        raise DataError(
            Message("there is no table in the JSON", "JSON 中没有表"), where=name, mend=MEND
        )
    return found


def _tables(text: str) -> dict[str, list[Placed]]:
    """Return the records of each table, by the name of the array."""
    start = _skip(text, 0)
    if text[start] == "[":
        return {"": list(_elements(text, start))}
    every = list(_sequence(text))
    if len(every) > 1:
        return {"": every}
    fields = list(_fields(text, start))
    if any(key == "schema" and value == OURS for key, (_, value) in fields):
        return {"": [e for key, (at, _) in fields if key == "rows" for e in _elements(text, at)]}
    tables = {
        key: list(_elements(text, at))
        for key, (at, value) in fields
        if isinstance(value, list) and any(isinstance(element, dict) for element in value)
    }
    if not tables and len(fields) > 1 and all(isinstance(v, dict) for _, (_, v) in fields):
        return {"": [(at, _called(key, record)) for key, (at, record) in fields]}
    return tables or {"": every}


def _called(key: str, record: dict[str, Any]) -> dict[str, Any]:
    """Return an object that its name in another tells apart with this in a column, and objects in it as columns.

    >>> _called("Norway", {"area": "3", "people": {"2020": "5", "2030": "6"}})
    {'': 'Norway', 'area': '3', 'people 2020': '5', 'people 2030': '6'}
    """
    found = {"": key}
    for field, value in record.items():
        inner = value.items() if isinstance(value, dict) else ()
        found |= {f"{field} {name}": one for name, one in inner} or {field: value}
    return found


def _sheet(name: str, text: str, records: Sequence[Placed], said: str) -> Sheet:
    header: dict[str, None] = {}
    places = []
    line, newline, before = 1, -1, 0
    for at, record in records:
        line += text.count("\n", before, at)
        newline = max(newline, text.rfind("\n", before, at))
        before = at
        places.append((line, at - newline))
        if not isinstance(record, dict):
            raise DataError(
                Message("this is no object", "这不是对象"),
                where=Where(name, line, at - newline),
                mend=MEND,
            )
        header.update(dict.fromkeys(record))
        for field, value in record.items():
            if isinstance(value, (dict, list)):
                raise DataError(
                    Message("“{}” holds no plain value", "“{}”不是单个值", field),
                    where=Where(name, line, at - newline),
                    mend=Message("Give each value a field of its own.", "请让每个值各有一个字段。"),
                )
    if len(header) > COLUMNS:
        raise too_wide(name)
    cells = sum(len(record) for _, record in records)
    Layout(name, bottom=len(records), right=len(header), cells=cells).look()
    rows = [tuple(_text(record.get(field)) for field in header) for _, record in records]
    return Sheet(
        name,
        (tuple(header), *rows),
        (1, *(line for line, _ in places)),
        plain(f"{said}, JSON"),
        starts=(1, *(start for _, start in places)),
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)


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


def _value(text: str, at: int) -> tuple[Any, int]:
    """Return the value that begins at a place, and where the next sign behind it stands."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise json.JSONDecodeError(error.msg, text, max(error.pos, at)) from None
    return value, _skip(text, end)


def _sequence(text: str) -> Iterator[Placed]:
    at = _skip(text, 0)
    while at < len(text):
        value, end = _value(text, at)
        yield at, value
        at = end


def _elements(text: str, at: int) -> Iterator[Placed]:
    """Yield the elements of the array that begins at a place."""
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        value, end = _value(text, at)
        yield at, value
        at = _behind_comma(text, end, "]")


def _fields(text: str, at: int) -> Iterator[tuple[str, Placed]]:
    """Yield the fields of the object that begins at a place."""
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        key, colon = _value(text, at)
        if text[colon : colon + 1] != ":":
            raise json.JSONDecodeError("Expecting ':' delimiter", text, colon)
        at = _skip(text, colon + 1)
        value, end = _value(text, at)
        yield str(key), (at, value)
        at = _behind_comma(text, end, "}")


def _behind_comma(text: str, at: int, end: str) -> int:
    sign = text[at : at + 1]
    if sign not in (",", end) or not sign:
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    return _skip(text, at + 1) if sign == "," else at


def _skip(text: str, at: int) -> int:
    blank = BLANK.match(text, at)
    return blank.end() if blank else at
