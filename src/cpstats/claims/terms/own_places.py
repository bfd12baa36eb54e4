"""The names of the places of a catalogue, as texts of either language may write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.divisions import SUFFIXES
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.remembered import remembered
from cpstats.claims.terms.vocabulary import CONTENT, FUNCTION, SECTIONS
from cpstats.gazetteer.china import is_code
from cpstats.model.catalogue import OWN

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
    """Return the names of places that only the catalogue has: a user's own, those abroad.

    Chinese texts leave out what kind of place their own ones are: 临江、安丰两县.
    """
    found = {
        plain(name): place.ref_area
        for place in catalogue.places.values()
        if place.level == "own" or not is_code(place.ref_area)
        for name in place.names
        if len(name) > 1 and (place.level == "own" or not name.isascii())
    }
    own = {plain(p.ref_area): p.ref_area for p in catalogue.places.values() if p.level == "own"}
    titles = "|".join(t for i in catalogue.indicators.values() if i.theme == OWN for t in i.names)
    called: dict[str, set[str]] = {}
    for name, area in own.items():
        short = _short(name)
        if short and short not in found and short not in titles:
            called.setdefault(short, set()).add(area)
    return found | {short: areas.pop() for short, areas in called.items() if len(areas) == 1}


def _short(name: str) -> str:
    """Return the name of a place without the word for its kind, "" where that is a common word.

    >>> _short("临江县"), _short("高新区"), _short("甲县")
    ('临江', '', '')
    """
    bare = next((name.removesuffix(kind) for kind in _KINDS if name.endswith(kind)), "")
    common = bare in _WORDS or bare in _NO_NAMES or bare in FUNCTION or bare in CONTENT
    return "" if common or len(bare) < 2 else bare


_KINDS = ("街道", *SUFFIXES, "镇", "乡", "州")
_NO_NAMES = frozenset(SECTIONS["kinds_of_zones"])
