"""Each claim beside every figure that speaks of it: confirmed, contradicted, depends, or not known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.judging import editions, excuses
from cpstats.claims.judging.beside_amount import as_nominal
from cpstats.claims.judging.columns_meant import other_ways
from cpstats.claims.judging.in_per_cent import as_growth
from cpstats.claims.judging.in_points import as_distance
from cpstats.claims.judging.lookup import readings_of, request_for, sought_of, weight_of
from cpstats.claims.judging.neighbours import FIELDS, neighbours
from cpstats.claims.judging.touching import compare, touch
from cpstats.claims.telling import wording
from cpstats.claims.telling.slips import slip_of
from cpstats.claims.terms.lexicon import lexicon
from cpstats.claims.terms.periods import is_one_state
from cpstats.claims.terms.printed import OVER, printed, words_before
from cpstats.claims.terms.units import is_percent
from cpstats.claims.terms.verdict import NOTHING, Evidence, Judged
from cpstats.model.period import Freq, annual
from cpstats.model.unit import POINTS
from cpstats.selecting import known
from cpstats.selecting.summed import summed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.judging.lookup import Request
    from cpstats.claims.judging.neighbours import Neighbour
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.printed import Printed
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.selecting.archive import Archive, Sought


def judge(claim: Claim, bench: Bench) -> Judged:
    """Return the verdict on one claim by itself."""
    found = _judge(claim, bench)
    if found.verdict not in ("unverifiable", "contradicted"):
        return found
    return _in_per_cent(claim, bench) or found


def _in_per_cent(claim: Claim, bench: Bench) -> Judged | None:
    """Return that the points of an amount are its growth in per cent, None where they are not."""
    grown = as_growth(claim, bench.catalogue)
    right = _judge(grown, bench) if grown is not None else None
    if right is None or right.verdict != "confirmed":
        return None
    against = tuple(e._replace(outcome="contradicted") for e in right.evidence)
    why = wording.contradicted(against, (), wording.IN_PER_CENT)
    return Judged(claim, "contradicted", why, against, right.evidence[0].figure, slip=True)


def _judge(claim: Claim, bench: Bench) -> Judged:
    if reason := wording.unchecked(claim):
        return Judged(claim, "not_checked", reason)
    claim = as_distance(claim, bench) or claim
    claim = as_nominal(claim, bench.beside(claim), bench.catalogue) or claim
    if reason := wording.unclear(claim, bench.catalogue):
        return Judged(claim, "unverifiable", reason)
    request = request_for(claim, bench.catalogue, words_before(claim))
    if request is None:
        return Judged(claim, "unverifiable", wording.no_measure(claim))
    found = looked_up(claim, request, bench, bench.archive)
    request = _in_their_unit(claim, request, found)
    said = printed(claim, request.unit, adjusted=bool(request.whole))
    if said is None:
        return _in_points(claim, request, bench)
    case = Case(claim, said, request, bench)
    evidence = case.evidence(found)
    evidence = case.added_up(found, evidence) or evidence
    itself = not evidence and bench.itself and looked_up(claim, request, bench, bench.whole)
    if itself and case.evidence(itself):
        return Judged(claim, "unverifiable", wording.only_itself(bench.itself))
    return case.settle(evidence, [f for one in found for f in one.figures if f.value is None])


class Found(NamedTuple):
    """What is known of a claim under one reading of its period."""

    reading: str
    sought: Sought
    figures: list[Figure]
    archive: Archive


def looked_up(claim: Claim, request: Request, bench: Bench, archive: Archive) -> list[Found]:
    """Return what the data know of a claim under each reading that can be looked up."""
    found = []
    for reading in readings_of(claim):
        sought = sought_of(claim, reading, request)
        if sought is not None:
            figures = bench.find(request, claim.measure, sought, archive)
            found.append(Found(reading, sought, figures, archive))
    return found


def _in_points(claim: Claim, request: Request, bench: Bench) -> Judged:
    """Return the verdict on a distance between two rates, or a change of one, that is printed in per cent.

    It is wrong where it is right in points; of what else it may be no figure is known.
    """
    of_rates = claim.measure.endswith("_gap") or claim.measure == "growth"
    points = request.unit == POINTS and of_rates and is_percent(claim.unit) and claim.value
    said = printed(claim._replace(unit=POINTS), POINTS) if points else None
    known = looked_up(claim, request, bench, bench.archive) if said else []
    found = Case(claim, said, request, bench).evidence(known) if said else ()
    true = said and claim.measure == "growth" and any(_is_of_its_base(said, e) for e in found)
    if not found or true or any(e.outcome != "confirmed" for e in found):
        return Judged(claim, "unverifiable", wording.NO_UNIT)
    against = tuple(e._replace(outcome="contradicted") for e in found)
    return Judged(
        claim, "contradicted", wording.contradicted(against, ()), against, found[0].figure
    )


def _is_of_its_base(said: Printed, one: Evidence) -> bool:
    """Return whether a number is a change of a rate in per cent of what the rate was: 0.4 % of 87.8 %."""
    change = one.figure
    then = min(change.inputs, key=lambda f: f.time_period, default=None)
    if then is None or not then.value or change.low is None or change.high is None:
        return True
    return touch(said.wide, (100 * change.low / then.value, 100 * change.high / then.value))


def _in_their_unit(claim: Claim, request: Request, found: Sequence[Found]) -> Request:
    """Return an amount asked for in the unit of its place's figures: euros, where these are no yuan."""
    if claim.measure not in AMOUNTS:
        return request
    units = dict.fromkeys(f.unit for one in found for f in one.figures if f.value is not None)
    if not units or request.unit in units:
        return request
    fits = (unit for unit in units if printed(claim, unit) is not None)
    return replace(request, unit=next(fits, next(iter(units))))


