"""What is called false though its words only name a part of its column: kept where something bears the name out."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        else one
        for one in found
    ]


def _named(judged: Judged) -> tuple[str | None, str | None]:
    return judged.claim.indicator, judged.claim.indicator_surface
