"""What a place, its people or an industry has: residents had an income of, Guangdong had 127 million people."""

from __future__ import annotations

import re

from cpstats.claims.english.phrases import phrases
from cpstats.model.pattern import pattern

_HAVING = pattern(  # residents had a per capita income of
    r"\b(?:had|has|have|having|with|reported|posted|recorded|registered|achieved|produced|generated|logged|earned|received|enjoyed|boasted) (?:an? |the |its )?(?P<what>[^,;()]{2,60}?)(?: in the (?:country|nation|city|province|region|world))?(?: *,)? (?:of|at|worth) "
    r"(?:about |around |nearly |some |over |more than |just |only )*$"
)
_MOVED_ITS = pattern(  # cut its PM2.5 average to
    r"\b(?:cut|lowered|reduced|raised|brought|lifted|increased|pushed|kept|improved) (?:its|their|the) (?P<what>[^,;()]{2,50}?) (?:down |up )?(?:to|by|at) (?:about |around |nearly |just |only )*$"
)
_HAVER = pattern(
    r"\s*(?:the |its )?(?:local |average )?(?P<group>urban|rural)? *(?:city|province|municipality|district|county|region|country|nation|economy|person|citizen|inhabitant|residents?|households|dwellers|people)?(?: in| of)? *",
    re.IGNORECASE,
)
_INHABITED = pattern(
    r"[\s,]*(?:is (?:the|a|one of the) [^,]{3,60}, with|[Ww]ith|had|has|(?:is |was )?[Hh]ome to|counted) (?:about |around |nearly |some |over |more than |just |only )*"
)
_SOME = {
    *[
        "some",
        "about",
        "around",
        "nearly",
        "roughly",
        "an",
        "estimated",
        "of",
        "the",
        "another",
        "there",
        "in",
        "were",
        "are",
    ]
}
_ON_A_DAY = pattern(r"^\s*(?:on|at|as of) [^,]{3,24},", re.IGNORECASE)
_OF_THE = pattern(r"\s*Of (?:the )?\s*")
_SCALES = ("thousand", "million", "billion")
_LIVED = pattern(r" (?:who )?(?:(?:were|was|are|is) )?(?:liv(?:ed|ing|e)|resid(?:ed|ing|e)) {3,}")
_ASIDE = pattern(r",[^,]{3,60},")
_A_HEAD = pattern(
    r"\baverage +(?:urban |rural )?(?:resident|person|inhabitant|citizen)\b", re.IGNORECASE
)
_IS_SOMETHING = pattern(  # Guangdong remained the largest economy with a GDP of
    r"\s*(?:is|was|are|were|remain(?:s|ed)|became|stay(?:s|ed)|rank(?:s|ed)|closed|ended|finished) .*",
    re.DOTALL,
)
_PEOPLE_LIVING = pattern(
    r"\b[Tt]he number of (?:people|persons|residents) (?:who )?(?:living|live|lived|residing) {3,}"
)
_BUDGET = pattern(
    r"\b(?P<what>(?:[a-z]+ ){0,2}budget)\s+(?:of\s+)?(?P<verb>took in|collected|raised|spent|paid out) (?:about |around |nearly |some |just )*$",
    re.IGNORECASE,
)
_UNDER_BUDGET = pattern(  # expenditure under the general public budget grew
    r"\b(?P<what>expenditure|spending|revenue) (?:under|of|in|(?:flowing |going |paid )?into) (?:the |its )?\s*(?P<which>(?:[a-z]+ ){0,2}budget)\b",
    re.IGNORECASE,
)
_AND_DID = pattern(  # had an income of 40,000 yuan and spent 30,000
    r"[\s,]*(?:and|but|while)?\s*(?:they )?(?P<verb>spent|saved|invested|paid|borrowed|earned|collected) (?:an average of |about |around |nearly |some |just )*"
)
_HAVERS = pattern(
    r"\b(?:residents?|people|dwellers|citizens?|inhabitants?|persons?)\b", re.IGNORECASE
)
_PEOPLE = pattern(r"(?:\w+ )?(?:people|persons|residents|inhabitants)")
_IN_ALL = pattern(r"\s*(?:at [a-z ]*)?\.?")
_OUTPUT = r" +(?:(?:the|its|total) )*(?:GDP|gross domestic product|economy|output)\b"
_IN_SECTOR = pattern(  # the share of services in GDP was; the secondary sector's share of GDP fell to
    rf"\b(?:share|proportion|weight) of (?:the )?(?P<what>[\w' -]{{3,40}}?) in{_OUTPUT}"
    rf"|\bratio of (?:the )?(?P<part>[\w' -]{{3,40}}?) to{_OUTPUT}"
    rf"|\b(?:the )?(?P<owner>[a-z][a-z -]{{3,40}}?)(?:'s|(?<=s)') (?:share|proportion|weight) (?:of|in){_OUTPUT}",
    re.IGNORECASE,
)
_PART_OF = pattern(
    r"\s*share (?:of|in) +(?:the +)?(?:total +|national +)?(?P<what>[A-Za-z][\w' -]+)$"
)
_DONE = pattern(  # Beijing exported goods worth; the place is blanked
    r"\s*(?:the [a-z]+ )?(?P<verb>exported|imported) (?:goods )?(?:worth )?(?:about |around |nearly |some |over |more than |just |only )*",
    re.IGNORECASE,
)
_GIVEN = pattern(  # spent 100 billion yuan on research and development
    r"\s*(?:the [a-z]+ )?(?P<verb>spent|invested) (?:about |around |nearly |some |over |more than |just |only )*",
    re.IGNORECASE,
)
_GIVEN_FOR = pattern(
    r" (?P<link>on|in|from) (?:(?:the|its) )?(?P<what>[A-Za-z][\w& -]{1,40}(?=budget)budget|[A-Za-z][\w& -]{1,40})"
)
_SPENT = pattern(  # residents spent 40,000 yuan per head
    r"[\s,]*(?:they |the )?(?:average )?(?P<group>urban |rural )?(?:residents?|people|households?|citizens?|inhabitants?)?[\s,]*(?:of|in)?\s*spent (?:an average of |about |around |nearly |some |just )*",
    re.IGNORECASE,
)
_A_HEAD_BEHIND = pattern(
    r" (?:per (?:head|capita|person)|a head|each|apiece|on average)\b(?! on\b)"
)
_GIVING = {"spent": "spending", "invested": "investment"}
_OF_WHOM = pattern(r"\bof (?:whom|which|them) $")
_IN_TOWNS = pattern(
    r" of (?:the |its |all )?(?:[a-z]+ )?(?:population|people|residents|inhabitants) (?:(?:was|were|is|are) urban\b|(?:(?:was|were) )?(?:lived?|lives|living|resided?|residing) in (?:urban areas|cities and towns|towns and cities|cities|towns)\b)"
)
_OPENING = pattern(  # After rising 1.2 percent in 2020, GDP in Beijing rebounded
    r"(?:With|Home to) [\w' -]*|From (?:about |around |just |only )?|(?:After|Following|Despite|At|Having)(?: (?:a|an|the|its|already|about|around|nearly|almost|some|only|just|over|more|than|by|of|to|had"
    r"|year-on-year|annual|economic|sharp|strong|modest|slight|solid"
    r"|growth|increase|rise|gain|expansion|decline|decrease|fall|drop|contraction|slump|surge|jump"
    r"|(?:ris|grow|increas|expand|gain|fall|declin|drop|decreas|contract|shrink|slump|plung|surg|jump|climb|slow|eas)ing"
    r"|risen|grown|increased|expanded|gained|fallen|declined|dropped|decreased|contracted|shrunk|slumped|plunged|surged|jumped|climbed))* ?"
)
_MAIN = pattern(r"[^,.;]{0,60}, (?=[A-Za-z])")


