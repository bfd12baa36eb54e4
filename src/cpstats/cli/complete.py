"""Shell completion of indicator and place names, from the catalogue alone (no pandas)."""

from __future__ import annotations

from collections.abc import Iterator  # Typer reads the annotations at run time


def complete_indicator(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the indicators whose id or a name of theirs begins with the text."""
    from cpstats.store.package import open_catalogue

    for indicator in open_catalogue().indicators.values():
        names = [n for n in indicator.names if n.lower().startswith(incomplete.lower())]
        if names:
            yield (names[0], f"{indicator.name_zh} {indicator.name_en}")


def complete_place(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the places whose slug or a name of theirs begins with the text."""
    from cpstats.store.package import open_catalogue

    for place in open_catalogue().places.values():
        order = (place.slug, *place.names)
        names = [n for n in order if n and n.lower().startswith(incomplete.lower())]
        if names:
            yield (names[0], f"{place.name_zh} {place.name_en}")
