"""JSON-stat 2.0: datasets, dense or sparse, with statuses, labels and units of categories."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.store import concepts, own_json_stat
from cpstats.store.encodings import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.store.sheet import Sheet

HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
SIGNS = (b'"dimension"', b'"size"', b'"id"', b'"value"')
LARGEST = 20_000_000  # cells of a cube
MEND = "Compare the file with https://json-stat.org/format/."
ROLES = {"time": "TIME_PERIOD", "geo": "REF_AREA", "metric": "INDICATOR"}


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    if not HEAD.match(content):
        return "it is no JSON object"
    lost = [sign.decode() for sign in SIGNS if sign not in content]
    return f"it has no {', '.join(lost)}" if lost else ""


def read(name: str, content: bytes) -> list[Sheet]:
    """Return the datasets of the file as tables with our columns.

    Raises
    ------
    DataError
        When it is no JSON, no dataset, or its parts do not fit together.
    """
    text, _ = decoded(content, name)
    try:
        whole = json.loads(text, parse_float=str, parse_int=str)  # digits as they are written
    except (json.JSONDecodeError, RecursionError) as error:
        where, why = name, "nested too deeply"
        if isinstance(error, json.JSONDecodeError):
            where, why = f"{name}:{error.lineno}:{error.colno}", error.msg
        raise DataError(f"this is not JSON ({why})", where=where, mend="Load it anew.") from None
    found = []
    for at, dataset in _datasets(whole):
        place = f"{name}[{at}value]"
        if own_json_stat.is_own(dataset):
            found.append(own_json_stat.long_table(place, dataset, _keys(place, dataset)))
        else:
            found.append(concepts.long_table(_cube(place, dataset)))
    if not found:
        raise _wrong(name, "the file holds no dataset")
    return found


def _datasets(whole: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the datasets of a file: it is one, or a collection that has them inside."""
    if not isinstance(whole, dict):
        return
    if "dimension" in whole:
        yield "", whole
    items = whole.get("link", {}).get("item", []) if isinstance(whole.get("link"), dict) else []
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict) and "dimension" in item:
            yield f"link.item[{number}].", item


def _wrong(where: str, what: str) -> DataError:
    return DataError(what, where=where, mend=MEND)


def _keys(place: str, dataset: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the categories of each dimension, in their order."""
    ids, sizes = dataset.get("id"), dataset.get("size")
    dimensions = dataset.get("dimension")
    if not isinstance(ids, list) or not isinstance(sizes, list) or not isinstance(dimensions, dict):
        raise _wrong(place, "a dataset has id and size as lists, and dimension as an object")
    found: dict[str, list[str]] = {}
    for ident in ids:
        described = dimensions.get(ident) if isinstance(ident, str) else None
        category = described.get("category") if isinstance(described, dict) else None
        if not isinstance(category, dict):
            raise _wrong(place, f"the dimension “{ident}” has no category")
        found[ident] = _index(place, ident, category)
    if [str(size) for size in sizes] != [str(len(keys)) for keys in found.values()]:
        raise _wrong(place, "size is not the number of categories of each dimension")
    if prod(len(keys) for keys in found.values()) > LARGEST:
        raise DataError(
            f"the cube has more than {LARGEST} cells",
            where=place,
            mend="Ask for fewer categories at once.",
        )
    return found


def _index(place: str, ident: str, category: Mapping[str, Any]) -> list[str]:
    """Return the ids of a dimension's categories: a list, positions by id, or the one label."""
    index, label = category.get("index"), category.get("label")
    if isinstance(index, list) and index and all(isinstance(key, str) for key in index):
        return index
    if isinstance(index, dict) and index:
        places = {str(position): key for key, position in index.items()}
        if all(str(n) in places for n in range(len(index))):
            return [places[str(n)] for n in range(len(index))]
    elif index is None and isinstance(label, dict) and len(label) == 1:
        return list(label)
    raise _wrong(place, f"the categories of “{ident}” are not in order from 0")


def values(place: str, dataset: Mapping[str, Any], size: int) -> dict[int, str]:
    """Return the numbers that there are, by position in the cube."""
    found = _by_position(place, dataset.get("value"), size, "value")
    for at, value in found.items():
        if not isinstance(value, str):
            raise _wrong(f"{place}:{at + 1}:1", f"“{value}” is not a number")
    return found


def _by_position(place: str, part: Any, size: int, what: str) -> dict[int, Any]:
    """Return value or status by position: a list with every cell, or an object with some."""
    if isinstance(part, list) and len(part) == size:
        return {at: cell for at, cell in enumerate(part) if cell is not None}
    if isinstance(part, dict) and all(k.isdecimal() and int(k) < size for k in part):
        return {int(at): cell for at, cell in part.items() if cell is not None}
    raise _wrong(place, f"{what} has not one cell for each combination of the categories")


def _cube(place: str, dataset: Mapping[str, Any]) -> concepts.Cube:
    """Return the cells by dimension, with the unit of their category."""
    keys = _keys(place, dataset)
    names = _names(dataset, keys)
    size = prod(len(k) for k in keys.values())
    cells = values(place, dataset, size)
    status = dataset.get("status", {})
    statuses = (
        dict.fromkeys(cells, status)
        if isinstance(status, str)
        else _by_position(place, status, size, "status")
    )
    units = {
        (ident, key): unit
        for ident in keys
        for key, unit in (dataset["dimension"][ident]["category"].get("unit") or {}).items()
        if isinstance(unit, dict)
    }
    rows = []
    for at in cells:
        codes = dict(zip(keys, own_json_stat.codes(at, keys), strict=True))
        unit: dict[str, Any] = {}
        for pair in codes.items():
            unit |= units.get(pair, {})
        rows.append(
            [
                *codes.values(),
                cells[at],
                str(statuses.get(at, "")),
                *(str(unit.get(name, "")) for name in ("label", "multiplier", "decimals")),
            ]
        )
    beside = ("OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS")
    taken = tuple(f"({c})" if c in names.values() else c for c in beside)
    made = concepts.Cube(
        name=place,
        said="JSON-stat",
        title=str(dataset.get("label", "")),
        concepts=(*names.values(), *taken),
        rows=rows,
        lines=[at + 1 for at in cells],
        labels=_labels(dataset, keys, names),
        dimensions=frozenset(names.values()),
    )
    return made if any(units) else replace(made, dimensions=made.dimensions)


def _names(dataset: Mapping[str, Any], keys: Mapping[str, Any]) -> dict[str, str]:
    """Return the concept of each dimension: by its role, else its own id."""
    roles = dataset.get("role") if isinstance(dataset.get("role"), dict) else {}
    found = {ident: ident.upper() for ident in keys}
    for role, concept in ROLES.items():
        for ident in roles.get(role, [])[:1] if isinstance(roles.get(role), list) else []:
            if ident in found and concept not in found.values():
                found[ident] = concept
    return found


def _labels(
    dataset: Mapping[str, Any], keys: Mapping[str, list[str]], names: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    found = {}
    for ident in keys:
        label = dataset["dimension"][ident]["category"].get("label")
        for key, text in (label if isinstance(label, dict) else {}).items():
            found[names[ident], key] = str(text)
    return found
