"""What a text says a number is beside those of other years or of another place: the most since one, above the nation's."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.claims.judging import editions
from cpstats.claims.judging.directions import with_directions
from cpstats.claims.judging.judge import Case, looked_up
from cpstats.claims.judging.lookup import request_for
from cpstats.claims.judging.unnumbered import is_no_record
from cpstats.claims.telling import against_years as words
from cpstats.claims.telling.wording import figure as figure_said
from cpstats.claims.terms.measure import GROWTHS
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.printed import OVER, printed, words_before
from cpstats.claims.terms.verdict import Evidence
from cpstats.model.kinds import is_rate
from cpstats.model.period import Freq, annual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.comparison import Comparison
    from cpstats.claims.terms.printed import Printed
    from cpstats.claims.terms.verdict import Judged, Verdict
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.text import Text

_EVER = 60  # years that are looked back
_TRUE = ("confirmed", "depends")
CLEAR = 0.05 + 1e-9  # points by which a rate moves that is printed with one digit
REVISED = 0.3  # points that a revision may move the growth of a year beside that of the next
EVEN = 0.15  # points by which rates may differ that are said to be level
_RATES = ("growth", "average_growth")
_STANDING = ("level", "share", "index")


@dataclass(frozen=True, slots=True)
class Years:
    """The figures of earlier years, by year, and how many years were asked for."""

    figures: dict[int, list[Figure]]
    wanted: int | None

    @property
    def whole(self) -> bool:
        """Whether every year that was asked for has a figure."""
        return self.wanted is not None and len(self.figures) == self.wanted


def with_comparisons(found: Sequence[Judged], bench: Bench) -> tuple[list[Judged], list[Text]]:
    """Judge comparisons; the second are the reasons why some were not checked."""
    made: list[Judged] = []
    left: list[Text] = []
    for judged in with_directions(found, bench):
        compared = judged.claim.compared
        if compared is None or judged.claim.status != "claim":
            made.append(judged)
            continue
        answer = _settled(judged, compared, bench)
        if isinstance(answer, Answer):
            made.append(_with(judged, answer, bench.catalogue))
        else:
            made.append(judged)
            left.append(answer)
    return made, left


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a comparison holds, why, and the figures of the other years that say so."""

    holds: bool
    why: Text
    figures: Sequence[Figure]


def _with(judged: Judged, answer: Answer, catalogue: Catalogue) -> Judged:
    """Return a verdict with what the comparison adds; a number of years has no other verdict."""
    beside = (
        Evidence(f.time_period, f, "compared", said=False, release=catalogue.releases(f.vintage))
        for f in answer.figures
    )
    every = (*judged.evidence, *beside)
    if answer.holds and judged.evidence:
        return judged._replace(why=judged.why + words.ALSO + answer.why, evidence=every)
    verdict: Verdict = "confirmed" if answer.holds else "contradicted"
    return judged._replace(verdict=verdict, why=answer.why, evidence=every, best=answer.figures[0])


def _settled(judged: Judged, compared: Comparison, bench: Bench) -> Answer | Text:
    """Return whether a comparison holds and the figures that say so, or why it cannot be decided."""
    claim = judged.claim
    period = period_of(claim.period or "")
    if claim.place is None or claim.place not in bench.catalogue.places or period is None:
        return words.OPEN
    if compared.kind == "beside":
        return (_even if compared.even else _beside)(judged, compared, bench)
    if not (period.freq is Freq.ANNUAL or compared.same):
        return words.PART_OF_A_YEAR
    if compared.kind == "row":
        return _row(claim, compared, period, bench)
    if judged.verdict not in _TRUE:
        return words.NUMBER_OPEN
    return (_first if compared.kind == "first" else _record)(claim, compared, period, bench)


def _beside(judged: Judged, compared: Comparison, bench: Bench) -> Answer | Text:
    """Hold a number that is above or below that of another place against the figures of that place."""
    claim, other = judged.claim, compared.than
    when = {e.reading for e in judged.evidence if e.outcome == "confirmed"}
    said = _said(claim, bench)
    if judged.verdict != "confirmed" or len(when) != 1 or said is None or other == claim.place:
        return words.PLACE_OPEN
    if claim.bound != "exact" or claim.direction == "down" or not _may_stand_beside(claim, bench):
        return words.PLACE_OPEN
    one = claim._replace(place=other, period=min(when), period_readings=(*when,))
    figures = [e.figure for e in _evidence(one, claim, bench) if e.weight == "full"]
    if figures and all(_beyond(f, said, up=compared.up) for f in figures):
        why = words.on_the_other_side(_told(figures[0], bench), up=compared.up)
        return _refuted(why, figures, said, bench)
    if not figures or not all(_beyond(f, said, up=not compared.up) for f in figures):
        return words.PLACE_OPEN
    return Answer(holds=True, why=words.beside(_told(figures[0], bench)), figures=figures[:1])


