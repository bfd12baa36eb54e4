"""A number that takes up one that the text has dated before: The 5.6 percent increase follows a 6 percent increase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.claim import Claim

_DEFINITE = pattern(r"(?:^|[\s\"'(])(?:[Tt]he|[Tt]his|[Tt]hat) (?:overall |headline |latest )?$")


def told_again(
    claims: Sequence[Claim],
    numbers: Sequence[Stretch],
    given: dict[tuple[str, str], tuple[str, tuple[str, ...]]],
) -> list[Claim]:
    """Return claims of which one that takes up a number has the period that this was given.

    Parameters
    ----------
    claims, numbers : sequence
        The claims of a sentence, and the numbers that they are read from.
    given : dict
        The period of each indicator's number that the text has dated so far; it is added to.
    """
    made: list[Claim] = []
    for claim, number in zip(claims, numbers, strict=True):
        key = claim.value_text, claim.indicator or ""
        before = given.get(key)
        if number.dated and claim.indicator and claim.period:
            given[key] = claim.period, claim.period_readings
        if before is not None and not number.dated and _DEFINITE.search(number.said):
            period, readings = before
            claim = claim._replace(  # noqa: PLW2901
                period=period, period_readings=readings, period_from="context"
            )
        made.append(claim)
    return made
