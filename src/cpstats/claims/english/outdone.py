"""A place that another one outdid, whose own number stands between: outstripped the nation's 1.4 percent by 1.2 points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.english.measures import OUTDID
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.claims.terms.memory import Outdone
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.places import Gazetteer

_OTHERS = pattern(
    rf"\b{OUTDID}(?P<what>[\w']+(?: (?!by\b|with\b|of\s|at\s)[\w']+| of(?= [A-Z]| the )){{0,6}})(?: of| at| \()? ?(?:about |around |nearly |some )?$",
    re.IGNORECASE,
)
_BY = pattern(
    r"\)?,?\s*(?:by|with a (?:gap|lead|margin) of) (?:about |around |nearly |some |just |only )?"
)


def outdone(
    head: str, gazetteer: Gazetteer, nation: str | None, said: str | None
) -> Outdone | None:
    """Return who outdid whom in the words before the number of the other; None where nobody did."""
    match = _OTHERS.search(head)
    other = gazetteer.place_of(match["what"], nation) if match else None
    if match is None or other is None:
        return None
    own = gazetteer.place_of(head[: match.start()], nation) or said
    return Outdone(own or None, other or None, bool(match["behind"]))


def is_by(head: str) -> bool:
    """Return whether words between the other's number and the next lead to how far they are apart.

    >>> is_by(" by about "), is_by(" in May and rose by ")
    (True, False)
    """
    return _BY.fullmatch(head) is not None


def gap(last: Measure | None, pair: Outdone) -> Measure:
    """Return the measure of how far the two are apart, by what their numbers are."""
    grown = last is not None and last.name in GROWTHS
    of = last.name if last is not None and last.name in ("growth", "average_growth") else "growth"
    direction = "down" if pair.behind else "up"
    if grown:
        return Measure(f"{of}_gap", direction, "vs_benchmark", of)
    return Measure("level_gap", direction, "vs_benchmark", "share")
