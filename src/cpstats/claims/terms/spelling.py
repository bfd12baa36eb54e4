"""An English name in one form, so that two spellings of it compare as equal."""

from __future__ import annotations

import re
from functools import lru_cache

from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.pattern import pattern

_NEUTRAL = frozenset(SECTIONS["english_neutral"])
LINKS = frozenset(SECTIONS["english_links"])
_LOOSE = LINKS - {"above", "excluding", "including", "and"}  # 投资 of, in, for an industry
WORD = pattern(r"[A-Za-z][\w'&/.-]*(?<![.'])|,(?!\d)|[;:()]|--|(?<= )&(?= )", re.ASCII)
MOST = frozenset(SECTIONS["english_most"])
_SAME = dict(pair.split("=") for pair in SECTIONS["english_same"])
_PERSON = {"residents'": "resident", "inhabitants": "resident", "persons": "person"}


def singular(word: str) -> str:
    """Return a word in the singular, near enough to compare two spellings of one name.

    >>> singular("industries"), singular("exports"), singular("gross"), singular("prices"), singular("taxes")
    ('industry', 'export', 'gross', 'price', 'tax')
    """
    if word in _PERSON:
        return _PERSON[word]
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
    return word[:-1] if plural else word


def is_neutral(lower: str) -> bool:
    """Return whether a word changes nothing about what a phrase names: total, real, steadily."""
    adverb = lower.endswith("ly") and lower not in ("family", "supply", "assembly", "elderly")
    return lower in _NEUTRAL or adverb


@lru_cache(maxsize=4096)
def canonical(words: tuple[str, ...]) -> str:
    """Return the words of a phrase that name something, in the singular and in one order.

    >>> canonical(("the", "total", "investments", "in", "fixed", "assets"))
    'asset fixed investment'
    >>> canonical(("Year-on-year", "growth", "rate", "of", "fixed-asset", "investment"))
    'asset fixed investment'
    >>> canonical(("tax", "receipts")) == canonical(("tax", "revenues"))
    True
    """
    kept: list[str] = []
    telling = (w for w in map(str.lower, words) if not is_neutral(w))  # people's
    bare = (w.removesuffix("'s") for w in telling)
    for word in (w for w in bare if not is_neutral(w)):
        parts = [singular(part) for part in word.split("-") if part and not is_neutral(part)]
        kept += [_SAME.get(part, part) for part in parts]
    kept = [word for word in kept if word not in MOST] or kept  # the sharpest fall of GDP
    kept = _with_output_value(kept, words)
    while kept and kept[-1] in LINKS:
        kept.pop()
    if kept == [_SAME["head"]]:
        return ""  # so many yuan per head: of what, nobody says
    first = next((n for n, word in enumerate(kept) if word not in LINKS), len(kept))
    return " ".join(sorted(word for word in kept[first:] if word not in _LOOSE))


def _with_output_value(kept: list[str], words: tuple[str, ...]) -> list[str]:
    """Keep the value of output value, which is another figure than output (value added)."""
    lowered = " ".join(words).lower()
    return [*kept, "value"] if "output value" in lowered else kept


@lru_cache(maxsize=4096)
def name_of(text: str) -> str:
    """Return the canonical form of a name of the catalogue."""
    return canonical(tuple(WORD.findall(text)))
