"""In which of several ways a number measures its thing: unit and words choose among the columns of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.neighbours import OTHER_BASIS
from cpstats.claims.judging.said import clause_of
from cpstats.claims.terms.families import EACH, prices_named
from cpstats.claims.terms.growth_columns import is_growth_column
from cpstats.claims.terms.indicated import SCALES, in_own_unit, same_base
from cpstats.claims.terms.letters import plain_part
from cpstats.claims.terms.measure import GROWTHS, PACES
from cpstats.claims.terms.units import base_of, is_on_year
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.families import Families
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator
    from cpstats.selecting.archive import Archive

_MOVES = (*GROWTHS, *PACES)
_IN_UNIT = ("level", "change", "level_gap")
CONSTANT, CURRENT = "constant", "current"
_BEHIND = 40  # signs behind a number in which “per head” stands
_STOP = pattern(r"[,;.。，；]|\band\b")
PUBLISHED, MADE, UNLIKE = range(
    3
)  # how well a column fits: its own figures, made of them, of other prices


def in_its_way(claim: Claim, families: Families, catalogue: Catalogue, archive: Archive) -> Claim:
    """Return a claim with the indicator that measures its thing in the way its unit and words say.

    An amount is a level in such a unit, at current prices unless the text says otherwise; growth is
    that which was published, else that of a level at constant prices. One that fits is kept.

    Parameters
    ----------
    claim : Claim
        One number, as it was read.
    families : Families
        The indicators that measure one thing in several ways.
    catalogue : Catalogue
        Their units.
    archive : Archive
        The figures that claims are held against.
    """
    found = [*_ways(claim, families, catalogue, archive)]
    best = min((fit for fit, _ in found), default=UNLIKE)
    fits = [one for fit, one in found if fit == best]
    own = next((one for one in fits if one.indicator == claim.indicator), None)
    if best == UNLIKE and (claim.measure in _MOVES or not fits):
        return claim
    return own or fits[0]


def other_ways(
    claim: Claim, families: Families, catalogue: Catalogue, archive: Archive
) -> list[Claim]:
    """Return a claim as it would be of the other columns that its words leave open."""
    found = _ways(claim, families, catalogue, archive)
    return [
        one._replace(price_basis_from="other") if one.price_basis else one
        for _, one in found
        if one.indicator != claim.indicator
    ]


def _ways(
    claim: Claim, families: Families, catalogue: Catalogue, archive: Archive
) -> Iterator[tuple[int, Claim]]:
    """Yield how well each column of its family fits a claim, and the claim as it is of that."""
    ident = claim.indicator or ""
    members = families.of(ident)
    if not members or not claim.place or claim.ranked:
        return
    each = _is_for_each(claim, families)
    for one in members:
        if (one in families.each) == each:
            yield from _fitting(claim, one, catalogue, archive)


def _is_for_each(claim: Claim, families: Families) -> bool:
    """Return whether the words beside a number say that it is for each head: per capita, it emitted 3 tonnes."""
    if EACH.search(claim.indicator_surface or "") or claim.nearly:
        return claim.indicator in families.each  # as its words said when they were read
    end = claim.end - claim.sentence_start
    behind = _STOP.split(plain_part(claim.sentence, end, end + _BEHIND))[0]
    return EACH.search(clause_of(claim)) is not None or EACH.search(behind) is not None


def _fitting(
    claim: Claim, one: str, catalogue: Catalogue, archive: Archive
) -> Iterator[tuple[int, Claim]]:
    said = claim.price_basis if claim.price_basis_from == "text" else None
    usual = catalogue.indicators[
        claim.indicator or ""
    ].growth_basis  # of its own, no word of the text
    default = claim.measure in _MOVES and claim.price_basis == usual
    lean = None if default else claim.price_basis
    so_counted = claim._replace(unit=_in_their_unit(claim.unit, catalogue.indicators[one]))
    for measure, basis, _ in archive.every.keys(one, claim.place or ""):
        prices = basis.partition(":")[0] or prices_named(catalogue.indicators[one].name_en)
        fit = _fit(so_counted, measure, prices, catalogue.indicators[one], said, lean)
        if fit is None:
            continue
        if said is not None:
            held = so_counted._replace(indicator=one)
            yield fit, held if basis else held._replace(price_basis=None, price_basis_from=None)
            continue
        told = prices if basis and (claim.measure in _MOVES or prices == CONSTANT) else ""
        yield (
            fit,
            so_counted._replace(
                indicator=one,
                price_basis=told or None,
                price_basis_from="indicator" if told else None,
            ),
        )


def _in_their_unit(unit: str, indicator: Indicator) -> str:
    """Return the unit of a count as a reader's own column has it, which may name none: 5.5 million people."""
    counts = not indicator.unit or Unit.of(indicator.unit).kind == "count"
    people = unit in SCALES or base_of(unit) == base_of("people")
    return (
        in_own_unit(unit, indicator.unit) if indicator.theme == OWN and counts and people else unit
    )


def _fit(
    claim: Claim,
    measure: str,
    prices: str,
    indicator: Indicator,
    said: str | None,
    lean: str | None,
) -> int | None:
    """Return how well figures of one measure and price basis fit a claim, None where they cannot be it.

    `said` is the basis that the text names, `lean` the one that it has named before.
    """
    if said and prices in OTHER_BASIS and prices != said:
        return None
    level, column = measure == "level", is_growth_column(indicator)
    rate = is_rate(indicator.unit)
    if claim.measure in _MOVES:
        published = measure == "growth" or (level and column)
        found = PUBLISHED if published else MADE if level and not rate else None
        usual = lean or CONSTANT
    else:
        held = level and not column and _is_of_level(claim, indicator)
        found = PUBLISHED if held or measure == claim.measure == "share" else None
        usual = lean or CURRENT
    unlike = said is None and prices == OTHER_BASIS.get(usual)
    return UNLIKE if found is not None and unlike else found


def _is_of_level(claim: Claim, indicator: Indicator) -> bool:
    """Return whether a number may be made of the levels of an indicator: both in per cent, or in like units."""
    rate = is_rate(indicator.unit)
    if claim.measure in ("share", "share_change"):
        return rate
    if claim.measure == "index":
        return indicator.kind == "index" or is_on_year(indicator.unit)
    alike = claim.measure not in _IN_UNIT or same_base(claim.unit, indicator.unit)
    return alike and not rate
