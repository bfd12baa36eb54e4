"""A large delimited file imported by an engine: read here line by line is only what tells how.

`converted` returns None wherever the file is not of the kind that can be read so, or anything in it
is wrong: then it is read piece by piece, which says what and where.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from importlib.util import find_spec
from itertools import chain
from typing import TYPE_CHECKING

from cpstats.errors import CpstatsError
from cpstats.gazetteer import register
from cpstats.model.catalogue import OWN
from cpstats.model.columns import OBSERVATION
from cpstats.store.recognising import stream
from cpstats.store.recognising.price_basis import priced
from cpstats.store.recognising.recognise import known_of, recognise_more
from cpstats.store.recognising.sampled import Told, columns_of, rest_of
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from cpstats.keeping.intake import Intake
    from cpstats.store.engine import Engine, Line
    from cpstats.store.recognising.beginning import Known

FEW_LINES = 20
LINES, FIGURES = 20_000, 30_000  # that are read at a time
ODD = "odd.csv"  # the rows that were read one by one


def can_convert() -> bool:
    """Whether there is an engine."""
    return find_spec("duckdb") is not None


def converted(
    path: Path, intake: Intake, room: Path, progress: Callable[[str, int, int], None]
) -> Engine | None:
    """Return the figures of a file in an engine; None where it is to be read in pieces."""
    from cpstats.store.engine import Engine, Text

    lines = stream.simple_lines(path)
    if not lines:
        return None
    first = next(iter(stream.sheets_of(path, intake.told.hints, progress, simple=True)))
    try:
        if stream.is_in_ours(first, intake.told.hints):
            return None
        known = known_of(first, intake.told.hints)
        columns = columns_of(known, first.rows, intake.told.hints)
        if columns is None:
            return None
        start = len(known.rows)
        text = Text(path, first.divider, first.lines[start] - 1, lines)
        engine = Engine(text, columns, intake.told.hints.missing.split(), room)
    except CpstatsError:
        return None
    try:
        if _is_converted(engine, known, first, intake, text.above):
            return engine
    except (CpstatsError, engine.error):
        pass
    engine.__exit__(None, None, None)
    return None


def _is_converted(engine: Engine, known: Known, sheet: Sheet, intake: Intake, above: int) -> bool:
    """Read what tells how the others are read, and what is odd; then convert all."""
    if not engine.survey():
        return False
    intake.groups.left = 0  # of lines with figures that stand in for others no sum is looked for
    told = Told(engine.columns)
    for lines in _filled(engine):
        for row, line, column in _figures(known, sheet, lines, intake, above):
            if not told.learn(line, column, row):
                return False
    if _hang_on_places(told, intake) or _hang_on_codes(told, known):
        return False
    others = engine.room / ODD
    with others.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(OBSERVATION)
        for lines in engine.odd_lines() if engine.odd else ():
            if any("%" in lines[0][1][c] for c in engine.columns.values):
                return False
            read = _figures(known, sheet, lines, intake, above)
            writer.writerows(row[: len(OBSERVATION)] for row, _, _ in read)
    if not engine.convert(told, others):
        return False
    some = replace(
        sheet, rows=sheet.rows[: above + FEW_LINES], lines=sheet.lines[: above + FEW_LINES]
    )
    for summary in intake.parts.values():
        summary.recount(engine.count, engine.names("time_period"))
        summary.first = recognise_more(known, some, intake.told.hints).first
    return True


def _filled(engine: Engine) -> Iterator[list[Line]]:
    """Yield the lines that tell, some at a time: with figures in every column where their texts are new, else in one."""
    columns, seen = engine.columns, set[tuple[str, ...]]()
    first = columns.values[0]
    others = [c for c in range(columns.width) if c not in {*columns.values}]
    short = [""] * (max(first, *others) + 1)
    most = {False: LINES, True: min(LINES, max(500, FIGURES // len(columns.values)))}
    some: list[Line] = []
    wide = False  # what has one column of figures is read faster
    for n, cells in chain.from_iterable(engine.firsts()):
        figure = next(cells[c] for c in columns.values if engine.is_plain(cells[c]))
        texts = tuple(cells[c] for c in columns.texts)
        is_new = texts not in seen
        seen.add(texts)
        made = [*cells] if is_new else [*short]
        for c in columns.values if is_new else (first,):
            made[c] = cells[c] if engine.is_plain(cells[c]) else figure
        for c in others:
            made[c] = cells[c]
        if len(some) >= most[wide or is_new]:
            yield some
            some, wide = [], False
        some.append((n, tuple(made)))
        wide |= is_new
    if some:
        yield some


def _figures(
    known: Known, sheet: Sheet, lines: Sequence[Line], intake: Intake, above: int
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], int]]:
    """Yield the row of each figure of some lines, with its line and its column."""
    numbers = known.lines + tuple(n + above for n, _ in lines)
    filled = max(len(cells) - _empty_behind(cells) for _, cells in lines)
    width = max(filled, *(c + 1 for c in known.keys))
    few = _up_to(known, width)
    rows = few.rows + tuple((*cells, *[""] * (width - len(cells)))[:width] for _, cells in lines)
    piece = Sheet(sheet.name, rows, numbers, sheet.said, divider=sheet.divider)
    found = priced(recognise_more(few, piece, intake.told.hints), intake.told.hints)
    first = len(known.rows)
    for row, (line, column) in zip(intake.take(found), found.origins, strict=True):
        yield row, lines[line - first][1], column


def _empty_behind(cells: Sequence[str]) -> int:
    """Return how many cells at the end of a line are empty."""
    return next((n for n, cell in enumerate(reversed(cells)) if cell), len(cells))


def _up_to(known: Known, width: int) -> Known:
    """Return what is known of the first columns alone: those behind them are empty for now."""
    above = {c: slots for c, slots in known.above.items() if c < width}
    return replace(known, rows=tuple(row[:width] for row in known.rows), above=above)


def _hang_on_places(told: Told, intake: Intake) -> bool:
    """Whether a level names no unit, and its place would say whether it takes the catalogue's."""
    for cells in told.kinds:
        rest = rest_of(cells)
        thing = intake.catalogue.indicators[rest["indicator"]]
        if rest["measure"] == "level" and not rest["unit"] and thing.theme != OWN:
            return True
    return False


def _hang_on_codes(told: Told, known: Known) -> bool:
    """Whether a name that several places have stands beside a column that may hold codes, or one that a code settled."""
    place = told.columns.place
    beside = any(known.keys.get(c) == "other" for c in (place - 1, place + 1))
    if not beside and known.countries < 0:
        return False
    many = {name: len(register.named(name)) for name in told.places if name}
    settled = known.countries >= 0 and any(not n and told.places[t] != t for t, n in many.items())
    return settled or (beside and max(many.values(), default=0) > 1)
