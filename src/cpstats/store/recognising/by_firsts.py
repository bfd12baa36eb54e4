"""A long table of many lines, read by the first ones of each name, each period and each form of a number.

All others say again what these say, so that they are put together from what was read. Whether that holds is
seen in the lines that are read: each must come out as it was read. Where it does not hold, or what is said of
a table hangs on all of its figures, the table is read whole.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.store.intervals import NUMBERS
from cpstats.store.recognising import telling
from cpstats.store.recognising.doubts import is_rate, oddities
from cpstats.store.recognising.foreign import of_sheets
from cpstats.store.recognising.recognised import HEADER, Recognised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.sheet import Sheet

    Texts = tuple[str, ...]

BEGINNING = 20  # lines that are read whatever they say
MOST = 0.5  # of the lines: of more it is no faster to read these first
NAME, PLACE, PERIOD, MEASURE, VALUE, UNIT = range(len(HEADER))
NEEDED = ("indicator", "place", "time")


def by_firsts(sheet: Sheet, kinds: Mapping[str, str]) -> Recognised | None:
    """Return the observations of a sheet with its header in the first line; None where it is to be read whole.

    Parameters
    ----------
    sheet : Sheet
        A long table, of lines of equal length.
    kinds : mapping of str to str
        What its columns hold, but for that of the figures, as it was recognised in some of its lines.
    """
    header, *lines = sheet.rows
    at = [c for c, name in enumerate(header) if name not in kinds]
    if len(at) != 1 or not lines or len({*header}) < len(header):
        return None
    (value,) = at
    columns = [*zip(*lines, strict=True)]
    needed = [c for c, name in enumerate(header) if kinds.get(name) in NEEDED]
    beside = [c for c, name in enumerate(header) if kinds.get(name) in ("place", "other")]
    where = _together(columns, beside)  # a code beside a place may say which it is
    others = [c for c in range(len(header)) if c not in (*beside, value)]
    what = _together(columns, others)
    kept = sorted({*range(BEGINNING), *_firsts(where), *_firsts(what), *_forms(columns[value])})
    plain = NUMBERS("\n".join(columns[value])) and not any("" in columns[c] for c in needed)
    found = _read(sheet, kept) if plain and len(kept) <= MOST * len(lines) else None
    if found is None or found.keys != kinds or found.notes:
        return None
    rows = _put_together(found, kept, where, what, columns[value])
    if rows is None or oddities(sheet, rows, ()) != oddities(sheet, found.rows, ()):
        return None
    said = [*found.said[:1], telling.size_of(rows), *found.said[2:]]
    origins = [(n, value) for n in range(1, len(rows) + 1)]
    return replace(found, sheet=sheet, rows=rows, origins=origins, said=said)


def _read(sheet: Sheet, kept: Sequence[int]) -> Recognised | None:
    """Return what some lines say below the header; None where they have a fault, as another line before it may."""
    some = (0, *(n + 1 for n in kept))
    few = replace(
        sheet, rows=tuple(sheet.rows[n] for n in some), lines=tuple(sheet.lines[n] for n in some)
    )
    try:
        found = of_sheets(sheet.name, [few])
    except DataError:
        return None
    return found[0] if len(found) == 1 else None


def _together(columns: Sequence[Texts], some: Sequence[int]) -> list[Texts]:
    """Return what some columns say, line by line."""
    return [*zip(*(columns[c] for c in some), strict=True)] or [()] * len(columns[0])


def _firsts(texts: Sequence[object]) -> Sequence[int]:
    """Return where each occurs first."""
    return [*dict(zip(reversed(texts), reversed(range(len(texts))), strict=True)).values()]


def _forms(values: Sequence[str]) -> Sequence[int]:
    """Return where each form of a number occurs first: how many digits it has, before and behind the point."""
    return _firsts([(len(text), text.find(".")) for text in values])


def _put_together(
    few: Recognised,
    kept: Sequence[int],
    where: Sequence[Texts],
    what: Sequence[Texts],
    values: Sequence[str],
) -> list[list[str]] | None:
    """Return a row for each line; None where one that was read comes out in another way, or two are of one key."""
    if [row for row, _ in few.origins] != [*range(1, len(kept) + 1)]:
        return None
    places = {where[n]: row[PLACE] for n, row in zip(kept, few.rows, strict=True)}
    rests = {what[n]: row for n, row in zip(kept, few.rows, strict=True)}
    kinds = {(row[NAME], row[MEASURE], row[UNIT]) for row in rests.values()}
    if any(measure != "level" or is_rate(name, measure, unit) for name, measure, unit in kinds):
        return None  # all figures of a rate tell whether it is in per cent
    heads = {key: (row[:PLACE], row[PERIOD:VALUE], row[UNIT:]) for key, row in rests.items()}
    rows = [
        [*name, places[at], *when, value, *unit]
        for at, (name, when, unit), value in zip(
            where, map(heads.__getitem__, what), values, strict=True
        )
    ]
    if any(rows[n] != row for n, row in zip(kept, few.rows, strict=True)):
        return None
    return rows if len({(r[0], r[1], r[2]) for r in rows}) == len(rows) else None
