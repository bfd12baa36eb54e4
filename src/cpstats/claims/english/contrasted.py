"""Which English numbers are only compared with: up from 5.8 percent, after a fall of 2 percent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.spot import Spot

_LEAD = 70  # signs before a number that say so
_MOVE = r"(?:increase|rise|gain|growth|expansion|decline|decrease|fall|drop|contraction|rate|pace|level|average|figure|reading|total|value|peak|trough|high|low|forecasts?|estimates?)"
_DOING = r"(?:rising|growing|increasing|expanding|gaining|falling|declining|decreasing|dropping|contracting|shrinking|advancing|climbing)"
_FINITE = (  # exports from Canada rose: what rises is compared with nothing
    rf"(?:{'|'.join(v for v in SECTIONS['english_verbs'] if not v.endswith('ing'))})\b"
)
_AGAINST = pattern(
    r"\b(?:(?:compare[ds]|as compared|in comparison|relative) (?:with|to)|against|versus|(?<!look )(?<!looks )(?<!looked )(?<!looking )after|extending|revers(?:ing|es|ed)|eras(?:ing|ed)|follow(?:ing|s|ed(?! (?:with|by|at)\b))|than(?! (?:\w+ )?(?:expected|forecast|predicted|anticipated|estimated|thought)\b)|beating|matching|equal(?:l)?ing|topping|exceeding|surpassing|from|since(?= an? ))"
    rf"(?: (?:(?:an?|the|its) )?(?:(?!{_FINITE}|\d+ |and )[\w'-]+ ){{0,2}}?(?:{_MOVE} (?:of |to |in )?|{_DOING} (?:by )?|(?:about|around|over|nearly|under) )?)?\s*\+?$",
    re.IGNORECASE,
)
_ON_THE_RATE = pattern(  # shedding 0.3 points on the May 2021 rate of; over the May figure of
    r"\b(?:on|over|from|than|against) the [A-Z][a-z]+ (?:\d{4} )?(?:rate|level|figure|value|reading|total) of \W?$"
)
_BOUND = pattern(r"(?<![,\d] )\b(?:more|less|fewer|greater) than $")  # GDP grew more than 5 percent
_HAD_MOVED = pattern(  # after it had dropped by 0.2 percent in the second quarter
    r"\bafter (?:(?:it|they) had|having) (?:\w+ed|risen|fallen|grown|shrunk|sunk)(?: by| just| only)* $"
)
_BESIDE = pattern(
    rf"\b(?:above|below|under)(?: (?:the|its|an?|[A-Z][\w']+) (?:[\w-]+ ){{0,2}}?(?:{_MOVE} of )?)?\s*$"
)
_ALSO = pattern(r"(?: in| for)?(?: (?!to\b)[\w.'-]+){0,4},? and (?:by |of )?\+?$")
OUTDONE = pattern(  # faster than services at 5.1 percent
    r"\bthan (?:the |that (?:of|in) (?:the )?)?(?P<what>[a-z][\w' -]{2,40}?) at (?:about |around )?$"
)


def held(letters: str, numbers: Sequence[Spot]) -> list[bool]:
    """Return of each number of a sentence whether it only is compared with.

    Parameters
    ----------
    letters : str
        The sentence.
    numbers : sequence of Spot
        Its numbers in order.
    """
    found: list[bool] = []
    for n, spot in enumerate(numbers):
        between = letters[numbers[n - 1].end : spot.start] if n else ""
        also = n > 0 and found[-1] and _ALSO.fullmatch(between) is not None
        found.append(_is_held(letters[max(0, spot.start - _LEAD) : spot.start], also=also))
    return found


def _is_held(head: str, *, also: bool) -> bool:
    if OUTDONE.search(head) or _BOUND.search(head):
        return False
    return also or any(
        words.search(head) for words in (_AGAINST, _BESIDE, _HAD_MOVED, _ON_THE_RATE)
    )
