"""An English name in one form, so that two spellings of it compare as equal."""

from __future__ import annotations

import re
from functools import lru_cache

from cpstats.claims.vocabulary import SECTIONS

_NEUTRAL = frozenset(SECTIONS["english_neutral"])
LINKS = frozenset(SECTIONS["english_links"])
WORD = re.compile(r"[A-Za-z][\w'&/.-]*(?<![.'])|,(?!\d)|[;:()]|--|(?<= )&(?= )", re.ASCII)
_PERSON = {"residents'": "resident", "inhabitants": "resident", "persons": "person"}


def singular(word: str) -> str:
    """Return a word in the singular, near enough to compare two spellings of one name.

    >>> singular("industries"), singular("exports"), singular("gross"), singular("prices")
    ('industry', 'export', 'gross', 'price')
    """
    if word in _PERSON:
        return _PERSON[word]
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
    return word[:-1] if plural else word


def is_neutral(lower: str) -> bool:
    """Return whether a word changes nothing about what a phrase names: total, real, steadily."""
    adverb = lower.endswith("ly") and lower not in ("family", "supply", "assembly", "elderly")
    return lower in _NEUTRAL or adverb


@lru_cache(maxsize=4096)
def canonical(words: tuple[str, ...]) -> str:
    """Return a phrase without neutral words, in the singular, hyphens opened.

    >>> canonical(("the", "total", "investments", "in", "fixed", "assets"))
    'investment in fixed asset'
    >>> canonical(("Year-on-year", "growth", "rate", "of", "fixed-asset", "investment"))
    'fixed asset investment'
    """
    kept: list[str] = []
    lowered = (w.lower().removesuffix("'s") for w in words)
    for word in (w for w in lowered if not is_neutral(w)):
        kept += [singular(part) for part in word.split("-") if part and part not in _NEUTRAL]
    out: list[str] = []
    for word in kept:
        if word in LINKS and (not out or out[-1] in LINKS):
            out[-1:] = [word] if out else []
        else:
            out.append(word)
    while out and out[-1] in LINKS:
        out.pop()
    return " ".join(out)


def name_of(text: str) -> str:
    """Return the canonical form of a name of the catalogue."""
    return canonical(tuple(WORD.findall(text)))
