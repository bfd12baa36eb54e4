"""What a place, its people or an industry has: residents had an income of, Guangdong had 127 million people."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

_HAVING = pattern(  # residents had a per capita income of
    r"\b(?:had|has|have|having|with|reported|posted|recorded|registered|achieved|produced|generated|logged|earned|received|enjoyed|boasted) (?:an? |the |its )?(?P<what>[^,;()]{2,60}?) (?:of|at|worth) "
    r"(?:about |around |nearly |some |over |more than |just |only )*$"
)
_MOVED_ITS = pattern(  # cut its PM2.5 average to
    r"\b(?:cut|lowered|reduced|raised|brought|lifted|increased|pushed|kept|improved) (?:its|their|the) (?P<what>[^,;()]{2,50}?) (?:down |up )?(?:to|by|at) (?:about |around |nearly |just |only )*$"
)
_HAVER = pattern(
    r"\s*(?:the |its )?(?:local |average )?(?P<group>urban|rural)? *(?:city|province|municipality|district|county|region|country|nation|economy|residents?|households|dwellers|people)?(?: in| of)? *",
    re.IGNORECASE,
)
_INHABITED = pattern(
    r"\s*(?:had|has|is home to|was home to|counted) (?:about |around |nearly |some |over |more than |just |only )*"
)
_PEOPLE = pattern(r"(?:\w+ )?(?:people|persons|residents|inhabitants)")
_IN_ALL = pattern(r"\s*(?:at [a-z ]*)?\.?")
_IN_SECTOR = pattern(  # the share of services in GDP was
    r"\b(?:share|proportion|weight) of (?:the )?(?P<what>[\w' -]{3,40}?) in +(?:(?:the|its|total) )*(?:GDP|gross domestic product|economy|output)\b"
)


def held(head: str) -> str:
    """Return the name of what is had before a number, with whose it is where that is not the place's.

    >>> held("urban residents had a per capita income of "), held("its services generated output of ")
    ('urban per capita income', 'its services output')
    """
    having = _HAVING.search(head) or _MOVED_ITS.search(head)
    if having is None:
        return ""
    before = re.split(r"[,;]| and | while ", head[: having.start()])[-1]
    who = _HAVER.fullmatch(before)
    whose = (who["group"] or "").lower() if who else before.strip()
    return f"{whose} {having['what']}".strip()


def sector(head: str) -> str:
    """Return the industry whose share of output the words name.

    >>> sector("the share of services in GDP was ")
    'services'
    """
    found = _IN_SECTOR.search(head)
    return found["what"] if found else ""


def counts_people(head: str, unit: str, after: str) -> bool:
    """Return whether a number counts all people of a place, which is blanked in the words before it.

    >>> counts_people("          had about ", "million residents", " at the end."), counts_people(
    ...     "          had ", "residents", " aged 60 and over."
    ... )
    (True, False)
    """
    every = _PEOPLE.fullmatch(unit) is not None and _IN_ALL.fullmatch(after) is not None
    return every and _INHABITED.fullmatch(head) is not None
