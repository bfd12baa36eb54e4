"""JSON records: an array of objects, one object a line (NDJSON), an object that holds arrays, or objects by name.

Digits are kept as they are written.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message, cause, plain
from cpstats.store.decoding.beyond_values import COLUMNS, Layout, too_wide
from cpstats.store.decoding.encodings import decoded
from cpstats.store.decoding.json_columns import with_periods
from cpstats.store.decoding.json_nested import below_labels, made_plain
from cpstats.store.decoding.json_tables import tables_in, titles_of
from cpstats.store.decoding.json_text import refuse_halves
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.decoding.json_scanned import Placed

ASKED = 90  # its place among those that are asked
ASKS = ("encoding",)
BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
MEND = Message(
    "A table is an array of objects with the same fields, or one such object a line.",
    "表须是字段相同的对象数组，或每行一个对象。",
)


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
        tables, beside = tables_in(text)
        found = [
            _sheet(f"{name}[{key}]" if len(tables) > 1 else name, text, records, beside, said)
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


def _sheet(
    name: str, text: str, records: Sequence[Placed], beside: Mapping[str, object], said: str
) -> Sheet:
    header: dict[str, None] = {}
    places = []
    line, newline, before = 1, -1, 0
    records, shapes = made_plain([(at, with_periods(record)) for at, record in records])
    records = below_labels([(at, with_periods(record)) for at, record in records])
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
    titles = [(line, *[""] * (len(header) - 1)) for line in titles_of(beside, header)]
    left = [key for key in beside if not titles_of({key: beside[key]}, header)] + shapes
    told = Message("beside the records, left out: {}", "记录之外，略去：{}", left)
    return Sheet(
        name,
        (*titles, tuple(header), *rows),
        (*(1 for _ in titles), 1, *(line for line, _ in places)),
        plain(f"{said}, JSON"),
        remarks=(told,) if left else (),
        starts=(*(1 for _ in titles), 1, *(start for _, start in places)),
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)
