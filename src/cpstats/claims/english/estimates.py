"""Numbers that an earlier edition gave for the same period: above an initial estimate of 4.6 percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.spot import Spot

_EARLY = r"(?:initial|preliminary|earlier|flash|first|advance|provisional|early)"
_ESTIMATE = pattern(
    rf"\b{_EARLY} (?:official )?(?:estimates?|readings?|figures?|prints?|releases?)(?: of)?(?: an?)? $|\b(?:an?|the) (?:preliminary|provisional)(?: of)? $"
)
_IN_EARLY = pattern(
    rf" (?:in|from) (?:the |an? )?{_EARLY} (?:figures?|estimates?|data|releases?)\b"
)
_FAR = 60


def of_an_edition(letters: str, spot: Spot) -> bool:
    """Return whether a number is what an earlier edition gave for the period of the number before it."""
    begin = max(0, spot.start - _FAR)
    before = _ESTIMATE.search(letters, begin, spot.start)
    return before is not None or _IN_EARLY.match(letters, spot.end) is not None
