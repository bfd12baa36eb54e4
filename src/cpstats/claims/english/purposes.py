"""Whether an English number says what was: a claim; or what is aimed at, expected or supposed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from datetime import date

    from cpstats.claims.terms.periods import When

_GOAL = pattern(
    r"\b(?:targets?|targeted (?:to|at)|aim(?:s|ed|ing)? (?:to|for|at)|(?:is|are|was|were) (?:now )?(?:expected|projected|forecast|predicted|seen(?! (?:in|at|among|across)\b)|set|likely|poised|on track|estimated to (?:rise|fall|grow))\b"
    r"|will|plan(?:s|ned) to|goals?|strive|should be|outlook"
    r"|(?:expect|project|forecast|predict|(?<!\()see|foresee|envisage|anticipate)s?\b(?! the)|projections?|forecasts?\b"
    r"|(?:fund|bank|imf|oecd|ministry|government|economists|analysts|on \w+day|has|have|had) (?:projected|forecast|predicted|expected|penciled)"
    r"|(?<!as )(?<!than )(?<!was )(?<!were )(?<!been )(?:predicted|projected)\b(?! by)"
    r"|could(?! (?:only|still|just|no longer|not)\b)|may (?=rise|fall|grow|reach|slow)|is slowing to)\b",
    re.IGNORECASE,
)
_SAID_BEHIND = pattern(
    r"[^.;]{0,60},? (?:the |according to )?(?:[\w ]{0,40})\b(?:expects?|forecasts?|projects?|predicts?)\b",
    re.IGNORECASE,
)
_EXPECTED = pattern(
    r"\b(?:consensus|(?:market|median) (?:estimate|forecast|view|call)s?|poll(?:ed)?|markets?(?:'s?)?(?= (?:of |for |at )?$)|analysts'?|economists'?|expect(?:ed|ing|ations?)|forecasts?|projections?|predict(?:ed|ions?)|projected|earlier estimate)\b"
    r"(?: [\w']+){0,3}? (?:of |for |at |to )?(?:an? |around |about )?(?:\w+ )?$",
    re.IGNORECASE,
)
_CHANGED = pattern(  # the forecast was raised to 3 percent from 2 percent
    r"\b(?:forecast|projection|outlook)s?\b[^;.]{0,60}\b(?:revis|rais|lower|cut|upgrad|downgrad|trimm|lift|adjust)\w*"
)
_FROM = pattern(r"\bfrom [^;.]{0,30}$")
_CLAUSE = 160
_GOAL_OF = pattern(
    r"\b(?:target|goal|threshold|ceiling)s? of (?:about |around |at least |roughly |some )?$"
)
_OWN_GOAL = pattern(
    r"\b(?:met|meets|missed|exceed\w*|surpass\w*|above|below|than|over|beat\w*|topp\w*) (?:the |its |their |market |analysts' )?(?:[\w-]+ ){0,3}(?:targets?|goals?|forecasts?|expectations|estimates|projections?)\b(?! of)",
    re.IGNORECASE,
)
_AIMED = pattern(
    r" (?:[\w-]+ ){0,2}?(?:target|goal|threshold|forecast|expectation|projection|consensus|market estimate)s?\b",
    re.IGNORECASE,
)
_TIPPED = pattern(
    r"[^,;.]{0,30}\b(?:tipped|expected|forecast|predicted|projected|polled|estimated|pencil+ed in) (?:by|in)\b"
    r"|[ -](?:gain|rise|increase|growth|decline|drop|fall|decrease) (?:that was |had been )?(?:expected|forecast|predicted|projected)\b"
    r"|[ -](?:[a-z]+ ){0,3}(?:that |which )?(?:economists|analysts|markets?|forecasters|investors|traders)(?: [\w']+){0,4}? (?:expected|forecast|predicted|projected|anticipated)\b"
    r"| (?:is|are) (?:now |still |generally )?(?:expected|forecast|predicted|projected|foreseen)\b",
    re.IGNORECASE,
)
_RANGE_EXPECTED = pattern(  # within the 4 to 6 percent range that we had expected
    r"[^,;.]{0,20}\b(?:range|band)\b[^,;.]{0,30}\b(?:expected|forecast|projected|predicted|targeted)\b",
    re.IGNORECASE,
)
_POTENTIAL = pattern(  # above its long-term sustainable growth rate of 4 percent
    r"\b(?:(?:long|medium)[- ](?:term|run)|trend|potential|sustainable|steady[- ]state|equilibrium)(?: [a-z-]+){0,2} (?:growth|rate|expansion)(?: rate| potential)?"
    r" (?:of|at) (?:about |around )?(?:\d[\d.]* ?(?:%|per ?cent)? ?(?:to|-) ?)?$",
    re.IGNORECASE,
)
_EXPECTS = pattern(  # in the number's own clause: the government expects growth of 4 percent
    r"\b(?:expect|project|forecast|predict|foresee|envisage|anticipate)s\b[^,;]*$"
    r"|\b(?:is|are) (?:expected|projected|forecast|set|to) to\b[^,;]*$|\bis to (?:grow|rise|reach)\b[^,;]*$",
    re.IGNORECASE,
)
_WILL = pattern(  # in the number's own clause, of any time: GDP will decline by 1.5 percent over the year
    r"\b(?:will|should|shall) (?:[a-z]+ly |also |again |still |then |thus ){0,2}(?:be|grow|rise|fall|decline|increase|decrease|reach|amount|expand|contract|shrink|come|stand|average|total|remain|drop|slow|accelerate|ease|climb)\b(?:(?!\bfrom\b)[^,;])*$"
    r"|\b(?:anticipated|expected|projected|forecast|predicted|foresaw) for (?:19|20)\d\d\b[^,;]*$",
    re.IGNORECASE,
)
_HAPPENED = pattern(
    r"\b(?:grew|rose|fell|expanded|increased|declined|dropped|reached|total+ed|stood at|gained|shrank|contracted|climbed|jumped|came (?:in )?(?:at|to)|edged (?:up|down))\b[^,;]{0,25}$",
    re.IGNORECASE,
)
_STARTED = pattern(r"\b(?:from|after|following|compared|than|versus|against)\b", re.IGNORECASE)
_IF = pattern(
    r"\b(?:if|assuming|suppose) [^,;]*$|\bwould (?:have )?[^,;]*$|\beven (?:with|at) [^,;]*$",
    re.IGNORECASE,
)
_GIVE_OR_TAKE = r"|(?:±|\+/-|\bplus or minus) ?$"
_DENIED = pattern(  # what somebody else says, hopes or denies: no claim of this text
    r"\b(?:not|rather than|instead of)(?: (?:just|merely|only|the|about|around|some))* *$"
    r"|\b(?:contrary to|den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|rumou?rs?|wrongly|falsely|mistaken\w*)\b[^,;]*$"
    rf"{_GIVE_OR_TAKE}",
    re.IGNORECASE,
)
_FORESEEN = pattern(
    r"expect|forecast|project|predict|estimat|target|goal|consensus|outlook|will\b|tipped|polled|this year|next year",
    re.IGNORECASE,
)
_ASKED = pattern(r"\?[\"') ]*$")
_PER = pattern(r"\b(?:per|every|each)\s*$", re.IGNORECASE)


def is_revised(lead: str) -> bool:
    """Return whether a number is what a forecast was before it was changed: was raised to 3 percent from."""
    changed = _CHANGED.search(lead)
    return changed is not None and _FROM.search(lead, changed.end()) is not None


def foreseen(head: str, after: str) -> bool:
    """Return whether the words right beside a number say that it is foreseen itself."""
    return any(_FORESEEN.search(words) for words in (head, after.partition(".")[0]))


def is_expected(head: str, after: str) -> bool:
    """Return whether the words beside a number say that somebody expected it."""
    told = (_EXPECTED.search(head), _AIMED.match(after), _TIPPED.match(after))
    return any(found is not None for found in told)


@lru_cache(maxsize=4)
def _goal_at(letters: str) -> int | None:
    """Return where a sentence begins to speak of a goal; looked for once, not at every number."""
    goal = _GOAL.search(letters)
    return goal.start() if goal else None


def purpose(
    letters: str, head: str, after: str, when: When, published: date | None, *, aims: bool, at: int
) -> str:
    """Return claim, target (also what is only expected) or not_claim (supposed, asked, denied, per 100 yuan).

    Parameters
    ----------
    letters : str
        The sentence; the number begins at `at`.
    head, after : str
        The words before the number since the last one, and those behind it.
    when : When
        The period of the number.
    published : date or None
        The day of the text.
    aims : bool
        Whether the sentence is one of a list of goals.
    """
    if (
        _POTENTIAL.search(head)
        or _PER.search(head)
        or _IF.search(head)
        or _DENIED.search(head)
        or _ASKED.search(letters)
    ):
        return "not_claim"
    if (
        when.future
        or aims
        or _WILL.search(letters, max(0, at - _CLAUSE), at)
        or is_revised(letters[:at])
        or is_expected(head, after)
        or _GOAL_OF.search(head)
        or _RANGE_EXPECTED.match(after)
    ):
        return "target"
    goal = _goal_at(letters)
    ahead = goal is not None and goal < at and not _OWN_GOAL.search(head)
    if _HAPPENED.search(head):
        return "claim"
    if _EXPECTS.search(head):
        return "target"
    if not ahead and _SAID_BEHIND.match(after) is None:
        return "claim"
    if published is None:  # is set to halve in 2004 to 3 percent: written before it or after
        running = _STARTED.search(head) is None
    else:
        running = when.year is not None and when.year >= published.year
    unsaid = not when.code or when.source == "docdate"
    return "target" if unsaid or running else "claim"
