"""Names that nobody knows and that are written nearly as those of countries: Germny, Itlay."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.model.place import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.place import Place

ALIKE = 0.8  # of the letters of two names, as difflib counts them
SHORTEST = 5  # letters of a name; shorter ones are like many
MOST = 20  # names that are looked up


def like_countries(settled: Mapping[str, Sequence[Place]], *, said: bool) -> dict[str, Place]:
    """Return the country that each unknown name of a column of countries is nearly written as.

    `settled` is what each name means (none: nobody knows it), `said` whether the table calls them countries.

    >>> peru = register.named("Peru")
    >>> {n: p.name_en for n, p in like_countries({"Peru": peru, "Norwya": (), "Hochmoor": ()}, said=True).items()}
    {'Norwya': 'Norway'}
    >>> like_countries({"Peru": peru, "Norwya": (), "Upland": ()}, said=False)
    {}
    """
    known = sum(len(found) == 1 and found[0].level == "country" for found in settled.values())
    if not said and 2 * known <= len(settled):
        return {}
    open_names = [name for name, found in settled.items() if not found and len(name) >= SHORTEST]
    return {name: place for name in open_names[:MOST] if (place := _like(name))}


def _like(name: str) -> Place | None:
    from difflib import get_close_matches

    near = get_close_matches(folded(name), _names(), 1, ALIKE)
    found = register.named(near[0]) if near else ()
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1)
def _names() -> list[str]:
    """Return the names of all countries, folded."""
    every = (place for place in register.every() if place.level == "country")
    return sorted({folded(name) for place in every for name in (place.name_en, *place.aliases)})
