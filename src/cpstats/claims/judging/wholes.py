"""What a share is of: the place or the total that the words around it name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.judging.pools import outer_of
from cpstats.claims.languages import place_of
from cpstats.claims.terms.letters import plain_part
from cpstats.claims.terms.printed import words_before
from cpstats.claims.terms.scopes import RELATIVE
from cpstats.gazetteer.china import outer
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue

_WHOLE = "国内生产总值|地区生产总值|生产总值|经济总量|GDP|经济"
_YEARS = r"(?:19|20)\d\d年"
_PART = pattern(
    rf"(?:占|以|(?:创造|贡献|产出|承载|集聚)(?:出|到|着)?了?)(?:(?P<place>[^,;。占]{{2,14}}?)(?:的)?)??(?:(?P<whole>{_WHOLE})|(?<=[^占]))"
    r"(?:的)?(?:比重|比例|份额|总量的?)?(?:分别)?(?:为|达到?|约|近|超过?|是)?(?:约|近|超)?"
    r"[\d.%、和及]*$"  # one of a list
)
_OF_THE_SAME = pattern(  # 占14.5%; 占GDP比重由2022年的83.9%变为2023年的84.8%
    r"占(?:比)?(?:为|达到?|约|近|超过?)?$|(?:比重|比例|占比)(?:由|从)[^,;。]{2,8}的$"
    r"|(?:由|从)[^,;。]{2,8}的?[\d.]+%[^,;。\d]{0,6}[至到为](?:\d{4}年的)?$"
)
_OUTPUT = pattern(  # of GDP, also behind the rest of a list: , 37 and 54 percent of GDP
    r"(?:[\d.,% ]|and|percent){0,40} of (?:(?:the|its) )?(?:[\w' -]{2,30}?(?:'s|’s) )?(?:total )?(?:GDP|gross domestic product|economy|economic output)\b"
)
_SHARE_OF = pattern(  # the tertiary sector's share of GDP fell to; the share of services in Beijing's GDP was
    r"\b(?:(?:share|proportion|percentage|weight) (?:of (?:the )?[\w' -]{3,40}? in|of|in)|ratio of (?:the )?[\w' -]{3,40}? to) (?P<whole>(?:(?:the|its) )?(?:[\w' -]{2,30}?'s )?(?:total )?"
    r"(?:(?P<output>GDP|gross domestic product|economy|economic output)|[a-z][a-z ]{2,40}?)(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?)(?:,? [a-z]+){0,3} (?:to|at|was|is|were|of|by|from|reached|hit|came to) (?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_OF_ALL = pattern(r"产业(?:增加值)?占比(?:分别)?(?:为|达到?|约)?$")  # 第三产业占比85.3%
_OF_WHOLE = pattern(
    rf"(?:产业?(?:增加值)?(?:占比|比重)|占(?:[全本][市省县区州国])?(?:{_WHOLE})(?:的)?(?:比重|比例)?)[^,;。占\d]{{0,12}}(?:{_YEARS}[^,;。占\d]{{0,8}})?$"
)
_MAKING_UP = pattern(
    r"\b(?:ma[dk](?:e|es|ing)? up|account\w* for|represent\w*|constitut\w*|with a (?:share|weight) of) (?:about |around |nearly |some |over |just )?$"
)
_OUTPUT_BEFORE = pattern(r"\b(?:GDP|gross domestic product|economy)\b")
_ENDED = pattern(r"[.,;)]|$| and\b| in (?:19|20)\d\d[.,;]")
_OUTPUTS = pattern(rf"占[^,;。占]{{0,10}}(?:{_WHOLE})")
_PART_OF = pattern(
    r" of (?P<whole>(?:(?! (?:and|while|with|but|in|from|up|down)\b)[^,.;()\d]){3,60})"
)
_ABOVE = pattern(r"\bthe (?P<what>city|province)\b")


def whole_place(claim: Claim, letters: str, catalogue: Catalogue) -> str | None:
    """Return the place that a share is of, None where it is of something else."""
    match = _PART.search(letters)
    name = (match["place"] or "") if match is not None else ""
    bare = _bare(name, claim.indicator_surface or "")
    called = outer_of(bare, claim, catalogue) if bare in RELATIVE else None
    called = called or place_of(bare, claim.place, catalogue)
    return called or _place_behind(claim, catalogue)


def _bare(name: str, surface: str) -> str:
    """Return the place of what a share is of: 江川市总人口 beside 常住人口 is 江川市's.

    >>> _bare("江川市总人口", "常住人口"), _bare("全市常住人口", "常住人口"), _bare("全市", "出口")
    ('江川市', '全市', '全市')
    """
    for cut in range(len(surface) - 1):
        if name.endswith(surface[cut:]):
            return name.removesuffix(surface[cut:]).removesuffix("总" if cut else "")
    return name


def _place_behind(claim: Claim, catalogue: Catalogue) -> str | None:
    """Return the place of an English share: 3.64 percent of that of Beijing, of the country's GDP."""
    match = _PART_OF.match(plain_part(claim.sentence, claim.end - claim.sentence_start))
    match = match or _SHARE_OF.search(words_before(claim))
    if match is None:
        return None
    if above := _ABOVE.search(match["whole"]):
        return outer(claim.place or "", above["what"])
    return place_of(match["whole"], claim.place, catalogue)


def is_of_output(claim: Claim, letters: str, catalogue: Catalogue) -> bool:
    """Return whether a share is of the total output of its own place: 占全市地区生产总值的比重为."""
    match = _PART.search(letters)
    if match is not None and match["whole"]:
        name = match["place"]
        place = place_of(name, claim.place, catalogue) if name else claim.place
        return place in (claim.place, None)
    behind = plain_part(claim.sentence, claim.end - claim.sentence_start)
    before = _SHARE_OF.search(letters)
    return _OUTPUT.match(behind) is not None or (
        before is not None and before["output"] is not None
    )


def is_of_whole(letters: str) -> bool:
    """Return whether the clause before a number speaks of a part's share of output, and of nothing else's.

    >>> is_of_whole("第三产业占比"), is_of_whole("三产增加值占GDP的比重比上年提高"), is_of_whole("占工业投资的比重提高")
    (True, True, False)
    """
    return _OF_WHOLE.search(letters) is not None


def takes_up_output(claim: Claim, letters: str) -> bool:
    """Return whether a bare 占14.5%, making up 14.5 percent goes on from total output in its sentence."""
    again = _OF_THE_SAME.search(letters) and _OUTPUTS.search(letters)
    behind = plain_part(claim.sentence, claim.end - claim.sentence_start)
    made = _MAKING_UP.search(letters) and _OUTPUT_BEFORE.search(letters) and _ENDED.match(behind)
    return bool(again or made or _OF_ALL.search(letters))
