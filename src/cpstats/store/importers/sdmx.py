"""SDMX-ML data messages: generic and structure specific ones of 2.0, 2.1 and 3.0."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, plain
from cpstats.store.decoding import concepts
from cpstats.store.decoding.cube import Cube
from cpstats.store.decoding.sdmx_kinds import no_data
from cpstats.store.decoding.sdmx_ml import MEND, DataSet, Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.sheet import Sheet

ASKED = 70  # its place among those that are asked
ASKS = ("columns", "flags")
HEAD = 16_384  # bytes in which a message says what it is
XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
SDMX = re.compile(rb"sdmx\.org/resources/sdmxml", re.IGNORECASE)
DATA = re.compile("(?:Generic|StructureSpecific)(?:TimeSeries)?Data|CompactData|UtilityData")


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can, or can say what it is."""
    head = content[:HEAD]
    return "" if XML.match(head) and SDMX.search(head) else "it is no message of SDMX-ML"


def read(
    name: str,
    content: bytes,
    *,
    columns: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
) -> list[Sheet]:
    """Return the data sets of a message as tables with our columns.

    Raises
    ------
    DataError
        When the message is damaged, holds no data, or a cell is wrong.
    """
    message = Reader(name, content)
    if not DATA.fullmatch(message.kind):
        raise no_data(name, message.kind)
    filled = [data for data in message.sets if data.records]
    if not filled:
        said = " ".join(dict.fromkeys(message.said)).rstrip(".")
        raise DataError(
            Message(
                "there is no figure in the message; the service says: {}",
                "消息中没有数据；服务答复：{}",
                said,
            )
            if said
            else Message("there is no figure in the message", "消息中没有数据"),
            where=name,
            mend=MEND,
        )
    many = len(filled) > 1
    return [
        concepts.long_table(
            _cube(f"{name}[data set {n}]" if many else name, data, columns or {}, flags or {})
        )
        for n, data in enumerate(filled, start=1)
    ]


def _cube(name: str, data: DataSet, columns: Mapping[str, str], flags: Mapping[str, str]) -> Cube:
    records = list(data.completed())
    ids = tuple(dict.fromkeys(concept for record in records for concept in record))
    return Cube(
        name=name,
        said=plain("SDMX-ML"),
        title=data.title,
        concepts=ids,
        rows=[[record.get(c, "") for c in ids] for record in records],
        lines=[line for line, _ in data.places],
        starts=[start for _, start in data.places],
        labels={},
        dimensions=frozenset(data.dimensions),
        columns=columns,
        flags=flags,
    )
