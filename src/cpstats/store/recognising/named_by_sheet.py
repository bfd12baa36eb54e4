"""Names and codes under general words on a sheet that is called what they are: Code, Libellé on “Département”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.header_words import bare, role_of
from cpstats.store.recognising.outside import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column, Together

GENERAL = frozenset(
    (
        *("name", "names", "label", "libellé", "libelle", "intitulé", "nom", "nombre", "nome", "naam", "navn", "namn"),
        *("denominación", "denominazione", "bezeichnung", "nazwa", "název", "naziv", "nimi", "ad", "adı"),
    )
)  # fmt: skip


def places_by_sheet(name: str, columns: Sequence[Column], together: Together) -> dict[int, str]:
    """Return the column of names, each with its code beside it, that the name of the sheet calls places; empty: none.

    Parameters
    ----------
    name : str
        Of the file with that of the sheet in brackets.
    columns : sequence of Column
        Those that may hold the names, and that hold codes.
    together : Together
        Which of them go with which.
    """
    if role_of(names_of(name)[1].strip()) != "place":
        return {}
    coded = [c for c in columns if any(role_of(text) == "code" for text in c.above)]
    named = [
        c
        for c in columns
        if c.content == "words"
        and len(c.said) > 1
        and any(bare(text) in GENERAL for text in c.above)
        and any(_has_codes(c, code, together) for code in coded)
    ]
    return {named[0].number: "place"} if len(named) == 1 else {}


def _has_codes(names: Column, codes: Column, together: Together) -> bool:
    """Whether each name has its code; a whole in two delimitations may share one."""
    enough = 1 < len(names.said) < len(codes.said) * 2
    return enough and together.follows(names.number, codes.number)
