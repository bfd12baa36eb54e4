"""Which parts of a JSON are tables of records, and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.store.cells import period_of
from cpstats.store.decoding.json_columns import is_number, of_columns, of_rows
from cpstats.store.decoding.json_scanned import elements, fields, sequence, skip

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cpstats.store.decoding.json_scanned import Placed

    Fields = list[tuple[str, Placed]]
    Tables = dict[str, list[Placed]]
OURS = "cpstats/1"  # what `--json` writes: its rows are the table
PLACE = ("country", "place", "region", "area", "location", "state", "city", "geo")
TITLE = ("title", "name", "caption", "label", "indicator", "metric", "variable", "series")
AS_THEY_ARE = ("unit", "units", "time", "period")
SCALE = (
    "scale",
    "multiplier",
    "unit_mult",
    "unitmult",
    "unit_multiplier",
    "unitmultiplier",
    "scalar_factor",
)
POWERS = ("thousand", "million", "billion")
LONGEST = 200  # signs of a title


def tables_in(text: str) -> tuple[Tables, dict[str, object]]:
    """Return the records of each table of a text, by its name, and the fields that stand beside them.

    >>> tables, beside = tables_in('{"unit": "kt", "data": [{"town": "A", "tin": 5}]}')
    >>> [record for _, record in tables["data"]], beside
    ([{'town': 'A', 'tin': '5'}], {'unit': 'kt'})
    """
    start = skip(text, 0)
    if text[start] == "[":
        rows = [*elements(text, start)]
        return _behind_head(text, rows) or ({"": of_rows(rows) or rows}, {})
    every = [*sequence(text)]
    return ({"": every}, {}) if len(every) > 1 else _of_object(text, start)


def _behind_head(text: str, rows: list[Placed]) -> tuple[Tables, dict[str, object]] | None:
    """Return the records of the one array in an array that else has objects of plain values, which are of all: [{"page": 1}, [{…}]]."""
    arrays = [at for at, value in rows if isinstance(value, list)]
    heads = [value for _, value in rows if not isinstance(value, list)]
    if len(arrays) != 1 or not heads or not all(map(_is_flat, heads)):
        return None
    beside: dict[str, object] = {}
    for head in heads:
        beside |= head
    return {"": [*elements(text, arrays[0])]}, beside


def _of_object(text: str, start: int) -> tuple[Tables, dict[str, object]]:
    """Return the same of a text that is one object."""
    top = [*fields(text, start)]
    if any(key == "schema" and value == OURS for key, (_, value) in top):
        return {"": [e for key, (at, _) in top if key == "rows" for e in elements(text, at)]}, {}
    if other := of_columns(start, {key: value for key, (_, value) in top}):
        return {"": other[0]}, other[1]
    if found := _arrays(text, top) or _groups(text, top):
        return found, {key: value for key, (_, value) in top if key not in found}
    several = len(top) > 1 or any(period_of(key) for key, _ in top)  # of one year alone
    if several and all(isinstance(value, dict) for _, (_, value) in top):
        return {"": [(at, _called(key, record)) for key, (at, record) in top]}, {}
    return _inside(text, top) or ({"": [(start, {key: value for key, (_, value) in top})]}, {})


def _arrays(text: str, top: Fields) -> Tables:
    """Return the arrays of objects, each a table; of several those of plain values, where there are such."""
    lists = [(key, at, value) for key, (at, value) in top if isinstance(value, list)]
    some = [(key, at, v) for key, at, v in lists if any(isinstance(one, dict) for one in v)]
    flat = [(key, at, v) for key, at, v in some if all(map(_is_flat, v))]
    return {key: [*elements(text, at)] for key, at, _ in flat or some}


def _groups(text: str, top: Fields) -> Tables:
    """Return the objects of objects, each a table of records that have a name, where all else only describes them."""
    held = {key: at for key, (at, value) in top if _holds_records(value)}
    others = [value for key, (_, value) in top if key not in held]
    if not (held and others and all(map(_describes, others))):
        return {}
    return {
        key: [(one, _called(name, record)) for name, (one, record) in fields(text, at)]
        for key, at in held.items()
    }


def _inside(text: str, top: Fields) -> tuple[Tables, dict[str, object]] | None:
    """Return the arrays of objects in the one object that has such: `result.records`."""
    made = {key: [*fields(text, at)] for key, (at, value) in top if isinstance(value, dict)}
    found = {key: arrays for key, inner in made.items() if (arrays := _arrays(text, inner))}
    if len(found) != 1:
        return None
    ((key, arrays),) = found.items()
    outer = {name: value for name, (_, value) in top if name != key}
    return arrays, outer | {name: v for name, (_, v) in made[key] if name not in arrays}


def _is_flat(value: object) -> bool:
    return isinstance(value, dict) and not any(isinstance(v, (dict, list)) for v in value.values())


def _holds_records(value: object) -> bool:
    return (
        isinstance(value, dict)
        and len(value) > 1
        and all(isinstance(v, dict) for v in value.values())
    )


def _describes(value: object) -> bool:
    """Whether a value has no figure of its own: a word, a list of plain values, an object of words."""
    if isinstance(value, dict):
        return not any(isinstance(v, (dict, list)) or is_number(v) for v in value.values())
    if isinstance(value, list):
        return not any(isinstance(v, (dict, list)) for v in value)
    return True


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


def titles_of(beside: Mapping[str, object], header: Collection[str]) -> list[str]:
    """Return the lines above a table that say what stands beside its records: place, unit, period, title.

    >>> titles_of({"unit": "kt", "country": "Peru", "title": "Tin", "version": "2"}, ["town"])
    ['unit: kt', 'Region: Peru', 'Tin']
    >>> titles_of({"multiplier": 1000, "scale": "county"}, ["town"])
    ['multiplier: 1000']
    """
    own = {name.casefold() for name in header}
    found = []
    for key, value in beside.items():
        word = key.casefold()
        many = str(value).casefold().removesuffix("s")
        if word in SCALE and word not in own and (many.isdecimal() or many in POWERS):
            found.append(f"multiplier: {value}")
        if word in own or not isinstance(value, str) or not 0 < len(value) <= LONGEST:
            continue
        if word in AS_THEY_ARE:
            found.append(f"{word}: {value}")
        elif word in PLACE:
            found.append(f"Region: {value}")
        elif word in TITLE:
            found.append(value)
    return found
