"""What is called false though its words only name a part of its column: kept where something bears the name out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.beside_amount import is_its_amount
from cpstats.claims.telling import wording
from cpstats.claims.terms.printed import printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.verdict import Judged

BARE = 3  # signs of a name that says only what is counted: 产量, 总投资
FAR = 0.2  # part by which two numbers of one name differ that are of two things


def only_borne_out(found: Sequence[Judged]) -> list[Judged]:
    """Take back what is called false of a column that nothing shows to be meant.

    Its name is borne out where the number is the column's figure of another year or place, or that
    with another sign or ten times as much; where its words say nothing else, also where a number of
    the same word fits the column.
    """
    fits = {_named(one) for one in found if one.verdict == "confirmed"}
    found = _without_second_things(found)
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


def _without_second_things(found: Sequence[Judged]) -> Sequence[Judged]:
    """Take back what is called false of a bare name that fits elsewhere: 粮食播种…,产量36万吨;油料播种…,产量4万吨.

    A table has one 产量 or 总投资, and a text that says the name of two things two numbers, far from one another.
    """
    levels = [one for one in found if _is_bare(one) and one.claim.measure == "level"]
    fits = {_quantity(one) for one in levels if one.verdict == "confirmed"}
    second = {
        (one.claim.indicator, one.claim.sentence_start, one.claim.group)
        for one in levels
        if one.verdict == "contradicted" and not one.slip and _quantity(one) in fits
        and _is_far(one)
    }  # fmt: skip
    if not second:
        return found
    return [
        one._replace(verdict="unverifiable", why=wording.NEARLY)
        if one.verdict == "contradicted"
        and (one.claim.indicator, one.claim.sentence_start, one.claim.group) in second
        else one
        for one in found
    ]


def _is_bare(judged: Judged) -> bool:
    """Return whether a number is named by a short word alone, which is a column's whole name: 产量."""
    name = judged.claim.indicator or ""
    return name == judged.claim.indicator_surface and len(name) <= BARE and not name.isascii()


def _is_far(judged: Judged) -> bool:
    best = judged.best
    said = printed(judged.claim, best.unit) if best is not None else None
    if best is None or said is None or not best.value:
        return False
    return abs(said.value - best.value) > FAR * abs(best.value)


def _quantity(judged: Judged) -> tuple[str | None, ...]:
    claim = judged.claim
    return claim.indicator, claim.place, claim.period


def _named(judged: Judged) -> tuple[str | None, str | None]:
    return judged.claim.indicator, judged.claim.indicator_surface
