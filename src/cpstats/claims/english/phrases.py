"""The noun phrases before a number, and the name each is when what changes nothing is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cpstats.claims.terms.spelling import LINKS, WORD, canonical, is_neutral
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.pattern import pattern

_NOUNS = frozenset(SECTIONS["english_nouns"])
_VERBS = frozenset((*SECTIONS["english_verbs"], *SECTIONS["english_said"]))
_SAID = frozenset(SECTIONS["english_said"])
_ENDING = ("added", "advanced")  # verbs where a number follows, else words of a name
_SUBORDINATE = pattern(  # as imports fell faster than exports, the trade surplus
    r"\W*(?:As|While|Although|Though|Since|Because|When|After|Before|Despite|With)\b[^,;]*$"
)
_APPOSED = pattern(
    r"\s*,\s+(?:an?|the|one|its|main|key|chief)\b", re.IGNORECASE
)  # investment, a gauge of
_APART = pattern(r",|\b(?:as|that|while|and)\b")  # a clause of its own begins
_ITS_OWN = pattern(r"(?:its|their) (?:position|place|lead|status|rank|title|spot|standing)\b")
_TO_PLACE = pattern(r"to {4,}", re.IGNORECASE)
_BLANK = pattern(r" {4,}")  # a place, a time: in Beijing exports rose
_DEGREE = pattern(r"an? [a-z-]+ ")  # rose a meagre 0.7 percent
_GIVING = ("reported", "recorded", "posted", "registered", "produced", "generated")  # GDP of
_SHOWED = pattern(  # total deposits showed an increase of
    r"(?<!data)(?<!figures)(?<!statistics)(?<!estimates)(?<!report)(?<!survey) (?:showed|revealed|indicated|noted) (?:an?|the)? ?(?:[a-z-]+ ){0,2}(?:increase|growth|rise|gain|expansion|decline|decrease|fall|drop)\b",
    re.IGNORECASE,
)
_BREAKS = frozenset(SECTIONS["english_breaks"])


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


def phrases(head: str) -> list[Phrase]:
    """Return the noun phrases of a stretch of text in order."""
    words = list(WORD.finditer(head))
    found: list[Phrase] = []
    current: list[re.Match[str]] = []
    opened = False  # whether a word of the phrase is more than an article
    lead = ""

    def close(following: str = "") -> None:
        nonlocal current, opened
        if current:
            name = canonical(tuple(w.group() for w in current))
            if _TO_PLACE.match(head, current[-1].start()):
                name = f"{name} to"  # exports to a place are not all
            said = following in _SAID
            found.append(
                Phrase(current[0].start(), current[-1].end(), name, lead, bool(following), said)
            )
        current, opened = [], False

    for n, match in enumerate(words):
        lower = match.group().lower()
        if not lower[0].isalpha() and lower != "&":
            close()
            lead = ""
        elif lower in LINKS and current:
            current.append(match)
            opened = opened or not is_neutral(lower)
        elif lower in LINKS or lower in _BREAKS:
            close()
            lead = "" if lower == "in" and _BLANK.match(head, match.end()) else lower
        elif lower == "the" and current and current[-1].group().lower() not in LINKS:
            close()  # at year-end the population
            lead = ""
            current.append(match)
        elif _is_verb(lower, words, n, opened=opened or _is_owned(current)):
            close(lower)
            lead = ""
        else:
            current.append(match)
            opened = opened or not is_neutral(lower)
    close()
    return found


_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
        "that",
        "these",
        "those",
        "all",
        "some",
        "no",
    ]
)


ARTICLES = 4  # more do not stand before a name
_AUXILIARY = frozenset(("had", "has", "have", "was", "were", "been", "be", "is", "are"))


def _is_owned(current: list[re.Match[str]]) -> bool:
    """Return whether a phrase has begun with more than an article: the district recorded growth."""
    return any(match.group().lower() not in _DETERMINERS for match in current[:ARTICLES])


def _is_verb(lower: str, words: list[re.Match[str]], n: int, *, opened: bool) -> bool:
    ends = n + 1 == len(words) or (lower, words[n + 1].group().lower()) == ("advanced", "by")
    does = _does(lower, words[n + 1].group().lower() if n + 1 < len(words) else "")
    does = does or (
        opened and n + 2 == len(words) and _moves(*(w.group().lower() for w in words[n - 1 :]))
    )
    if does or (lower in _ENDING and opened and ends):
        return True  # investment added 7 percent
    if lower in _NOUNS or is_neutral(lower):
        return False
    if lower in _VERBS and n and words[n - 1].group().lower() in _AUXILIARY:
        return True
    if lower in _VERBS:
        following = words[n + 1].group().lower() if n + 1 < len(words) else ""
        adjective = lower.endswith("ed") and not opened and _is_noun(following)
        return not adjective or words[n + 1].group().isupper()  # reported GDP of
    if not lower.endswith("ed") or "-" in lower:
        return False
    following = words[n + 1].group() if n + 1 < len(words) else ""
    opened = opened or (lower in _GIVING and following.isupper())
    return opened or not _is_noun(words[n + 1].group().lower() if n + 1 < len(words) else "")


def _does(lower: str, following: str) -> bool:
    """Return whether a word that may belong to a noun does something: continued to ease, cut its rate."""
    if lower in ("continued", "continues", "tended", "tends"):
        return following == "to"
    return lower in ("cut", "cuts") and following in _DETERMINERS


_MOVES = frozenset(
    ("eases", "slows", "cools", "slips", "dips", "rises", "falls", "drops", "jumps", "surges", "soars", "sinks",
     "tumbles", "recovers", "narrows", "widens", "improves", "worsens", "accelerates", "declines", "decreases", "increases")
)  # fmt: skip


def _moves(before: str, lower: str, following: str) -> bool:
    """Return whether the last words before a number say, as a headline does, that something moves.

    >>> _moves("inflation", "eases", "to"), _moves("exports", "rise", "to"), _moves("sharp", "rise", "to")
    (True, True, False)
    """
    several = before.endswith("s") and f"{lower}s" in _MOVES
    return (lower in _MOVES or several) and following in ("to", "by")


def _is_noun(lower: str) -> bool:
    known = lower in LINKS or lower in _BREAKS or lower in _VERBS or is_neutral(lower)
    return bool(lower) and lower[0].isalpha() and not known


def is_structure(word: str) -> bool:
    """Return whether a word holds a sentence together and names nothing: has, between, of, was.

    >>> is_structure("between"), is_structure("reached"), is_structure("wheat")
    (True, True, False)
    """
    return is_link(word) or word.lower() in _VERBS


def is_link(word: str) -> bool:
    """Return whether a word is no noun and no verb that could be one's: of, between, the, total."""
    lower = word.lower()
    every = (LINKS, _BREAKS, _AUXILIARY, _DETERMINERS)
    return is_neutral(lower) or any(lower in some for some in every)