AMOUNTS = ("level", "change")
_LAST_DAY = "-12-31"
SOON = 0.03  # of a state changes between a day of a year and its end
RANKS = ("rank", "growth_rank")
_OF_ITS_PERIOD = (*AMOUNTS, "growth", "share", "rank")  # made of figures of their own period
Fit = tuple["Neighbour", tuple["Evidence", ...]]


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

    def evidence(self, found: Sequence[Found], *, confirmed: bool = False) -> tuple[Evidence, ...]:
        """Return what figures say of the number: all of them, or only those that confirm it."""
        claim, request, bench = self.claim, self.request, self.bench
        made = []
        for one in found:
            for figure in self._of_span(one):
                if figure.value is None or (
                    claim.measure in AMOUNTS and figure.unit != request.unit
                ):
                    continue
                outcome = compare(claim, self.said, figure)
                if outcome == "confirmed" or not confirmed:
                    weight = weight_of(claim, figure, request, bench.catalogue)
                    weight = "weak" if self._is_of_another_day(one, figure) else weight
                    release = bench.release(figure.vintage)
                    made.append(Evidence(one.reading, figure, outcome, weight, release=release))
        return tuple(made)

    def added_up(
        self, found: Sequence[Found], evidence: Sequence[Evidence]
    ) -> tuple[Evidence, ...]:
        """Return what confirms the number of a period of which only the parts are known, where nothing else does."""
        claim = self.claim
        plain = claim.measure in ("level", "growth") and claim.bound == "exact" and claim.value
        if not plain or any(e.outcome == "confirmed" for e in evidence):
            return ()
        made = [
            one._replace(figures=summed(one.archive, one.sought, claim.measure))
            for one in found
            if not any(f.value is not None for f in one.figures)
        ]
        return self.evidence(made, confirmed=True)

    def _is_of_another_day(self, one: Found, figure: Figure) -> bool:
        """Return whether a state on some day of a year may be held against that of its end: little changes."""
        day, value = self.claim.period or "", figure.value
        if one.reading == day or not is_one_state((day,)) or day.endswith(_LAST_DAY) or not value:
            return False
        return abs(self.said.value - value) <= SOON * abs(value)

    def _of_span(self, one: Found) -> Sequence[Figure]:
        """Return the figures of a reading, with the years in which a bound was passed."""
        spans = self.request.find is known.levels and one.sought.period.freq is Freq.SPAN
        if not spans or self.claim.bound not in OVER:
            return one.figures
        return [*one.figures, *self._reached(one.sought, one.archive)]

    def _reached(self, sought: Sought, archive: Archive) -> list[Figure]:
        """Return the years of a span in which a bound was passed; all of them if it never was."""
        years = [sought._replace(period=annual(year)) for year in sought.period.years]
        by_year = [[f for f in known.levels(archive, year) if not f.bound] for year in years]
        every = [f for found in by_year for f in found]
        passed = [f for f in every if compare(self.claim, self.said, f) == "confirmed"]
        return passed or (every if all(by_year) else [])

    def settle(self, evidence: tuple[Evidence, ...], lacking: Sequence[Figure]) -> Judged:
        """Return the verdict that the evidence of all readings makes together."""
        claim = self.claim
        confirmed = [e for e in evidence if e.outcome == "confirmed"]
        against = [e for e in evidence if e.outcome == "contradicted" and e.weight != "weak"]
        if claim.measure in RANKS and any(e.weight == "full" for e in against):
            confirmed = [e for e in confirmed if not self._is_later(e)]
        near = [e for e in evidence if e.outcome == "near"]
        if confirmed and not against:
            why = wording.confirmed(confirmed, self.readings, self.bench.sameday)
            return Judged(claim, "confirmed", why, evidence, confirmed[0].figure)
        if confirmed or near:
            best = (confirmed or near)[0].figure
            why = wording.depends(confirmed, against, near)
            return Judged(claim, "depends", why, evidence, best)
        refuted = {e.reading for e in against if e.weight == "full"}
        if refuted and (refuted >= set(self.readings) or is_one_state(self.readings)):
            return self._against(evidence, against)
        if not against and (beside := self._meant(evidence)):
            return self._beside(evidence, beside, against)
        why = wording.undecided(evidence, refuted, self.readings) or wording.lacking(
            lacking, self.readings, self.bench.catalogue, claim
        )
        best_of_all = evidence[0].figure if evidence else None
        return Judged(claim, "unverifiable", why, evidence, best_of_all)

    def _is_later(self, one: Evidence) -> bool:
        """Return whether a rank is only that of a release which the text cannot have known."""
        return editions.is_of_later(one.figure, self.bench.catalogue, self.bench.published)

    def _against(self, evidence: tuple[Evidence, ...], against: Sequence[Evidence]) -> Judged:
        """Return contradicted, unless another release, subject, place or year explains the difference."""
        claim, said = self.claim, self.said.value
        best = against[0].figure
        if apart := excuses.set_apart(claim, self.bench):
            return Judged(claim, "unverifiable", apart, evidence, best)
        around = self.around()
        if meant := [(one, some) for one, some in around if one.open]:
            return self._beside(evidence, meant, against)
        slips = [one for one, _ in around]
        doubt = excuses.doubt(claim, said, against, self.bench, slip=bool(slips))
        if doubt is not None:
            far = editions.is_about_something_else([e.figure for e in against], said)
            return Judged(claim, "unverifiable", doubt, evidence, best, astray=far)
        slip = slip_of(self.said, best)
        why = wording.contradicted(against, [one.word for one in slips], slip)
        known = bool(slips) or slip != NOTHING
        return Judged(claim, "contradicted", why, evidence, best, slip=known)

    def _beside(
        self,
        evidence: tuple[Evidence, ...],
        meant: Sequence[Fit],
        against: Sequence[Evidence],
    ) -> Judged:
        """Return depends: what the text does not say, but may mean, confirms it."""
        beside = tuple(e for _, some in meant for e in some)
        why = wording.meant(beside, against, [one.word for one, _ in meant])
        return Judged(self.claim, "depends", why, (*evidence, *beside), beside[0].figure)

    def _meant(self, evidence: tuple[Evidence, ...]) -> list[Fit]:
        """Return what confirms it where the data do not speak of what the text says."""
        wanted = ("basis", "base") if evidence else ("basis", "period", "base")
        fits = self.around(wanted, only_open=True)
        basis = [(one, some) for one, some in fits if one.field == "basis"]
        told = [(one, tuple(e for e in some if e.figure.formula is None)) for one, some in basis]
        if told := [(one, some) for one, some in told if some]:
            return told
        return [fit for fit in fits if fit[0].field != "basis"]

    def around(self, fields: Sequence[str] = FIELDS, *, only_open: bool = False) -> list[Fit]:
        """Return the neighbours that the number fits, with the figures that say so."""
        found = []
        bench, claim = self.bench, self.claim
        for one in neighbours(
            claim,
            bench.catalogue,
            bench.beside(claim),
            fields=fields,
            before=bench.before(claim),
            only_open=only_open,
            told=self.told,
            ways=self.ways,
            spelled=bench.spelled,
        ):
            if one.open or not only_open:
                some = self._fitting(one)
                found += [(one, some)] if some else []
        return found

    @property
    def ways(self) -> list[Claim]:
        """What the number is of the other columns of its thing that its words leave open."""
        bench = self.bench
        known = lexicon(bench.catalogue).families
        return other_ways(self.claim, known, bench.catalogue, bench.archive)

    @property
    def told(self) -> frozenset[Period] | None:
        """The periods of which something is known, where a number needs that; None: any may do."""
        claim = self.claim
        if claim.measure not in _OF_ITS_PERIOD or claim.ranked:
            return None
        return self.bench.archive.every.told_of(claim.indicator or "", claim.place or "")

    def _fitting(self, one: Neighbour) -> tuple[Evidence, ...]:
        claim = one.claim._replace(half_width_style=None)  # 74 percent beside 5.5: of 74.4 as well
        request = request_for(claim, self.bench.catalogue, words_before(claim))
        if request is None:
            return ()
        found = looked_up(claim, request, self.bench, self.bench.archive)
        request = _in_their_unit(claim, request, found)
        said = printed(claim, request.unit, adjusted=bool(request.whole))
        if said is None:
            return ()
        case = Case(claim, said, request, self.bench)
        basis = claim.price_basis if claim.price_basis_from == "other" else None
        return tuple(
            e._replace(said=False)
            for e in case.evidence(found, confirmed=True)
            if basis in (None, e.figure.price_basis)
        )
