"""Total output that is only said to grow: China's growth was, Guangdong grew, outpaced the nation, expanding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.spelling import name_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Collection

    from cpstats.claims.terms.lexicon import Lexicon

_GROWTH_OF = pattern(
    r"(?:^|[.,;:\"] *|\b(?:that|while|and|said|says|slashed|pushed|lifted|put|H[12]|Q[1-4]|(?:19|20)\d\d,?) )(?:[Ee]conomic |[Rr]eal )?(?:[Gg]rowth (?:was|is) [a-z ]{3,24}\bin (?:the )?[A-Z][\w.]+|[Gg]rowth in (?:the )?[A-Z][\w.]+|In (?:the )?[A-Z][\w. ]{2,30}, (?:economic )?growth\b|Global growth\b|(?:the )?[A-Z][\w.]+'s (?:economic |annual |overall |full-year |(?:first|second|third|fourth)-(?:quarter|half) )?growth(?: rate)?\b)(?! (?:in|of) \D)"
)
_GROWS = pattern(  # the IMF expects China to grow 4.6 percent: a place that grows is its economy
    r"(?<![A-Z])(?P<who>(?!G[DN][PI]\b|GRP\b|[CP]PI\b)[A-Z][\w.]+)(?: alone)?(?:, (?:the|one of the) [^,;.]{3,50})?,? (?:(?:is|was|will|would|could|has|had) )?"
    r"(?:(?:still |now )?(?:expected|projected|forecast|predicted|seen|set|likely|estimated) )?(?:to )?(?:have )?"
    r"(?:still |again |only |also |even )?(?:(?:grow|grew|grown|expand|expanded|shrink|shrank|shrunk|contract|contracted)(?: by)?(?: about| around| some| only| just)? $"
    r"|(?:grew|expanded) [a-z ]{0,24}\b(?:than|as) [\w' ]{2,40}(?: \(|,? (?:namely )?(?:by|at) )$"
    r"|With (?:[a-z-]+ )?growth of (?:about |around |just |only )?$"
    r"|(?:posted|recorded|registered|saw|reported|achieved|managed|eked out|logged|met (?:its|the) (?:growth )?target with) (?:annual |real |modest |solid |full-year |year-on-year |(?:first|second|third|fourth)-(?:quarter|half) )?growth of (?:about |just |only )?$)"
)
_BY_QUARTER = pattern(
    r"\b(?:(?:quarter )?by quarter|on a quarterly basis), (?:\w+ )?growth\b", re.IGNORECASE
)
_BEST = pattern(  # Zhejiang posted the fastest growth, at 6 percent
    r"(?<![A-Z])(?P<who>(?!G[DN][PI]\b|GRP\b|[CP]PI\b)[A-Z][\w.]+) (?:posted|recorded|saw|had|marked|registered|showed|witnessed) the (?:fast|slow|high|low|strong|weak)est (?:economic |annual )?growth\b(?! (?:in|of) (?:exports|imports|[a-z]+ sales))[^;.\d]*(?:\d{4})?,? (?:at|of|with) $"
)
_GROWING = pattern(  # Beijing outpaced the nation, expanding 8.5 percent; it ended 2021 growing
    r"(?<![A-Z])(?P<who>(?!G[DN][PI]\b|GRP\b|[CP]PI\b)[A-Z][\w.]+) (?:outpaced|outperformed|outstripped|trailed|lagged|beat|surpassed|topped|matched|led|ended|closed|finished) [^;.\d]*?(?:\d{4} )?,? ?"
    r"(?:growing|expanding|shrinking|contracting)(?: by)?(?: about| around| some| only| just)? $"
)
_SAW = pattern(
    r"(?<![A-Z])(?P<who>(?!G[DN][PI]\b|GRP\b|[CP]PI\b)[A-Z][\w.]+)(?: (?:province|city|municipality|district|county|region|autonomous region))? "
    r"(?:posted|recorded|registered|saw|reported|achieved|managed|logged|clocked) an? (?:robust |solid |strong |modest |weak )?$"
)
_A_GROWTH = pattern(
    r"[- ](?:economic |real |annual |year-on-year |y/y )?growth\b(?! (?:rate )?(?:in|of|for) )"
)
_IN_PLACE = pattern(r" {6,}")
_OUTPUT = name_of("output")
_BY_SECTOR = pattern(r"\bby (?:sector|industry|branch)\b", re.IGNORECASE)


def of_output(
    name: str, spoken: Collection[str | None], names: Lexicon, head: str, end: int
) -> str | None:
    """Return the part of output, or the whole, that is called so only where output is spoken of.

    Behind GDP, services are those of GDP, and output is its; `spoken` are the indicators before. The
    phrase ends at `end` of the head, where a place that follows is blanked: output in Hunan.
    """
    whole = names.output
    if whole is None:
        return None
    if name == _OUTPUT:
        return whole if whole in spoken or _IN_PLACE.match(head, end) else None
    parted = any(i in spoken for i in (whole, *names.industries)) or _BY_SECTOR.search(head)
    branch = names.english.get(name_of(f"{name} industry"))
    return branch if parted and branch in names.industries else None


def growth_named(said: str) -> str:
    """Return the words that name the growth of a place, empty where there are none.

    >>> growth_named("Last year China's growth was ")
    ''
    >>> growth_named("China's growth was ")
    "China's growth"
    """
    match = _GROWTH_OF.search(said) or _BEST.search(said)
    return match.group().strip() if match else ""


def by_quarter(said: str) -> bool:
    """Return whether growth alone is that of the quarters, behind the parts of total output."""
    return _BY_QUARTER.search(said) is not None


def who_grows(said: str, head: str, after: str = "") -> str:
    """Return the place that is said to grow itself; places are blanked in `head`.

    >>> who_grows("In 2021 Hunan outpaced the nation, expanding ", "In 2021       outpaced, expanding ")
    'Hunan'
    """
    grows = _GROWS.search(said) or _GROWING.search(said) or _BEST.search(said)
    if grows is None and _A_GROWTH.match(after):
        grows = _SAW.search(said)  # Hainan province registered a 9.5 percent growth
    return "" if grows is None or grows["who"] in head else grows["who"]
