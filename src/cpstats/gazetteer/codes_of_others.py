"""Codes of two letters in a column of places, of which few are those of countries: of states, of cantons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.gazetteer.register import ranked

if TYPE_CHECKING:
    from collections.abc import Iterable

TWO_LETTERS = re.compile(r"[A-Z]{2}")
MOST_CODES = 0.8  # of the codes of two letters in a column, which countries then have
OF_COUNTRIES = ("EA", "EU")  # what stands beside such codes


def codes_of_no_country(texts: Iterable[str], *, divisions: bool = False) -> list[str]:
    """Return the codes of two letters that are none of countries: too few of the others are.

    Nor are they where the table says that its places are `divisions` of a country.

    >>> codes_of_no_country(["PE", "AL", "RJ"]), codes_of_no_country(["PE", "AL", "NO", "Peru"])
    (['PE', 'AL', 'RJ'], [])
    >>> codes_of_no_country(["PE", "AL"], divisions=True)
    ['PE', 'AL']
    """
    codes = [text for text in texts if TWO_LETTERS.fullmatch(text)]
    known = sum(bool(text in OF_COUNTRIES or ranked(text)) for text in codes)
    return codes if divisions or known < MOST_CODES * len(codes) else []
