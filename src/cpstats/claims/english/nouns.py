"""Nouns that say at once what a number is of: right before its bracket, of a clause with which, behind a rank."""

from __future__ import annotations

from cpstats.claims.english.contrasted import OUTDONE
from cpstats.claims.english.phrases import phrases
from cpstats.claims.terms.spelling import name_of
from cpstats.model.pattern import pattern

_BRANCHES = frozenset(("sector", "industry"))
_BRACKETED = pattern(r"(?P<what>[^,;()]*[a-z]) \([+-]?$")
_WHICH = pattern(  # driven by a rebound in farming, which expanded by
    r"\b(?:in|of|by|from) (?P<what>[a-z][\w' -]{2,40}?)(?:, which|,? that) (?:(?:[a-z]+ )?(?:[a-z]+ed|grew|rose|fell) (?:by )?|(?:was|were|stood at|amounted to|came to|reached) (?:about |around )?)$"
)
_WHICH_SAW = pattern(  # was driven by the industry sector which recorded the highest growth of
    r"\b(?:in|of|by|from|to) (?:the )?(?P<what>[a-z][\w' -]{2,40}?),? (?:which|that) (?:recorded|posted|registered|saw|had|showed|witnessed|achieved) (?:the |an? )?(?:[a-z-]+ ){0,3}(?:growth|increase|rise|gain|decline|decrease|drop|fall|contraction)(?: rate)? of (?:about |around )?$"
)
_OUTDONE_GROWTH = pattern(  # surpassed the country's economic growth of
    r"\b(?:surpass|exceed|outpac|outstrip|beat|top|match|trail|lag)\w* (?:behind )?(?:the )?(?:\w+'s| {3,})? *(?P<what>(?:economic|GDP) growth) of (?:about |around )?$"
)
_RANKED_BY = pattern(  # ranked fifth in the country by GDP
    r"(?:[ -](?:largest|biggest|highest|place))?(?: (?:in the [a-z]+(?: ranking)?|nationwide|nationally|(?:among|of) [^,;.]{3,40}?))? (?:by|in terms of|in|for|with (?:an?|its)) (?P<what>[^,;.]+)"
)
_ECONOMY = pattern(r"[- ](?:largest|biggest) (?:provincial|regional|municipal) economy\b")


def own_noun(head: str) -> str | None:
    """Return the noun right before a bracket, or of a clause with which: farming, which grew."""
    if bracket := _BRACKETED.search(head):
        found = phrases(bracket["what"])
        return (
            bracket["what"][found[-1].start : found[-1].end] if found and found[-1].name else None
        )
    if outdone := _OUTDONE_GROWTH.search(head):
        return outdone["what"]
    which = _WHICH.search(head) or _WHICH_SAW.search(head) or OUTDONE.search(head)
    return first_noun(which["what"]) if which else None


def first_noun(text: str) -> str:
    """Return the first noun phrase of a text: what stands before its verb."""
    first = next((p for p in phrases(text) if p.name), None)
    return text[first.start : first.end] if first else text


def ranked_by(after: str) -> str:
    """Return by what a rank is, from the words behind it; empty where they do not say.

    >>> ranked_by(" in the country by GDP."), ranked_by("-largest provincial economy")
    ('GDP', 'economy')
    """
    if _ECONOMY.match(after):
        return "economy"
    by = _RANKED_BY.match(after)
    return by["what"] if by else ""


def is_the_branch(surface: str, last: str) -> bool:
    """Return whether the sector is the one that was spoken of last.

    >>> is_the_branch("the sector", "services industries"), is_the_branch("all sectors", "services industries")
    (True, False)
    """
    alone = surface.lower().removeprefix("the ") in _BRANCHES
    return alone and bool(_BRANCHES & {*name_of(last).split()})
