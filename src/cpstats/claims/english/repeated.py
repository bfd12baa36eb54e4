"""What a number is whose words only add a name to those of the number before: manufacturing at 4.6 percent."""

from __future__ import annotations

import re
from dataclasses import replace

from cpstats.claims.english.phrases import phrases
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.model.pattern import pattern

_ONLY_AT = pattern(r"[\s,]*(?:(?:followed by|and|with|then|the|at|by)[\s,]*)*")
_IN_AND = pattern(
    r" (?:in|for|among) [\w' -]{2,40}(?:,|,? and) (?:by )?"
)  # 3 percent in mining and 2 percent
_OR_SO_MUCH = pattern(
    r"[ \w]{0,12},? or (?:about |nearly |some |less than |more than )?", re.IGNORECASE
)
_NAME_AT = pattern(  # the manufacturing sector at; non-store retailers with
    r"[\s,]*(?:(?:and|while|then|followed by|the|that of|those of)\s+)*(?P<what>[A-Za-z][\w &'-]{2,70}(?:, [a-z][\w &'-]{2,30})*?)(?: followed| came next)?,?\s+(?:at|with|by) (?:about |around |nearly )?"
)
_RATE_FOR = pattern(
    r"\b(?:unemployment|jobless|employment|participation|poverty|vacancy) rates?\b[^,;()]{1,50}? (?:for|among) [\w' -]{3,40} \($"
)
_AND_GROUP = pattern(r"(?: and|, and|,) [\w' -]{3,40} \(")
_OF_SHARES = pattern(
    r"\b(?:share|rate|ratio|proportion|account|unemploy|jobless|participat)", re.IGNORECASE
)


def of_groups(head: str, last: Measure | None) -> bool:
    """Return whether a bracket says how high the rate of a group is: the jobless rates fell for men (3.5 percent).

    >>> of_groups("unemployment rates fell for women (", None), of_groups(" and men (", Measure("share", "down"))
    (True, True)
    >>> of_groups("unemployment rates fell (", None), of_groups(" and men (", Measure("growth", "down"))
    (False, False)
    """
    if _RATE_FOR.search(head):
        return True
    return last is not None and last.name == "share" and _AND_GROUP.fullmatch(head) is not None


def repeated(measure: Measure, last: Measure | None, head: str, *, rate: bool) -> Measure:
    """Return a measure as that of the number before where a number has no words of its own.

    Parameters
    ----------
    measure : Measure
        What its own words make of it.
    last : Measure or None
        What the number before is.
    head : str
        The words before it, places blanked.
    rate : bool
        Whether what it is about is known as a rate.
    """
    if last is None:
        return measure
    if measure.name == "level" and last.name == "level" and head.strip() == "(":
        return replace(
            measure, direction=last.direction
        )  # rose to 3 trillion yuan (400 billion dollars)
    if measure.name != "share":
        return measure
    alone = _ONLY_AT.fullmatch(head) is not None or head.endswith(" (")
    alone = alone or _IN_AND.fullmatch(head) is not None
    alone = alone or (last.name == "change" and _OR_SO_MUCH.fullmatch(head) is not None)
    if not (alone or (not rate and _is_name_at(head))):
        return measure
    if last.name == "change":  # increased $47.8 billion (0.3 percent)
        return Measure("growth", last.direction)
    return last if last.name in GROWTHS else measure


def _is_name_at(head: str) -> bool:
    """Return whether words before a number are a name and no verb."""
    named = _NAME_AT.fullmatch(head)
    if named is None or _OF_SHARES.search(head):
        return False
    return not any(phrase.verb for phrase in phrases(named["what"]))
