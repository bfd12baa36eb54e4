"""Whose figure a name means: GDP of Texas is that of the tables that have Texas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.claims.terms.claim import Claim
    from cpstats.selecting.archive import Archive


def of_its_place(claim: Claim, namesakes: Mapping[str, tuple[str, ...]], archive: Archive) -> Claim:
    """Return a claim with the indicator that is called so and has figures for the claim's place.

    A claim whose own indicator has figures there stays as it is, and so does one that several
    namesakes could speak of.

    Parameters
    ----------
    claim : Claim
        One number, as it was read.
    namesakes : mapping of indicator to indicators
        Those of other packages that share a name with it (`Lexicon.namesakes`).
    archive : Archive
        The figures that claims are held against.
    """
    named = claim.ranked or claim.indicator
    others = namesakes.get(named or "", ())
    if not others or not claim.place or _speaks(archive, named or "", claim.place):
        return claim
    found = [one for one in others if _speaks(archive, one, claim.place)]
    if len(found) != 1:
        return claim
    if claim.ranked:
        return claim._replace(ranked=found[0])
    return claim._replace(indicator=found[0])


def of_its_column(claim: Claim, growths: Mapping[str, str], archive: Archive) -> Claim:
    """Return a growth as that of the column of growth that a reader's table has for its place.

    Parameters
    ----------
    claim : Claim
        One number, as it was read.
    growths : mapping of indicator to indicator
        The columns that hold the growth of something (`Lexicon.growths`).
    archive : Archive
        The figures that claims are held against.
    """
    column = growths.get(claim.indicator or "")
    if column is None or claim.measure not in _GROWTHS or not claim.place:
        return claim
    if claim.price_basis == "current" or not _speaks(archive, column, claim.place):
        return claim
    return claim._replace(indicator=column, price_basis=None, price_basis_from=None)


_GROWTHS = ("growth", "growth_change", "growth_gap")


def _speaks(archive: Archive, indicator: str, area: str) -> bool:
    return bool(archive.every.keys(indicator, area))
