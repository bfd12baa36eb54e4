"""Rows chosen, sorted and cut; a row that is compared with keeps its place below the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.arranging.called import FEW
from cpstats.arranging.column_names import find, label_column, value_of
from cpstats.model.period import Period, PeriodError
from cpstats.model.text import Text, joined, same
from cpstats.model.words import BASIS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpstats.arranging.condition import Condition
    from cpstats.model.report import Block


@dataclass(frozen=True, slots=True)
class Sort:
    """A column, and whether its lowest is first (None: as suits the column)."""

    word: str
    low_first: bool | None = None

    @classmethod
    def all_of(cls, text: str, blocks: Sequence[Block]) -> tuple[Sort, ...]:
        """Read `share desc, place`; a header may have a comma of its own."""
        if any(find(block, text) is not None for block in blocks):
            return (cls(text),)
        found = []
        for part in filter(None, (p.strip() for p in text.replace("，", ",").split(","))):
            word, _, way = part.rpartition(" ")
            known = {"asc": True, "desc": False, "升序": True, "降序": False}.get(way.lower())
            found.append(cls(part) if known is None or not word else cls(word.strip(), known))
        return tuple(found)


def competing(block: Block) -> list[int]:
    """Return the rows that are sorted, chosen and counted."""
    return [i for i, key in enumerate(block.keys) if not key.aside]


def meeting(block: Block, condition: Condition) -> tuple[list[int], list[int]]:
    """Return the rows that meet a condition, and those of which it cannot be told."""
    columns = {name.word: find(block, name.word) for name in condition.names}
    met, unknown = [], []
    for i in competing(block):
        row = {
            word: value_of(block.rows[i][column])
            for word, column in columns.items()
            if column is not None
        }
        row = {word: _with_codes(block, i, word, value) for word, value in row.items()}
        found = condition.meets(row)
        met += [i] if found else []
        unknown += [i] if found is None else []
    return met, unknown


def _with_codes(
    block: Block, row: int, word: str, value: float | tuple[str, ...] | None
) -> float | tuple[str, ...] | None:
    """Return the names of a place or a period with its code, as machine formats write it."""
    column, key = find(block, word), block.keys[row]
    name = block.columns[column].name if column is not None else ""
    code = {"place": key.area, "period": key.period, "indicator": key.indicator}.get(name, "")
    return (*value, code) if isinstance(value, tuple) and code else value


def ordered(block: Block, rows: Sequence[int], sorts: Sequence[Sort]) -> list[int]:
    """Return rows in order: the highest number first, texts from A; without a value last."""
    found = list(rows)
    for sort in reversed(sorts):
        column = find(block, sort.word)
        if column is None:
            continue
        keys = {i: _key(block, i, column) for i in found}
        low = sort.low_first
        if low is None:
            text = any(isinstance(key, (str, tuple)) for key in keys.values())
            low = text or block.columns[column].low_first
        have = [i for i in found if keys[i] is not None]
        have.sort(key=lambda i: keys[i], reverse=not low)  # type: ignore[arg-type, return-value]
        found = have + [i for i in found if keys[i] is None]
    return found


def _key(block: Block, row: int, column: int) -> object:
    """Return what a row is sorted by: a period in the order of time."""
    if block.columns[column].name == "period":
        try:
            return Period.parse(block.keys[row].period)
        except PeriodError:
            return None
    value = value_of(block.rows[row][column])
    return value[0] if isinstance(value, tuple) else value


def mixed_order(block: Block, rows: Sequence[int], sorts: Sequence[Sort]) -> list[Text]:
    """Say that real and nominal numbers stand in one order, and of which rows the fewer are.

    So is said where places have numbers of other spans than others.
    """
    column = find(block, sorts[0].word)
    if column is None:
        return []
    label = label_column(block)
    found: dict[str, list[Text]] = {}
    for i in rows:
        figure = block.rows[i][column].figure
        if figure is None or figure.value is None:
            continue
        basis = figure.price_basis.partition(":")[0]
        if basis in BASIS:
            found.setdefault(basis, []).append(block.rows[i][label].text or same(""))
    unlike = _unlike_spans(block, rows, column)
    if len(found) < 2:
        return unlike
    fewer = min(found, key=lambda basis: len(found[basis]))
    said = Text("Real and nominal numbers stand in one order: ", "实际与名义数值排在一起：")
    names = found[fewer][:FEW] + ([same("…")] if len(found[fewer]) > FEW else [])
    return [said + BASIS[fewer] + Text(" of ", "：") + joined(names), *unlike]


def _unlike_spans(block: Block, rows: Sequence[int], column: int) -> list[Text]:
    """Say that the numbers of places are of other spans than those of others."""
    spans: dict[str, set[tuple[str, str]]] = {}
    for i in rows:
        figure = block.rows[i][column].figure
        if figure is not None and figure.value is not None and figure.base_period:
            own = (figure.base_period, figure.time_period)
            spans.setdefault(block.keys[i].area, set()).add(own)
    if len({frozenset(own) for own in spans.values()}) < 2:
        return []
    return [
        Text(
            "Numbers of different spans stand in one order.",
            "不同时段的数值排在一起。",
        )
    ]


@dataclass(frozen=True, slots=True)
class Cut:
    """The rows of the top and of the bottom, and how many have no value."""

    top: list[int]
    bottom: list[int]
    without: int


def cut(block: Block, rows: Sequence[int], sorts: Sequence[Sort], *, top: int, bottom: int) -> Cut:
    """Return the first and the last rows in order, with ties at the cut in the first column."""
    column = find(block, sorts[0].word)
    if column is None:
        return Cut(list(rows), [], 0)
    have = [i for i in rows if value_of(block.rows[i][column]) is not None]
    order = ordered(block, have, sorts)

    def value(row: int) -> object:
        return value_of(block.rows[row][column])

    first = _with_ties(order, top, value)
    last = _with_ties(order[::-1], bottom, value)[::-1]
    return Cut(first, [i for i in last if i not in first], len(rows) - len(have))


def _with_ties(order: Sequence[int], count: int, value: Callable[[int], object]) -> list[int]:
    if not count:
        return []
    edge = order[min(count, len(order)) - 1 : min(count, len(order))]
    return [i for n, i in enumerate(order) if n < count or (edge and value(i) == value(edge[0]))]


def with_rows(block: Block, *groups: Sequence[int]) -> Block:
    """Return a table of some rows, a rule between groups, then the rows that stand aside."""
    aside = [i for i, key in enumerate(block.keys) if key.aside]
    rows: list[int] = []
    ruled = set()
    for group in (*groups, aside):
        if rows and group:
            ruled.add(len(rows))
        rows += group
    return block._replace(
        rows=tuple(block.rows[i] for i in rows),
        keys=tuple(block.keys[i] for i in rows),
        ruled=frozenset(ruled),
    )
