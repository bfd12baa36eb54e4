"""A rate and a gap in one sentence: 6.2 % and 1.3 points above the city say what the city grew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.judge import Case
from cpstats.claims.judging.lookup import Request, sought_of
from cpstats.claims.judging.touching import compare
from cpstats.claims.terms.printed import printed
from cpstats.claims.terms.verdict import Evidence
from cpstats.model.figure import Figure, Quote
from cpstats.model.text import same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting import known
from cpstats.selecting.computed import computed, interval, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.printed import Printed
    from cpstats.claims.terms.verdict import Judged

RATE_OF = {"growth_gap": "growth", "average_growth_gap": "average_growth"}
FIND = {"growth": known.growths, "average_growth": known.averages}
TEXT = "text"  # the method of a figure that the text itself gives


def with_gaps(found: Sequence[Judged], bench: Bench) -> list[Judged]:
    """Judge gaps and the rates beside them together, where the data lack the place's own rate."""
    made = list(found)
    for n, judged in enumerate(found):
        if judged.claim.measure not in RATE_OF or judged.claim.status != "claim":
            continue
        partner = _partner(found, n)
        if partner is None or any(e.weight == "full" for e in judged.evidence):
            continue
        gap, rate = judged.claim, found[partner].claim
        made[n] = _with(judged, rate, bench)
        if not found[partner].evidence:
            made[partner] = _with(found[partner], gap, bench)
    return made


def _partner(found: Sequence[Judged], n: int) -> int | None:
    """Return the rate that a gap is the gap of: the last one before it in the sentence."""
    gap = found[n].claim
    for m in range(n - 1, -1, -1):
        claim = found[m].claim
        if claim.sentence_start != gap.sentence_start:
            return None
        if (
            claim.measure == RATE_OF[gap.measure]
            and claim.indicator == gap.indicator
            and claim.place == gap.place
            and claim.period_readings == gap.period_readings
            and claim.bound == "exact"
        ):
            return m
    return None


def _with(judged: Judged, other: Claim, bench: Bench) -> Judged:
    """Add what the benchmark's rates make of a claim together with the other number."""
    claim = judged.claim
    is_gap = claim.measure in RATE_OF
    gap, rate = (claim, other) if is_gap else (other, claim)
    if (
        claim.indicator is None
        or gap.benchmark is None
        or gap.benchmark not in bench.catalogue.places
    ):
        return judged
    unit, other_unit = (POINTS, PERCENT) if is_gap else (PERCENT, POINTS)
    request = Request(PERCENT, FIND[rate.measure])
    said, given = printed(claim, unit), printed(other, other_unit)
    if said is None or given is None:
        return judged
    case = Case(claim, said, request, bench)
    evidence = list(judged.evidence)
    for reading in case.readings:
        sought = sought_of(rate, reading, request)
        if sought is None:
            continue
        text = _figure(other, given, str(sought.period), gap.benchmark)
        asked = sought._replace(area=gap.benchmark)
        for theirs in bench.find(request, rate.measure, asked, bench.archive):
            basis = theirs.price_basis == (rate.price_basis or "")
            if theirs.value is not None and not theirs.bound and basis:
                figure = _joined(text, theirs, claim, unit)
                release = bench.catalogue.releases(figure.vintage)
                outcome = compare(claim, said, figure)
                evidence.append(Evidence(reading, figure, outcome, "joint", release=release))
    if len(evidence) == len(judged.evidence):
        return judged
    return case.settle(tuple(evidence), ())


def _figure(claim: Claim, said: Printed, period: str, other: str) -> Figure:
    """Return a number of the text as a figure without a source."""
    return Figure(
        indicator=claim.indicator or "",
        ref_area=claim.place or "",
        time_period=period,
        measure=claim.measure,
        counterpart_area=other if claim.measure in RATE_OF else "",
        method=TEXT,
        price_basis=claim.price_basis or "",
        value=said.value,
        low=said.wide[0],
        high=said.wide[1],
        unit=claim.unit,
        printed=Quote(claim.surface),
        decimals=len(claim.value_text.partition(".")[2]),
    )


def _joined(text: Figure, theirs: Figure, claim: Claim, unit: str) -> Figure:
    """Return the text's rate less the benchmark's, or the benchmark's plus the text's gap."""
    is_gap = claim.measure in RATE_OF
    sign = "−" if is_gap else "+"
    first, second = (text, theirs) if is_gap else (theirs, text)
    one, two = interval(first), interval(second)
    return computed(
        one - two if is_gap else one + two,
        (first, second),
        same(f"{shown(first)} {sign} {shown(second)}"),
        indicator=claim.indicator or "",
        ref_area=claim.place or "",
        counterpart_area=theirs.ref_area if is_gap else "",
        time_period=theirs.time_period,
        measure=claim.measure,
        method="difference" if is_gap else "sum",
        price_basis=theirs.price_basis,
        unit=unit,
        decimals=2,
        n=theirs.n,
    )
