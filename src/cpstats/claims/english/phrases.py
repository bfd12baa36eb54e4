"""The noun phrases before a number, and the name each is when what changes nothing is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cpstats.claims.vocabulary import SECTIONS

_NEUTRAL = frozenset(SECTIONS["english_neutral"])
_NOUNS = frozenset(SECTIONS["english_nouns"])
_VERBS = frozenset((*SECTIONS["english_verbs"], *SECTIONS["english_said"]))
_SAID = frozenset(SECTIONS["english_said"])
_LINKS = frozenset(SECTIONS["english_links"])
_BREAKS = frozenset(SECTIONS["english_breaks"])
_WORD = re.compile(r"[A-Za-z][\w'&/.-]*(?<![.'])|,(?!\d)|[;:()]|--|(?<= )&(?= )", re.ASCII)
_PERSON = {"residents'": "resident", "inhabitants": "resident", "persons": "person"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: where it stands, its canonical name, and what surrounds it.

    `name` is empty for a phrase of neutral words only (the growth rate); `lead` is the preposition
    that opens it, `verb` whether a verb follows, `said` whether that is a verb of saying.
    """

    start: int
    end: int
    name: str
    lead: str = ""
    verb: bool = False
    said: bool = False


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
        if word in _LINKS and (not out or out[-1] in _LINKS):
            out[-1:] = [word] if out else []
        else:
            out.append(word)
    while out and out[-1] in _LINKS:
        out.pop()
    return " ".join(out)


def name_of(text: str) -> str:
    """Return the canonical form of a name of the catalogue."""
    return canonical(tuple(_WORD.findall(text)))


def phrases(head: str) -> list[Phrase]:
    """Return the noun phrases of a stretch of text in order."""
    words = list(_WORD.finditer(head))
    found: list[Phrase] = []
    current: list[re.Match[str]] = []
    lead = ""

    def close(following: str = "") -> None:
        nonlocal current
        if current:
            name = canonical(tuple(w.group() for w in current))
            said = following in _SAID
            found.append(
                Phrase(current[0].start(), current[-1].end(), name, lead, bool(following), said)
            )
        current = []

    for n, match in enumerate(words):
        lower = match.group().lower()
        if not lower[0].isalpha() and lower != "&":
            close()
            lead = ""
        elif lower in _LINKS and current:
            current.append(match)
        elif lower in _LINKS or lower in _BREAKS:
            close()
            lead = lower
        elif _is_verb(
            lower, words, n, opened=any(not is_neutral(w.group().lower()) for w in current)
        ):
            close(lower)
            lead = ""
        else:
            current.append(match)
    close()
    return found


def _is_verb(lower: str, words: list[re.Match[str]], n: int, *, opened: bool) -> bool:
    if lower in _NOUNS or is_neutral(lower):
        return False
    if lower in _VERBS:
        following = words[n + 1].group().lower() if n + 1 < len(words) else ""
        adjective = lower.endswith("ed") and not opened and _is_noun(following)
        return not adjective
    if not lower.endswith("ed") or "-" in lower:
        return False
    return opened or not _is_noun(words[n + 1].group().lower() if n + 1 < len(words) else "")


def _is_noun(lower: str) -> bool:
    known = lower in _LINKS or lower in _BREAKS or lower in _VERBS or lower in _NEUTRAL
    return bool(lower) and lower[0].isalpha() and not known


_ADVERBIAL = frozenset(
    ("in", "for", "to", "on", "of", "above", "by", "from", "at", "over", "under", "amid", "among",
     "between", "through", "during", "within", "despite", "against", "below", "than", "since",
     "after", "before", "including", "excluding", "as")
)  # fmt: skip


def subject_among(found: list[Phrase], head: str, known: frozenset[str]) -> Phrase | None:
    """Return the phrase that a number behind them is about, None where none is a noun.

    Parameters
    ----------
    found : list of Phrase
        The phrases before the number.
    head : str
        The text they stand in.
    known : frozenset of str
        The canonical names of indicators.
    """
    nouns = [p for p in found if p.name and not p.said]
    free = [p for p in nouns if p.lead not in _ADVERBIAL]
    doing = [p for p in free if p.verb]
    if doing or free:
        last = (doing or free)[-1]
        first = free[0]
        apart = head[first.end :].lstrip().startswith(",")
        return first if first.name in known and apart and last.name not in known else last
    return next((p for p in nouns if p.name in known), None)
