"""Which country an English text calls the nation, where the place it is about lies outside China's register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.gazetteer.china import NATION, is_code

if TYPE_CHECKING:
    from cpstats.claims.terms.memory import Memory
    from cpstats.model.catalogue import Catalogue


def country_of(catalogue: Catalogue, here: str | None) -> str:
    """Return the country of a place of one's own tables; empty where it is not known.

    It is the one that the tables say, else the only one whose name they have, before or behind all
    others: Germany beside Bavaria and Saxony, but none beside France and Spain.
    """
    said = catalogue.nation_of(here)
    if said != NATION:
        return said
    if here and _is_country(here, ""):
        return here
    outer = [p for p in catalogue.places.values() if not p.parent and p.ref_area != NATION]
    if len(outer) == 1 and NATION not in catalogue.places:
        return outer[0].ref_area
    named = [p for p in outer if _is_country(p.ref_area, p.name_en)]
    at_end = named[:1] in (outer[:1], outer[-1:])  # Niger is also a state of Nigeria
    return named[0].ref_area if len(named) == 1 and at_end else ""


def _is_country(code: str, name: str) -> bool:
    """Return whether a code or a name is that of a country."""
    found = register.place(code)
    if found is not None:
        return found.level == "country"
    return any(p.level == "country" and p.name_en == name for p in register.named(name))


def note_nation(memory: Memory, code: str | None) -> None:
    """Take up which country is the nation where a place is spoken of, "" one abroad."""
    if code == "":
        memory.nation = "" if memory.here is None else memory.nation
    elif code is not None and is_code(code):
        memory.nation = NATION
    elif code is not None and (memory.here is None or not is_code(memory.here)):
        memory.nation = memory.country
