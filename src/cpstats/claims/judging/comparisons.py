"""What a text says a number is beside those of other years: the most since one, the first, so many in a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.claims.judging import editions
from cpstats.claims.judging.judge import Case, looked_up
from cpstats.claims.judging.lookup import request_for
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
    """Judge comparisons with other years; the second are the reasons why some were not checked."""
    made: list[Judged] = []
    left: list[Text] = []
    for judged in found:
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
    if not (period.freq is Freq.ANNUAL or compared.same):
        return words.PART_OF_A_YEAR
    if compared.kind == "row":
        return _row(claim, compared, period, bench)
    if judged.verdict not in _TRUE:
        return words.NUMBER_OPEN
    return (_first if compared.kind == "first" else _record)(claim, compared, period, bench)


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
        request = request_for(one, bench.catalogue, words_before(claim))
        said = printed(one, request.unit) if request is not None else None
        if request is None or said is None:
            break
        known = looked_up(one, request, bench, bench.archive)
        evidence = Case(one, said, request, bench).evidence(known)
        figures = [e.figure for e in evidence if not e.figure.bound]
        if figures:
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
