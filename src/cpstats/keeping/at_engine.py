"""A large delimited file imported by an engine: read here line by line is only what tells how.

`converted` returns None wherever the file is not of the kind that can be read so, or anything in it
is wrong: then it is read piece by piece, which says what and where. Only of a cell that is no figure
it says so at once.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from importlib.util import find_spec
from itertools import chain
from typing import TYPE_CHECKING

from cpstats.errors import CpstatsError, DataError
from cpstats.gazetteer import register
from cpstats.model.catalogue import OWN
from cpstats.model.columns import OBSERVATION
from cpstats.store.recognising import stream
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.plain_names import odd_names
from cpstats.store.recognising.price_basis import priced
from cpstats.store.recognising.recognise import known_of, recognise_more
from cpstats.store.recognising.recognised import HEADER, Recognised
from cpstats.store.recognising.sampled import Told, columns_of, rest_of, unit_of
from cpstats.store.recognising.simple_text import in_utf8, simple_lines, without_notes
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from cpstats.keeping.intake import Intake
    from cpstats.store.engine import Engine, Line, Text
    from cpstats.store.hints import Hints
    from cpstats.store.recognising.beginning import Known
    from cpstats.store.recognising.sampled import Columns

FEW_LINES = 20
LINES, FIGURES = 20_000, 30_000  # that are read at a time
AROUND = 50  # lines before and behind one with a fault
PLACE = HEADER.index("ref_area")
ODD = "odd.csv"  # the rows that were read one by one


class FaultError(Exception):
    """A fault that is certain, wherever the rest is read."""

    def __init__(self, fault: DataError) -> None:
        self.fault = fault
        super().__init__(str(fault))


def can_convert() -> bool:
    """Whether there is an engine."""
    return find_spec("duckdb") is not None


def converted(
    path: Path, intake: Intake, room: Path, progress: Callable[[str, int, int], None]
) -> Engine | None:
    """Return the figures of a file in an engine; None where it is to be read in pieces.

    Raises
    ------
    DataError
        At the first cell that is no figure, where its line is certain to be one of the table.
    OSError
        Where there is no room for what is put aside.
    """
    from cpstats.store.engine import Engine, Text, without_room

    try:
        file, encoding = in_utf8(path, intake.told.hints, room, progress)
        lines = simple_lines(file)
        if not lines:
            return None
        first = next(iter(stream.sheets_of(path, intake.told.hints, progress, encoding)))
        if stream.is_in_ours(first, intake.told.hints):
            return None
        known = known_of(first, intake.told.hints)
        columns = columns_of(known, first.rows, intake.told.hints)
        if columns is None:
            return None
        start = len(known.rows)
        file, notes = without_notes(file, first.divider, columns.width, room)
        lines = simple_lines(file) if notes else lines
        text = Text(file, first.divider, first.lines[start] - 1, lines)
        engine = Engine(text, columns, intake.told.hints.missing.split(), room)
    except (CpstatsError, UnicodeDecodeError):
        return None
    try:
        if _is_converted(engine, known, first, intake, text, notes):
            return engine
    except CpstatsError:
        pass
    except engine.error as error:
        if full := without_room(error):  # nor is there for the pieces
            engine.__exit__(None, None, None)
            raise full from None
    except FaultError as found:
        engine.__exit__(None, None, None)
        raise found.fault from None
    engine.__exit__(None, None, None)
    return None


def _is_converted(
    engine: Engine,
    known: Known,
    sheet: Sheet,
    intake: Intake,
    text: Text,
    notes: Sequence[tuple[str, ...]],
) -> bool:
    """Read what tells how the others are read, and what is odd; then convert all."""
    told, above = Told(engine.columns), text.above
    if not engine.survey() or not _is_told(engine, known, sheet, intake, above, told):
        return False
    others = engine.room / ODD
    with others.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(OBSERVATION)
        for lines in engine.odd_lines() if engine.odd else ():
            if any("%" in lines[0][1][c] for c in engine.columns.values):
                return False
            try:
                read = [*_figures(known, sheet, lines, intake, above)]
            except DataError as fault:
                _look_around(fault, engine, known, sheet, intake, above)
                return False
            writer.writerows(row[: len(OBSERVATION)] for row, _, _ in read)
    if not engine.convert(told, others):
        return False
    if notes and not _are_notes(notes, engine, known, sheet, intake, text):
        return False
    some = replace(
        sheet, rows=sheet.rows[: above + FEW_LINES], lines=sheet.lines[: above + FEW_LINES]
    )
    for summary in intake.parts.values():
        summary.recount(engine.count, engine.names("time_period"))
        summary.first = recognise_more(known, some, intake.told.hints).first
    return True


def _are_notes(
    notes: Sequence[tuple[str, ...]],
    engine: Engine,
    known: Known,
    sheet: Sheet,
    intake: Intake,
    text: Text,
) -> bool:
    """Take in what stands below the table, read behind its last lines; return whether it is said of no figure."""
    last = text.lines - text.above
    lines = engine.lines_around(last, AROUND)
    behind = [(last + n, cells) for n, cells in enumerate(notes, 1)]
    alone = [row for row, _, _ in _figures(known, sheet, lines, intake, text.above)]
    few, piece = _piece(known, sheet, [(n + text.above, cells) for n, cells in lines + behind])
    found = priced(recognise_more(few, piece, intake.told.hints), intake.told.hints)
    end = len(known.rows) + len(lines)
    beside = [row for row in intake.take(found) if row]
    are_below = all(line < end for line, _ in found.origins)
    return bool(found.notes) and are_below and beside == alone


def _look_around(
    fault: DataError, engine: Engine, known: Known, sheet: Sheet, intake: Intake, above: int
) -> None:
    """Tell a fault of an odd line where it is one among the lines around it too; they say what it may be.

    Raises
    ------
    FaultError
        When it is one.
    """
    if fault.where.line is None:
        return
    lines = engine.lines_around(fault.where.line - above, AROUND)
    try:
        for _ in _figures(known, sheet, lines, intake, above):
            pass
    except DataError as again:
        if (again.where, str(again.what)) == (fault.where, str(fault.what)):
            if isinstance(again, QuestionError):
                again.row = next(cells for n, cells in lines if n + above == again.where.line)
            raise FaultError(again) from None


def _is_told(
    engine: Engine, known: Known, sheet: Sheet, intake: Intake, above: int, told: Told
) -> bool:
    """Learn what texts say: places from their names alone, all else from the lines where it occurs first.

    Where a code beside may say of what place a line is, places are learnt from lines too.
    """
    intake.groups.left = 0  # of lines with figures that stand in for others no sum is looked for
    alone = engine.columns.place >= 0 and known.countries < 0
    found = _named(known, sheet, engine, intake.told.hints) if alone else None
    if alone and found is None:
        return False
    said = intake.take_places(*found, told.places) if found else []
    for lines in _filled(engine, places=not alone):
        for row, line, column in _figures(known, sheet, lines, intake, above):
            if not told.learn(line, column, row):
                return False
    if _hang_on_places(told, intake) or _hang_on_codes(told, known):
        return False
    if found is None:
        return True
    intake.announced += said
    for summary in intake.parts.values():
        summary.said += [line for line in found[0].said[2:] if line not in summary.said]
    return intake.are_in_units(found[0], map(unit_of, told.kinds))


def _named(
    known: Known, sheet: Sheet, engine: Engine, hints: Hints
) -> tuple[Recognised, dict[str, str]] | None:
    """Return each place as the reader of a table has it, by how it is written, and the table; None where that is open.

    What the reader may change is read in the first line, in the place of its own.
    """
    columns, names = engine.columns, engine.places()
    texts, table = {name: name for name in names}, Recognised(sheet, [], [], known.titles.said, [])
    if odd := odd_names(known, names):
        at, value = columns.place, columns.values[0]
        first = next((r for r in sheet.rows[len(known.rows) :] if engine.is_plain(r[value])), None)
        if first is None:
            return None
        lines = [(0, _short((*first[:at], name, *first[at + 1 :]), columns)) for name in odd]
        table = recognise_more(*_piece(known, sheet, lines), hints)
        if len(table.rows) != len(odd):  # two words for one place
            return None
        texts |= {name: row[PLACE] for name, row in zip(odd, table.rows, strict=True)}
    return table, texts


def _filled(engine: Engine, *, places: bool) -> Iterator[list[Line]]:
    """Yield the lines that tell, some at a time: with figures in every column where their texts are new, else in one."""
    columns, seen = engine.columns, set[tuple[str, ...]]()
    most = {False: LINES, True: min(LINES, max(500, FIGURES // len(columns.values)))}
    some: list[Line] = []
    wide = False  # what has one column of figures is read faster
    for n, cells in chain.from_iterable(engine.firsts(places=places)):
        figure = next(cells[c] for c in columns.values if engine.is_plain(cells[c]))
        filled = {c: figure for c in columns.values if not engine.is_plain(cells[c])}
        made = tuple(filled.get(c, cell) for c, cell in enumerate(cells)) if filled else cells
        texts = tuple(cells[c] for c in columns.texts)
        is_new = texts not in seen
        seen.add(texts)
        if len(some) >= most[wide or is_new]:
            yield some
            some, wide = [], False
        some.append((n, made if is_new else _short(made, columns)))
        wide |= is_new
    if some:
        yield some


def _short(cells: tuple[str, ...], columns: Columns) -> tuple[str, ...]:
    """Return a line with its first figure alone."""
    others = frozenset(columns.values[1:])
    return tuple("" if c in others else cell for c, cell in enumerate(cells))


def _figures(
    known: Known, sheet: Sheet, lines: Sequence[Line], intake: Intake, above: int
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], int]]:
    """Yield the row of each figure of some lines, with its line and its column."""
    few, piece = _piece(known, sheet, [(n + above, cells) for n, cells in lines])
    found = priced(recognise_more(few, piece, intake.told.hints), intake.told.hints)
    first = len(known.rows)
    for row, (line, column) in zip(intake.take(found), found.origins, strict=True):
        yield row, lines[line - first][1], column


def _piece(known: Known, sheet: Sheet, lines: Sequence[Line]) -> tuple[Known, Sheet]:
    """Return some lines as a piece of a table, as wide as they are filled, and what is known of it."""
    filled = max(len(cells) - _empty_behind(cells) for _, cells in lines)
    width = max(filled, *(c + 1 for c in known.keys))
    few = _up_to(known, width)
    rows = few.rows + tuple((*cells, *[""] * (width - len(cells)))[:width] for _, cells in lines)
    numbers = known.lines + tuple(n for n, _ in lines)
    return few, Sheet(sheet.name, rows, numbers, sheet.said, divider=sheet.divider)


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
