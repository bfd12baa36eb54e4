"""JSON-stat 2.0: datasets, dense or sparse, with statuses, labels and units of categories."""

from __future__ import annotations

import re
from math import prod
from typing import TYPE_CHECKING, Any

from cpstats.message import Message, plain
from cpstats.model.unit import Unit
from cpstats.store.decoding import concepts, own_json_stat
from cpstats.store.decoding.json_cube import by_position, keys_of, values, wrong
from cpstats.store.decoding.json_cube import codes as codes_of
from cpstats.store.decoding.json_text import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.store.sheet import Sheet

ASKED = 50  # its place among those that are asked
HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
SIGNS = (b'"dimension"', b'"size"', b'"id"', b'"value"')
UNIT = {"label": "UNIT_MEASURE", "multiplier": "UNIT_MULT", "decimals": "DECIMALS"}
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
    found = []
    for at, dataset in _datasets(parsed(name, content)):
        place = f"{name}[{at}value]"
        if own_json_stat.is_own(dataset):
            found.append(own_json_stat.long_table(place, dataset, keys_of(place, dataset)))
            continue
        try:
            cube = _cube(place, dataset)
        except (AttributeError, TypeError, ValueError) as error:
            raise wrong(
                place,
                Message("a part of it has another form ({})", "有一部分形式不对（{}）", error),
            ) from None
        found.append(concepts.long_table(cube))
    if not found:
        raise wrong(name, Message("the file holds no dataset", "文件中没有数据集"))
    return found


def _datasets(whole: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the datasets of a file: it is one, or a collection that has them inside."""
    if "dimension" in whole:
        yield "", whole
    items = whole.get("link", {}).get("item", []) if isinstance(whole.get("link"), dict) else []
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict) and "dimension" in item:
            yield f"link.item[{number}].", item


def _cube(place: str, dataset: Mapping[str, Any]) -> concepts.Cube:
    """Return the cells by dimension, with the unit of their category."""
    keys = keys_of(place, dataset)
    names = _names(dataset, keys)
    size = prod(len(k) for k in keys.values())
    cells = values(place, dataset, size)
    status = dataset.get("status", {})
    statuses = (
        dict.fromkeys(cells, status)
        if isinstance(status, str)
        else by_position(place, status, size, "status")
    )
    units = {
        (ident, key): _once(unit)
        for ident in keys
        for key, unit in (dataset["dimension"][ident]["category"].get("unit") or {}).items()
        if isinstance(unit, dict)
    }
    fields = [f for f in UNIT if any(f in unit for unit in units.values())]
    rows = []
    for at in cells:
        codes = dict(zip(keys, codes_of(at, keys), strict=True))
        unit: dict[str, Any] = {}
        for pair in codes.items():
            unit |= units.get(pair, {})
        status_of = str(statuses.get(at, ""))
        rows.append(
            [*codes.values(), cells[at], status_of, *(str(unit.get(f, "")) for f in fields)]
        )
    return concepts.Cube(
        name=place,
        said=plain("JSON-stat"),
        title=str(dataset.get("label", "")),
        concepts=(*names.values(), "OBS_VALUE", "OBS_STATUS", *(UNIT[f] for f in fields)),
        rows=rows,
        lines=[at + 1 for at in cells],
        labels=_labels(dataset, keys, names),
        dimensions=frozenset(names.values()),
    )


def _once(unit: dict[str, Any]) -> dict[str, Any]:
    """Return a unit with its symbol; a power of ten that its words name already is none beside them.

    >>> _once({"label": "million", "symbol": "$", "multiplier": 6})
    {'label': 'million $', 'symbol': '$', 'multiplier': 0}
    """
    label, symbol = (str(unit.get(word, "")).strip() for word in ("label", "symbol"))
    words = label if symbol in label else f"{label} {symbol}".strip()
    power = Unit.of(words).power
    said = power and str(unit.get("multiplier")) == str(power)
    return {**unit, "label": words, **({"multiplier": 0} if said else {})}


def _names(dataset: Mapping[str, Any], keys: Mapping[str, Any]) -> dict[str, str]:
    """Return the concept of each dimension: by its role, else its own id."""
    roles = dataset.get("role") or {}
    roles = roles if isinstance(roles, dict) else {}
    taken = ("OBS_VALUE", "OBS_STATUS", *UNIT.values())  # of what stands in no dimension
    found = {i: f"{i.upper()}_" if i.upper() in taken else i.upper() for i in keys}
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
