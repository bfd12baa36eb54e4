"""Which figures speak of a claim: its measure decides what is looked up or computed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpstats.claims.judging.pools import pool_of
from cpstats.claims.judging.wholes import is_of_output, is_of_whole, takes_up_output, whole_place
from cpstats.claims.terms.growth_columns import is_growth_column
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.printed import words_before
from cpstats.claims.terms.units import is_on_year
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_adjusted, is_rate
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq
from cpstats.model.text import same
from cpstats.model.unit import PERCENT, PLACE, POINTS, TIMES, Unit
from cpstats.selecting import known
from cpstats.selecting.archive import Sought
from cpstats.selecting.on_period import on_period

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.verdict import Weight
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.indicator import Indicator
    from cpstats.selecting.archive import Archive

    Find = Callable[[Archive, Sought], list[Figure]]

REVISION = 0.5  # points a year: yearly rates are revised by so much without a new announcement
TURNED, TENFOLD = 3.0, 2.0  # per cent: smaller rates meet others by chance
YEAR = 4  # digits
NEAR_BASE = 20  # index points: by so much prices may differ from the year before
NEIGHBOURS = 2  # places by which a rank may differ that is made of several releases
_WITHOUT_BASIS = ("level", "share", "rank", "growth_rank")
_BASE = pattern(r"(\d{4}|\w{2,14})年?\s?=\s?100\b")  # of whatever year: previous year = 100


@dataclass(frozen=True, slots=True)
class Request:
    """How the figures for a claim are found: their unit, and what finds them for one reading.

    `of` is the indicator that is looked up, where that is not the claim's own.
    """

    unit: str
    find: Find
    other: str = ""
    whole: str = ""
    of: str = ""
    weak: bool = False


_PLAIN = {
    "growth": Request(PERCENT, known.growths),
    "average_growth": Request(PERCENT, known.averages),
    "span_growth": Request(PERCENT, known.spans),
    "growth_change": Request(POINTS, known.growth_changes),
}

_MOVED = Request(
    POINTS, known.share_changes
)  # a rate, in per cent: its number may be that of points
_EACH_YEAR = pattern(
    r"(?:年均|平均每年|每年平均|年平均)(?:净)?(?:增[加长]|减少|下降|提高|上升)[^,;。\d]{0,4}$"
)
_OF_ALL = pattern(  # the sum or mean itself, or what was said right before of either
    r"(?:合计|累计|总计|共计|年均|平均每年|每年平均)[^,;。增减升降提\d]{0,10}(?:\d[\d.]*[^,;。\d]{0,6},[^,;。\d]{0,10}(?:\d{4}年)?[^,;。\d]{0,6})?$"
)
_OVER_YEARS = ("span_growth", "average_growth")
_OF_COLUMN = ("growth", "growth_change", "growth_gap")


def _of_column(claim: Claim) -> Request | None:
    """Return how growth is looked up of which a column of a reader's table holds nothing else."""
    if claim.measure == "growth_gap":
        return _gap(claim._replace(measure="level_gap"))
    plain = claim.measure == "growth"
    return Request(*((PERCENT, known.levels) if plain else (POINTS, known.share_changes)))


def request_for(claim: Claim, catalogue: Catalogue, letters: str) -> Request | None:
    """Return how a claim is looked up; None where nothing can speak of it.

    Parameters
    ----------
    claim : Claim
        With indicator and place.
    letters : str
        The words of its sentence before it, in plain letters.
    """
    indicator = catalogue.indicators[claim.indicator or ""]
    rate = is_rate(indicator.unit)
    grown = is_growth_column(indicator)
    column = grown and claim.measure in _OF_COLUMN
    if claim.measure in _PLAIN or column:
        of_rate = claim.measure == "growth" and rate and indicator.kind != "index"
        made = grown and claim.measure in _OVER_YEARS  # growth of growth: nobody says that
        plain = _MOVED if of_rate else None if made else _PLAIN.get(claim.measure)
        return _of_column(claim) if column else plain
    if rate and claim.measure == "share":
        return Request(indicator.unit, known.levels)  # per cent, or per mille
    if rate and claim.measure == "share_change":
        per_cent = indicator.unit != "‰"
        return Request(POINTS, known.share_changes) if per_cent else None
    if claim.measure in ("level", "change"):
        return _amount(claim, indicator, letters)
    if claim.measure == "index":
        return _index(claim, indicator)
    return _special(claim, catalogue, letters, rate=rate)


