"""Verbs of which it is not known whether they mean more or less: keeled over by 5 percent."""

from __future__ import annotations

from cpstats.claims.english.measures import moves
from cpstats.model.pattern import pattern

_BY = pattern(
    r"\b(?P<verb>[a-z]+(?:ed|ing)(?: (?:over|out|away|off|back|down|up|in))?) by (?:about |around |nearly |almost |some |more than |over |just |only )*$"
)
_NEUTRAL = pattern(  # words that say nothing of more or less, and of a pace
    r"\b(?:follow|driv|accompan|chang|mov|led|lead|exceed|surpass|beat|lagg|trail|outpac|miss|differ|offset|match|revis|alter|correct|vari"
    r"|slow|moderat|cool|quicken)\w*"
)


def unknown_verb(head: str) -> str | None:
    """Return a verb before “by” of which it is not known whether it means more or less.

    >>> unknown_verb("investment keeled over by "), unknown_verb("investment collapsed by ")
    ('keeled over', None)
    """
    match = _BY.search(head)
    if match is None or _NEUTRAL.search(match["verb"]):
        return None
    return None if moves(match["verb"]) or moves(head[: match.start()]) else match["verb"]
