"""A title that only the day of the text dates has the period that the same number has below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.script import is_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim


def told_later(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims of which those of the first line that only the day of the text dates have the period of the same number below.

    A title says that output is up 3.1 percent, and the text below of which months.
    """
    top = claims[0].line if claims else 0
    dated: dict[tuple[str, str, str], set[tuple[str, ...]]] = {}
    made: list[Claim] = []
    for claim in reversed(claims):
        key = claim.value_text, claim.indicator or "", claim.unit
        told = dated.get(key, set())
        if claim.line != top and claim.period_from == "sentence" and claim.period:
            dated.setdefault(key, set()).add((claim.period, *claim.period_readings))
        titled = claim.line == top and claim.period_from == "docdate" and claim.indicator
        if titled and len(told) == 1 and is_latin(claim.sentence):
            period, *readings = next(iter(told))
            claim = claim._replace(  # noqa: PLW2901
                period=period, period_readings=tuple(readings), period_from="context"
            )
        made.append(claim)
    return made[::-1]
