"""Which names of a table may be the places that it does not call so: answers to the question for the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.hints import SECTION
from cpstats.store.recognising import asking
from cpstats.store.recognising.coded_places import (
    are_codes,
    are_numbered,
    form_of_codes,
    without_codes,
)
from cpstats.store.recognising.header_words import loose_role_of, role_of
from cpstats.store.recognising.inquiry import holds, says
from cpstats.store.recognising.labelled_places import is_written_as_name, parted_by_names
from cpstats.store.recognising.outside import are_mostly_subjects, are_subjects
from cpstats.store.recognising.place_names import LOOKED_AT, are_places
from cpstats.store.recognising.places_over_rows import over_groups
from cpstats.store.recognising.roles import OPEN

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from cpstats.store.recognising.inquiry import Way
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet

NAMED = ("place", "indicator", "name", OPEN)


def perhaps_places(
    sheet: Sheet, outline: Outline, labels: Sequence[str], said: Container[str] = ()
) -> list[Way]:
    """Return the answers that names or codes of a table, which are no words for what is counted, are the places.

    `labels` are the names over the columns of figures; of columns that are `said` nothing is proposed.
    """
    keys, header = outline.keys, outline.header
    texts = {c: texts_of(sheet, outline, c) for c in keys}
    columns = [c for c, kind in keys.items() if kind in (OPEN, "name")]
    parts = {c for c in columns if loose_role_of(asking.over(sheet, header, c)) == "name"}
    free = [
        c for c in columns if c not in parts and not are_mostly_subjects(without_codes(texts[c]))
    ]
    named = [c for c, kind in keys.items() if kind == "indicator" and len(texts[c]) > 1]
    over = [] if SECTION in said else over_groups(sheet.rows, outline.data.start)
    if over and not are_mostly_subjects(over):  # with which the names were put together
        return [holds(SECTION, "place")]
    free += [c for c in named if all(map(str.isdecimal, texts[c])) or _are_proper(texts[c])]
    if not {*NAMED} & {*keys.values()}:
        free += [c for c, kind in keys.items() if kind == "other" and _are_letters(texts[c])][:1]
    coded = sorted(free, key=lambda c: not form_of_codes(texts[c]))
    free = [*_codes_apart(sheet, outline, texts), *coded]
    free.sort(key=lambda c: all(map(str.isdecimal, texts[c])))  # names before numbers
    free = free or [
        c for c in columns if c in parts and are_places(texts[c])
    ]  # Origin, Destination
    ways = [holds(asking.over(sheet, header, c), "place") for c in free]
    if len(labels) > 1 and (
        parted_by_names(labels)
        or are_numbered(labels)
        or are_codes(labels)
        or not are_mostly_subjects(without_codes(labels))
    ):
        ways.append(holds("header", "place"))
    if OPEN in keys.values() and ways:
        ways.append(says("indicator", "indicator", "NAME"))
    return ways


def _codes_apart(sheet: Sheet, outline: Outline, texts: Mapping[int, Sequence[str]]) -> list[int]:
    """Return the columns of what their header calls codes, of nothing that stands beside them one by one."""
    keys = outline.keys
    coded = [c for c, k in keys.items() if k == "other" and len(texts[c]) > 1]
    coded = [c for c in coded if role_of(asking.over(sheet, outline.header, c)) == "code"]
    coded = [c for c in coded if any(len(text) > 1 for text in texts[c])]  # A, P are of figures
    beside = [c for c, kind in keys.items() if kind in NAMED]
    rows = [sheet.rows[i] for i in outline.data if any(sheet.rows[i])]
    if "time" in keys.values():  # one of its own in each row is that of the row
        coded = [c for c in coded if len({*texts[c]}) < len(rows)]
    return [c for c in coded if not any(_go_together(rows, c, k) for k in beside)]


def _go_together(rows: Sequence[Sequence[str]], one: int, other: int) -> bool:
    """Whether two columns name the same things: each cell of one stands beside one of the other."""
    pairs = {(row[one], row[other]) for row in rows if max(one, other) < len(row)}
    return len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})


def has_word(sheet: Sheet, outline: Outline, column: int) -> bool:
    """Whether a word stands over names, which is not known, and no codes of theirs stand beside them."""
    over = {c: asking.over(sheet, outline.header, c) for c in outline.keys}
    coded = any(role_of(text) == "code" for text in over.values())
    return not (coded or over[column].isdecimal())


def perhaps_codes(sheet: Sheet, outline: Outline) -> list[Way]:
    """Return the answers that numbers before the figures of a table without header are codes: each once."""
    texts = texts_of(sheet, outline, 0)
    rows = sum(any(cell.strip() for cell in sheet.rows[i]) for i in outline.data)
    bare = not len(outline.header) and not outline.keys and len(texts) == rows > 1
    return [holds("1", kind) for kind in ("place", "name")] if bare else []


def is_code(way: Way) -> bool:
    """Whether an answer says of a column beside the figures, not of the labels over them, that it holds places."""
    return bool(way.pairs) and not {"header", SECTION} & {*way.pairs}


def texts_of(sheet: Sheet, outline: Outline, column: int) -> list[str]:
    """Return what stands in a column beside the figures, each once."""
    rows = (sheet.rows[i] for i in outline.data)
    once = dict.fromkeys(row[column] for row in rows if column < len(row))
    return [*dict.fromkeys(map(str.strip, once))]


def texts_beside(sheet: Sheet, outline: Outline, *kinds: str) -> list[str]:
    """Return what stands in the columns of some kinds."""
    columns = (c for c, kind in outline.keys.items() if kind in kinds)
    return [text for c in columns for text in texts_of(sheet, outline, c)]


def _are_letters(texts: Sequence[str]) -> bool:
    """Whether texts are several codes of two or three capital letters."""
    codes = [t for t in texts if t]
    return len(codes) > 1 and all(t.isupper() and t.isalpha() and 1 < len(t) < 4 for t in codes)


def _are_proper(texts: Sequence[str]) -> bool:
    """Whether texts under a word for names are written as names of places are, and none says what is counted."""
    return all(
        is_written_as_name(t.title() if t.isupper() else t) for t in texts[:LOOKED_AT]
    ) and not are_subjects(texts)
