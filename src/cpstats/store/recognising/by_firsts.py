"""A long table of many lines, read by the first ones of each name, each period and each form of a number.

All others say again what these say, so that they are put together from what was read. Whether that holds is
seen in the lines that are read: each must come out as it was read. Where it does not hold, or what is said of
a table hangs on all of its figures, the table is read whole.

The places of a table whose names were read before are not read again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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
    Rows = Sequence[tuple[int, Texts]]
    Rest = tuple[list[str], list[str], list[str]]  # before the place, before and behind the figure

BEGINNING = 20  # lines that are read whatever they say
MOST = 0.5  # of the lines: of more it is no faster to read these first
NAME, PLACE, PERIOD, MEASURE, VALUE, UNIT = range(len(HEADER))
NEEDED = ("indicator", "place", "time")


class Before(NamedTuple):
    """What a table of the names of another says: all of its places, and some of what stands beside them."""

    places: dict[Texts, str]  # by what their columns have
    rests: dict[Texts, Rest]  # by what all other columns have, but for that of the figures
    around: tuple[object, ...]  # what is said of all of it
    codes: Mapping[str, str]


def before(header: Texts, rows: Rows, small: Sequence[Recognised]) -> Before | None:
    """Return what some lines below a header say as they were read; None where not every line says it alone."""
    one = small[0] if len(small) == 1 else None
    at = _columns(header, one.keys) if one and one.keys and not one.notes else None
    if one is None or at is None or len(one.rows) != len(rows):
        return None
    if any(n != own for n, (own, _) in enumerate(one.origins, 1)):
        return None
    _, beside, others = at
    places: dict[Texts, str] = {}
    rests: dict[Texts, Rest] = {}
    for (_, cells), row in zip(rows, one.rows, strict=True):  # of many names each list takes room
        place = places.setdefault(tuple(cells[c] for c in beside), row[PLACE])
        rest = _rest(row)
        if place != row[PLACE] or rests.setdefault(tuple(cells[c] for c in others), rest) != rest:
            return None
    return Before(places, rests, _around(one), one.codes)


def by_firsts(
    sheet: Sheet, kinds: Mapping[str, str], names: Before | None = None
) -> Recognised | None:
    """Return the observations of a sheet with its header in the first line; None where it is to be read whole.

    Parameters
    ----------
    sheet : Sheet
        A long table, of lines of equal length.
    kinds : mapping of str to str
        What its columns hold, but for that of the figures, as it was recognised in some of its lines.
    names : Before, optional
        What these lines said: their places are not read again.
    """
    header, *lines = sheet.rows
    at = _columns(header, kinds)
    if at is None or not lines:
        return None
    value, beside, others = at
    columns = [*zip(*lines, strict=True)]
    needed = [c for c, name in enumerate(header) if kinds.get(name) in NEEDED]
    where, what = _together(columns, beside), _together(columns, others)
    known = names.places if names else {}
    new = [n for n in _firsts(where) if where[n] not in known]
    kept = sorted({*range(BEGINNING), *new, *_firsts(what), *_forms(columns[value])})
    plain = NUMBERS("\n".join(columns[value])) and not any("" in columns[c] for c in needed)
    found = _read(sheet, kept) if plain and len(kept) <= MOST * len(lines) else None
    if names and found and not _agree(found, names):
        return by_firsts(sheet, kinds)
    if found is None or found.keys != kinds or found.notes:
        return None
    rows = _put_together(found, kept, where, what, columns[value], names)
    if rows is None or oddities(sheet, rows, ()) != oddities(sheet, found.rows, ()):
        return None
    said = [*found.said[:1], telling.size_of(rows), *found.said[2:]]
    origins = [(n, value) for n in range(1, len(rows) + 1)]
    codes = {**names.codes, **found.codes} if names else found.codes
    return replace(found, sheet=sheet, rows=rows, origins=origins, said=said, codes=codes)


def _columns(header: Texts, kinds: Mapping[str, str]) -> tuple[int, list[int], list[int]] | None:
    """Return the column of the figures, those that say where, and all others; None where it is no long table."""
    at = [c for c, name in enumerate(header) if name not in kinds]
    if len(at) != 1 or len({*header}) < len(header):
        return None
    (value,) = at  # a code beside a place may say which it is
    beside = [c for c, name in enumerate(header) if kinds.get(name) in ("place", "other")]
    return value, beside, [c for c in range(len(header)) if c not in (*beside, value)]


def _rest(row: list[str]) -> Rest:
    """Return what a row says but for its place and its figure."""
    return row[:PLACE], row[PERIOD:VALUE], row[UNIT:]


def _around(one: Recognised) -> tuple[object, ...]:
    """Return what is said of all of a table: all but how many figures there are, and which of a file were read."""
    said = [line for n, line in enumerate(one.said) if n != 1 and line not in one.sheet.remarks]
    return said, one.titles, one.header, one.keys, {*one.wholes}, one.is_named_around


def _agree(found: Recognised, names: Before) -> bool:
    """Whether lines of a table say of all of it what its names said."""
    codes = all(names.codes.get(place, code) == code for place, code in found.codes.items())
    return codes and _around(found) == names.around


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
    names: Before | None,
) -> list[list[str]] | None:
    """Return a row for each line; None where one that was read comes out in another way, or two are of one key."""
    if [row for row, _ in few.origins] != [*range(1, len(kept) + 1)]:
        return None
    places = {where[n]: row[PLACE] for n, row in zip(kept, few.rows, strict=True)}
    rests = {what[n]: row for n, row in zip(kept, few.rows, strict=True)}
    kinds = {(row[NAME], row[MEASURE], row[UNIT]) for row in rests.values()}
    if any(measure != "level" or is_rate(name, measure, unit) for name, measure, unit in kinds):
        return None  # all figures of a rate tell whether it is in per cent
    heads = {key: _rest(row) for key, row in rests.items()}
    if names and any(heads.get(key, rest) != rest for key, rest in names.rests.items()):
        return None
    places = {**names.places, **places} if names else places
    rows = [
        [*name, places[at], *when, value, *unit]
        for at, (name, when, unit), value in zip(
            where, map(heads.__getitem__, what), values, strict=True
        )
    ]
    if any(rows[n] != row for n, row in zip(kept, few.rows, strict=True)):
        return None
    return rows if len({(r[0], r[1], r[2]) for r in rows}) == len(rows) else None
