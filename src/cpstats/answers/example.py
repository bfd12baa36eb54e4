"""An example of a command with the names of the data that are asked, not those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.package import Package

PLACES, WHOLES, OTHERS = ("-p", "--place"), ("--among", "--vs"), ("--of", "--weight")


def fitted(example: str, package: Package, indicators: Sequence[str], places: Sequence[str]) -> str:
    """Return an example; where the built-in data are not asked, with what was asked of the own."""
    if not all(part.own for part in package.parts):
        return example
    place, whole = _places(package, places)
    things = iter([*(indicators or package.own_indicators[:1])])
    head, *words = example.partition(" --data ")[0].split(" -")
    count = 3 if head.startswith("cpstats derive") else 2
    typed = head.split()
    of_places = bool(package.catalogue.known_place(" ".join(typed[count:])))
    about = [place if of_places else next(things, "INDICATOR") for _ in typed[count:]]
    named = {**dict.fromkeys(PLACES, place), **dict.fromkeys(WHOLES, whole)}
    named |= dict.fromkeys(OTHERS, "INDICATOR")
    for word in words:
        flag, _, value = f"-{word}".partition(" ")
        about += [flag, *filter(None, [named.get(flag, value)])]
    return " ".join([*typed[:count], *about])


def _places(package: Package, places: Sequence[str]) -> tuple[str, str]:
    """Return a place that was asked about, else one of the data, and what it lies in."""
    catalogue, own = package.catalogue, package.own_places
    asked = [area for word in places if (area := catalogue.known_place(word))]
    inside = [area for area in own if catalogue.places[area].parent in own]
    area = next(iter([*asked, *inside, *own]), "")
    above = next((one for one in catalogue.above(area) if one in own), "") if area else ""
    called = [catalogue.places[one].slug or one if one else "PLACE" for one in (area, above)]
    return called[0], called[1]
