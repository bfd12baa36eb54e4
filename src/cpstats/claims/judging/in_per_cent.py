"""Points behind an amount that rose: they are per cent, for an amount has no points (产值1.42亿元,增长9.5个百分点)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.printed import words_before
from cpstats.claims.terms.units import is_points
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.unit import PERCENT

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue

_MOVED = pattern(
    r"(?:增长|增加|上涨|下降|下跌|减少)了?$"
    r"|\b(?:rose|risen|grew|grown|increased|rise|increase|growth|up|fell|fallen|fall|decreased|decrease|declined|decline|down)(?: by| of)? ?$"
)
_OF_A_RATE = pattern(  # of the last clause: what moves is no amount, or moves something else
    r"(?:增速|增幅|降幅|涨幅|占|比重|率|拉动|贡献|带动|推动)[^,;。]*$"
    r"|\b(?:share|rate|pace|growth rate|proportion|contribut\w+|driv\w+|add\w*)\b[^,;.]*$"
)
_CHANGES = ("growth_change", "share_change")


def as_growth(claim: Claim, catalogue: Catalogue) -> Claim | None:
    """Return a change in points as growth in per cent where the words say that an amount itself rose or fell."""
    thing = catalogue.indicators.get(claim.indicator or "")
    if thing is None or claim.measure not in _CHANGES or claim.benchmark or claim.ranked:
        return None
    if not thing.unit or is_rate(thing.unit) or thing.kind == "index" or not is_points(claim.unit):
        return None
    words = words_before(claim)
    if _MOVED.search(words) is None or _OF_A_RATE.search(words):
        return None
    return claim._replace(measure="growth", unit=PERCENT, subtype=None, of=None)
