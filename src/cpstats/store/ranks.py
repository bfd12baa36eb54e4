"""Where a figure stands in the order of a package, as one number: its key.

The rows of a package are in the order of `KEY`: by what stands before the place in it, by place, by what
stands behind. Where two say the same there, what else is said of them decides, so that of two figures
that differ in anything but the value the keys differ too.
"""

from __future__ import annotations

from itertools import chain, islice, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.columns import KEY
from cpstats.store.recognising.sampled import NOTHING, REST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from cpstats.store.recognising.sampled import Told

AREA = KEY.index("ref_area")
BEHIND = KEY[AREA + 1 :]
_before = itemgetter(*map(REST.index, KEY[:AREA]))
_behind = itemgetter(*map(REST.index, (*BEHIND, *(n for n in REST if n not in KEY))))


class Ranks(NamedTuple):
    """The numbers that make up keys.

    Attributes
    ----------
    keys : dict of int to int
        By the number that `Told` has of a rest: the key of a figure in the first place.
    areas : dict of str to int
        By place, in order: what it adds to a key.
    lasts : int
        How many keys there are between a place and the next.
    most : int
        What is greater than every key.
    twins : list of int
        For what stands behind the place, by its rank: the first rank that is the same cell (S1).
    """

    keys: dict[int, int]
    areas: dict[str, int]
    lasts: int
    most: int
    twins: list[int]

    @property
    def span(self) -> int:
        """How many keys lie between what stands before the place and the next."""
        return self.lasts * len(self.areas)

    def cell(self, key: int) -> int:
        """Return the first key that is the same cell."""
        last = key % self.lasts
        return key - last + self.twins[last]

    def are_apart(self) -> bool:
        """Whether each key is a cell of its own: none is said in two units, or with and without a mark."""
        return all(self.cell(a) != self.cell(b) for a, b in pairwise(sorted(self.keys.values())))


class Across(NamedTuple):
    """What the columns of every line say alike.

    Attributes
    ----------
    steps : tuple of int
        By column: how far its key lies behind the first one of its line.
    texts : dict of str to tuple of str
        By the name of what is said in another way of each column, such as its period: how it is said.
    """

    steps: tuple[int, ...]
    texts: dict[str, tuple[str, ...]]


def ranked(told: Told, numbers: Collection[int], places: Iterable[str]) -> Ranks:
    """Return the keys of everything that is said of figures, by its number."""
    befores = {_before(rest) for rest in told.rests(numbers)}
    firsts = {cells: n for n, cells in enumerate(sorted(befores))}
    behinds = sorted({_behind(rest) for rest in told.rests(numbers)})
    lasts = {cells: n for n, cells in enumerate(behinds)}
    twins: list[int] = []
    for n, cells in enumerate(behinds):
        same = n > 0 and behinds[n - 1][: len(BEHIND)] == cells[: len(BEHIND)]
        twins.append(twins[-1] if same else n)
    areas = {place: n * len(lasts) for n, place in enumerate(sorted({*places}))}
    span = len(areas) * len(lasts)
    keys = {
        number: firsts[_before(rest)] * span + lasts[_behind(rest)]
        for number, rest in zip(numbers, told.rests(numbers), strict=True)
    }
    return Ranks(keys, areas, len(lasts), len(firsts) * span, twins)


def across_of(told: Told, ranks: Ranks) -> Across | None:
    """Return what the columns of every line say alike, where lines can be sorted instead of figures.

    So it is where each thing that is said hangs on the line alone or on the column alone, as with years
    across, and no figure of a line lies between those of another.
    """
    steps: tuple[int, ...] = ()
    texts: list[tuple[str, ...]] = []
    in_lines, in_columns = [True] * len(REST), [True] * len(REST)
    firsts = set()
    if any(NOTHING in numbers for numbers in told.others.values()):
        return None
    rests = told.rests(chain.from_iterable(told.others.values()))
    for numbers in told.others.values():
        keys = [ranks.keys[number] for number in numbers]
        first = min(keys)
        said = [*zip(*islice(rests, len(numbers)), strict=True)]
        steps, texts = steps or tuple(key - first for key in keys), texts or said
        if any(key != first + step for key, step in zip(keys, steps, strict=True)):
            return None
        firsts.add(first)
        for n, cells in enumerate(said):
            in_lines[n] &= len({*cells}) == 1
            in_columns[n] &= cells == texts[n]
    if not all(a or b for a, b in zip(in_lines, in_columns, strict=True)):
        return None
    if not _are_in_order(sorted(firsts), steps, ranks):
        return None
    columns = zip(REST, texts, in_lines, strict=True)
    return Across(steps, {name: cells for name, cells, alike in columns if not alike})


def _are_in_order(firsts: Sequence[int], steps: Sequence[int], ranks: Ranks) -> bool:
    """Whether lines that are sorted by their first keys are the figures in order."""
    width = max(steps)
    within = all(first % ranks.lasts + width < ranks.lasts for first in firsts)
    near = (b - a for a, b in pairwise(firsts) if a // ranks.span == b // ranks.span)
    return within and len({*steps}) == len(steps) and all(width < gap for gap in near)