def _amount(claim: Claim, indicator: Indicator, letters: str) -> Request | None:
    """Return how a level is looked up, or a change; one a year on average not without its base."""
    if claim.measure == "change" and _EACH_YEAR.search(letters):
        return Request(indicator.unit, _each_year) if claim.base_period else None
    find = known.levels if claim.measure == "level" else known.changes
    return Request(indicator.unit, find)


def _each_year(archive: Archive, sought: Sought) -> list[Figure]:
    """Return by how much a level has changed in each year on average: 年均增加3.2万册."""
    years = sought.period.year - sought.base.year if sought.base else 0
    return [_over(f, years) for f in known.changes(archive, sought) if years > 1]


def _over(change: Figure, years: int) -> Figure:
    ends = (change.value, change.low, change.high)
    value, low, high = (None if end is None else end / years for end in ends)
    formula = same("(") + (change.formula or same("")) + same(f") / {years}")
    return replace(change, value=value, low=low, high=high, formula=formula)


def _on_period(indicator: Indicator, *, rate: bool) -> Request | None:
    """Return how growth on the month before is looked up of a reader's own column; the season moves one that is not adjusted."""
    if rate or indicator.theme != OWN:
        return None
    return Request(PERCENT, on_period, weak=not is_adjusted(indicator))


def _index(claim: Claim, indicator: Indicator) -> Request | None:
    """Return how an index is looked up; one on a year not where its sentence names another base.

    Without a base, a number near 100 may be the index on the year before, and is not contradicted.
    """
    unit = indicator.unit
    if not is_on_year(unit):
        return Request(unit, known.levels) if indicator.kind == "index" else None
    said = {m[1] for m in _BASE.finditer(claim.sentence)}
    own = unit[:YEAR]
    if said and own not in said:
        return None
    return Request(unit, known.levels, weak=not said and abs(claim.value - 100) <= NEAR_BASE)


def _special(claim: Claim, catalogue: Catalogue, letters: str, *, rate: bool) -> Request | None:
    """Return how a number is looked up that needs a whole, a benchmark or a pool."""
    found: Request | None = None
    match claim.measure:
        case "multiple" if not claim.of:  # no figure is a multiple of rates
            over = claim.over or ""
            other = claim.benchmark or ""
            found = Request(TIMES, known.multiples, other=other, whole=over)
        case "growth_on_period":
            found = _on_period(catalogue.indicators[claim.indicator or ""], rate=rate)
        case "share" | "share_change":
            find = _share if claim.measure == "share" else _share_change
            found = find(claim, catalogue, letters)
        case "growth_gap" | "average_growth_gap" | "level_gap":
            amounts = claim.measure == "level_gap" and not rate
            found = _distance(claim, catalogue) if amounts else _gap(claim)
        case "contribution":
            found = _contribution(claim, catalogue)
        case "rank" | "growth_rank":
            found = _rank(claim, catalogue, letters)
    return found


def sought_of(claim: Claim, reading: str, request: Request) -> Sought | None:
    """Return what is looked up for one reading of the period; None where it is no period of ours."""
    period = period_of(reading)
    base = period_of(claim.base_period) if claim.base_period else None
    if period is None or (claim.base_period and base is None):
        return None
    if claim.measure == "average_growth" and base is not None:
        period = known.years_of(base, period)
    return Sought(
        indicator=request.of or claim.indicator or "",
        area=claim.place or "",
        period=period,
        basis=claim.price_basis if _has_basis(claim) else None,
        other=request.other,
        whole=request.whole,
        base=base,
    )


