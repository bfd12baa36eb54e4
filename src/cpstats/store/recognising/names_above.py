"""Names that occur again below others of which they say a part: Men and Women below each industry."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.recognising.blocks_of_places import with_blocks_apart
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.extent import how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Cells = Sequence[Sequence[str]]

DEEPEST = 6  # rows of a header that are looked at
WHOLE = pattern(
    r"\W*(?:(?:sub|grand )?totals?|all|both|sum|overall|total general|insgesamt|zusammen|ensemble|suma|ogółem|razem|"
    r"totale|totaal|i alt|toplam|jumlah|всего|итого|合计|总计|小计|合計|総数|計)\b.*",
    re.IGNORECASE,
)
# how a line begins that goes on from the one above: of which, in crowns, 其中
PART = pattern(
    r"(?:of which|of whom|of these|thereof|including|incl\.?|davon|darunter|dont|de los cuales|de las cuales|"
    r"di cui|w tym|в том числе|из них|do que|其中|内|in|with|without|per|por|par|pro|je|as|share)(?:\W|$)|其中",
    re.IGNORECASE,
)
# kinds of places in Korea, China and Japan, the higher ones first
KINDS_OF_PLACES = [
    [re.compile(form) for form in forms]
    for forms in (
        ("(?:특별시|광역시|특별자치시|도)$", "[시군구]$"),
        ("(?:省|自治区|自治區)$", "[市州盟]$", "[县縣区區旗]$"),
        ("[都道府県]$", "[市区町村]$"),
    )
]
PAIR = 2  # columns of names in two languages, one behind the figures
DEPTH = pattern(r"[\s.·•\xa0\u3000]*")
ABOVE = Message(
    "names that occur again are read with the line above them",
    "重复出现的名称与其上级名称一并读取",
)


def at(row: Sequence[str], column: int) -> str:
    """Return a cell of a row, which may be short."""
    return row[column] if column < len(row) else ""


def names_above(
    cells: Cells, first: int, raw: Sequence[Sequence[str]]
) -> tuple[int, dict[int, int]] | None:
    """Return the column of names, and of each row whose name occurs twice the row that it is a part of; None where one is of none."""
    dated = _has_periods(cells, first)
    placed = any(role_of(text) == "place" for row in cells[:first] for text in row[:1])
    column = _column_of_names(cells, first)
    if column is None:
        return None
    figures = (i for i in range(first, len(cells)) if how_full(cells[i]) > 1)
    rows = [i for i in figures if at(cells[i], column)]
    names = {i: cells[i][column] for i in rows}
    twice = {name for name, n in Counter(names.values()).items() if n > 1}
    if not twice or any(WHOLE.fullmatch(name) or period_of(name) for name in twice):
        return None
    depth = {i: len(DEPTH.match(at(raw[i], column))[0]) for i in rows}  # type: ignore[index]
    above = _by_depth(rows, depth) if len({*depth.values()}) > 1 else {}
    if not (dated or placed or above):
        return None
    parents = {i: above.get(i) for i in rows if names[i] in twice}
    indented = bool(above) and None not in parents.values()
    if not indented:
        parents = _by_name(rows, names, twice)
    if placed and (not dated or None in parents.values()):
        kinds = _by_kind(rows, names, twice)
        parents = parents if indented and None in kinds.values() else kinds
    found = {i: parent for i, parent in parents.items() if parent is not None}
    return (column, found) if len(found) == len(parents) else None


def with_names_above(
    cells: Cells, first: int, raw: Sequence[Sequence[str]]
) -> list[list[str]] | None:
    """Put the name that its parts follow behind theirs, where the names alone occur twice.

    What is indented tells which; without, the nearest name above that occurs once, and each group of
    parts begins with the same.
    """
    found = names_above(cells, first, raw)
    if found is None:
        return with_blocks_apart(cells, first, _by_kind, under)
    column, parents = found
    rows = [i for i in range(first, len(cells)) if how_full(cells[i]) > 1 and at(cells[i], column)]
    made = [list(row) for row in cells]
    for c in _columns_of_words(cells, first):  # and of the same in another language
        for i, parent in parents.items():
            made[i][c] = under(_without_dots(cells[i][c]), made[parent][c])
        for i in rows:
            made[i][c] = _without_dots(made[i][c])
    return made if len({made[i][column] for i in rows}) == len(rows) else None


def under(name: str, over: str) -> str:
    """Return a name with what stands over it; that comes first where behind it would be the unit: Persons, 0-4."""
    over = over.rstrip(":")
    if is_unit(over):
        return f"{over}, {name}"
    own = label_of(name)
    united = own.measure == "level" and own.unit and name.endswith(f"({own.unit})")
    return f"{own.name}, {over} ({own.unit})" if united else f"{name}, {over}"


def _without_dots(name: str) -> str:
    """Return a name without the dots that indent it."""
    return name.lstrip(". ") or name


def _by_depth(rows: Iterable[int], depth: dict[int, int]) -> dict[int, int]:
    """Return for each row the nearest above that is less indented."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for i in rows:
        while open_ and depth[open_[-1]] >= depth[i]:
            open_.pop()
        if open_:
            found[i] = open_[-1]
        open_.append(i)
    return found