def _may_stand_beside(claim: Claim, bench: Bench) -> bool:
    """Return whether a number of one place is like that of a larger one: a rate, or one per head."""
    thing = bench.catalogue.indicators[claim.indicator or ""]
    rate = claim.measure in _RATES or (claim.measure == "share" and is_rate(thing.unit))
    return rate or (claim.measure == "level" and thing.compare == "ratio")


def _evidence(one: Claim, claim: Claim, bench: Bench) -> Sequence[Evidence]:
    """Return what figures say of a number, were it that of another year or place."""
    request = request_for(one, bench.catalogue, words_before(claim))
    said = printed(one, request.unit) if request is not None else None
    if request is None or said is None or one.place not in bench.catalogue.places:
        return ()
    every = Case(one, said, request, bench).evidence(looked_up(one, request, bench, bench.archive))
    return [e for e in every if not e.figure.bound]


def _record(claim: Claim, compared: Comparison, period: Period, bench: Bench) -> Answer | Text:
    """Hold the highest since a year against the years between."""
    count = compared.years and compared.years - 1
    if compared.since is not None:
        count = period.year - compared.since - 1
    said = _said(claim, bench)
    if said is None or claim.bound != "exact" or count == 0:
        return words.OPEN
    years = _years(claim, period, bench, count)
    for figures in years.figures.values():
        if all(_beyond(f, said, up=compared.up) for f in figures):
            if _may_be_of_level(claim, compared, period, bench):
                return words.OPEN
            why = words.not_the_most(_told(figures[0], bench), up=compared.up)
            return _refuted(why, figures, said, bench)
    within = all(
        any(not _beyond(f, said, up=compared.up) for f in some) for some in years.figures.values()
    )
    if not years.figures or not within or (compared.since is not None and not years.whole):
        return words.LACKING
    return Answer(
        holds=True, why=words.the_most(min(years.figures), up=compared.up), figures=_flat(years)
    )


def _may_be_of_level(claim: Claim, compared: Comparison, period: Period, bench: Bench) -> bool:
    """Return whether what has grown, or fallen, may be the record: 产值5.0亿元,增长8.7%,为近五年最高.

    Growth is it where the words say so, or where no level stands before it and a year is named.
    """
    if claim.measure in _STANDING or compared.pace:
        return False
    ever = compared.since is None and compared.years is None
    stands = any(
        one.measure in _STANDING and one.indicator == claim.indicator and one.start < claim.start
        for one in bench.beside(claim)
    )
    return (ever or stands) and not is_no_record(claim, compared, period, bench)


def _first(claim: Claim, _: Comparison, period: Period, bench: Bench) -> Answer | Text:
    """Hold a threshold that is passed for the first time against the years before."""
    said = _said(claim, bench)
    if (
        said is None
        or claim.measure not in ("level", "share")
        or claim.bound not in (*OVER, "exact")
    ):
        return words.OPEN
    years = _years(claim, period, bench, None)
    for figures in years.figures.values():
        if all(f.low is not None and f.low >= said.value for f in figures):
            return _refuted(words.not_the_first(_told(figures[0], bench)), figures, said, bench)
    below = [f for f in years.figures.get(period.year - 1, ()) if f.value is not None]
    if not below or any(f.value is not None and f.value >= said.value for f in _flat(years)):
        return words.LACKING
    return Answer(holds=True, why=words.the_first(min(years.figures)), figures=below)


def _row(claim: Claim, compared: Comparison, period: Period, bench: Bench) -> Answer | Text:
    """Hold so many years of growth in a row against the growth of each."""
    ident = compared.indicator or claim.indicator
    if not ident or not compared.years or compared.years < 2:
        return words.OPEN
    if compared.pace:
        return _row_of_growth(claim._replace(indicator=ident), compared, period, bench)
    rate = is_rate(bench.catalogue.indicators[ident].unit)
    measure = "share_change" if rate else "growth"
    one = claim._replace(
        indicator=ident, measure=measure, bound="exact", unit="%", price_basis=None
    )
    years = _years(one, annual(period.year + 1), bench, compared.years)
    for figures in years.figures.values():
        if all(_against(f, up=compared.up) for f in figures):
            return Answer(
                holds=False, why=words.not_in_a_row(_told(figures[0], bench)), figures=figures
            )
    if not years.whole or any(_against(f, up=compared.up) for f in _flat(years)):
        return words.LACKING
    each = [some[0] for some in years.figures.values()]
    return Answer(holds=True, why=words.in_a_row(min(years.figures)), figures=each)