_ALL_PEOPLE = pattern(  # whose income and spending are those of the place
    r"\b(?:residents?|people|households?|dwellers|citizens?|inhabitants?|farmers|counterparts|consumers|urban|rural"
    r"|provinces|cities|districts|states|countries|economies|regions|both|all)\b",
    re.IGNORECASE,
)


def of_a_group(surface: str, sentence: str) -> bool:
    """Return whether what is “theirs” is that of some people only, neither of all nor of places.

    >>> of_a_group("their income", "Foreigners were many; their income was "), of_a_group(
    ...     "their income", "Residents saw their income rise by "
    ... )
    (True, False)
    """
    return surface.lower().startswith("their ") and not _ALL_PEOPLE.search(sentence)


def without_asides(head: str) -> str:
    """Return the words before a number without what is told of a place between commas.

    >>> without_asides("        , the hub of technology, produced ")
    '          produced '
    """
    return _ASIDE.sub(" ", head)


def held(head: str) -> str:
    """Return the name of what is had before a number, with whose it is where that is not the place's.

    >>> held("urban residents had a per capita income of "), held("its services generated output of ")
    ('urban per capita income', 'its services output')
    """
    having = _HAVING.search(head) or _MOVED_ITS.search(head)
    if having is None:
        return ""
    before = re.split(r"[,;]| and | while ", head[: having.start()])[-1]
    joined = phrases(head[: having.start()])[-1:]  # wholesale and retail trade posted growth
    beside = joined and head[joined[0].end : having.start()].strip() in ("", "in", "of")
    if beside and joined[0].start < having.start() - len(before):
        before = head[joined[0].start : having.start()]
    who = None if _IS_SOMETHING.match(before) else _HAVER.fullmatch(before)
    before = _IS_SOMETHING.sub("", before)
    whose = (who["group"] or "").lower() if who else before.strip()
    return f"{whose} {having['what']}".strip()


