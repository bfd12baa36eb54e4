"""What the words before an English number say in passing, and what is no name of what it is about."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

_FORESEEN = pattern(
    r"\b(?:the |a )?(?:median|mean|consensus) (?:estimate|forecast|expectation|projection)s?\b"
    r"|\b(?:the |an? )?(?:market|analysts'?|economists'?|consensus) (?:expectation|estimate|forecast|prediction|projection)s?\b"
    r"|\b(?:(?:shy|short|ahead) of |undershooting |overshooting |beating |missing |topping |below |above )?(?:an? |the )?(?:[A-Z]\w+ (?:poll )?)?(?:forecasts?|expectations|estimates|predictions)(?= (?:for|of) )"
    r"|\b(?:the )?(?:economists|analysts|markets?|forecasters|investors) (?:polled by [A-Z]\w+ )?(?:(?:had|have|has|were|was|are) )?(?:been )?(?:expect|forecast|predict|project|anticipat)(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
_BOUGHT = pattern(  # the quantity bought in retail sales rose
    r"\b(?:[Tt]he )?(?:quantity bought|amount spent|volume bought|volume sold)(?: in(?= [a-z]))?",
    re.IGNORECASE,
)
_WAS_SO = pattern(r"^\s*(?:was|were|is|are) [a-z]+(?=\s*(?:,|and\b))")  # of the number before
_IN_PRICES = pattern(
    r"\b(?:in|at) (?:current|constant|nominal|chained) (?:market |basic )?(?:prices|values?|terms|volume measures|dollars)\b"
)
_MEASURED = pattern(  # earnings, as measured by GDP figures, grew
    r"\bas (?:measured|defined|recorded|compiled|shown|reflected) (?:by|in|under) [^,;]{2,60}"
)
_MEANWHILE = pattern(  # the unemployment rate during the month fell
    r"\b(?:during|in|for|over) the (?:month|quarter|period|week)\b(?! (?:of|to|ended|ending|through|before|earlier|ago)\b)|, the (?:most|least|[a-z]+est)(?: [a-z]+)? (?:in|since|for) [^,;]{1,30}?(?= and\b|,|$)"
)
_THAT_IS = pattern(  # of the number before: that's better than the rise that was expected
    r"\b[Tt]hat(?:'s| is| was) (?:[a-z]+ )?(?:better|worse|higher|lower|more|less|faster|slower|stronger|weaker|up|down) (?:than|from)\b"
)
_SAID_AGAIN = pattern(  # i.e. by 11 percent: what was said, in another form
    r"\b(?:i\.e\.?|that is(?: to say)?|in other words|namely|put differently),?(?= (?:by|an?|\d|about|almost|nearly|$)| *$)",
    re.IGNORECASE,
)
_THAN_THEN = pattern(  # 21 percent fewer than in 2005 (612 thousand)
    r"\b(?:more|fewer|less|higher|lower|larger|smaller|bigger) than(?= *\(?[^\w\s]{0,3}$)"
)
_AS_IT_WENT = pattern(  # at 2.28 trillion yuan as recovery continues to firm, a year-on-year increase of
    r"^[^,;]{0,60}? as (?!of\b|well\b|against\b|compared\b|a\b|an\b|the\b|much\b|many\b)[a-z][a-z' -]{5,60}(?=, an? (?:[a-z-]+ )?(?:increase|rise|decrease|decline|fall|drop|gain) of )"
)
_EVERY = (
    _AS_IT_WENT,
    _FORESEEN,
    _BOUGHT,
    _WAS_SO,
    _IN_PRICES,
    _MEASURED,
    _MEANWHILE,
    _THAT_IS,
    _SAID_AGAIN,
    _THAN_THEN,
)


def without_asides(head: str) -> str:
    """Return the words before a number, what they only say in passing blanked.

    >>> without_asides("the area fell, i.e. by ").split()
    ['the', 'area', 'fell,', 'by']
    """
    for words in _EVERY:
        head = words.sub(lambda m: " " * len(m.group()), head)
    return head
