"""What a move of a month or quarter may be on too: the one before it, or the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.period import Period

MOVES = ("change", "share_change", "growth_change")
_OTHER = {"growth": "growth_on_period", "growth_on_period": "growth"}


def other_paces(claim: Claim, period: Period) -> Iterator[tuple[Claim, Text]]:
    """Yield a move with what else it may be on, and that in words.

    A change on the month or quarter before, where nobody says on what (rose by 240,000 in September), and growth
    whose step is only said of another number.
    """
    last = period.previous()
    word = Text(f"since {last.label('en')}", f"以{last.label('zh')}为基期")
    if claim.measure in MOVES and not claim.base_period:
        yield claim._replace(base_period=str(last)), word
    if claim.lent and claim.measure in _OTHER:
        back = claim.measure == "growth_on_period"
        other = claim._replace(measure=_OTHER[claim.measure], base_period=None, lent=False)
        yield other, Text("on the year before", "同比") if back else word
