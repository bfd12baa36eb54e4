"""Whether a rate that stands beside amounts is that of the amounts as they are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.letters import plain_part
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue

_REAL = pattern(
    r"增加值|生产总值|GDP|GNI|GRP|总产值|经济总量|国民收入|投资|零售|限额|规模?以上|规上|同口径|可比|不变价|指数|物价|价格|gross (?:domestic|national|regional|state)|value[- ]added|\bindex\b|\bprices?\b|consumption|investment|retail",
    re.IGNORECASE,
)


_ADJUSTED = pattern(
    r"同口径|可比|不变价|扣除|实际增|\bin real terms\b|\breal\b(?! estate)|\bvolumes?\b|adjusted|constant|chained|comparable|like-for-like|same-store|organic|excluding|inflation"
)


def is_nominal(claims: Sequence[Claim], catalogue: Catalogue) -> bool:
    """Return whether a rate between some amounts is that of the amounts: not real, of one scope."""
    for claim in claims:
        thing = catalogue.indicators.get(claim.indicator or "")
        scoped = thing is not None and (thing.growth_basis in ("constant", "scope") or thing.scope)
        said = claim.price_basis_from == "text" and claim.price_basis == "current"
        if (scoped or _REAL.search(claim.indicator_surface or "")) and not said:
            return False
        if claim.price_basis == "constant":
            return False
    return not takes_prices_out(claims[0])


def takes_prices_out(claim: Claim) -> bool:
    """Return whether a sentence says somewhere that prices, the season or a scope are taken out."""
    return _ADJUSTED.search(plain_part(claim.sentence, 0)) is not None
