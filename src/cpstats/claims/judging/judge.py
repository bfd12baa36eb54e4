"""Each claim beside every figure that speaks of it: confirmed, contradicted, depends, or not known."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpstats.claims.judging import doubts
from cpstats.claims.judging.compare import compare
from cpstats.claims.judging.lookup import period_of, readings_of, request_for, sought_of, weight_of
from cpstats.claims.judging.printed import OVER, printed, words_before
from cpstats.claims.judging.verdict import Evidence, Judged
from cpstats.claims.telling import wording
from cpstats.model.period import Freq, annual
from cpstats.selecting import known

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cpstats.claims.judging.lookup import Request
    from cpstats.claims.judging.printed import Printed
    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.selecting.archive import Archive, Sought


OTHER_BASIS = {"constant": "current", "current": "constant"}


@dataclass(frozen=True, slots=True)
class Bench:
    """What claims are held against: the data without the text itself, and with it."""

    catalogue: Catalogue
    archive: Archive
    whole: Archive
    itself: tuple[str, ...] = ()  # ids of the sources that are taken for the text
    published: date | None = None  # the day of the text
    zone: str | None = None  # the development zone that the text begins with
    asked: dict[tuple[object, ...], list[Figure]] = field(default_factory=dict, compare=False)

    def find(
        self, request: Request, measure: str, sought: Sought, archive: Archive
    ) -> list[Figure]:
        """Return what is known of a quantity; a long text asks for the same ones again and again."""
        key = (measure, request.unit, sought, archive is self.whole)
        if key not in self.asked:
            self.asked[key] = request.find(archive, sought)
        return self.asked[key]


def judge(claim: Claim, bench: Bench) -> Judged:
    """Return the verdict on one claim by itself."""
    if reason := wording.unchecked(claim):
        return Judged(claim, "not_checked", reason)
    if reason := wording.unclear(claim, bench.catalogue):
        return Judged(claim, "unverifiable", reason)
    request = request_for(claim, bench.catalogue, words_before(claim))
    if request is None:
        return Judged(claim, "unverifiable", wording.no_measure(claim))
    said = printed(claim, request.unit)
    if said is None:
        return Judged(claim, "unverifiable", wording.NO_UNIT)
    case = Case(claim, said, request, bench)
    evidence, lacking = case.gathered(bench.archive)
    if not evidence and bench.itself and case.gathered(bench.whole)[0]:
        return Judged(claim, "unverifiable", wording.only_itself(bench.itself))
    return case.settle(evidence, lacking)


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with what its number stands for and how figures for it are found."""

    claim: Claim
    said: Printed
    request: Request
    bench: Bench

    @property
    def readings(self) -> tuple[str, ...]:
        """What the period may mean."""
        return readings_of(self.claim)

    def gathered(self, archive: Archive) -> tuple[tuple[Evidence, ...], list[Figure]]:
        """Return what the data say under every reading, and the figures that cannot be computed."""
        evidence: list[Evidence] = []
        lacking: list[Figure] = []
        for reading in self.readings:
            some, empty = self.under(reading, archive)
            evidence += some
            lacking += empty
        return tuple(evidence), lacking

    def under(self, reading: str, archive: Archive) -> tuple[list[Evidence], list[Figure]]:
        """Return what the data say under one reading."""
        claim, request = self.claim, self.request
        sought = sought_of(claim, reading, request)
        if sought is None:
            return [], []
        found = self.bench.find(request, claim.measure, sought, archive)
        spans = request.find is known.levels and sought.period.freq is Freq.SPAN
        if spans and claim.bound in OVER:
            found = [*found, *self._reached(sought, archive)]
        evidence = [
            Evidence(
                reading,
                f,
                compare(claim, self.said, f),
                weight_of(claim, f, request, self.bench.catalogue),
            )
            for f in found
            if f.value is not None
        ]
        return evidence, [f for f in found if f.value is None]

    def _reached(self, sought: Sought, archive: Archive) -> list[Figure]:
        """Return the years of a span in which a bound was passed; all of them if it never was."""
        years = [replace(sought, period=annual(year)) for year in sought.period.years]
        by_year = [[f for f in known.levels(archive, year) if not f.bound] for year in years]
        every = [f for found in by_year for f in found]
        passed = [f for f in every if compare(self.claim, self.said, f) == "confirmed"]
        return passed or (every if all(by_year) else [])

    def settle(self, evidence: tuple[Evidence, ...], lacking: Sequence[Figure]) -> Judged:
        """Return the verdict that the evidence of all readings makes together."""
        claim = self.claim
        confirmed = [e for e in evidence if e.outcome == "confirmed"]
        against = [e for e in evidence if e.outcome == "contradicted" and e.weight != "weak"]
        near = [e for e in evidence if e.outcome == "near"]
        if confirmed and not against:
            why = wording.confirmed(confirmed, self.readings)
            return Judged(claim, "confirmed", why, evidence, confirmed[0].figure)
        if confirmed or near:
            best = (confirmed or near)[0].figure
            why = wording.depends(confirmed, against, near)
            return Judged(claim, "depends", why, evidence, best)
        refuted = {e.reading for e in against if e.weight == "full"}
        if refuted and refuted >= set(self.readings):
            return self._against(evidence, against)
        if not against and (beside := self._meant(evidence)):
            return self._beside(evidence, beside, against)
        why = wording.undecided(evidence, refuted, self.readings) or wording.lacking(
            lacking, self.readings, self.bench.catalogue, claim
        )
        best_of_all = evidence[0].figure if evidence else None
        return Judged(claim, "unverifiable", why, evidence, best_of_all)

    def _against(self, evidence: tuple[Evidence, ...], against: Sequence[Evidence]) -> Judged:
        """Return contradicted, unless another release, subject or year explains the difference."""
        doubt = doubts.doubt(self.claim, self.said.value, against, self.bench)
        if doubt is not None:
            return Judged(self.claim, "unverifiable", doubt, evidence, against[0].figure)
        if beside := self._on_the_other_basis() or self._neighbours():
            return self._beside(evidence, beside, against)
        why = wording.contradicted(against)
        return Judged(self.claim, "contradicted", why, evidence, against[0].figure)

    def _beside(
        self,
        evidence: tuple[Evidence, ...],
        beside: tuple[Evidence, ...],
        against: Sequence[Evidence],
    ) -> Judged:
        """Return depends: what the text does not say, but may mean, confirms it."""
        why = wording.depends(beside, against, [])
        return Judged(self.claim, "depends", why, (*evidence, *beside), beside[0].figure)

    def _meant(self, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """Return what confirms it where the data do not speak of what the text says."""
        basis = tuple(e for e in self._on_the_other_basis() if e.figure.formula is None)
        return basis or (() if evidence else self._neighbours())

    def _on_the_other_basis(self) -> tuple[Evidence, ...]:
        """Return what confirms it as nominal or real growth, where the text does not say which."""
        claim = self.claim
        other = OTHER_BASIS.get(claim.price_basis or "")
        if claim.price_basis_from != "indicator" or other is None:
            return ()
        case = replace(self, claim=replace(claim, price_basis=other, price_basis_from="other"))
        found, _ = case.gathered(self.bench.archive)
        return tuple(
            replace(e, said=False)
            for e in found
            if e.outcome == "confirmed" and e.figure.price_basis == other
        )

    def _neighbours(self) -> tuple[Evidence, ...]:
        """Return what confirms it in the year before or after, where the text names no year."""
        readings = self.claim.period_readings
        if self.claim.period_from != "docdate" or len(readings) != 1:
            return ()
        period = period_of(readings[0])
        if period is None or period.freq is Freq.SPAN:
            return ()
        found: list[Evidence] = []
        for other in (period.year_before(), period.year_before(-1)):
            some, _ = self.under(str(other), self.bench.archive)
            found += [replace(e, said=False) for e in some if e.outcome == "confirmed"]
        return tuple(found)
