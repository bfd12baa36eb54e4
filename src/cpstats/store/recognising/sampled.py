"""What the lines of a large table say, read from few of them: one for each distinct text.

A figure's name, measure, unit and status hang on the texts of its line that are neither place nor
period, and on the column it stands in; its place on one text; its period on its texts and those of
the name. So the lines where a text first occurs are read as any table is, and tell how every other
line is read. Where two lines contradict one another, nothing is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.model.columns import OBSERVATION
from cpstats.store.recognising.marks import COMMA, POINT
from cpstats.store.recognising.roles import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.recognising.beginning import Known

TIME = ("time", "part", "freq")
NAME = ("indicator", OPEN, "unit", "scale", "status", "name")
NAMED = ("indicator", "place", OPEN, "time")  # which stand in every line
PLACE, VALUE = OBSERVATION.index("ref_area"), OBSERVATION.index("obs_value")
Rest = tuple[str, ...]  # what `REST` names
GROUPED = {
    sign: re.compile(
        rf"-?[1-9]\d{{0,2}}(?:{re.escape(sign)}\d{{3}}){{1,20}}(?:{point}\d{{1,30}})?"
    ).fullmatch
    for sign, point in ((",", r"\."), (".", ","))
}
BITS = 32  # of a number that say which period it is


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; `place` is -1 where no column does."""

    width: int
    place: int
    texts: tuple[int, ...]  # of names and periods
    values: tuple[int, ...]
    needed: tuple[int, ...]  # that are empty in no line with a figure
    comma: bool = False  # whether numbers have a decimal comma
    grouped: bool = False  # whether the other sign stands between thousands

    def pointed(self, number: str) -> str:
        """Return a plain number with a point, and nothing between its thousands."""
        if self.grouped:
            number = number.replace("." if self.comma else ",", "")
        return number.replace(",", ".") if self.comma else number


def columns_of(known: Known, rows: Sequence[Sequence[str]], hints: Hints) -> Columns | None:
    """Return the columns of a table that can be read so; None for any other."""
    widths = {len(row) for row in rows[len(known.rows) :]}
    kinds = {c: kind for c, kind in known.keys.items() if kind != "other"}
    single = [kind for kind in kinds.values() if kind != "name"]
    plain = {*kinds.values()} <= {"place", *TIME, *NAME} and len({*single}) == len(single)
    odd = (
        known.mark not in (POINT, COMMA)
        or known.unmarked
        or "parent" in hints.said_of_columns.values()
    )
    odd = odd or any(sign.isdigit() for sign in hints.missing)
    if len(widths) != 1 or not plain or odd or not known.above:
        return None
    (width,) = widths
    places = [c for c, kind in kinds.items() if kind == "place" or _is_place(known, kind)]
    if len(places) > 1 or max((*kinds, *known.above)) >= width:
        return None
    return Columns(
        width,
        places[0] if places else -1,
        tuple(c for c in kinds if c not in places),
        tuple(known.above),
        tuple(c for c, kind in kinds.items() if kind in NAMED),
        known.mark == COMMA,
        _are_grouped(known, rows[len(known.rows) :]),
    )


def _are_grouped(known: Known, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a number has a sign between its thousands."""
    sign = "." if known.mark == COMMA else ","
    return any(GROUPED[sign](row[c].strip()) for row in rows for c in known.above if sign in row[c])


def _is_place(known: Known, kind: str) -> bool:
    return kind == OPEN and known.naming.down == "place"


REST = tuple(n for n in OBSERVATION if n not in ("ref_area", "obs_value"))
PERIOD = REST.index("time_period")
NOTHING = -1


@dataclass(slots=True)
class Told:
    """How texts become the cells of an observation: its place, and everything but place and value.

    Of many names times many periods each is held once, and what a column says as one number.
    """

    columns: Columns
    places: dict[str, str] = field(default_factory=dict)
    others: dict[tuple[str, ...], list[int]] = field(default_factory=dict)  # by texts, then column
    _kinds: dict[Rest, int] = field(default_factory=dict)  # without a period
    _periods: dict[str, int] = field(default_factory=dict)

    def learn(self, line: Sequence[str], column: int, row: Sequence[str]) -> bool:
        """Take in one figure that was read; return whether it agrees with those before it."""
        cells = tuple(row[: len(OBSERVATION)])
        if cells[VALUE] != self.columns.pointed(line[column].strip()):
            return False
        text = line[self.columns.place] if self.columns.place >= 0 else ""
        place = self.places.setdefault(text, cells[PLACE])
        rest = self.number(cells[:PLACE] + cells[PLACE + 1 : VALUE] + cells[VALUE + 1 :])
        texts = tuple(line[c] for c in self.columns.texts)
        told = self.others.setdefault(texts, [NOTHING] * len(self.columns.values))
        at = self.columns.values.index(column)
        if told[at] == NOTHING:
            told[at] = rest
        return place == cells[PLACE] and told[at] == rest

    def number(self, rest: Rest) -> int:
        """Return the number of everything but place and value; of the same it is the same."""
        kind = (*rest[:PERIOD], "", *rest[PERIOD + 1 :])
        number = self._kinds.setdefault(kind, len(self._kinds))
        return number << BITS | self._periods.setdefault(rest[PERIOD], len(self._periods))

    def rests(self, numbers: Iterable[int]) -> Iterator[Rest]:
        """Yield what numbers stand for."""
        kinds, periods = [*self._kinds], [*self._periods]
        for number in numbers:
            kind, period = kinds[number >> BITS], periods[number & (1 << BITS) - 1]
            yield (*kind[:PERIOD], period, *kind[PERIOD + 1 :])

    @property
    def kinds(self) -> tuple[Rest, ...]:
        """Everything but place, value and period, each once."""
        return tuple(self._kinds)


def rest_of(cells: Sequence[str]) -> Mapping[str, str]:
    """Return by name what a rest holds."""
    return dict(zip(REST, cells, strict=True))


UNIT = tuple(map(REST.index, ("unit", "measure", "indicator")))


def unit_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return unit, measure and indicator of a rest."""
    return tuple(cells[c] for c in UNIT)
