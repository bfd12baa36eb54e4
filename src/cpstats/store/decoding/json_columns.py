"""Tables of a JSON that are no records: rows of cells below a header, columns of values, series over labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.store.cells import period_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.decoding.json_scanned import Placed

    Beside = dict[str, object]
NAMES = ("name", "label", "title", "key")  # of a series
NEUTRAL = (
    "values", "value", "data", "observations", "series", "serie", "years", "points", "history",
)  # fmt: skip
FEWEST = 2


def of_rows(rows: Sequence[Placed]) -> list[Placed] | None:
    """Return the records of an array of arrays whose first has the names of the columns.

    >>> of_rows([(1, ["town", "2020"]), (9, ["A", "5"])]), of_rows([(1, ["town", "tin"]), (9, ["A", "5"])])
    (None, [(9, {'town': 'A', 'tin': '5'})])
    """
    cells = [row for _, row in rows]
    if len(cells) < FEWEST or not all(map(_is_row, cells)):
        return None
    header = cells[0]
    if any(map(is_number, header)) or any(len(row) > len(header) for row in cells):
        return None
    return _below(header, rows[1:])


def of_columns(at: int, top: dict[str, Any]) -> tuple[list[Placed], Beside] | None:
    """Return the records of an object that is no record itself, and what stands beside them.

    Rows below their header (`columns` and `data`), a list of values for each column, such a list by the numbers of its rows, or
    series with a value for each label.

    >>> of_columns(0, {"columns": ["town", "tin"], "data": [["A", "5"]]})
    ([(0, {'town': 'A', 'tin': '5'})], {})
    >>> of_columns(0, {"town": ["A", "B"], "tin": ["5", "6"]})[0]
    [(0, {'town': 'A', 'tin': '5'}), (0, {'town': 'B', 'tin': '6'})]
    >>> of_columns(0, {"labels": ["2020", "2021"], "series": [{"name": "A", "data": ["5", "6"]}]})
    ([(0, {'': 'A', '2020': '5', '2021': '6'})], {})
    """
    ways = (_split, _lists, _numbered, _series, _keyed)
    return next((found for way in ways if (found := way(at, top))), None)


def with_periods(record: Any) -> Any:
    """Return a record with the figures of an object in it below their periods, and below its name where that says anything.

    >>> with_periods({"town": "A", "data": {"2020": "5", "2021": "6"}}), with_periods({"tin": {"kt": "5"}})
    ({'town': 'A', '2020': '5', '2021': '6'}, {'tin': {'kt': '5'}})
    >>> with_periods({"town": "A", "tin": {"2020": "5"}, "tea": {"2020": "7"}})
    {'town': 'A', 'tin 2020': '5', 'tea 2020': '7'}
    """
    inner = (
        {k: v for k, v in record.items() if _is_by_period(v)} if isinstance(record, dict) else {}
    )
    if not inner or len(inner) == len(record):
        return record
    found: dict[str, Any] = {}
    for key, value in record.items():
        before = "" if key.casefold() in NEUTRAL else f"{key} "
        found |= {f"{before}{at}": v for at, v in value.items()} if key in inner else {key: value}
    return found


def _is_by_period(value: object) -> bool:
    plain = isinstance(value, dict) and _is_row([*value.values()])
    return plain and isinstance(value, dict) and all(period_of(key) for key in value)


def _split(at: int, top: dict[str, Any]) -> tuple[list[Placed], Beside] | None:
    grids = [k for k, v in top.items() if isinstance(v, list) and v and all(map(_is_row, v))]
    if len(grids) != 1:
        return None
    rows = top[grids[0]]
    heads = [k for k, v in top.items() if _is_row(v) and len(v) == len(rows[0]) and k != "index"]
    header = top[heads[0]] if len(heads) == 1 else []
    if not header or any(len(row) > len(header) for row in rows) or len({*header}) < len(header):
        return None
    index = top["index"] if _is_row(top.get("index")) else []
    if len(index) == len(rows) and not all(map(is_number, index)):  # names of the rows
        header, rows = ["", *header], [[one, *row] for one, row in zip(index, rows, strict=True)]
    beside = {k: v for k, v in top.items() if k not in (grids[0], heads[0], "index")}
    return _below(header, [(at, row) for row in rows]), beside


def _lists(at: int, top: dict[str, Any]) -> tuple[list[Placed], Beside] | None:
    lists = {k: v for k, v in top.items() if _is_row(v)}
    others = {k: v for k, v in top.items() if k not in lists}
    lengths = {len(v) for v in lists.values()}
    if (
        len(lists) < FEWEST
        or len(lengths) != 1
        or any(isinstance(v, (dict, list)) for v in others.values())
    ):
        return None
    columns = zip(*lists.values(), strict=True)
    return [(at, dict(zip(lists, row, strict=True))) for row in columns], others


def _numbered(at: int, top: dict[str, Any]) -> tuple[list[Placed], Beside] | None:
    """Return the rows of columns whose values stand by the numbers of the rows, as data frames are written: {"0": …}."""
    columns = [*top.values()]
    if len(columns) < FEWEST or not all(
        isinstance(v, dict) and _is_row([*v.values()]) for v in columns
    ):
        return None
    keys = [*columns[0]]
    if keys != [str(n) for n in range(len(keys))] or any([*v] != keys for v in columns):
        return None
    return [(at, {name: column[key] for name, column in top.items()}) for key in keys], {}


def _series(at: int, top: dict[str, Any]) -> tuple[list[Placed], Beside] | None:
    """Return one record for each series of a chart, with its values below the labels of the axis."""
    axes = {k: v for k, v in top.items() if _is_row(v)}
    inner = {
        k: v for k, one in top.items() if isinstance(one, dict) for v in one.values() if _is_row(v)
    }
    found = [(k, _values(v)) for k, v in top.items() if isinstance(v, list)]
    series = [(k, v) for k, v in found if v]
    labels = [(k, v) for k, v in (axes | inner).items() if len({*v}) == len(v) >= FEWEST]
    if len(series) != 1 or len(labels) != 1:
        return None
    (drawn, lines), (axis, names) = series[0], labels[0]
    if any(len(values) != len(names) for _, values in lines):
        return None
    records = [(at, {"": name, **dict(zip(names, values, strict=True))}) for name, values in lines]
    beside = {k: _text_of(v) for k, v in top.items() if k not in (drawn, axis)}
    return records, beside


def _keyed(at: int, top: dict[str, Any]) -> tuple[list[Placed], Beside] | None:
    """Return lines whose lists together have a value for each column that is described: `{"key": ["A", "2020"], "values": ["5"]}`."""
    rows = [(k, lines) for k, v in top.items() if (lines := _joined(v))]
    if len(rows) != 1 or len({len(line) for line in rows[0][1]}) != 1:
        return None
    body, lines = rows[0]
    described = [(k, n) for k, v in top.items() if len(n := _described(v)) == len(lines[0])]
    if len(described) != 1 or len({*described[0][1]}) < len(lines[0]):
        return None
    head, names = described[0]
    beside = {k: v for k, v in top.items() if k not in (head, body)}
    return _below(names, [(at, line) for line in lines]), beside


def _described(value: object) -> list[str]:
    """Return the names of columns, each an object of words."""
    every = value if isinstance(value, list) else []
    names = [
        next((one[k] for k in ("text", *NAMES) if isinstance(one.get(k), str)), "")
        for one in every
        if isinstance(one, dict)
    ]
    return names if every and len(names) == len(every) and all(names) else []


def _joined(value: object) -> list[list[Any]]:
    """Return the lists of each object one behind the other; nothing where one has anything else."""
    every = value if isinstance(value, list) else []
    lists = [[*one.values()] for one in every if isinstance(one, dict) and one]
    if len(lists) < len(every) or not all(map(_is_row, (v for one in lists for v in one))):
        return []
    return [[cell for part in one for cell in part] for one in lists]


def _values(series: list[Any]) -> list[tuple[str, list[Any]]]:
    """Return the name and the values of each series; nothing where one has no name, or not one list of values."""
    made = []
    for one in series:
        lists = [v for v in one.values() if _is_row(v)] if isinstance(one, dict) else []
        name = next((one[k] for k in NAMES if isinstance(one.get(k), str)), "") if lists else ""
        if not name or len(lists) != 1:
            return []
        made.append((name, lists[0]))
    return made


def _text_of(value: object) -> object:
    """Return the words of an object that has no others: {"text": "Births"}."""
    words = [*value.values()] if isinstance(value, dict) else []
    return words[0] if len(words) == 1 and isinstance(words[0], str) else value


def _below(header: Sequence[Any], rows: Sequence[Placed]) -> list[Placed]:
    return [(at, dict(zip(map(str, header), row, strict=False))) for at, row in rows]


def _is_row(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and not any(isinstance(v, (dict, list)) for v in value)
    )


def is_number(value: object) -> bool:
    """Return whether a value is written as a number.

    >>> is_number("-5.2"), is_number("2020p")
    (True, False)
    """
    return str(value).replace(".", "", 1).lstrip("-").isdecimal()
