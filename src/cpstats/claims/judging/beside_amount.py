"""Growth that stands beside the amount it is of: what is told in one breath with exports of 53 billion is theirs as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.judging.consecutive import between
from cpstats.claims.judging.nominal import takes_prices_out
from cpstats.claims.terms.units import is_money, is_percent
from cpstats.gazetteer.china import is_code
from cpstats.model.catalogue import OWN
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue

_COUNTED = pattern(  # what is told as it is invoiced or booked, and seldom in real terms
    r"\b(?:exports?|imports?|trade|turnover|sales|revenues?|prices?|rents?|tax(?:es)?|receipts|debts?|loans?|deposits?|remittances)\b",
    re.IGNORECASE,
)
_RATE_BEHIND = pattern(  # 227 billion in 2023, 5.6 percent more; B, up 5.6 percent
    r"(?: [a-z]+)?(?: in (?:[A-Z][a-z]+ )?\d{4}(?:[-/]\d\d)?)?, (?:(?:which was )?(?:up|down|an? (?:increase|rise|gain|decrease|decline|drop|fall) of)(?: by)? )?"
)
_AND_ON = pattern(
    r" (?:from|on|over|than)(?: in)? [A-Za-z]+(?: \d{4})?,? (?:and|but)(?: up| down)?(?: by)? "
)
_TO_AMOUNT = pattern(r",? to (?:about )?")


def as_nominal(claim: Claim, beside: Sequence[Claim], catalogue: Catalogue) -> Claim | None:
    """Return growth as that of current prices where its own amount stands right beside it; else None.

    Only of a reader's own columns of amounts that are invoiced or booked, of places outside China, where
    growth is told on a comparable scope; no words of the sentence may say that prices are taken out.
    """
    thing = catalogue.indicators.get(claim.indicator or "")
    if (
        thing is None
        or thing.theme != OWN
        or not is_money(thing.unit)
        or is_code(claim.place or "")
    ):
        return None
    if claim.measure not in ("growth", "growth_on_period") or claim.price_basis_from == "text":
        return None
    if not is_percent(claim.unit) or not _COUNTED.search(thing.name_en):
        return None
    key = (claim.indicator, claim.place, claim.period)
    own = [c for c in beside if (c.indicator, c.place, c.period) == key and c.measure == "level"]
    near = any(is_its_amount(one, claim) or _goes_on(one, claim, beside) for one in own)
    if not near or takes_prices_out(claim):
        return None
    return claim._replace(price_basis="current", price_basis_from="beside")


def _goes_on(amount: Claim, rate: Claim, beside: Sequence[Claim]) -> bool:
    """Return whether a rate follows another one of an amount, on another time: up 0.4 percent from April and 5.5 percent from May."""
    key = (rate.indicator, rate.place)
    rates = (
        c
        for c in beside
        if (c.indicator, c.place) == key and is_percent(c.unit) and c.end <= rate.start
    )
    last = max(rates, key=lambda c: c.start, default=None)
    linked = last is not None and _AND_ON.fullmatch(between(last, rate))
    return bool(linked and last and amount.end <= last.start and is_its_amount(amount, last))


def is_its_amount(amount: Claim, rate: Claim) -> bool:
    """Return whether an amount stands right beside its growth: 53 billion in 2023, up 8 percent; fell 8 percent to 53 billion."""
    if amount.end <= rate.start:
        return _RATE_BEHIND.fullmatch(between(amount, rate)) is not None
    return _TO_AMOUNT.fullmatch(between(rate, amount)) is not None
