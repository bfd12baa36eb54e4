"""Names and codes under general words on a sheet that is called what they are: Code, Libellé on “Département”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.header_words import bare, role_of
from cpstats.store.recognising.outside import are_mostly_subjects, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column, Together
    from cpstats.store.sheet import Sheet

TABLES = (
    ".csv",
    ".tsv",
    ".txt",
    ".xlsx",
    ".xls",
)  # what the name of a table in an archive ends with
GENERAL = frozenset(
    (
        *("name", "names", "label", "libellé", "libelle", "intitulé", "nom", "nombre", "nome", "naam", "navn", "namn"),
        *("denominación", "denominazione", "bezeichnung", "nazwa", "název", "naziv", "nimi", "ad", "adı"),
    )
)  # fmt: skip


def places_by_sheet(
    sheet: Sheet, header: range, columns: Sequence[Column], together: Together
) -> dict[int, str]:
    """Return the column of names, each with its code beside it, that the name of the sheet calls places; empty: none.

    Parameters
    ----------
    sheet : Sheet
        Whose name counts.
    header : range
        A line above it that says a place says of which the others are.
    columns : sequence of Column
        Those that may hold the names, and that hold codes.
    together : Together
        Which of them go with which.
    """
    said = (
        text.partition(":")[0] for row in sheet.rows[: header.start] for text in row if ":" in text
    )
    if role_of(names_of(sheet.name)[1].strip()) != "place" or "place" in map(role_of, said):
        return {}
    coded = [c for c in columns if any(role_of(text) == "code" for text in c.above)]
    named = [
        c
        for c in columns
        if c.content == "words"
        and len(c.said) > 1
        and not are_mostly_subjects(c.said)
        and any(bare(text) in GENERAL for text in c.above)
        and any(_has_codes(c, code, together) for code in coded)
    ]
    return {named[0].number: "place"} if len(named) == 1 else {}


def _has_codes(names: Column, codes: Column, together: Together) -> bool:
    """Whether each name has its code; a whole in two delimitations may share one."""
    enough = 1 < len(names.said) < len(codes.said) * 2
    long = all(len(code) > 1 for code in codes.said)  # A, B are branches
    return enough and long and together.follows(names.number, codes.number)
