"""The root that words of one family share, near enough to hold a text's words against a column's name."""

from __future__ import annotations

from functools import lru_cache

from cpstats.claims.terms.spelling import WORD, singular
from cpstats.claims.terms.vocabulary import SECTIONS

_ENDINGS = (
    "isations", "isation", "ising", "ised", "iser", "ise", "ations", "ation", "ating", "ated",
    "ate", "ations", "ments", "ment", "ities", "ity", "ancies", "encies", "ancy", "ency", "ances",
    "ences", "ance", "ence", "ants", "ents", "ant", "ent", "ists", "ist", "ism", "ions", "ion",
    "ings", "ing", "ers", "er", "ors", "or", "ees", "als", "al", "ed", "y", "e",
)  # fmt: skip
_LEAST = 4  # letters that are left of a word
_ALIKE = {
    word: group.split("/")[0] for group in SECTIONS["english_alike"] for word in group.split("/")
}
_WEAK = frozenset(SECTIONS["english_weak"])


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return the root of a word in lower case.

    >>> stem("approvals") == stem("approved"), stem("immigration") == stem("immigrants")
    (True, True)
    >>> stem("born") == stem("births"), stem("export") == stem("expert")
    (True, False)
    """
    plain = singular(word.lower()).replace("iz", "is")
    plain = _ALIKE.get(word.lower(), _ALIKE.get(plain, plain))
    plain = f"{plain[:-3]}y" if plain.endswith("ied") and len(plain) > _LEAST else plain
    ends = (e for e in _ENDINGS if plain.endswith(e) and len(plain) - len(e) >= _LEAST)
    root = plain.removesuffix(next(ends, ""))
    doubled = root[-1:] == root[-2:-1] and len(root) > _LEAST
    root = root[:-1] if doubled else root
    return f"{root[:-1]}" if root.endswith("ct") and len(root) > _LEAST else root


def is_weak(word: str) -> bool:
    """Return whether a word says too little to name a column by itself: number, average, people."""
    return word.lower() in _WEAK or singular(word.lower()) in _WEAK


def words_of(text: str) -> list[str]:
    """Return the words of a text, compounds in their parts.

    >>> words_of("bed-places, 12 kg/ha")
    ['bed', 'places', 'kg', 'ha']
    """
    found = (m.group() for m in WORD.finditer(text))
    parts = (part for word in found for part in word.replace("/", "-").split("-"))
    return [p.removesuffix("'s").strip("'.") for p in parts if p[:1].isalpha()]
