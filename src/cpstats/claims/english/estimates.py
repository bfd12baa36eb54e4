"""Numbers that an earlier edition gave for the same period: above an initial estimate of 4.6 percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.spot import Spot

_EARLY = r"(?:initial|preliminary|earlier|flash|first|advance|provisional|early)"
_ESTIMATE = pattern(
    rf"\b{_EARLY} (?:official )?(?:estimates?|readings?|figures?|prints?|releases?)(?: of)?(?: an?)? $|\b(?:an?|the) (?:preliminary|provisional)(?: of)? $"
)
_IN_EARLY = pattern(
    rf" (?:in|from) (?:the |an? )?{_EARLY} (?:figures?|estimates?|data|releases?)\b"
)
_OR = pattern(r",? or (?:about |around |nearly |some )?")  # 3.9 percent, or $201 billion
_WHEN_FROM = pattern(r"\bwhen [^,;()\d]{1,50}\bfrom $")  # when it had slipped from 121.6 to 121.5
_TO = pattern(r" (?:points )?to (?:about |around |nearly |just )?")
_IN_BRACKET = pattern(  # after 2.3 percent in the second quarter (calendar-adjusted: 2.0 percent
    r"[^();]{0,40}\((?![a-z -]{0,30}\b(?:quarter|half|month|year|earlier|before|ago)\b)[a-z][a-z -]{3,40}(?:: ?| also )[+-]?"
)
_FAR = 60


def says_again(letters: str, numbers: Sequence[Spot], n: int, *, dated: bool) -> bool:
    """Return whether a number is of the period of the one before it: what an earlier edition gave, or it in another unit.

    `dated` is whether words of time stand behind it.
    """
    if not n:
        return False
    spot = numbers[n]
    between = numbers[n - 1].end, spot.start
    if not dated and (_OR.fullmatch(letters, *between) or _IN_BRACKET.fullmatch(letters, *between)):
        return True
    if not dated and _TO.fullmatch(letters, *between):
        ahead = letters[max(0, numbers[n - 1].start - _FAR) : numbers[n - 1].start]
        if _WHEN_FROM.search(ahead):
            return True
    before = _ESTIMATE.search(letters, max(0, spot.start - _FAR), spot.start)
    return before is not None or _IN_EARLY.match(letters, spot.end) is not None
