"""Records with objects and lists in them, as interfaces answer: made plain, a line for each figure.

An object that says a name beside a code is that name (`{"id": "PE", "value": "Peru"}`), any other one more
columns; the objects of a list are lines, each with what stands beside the list; lists of one length in a
record stand beside one another, if one is of periods; what only marks a line is one text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from cpstats.store.cells import is_missing, period_of
from cpstats.store.decoding.json_columns import NEUTRAL, is_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpstats.store.decoding.json_scanned import Placed

    Record = dict[str, Any]
NAMING = (
    "name", "label", "title", "text", "value", "description",
    "nome", "nom", "nombre", "bezeichnung", "名称", "명",
)  # fmt: skip
CONTAINERS = (*NEUTRAL, "attributes", "dimensions", "properties", "fields", "keys")
DEEPEST = 4  # objects and lists in one another
CODED = re.compile(r"(?:^|[_ .-]|(?<=[a-z]))(?:id|code|key|nr|cd)$|ID$", re.IGNORECASE)
FIELD = re.compile(r"[A-Z]{1,2}\d{0,2}[A-Z]?")  # V, MN, D1N
SHAPE = ("type", "coordinates")  # of a geometry (RFC 7946, 3.1)
MOST = 3_000_000  # lines that a file may be made into


class Plain(NamedTuple):
    """Records without anything in them, and the names of what was left out."""

    records: list[Placed]
    left: list[str]


def made_plain(records: Sequence[Placed]) -> Plain:
    """Return records with what is nested in them as columns and lines; what cannot be is left as it is.

    >>> two = {"country": {"id": "PE", "value": "Peru"}, "data": [{"date": "2020", "tin": "5"}, {"date": "2021", "tin": "6"}]}
    >>> [record for _, record in made_plain([(0, two)]).records]
    [{'country id': 'PE', 'country': 'Peru', 'date': '2020', 'tin': '5'}, {'country id': 'PE', 'country': 'Peru', 'date': '2021', 'tin': '6'}]
    >>> [record for _, record in made_plain([(0, {"code": "A", "period": ["2020", "2021"], "value": ["5", "6"]})]).records]
    [{'code': 'A', 'period': '2020', 'value': '5'}, {'code': 'A', 'period': '2021', 'value': '6'}]
    >>> made_plain([(0, {"tin": "5", "geometry": {"type": "Point", "coordinates": ["1", "2"]}})])
    Plain(records=[(0, {'tin': '5'})], left=['geometry'])
    """
    found, left = list(records), list[str]()
    for _ in range(DEEPEST):
        if not all(isinstance(record, dict) for _, record in found) or not _nested(found):
            break
        shapes = [key for key in _nested(found) if _are_shapes(found, key)]
        left += shapes
        found = [(at, {k: v for k, v in r.items() if k not in shapes}) for at, r in found]
        words = [key for key in _nested(found) if _are_words(found, key)]
        found = [(at, _with_words(record, words)) for at, record in found]
        found = [(at, _with_columns(record)) for at, record in found]
        totals = _of_no_line(found)
        left += totals
        found = _with_lines(
            [(at, {k: v for k, v in r.items() if k not in totals}) for at, r in found]
        )
        if len(found) > MOST:
            return Plain(list(records), [])
    return Plain(found, left)


def below_labels(records: Sequence[Placed]) -> list[Placed]:
    """Return records below the labels that the first has for their fields, which are codes, where it has words for figures too.

    >>> below_labels([(0, {"V": "Valor", "D1N": "Ano"}), (9, {"V": "5.2", "D1N": "2020"})])
    [(9, {'Valor': '5.2', 'Ano': '2020'})]
    >>> below_labels([(0, {"town": "Aba", "tin": "n/a"}), (9, {"town": "Bab", "tin": "5"})])
    [(0, {'town': 'Aba', 'tin': 'n/a'}), (9, {'town': 'Bab', 'tin': '5'})]
    """
    if len(records) < 2 or not all(isinstance(record, dict) for _, record in records):
        return list(records)
    (_, labels), *below = records
    if not all(map(FIELD.fullmatch, labels)) or any(map(is_missing, map(str, labels.values()))):
        return list(records)
    words = [v for v in labels.values() if isinstance(v, str) and v and not is_number(v)]
    same = all(record.keys() == labels.keys() for _, record in below)
    if not same or len({*words}) < len(labels):
        return list(records)
    if not any(all(is_number(record[key]) for _, record in below) for key in labels):
        return list(records)
    return [(at, {labels[key]: v for key, v in record.items()}) for at, record in below]


def _nested(records: Iterable[Placed]) -> list[str]:
    return [
        *dict.fromkeys(k for _, r in records for k, v in r.items() if isinstance(v, (dict, list)))
    ]


def _values(records: Iterable[Placed], key: str) -> list[Any]:
    return [record[key] for _, record in records if record.get(key)]


def _are_shapes(records: Sequence[Placed], key: str) -> bool:
    return all(
        isinstance(v, dict) and all(part in v for part in SHAPE) for v in _values(records, key)
    )


def _are_words(records: Sequence[Placed], key: str) -> bool:
    """Whether what a field has are lists of one word, or of objects that have no figure: marks, notes."""
    values = _values(records, key)
    if not all(isinstance(value, list) for value in values):
        return False
    if all(len(value) == 1 and not isinstance(value[0], (dict, list)) for value in values):
        return True
    return all(
        isinstance(one, dict) and not any(map(_counts, one.values())) for v in values for one in v
    )


def _counts(value: object) -> bool:
    return isinstance(value, (dict, list)) or is_number(value)


def _with_words(record: Record, keys: Sequence[str]) -> Record:
    """Return a record with the texts of lists of words in one cell each."""
    found = dict(record)
    for key in keys:
        parts = [one for one in record.get(key) or [] if one]
        texts = [
            t for one in parts for t in (one.values() if isinstance(one, dict) else [one]) if t
        ]
        found[key] = "; ".join(map(str, texts))
    return found


def _with_columns(record: Record) -> Record:
    """Return a record with what its objects have as columns of its own.

    >>> _with_columns({"unit": {"kt": "5", "t": "6"}, "data": {"tin": "7"}, "tin": "8"})
    {'unit kt': '5', 'unit t': '6', 'data tin': '7', 'tin': '8'}
    """
    found: Record = {}
    for key, value in record.items():
        if isinstance(value, dict):
            found |= {n: v for n, v in _columns(key, value, record).items() if n not in found}
        else:
            found[key] = value
    return found


def _columns(key: str, inner: Mapping[str, Any], beside: Mapping[str, Any]) -> Record:
    small = {name.casefold(): name for name in inner}
    naming = next((small[word] for word in NAMING if word in small), None)
    bare = key.casefold() in CONTAINERS and not any(name in beside for name in inner)
    if naming is not None and (len(inner) == 1 or isinstance(inner[naming], (dict, list))):
        naming = None
    return {
        key if name == naming and not bare else name if bare else f"{key} {name}": value
        for name, value in inner.items()
    }


def _of_no_line(records: Sequence[Placed]) -> list[str]:
    """Return the fields of figures beside lists, which would be those of every line: a total over the years.

    >>> _of_no_line([(0, {"total": "11", "year": "2020", "id": "7", "towns": [{"tin": "5"}]})])
    ['total']
    """
    if not any(isinstance(v, list) for _, record in records for v in record.values()):
        return []
    plain = dict.fromkeys(
        k for _, r in records for k, v in r.items() if not isinstance(v, (dict, list))
    )
    figures = [k for k in plain if not CODED.search(k)]
    return [
        k
        for k in figures
        if (values := [str(v) for v in _values(records, k) if not isinstance(v, (dict, list))])
        and all(map(is_number, values))
        and not all(period_of(v) for v in values)
    ]


def _with_lines(records: list[Placed]) -> list[Placed]:
    """Return a line for each object of the one list of objects in a record, and for each value of lists of one length."""
    many = [key for key in _nested(records) if _are_objects(records, key)]
    if len(many) == 1:
        return [(at, line) for at, record in records for line in _lines(record, many[0])]
    return [(at, line) for at, record in records for line in _side_by_side(record)]


def _are_objects(records: Sequence[Placed], key: str) -> bool:
    values = _values(records, key)
    return all(isinstance(v, list) and all(isinstance(one, dict) for one in v) for v in values)


def _lines(record: Record, key: str) -> list[Record]:
    beside = {name: value for name, value in record.items() if name != key}
    return [
        beside | {f"{key} {name}" if name in beside else name: v for name, v in one.items()}
        for one in record.get(key) or [{}]  # without any it is a line of its own
    ]


def _side_by_side(record: Record) -> list[Record]:
    lists = {key: value for key, value in record.items() if isinstance(value, list)}
    lengths = {len(value) for value in lists.values()}
    nested = any(isinstance(one, (dict, list)) for value in lists.values() for one in value)
    dated = not nested and any(all(period_of(str(v)) for v in value) for value in lists.values())
    if len(lists) < 2 or len(lengths) != 1 or not dated:
        return [record]  # names of one kind and figures of another are no pairs
    beside = {key: value for key, value in record.items() if key not in lists}
    return [
        beside | dict(zip(lists, values, strict=True))
        for values in zip(*lists.values(), strict=True)
    ]