def is_a_head(head: str, unit: str) -> bool:
    """Return whether what is had is had a head: the average resident had an income of.

    What people have that is not counted in thousands or more is no sum of all.
    """
    if _A_HEAD.search(head):
        return True
    return _HAVERS.search(head) is not None and not any(s in unit for s in (*_SCALES, "trillion"))


def sector(head: str) -> str:
    """Return the industry whose share of output the words name.

    >>> sector("the share of services in GDP was ")
    'services'
    """
    found = _IN_SECTOR.search(head)
    return (found["what"] or found["part"] or found["owner"]).strip() if found else ""


def lives(head: str) -> bool:
    """Return whether the words count all who live in a place, which is blanked."""
    return _PEOPLE_LIVING.search(head) is not None


def of_budget(head: str) -> str:
    """Return the noun for what a budget does.

    >>> of_budget("The general public budget of         took in ")
    'general public budget revenue'
    """
    if under := _UNDER_BUDGET.search(head):
        return f"{under['which']} {under['what']}"
    found = _BUDGET.search(head)
    if found is None:
        return ""
    what = "expenditure" if found["verb"].lower() in ("spent", "paid out") else "revenue"
    return f"{found['what']} {what}"


def did_too(head: str) -> str:
    """Return what those do whose last number was another thing: and spent 30,000 yuan."""
    found = _AND_DID.fullmatch(head)
    return found["verb"] if found else ""


def part_of(head: str) -> str:
    """Return what a place has a share of; the place is blanked.

    >>> part_of("          share of         GDP was ")
    'GDP was '
    """
    found = _PART_OF.match(head)
    return found["what"] if found else ""


def done(head: str, after: str) -> str:
    """Return the noun for what a place does, which is blanked in the words before a number.

    >>> done("        exported goods worth ", ""), done("        spent about ", " on research and development.")
    ('exports', 'spending on research and development')
    >>> done("Residents of        spent ", " per head.")
    'spending per capita'
    """
    if did := _DONE.fullmatch(head):
        return f"{did['verb'].lower().removesuffix('ed')}s"
    spent = _SPENT.fullmatch(head)
    if spent and _A_HEAD_BEHIND.match(after):
        return f"{(spent['group'] or '').lower()}spending per capita"
    gave, on = _GIVEN.fullmatch(head), _GIVEN_FOR.match(after)
    return f"{_GIVING[gave['verb'].lower()]} {on['link']} {on['what']}" if gave and on else ""


def in_towns(head: str, after: str) -> bool:
    """Return whether a share is that of the people who live in towns.

    >>> in_towns("In      ", " of the population lived in urban areas"), in_towns(", of whom ", " live in cities")
    (True, True)
    """
    every = " of the people" if _OF_WHOM.search(head) else ""
    return _IN_TOWNS.match(re.sub(" +", " ", f"{every}{after}")) is not None


def main_clause(head: str, after: str) -> int | None:
    """Return where behind a number the clause begins whose subject it has; None: not there.

    >>> main_clause("After rising ", " percent, GDP in Beijing rebounded by ")
    10
    """
    opens = _OPENING.fullmatch(head)
    main = _MAIN.match(after) if opens else None
    return main.end() if main else None


def counts_people(head: str, unit: str, after: str) -> bool:
    """Return whether a number counts all people of a place, which is blanked in the words before it.

    >>> counts_people("          had about ", "million residents", " at the end."), counts_people(
    ...     "          had ", "residents", " aged 60 and over."
    ... )
    (True, False)
    """
    people = _PEOPLE.fullmatch(unit) is not None
    if _LIVED.match(after) and (people or unit in _SCALES):
        return {
            *_ON_A_DAY.sub("", head).lower().replace(",", " ").split()
        } <= _SOME  # 21 million lived in; the place is blanked
    every = people and _IN_ALL.fullmatch(after) is not None
    return (
        every
        and (_INHABITED.fullmatch(_ASIDE.sub(" ", head)) or _OF_THE.fullmatch(head)) is not None
    )
