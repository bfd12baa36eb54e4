"""Machine rows of a turned table: the codes that stay in rows, and a column for each other code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.figure import together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.figure import Figure

    Record = dict[str, str | int | float | None]

CODE = {"place": "ref_area", "period": "time_period", "indicator": "indicator"}
ROW = ("indicator", "ref_area", "time_period")  # of measures side by side
IDENT = (
    "indicator",
    "ref_area",
    "counterpart_area",
    "time_period",
    "measure",
    "price_basis",
    "unit",
)
TELLING = ("method", "base_period", "vintage", "source")  # what tells two numbers of a cell apart
LONGEST = 7  # of the code of a period that is no span: 2024-08


def records(
    figures: Sequence[Figure], axis: str, across: str
) -> tuple[tuple[str, ...], tuple[Record, ...]]:
    """Return the names of the columns and the rows.

    `axis` stands first in a row, the codes of `across` (without one the measures) are columns.
    Two numbers of one cell, a published and a computed average, stand in rows of their own; what
    tells such rows apart beside the method (a release, a source) is a column behind the others.
    """
    if not across:
        return _by_measure(figures, axis)
    spread = CODE[across]
    ident = sorted((n for n in IDENT if n != spread), key=lambda n: n != CODE.get(axis))
    heads = dict.fromkeys(str(getattr(f, spread)) for f in figures)
    if spread == "time_period":
        heads = dict.fromkeys(sorted(heads, key=lambda code: (len(code) > LONGEST, code)))
    rows: list[Record] = []
    parts: list[list[Figure]] = []
    for key, group in _groups(figures, ident).items():
        for part in _apart(group, spread, TELLING):
            methods = {f.method for f in part if f.value is not None}
            row: Record = dict(zip(ident, key, strict=True))
            row["method"] = methods.pop() if len(methods) == 1 else ""
            row |= dict.fromkeys(heads)
            row |= {str(getattr(f, spread)): f.value for f in part}
            rows.append(row)
            parts.append(part)
    told = _told_apart(rows, parts, (*ident, "method"))
    return (*ident, "method", *heads, *told), tuple(rows)


def _told_apart(
    rows: list[Record], parts: list[list[Figure]], names: tuple[str, ...]
) -> tuple[str, ...]:
    """Put into rows that say the same what tells them apart; return the columns that it takes."""
    added: list[str] = []
    keys = [tuple(row[name] for name in names) for row in rows]
    for name in TELLING[1:]:
        texts = [together([str(getattr(f, name)) for f in p if f.value is not None]) for p in parts]
        more = [(*key, text) for key, text in zip(keys, texts, strict=True)]
        if len({*more}) > len({*keys}):
            added.append(name)
            keys = more
            for row, text in zip(rows, texts, strict=True):
                row[name] = text
    return tuple(added)


def _groups(figures: Sequence[Figure], ident: Sequence[str]) -> dict[tuple[str, ...], list[Figure]]:
    """Return the figures of each row; an empty one stands where its neighbours have numbers."""
    basis = ident.index("price_basis")
    groups: dict[tuple[str, ...], list[Figure]] = {}
    known: dict[tuple[str, ...], set[str]] = {}
    keys = [tuple(str(getattr(f, name)) for name in ident) for f in figures]
    for figure, key in zip(figures, keys, strict=True):
        if figure.value is not None:
            known.setdefault((*key[:basis], *key[basis + 1 :]), set()).add(key[basis])
    for figure, key in zip(figures, keys, strict=True):
        bases = known.get((*key[:basis], *key[basis + 1 :]), set())
        if figure.value is None and len(bases) == 1:
            groups.setdefault((*key[:basis], *bases, *key[basis + 1 :]), []).append(figure)
        else:
            groups.setdefault(key, []).append(figure)
    return groups


def _apart(figures: list[Figure], spread: str, telling: Sequence[str]) -> list[list[Figure]]:
    """Return the rows that a group needs: one, where no two numbers fall into one cell."""
    full = [f for f in figures if f.value is not None]
    if len({getattr(f, spread) for f in full}) == len(full) or not telling:
        return [[*(f for f in figures if f.value is None), *full]]
    parts: dict[str, list[Figure]] = {}
    for figure in full:
        parts.setdefault(str(getattr(figure, telling[0])), []).append(figure)
    return [row for part in parts.values() for row in _apart(part, spread, telling[1:])]


def _by_measure(figures: Sequence[Figure], axis: str) -> tuple[tuple[str, ...], tuple[Record, ...]]:
    """Return a row for each place, period and indicator: its measures stand side by side."""
    ident = sorted(ROW, key=lambda n: n != CODE.get(axis))
    rows: dict[tuple[str, ...], Record] = {}
    heads: dict[str, None] = {}
    for figure in figures:
        key = tuple(str(getattr(figure, name)) for name in ident)
        row = rows.setdefault(key, dict(zip(ident, key, strict=True)))
        head = figure.measure
        if row.get(head) is not None:  # a published average beside a computed one
            head = f"{figure.measure}.{figure.method}"
        heads[head] = None
        row.setdefault(head, figure.value)
        row[head] = figure.value if row[head] is None else row[head]
    names = (*ident, *heads)
    return names, tuple({name: row.get(name) for name in names} for row in rows.values())
