"""JSON-stat 1 and 2: datasets, dense or sparse, with statuses, labels and units of categories."""

from __future__ import annotations

import re
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.message import Message, cause, plain
from cpstats.model.unit import Unit
from cpstats.store.decoding import concepts, own_json_stat
from cpstats.store.decoding.cube import Cube
from cpstats.store.decoding.json_cube import by_position, keys_of, values, wrong
from cpstats.store.decoding.json_cube import codes as codes_of
from cpstats.store.decoding.json_text import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.store.sheet import Sheet

ASKED = 50  # its place among those that are asked
ASKS = ("columns", "flags")
HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
SIGNS = (b'"dimension"', b'"size"', b'"id"', b'"value"')
MOVED = ("id", "size", "role")  # into the dimensions in version 1
KNOWN_CLASSES = (b'"class":"collection"', b'"class":"dimension"', b'"class":"dataset"')
# a multiplier is a power of ten; some write the factor, or its name
POWERS = {"1": 0, "units": 0, "thousands": 3, "millions": 6, "billions": 9} | {
    str(10**power): power for power in range(2, 13)
}
UNIT = {"label": "UNIT_MEASURE", "multiplier": "UNIT_MULT", "decimals": "DECIMALS"}
ROLES = {"time": "TIME_PERIOD", "geo": "REF_AREA", "metric": "INDICATOR"}


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can, or can say what it is."""
    if not HEAD.match(content):
        return "it is no JSON object"
    lost = [sign.decode() for sign in SIGNS if sign not in content]
    if lost and any(word in b"".join(content.split()) for word in KNOWN_CLASSES):
        return ""
    return f"it has no {', '.join(lost)}" if lost else ""


def read(
    name: str,
    content: bytes,
    *,
    columns: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
) -> list[Sheet]:
    """Return the datasets of the file as tables with our columns.

    Raises
    ------
    DataError
        When it is no JSON, no dataset, or its parts do not fit together.
    """
    found = []
    whole = parsed(name, content)
    for at, dataset in _datasets(whole):
        place = f"{name}[{at}value]"
        if own_json_stat.is_own(dataset):
            found.append(own_json_stat.long_table(place, dataset, keys_of(place, dataset)))
            continue
        try:
            cube = _cube(place, dataset)
        except (AttributeError, TypeError, ValueError) as error:
            raise wrong(
                place,
                Message("a part of it has another form{}", "有一部分形式不对{}", cause(error)),
            ) from None
        found.append(concepts.long_table(replace(cube, columns=columns or {}, flags=flags or {})))
    if not found:
        raise _no_dataset(name, str(whole.get("class", "")))
    if all(len(sheet.rows) < 2 for sheet in found):
        raise wrong(name, Message("there is no figure in the dataset", "数据集中没有数据"))
    return found


def _no_dataset(name: str, kind: str) -> DataError:
    """Return the error for JSON-stat that only describes: a dimension, a list of addresses."""
    if kind == "dimension":
        what = Message(
            "this is a dimension of JSON-stat: it names categories and holds no figures",
            "这是 JSON-stat 的维度：只有类别名称，没有数据",
        )
    elif kind == "collection":
        what = Message(
            "this is a collection of JSON-stat that holds addresses of datasets, and no figures",
            "这是 JSON-stat 的集合：只有数据集的地址，没有数据",
        )
    else:
        return wrong(name, Message("the file holds no dataset", "文件中没有数据集"))
    mend = Message("Fetch a dataset (class “dataset”).", "请下载数据集（class 为“dataset”）。")
    return DataError(what, where=name, mend=mend)


def _datasets(whole: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the datasets of a file: it is one, or a collection or bundle that has them inside.

    In version 1 a bundle holds them by name, and the dimensions themselves hold id, size and role.
    """
    if "dimension" in whole:
        yield "", _of_version_2(whole)
        return
    for key, dataset in whole.items():
        held = _of_version_2(dataset) if isinstance(dataset, dict) else {}
        described = isinstance(held.get("dimension"), dict)
        if described and all(word in held for word in ("value", "id", "size")):
            yield f"{key}.", held
    items = whole.get("link", {}).get("item", []) if isinstance(whole.get("link"), dict) else []
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict) and "dimension" in item:
            yield f"link.item[{number}].", _of_version_2(item)


def _of_version_2(dataset: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a dataset whose id, size and role stand where version 2 has them."""
    dimension = dataset.get("dimension")
    if not isinstance(dimension, dict) or "id" in dataset or "id" not in dimension:
        return dataset
    said = {word: dimension[word] for word in MOVED if word in dimension}
    return {**dataset, **said, "dimension": {k: v for k, v in dimension.items() if k not in said}}


def _cube(place: str, dataset: Mapping[str, Any]) -> Cube:
    """Return the cells by dimension, with the unit of their category."""
    keys = keys_of(place, dataset)
    names = _names(dataset, keys)
    size = prod(len(k) for k in keys.values())
    cells = values(place, dataset, size)
    status = dataset.get("status") or {}
    if isinstance(status, dict) and isinstance(status.get("value"), list):
        status = status["value"]  # as Eurostat once wrote it
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
    fields = [f for f in UNIT if any(unit.get(f) for unit in units.values())]
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
    return Cube(
        name=place,
        said=plain("JSON-stat"),
        title=str(dataset.get("label", "")),
        concepts=(*names.values(), "OBS_VALUE", "OBS_STATUS", *(UNIT[f] for f in fields)),
        rows=rows,
        lines=[at + 1 for at in cells],
        labels=_labels(dataset, keys, names),
        titles={c: _title(dataset["dimension"][i], i, c) for i, c in names.items()},
        dimensions=frozenset(names.values()),
    )


def _once(unit: dict[str, Any]) -> dict[str, Any]:
    """Return a unit with its symbol; a power of ten that its words name already is none beside them.

    >>> _once({"label": "million", "symbol": "$", "multiplier": 6})
    {'label': 'million $', 'symbol': '$', 'multiplier': '0'}
    """
    texts = [str(unit.get(word, "")).strip() for word in ("label", "base", "unit")]
    known = (text for text in texts if text and Unit.of(text).kind)
    label = next(known, "") or texts[0] or texts[1]
    symbol = str(unit.get("symbol", "")).strip()
    words = label if symbol in label else f"{label} {symbol}".strip()
    if not Unit.of(words).kind and Unit.of(symbol).kind:
        words = symbol
    power = str(unit.get("multiplier", "")).strip()
    power = str(POWERS.get(power.lower(), power))
    if power == str(Unit.of(words).power):
        power = "0"
    return {**unit, "label": words, **({"multiplier": power} if power else {})}


def _title(dimension: Mapping[str, Any], ident: str, concept: str) -> str:
    """Return what a dimension is called; its id where our concept is none of its own words."""
    return str(dimension.get("label") or (ident if concept in ROLES.values() else concept))


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
