"""On which prices an English number is: constant or current, as its words, its subject or its indicator say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.measure import GROWTHS
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.subject import Subject
    from cpstats.model.indicator import Indicator

_REAL = pattern(
    r"in (?:price-adjusted )?real terms|(?:at|in) (?:constant|comparable) (?:(?:19|20)\d\d )?(?:market )?(?:prices|dollars)|chained (?:\(?(?:19|20)\d\d\)? )?dollars|chain(?:ed|[- ]linked) volume"
    r"|\breal (?!estate\b|time\b|property\b|world\b|economy\b|challenge|problem|terms\b)|adjust\w+ for inflation|in volume terms",
    re.IGNORECASE,
)
_NOMINAL = pattern(
    r"in nominal terms|(?:at|in) current (?:market )?(?:prices|(?:[A-Z]\w+ )?dollars)|\bnominal(?:ly)?\b|current-dollar|in value terms",
    re.IGNORECASE,
)
_OTHER_CLAUSE = pattern(r"\b(?:and|while|whereas|but)\b")


def basis_of(
    subject: Subject | None,
    measure: Measure,
    indicated: Indicator | None,
    stretch: Stretch,
    memory: Memory,
) -> tuple[str | None, str | None]:
    """Return constant or current prices, and whether the text or the indicator says so.

    What an earlier number of the sentence says of a level goes on: in chained dollars 137 billion in
    2022 and 144 billion in 2023; so does real of a subject that is carried on.
    """
    own = prices_in(stretch.said) or prices_in(_OTHER_CLAUSE.split(stretch.after)[0])
    if own:
        memory.sentence.priced = (subject, own) if subject else memory.sentence.priced
        return own, "text"
    last = memory.sentence.priced
    if last and last[0] == subject and measure.name in ("level", *GROWTHS):
        return last[1], "indicator"
    if carried := prices_in(subject.surface if subject and not subject.near else ""):
        return carried, "indicator"
    default = indicated.growth_basis if indicated and measure.name in GROWTHS else ""
    return (default, "indicator") if default in ("constant", "current") else (None, None)


def prices_in(words: str) -> str:
    """Return constant or current as some words say it last, empty where they do not.

    >>> prices_in("GDP in chained 2017 dollars was"), prices_in("in current prices, real estate")
    ('constant', 'current')
    """
    ends = {
        basis: max((m.end() for m in form.finditer(words)), default=0)
        for basis, form in (("constant", _REAL), ("current", _NOMINAL))
    }
    return max(ends, key=lambda basis: ends[basis]) if any(ends.values()) else ""