def _by_name(rows: Sequence[int], names: dict[int, str], twice: set[str]) -> dict[int, int | None]:
    """Return for each name that occurs twice the nearest above that occurs once, where groups are alike.

    A group of one may be the rest of what stands before it (Wheat, other, Cattle, other): only a name
    that goes on from the line above is a part of it.
    """
    found: dict[int, int | None] = {}
    parent = None
    groups: dict[int | None, list[str]] = {}
    for i in rows:
        if names[i] not in twice:
            parent = i
            continue
        groups.setdefault(parent, []).append(names[i])
        found[i] = parent
    alike = len({group[0] for group in groups.values()}) == 1
    single = any(len(group) == 1 and not PART.match(group[0]) for group in groups.values())
    return found if alike and not single else dict.fromkeys(found)


def _by_kind(rows: Sequence[int], names: dict[int, str], twice: set[str]) -> dict[int, int | None]:
    """Return for each name that occurs twice the nearest above of a higher kind of place: 부산광역시 over 중구.

    >>> names = dict(enumerate(["서울특별시", "중구", "종로구", "부산광역시", "중구", "영도구"]))
    >>> _by_kind([*names], names, {"중구"})
    {1: 0, 4: 3}
    """
    for kinds in KINDS_OF_PLACES:
        ranks = {
            i: next((n for n, form in enumerate(kinds) if form.search(names[i])), -1) for i in rows
        }
        found: dict[int, int | None] = {}
        over: dict[int, int] = {}
        for i in rows:
            over = {n: k for n, k in over.items() if n < ranks[i]} | {ranks[i]: i}
            if names[i] in twice:
                higher = [n for n in over if -1 < n < ranks[i]]
                found[i] = over[max(higher)] if higher else None
        pairs = {(names[i], parent) for i, parent in found.items()}
        if None not in found.values() and len(pairs) == len(found):
            return found
    return {i: None for i in rows if names[i] in twice}


def _column_of_names(cells: Cells, first: int) -> int | None:
    """Return the one column of words beside the figures; none where there are several, but for names in two languages."""
    words = _columns_of_words(cells, first)
    rows = [row for row in cells[first:] if how_full(row) > 1]
    if len(words) == PAIR and words[1] == max(map(len, rows)) - 1:
        pairs = {(at(row, words[0]), at(row, words[1])) for row in rows}
        one, two = ({pair[n] for pair in pairs} for n in range(PAIR))
        if len(pairs) == len(one) == len(two) and "" not in one | two:
            return words[0]
    return words[0] if len(words) == 1 else None


def _columns_of_words(cells: Cells, first: int) -> list[int]:
    """Return the columns of words beside the figures."""
    body = [row for row in cells[first:] if how_full(row) > 1]
    words = []
    for c, column in enumerate(zip_longest(*body, fillvalue="")):
        texts = {text: n for text, n in Counter(column).items() if not is_missing(text)}
        united = bool(texts) and all(map(is_unit, texts))  # of each line
        same = len(texts) == 1 < len(body)  # 계 in all rows tells none from another
        if not united and not same and _are_words(texts):
            words.append(c)
    return words


def _are_words(texts: Mapping[str, int]) -> bool:
    """Whether less than half of some texts, each as often as it occurs, are numbers; no more are read than it takes."""
    left = sum(texts.values())
    for text, often in texts.items():
        if left <= 0:
            break
        left -= 2 * often if is_number(text) else 0
    return left > 0


def _has_periods(cells: Cells, first: int) -> bool:
    """Whether a row above the figures has periods."""
    rows = cells[max(0, first - DEEPEST) : first]
    return any(map(is_of_periods, rows))


def is_of_periods(row: Sequence[str]) -> bool:
    """Whether two or more periods, or dates that stand for some, are in a row."""
    return sum(period_of(text) is not None or is_date(text) for text in {*row}) > 1
