"""The fast way on pandas: every row has one whole number for its key, and the numbers stand in order.

Whether a key occurs twice is seen in the same pass that puts them in order. A step is then a look-up by
arithmetic: the row of an earlier period has a number that is less by so much.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    Whole = np.ndarray[Any, np.dtype[np.signedinteger[Any]]]
    Flags = np.ndarray[Any, np.dtype[np.bool_]]

FARTHEST = 1024  # periods back that no other series can be mistaken for
NEAR = 16  # periods back that are looked for step by step
LIMIT = 1 << 62  # of a number of 64 bits
RUN = 4  # rows that follow one another with the same member, on average, to look up only the first
ROOM = 4  # places in a table of look-ups for each row
SHORT = (
    1 << 31
)  # below it a number takes half the room, and memory that nobody has touched costs the most


class Above(NamedTuple):
    """Rows that stand so many places above those that are looked up, where they do."""

    steps: tuple[tuple[int, Flags], ...]


@dataclass(frozen=True)
class Keyed:
    """The rows of a pandas frame whose periods are all of one frequency."""

    codes: dict[str, Whole]  # of each key, which of its members a row has
    sizes: dict[str, int]
    time: Whole  # ordinals, from 0
    first: int  # the ordinal that is 0
    span: int
    order: Whole | None  # None: the rows stand in order
    twice: bool

    @classmethod
    def of(cls, frame: Any, by: Sequence[str], ordinals: Any) -> Keyed | None:
        """Return the rows of a frame; None where a key is empty, or all are too many for one number."""
        import numpy as np

        if not len(frame) or ordinals.isna().any():
            return None
        time = ordinals.to_numpy()
        codes, sizes = {}, {}
        for column in by:
            found, size = _codes(frame[column])
            if found.min() < 0:
                return None
            codes[column], sizes[column] = found, size
        first = int(time.min())
        span = int(time.max()) - first + 1 + FARTHEST
        total = span
        for size in sizes.values():
            total *= max(size, 1)
        if total > LIMIT:
            return None
        time = np.subtract(time, first, dtype=_held_as(span))
        made = cls(codes, sizes, time, first, span, None, twice=False)
        if (made.keys[1:] > made.keys[:-1]).all():
            return made
        order = np.argsort(made.keys, kind="stable")
        twice = bool((np.diff(made.keys[order]) == 0).any())
        return cls(codes, sizes, made.time, first, span, order, twice=twice)

    def series(self, without: str = "") -> tuple[Whole, int]:
        """Return the number of the series of each row, of all keys but one, and how many may be."""
        import numpy as np

        kept = [column for column in self.codes if column != without]
        total = prod(self.sizes[column] for column in kept)
        made = np.zeros(len(self.time), _held_as(total * self.span))
        for column in kept:
            made *= self.sizes[column]
            made += self.codes[column]
        return made, total

    @cached_property
    def keys(self) -> Whole:
        """The number of each row."""
        return self._at_times(self.series()[0])

    def _at_times(self, series: Whole) -> Whole:
        """Return numbers of series as numbers of their rows; of the array that is given."""
        series *= self.span
        series += self.time
        return series

    def earlier(self, back: int) -> Whole | Above | None:
        """Return, of each row, the row of so many periods before; -1 where there is none."""
        import numpy as np

        if not 0 < back < FARTHEST:
            return None
        keys = self.keys if self.order is None else self.keys[self.order]
        if back <= NEAR:
            steps = [(step, keys[step:] - keys[:-step] == back) for step in range(1, back + 1)]
            if self.order is None:
                return Above(tuple(steps))
        found = np.full(len(keys), -1, _held_as(len(keys)))
        if back <= NEAR:
            for step, there in steps:
                found[step:][there] = np.flatnonzero(there)
        else:
            at = np.searchsorted(keys, keys - back)
            there = keys[np.minimum(at, len(keys) - 1)] == keys - back
            found[there] = at[there]
        return self._unordered(found)

    def at(self, ordinal: int) -> Whole:
        """Return, of each row, the row of one period of the same series."""
        series, size = self.series()
        return _looked_up(series, size, self.time == ordinal - self.first)

    def member(self, column: str, here: Any) -> Whole:
        """Return, of each row, the row of the same period and other keys that is `here`."""
        series, size = self.series(without=column)
        return _looked_up(self._at_times(series), size * self.span, here)

    def groups(self, column: str) -> Whole:
        """Return a number for the period and the other keys of each row, from 0 on."""
        import pandas as pd

        series, size = self.series(without=column)
        keys = self._at_times(series)
        if size * self.span <= ROOM * len(keys):
            return keys
        return pd.factorize(keys)[0]

    def _unordered(self, found: Whole) -> Whole:
        """Return places of the ordered rows as places of the rows as they stand."""
        import numpy as np

        if self.order is None:
            return found
        made = np.full(len(found), -1, found.dtype)
        made[self.order] = np.where(found < 0, -1, self.order[found])
        return made


def _codes(column: Any) -> tuple[Whole, int]:
    """Return which member of a column each row has, -1 where it has none, and how many members there are.

    Where the same stands in many rows that follow one another, only the first of them is looked up.
    """
    import numpy as np
    import pandas as pd

    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(), len(column.cat.categories)
    values = column.to_numpy()
    if values.dtype == object:
        with suppress(TypeError):  # NA is not to be compared
            starts = np.flatnonzero(np.append(True, values[1:] != values[:-1]))
            if len(starts) * RUN < len(values):
                found, members = pd.factorize(column.iloc[starts], use_na_sentinel=True)
                lengths = np.diff(np.append(starts, len(values)))
                return np.repeat(found.astype(np.int64, copy=False), lengths), len(members)
    found, members = pd.factorize(column, use_na_sentinel=True)
    return found.astype(np.int64, copy=False), len(members)


def _looked_up(keys: Whole, size: int, here: Any) -> Whole:
    """Return, of each row, the row that is `here` and has its key; -1 where there is none."""
    import numpy as np

    rows = np.flatnonzero(here)
    if size <= ROOM * len(keys) + FARTHEST:
        table = np.full(size, -1, _held_as(len(keys)))
        table[keys[rows]] = rows
        return table[keys]
    rows = rows[np.argsort(keys[rows], kind="stable")]
    known = keys[rows]
    if not len(known):
        return np.full(len(keys), -1, np.int64)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, rows[at], -1)


def _held_as(size: int) -> Any:
    """Return the type of whole numbers below a size."""
    import numpy as np

    return np.int32 if size < SHORT else np.int64


def picked(column: Any, rows: Whole | Above) -> Any:
    """Return the numbers of a column at the rows, as a column that nobody copies; NaN where there is none."""
    import numpy as np
    import pandas as pd

    values = column.to_numpy()
    if isinstance(rows, Above):
        made = np.full(len(values), np.nan)
        for step, there in rows.steps:
            np.copyto(made[step:], values[:-step], where=there)
    else:
        made = values[rows]
        made[rows < 0] = np.nan
    return pd.Series(made, column.index, copy=False)


def of_years(frame: Any, time: str, value: str, names: Sequence[str]) -> Any:
    """Return a frame of whole years and of floats without intervals with the six columns of a panel.

    `names` are those of the ordinals, the frequency, the periods a year, the values and both ends. What is
    the same in every row takes little room, and what the frame has already takes none. None: it is no such
    frame.
    """
    import numpy as np
    import pandas as pd

    if frame[value].dtype != np.float64 or frame[time].dtype not in (np.int32, np.int64):
        return None
    rows = len(frame)
    nothing = pd.Series(np.full(rows, np.nan), frame.index, copy=False)
    annual = pd.Categorical.from_codes(np.zeros(rows, np.int8), pd.Index(["annual"]))
    years = frame[time].astype(np.int64)
    columns = (years, annual, np.ones(rows, np.int16), frame[value], nothing, nothing)
    return frame.assign(**dict(zip(names, columns, strict=True)))


def infinite_in(values: Any) -> bool:
    """Return whether a number of a column is infinite."""
    import numpy as np

    return bool(np.isinf(values.to_numpy()).any())
