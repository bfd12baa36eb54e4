"""Comparisons beside an English number: the highest since 2015, for the first time, above the national average."""

from __future__ import annotations

import re

from cpstats.claims.english.counting import ORDINALS, counted
from cpstats.claims.english.measures import moves
from cpstats.claims.terms.comparison import Comparison
from cpstats.model.pattern import pattern

_COUNTS = counted(2, 10)
_ORDINALS = ORDINALS[1:10]
_N = rf"(?:{'|'.join(_COUNTS)}|\d\d?)"
_NTH = rf"(?:{'|'.join(_ORDINALS)}|\d\d?th)"
_CLAUSE = r"[^;.\d]{0,40}?"
_RECORD = pattern(
    rf"{_CLAUSE}\b(?:the|its|their|a) (?:(?P<up>highest|fastest|strongest|largest|biggest)|lowest|slowest|weakest|smallest)"
    rf"(?: [a-z]+){{0,3}}? (?:since (?P<since>(?:19|20)\d\d)\b|in (?P<n>{_N}) years|on record)"
    rf"|{_CLAUSE}\ba record (?:(?P<up2>high)|low)\b",
    re.IGNORECASE,
)
_FIRST = pattern(rf"{_CLAUSE}\bfor the first time\b(?! since| in)", re.IGNORECASE)
_FIRST_BEFORE = pattern(
    r"\bfor the first time[^,;:\d]{0,20}$|\bfirst (?:exceeded|surpassed|topped|crossed) $",
    re.IGNORECASE,
)
_ROW = pattern(
    rf"{_CLAUSE}\b(?:(?:for )?(?:the|a|its|their) (?P<nth>{_NTH}) (?:(?:straight|consecutive|successive) (?:year|annual)\b|year (?:in a row|running))"
    rf"|for (?:the )?(?:\w+ )?(?P<n>{_N}) (?:(?:straight|consecutive|successive) years|years (?:in a row|running)))",
    re.IGNORECASE,
)


_LEAD = 60  # signs before a number in which it says that it fell
_HOW = "(?:well|far|slightly|still|also|just|much)"
_BESIDE = pattern(
    rf"(?: in (?:19|20)\d\d)?(?:,|,? and|,? which (?:is|was))? ?(?:{_HOW} )?(?:(?P<up>above|higher than|faster than|ahead of|exceeding|outpacing|surpassing)|below|lower than|slower than|behind|lagging) "
    r"(?P<than>(?:that of )?(?:the (?:nation|country|national|nationwide|provincial|province|citywide|city|municipality)|[A-Z][\w -]{1,30}?))(?:'s)?"
    r"(?: (?:overall|average|mean))?(?: (?:level|rate|figure|pace|growth|growth rate))? *(?=[,.;)](?!\d)|$)"
)


def comparison(before: str, after: str, direction: str | None) -> Comparison | None:
    """Return what the words right before and behind a number compare it with.

    >>> comparison("grew ", ", below the national average.", "up").than
    'the national'
    >>> comparison("grew ", ", the highest since 2015.", "up")
    Comparison(kind='record', up=True, since=2015, years=None, same=False, indicator=None, than=None, pace=False, even=False)
    """
    fell = direction == "down" or moves(before[-_LEAD:]) == "down"
    if _FIRST.match(after) or _FIRST_BEFORE.search(before):
        return None if fell else Comparison("first")  # what fell for the first time passed nothing
    if row := _ROW.match(after):
        years = _count(row["n"]) if row["n"] else _nth(row["nth"])
        return Comparison("row", direction != "down", years=years)
    found = _RECORD.match(after)
    if found is None:
        beside = _BESIDE.match(after)
        return beside and Comparison("beside", beside["up"] is not None, than=beside["than"])
    since = int(found["since"]) if found["since"] else None
    up = (found["up"] or found["up2"]) is not None
    return Comparison("record", up, since, _count(found["n"]) if found["n"] else None)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


def _nth(word: str) -> int:
    return int(word[:-2]) if word[0].isdigit() else _ORDINALS.index(word.lower()) + 2
