"""Files of one import: which are one release, and which are newer."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from cpstats.model.columns import CELL
from cpstats.model.source import Vintage
from cpstats.store.runs import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cpstats.store.runs import Row

VINTAGE, SOURCE, VALUE, UNIT = map(NAMES.index, ("vintage", "source", "obs_value", "unit"))
_cell = itemgetter(*map(NAMES.index, CELL))
Pair = frozenset[str]


def releases_of(titles: Mapping[str, object], pieces: Iterable[Sequence[Row]]) -> dict[str, str]:
    """Return the release of each source, the oldest first; nothing where there is no telling.

    Files with one title (and notes) and no cell in which they differ are one release; files that
    differ in a cell are several, of which a later one is newer. Others stay sources of their own.

    Parameters
    ----------
    titles : mapping
        Title and notes by source, in the order in which the files were given; a false one says
        nothing.
    pieces : iterable
        The rows in order, as `Runs.merged` yields them.
    """
    if len(titles) < 2:
        return {}
    differ = differing(pieces)
    groups: list[list[str]] = []
    for source, title in titles.items():
        for group in groups:
            alike = title and titles[group[0]] == title
            if alike and not any(frozenset((source, other)) in differ for other in group):
                group.append(source)
                break
        else:
            groups.append([source])
    if not differ and len(groups) == len(titles):
        return {}
    return {source: group[0] for group in groups for source in group}


def differing(pieces: Iterable[Sequence[Row]]) -> set[Pair]:
    """Return the pairs of sources that say something else of one cell."""
    differ: set[Pair] = set()
    cell, held = None, list[tuple[str, str, str]]()
    for row in (row for rows in pieces for row in rows):
        if _cell(row) != cell:
            cell, held = _cell(row), []
        said = (row[SOURCE], row[VALUE], row[UNIT])
        differ |= {frozenset((said[0], o[0])) for o in held if not _same(said, o)}
        held.append(said)
    return differ


def _same(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    return one[0] == other[0] or (float(one[1]), one[2]) == (float(other[1]), other[2])


def labelled(pieces: Iterable[Sequence[Row]], releases: Mapping[str, str]) -> Iterator[list[Row]]:
    """Yield the rows with the release of their source, where they have no vintage of their own."""
    for rows in pieces:
        yield [
            (*row[:VINTAGE], row[VINTAGE] or releases.get(row[SOURCE], ""), *row[VINTAGE + 1 :])
            for row in rows
        ]


def vintages_of(releases: Mapping[str, str], released: str = "") -> dict[str, Vintage]:
    """Return the releases as vintages, each newer than the one before; all of one day, if any."""
    names = dict.fromkeys(releases.values())
    return {
        name: Vintage(name, order, series=True, released=released)
        for order, name in enumerate(names, 1)
    }
