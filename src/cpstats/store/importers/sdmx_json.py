"""SDMX-JSON data messages, 1.0 and 2.0, read without a library.

sdmx1 2.28 reads no 2.0, and in 1.0 it loses the attributes of a series, UNIT_MULT among them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.message import Message, cause, plain
from cpstats.store.decoding import concepts
from cpstats.store.decoding.cube import Cube
from cpstats.store.decoding.json_text import parsed
from cpstats.store.decoding.sdmx_kinds import DELETED, deleting, no_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.store.sheet import Sheet

ASKED = 60  # its place among those that are asked
ASKS = ("columns", "flags")
HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
KIND = re.compile(rb'sdmx-json-(structure|metadata)-schema|"(metadata)Sets"\s*:')
MEND = Message(
    "Ask for the data anew, as SDMX-CSV if the service offers it.",
    "请重新下载数据，最好选 SDMX-CSV。",
)


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can, or can say what it is."""
    if HEAD.match(content) and KIND.search(content):
        return ""
    if HEAD.match(content) and b'"dataSets"' in content and b'"structure' in content:
        return ""
    return "it is no data message of SDMX-JSON"


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
        When it is no JSON, its parts do not fit together, or a cell is wrong.
    """
    if kind := KIND.search(content):
        raise no_data(name, (kind[1] or kind[2]).decode())
    whole = parsed(name, content)
    try:
        root = whole.get("data", whole)
        structures = root.get("structures") or [root["structure"]]
        cubes = []
        if any(str(data.get("action", "")).upper() in DELETED for data in root["dataSets"]):
            raise deleting(name)
        for number, data in enumerate(root["dataSets"]):
            structure = structures[int(data.get("structure", 0))]
            cubes.append(_Message(f"{name}[data set {number + 1}]", structure).cube(data))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise DataError(
            Message(
                "the parts of the message do not fit together{}",
                "消息的各部分互不相符{}",
                cause(f"{type(error).__name__}: {error}"),
            ),
            where=name,
            mend=MEND,
        ) from None
    found = [
        concepts.long_table(replace(cube, columns=columns or {}, flags=flags or {}))
        for cube in cubes
        if cube.rows
    ]
    if not found:
        raise DataError(
            Message("there is no figure in the message", "消息中没有数据"), where=name, mend=MEND
        )
    return found


class _Message:
    """One structure: what the positions in the keys and lists of a data set stand for."""

    def __init__(self, name: str, structure: Mapping[str, Any]) -> None:
        self.name = name
        self.title = _said(structure.get("name", ""))
        self.dimensions = {k: v for k, v in structure["dimensions"].items() if v}
        self.attributes = {k: v for k, v in structure.get("attributes", {}).items() if v}
        measures = structure.get("measures", {}).get("observation", [])
        if len(measures) > 1:
            raise DataError(
                Message(
                    "the message has several measures, and one is read",
                    "消息有多个度量，而只能读取一个",
                ),
                where=name,
                mend=Message("Ask for one measure at a time.", "请一次只下载一个度量。"),
            )
        self.order = [d for level in self.dimensions.values() for d in level]
        self.labels = {
            (str(part["id"]), _id(value)): _said(value["name"])
            for part in self.order
            for value in part.get("values", [])
            if isinstance(value, dict) and value.get("name")
        }

    def cube(self, data: Mapping[str, Any]) -> Cube:
        """Return the observations of a data set by concept."""
        records = list(self._records(data))
        ids = tuple(dict.fromkeys(concept for record in records for concept in record))
        return Cube(
            name=self.name,
            said=plain("SDMX-JSON"),
            title=self.title,
            concepts=ids,
            rows=[[record.get(c, "") for c in ids] for record in records],
            lines=range(1, len(records) + 1),
            labels=self.labels,
            dimensions=frozenset(str(d["id"]) for d in self.order),
        )

    def _records(self, data: Mapping[str, Any]) -> Iterator[dict[str, str]]:
        whole = self._key("dataSet", ":".join("0" for _ in self.dimensions.get("dataSet", [])))
        whole |= self._attributes("dataSet", data.get("attributes", []))
        groups = data.get("dimensionGroupAttributes") or {}
        every = {"": data} | (data.get("series") or {})
        for key, series in every.items():
            level = "series" if key else ""
            said = self._attributes(level, series.get("attributes", [])) if key else {}
            above = whole | (self._key("series", key) if key else {}) | said
            for at, cells in (series.get("observations") or {}).items():
                record = above | self._key("observation", at)
                record |= self._of_groups(groups, record)
                record |= self._attributes("observation", cells[1:])
                yield record | {"OBS_VALUE": "" if not cells or cells[0] is None else str(cells[0])}

    def _key(self, level: str, key: str) -> dict[str, str]:
        parts = key.split(":") if key else []
        known = self.dimensions.get(level, [])
        if level == "observation" and len(parts) > len(known):  # no series: its key is here
            known = [*self.dimensions.get("series", []), *known]
        if len(parts) != len(known):
            raise ValueError(f"the key {key} has not one part for each dimension")
        return {str(d["id"]): _id(d["values"][int(n)]) for d, n in zip(known, parts, strict=True)}

    def _attributes(self, level: str, cells: Sequence[Any]) -> dict[str, str]:
        pairs = zip(self.attributes.get(level, []), cells, strict=False)
        return {str(a["id"]): _value(a, cell) for a, cell in pairs if cell is not None}

    def _of_groups(
        self, groups: Mapping[str, Sequence[Any]], record: Mapping[str, str]
    ) -> dict[str, str]:
        """Return the attributes of the groups of series that an observation belongs to."""
        found: dict[str, str] = {}
        for key, cells in groups.items():
            parts = list(zip(self.order, key.split(":"), strict=True))
            if all(not n or record.get(str(d["id"])) == _id(d["values"][int(n)]) for d, n in parts):
                found |= self._attributes("dimensionGroup", cells)
        return found


def _value(attribute: Mapping[str, Any], cell: Any) -> str:
    """Return the value of an attribute: by its number in the list of values, or as it stands."""
    values = attribute.get("values")
    return _id(values[int(cell)]) if values else _said(cell)


def _id(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    return str(value["id"] if "id" in value else value.get("value", value.get("name", "")))


def _said(text: Any) -> str:
    """Return a text, in English where it is there in several languages."""
    if isinstance(text, dict):
        return str(text.get("en") or next(iter(text.values()), ""))
    return str(text)