def _has_basis(claim: Claim) -> bool:
    """Return whether it is looked up by its price basis: a level is, at constant prices."""
    constant = claim.measure == "level" and claim.price_basis == "constant"
    return constant or claim.measure not in _WITHOUT_BASIS


def weight_of(claim: Claim, figure: Figure, request: Request, catalogue: Catalogue) -> Weight:
    """Return what a figure may do: contradict, or only confirm.

    Levels never contradict a real rate, nor one on a comparable scope; rates that were chained
    from first announcements may have been revised since.
    """
    if request.weak or (figure.reason and not _is_far_rank(claim, figure)):
        return "weak"
    over_time = not figure.counterpart_area  # and no multiple of another place
    nominal = (
        over_time
        and not figure.price_basis.startswith("constant")
        and figure.method in ("quotient", "geometric")
        and figure.measure
        in (
            "growth",
            "average_growth",
            "span_growth",
            "change",
            "multiple",
        )
    )
    ident = claim.indicator or ""
    priced = ident in catalogue.indicators and Unit.of(catalogue.indicators[ident].unit).is_money
    real = priced and claim.price_basis != "current"  # people and tonnes have no prices
    if nominal and (real or catalogue.is_scoped(ident)):
        rate = figure.measure != "change" and figure.unit == PERCENT
        return "weak" if rate and not _is_slip(claim, figure) else "full"
    parts = (figure, *figure.inputs)
    if any(f.method == "chained" for f in parts) and _within_revisions(claim, figure):
        return "weak"
    return "full"


def _is_slip(claim: Claim, figure: Figure) -> bool:
    """Return whether a rate is a nominal one with another sign, or ten times it: no prices explain that."""
    sign = -1.0 if claim.direction == "down" else 1.0
    said, found = sign * claim.value, figure.value or 0.0
    turned = abs(found) >= TURNED and abs(said + found) <= claim.half_width
    tenfold = abs(found) >= TENFOLD and abs(said / 10 - found) <= claim.half_width / 2
    return claim.bound == "exact" and (turned or tenfold)


def _is_far_rank(claim: Claim, figure: Figure) -> bool:
    """Return whether a rank is further off than figures of different releases may put it."""
    ranks = claim.measure in ("rank", "growth_rank") and figure.value is not None
    return ranks and abs((figure.value or 0.0) - claim.value) > NEIGHBOURS


def _within_revisions(claim: Claim, figure: Figure) -> bool:
    """Return whether revised yearly rates could make a chained average what the text says."""
    if figure.value is None:
        return True
    sign = -1.0 if claim.direction == "down" else 1.0
    years = figure.n or 1
    allowed = REVISION * (years if figure.measure == "span_growth" else 1)
    return abs(figure.value - sign * claim.value) <= allowed


def _share(claim: Claim, catalogue: Catalogue, letters: str) -> Request | None:
    """Find what a share is of: 占全市, 占GDP, one of a:b:c, or the whole of the last share (占14.5%)."""
    ident = claim.indicator or ""
    if (whole := claim.over or ident) not in (ident, catalogue.in_role("total_output")):
        kinds = {Unit.of(catalogue.indicators[i].unit).kind for i in (ident, whole)}
        return Request(PERCENT, known.shares, whole=whole) if len(kinds) == 1 else None
    part = catalogue.parts.get(ident)
    if part is not None and claim.surface[-1:].isdigit():
        return Request(PERCENT, known.shares, whole=part.whole)
    output = catalogue.in_role("total_output")
    if output not in ("", ident) and is_of_output(claim, letters, catalogue):
        return Request(PERCENT, known.shares, whole=output)
    if part is not None and takes_up_output(claim, letters):
        return Request(PERCENT, known.shares, whole=part.whole)
    other = whole_place(claim, letters, catalogue)
    return Request(PERCENT, known.shares, other=other) if other and other != claim.place else None


