"""Which place an English number is about, and which place it is compared with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.english.measures import OUTDID, moves
from cpstats.claims.english.outdone import is_by, outdone
from cpstats.claims.english.own_nation import note_nation
from cpstats.claims.english.phrases import is_structure
from cpstats.claims.english.taking import AND_BY
from cpstats.gazetteer.china import NATION, is_code, outer
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.comparison import Comparison
    from cpstats.claims.terms.memory import Memory

_VERSUS = pattern(
    r"\b(?:higher|lower|faster|slower|above|below|more|less|ahead) (?:than|of)? ?(?:that (?:of|in|for) )?(?:the )?"
    r"(?P<place>(?P<nation>national|nation|country|nationwide)|(?P<china>China)|(?P<upper>city|province|municipality|region)|\w+)?",
    re.IGNORECASE,
)
_OTHERS = pattern(
    r"\b(?:th(?:at|ose) (?:of|in|for)(?= [^()]{2,40}\($)|than|above|below|under|over|compare[ds]? (?:with|to)|against|exceeding|outpacing) (?:that (?:of|in|for) |in )?(?P<what>(?:the )?[A-Z][\w ']{1,40}|(?:the )?(?:nation|country|national)\b[\w ']{0,30})(?: \(|, (?:at )?)?$"
)
# lagged the nation's by 1 point: the number is of what stands before, held against the other
_RIVAL = pattern(
    rf"\b{OUTDID}(?P<what>(?:that of )?(?:the )?[\w' ]{{2,40}}?) by (?:about |around |nearly |some )?$"
)
_WHICH_DID = pattern(  # twice as fast as the national economy, which grew 2.5 percent
    r"\b(?:than|as|behind|below|above) (?P<what>(?:that of )?(?:the )?[\w' ]{2,40}?)(?: in \d{4})?,? (?:which|whose [a-z ]{2,20}?) (?:grew|rose|expanded|increased|fell|shrank|contracted|declined|dropped|gained|was|stood at|came in at|had)[a-z ]{0,20}$"
)
_TOGETHER = pattern(
    r"\b(?:together|combined(?! (?:imports?|exports?|value|total)\b)|jointly)\b|\bthe (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z-]+ )?(?:count(?:ie|rie)s|provinces|cities|municipalities|regions|states|districts|economies|towns|places)\b",
    re.IGNORECASE,
)
_SOMEWHERE = pattern(  # of a place of one's own: which part, no table says
    r"\bElsewhere\b|\b(?:[Ii]n|[Oo]n|to) (?:the|its) (?:(?:far )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|cent(?:re|er)|interior|hills|highlands|lowlands|uplands|mountains|valleys?|plains?|islands|forests|suburbs|outskirts|capital|towns|villages|countryside)|(?:[a-z]+ern|coastal|inland|hilly|remote) (?:part|area|half|district|count(?:y|ie)|region|province)s?)\b"
)
_KINDS = r"(?:count(?:ie|rie)s|provinces|cities|municipalities|regions|states|districts|economies|towns|places)\b"
_POOL_AHEAD = pattern(
    rf"^\W*(?:Of|Among) (?:all )?the (?:[a-z]+|\d{{1,2}}) (?:[A-Za-z-]+ )?{_KINDS},?(?= )"
)
_MOST_OF = pattern(
    rf"(?:(?<=est)|(?<=most)) (?:[a-z-]+ )?(?:of|among|in) (?:all )?the (?:[a-z]+|\d{{1,2}}) (?:[A-Za-z-]+ )?{_KINDS}"
)
_WHERE = pattern(  # more than in Texas, where it was $54,010
    r"\b(?:in|of|to|for) (?:the )?(?P<what>[A-Z][\w' ]{2,40}?), where (?:it|that|they|this|the [a-z]+(?: [a-z]+)?) (?:was|were|is|are|stood at|reached|came (?:in )?(?:to|at)|averaged|totaled)(?: (?:about|around|nearly|only|just))? $"
)
_OUTDOING = pattern(  # outpaced the nation, expanding 8.5 percent against 8.4
    rf"\b{OUTDID}(?P<what>(?:that of )?(?:the )?[\w' ]{{2,40}}?)(?: in \d{{4}})?,? (?:with growth of|(?:grow|expand|ris|increas|climb|gain|advanc|shrink|contract|fall|declin)ing(?: by)?) (?:about |around |nearly |some |just )?$"
)
# 3 times the size of Hebei's, twice that of Anhui: the number is of what stands before
_TIMES = (
    r" ?(?:times )?(?:th(?:at|ose) (?:of|in|for)|the (?:[a-z]+ )?(?:size|level|value|figure|output|amount|number|total) (?:of|in|for)|as (?!fast|quick|rapid|slow|strong)[a-z]+ as(?: th(?:at|ose) of| in)?|(?=the national)|(?=[A-Z][a-z]+(?: [A-Z][a-z]+)?'s\b)) ?"
    r"(?P<what>(?:the )?[\w' -]{2,40}"
)
_TIMES_OF = pattern(rf"{_TIMES})")
_TIMES_AND = pattern(
    rf"{_TIMES}?)(?: \([^()]{{0,24}}\))?(?:,|,? and|:) "
)  # that of Anhui and 1.3 times that of Hebei
# Zhejiang's is smaller than Guangdong's: 65.8 against 126.6; grew less than the country (1.2 percent, compared with 2.2
_PAIR = pattern(
    r"(?P<own>.*)\b(?:than|as) (?:th(?:at|ose) (?:of|in) |in )?(?P<what>(?:the )?[\w' ]{2,40}?)(?: \(|: )$"
)
_AND_OTHER = pattern(
    r"(?: in \d{4})?,? (?:compare[ds]? (?:with|to)|against|versus|vs\.?) (?:about )?[^\s\d]{0,4} ?\d"
)
_OTHER_OF_PAIR = pattern(r"\s*,? ?(?:compare[ds]? (?:with|to)|against|versus|vs\.?) (?:about )?")
_WHOLE = pattern(  # 89 percent of the German figure (23,800
    r"\bof (?:the )?(?:[A-Z][\w.]+(?:'s)?|national|(?:nation|country)'s) (?:[a-z]+ )?(?:figure|average|level|total|rate|value|mean)\b[^,;]*$"
)
_WHOLE_ABOVE = pattern(  # above the state average of 3.8 percent; the region-wide rate
    r"\b(?:the|a|an|its) (?:(?:state|region|county|district|province|island|city)(?:-?wide)?|regional|provincial|state-level)(?:'s)? (?:[a-z]+ ){0,2}?(?:average|mean|median|rate|figure|level|total)\b[^;]*$",
    re.IGNORECASE,
)
_OF_AMOUNT = pattern(r" of (?:about |around |nearly )?")
_RESTATED = pattern(r"(?: [a-z]+)? ?\([^()]{0,8}\d[^()]{0,20}\)(?= )")
_PAIRED = pattern(  # to 7.5 percent from 9.1 percent in Bahia
    r" (?:from|to) (?:about |around |nearly )?[^\s\d]{0,4}\d[\d.,]*(?: ?%| [a-z]+){0,3}?(?= (?:in|at) (?:the )?[A-Z])"
)
_NOUN_IN = pattern(r"(?P<what>(?: [a-z][a-z-]+){1,3})(?= in (?:the )?[A-Z])")  # nights in Otago
_THE_OTHERS = pattern(r" of (?P<what>(?:the )?(?:[A-Z]|euro|nation|country)[\w ]{0,30})")
_ITS_SHARE = pattern(
    r"(?P<who>[A-Z][\w ]{1,40})'s share (?:of|in) (?:the )?(?:total )?[\w' -]{2,60}$"
)
_WHOSE_RANK = pattern(r"\b(?:the (?:country|nation)|China)'s $")  # the country's fourth largest
_POOL = pattern(
    r"^ (?:place )?(?:in|among|of|nationwide)\b[^,;]{0,40}?(?=[,;)]| with\b)"
)  # ninth in the country, with
_OF_TOTAL = pattern(  # 13 percent of the country's total, up
    r"^ of (?:the )?(?:[A-Z][\w.]+(?: [A-Z][\w.]+)?'s|national|(?:nation|country|province|city|region)'s) (?:[a-z]+ ){0,2}?total\b(?=,)"
)
_OF_OTHERS = {
    "share": _OF_TOTAL,
    "multiple": _TIMES_AND,
    "rank": _POOL,
    "growth_rank": _POOL,
}  # what follows such a number
_SMALL = pattern(
    r"\b(?:County|City|Town|District|Borough|Parish|Village)$"
)  # of a table of one's own
_WIDE = pattern(
    r"\b(?:state|region|province|island|country)-?wide\b|\bin the (?:state|region|country|nation|province)(?: as a whole\b| {3,})",
    re.IGNORECASE,
)
_RAISED_TO = pattern(r"\bto (?:about |around |nearly |almost |more than |roughly )*$")
_UPPER = pattern(r"\b[Tt]he (?P<what>city|municipality|province)'s (?:[\w-]+ ){0,3}\(?$")
_AROUND = pattern(r"\b(?:provinc|city|municipality)")
_AND_BARE = pattern(r",? and [$€£]?\d[\d.,]*,? respectively\b")  # to 1,402 and 1,188 respectively
_TWO_PLACES = 2
_FOR_WHOLE = pattern(r" (?:for|in|across) the (?P<what>city|municipality|province)\b(?!')")
_NATIONWIDE = pattern(
    r" (?:(?:recorded|registered|reported|seen|posted|achieved) )?(?:nationwide|nationally|for the (?:whole )?(?:nation|country)|in the (?:nation|country)\b(?!')"
    r"|national (?:average|rate|figure|growth|level|pace|increase))\b"
)


def place_of(memory: Memory, gazetteer: Gazetteer, stretch: Stretch, rest: str = "") -> str | None:
    """Return the place of a number: named before it, right behind it, or in its list; `rest` follows it."""
    place = _place_of(memory, gazetteer, stretch, rest)
    if stretch.count == 1 and _AND_BARE.match(rest or stretch.after):
        pair = len({*memory.sited}) == len(memory.sited) == _TWO_PLACES
        place = (memory.sited[0] or None) if pair else None
    if not stretch.listed and stretch.count > 1:
        again = len({*memory.sited}) == len(memory.sited) == stretch.count
        if again and not memory.several:  # after falls of 11 and 12 percent respectively
            memory.several = [code or "" for code in memory.sited]
            place = memory.sited[0] or None
    if stretch.count == 1:
        memory.sited.append(place or "")
    return place


def spoken_of_place(memory: Memory, gazetteer: Gazetteer, letters: str) -> None:
    """Hand on the one own place that a sentence without numbers speaks of: on Kirrin Cay, things are quieter."""
    named = {*gazetteer.places_in(letters)}
    only = next(iter(named)) if len(named) == 1 else None
    if only and not is_code(only):
        memory.said = only


def _place_of(memory: Memory, gazetteer: Gazetteer, stretch: Stretch, rest: str) -> str | None:
    around = _around(memory, stretch)
    nobody = _OF_AMOUNT.fullmatch(stretch.head) or _of_several(memory, gazetteer, stretch.head)
    nobody = nobody or _of_the_whole(memory, gazetteer, stretch.head)
    if around is not None or nobody:
        return around or None  # 90.7 percent of 28,900 euros, together 5 billion: of whom?
    if stretch.listed == 0:
        codes = gazetteer.places_in(stretch.head)
        memory.several = codes if len(codes) > 1 else memory.several
    if stretch.count > 1 and len(memory.several) == stretch.count:
        return memory.several[stretch.listed] or None
    beside = _of_two(memory, gazetteer, stretch, rest)
    pool = stretch.head.endswith("(ranking ")  # fifth in China is no place of China's
    if (
        beside is None
        and not pool
        and (beside := _place_behind(memory, gazetteer, stretch, rest)) is not None
    ):
        note_nation(memory, beside)
    if beside is not None:
        return beside or None
    head = _own_head(memory, gazetteer, stretch)
    named = gazetteer.place_of(head, memory.nation)
    whole = _above(stretch.head, named or memory.said or memory.here, gazetteer)
    if whole is not None:
        return whole
    if named is None and memory.said is None and memory.here is None:
        held = stretch.spot.kind == "multiple" or stretch.spot.unit == "times"
        some = set() if held else {*gazetteer.places_in(stretch.behind)}
        named = next(iter(some)) if len(some) == 1 else None  # 212,000 settled in Manitoba
    if named is None:
        return memory.here if memory.said is None else memory.said or None  # "" is abroad
    note_nation(memory, named)
    if not _WHOLE.search(head):  # held against it, no more: what follows is not of it
        memory.said = named
    return named or None


def _of_the_whole(memory: Memory, gazetteer: Gazetteer, head: str) -> bool:
    """Return whether a number is the average above an own place, which is not named: the state average."""
    known = memory.said or memory.here
    whole = _WHOLE_ABOVE.search(head) if known and not is_code(known) else None
    return whole is not None and not gazetteer.places_in(head[whole.start() :])


def _of_several(memory: Memory, gazetteer: Gazetteer, head: str) -> bool:
    """Return whether a number is of places together, or of a part of an own place: in the north."""
    named = len({*gazetteer.places_in(head)})
    known = memory.said or memory.here
    part = not named and (
        (memory.sentence.somewhere and ";" not in head) or _SOMEWHERE.search(head)
    )
    memory.sentence.somewhere = bool(known and not is_code(known) and part)
    if memory.sentence.somewhere:  # in the hills there were 1,874, 2 percent fewer
        return True
    if named == 1:  # of the five counties only Marlow's
        head = _POOL_AHEAD.sub("", _MOST_OF.sub("", head))
    return _TOGETHER.search(head) is not None


def _own_head(memory: Memory, gazetteer: Gazetteer, stretch: Stretch) -> str:
    """Return the words before a number without those that belong to the number before it."""
    head = _WHOSE_RANK.sub("", stretch.head) if stretch.spot.kind == "rank" else stretch.head
    last = memory.carried.last.name if memory.carried.last is not None else ""
    if last == "multiple" and (times := _TIMES_AND.match(head)):  # twice Beijing's: 8 against 4
        memory.sentence.pair = _other(memory, gazetteer, times["what"]) or ""
    if last in _OF_OTHERS:
        head = _OF_OTHERS[last].sub("", head, count=1)
    return head


def _place_behind(memory: Memory, gazetteer: Gazetteer, stretch: Stretch, rest: str) -> str | None:
    """Return the place behind a number: in Bavaria, above the 0.9 percent of the euro area."""
    bracket = _RESTATED.match(rest) or _PAIRED.match(rest)  # 13.2 million (15.9 percent) lived in
    noun = _NOUN_IN.match(stretch.behind)
    counted = noun and not any(is_structure(word) for word in noun["what"].split())
    after = stretch.behind[noun.end() :] if noun and counted else stretch.behind
    behind = gazetteer.place_behind(rest[bracket.end() :] if bracket else after)
    whose = _THE_OTHERS.match(stretch.behind) if stretch.against and behind is None else None
    if whose is not None:
        return _other(memory, gazetteer, whose["what"]) or ""
    return behind[0] if behind is not None else None


def _of_two(memory: Memory, gazetteer: Gazetteer, stretch: Stretch, rest: str) -> str | None:
    """Return the place of a number where the words before it hold two places against one another."""
    if (pair := _PAIR.search(stretch.head)) and _AND_OTHER.match(rest):
        memory.sentence.pair = _other(memory, gazetteer, pair["what"]) or ""
        memory.said = gazetteer.place_of(pair["own"], memory.nation) or memory.said
        return memory.said
    if memory.sentence.pair is not None and _OTHER_OF_PAIR.fullmatch(stretch.head):
        return memory.sentence.pair
    if share := _ITS_SHARE.search(stretch.head):
        return gazetteer.place_of(stretch.head[: share.end("who")], memory.nation)
    apart = _outdone(memory, gazetteer, stretch)
    return _outdoing(memory, gazetteer, stretch) if apart is None else apart


def _outdoing(memory: Memory, gazetteer: Gazetteer, stretch: Stretch) -> str | None:
    """Return the same where one place is said to outdo another without a number of it."""
    if rival := _RIVAL.search(stretch.head):
        memory.rival = _other(memory, gazetteer, rival["what"])
        named = gazetteer.place_of(stretch.head[: rival.start()], memory.nation)
        memory.said = named or memory.said
        return memory.said or memory.here
    if outdid := _OUTDOING.search(stretch.head):
        memory.sentence.pair = _other(memory, gazetteer, outdid["what"]) or ""
        memory.said = (
            gazetteer.place_of(stretch.head[: outdid.start()], memory.nation) or memory.said
        )
        return memory.said
    others = (
        _WHICH_DID.search(stretch.head)
        or _WHERE.search(stretch.head)
        or _OTHERS.search(stretch.head)
    )
    return gazetteer.place_of(others["what"], memory.nation) if others else None


def _outdone(memory: Memory, gazetteer: Gazetteer, stretch: Stretch) -> str | None:
    """Return whose number the other's is, and how far the two are apart: beat the city's 3 percent by 2 points."""
    if (
        memory.sentence.outdone
        and is_by(stretch.head)
        and stretch.spot.unit.endswith(("point", "points"))
    ):
        memory.rival = memory.sentence.outdone.other
        return memory.sentence.outdone.own or ""
    pair = outdone(stretch.head, gazetteer, memory.nation, memory.said or memory.here)
    memory.sentence.outdone = pair
    if pair is None:
        return None
    memory.said = pair.own or memory.said
    return pair.other or ""


def _other(memory: Memory, gazetteer: Gazetteer, what: str) -> str | None:
    """Return the place that another one outdid, None where it is not known."""
    nation = NATION if memory.nation is None else memory.nation
    return gazetteer.place_of(what, nation) or None


def held_against(
    memory: Memory, gazetteer: Gazetteer, found: Comparison | None, place: str | None
) -> Comparison | None:
    """Return a comparison with its place by code: above the national average, the city's, Hebei's."""
    if found is None or found.than is None:
        return found
    around = _AROUND.search(found.than)
    if around is None:
        return found._replace(than=_other(memory, gazetteer, found.than))
    kind = "province" if around.group().startswith("provinc") else "city"
    return found._replace(than=outer(place, kind) if place and is_code(place) else None)


def _around(memory: Memory, stretch: Stretch) -> str | None:
    """Return the place that holds that of the text: 41,314 yuan nationwide, than 6 percent for the city.

    It is empty where nobody says which that is.
    """
    if (
        _NATIONWIDE.match(stretch.after)
        and stretch.spot.kind != "rank"
        and memory.nation is not None
    ):
        return memory.nation
    match = _FOR_WHOLE.match(stretch.after) if stretch.against else None
    place = memory.said or memory.here
    if place and _SMALL.search(place) and _WIDE.search(f"{stretch.head}|{stretch.after}"):
        return ""  # statewide, behind a county: of which state?
    if match is None or not place:
        return None
    return (outer(place, match["what"]) or place) if is_code(place) else ""


def _above(head: str, place: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the city or province that a district's number is held against: the city's 4.98 trillion.

    Where a place is named behind it (among the city's districts Haidian came) the number is its own.
    """
    match = _UPPER.search(head)
    if match is None or gazetteer.places_in(match.group()) or not place or not is_code(place):
        return None
    return outer(place, match["what"])


def versus(
    memory: Memory, gazetteer: Gazetteer, stretch: Stretch, place: str | None = None
) -> str | None:
    """Return the place that a gap or a multiple of a place is against."""
    if stretch.spot.kind == "multiple" or stretch.spot.unit == "times":
        grown = moves(stretch.head) and not _RAISED_TO.search(stretch.head)
        times = None if grown else _TIMES_OF.match(stretch.after)  # growth twice that of Beijing
        return _other(memory, gazetteer, times["what"]) if times else None
    found = _VERSUS.search(stretch.after)
    if found is None or not found["place"]:
        named = _RIVAL.search(stretch.head) or AND_BY.fullmatch(stretch.head)
        apart = memory.sentence.outdone is not None and is_by(stretch.head)
        return memory.rival if named or apart else None
    if found["china"]:
        return NATION
    if found["nation"]:
        return (NATION if memory.nation is None else memory.nation) or None
    if found["upper"] and place and is_code(place):
        return outer(place, found["upper"].lower())
    rest = stretch.after[found.start("place") :]
    return gazetteer.place_of(rest[:40].partition(",")[0]) or None
