"""How a rate was taken: seasonally adjusted, over twelve months, of the core, in a month alone.

Two numbers that were taken in different ways are two quantities, though all else that is said of
them is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.judging.said import around_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim

_MANNER = pattern(
    r"\bseasonally|\b(?:in|over|for|of) (?:the )?(?:(?:last|past|previous|prior|preceding) )?(?:twelve|12|three|3|six|6) months|\b(?:twelve|12|three|3)-month|\bmonthly\b|\bmonth[- ](?:on|over)[- ]month"
    r"|\bannual(?:i[sz]ed|ly)?\b|\byear[- ](?:on|over|to)[- ]year|\b(?:ac)?cumulat\w+|\bsince the (?:beginning|start)|\bin the year\b|\bcore\b|\bunderlying\b|\btrimmed\b|\bheadline\b"
    r"|\bexcluding\b|\bwithout\b|\bservices\b|\bgoods\b|\bfood\b|\benergy\b|\btransport\w*|\brents?\b|\bhousing\b|\bestimat\w+|\brevis\w+|\bmoving average\b|\byear[- ]to[- ]date\b|\bso far\b|\bexpect\w+|\bforecast\w*|季调|环比|同比|核心",
    re.IGNORECASE,
)
_GROUP = pattern(r"\b(?:sub-?)?(?:groups?|categor(?:y|ies)|components?|items?|segments?)\b")
_BEHIND = 40  # signs behind a number that say how it was taken


def are_taken_alike(one: Claim, two: Claim) -> bool:
    """Return whether the words beside two numbers say the same of how they were taken."""
    first, second = _manner(_words(one)), _manner(_words(two))
    return first is not None and first == second


def _words(claim: Claim) -> str:
    return around_of(claim, _BEHIND)


@lru_cache(maxsize=64)
def _manner(words: str) -> frozenset[str] | None:
    """Return the words of manner, None where the number is one of several groups."""
    return None if _GROUP.search(words) else frozenset(m.group() for m in _MANNER.finditer(words))
