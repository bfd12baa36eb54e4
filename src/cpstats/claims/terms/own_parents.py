"""What the places of a reader's own table lie in, as their names say: 临江区 and 安丰县 in 青禾市."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.model.catalogue import OWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.package import Package

_TIERS = (
    ("省", "自治区"),
    ("市", "州", "盟", "地区"),
    ("县", "旗", "区"),
    ("镇", "乡", "街道"),
    ("村", "社区"),
)


def with_parents(package: Package) -> Package:
    """Return a package whose own places lie in the only one of the table that is of a higher kind."""
    catalogue = package.catalogue
    own = [a for a in package.own_places if catalogue.places[a].level == OWN]
    parents = parents_of([a for a in own if not catalogue.places[a].parent])
    if not parents:
        return package
    more = {a: replace(catalogue.places[a], parent=parent) for a, parent in parents.items()}
    places = catalogue.places.with_more(more)
    return replace(package, catalogue=replace(catalogue, places=places))


def parents_of(names: Sequence[str]) -> dict[str, str]:
    """Return for places by their names the only other one that is of the next higher kind.

    >>> parents_of(["青禾市", "临江区", "安丰县"])
    {'临江区': '青禾市', '安丰县': '青禾市'}
    >>> parents_of(["青禾市", "南岭市", "临江区"])
    {}
    """
    kinds = {name: kind for name in names if (kind := _kind(name)) is not None}
    found = {}
    for name, kind in kinds.items():
        above = [k for k in kinds.values() if k < kind]
        over = [other for other, k in kinds.items() if above and k == max(above)]
        if len(over) == 1:
            found[name] = over[0]
    return found


def _kind(name: str) -> int | None:
    """Return how high what the name ends with stands: 0 a province."""
    return next((n for n, ends in enumerate(_TIERS) if name.endswith(ends)), None)
