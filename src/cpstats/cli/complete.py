"""Shell completion of indicators, places and words, from the catalogue alone (no pandas)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator  # Typer reads them at run time

SIGNS = set(" &;|<>()[]{}$`\\\"'*?!#~")


def complete_indicator(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the indicators whose id or a name of theirs begins with the text."""
    from cpstats.store.package import open_catalogue

    for indicator in open_catalogue().indicators.values():
        if name := _offered(incomplete, indicator.names):
            yield (name, f"{indicator.name_zh} {indicator.name_en}")


def complete_place(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the places whose slug or a name of theirs begins with the text."""
    from cpstats.store.package import open_catalogue

    for place in open_catalogue().places.values():
        if name := _offered(incomplete, (place.slug, *place.names)):
            yield (name, f"{place.name_zh} {place.name_en}")


def complete_words(words: Iterable[str]) -> Callable[[str], list[str]]:
    """Return a completion of a closed list of words."""
    known = list(words)

    def complete(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return complete


def _offered(incomplete: str, names: Iterable[str]) -> str:
    """Return the first name that begins with the text and that no shell takes apart."""
    return next((n for n in names if n and n.startswith(incomplete) and not SIGNS & set(n)), "")
