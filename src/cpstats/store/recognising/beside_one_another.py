"""What columns hold by what stands in others: notes of these, their years in an era, the places of codes within codes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import period_of
from cpstats.store.recognising.agreeing import notes_of_others
from cpstats.store.recognising.header_words import bare, role_of
from cpstats.store.recognising.names_in_two_languages import translations_of_names
from cpstats.store.recognising.nested_codes import places_by_code
from cpstats.store.recognising.parts_of_codes import parts_of_codes
from cpstats.store.recognising.stray import stray_columns
from cpstats.store.recognising.years_of_eras import years_said_again

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column, Together

# how names are kept: by a code, of a type, in an order
MARGIN = pattern(r"(?:±|\+/-) ?\d[\d.,]*")
NO_MARGIN = frozenset(("(X)", "X", "N", "*", "**", "***", "*****", "-"))
NAMES = ("name", "nome", "nombre", "nom", "naam", "nama", "navn", "namn", "adi", "nazwa")
KEPT = ("code", "type", "typecode", "type code", "sortorder", "sort order")


def told_by_others(
    cells: Sequence[Sequence[str]], data: range, columns: Sequence[Column], together: Together
) -> dict[int, str]:
    """Return the columns that others tell the role of, each with that."""
    notes = notes_of_others(columns) | stray_columns(cells, data, columns)
    notes |= years_said_again(cells, data, columns) | translations_of_names(cells, data, columns)
    notes |= said_of_names(columns) | numbers_of_names(columns) | margins(columns)
    told = dict.fromkeys(notes, "other") | units_behind(columns)
    parts = parts_of_codes(cells, data, columns)
    return parts | places_by_code(cells, data, columns, together) | told


def margins(columns: Sequence[Column]) -> set[int]:
    """Return the columns of margins of error beside the figures: ±1,201.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> sorted(margins([Column(0, ("Huts",), ("±1,201", "±0.2", "(X)")), Column(1, ("Huts",), ("(X)", "***"))]))
    [0]
    """
    found = set()
    for column in columns:
        own = [text for text in column.said if text not in NO_MARGIN]
        if own and all(map(MARGIN.fullmatch, own)):
            found.add(column.number)
    return found


def said_of_names(columns: Sequence[Column]) -> set[int]:
    """Return the columns that say of names in another how these are kept: SEX, SEX_CODE, SEX_TYPE, SEX_SORTORDER of SEX_NAME.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> heads = ("DATE", "DATE_NAME", "DATE_TYPE", "SEX", "SEX_NAME", "SEX_SORTORDER", "HUT", "HUT_NAME", "Crop", "Crop type")
    >>> sorted(said_of_names([Column(n, (text,), ("5",)) for n, text in enumerate(heads)]))
    [2, 3, 5]
    """
    heads = {bare(text): c.number for c in columns for text in c.above if len(c.above) == 1}
    found: set[int] = set()
    for base in (head.removesuffix(" name") for head in heads if head.endswith(" name")):
        kept = {heads[k] for word in KEPT if (k := f"{base} {word}") in heads}
        if kept and base in heads:
            found |= kept
            if role_of(base) not in ("time", "part", "status", "value"):
                found.add(heads[base])
    return found


def numbers_of_names(columns: Sequence[Column]) -> set[int]:
    """Return the columns of whole numbers under a word beside names under the same: comuna beside comuna_nome.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> found = [("comuna_nome", ("Au", "Ried")), ("comuna", ("2", "3")), ("huts", ("4", "5"))]
    >>> numbers_of_names([Column(n, (head,), texts) for n, (head, texts) in enumerate(found)])
    {1}
    """
    heads = {bare(text): c for c in columns for text in c.above if len(c.above) == 1}
    found = set()
    for head, names in heads.items():
        base, _, last = head.rpartition(" ")
        number = heads.get(base) if last in NAMES and names.content == "words" else None
        if number is not None and number.is_whole:
            found.add(number.number)
    return found


def units_behind(columns: Sequence[Column]) -> dict[int, str]:
    """Return the column whose one unit stands behind the figures below a period, which is that of both: 2019, over 51, people.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> units_behind([Column(0, (), ("Ost",)), Column(1, ("2019",), ("51",)), Column(2, ("2019",), ("tonnes",))])
    {2: 'unit'}
    >>> units_behind([Column(0, (), ("Ost",)), Column(1, ("2019",), ("51",)), Column(2, ("Sold",), ("tonnes",))])
    {}
    """
    found = [
        column.number
        for before, column in pairwise(columns)
        if column.above == before.above
        and before.content == "figure"
        and len(column.said) == 1
        and column.is_units
        and any(period_of(text) is not None for text in column.above)
    ]
    return {found[0]: "unit"} if len(found) == 1 else {}