def _gap(claim: Claim) -> Request | None:
    of = {"growth_gap": "growth", "average_growth_gap": "average_growth"}.get(
        claim.measure, "level"
    )
    if not claim.benchmark:
        return None
    find = _apart(claim, lambda archive, sought: known.gaps(archive, sought, of=of))
    return Request(POINTS, find, other=claim.benchmark)


def _distance(claim: Claim, catalogue: Catalogue) -> Request | None:
    unit = catalogue.indicators[claim.indicator or ""].unit
    find = _apart(claim, known.level_gaps)
    return Request(unit, find, other=claim.benchmark) if claim.benchmark else None


def _apart(claim: Claim, find: Find) -> Find:
    """Return how far two places are apart, whichever has more where the text does not say."""

    def either(archive: Archive, sought: Sought) -> list[Figure]:
        turned = sought._replace(area=sought.other, other=sought.area)
        both = (*find(archive, sought), *find(archive, turned))
        return [f for f in both if (f.value or 0.0) >= 0]

    return find if claim.direction else either


def _share_change(claim: Claim, catalogue: Catalogue, letters: str) -> Request | None:
    """Find how a part's share of its whole has moved: 第三产业占比提高0.3个百分点, or that of the share before."""
    ident, whole = claim.indicator or "", claim.over or ""
    if whole not in ("", ident):
        kinds = {Unit.of(catalogue.indicators[i].unit).kind for i in (ident, whole)}
        return Request(POINTS, known.share_changes, whole=whole) if len(kinds) == 1 else None
    part = catalogue.parts.get(claim.indicator or "")
    said = part is not None and is_of_whole(letters)
    return Request(POINTS, known.share_changes, whole=part.whole) if part and said else None


def _contribution(claim: Claim, catalogue: Catalogue) -> Request | None:
    part = catalogue.parts.get(claim.indicator or "")
    return Request(POINTS, known.contributions, whole=part.whole, weak=True) if part else None


def _rank(claim: Claim, catalogue: Catalogue, letters: str) -> Request | None:
    """Find a published rank, and the places among which it is: all those under one that is named."""
    if catalogue.indicators[claim.indicator or ""].kind == "rank":
        return Request(PLACE, known.levels)
    pool = pool_of(claim, catalogue, letters)
    if pool is None:
        return None
    return Request(PLACE, pool.ranks, other=pool.place, of=claim.ranked or "")


def readings_of(claim: Claim) -> tuple[str, ...]:
    """Return the readings of a claim's period that it can be looked up for.

    An amount that is not said to have been reached within a span is that of a year; what has changed
    within one is looked up at its end.
    """
    shown = claim.period_readings or ((claim.period,) if claim.period else ())
    first = period_of(shown[0]) if shown else None
    if claim.measure in ("level", "share", "rank") and claim.bound == "exact":
        annual_first = first is not None and first.freq is Freq.ANNUAL
        if annual_first and not _is_of_all(claim):
            return tuple(r for r in shown if "/" not in r)
    if claim.measure in ("change", "share_change") and claim.base_period:
        ends = tuple(dict.fromkeys(_end_of(reading) for reading in shown))
        return (*ends, *shown) if _is_of_all(claim) else ends
    return shown


def _is_of_all(claim: Claim) -> bool:
    """Return whether words say that all years are taken together, or each of them on average: 合计180万吨,年均45万吨."""
    return _OF_ALL.search(words_before(claim)) is not None


def _end_of(reading: str) -> str:
    """Return the last year of some years, to which something has moved in them; else the reading."""
    period = period_of(reading)
    last = reading.rpartition("/")[2]
    return (
        last if period is not None and period.freq is Freq.SPAN and len(last) == YEAR else reading
    )
