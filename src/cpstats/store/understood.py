"""What a row says that does not stand in its cells: its price basis, what its release is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.model.columns import GROWTHS, LEVELS
from cpstats.model.kinds import is_money
from cpstats.model.source import last_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.catalogue import Catalogue

OF_RELEASE = ("order", "series", "release", "kind", "quality", "published", "known")


def is_basis(text: str, words: Sequence[str]) -> bool:
    """Return whether a text is a price basis: one of the words, or constant:2015."""
    base, _, year = text.partition(":")
    return text in words or (base == "constant" and len(year) == 4 and year.isdigit())


def basis_of(
    text: str, measure: str, ident: str, given: str, *, catalogue: Catalogue
) -> tuple[str, bool]:
    """Return a price basis, filled by the indicator's default (S1), and whether it was assumed."""
    if text:
        return text, False
    thing = catalogue.indicators[ident]
    if measure in GROWTHS:
        return thing.growth_basis, bool(thing.growth_basis)
    money = measure in LEVELS and is_money(given or thing.unit)
    return ("current" if money else ""), False


def release_of(source: str, vintage: str, *, catalogue: Catalogue) -> tuple[Any, ...]:
    """Return what the selection asks of a source and a vintage: see `OF_RELEASE`."""
    said, named = catalogue.sources[source], catalogue.vintages.get(vintage)
    published = last_day(said.published)
    released = last_day(named.released) if named else ""
    return (
        named.order if named else 0,
        bool(named and named.series),
        said.release,
        said.kind,
        said.quality,
        published,
        min(filter(None, (published, released)), default=""),
    )
