"""What context gives is closed where the numbers beside it are figures of that very period and place.

社会消费品零售总额117.26亿元,比上年增长5.4%: where the rate is that of the year the text is about, the amount
of the year before is a slip, not another reading. A number that stands alone stays open.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.judging import said
from cpstats.claims.judging.judge import judge
from cpstats.claims.judging.neighbours import at_period
from cpstats.claims.terms.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.verdict import Judged

WITNESSES = 2  # numbers of the same paragraph; of the same sentence one is enough


def with_settled_fields(found: Sequence[Judged], bench: Bench) -> list[Judged]:
    """Judge again, as if the text said its period and place, what depends on those of its context."""
    return [_settled(one, found, bench) if one.verdict == "depends" else one for one in found]


def _settled(judged: Judged, found: Sequence[Judged], bench: Bench) -> Judged:
    claim = judged.claim
    meant = dict.fromkeys(_meant(judged))
    printed = {*said.years_printed(claim)}
    own = (claim.period, *claim.period_readings)
    others = {p.year for _, code in meant if code not in own and (p := period_of(code))}
    if not meant or others & printed:
        return judged
    beside = (j.claim for j in found if _is_beside(j, claim))
    near = [one for one in beside if not any(_fits(one, *other, bench) for other in meant)]
    same = any(one.sentence_start == claim.sentence_start for one in near)
    if not same and len(near) < WITNESSES:
        return judged
    again = judge(replace(claim, settled=("period", "place")), bench)
    return again if again.verdict == "contradicted" else judged


def _meant(judged: Judged) -> Iterator[tuple[str, str]]:
    """Yield place and period of each figure that confirms a number without being what the text says."""
    for one in judged.evidence:
        if not one.said and one.outcome == "confirmed":
            yield one.figure.ref_area, one.reading


def _is_beside(judged: Judged, claim: Claim) -> bool:
    """Return whether a number of the paragraph is a figure of the period and place a claim takes from context."""
    one = judged.claim
    return (
        one is not claim
        and one.line == claim.line
        and judged.verdict == "confirmed"
        and one.place == claim.place
        and (one.period, one.period_readings) == (claim.period, claim.period_readings)
    )


def _fits(claim: Claim, place: str, code: str, bench: Bench) -> bool:
    """Return whether a number would be right of another period or place as well."""
    period = period_of(code)
    if period is None:
        return True
    same = code in (claim.period, *claim.period_readings)
    other = replace(claim if same else at_period(claim, period), place=place)
    return judge(other, bench).verdict == "confirmed"
