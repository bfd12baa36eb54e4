"""What is called false though its words only name a part of its column: kept where something bears the name out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.beside_amount import is_its_amount
from cpstats.claims.telling import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.verdict import Judged


def only_borne_out(found: Sequence[Judged]) -> list[Judged]:
    """Take back what is called false of a column that nothing shows to be meant.

    Its name is borne out where the number is the column's figure of another year or place, or that
    with another sign or ten times as much; where its words say nothing else, also where a number of
    the same word fits the column.
    """
    fits = {_named(one) for one in found if one.verdict == "confirmed"}
    return [
        one._replace(verdict="unverifiable", why=wording.NEARLY)
        if one.claim.nearly
        and one.verdict == "contradicted"
        and not one.slip
        and (one.claim.nearly == "loosely" or _named(one) not in fits)
        and not _has_its_amount(one, found)
        else one
        for one in found
    ]


def _has_its_amount(one: Judged, found: Sequence[Judged]) -> bool:
    """Return whether growth stands beside the very amount that its column has: 2,483 homes, an increase of."""
    claim = one.claim
    key = (claim.sentence_start, claim.indicator, claim.place, claim.period)
    return claim.measure == "growth" and any(
        other.verdict == "confirmed"
        and other.claim.measure == "level"
        and key
        == (
            other.claim.sentence_start,
            other.claim.indicator,
            other.claim.place,
            other.claim.period,
        )
        and is_its_amount(other.claim, claim)
        for other in found
    )


def _named(judged: Judged) -> tuple[str | None, str | None]:
    return judged.claim.indicator, judged.claim.indicator_surface
