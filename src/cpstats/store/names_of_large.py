"""What the names of a large table say: which of its texts may mean what is asked, and of which periods."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from cpstats.model.period import Period, PeriodError
from cpstats.store.recognising.doubts import is_rate
from cpstats.store.recognising.recognised import HEADER

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.scanned import Row, Scan

PERIOD = "time_period"
TIMES, OURS = ("time", "part", "freq"), {PERIOD}  # columns that tell a period: of others, of ours


class Begun(NamedTuple):
    """A file, and what its first lines say; also what was looked for among its names alone."""

    scan: Scan
    beginning: list[Row]
    found: tuple[Recognised, ...]
    at: dict[str, int]  # where the names of indicators and of places stand
    within: Mapping[int, set[str]] = MappingProxyType({})  # texts that may mean what is asked
    places: Mapping[str, int] = MappingProxyType({})  # all of them, each with a line that has it


class Names(NamedTuple):
    """A file, and a table of its names: the first lines, and the first one of every name."""

    scan: Scan
    at: dict[str, int]  # where the names of indicators and of places stand
    firsts: dict[int, dict[str, int]]  # of each such column, every text with its first line
    rows: list[Row]
    small: tuple[Recognised, ...]
    others: list[Row]  # the first one of every place, where nobody asks for places

    def raw(self, column: int) -> list[str]:
        """Return what the rows have in a column."""
        return [cells[column] if column < len(cells) else "" for _, cells in self.rows]


def are_levels(table: Names, wanted: dict[int, set[str]]) -> bool:
    """Whether what is asked for are amounts, of which nothing is said but place, period and unit."""
    column = table.at.get("indicator", 0)
    texts, raw = wanted.get(column), table.raw(column)
    for sheet in table.small:
        said = [
            dict(zip(sheet.header, row, strict=True))
            for row, (line, _) in zip(sheet.rows, sheet.origins, strict=True)
            if texts is None or raw[line - 1] in texts
        ]
        kinds = {(s["indicator"], s.get("measure") or "level", s.get("unit", "")) for s in said}
        if {*sheet.header} - {*HEADER} or any(k[1] != "level" or is_rate(*k) for k in kinds):
            return False
    return True


def periods_within(table: Names, years: Collection[int]) -> dict[int, set[str]]:
    """Return the texts that may mean a period of some years; nothing where it takes several to tell it."""
    times = {n for sheet in table.small for n, kind in sheet.keys.items() if kind in TIMES}
    times = times or OURS & {*table.scan.header}
    if len(times) != 1 or not times <= {*table.scan.header}:
        return {}
    column = table.scan.header.index(times.pop())
    known = known_texts(table.small, PERIOD, table.raw(column), lambda text: is_within(text, years))
    return {column: {text for text in table.firsts[column] if known.get(text, True)}}


def is_within(text: str, years: Collection[int]) -> bool:
    """Whether a period has one of some years, or is none that is known."""
    try:
        return any(year in years for year in Period.parse(text).years)
    except PeriodError:
        return True


def known_texts(
    small: tuple[Recognised, ...], name: str, raw: list[str], means: Callable[[str], bool]
) -> dict[str, bool]:
    """Return of each text of a column whether it means what is asked; one without a figure is not there."""
    known: dict[str, bool] = {}
    for sheet in small:
        position = sheet.header.index(name)
        for row, (line, _) in zip(sheet.rows, sheet.origins, strict=True):
            text = raw[line - 1]  # behind the names of the columns
            known[text] = known.get(text, False) or means(row[position])
    return known
