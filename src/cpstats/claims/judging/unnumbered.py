"""Whether a comparison without a number holds: what is above the nation's, level with it, faster than the year before."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from cpstats.claims.judging.editions import EARLY
from cpstats.claims.judging.judge import looked_up
from cpstats.claims.judging.lookup import request_for
from cpstats.claims.telling import against_years as words
from cpstats.claims.telling.wording import figure as figure_said
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.printed import words_before
from cpstats.claims.terms.verdict import Evidence, Judged
from cpstats.gazetteer.china import parent_of
from cpstats.model.kinds import is_rate
from cpstats.model.period import Freq

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.comparison import Comparison
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.text import Text

FIRST = "first"
EVER = 60  # years that are looked back
FEWEST = 2  # earlier years that a record is held against
REVISED = 0.5  # points that growth may have been revised by, where the first figure is not known
PART = 0.03  # the same of a level
LEVEL = 0.15  # points by which rates may differ that are said to be level
SAME = 0.05 + 1e-9
OWN_GROWTH, OWN_RATE, OWN_PART = (
    0.3,
    0.15,
    0.01,
)  # what a table of one's own may have been revised by
LONG_AFTER = 4.0  # points, of one that goes on long after the text
STEADY = 0.3  # points by which growth that is only said to slow may have gone the other way within the year


def judge_unnumbered(claims: Sequence[Claim], bench: Bench) -> tuple[list[Judged], list[Text]]:
    """Return the verdicts on comparisons that no number stands beside, and why the others have none.

    Parameters
    ----------
    claims : sequence of Claim
        With `compared`: the other place, or none for the year before.
    bench : Bench
        The figures of both.
    """
    made = [(claim, _judged(claim, bench)) for claim in claims]
    return [one for _, one in made if one], [_why_not(c) for c, one in made if one is None]


def _why_not(claim: Claim) -> Text:
    """Return why a comparison is not judged."""
    compared = claim.compared
    if compared is not None and compared.kind in ("row", "record"):
        return words.LACKING
    return words.PLACE_OPEN if claim.benchmark else words.YEAR_OPEN


def _judged(claim: Claim, bench: Bench) -> Judged | None:
    compared, period = claim.compared, period_of(claim.period or "")
    if compared is None or period is None:
        return None
    if compared.kind in ("row", "record"):
        over_years = _row if compared.kind == "row" else _record
        return over_years(claim, compared, period, bench)
    if not _may_be_compared(claim, bench):
        return None
    then = str(compared.since or period.year_before())
    other = claim._replace(place=compared.than) if compared.than else claim
    if compared.than is None:
        other = claim._replace(period=then, period_readings=(then,))
    ours, theirs = _figures(claim, bench), _figures(other, bench)
    apart = [_apart(a, b) for a, b in product(ours, theirs) if a.price_basis == b.price_basis]
    if not apart:
        return None
    slack = _slack(claim, (*ours, *theirs), bench)
    if compared.even:
        holds = all(abs(one) <= SAME for one in apart)
        wrong = all(abs(one) > LEVEL + slack for one in apart)
    else:
        sign = 1 if compared.up else -1
        holds = all(sign * one > SAME for one in apart)
        wrong = all(sign * one < -SAME - slack for one in apart)
    if not holds and not wrong:
        return None
    return _told(claim, (ours, theirs), bench, holds=holds)


def _row(claim: Claim, compared: Comparison, period: Period, bench: Bench) -> Judged | None:
    """Return whether something moved one way in each of so many years, where all have figures."""
    years = [period]
    for _ in range(compared.years or 1):
        years.append(years[-1].year_before())
    said = map(str, years)
    known = [_figures(claim._replace(period=y, period_readings=(y,)), bench) for y in said]
    sign = 1 if compared.up else -1
    steps = [
        [sign * _apart(a, b) for a, b in product(new, old) if a.price_basis == b.price_basis]
        for new, old in pairwise(known)
    ]
    if not all(steps):
        return None
    every = [figure for some in known for figure in some]
    slack = _slack(claim, every, bench) + STEADY
    turned = [n for n, step in enumerate(steps) if all(one < -SAME - slack for one in step)]
    holds = all(one > SAME for step in steps for one in step)
    if not holds and not turned:
        return None
    at = turned[0] if turned else 0
    own, before = (
        figure_said(some[0], bench.catalogue.releases(some[0].vintage))
        for some in known[at : at + 2]
    )
    if len(steps) == 1:
        why = (
            words.on_the_other_side(before, up=compared.up)
            if turned
            else words.the_year_before(before)
        )
        why = own + words.ALSO + why
    elif turned:
        why = words.not_in_a_row(own) + words.ALSO + words.the_year_before(before)
    else:
        why = own + words.ALSO + words.in_a_row(years[-2].year)
    evidence = _compared(every, bench)
    return Judged(claim, "contradicted" if turned else "confirmed", why, evidence, known[0][0])


def _record(claim: Claim, compared: Comparison, period: Period, bench: Bench) -> Judged | None:
    """Return whether no year before had more, or less, of those that have figures; since a year, all must have some."""
    ours = _figures(claim, bench)
    first = compared.since or period.year - EVER
    years = {str(year): year for year in range(period.year - 1, first - 1, -1)}
    other = {
        year: some
        for said, year in years.items()
        if (some := _figures(claim._replace(period=said, period_readings=(said,)), bench))
    }
    missing = compared.since is not None and len(other) < len(years)
    if not ours or len(other) < FEWEST or missing:
        return None
    sign = 1 if compared.up else -1
    every = [figure for some in other.values() for figure in some]
    slack = _slack(claim, (*ours, *every), bench)
    own = figure_said(ours[0], bench.catalogue.releases(ours[0].vintage))
    for some in other.values():
        steps = [sign * _apart(a, b) for a, b in product(ours, some)]
        if all(one < -SAME - slack for one in steps):
            then = figure_said(some[0], bench.catalogue.releases(some[0].vintage))
            why = own + words.ALSO + words.not_the_most(then, up=compared.up)
            return Judged(claim, "contradicted", why, _compared((*ours, *some), bench), ours[0])
        if any(one < 0 for one in steps):
            return None
    why = own + words.ALSO + words.the_most(min(other), up=compared.up)
    return Judged(claim, "confirmed", why, _compared((*ours, *every), bench), ours[0])


def is_no_record(claim: Claim, compared: Comparison, period: Period, bench: Bench) -> bool:
    """Return whether what a number is of, not its growth, is no record either: 产值增长8.7%,创历史新高."""
    thing = bench.catalogue.indicators.get(claim.indicator or "")
    if thing is None or period.freq is not Freq.ANNUAL:
        return False
    level = claim._replace(
        measure="share" if is_rate(thing.unit) else "level",
        unit=thing.unit,
        price_basis=None,
        base_period=None,
        direction=None,
    )
    years = compared.years and period.year - compared.years + 1
    since = compared._replace(since=compared.since or years)
    judged = _record(level, since, period, bench)
    return judged is not None and judged.verdict == "contradicted"


def _compared(figures: Sequence[Figure], bench: Bench) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(f.time_period, f, "compared", release=bench.catalogue.releases(f.vintage))
        for f in figures
    )


def _told(
    claim: Claim, figures: tuple[Sequence[Figure], Sequence[Figure]], bench: Bench, *, holds: bool
) -> Judged:
    """Return the verdict with one figure of each side, and all of them as evidence."""
    compared, (ours, theirs) = claim.compared, figures
    own, other = (
        figure_said(some[0], bench.catalogue.releases(some[0].vintage)) for some in figures
    )
    beside = words.beside(other) if claim.benchmark else words.the_year_before(other)
    if compared is not None and compared.since is not None:
        beside = words.the_other_year(other)
    even = compared is not None and compared.even
    up = compared is not None and compared.up
    wrong = words.not_even(other) if even else words.on_the_other_side(other, up=up)
    evidence = _compared((*ours, *theirs), bench)
    why = own + words.ALSO + (beside if holds else wrong)
    return Judged(claim, "confirmed" if holds else "contradicted", why, evidence, ours[0])


def _may_be_compared(claim: Claim, bench: Bench) -> bool:
    """Return whether a number of one place is like that of the other: a part has no average of its whole."""
    thing = bench.catalogue.indicators[claim.indicator or ""]
    if claim.measure == "growth" or is_rate(thing.unit) or thing.compare == "ratio":
        return True
    if claim.compared is not None and claim.compared.since is not None:
        return True  # a count of one place
    than = claim.compared.than if claim.compared else None
    return than is not None and parent_of(than) == parent_of(claim.place or "")


def _figures(claim: Claim, bench: Bench) -> list[Figure]:
    request = request_for(claim, bench.catalogue, words_before(claim))
    if request is None or claim.place not in bench.catalogue.places:
        return []
    every = [f for one in looked_up(claim, request, bench, bench.archive) for f in one.figures]
    known = [f for f in every if f.value is not None and not f.bound and f.unit == request.unit]
    return [f for f in known if f.formula is None and f.obs_status != "forecast"]  # as published


def _apart(one: Figure, two: Figure) -> float:
    """Return by how much one figure is above another, in points of growth or in parts of the other."""
    a, b = one.value or 0.0, two.value or 0.0
    rates = one.measure != "level" or is_rate(one.unit)
    return a - b if rates else 100 * (a - b) / abs(b) if b else 0.0


def _slack(claim: Claim, figures: Sequence[Figure], bench: Bench) -> float:
    """Return what a revision may explain: nothing where the first figures of all are known."""
    rates = claim.measure == "growth" or is_rate(figures[0].unit)
    if any(f.own for f in figures):
        reaches, period = bench.reaches(figures), period_of(claim.period or "")
        written = bench.published or (period.last_day if period else None)
        if rates and reaches and written and reaches > written + EARLY:
            return LONG_AFTER
        own = OWN_GROWTH if claim.measure == "growth" else OWN_RATE
        return own if rates else 100 * OWN_PART
    if all(FIRST in f.vintage or not f.vintage for f in figures):
        return 0.0
    return REVISED if claim.measure == "growth" else 100 * PART
