"""A sheet becomes observations: title lines, header, keys, values and notes are told apart.

What is recognised is said; what is missing is an empty cell, never 0; what is neither number nor
missing is an error with its place.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.store.hints import HEADER as ACROSS
from cpstats.store.hints import SECTION, Hints
from cpstats.store.recognising import telling
from cpstats.store.recognising.bases_in_words import with_bases
from cpstats.store.recognising.beginning import Known
from cpstats.store.recognising.broken_labels import (
    with_titles_whole,
    with_torn_titles,
    without_words_for_places,
)
from cpstats.store.recognising.codes_beside import found_by
from cpstats.store.recognising.colliding import told_apart
from cpstats.store.recognising.comments import without_signs_of_comments
from cpstats.store.recognising.corner_titles import OF_NAMES, corner_of, title_in_corner
from cpstats.store.recognising.coverage import look_for_coverage, look_for_days
from cpstats.store.recognising.divided_by import counted_by
from cpstats.store.recognising.end_of_data import end_of_data
from cpstats.store.recognising.eras import in_common_years, years_ahead
from cpstats.store.recognising.extent import filled, how_full
from cpstats.store.recognising.flag_lines import told_of, without_flag_lines
from cpstats.store.recognising.gathered import observations
from cpstats.store.recognising.heading_pieces import without_piece
from cpstats.store.recognising.in_brackets import without_brackets
from cpstats.store.recognising.indented_places import told_of_indented
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.marks import (
    EACH,
    POINT,
    STORED,
    columns_with_comma,
    mark_of,
    with_point,
    with_point_in_text,
)
from cpstats.store.recognising.money_in_cells import printed_decimals
from cpstats.store.recognising.moving_months import of_months, with_last_months
from cpstats.store.recognising.names_like_units import with_names_in_capitals
from cpstats.store.recognising.other_sheets import said_in_contents
from cpstats.store.recognising.outline import Outline, outline_of
from cpstats.store.recognising.over_several import without_labels_over_several
from cpstats.store.recognising.parts_of_accounts import with_parts_of_calendar
from cpstats.store.recognising.periods_first import with_periods_first
from cpstats.store.recognising.places_across import word_over_places
from cpstats.store.recognising.places_on_lines import with_places_on_lines
from cpstats.store.recognising.plain_cells import cells_of
from cpstats.store.recognising.printed_around import with_bare_figures
from cpstats.store.recognising.reading import Reading
from cpstats.store.recognising.recognised import HEADER, WHERE_SAID, Recognised
from cpstats.store.recognising.scale_letters import have_scale_letters, with_scales_in_full
from cpstats.store.recognising.scale_of_bare import with_bare
from cpstats.store.recognising.scale_words import without_scales_of_cells
from cpstats.store.recognising.short_days import with_days_behind, with_full_years
from cpstats.store.recognising.signs_of_cells import with_what_all_cells_have
from cpstats.store.recognising.stuck_flags import with_flags_apart
from cpstats.store.recognising.tables import Part, parts_of
from cpstats.store.recognising.tidying import tidied
from cpstats.store.recognising.title_lines import subject_over_periods, titled, unit_of_corner
from cpstats.store.recognising.titles import titles_of
from cpstats.store.recognising.trailing_signs import with_signs_in_front
from cpstats.store.recognising.units_said import unit_in
from cpstats.store.recognising.whence import firsts
from cpstats.store.recognising.written_out import as_written_out
from cpstats.store.recognising.years_ended import with_years_ended
from cpstats.store.recognising.years_of_names import with_years_of_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.errors import DataError
    from cpstats.message import Message
    from cpstats.store.recognising.titles import Titles
    from cpstats.store.sheet import Sheet

TABLES, SHOWN = 3, 6  # of several in a sheet: whose first figures are shown, how many of all
FEW = 9  # lines that may be title and header
VALUE = HEADER.index("obs_value")
NUMBERED = re.compile(r"Unnamed: \d+(?:_level_\d+)?")


def known_of(sheet: Sheet, hints: Hints | None) -> Known:
    """Return what the beginning of a table says of the rest.

    Raises
    ------
    DataError
        When no table is found.
    """
    hints = hints or Hints()
    cells, mark, assumed = _read_numbers(sheet, hints)
    outline = outline_of(sheet, cells, hints)
    look_for_coverage(sheet, outline, hints)
    hints, _ = _with_places_across(cells, outline, hints)
    titles = _titles(cells, outline, hints)
    made = Reading(sheet, cells, outline, titles, hints)
    first = outline.data.start
    return Known(
        sheet.rows[:first],
        sheet.lines[:first],
        outline.header,
        outline.keys,
        titles,
        made.when.dates,
        made.when.quarters,
        made.above,
        made.naming,
        (*assumed, *made.assumed),
        outline.described,
        mark,
        columns_with_comma(_cleaned(sheet, hints)[0]) if mark == EACH else frozenset(),
        made.unmarked,
        countries=made.countries.of_beginning(),
        is_lettered=have_scale_letters(cells_of(sheet)),
    )


def recognise_more(known: Known, sheet: Sheet, hints: Hints | None) -> Recognised:
    """Return the observations of a piece of a large table.

    Raises
    ------
    DataError
        When a value is no number, or a line names no period.
    """
    first = len(known.rows)
    if sheet.rows[:first] != known.rows:
        sheet = replace(sheet, rows=known.rows + sheet.rows, lines=known.lines + sheet.lines)
    own = replace(hints or Hints(), decimal=known.mark)
    cells, _, _ = _read_numbers(sheet, own, known.commas, ask=False, lettered=known.is_lettered)
    outline = Outline(
        known.header, range(first, end_of_data(cells, first)), known.keys, known.described
    )
    made = Reading(sheet, cells, outline, known.titles, hints or Hints(), known=known)
    made.assumed |= dict.fromkeys(known.assumed)
    notes = _notes(sheet, cells, outline)
    if not outline.data:
        return Recognised(sheet, [], [], known.titles.said, notes)
    return _trimmed(_recognised(made, notes, None))


def recognise(
    sheet: Sheet, hints: Hints | None = None, faults: list[DataError] | None = None
) -> Recognised:
    """Return the observations of a sheet; where `faults` are collected, without the bad cells.

    Raises
    ------
    DataError
        When no table is found, or a value is no number.
    """
    hints = hints or Hints()
    written = as_written_out(with_places_on_lines(sheet))
    whole = without_labels_over_several(with_periods_first(written))
    whole = whole if hints.period else with_years_of_names(whole)
    parted = with_parts_of_calendar(whole, hints.accounts)
    moved, months = with_last_months(parted, hints.accounts[1])
    return of_months(_read(moved, hints, faults), months)


def _read(sheet: Sheet, hints: Hints, faults: list[DataError] | None) -> Recognised:
    cells, mark, assumed = _read_numbers(sheet, hints)
    parts = [Part(tuple(range(len(cells))))] if hints.header else parts_of(sheet, cells)
    if len(parts) == 1 and not parts[0].columns:
        return _trimmed(_one(sheet, cells, hints, faults, assumed))
    own = "" if mark == EACH else mark  # of each part its own figures tell
    found = [_of_part(part, sheet, replace(hints, decimal=own), faults) for part in parts]
    return _trimmed(_together(sheet, found, parts, assumed))


def _of_part(part: Part, sheet: Sheet, hints: Hints, faults: list[DataError] | None) -> Recognised:
    one = part.of(sheet)
    return _one(one, _read_numbers(one, hints)[0], hints, faults, ())


def _titles(cells: Sequence[Sequence[str]], outline: Outline, hints: Hints) -> Titles:
    """Return what the lines above a table say, and the unit in its corner where they name none."""
    heads = cells[outline.header.start : outline.header.stop]
    lines = with_bases(cells[: outline.header.start])
    lines = title_in_corner(lines, heads, outline.keys) or lines
    titles = titled(lines, (t for row in heads for t in row))
    if hints.place:
        titles.said["place"] = hints.place
        if title := titles.said.get("title"):
            titles.said["title"] = without_piece(title, hints.place)
    beside = [row[c] for c in outline.keys for row in heads if c < len(row)]
    counted = counted_by(cells[: outline.header.start], next(filter(None, beside), ""))
    if counted.casefold() not in (title := titles.said.get("title", "")).casefold() and title:
        titles.said["title"] = f"{title}, {counted}"
    alone = [row for row in cells[outline.data.start : outline.data.start + 1] if how_full(row) < 2]
    if subject := subject_over_periods([*heads, *alone], outline.keys):
        titles.said.setdefault("indicator", subject)
    names = next((c for c, kind in outline.keys.items() if kind in OF_NAMES), None)
    corner = corner_of(heads, outline.keys)
    if names is not None and corner and not label_of(titles.said.get("title", "")).unit:
        below = [cells[i][names] for i in outline.data if names < len(cells[i])]
        if unit := unit_of_corner(corner, below):
            titles.said.setdefault("unit", unit)
    return with_bare(titles, cells, outline)


def _with_places_across(
    cells: Sequence[Sequence[str]], outline: Outline, hints: Hints
) -> tuple[Hints, list[Message]]:
    """Return what is said of a table, with that the names over its columns are places where a word over them says so."""
    if hints.across or "place" in outline.keys.values():
        return hints, []
    word = word_over_places(cells, outline.header, outline.keys)
    if not word:
        return hints, []
    columns = {**hints.columns, ACROSS: "place"}
    return replace(hints, columns=columns), [telling.places_across(word)]


def _one(
    sheet: Sheet,
    cells: Sequence[Sequence[str]],
    hints: Hints,
    faults: list[DataError] | None,
    assumed: tuple[Message, ...],
) -> Recognised:
    """Return the observations of a sheet that is one table."""
    outline = outline_of(sheet, cells, hints)
    look_for_coverage(sheet, outline, hints)
    look_for_days(sheet, cells, outline)
    hints, told = _with_places_across(cells, outline, hints)
    titles = _titles(cells, outline, hints)
    notes = _notes(sheet, cells, outline)
    if unit := unit_in(notes):
        titles.said.setdefault("unit", unit)
    contents = said_in_contents(sheet)
    where = contents.pop("where", "")
    found = {kind: text for kind, text in contents.items() if kind not in titles.said}
    titles.said.update(found)
    made = Reading(sheet, cells, outline, titles, hints)
    told += [telling.of_contents(where)] if found else []
    told += told_of_indented(sheet, outline)
    made.assumed |= dict.fromkeys((*assumed, *told))
    return _recognised(made, notes, faults)


def _together(
    sheet: Sheet, found: Sequence[Recognised], parts: Sequence[Part], assumed: tuple[Message, ...]
) -> Recognised:
    """Return the tables of one sheet as one."""
    labels = [part.name_in(sheet) for part in parts]
    labels = labels if any(labels) else [_line_above(one) for one in found]
    found = told_apart(found, labels)
    rows = [row for one in found for row in one.rows]
    said = [line for one in found for line in (*one.said[:1], *one.said[2:])]  # no sizes of parts
    return Recognised(
        sheet,
        rows,
        [part.origin(*at) for one, part in zip(found, parts, strict=True) for at in one.origins],
        {k: v for one in reversed(found) for k, v in one.titles.items()},
        list(dict.fromkeys(note for one in found for note in one.notes)),
        [
            telling.several_tables(len(parts)),
            telling.size_of(rows),
            *dict.fromkeys((*said, *assumed)),
        ],
        keys={k: v for one in found for k, v in one.keys.items()},
        header=[*HEADER, *WHERE_SAID],
        first=tuple(f for one in found[:TABLES] for f in one.first[: SHOWN // len(found[:TABLES])]),
        wholes=tuple(dict.fromkeys(name for one in found for name in one.wholes)),
        is_named_around=any(one.is_named_around for one in found),
        codes={place: code for one in reversed(found) for place, code in one.codes.items()},
    )


def _line_above(one: Recognised) -> str:
    """Return the line of words that stands nearest above the figures of a table."""
    first = min((row for row, _ in one.origins), default=0)
    lines = [{*filled(row)} for row in one.sheet.rows[:first]]
    alone = [line.pop().strip() for line in lines if len(line) == 1]
    return next((text for text in reversed(alone) if titles_of([[text]]).said.get("title")), "")


def _trimmed(found: Recognised) -> Recognised:
    """Return observations without the columns behind the unit in which nothing stands."""
    behind = range(len(HEADER), len(found.header))
    kept = [*range(len(HEADER)), *(c for c in behind if any(row[c] for row in found.rows))]
    if len(kept) == len(found.header):
        return found
    rows = [[row[c] for c in kept] for row in found.rows]
    return replace(found, header=[found.header[c] for c in kept], rows=rows)


def _recognised(made: Reading, notes: list[str], faults: list[DataError] | None) -> Recognised:
    """Return what was read."""
    rows, origins = observations(made, faults)
    of_sheet = made.sheet.rows
    rows = [
        [*row, printed_decimals(of_sheet[i][c], row[VALUE]) if c < len(of_sheet[i]) else ""]
        for row, (i, c) in zip(rows, origins, strict=True)
    ]
    header = [*HEADER, *WHERE_SAID]
    said = [*made.said(rows, notes), *years_ahead(rows, made.hints.era)]
    keys = {t: k for c, k in made.kinds().items() for t in made.texts_above(c)[:1]}
    first = firsts(made, rows, origins)
    wholes, around = tuple(made.naming.wholes), made.naming.is_named_around
    codes = made.codes.of_places((row[1], i) for row, (i, _) in zip(rows, origins, strict=True))
    said += [found_by(code) for code in [*codes.values()][:1]]
    return Recognised(
        made.sheet,
        rows,
        origins,
        made.titles.said,
        notes,
        said,
        header,
        keys,
        first,
        wholes,
        codes,
        around,
    )


def _read_numbers(
    sheet: Sheet,
    hints: Hints,
    commas: frozenset[int] = frozenset(),
    *,
    ask: bool = True,
    lettered: bool = False,
) -> tuple[Sequence[Sequence[str]], str, tuple[Message, ...]]:
    """Return the cells with numbers that have a point, the mark they had, and what was assumed.

    Of a piece of a large table whose columns have marks of their own the first lines told the
    columns with `commas`: in a piece they need not show it.
    """
    cells, assumed = _cleaned(sheet, hints, ask=ask)
    cells = with_scales_in_full(cells) if lettered else cells
    mark, told = mark_of(sheet, cells, hints.mark)
    if mark == EACH:
        cells = with_point(cells, commas or columns_with_comma(cells))
    elif mark == STORED:
        cells = with_point_in_text(cells)
    elif mark != POINT:
        cells = with_point(cells)
    if ask:  # of the whole: in another piece all cells may have something else
        cells = with_what_all_cells_have(cells)
    over_rows = {**hints.expected, **hints.columns}.get(SECTION, "")
    made, tidy = tidied(cells, sheet.rows, over_rows=over_rows)  # where all figures have a point
    return made, mark, (*([told] if told else []), *assumed, *tidy)


def _cleaned(
    sheet: Sheet, hints: Hints, *, ask: bool = True
) -> tuple[Sequence[Sequence[str]], tuple[Message, ...]]:
    """Return the cells without signs for what is missing and lines of flags, and what was assumed."""
    cells = without_signs_of_comments(_without_numbered(cells_of(sheet)))
    cells = with_names_in_capitals(cells)
    cells = with_torn_titles(with_titles_whole(cells), sheet.rows)
    if hints.missing:
        signs = {*hints.missing.split()}  # k.A. is also k. A.
        cells = [["" if "".join(c.split()) in signs else c for c in row] for row in cells]
    if hints.flags:
        cells = with_flags_apart(cells, hints.flags)
    if hints.brackets:
        cells = without_brackets(cells, hints.brackets)
    cells, lines = without_flag_lines(cells)
    cells, minus = with_signs_in_front(cells)
    cells = with_years_ended(with_days_behind(with_full_years(without_words_for_places(cells))))
    cells, counted = in_common_years(sheet, cells, hints.era, ask=ask)
    cells, noted = with_bare_figures(cells)
    cells = without_scales_of_cells(cells) if ask else cells
    flagged = told_of({sheet.lines[i]: held for i, held in lines.items()})
    return cells, (*counted, *noted, *flagged, *minus)


def _without_numbered(cells: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the cells without the words that a program writes over columns that have none: Unnamed: 2."""
    found = [i for i, row in enumerate(cells[:FEW]) if any(map(NUMBERED.fullmatch, row))]
    if not found:
        return cells
    bare = {i: ["" if NUMBERED.fullmatch(c) else c for c in cells[i]] for i in found}
    return [bare.get(i, row) for i, row in enumerate(cells)]


def _notes(sheet: Sheet, cells: Sequence[Sequence[str]], outline: Outline) -> list[str]:
    return [
        " ".join(c for c in sheet.rows[i] if c.strip()).strip()
        for i in range(outline.data.stop, len(cells))
        if any(cells[i])
    ]