def beside_last(found: list[Phrase], head: str) -> Phrase | None:
    """Return what stands right before a number as a part of what the last was of: in farming 5 percent.

    >>> head = ", in manufacturing "
    >>> beside_last(phrases(head), head).name, beside_last(phrases(", in real terms "), ", in real terms ")
    ('manufacturing', None)
    """
    tail = found[-1] if found else None
    if tail is None or not tail.name or tail.lead not in ("in", "for", "among"):
        return None
    return None if head[tail.end :].strip() or tail.verb else tail


_ADVERBIAL = frozenset(
    ("in", "for", "to", "on", "of", "above", "by", "from", "at", "over", "under", "amid", "among",
     "between", "through", "during", "within", "despite", "against", "below", "than", "since",
     "after", "before", "including", "excluding", "as", "into")
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
    if found and found[-1].name not in known and _DEGREE.fullmatch(head, found[-1].start):
        found = found[:-1]
    last = found[-1] if found else None
    if last and not (last.name or last.lead) and last.verb and any(p.said for p in found[:-1]):
        return None  # he said that this growth rate was
    nouns = [p for p in found if p.name and (not p.said or p.name in known)]  # the CPI showed
    free = [p for p in nouns if p.lead not in _ADVERBIAL or (p.lead == "as" and p.verb)]
    doing = [p for p in free if p.verb]
    if doing or free:
        last = (doing or free)[-1]
        later = [p for p in free if p.name in known and _APART.search(head, last.end, p.start)]
        if last.name not in known and _ITS_OWN.match(head, last.start, last.end):
            later = later or [p for p in nouns if p.name in known]  # cemented its position as
        if last.name not in known and later:
            return later[-1]  # its verb stands behind a remark: GDP, in all, grew
        apart = (
            p
            for p in free
            if p.name in known
            and _APPOSED.match(head, p.end)
            and not _SUBORDINATE.match(head, 0, p.end)
        )
        return last if last.name in known else next(apart, last)
    shown = (p for p in found if p.said and p.name and _SHOWED.match(head, p.end))
    return next((p for p in nouns if p.name in known), next(shown, None))
