"""Whether a comparison without a number holds: what is above the nation's, level with it, faster than the year before."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from cpstats.claims.judging.judge import looked_up
from cpstats.claims.judging.lookup import request_for
from cpstats.claims.telling import against_years as words
from cpstats.claims.telling.wording import figure as figure_said
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.printed import words_before
from cpstats.claims.terms.verdict import Evidence, Judged
from cpstats.gazetteer.china import parent_of
from cpstats.model.kinds import is_rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim
    from cpstats.model.figure import Figure
    from cpstats.model.text import Text

FIRST = "first"
REVISED = 0.5  # points that growth may have been revised by, where the first figure is not known
PART = 0.03  # the same of a level
LEVEL = 0.15  # points by which rates may differ that are said to be level
SAME = 0.05 + 1e-9


def judge_unnumbered(claims: Sequence[Claim], bench: Bench) -> tuple[list[Judged], list[Text]]:
    """Return the verdicts on comparisons that no number stands beside, and why the others have none.

    Parameters
    ----------
    claims : sequence of Claim
        With `compared`: the other place, or none for the year before.
    bench : Bench
        The figures of both.
    """
    made = [_judged(claim, bench) for claim in claims]
    return [one for one in made if one], [words.PLACE_OPEN for one in made if one is None]


def _judged(claim: Claim, bench: Bench) -> Judged | None:
    compared, period = claim.compared, period_of(claim.period or "")
    if compared is None or period is None or not _may_be_compared(claim, bench):
        return None
    then = str(period.year_before())
    other = claim._replace(place=compared.than) if compared.than else claim
    if compared.than is None:
        other = claim._replace(period=then, period_readings=(then,))
    ours, theirs = _figures(claim, bench), _figures(other, bench)
    apart = [_apart(a, b) for a, b in product(ours, theirs) if a.price_basis == b.price_basis]
    if not apart:
        return None
    slack = _slack(claim, (*ours, *theirs))
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


def _told(
    claim: Claim, figures: tuple[Sequence[Figure], Sequence[Figure]], bench: Bench, *, holds: bool
) -> Judged:
    """Return the verdict with one figure of each side, and all of them as evidence."""
    compared, (ours, theirs) = claim.compared, figures
    own, other = (
        figure_said(some[0], bench.catalogue.releases(some[0].vintage)) for some in figures
    )
    beside = words.beside(other) if claim.benchmark else words.the_year_before(other)
    even = compared is not None and compared.even
    up = compared is not None and compared.up
    wrong = words.not_even(other) if even else words.on_the_other_side(other, up=up)
    evidence = tuple(
        Evidence(f.time_period, f, "compared", release=bench.catalogue.releases(f.vintage))
        for f in (*ours, *theirs)
    )
    why = own + words.ALSO + (beside if holds else wrong)
    return Judged(claim, "confirmed" if holds else "contradicted", why, evidence, ours[0])


def _may_be_compared(claim: Claim, bench: Bench) -> bool:
    """Return whether a number of one place is like that of the other: a part has no average of its whole."""
    thing = bench.catalogue.indicators[claim.indicator or ""]
    if claim.measure == "growth" or is_rate(thing.unit) or thing.compare == "ratio":
        return True
    than = claim.compared.than if claim.compared else None
    return than is not None and parent_of(than) == parent_of(claim.place or "")


def _figures(claim: Claim, bench: Bench) -> list[Figure]:
    request = request_for(claim, bench.catalogue, words_before(claim))
    if request is None or claim.place not in bench.catalogue.places:
        return []
    every = [f for one in looked_up(claim, request, bench, bench.archive) for f in one.figures]
    known = [f for f in every if f.value is not None and not f.bound and f.unit == request.unit]
    return [
        f for f in known if claim.measure != "growth" or f.formula is None
    ]  # as it was published


def _apart(one: Figure, two: Figure) -> float:
    """Return by how much one figure is above another, in points of growth or in parts of the other."""
    a, b = one.value or 0.0, two.value or 0.0
    rates = one.measure != "level" or is_rate(one.unit)
    return a - b if rates else 100 * (a - b) / abs(b) if b else 0.0


def _slack(claim: Claim, figures: Sequence[Figure]) -> float:
    """Return what a revision may explain: nothing where the first figures of all are known."""
    if all(FIRST in f.vintage or not f.vintage for f in figures):
        return 0.0
    return REVISED if claim.measure == "growth" else 100 * PART
