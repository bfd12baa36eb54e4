"""The names of the places of a catalogue, as texts of either language may write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.remembered import remembered
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.gazetteer.china import is_code

if TYPE_CHECKING:
    from cpstats.model.catalogue import Catalogue

_WORDS = frozenset((*SECTIONS["common"], *SECTIONS["ambiguous"]))


@remembered
def short_names(catalogue: Catalogue) -> dict[str, str]:
    """Return the names of all places of the catalogue, those left out that are words as well."""
    return {
        plain(name): place.ref_area
        for place in catalogue.places.values()
        for name in (place.name_zh, place.name_en, *place.aliases)
        if len(name) > 1 and name not in _WORDS
    }


@remembered
def own_names(catalogue: Catalogue) -> dict[str, str]:
    """Return the names of places that only the catalogue has: a user's own, those abroad."""
    return {
        plain(name): place.ref_area
        for place in catalogue.places.values()
        if place.level == "own" or not is_code(place.ref_area)
        for name in place.names
        if len(name) > 1 and (place.level == "own" or not name.isascii())
    }