def _row_of_growth(
    claim: Claim, compared: Comparison, period: Period, bench: Bench
) -> Answer | Text:
    """Hold so many years in which growth went up, or down, in a row against the growth of each."""
    assert compared.years is not None
    one = claim._replace(measure="growth", bound="exact", unit="%", price_basis=None)
    years = _years(one, annual(period.year + 1), bench, compared.years + 1)
    ordered = sorted(years.figures.items())
    for (then, some), (now, figures) in pairwise(ordered):
        if now == then + 1 and _all_turn(some, figures, up=not compared.up, by=REVISED):
            why = words.not_in_a_row(_told(figures[0], bench))
            return Answer(holds=False, why=why, figures=(*some[:1], *figures))
    if not years.whole or not all(
        _all_turn(some, figures, up=compared.up) for (_, some), (_, figures) in pairwise(ordered)
    ):
        return words.LACKING
    each = [some[0] for _, some in ordered]
    return Answer(holds=True, why=words.in_a_row(ordered[1][0]), figures=each)


def _all_turn(
    then: Sequence[Figure], now: Sequence[Figure], *, up: bool, by: float = CLEAR
) -> bool:
    """Return whether growth clearly went up from one year to the next, or down, by every release."""
    pairs = [(a.value, b.value) for a in then for b in now]
    moves = [b - a for a, b in pairs if a is not None and b is not None]
    return bool(moves) and all(m > by if up else m < -by for m in moves)


def _even(judged: Judged, compared: Comparison, bench: Bench) -> Answer | Text:
    """Hold growth that is said to be that of another place, or of the year before, against that."""
    claim = judged.claim
    said, period = _said(claim, bench), period_of(claim.period or "")
    if judged.verdict != "confirmed" or said is None or claim.direction == "down" or not period:
        return words.PLACE_OPEN
    if compared.than is None and period.freq is not Freq.ANNUAL:
        return words.PART_OF_A_YEAR
    then = str(period.year_before())
    when = (
        {"place": compared.than} if compared.than else {"period": then, "period_readings": (then,)}
    )
    figures = [e.figure for e in _evidence(claim._replace(**when), claim, bench)]
    known = [f for f in figures if f.value is not None]
    if not known or compared.than == claim.place:
        return words.PLACE_OPEN
    apart = [abs((f.value or 0.0) - said.value) for f in known]
    if all(one > EVEN for one in apart):
        return _refuted(words.not_even(_told(known[0], bench)), known, said, bench)
    if all(one <= CLEAR for one in apart):
        return Answer(holds=True, why=words.beside(_told(known[0], bench)), figures=known[:1])
    return words.PLACE_OPEN


def _told(figure: Figure, bench: Bench) -> Text:
    return figure_said(figure, bench.catalogue.releases(figure.vintage))


def _refuted(why: Text, figures: Sequence[Figure], said: Printed, bench: Bench) -> Answer | Text:
    """Return that a year refutes it, unless a release that is not known may not."""
    known = editions.are_known(
        figures, said.value, bench.catalogue, bench.published, bench.reaches(figures), bench.spoken
    )
    return Answer(holds=False, why=why, figures=figures) if known else words.LACKING


def _years(claim: Claim, period: Period, bench: Bench, count: int | None) -> Years:
    """Return the figures of so many years before a period, of all that there are where it is None."""
    found: dict[int, list[Figure]] = {}
    for earlier in _before(period, count):
        base = str(earlier.year_before()) if claim.measure in (*GROWTHS, "share_change") else None
        one = claim._replace(period=str(earlier), period_readings=(str(earlier),), base_period=base)
        if figures := [e.figure for e in _evidence(one, claim, bench)]:
            found[earlier.year] = figures
    return Years(found, count)


def _before(period: Period, count: int | None) -> Iterator[Period]:
    for _ in range(_EVER if count is None else max(0, min(count, _EVER))):
        period = period.year_before()
        yield period


def _said(claim: Claim, bench: Bench) -> Printed | None:
    if claim.indicator is None:
        return None
    request = request_for(claim, bench.catalogue, words_before(claim))
    return printed(claim, request.unit) if request is not None else None


def _beyond(figure: Figure, said: Printed, *, up: bool) -> bool:
    """Return whether a figure is clearly higher than a printed number, or lower."""
    low, high = said.wide
    if up:
        return figure.low is not None and high is not None and figure.low > high
    return figure.high is not None and low is not None and figure.high < low


def _against(figure: Figure, *, up: bool) -> bool:
    """Return whether a change clearly went the other way."""
    end = figure.high if up else figure.low
    return end is not None and (end < 0 if up else end > 0)


def _flat(years: Years) -> list[Figure]:
    return [f for some in years.figures.values() for f in some]
