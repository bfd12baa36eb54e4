"""Words around a number that make it none of the figure that is named: of a part, of a goal, of other things.

A name that is narrowed by a word which the catalogue's name does not have is not that indicator: sales
excluding fuel are no retail sales.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.english.taking import SHARE
from cpstats.claims.terms.spelling import name_of
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_percent
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.carried import Carried
    from cpstats.claims.terms.lexicon import Lexicon

_WITHOUT = pattern(  # but for what a figure leaves out by its definition
    r"\b(?:[Ee]xcluding|[Ee]xcludes?|excluded|[Ee]xcept(?: for)?|[Nn]ot including|[Ss]tripping out|[Ll]eaving out|[Nn]et of|[Aa]part from|[Aa]side from)\b"
    r"(?! (?:the )?(?:rural|farm|price|inflation|seasonal|holiday|calendar|financ|bank|working|Hong Kong|Macao|Macau|Taiwan))"
)
_WITHOUT_BEHIND = pattern(rf" [^,;.()]{{0,40}}{_WITHOUT.pattern}")
_GOAL_BEHIND = pattern(  # the bank's 2 percent target
    r"[- ](?:(?:inflation|official|medium-term|point|annual) )?(?:target|goal|ceiling|threshold|target range|tolerance)\b(?! (?:of|growth))"
)
_PLANNED = r"(?:[\w-]+ ){0,2}(?:forecast|forecasts|budget|budgeted|projected|projection|projections|plan|plans|planned|target|targets|estimate|estimates|estimated|expected|expectations|path|consensus)\b"
_OFF_THE_PLAN = pattern(
    rf" (?:(?:higher|lower|more|less) than|above|below|short of|under|over|ahead of|shy of|off) (?:the |its |their |an? )?{_PLANNED}"
)
_BEYOND_THE_PLAN = pattern(
    rf"\b(?:exceed(?:s|ed|ing)?|beat|beating|missed|missing|undershot|overshot|surpass(?:ed|ing)|above|below) (?:the |its |their |an? )?{_PLANNED}[\w ]{{0,30}} by [^\w\d]{{0,2}}(?:[A-Z]{{1,4}} )?$"
)
_OF_OTHERS = pattern(  # more than 12 percent of disposable income
    r" of (?!(?:[\w']+ ){0,3}(?:GDP|gross domestic product|economy|output|total|whole|population|work-?force|labou?r force)\b|(?:the )?[\w-]+'s\b)"
    r"(?:the |its |their |our |all |those |these |such )?(?!(?:total|overall|this|last|that|each|growth|\w+ growth)\b)[a-z]"
)
_SOME_DID = pattern(
    r" (?:who\b|(?:said|say|think|thought|believed?|feel|felt|expected?|were|wanted) [a-z])"
)
_OPENS = pattern(  # of a clause that says nothing before its number
    r"[\W\s]*(?:(?:and|but|while|with|about|around|some|nearly|almost|over|only|another|compared (?:to|with)|against|[Ss]imilarly|more than|less than)[\W\s]+)*"
)
_TRADES = pattern(  # it imports about 70 percent of its oil
    r"\b(?:imports?|exports?) (?:about |around |nearly |some |over |more than |almost |roughly |up to )*$"
)
_PICKED = pattern(  # the largest rises were in services, at
    r"\b(?:largest|biggest|highest|fastest|steepest|strongest|sharpest|smallest|lowest|slowest)\b[^,;]{0,60}? (?:in|for|among) (?:the )?(?P<what>[a-z][\w &'-]{2,40}?), (?:at|with) (?:about |around |nearly )?$"
)
_SPELL = pattern(
    r"\b(?:prices|terms|values|years?|months?|quarters?|decades?|time|weeks?|history|record|period|century|country|nation|world|region|province|city|euro area|bloc)$"
)
_GROWTH_ENDS = pattern(r"\bgrowth\b[^,;]*$")
_GROWTH_OF = pattern(r"\bgrowth (?:rate )?(?:of|at|was) (?:about |around |just |only )?$")
_OUTPUT_BEHIND = pattern(r" (?:of|to) (?:[\w']+ ){0,3}(?:GDP|gross domestic product)\b(?! growth)")
_OF_SOME = pattern(  # exports of Jiangsu's private enterprises: of a part of the place's
    r"\b(?:[A-Z][\w.]{1,30}'s|[Ii]ts|[Tt]heir|[Tt]he (?:province|city|country|region|nation)'s) (?:private|foreign|state|collective|small|listed|northern|southern|eastern|western|coastal)"
    r"[a-z, -]{0,40}\b(?:enterprises|firms|companies|businesses|cities|counties|districts)\b(?! above)"
)
_OF_ALL_TIMES = pattern(  # the second highest growth in five years; the third-most pressing issue
    r"[- ]most (?!populous)|[- ][a-z]+est [^.;,]{0,40}\b(?:in|since|for|over|on) (?:the )?(?:last |past )?(?:\w+ )?(?:years|months|decades|quarters|record)\b|[- ][a-z]+est [^.;,]{0,40}\bsince (?:19|20)\d\d"
)


def restricted(
    subject: Subject | None,
    prior: Subject | None,
    stretch: Stretch,
    raw: str,
    names: Lexicon,
    carried: Carried,
) -> Subject | None:
    """Return what a number is about, without its indicator where the words around it are of something else.

    Parameters
    ----------
    subject, prior : Subject or None
        What the number is taken for, and what the one before was about.
    stretch : Stretch
        The number with its words.
    raw : str
        The words before it with their brackets, places and times.
    carried : Carried
        Is told what is spoken of from here on, where that is a part.
    """
    if subject is None or not subject.indicator:
        return subject
    bare = Subject(subject.surface)
    if _WITHOUT_BEHIND.match(stretch.after) or _planned(stretch, raw) or _of_times(stretch):
        return bare
    if part := _part(subject, raw, names):
        carried.subject = part
        return part
    again = subject is prior
    if not is_percent(stretch.spot.unit):
        return subject
    if _of_others(stretch, carried=again):
        carried.subject = bare
        return bare
    return bare if again and _is_another(subject, stretch, names) else subject


def _part(subject: Subject, raw: str, names: Lexicon) -> Subject | None:
    """Return a part of what is named: excluding fuel, sales rose; the largest rise was in services, at."""
    if _WITHOUT.search(raw) or _OF_SOME.search(raw):
        return Subject(subject.surface)
    picked = _PICKED.search(raw)
    if picked is None or _SPELL.search(picked["what"]):
        return None
    return None if names.english.get(name_of(picked["what"])) else Subject(picked["what"])


def _planned(stretch: Stretch, raw: str) -> bool:
    """Return whether a number is a goal, or a distance to a plan: the 2 percent target, 3 percent below budget."""
    goal = is_percent(stretch.spot.unit) and _GOAL_BEHIND.match(stretch.after)
    return bool(goal or _OFF_THE_PLAN.match(stretch.after) or _BEYOND_THE_PLAN.search(raw))


def _of_times(stretch: Stretch) -> bool:
    """Return whether a rank is among other times, or a multiple one of a pace: growth is to halve."""
    if stretch.spot.kind == "rank":
        return _OF_ALL_TIMES.match(stretch.after) is not None
    return stretch.spot.kind == "multiple" and _GROWTH_ENDS.search(stretch.head) is not None


def _of_others(stretch: Stretch, *, carried: bool) -> bool:
    """Return whether a share is of what its own words say: 12 percent of incomes, 34 percent who said."""
    if _OF_OTHERS.match(stretch.after):
        traded = _TRADES.search(stretch.head) is not None
        return traded or (carried and not SHARE.search(stretch.head))
    return carried and bool(_SOME_DID.match(stretch.after)) and bool(_OPENS.fullmatch(stretch.head))


def _is_another(subject: Subject, stretch: Stretch, names: Lexicon) -> bool:
    """Return whether what was spoken of before has no such number: growth of unemployment, GDP as a share of itself."""
    found = names.indicators[subject.indicator or ""]
    rate = is_rate(found.unit) and found.kind != "index"
    whole = subject.indicator == names.output and _OUTPUT_BEHIND.match(stretch.after)
    grown = rate and _GROWTH_OF.search(stretch.head)
    return bool(grown or (whole and not SHARE.search(stretch.head)))
