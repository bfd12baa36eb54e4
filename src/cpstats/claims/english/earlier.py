"""Words of time that are only compared with, and the period that a number is compared with."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.english.counting import counted
from cpstats.claims.english.running_months import twelve_before, year_before
from cpstats.claims.terms.periods import When, end_of, end_of_span, months_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cpstats.claims.english.joined_times import Found
    from cpstats.claims.terms.periods import Clock
    from cpstats.claims.terms.spot import Spot

_COUNT = counted(1, 12)
LEAD = 50  # signs before words of time that say what they are
RECORD = 80  # signs before them in which something is the most since then
REVISED = pattern(
    r"\b(?:revis\w+ (?:\w+ ){0,2}from|estimated?|previously|originally)\b[^,;]{0,60}$|(?<!\bon )\baverage\b[^,;]{0,60}(?<!from )$",
    re.IGNORECASE,
)
_THAN_THAT = pattern(  # fell 2.7 percent, a smaller drop than in 2022: the rates are compared
    r", (?:an?|the|its) (?:[a-z]+ ){1,3}(?:drop|fall|decline|decrease|rise|increase|gain|growth|pace|rate|slowdown) than (?:that )?(?:in|of) \d{4}$"
)
_THAN = pattern(
    r"\b(?:than|as(?! of\b)|from|compare(?:d|[ds]? (?:with|to))|comparison (?:with|to)|relative to|matching|equal(?:l)?ing|beating|topping|exceeding|surpassing|over|against|on|above|below|since|comparing [^,;]{1,30} (?:with|to))(?: (?:what was (?:recorded|registered|seen|posted|reported|observed|measured)|that|those|the one (?:recorded|registered|seen|posted|reported)|its level|their level|the level|the (?:drop|fall|decline|rise|increase|gain|growth|(?:growth )?pace|speed|rate)(?: (?:recorded|registered|seen|posted|reported|set|recorded in))?))?(?: in| of| for| from)?(?: the| its| their| mid-?| early| late| last)?(?: (?:[a-z]+ )?year| (?:[a-z-]+ ){0,2}(?:season|year|crop|peak|low) of)? ?$"
    r"|(?:^|[.;] )(?:after|following|unlike) (?:an?|the) (?:[a-z-]+ ){0,2}$"
    r"|\b(?:dat|go|stretch)(?:es|ing|e|ed) (?:all the way )?back to $"
    r"|\bafter (?:rising|growing|increasing|expanding|gaining|climbing|falling|declining|decreasing|dropping|contracting|shrinking|slipping|stalling) (?:in|during|for) (?:the )?$"
    r"|\bthe (?:(?:previous |old |all-time )?(?:record|maximum|minimum)|high|low)(?: set)? (?:of|from|in) (?:the year )?$"
    r"|\b(?:than|from|with) (?:its|their|the (?:province|city|country|region|economy|company|county|state)'s) (?:own )?(?:performance|showing|growth|pace|speed|result|figure) (?:in|of|for|during) (?:the )?$"
    r"|\b(?:than|against|with|below|above|from) the \d[\d,.]*\d (?:[a-z]+ )?(?:of|in) $"  # than the 4,870 of 2023
    r"|\bthis time $|\b(?:with|to|over|from|than|on|in) the (?:same|equivalent|corresponding|comparable) (?:period|time|month|quarter) (?:in|of) $"
    r"|\bfrom an? (?:[a-z]+ly )?(?:revised|estimated|adjusted) $|\bthat of (?:the )?$|\bbase (?:of comparison |effects? )?(?:in|of|from) (?:early |late |mid-?)?$|\b(?:level|levels|(?<!national )(?<!provincial )(?<!regional )(?<!on )average|peak) (?:\([\w-]+\) level )?\(?(?:of |in )?(?:the )?$",
    re.IGNORECASE,
)
_SINCE_BEST = pattern(
    r"\b(?:for|in) the (?:first|second|third|fourth) time (?:this|in a) year$|\b(?:\w+est|first|worst|best|most|record|low|high)\b[^,;]{0,50}\bsince [^,;]{0,34}$",
    re.IGNORECASE,
)

_WHICH_HAD = pattern(r", (?:which|who|where) (?:[\w']+ ){0,2}?had [^,;:]*$")
LOOKS_BACK = pattern(  # of a sentence: in Q1 GDP had grown by 0.1 percent, the low was 28.1 cents in June
    r"\bhad (?:still |even |only |just |once |already )?(?:\w+ed|been|risen|fallen|grown|shrunk|sunk|remained|stood)\b|\b(?:[Tt]he|[Ii]ts|[Aa]) (?:low|high|peak|trough|record|lowest|highest|maximum|minimum)\b[^,;.\d]{0,30} (?:was|were|came)\b"
)
_AFTER = pattern(r"\b[Aa]fter (?:the|an?) (?:[a-z]+ ){1,3}(?:of|in) (?:the )?$")
_HAD_BEEN = pattern(
    r", (?:which|who|whose|where|when) (?:[\w']+ ){0,3}?had (?:[a-z]+ ){0,2}?(?:\w+ed|been|risen|fallen|grown|shrunk|sunk|stood)\b[^,;:]*$"
)
_ANOTHERS = pattern(  # of the same time
    r"\b(?:than|with|to|against|versus|above|below|under|behind|beating|matching|topping|exceeding|surpassing|outpacing|equal(?:l)?ing) (?:the )?(?:(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][\w.]+(?: [A-Z][\w.]+)?'s|(?:city|province|nation|country|region|municipality)'s|national|nationwide|provincial|(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][\w.]+(?= (?:average|rate|figure|level|total)\b))"
    r"(?: (?:average|rate|figure|growth|pace|level|increase|rise|gain)){0,2}(?: of)? $"
)
PAIR = pattern(  # less than Hebei in 2020 (1.2 percent, compared with 2.2: of the same time
    r"\b(?:twice|half|double|times) [^;()]{2,60}: [^;()]{1,60}\b(?:compare[ds]? (?:with|to)|against|versus) (?:about )?$|\b(?:outpac|outperform|outstrip|outgr|trail|lagg|beat|surpass)\w* [^;:()]{2,80}\b(?:compare[ds]? (?:with|to)|against|versus) (?:about )?$|\b(?:than|as) [^;:()]{2,60}(?: \(|: )[^;()]{1,60}(?:compare[ds]? (?:with|to)|against|versus) (?:about )?$"
)
AND_ELSEWHERE = pattern(r" (?:in|for|among) [^,;\d]{1,40} and ")
AFTERWARDS = pattern(  # then recovered to 5.2 percent: when, nobody says
    r"\b(?:then|later|subsequently|afterwards) (?:\w+ed|rose|fell|grew|shrank|sank)\b|\bbefore \w+ing\b|\b(?:has|have) since\b|\bsince then\b|\b(?:returned|reverted|(?:went|came|swung) back) to\b",
    re.IGNORECASE,
)
LEVEL_OF = pattern(  # above their 2020 level of 2,310 million
    r" (?:level|value|total|figure|peak|high|low|rate|reading)s? of (?:about |around |nearly |some )?"
)
WHEN_ONLY = pattern(  # the number that follows, no later one: than in 2022, which saw growth of 3 percent
    r"(?: when|,? which) (?=recorded |saw |had |posted |registered |the (?:[a-z]+ ){1,4}(?:was|stood) )"
)
ABOVE_THE = pattern(
    r"\b(?:above|below|under|than|with|to|against|exceeding|behind|beating|topping) the $"
)
_HELD_BARE = pattern(
    r"\b(?:against|compared (?:with|to)|versus|from|than|after) (?:about |around |some |the |just |only )?(?P<bare>\d[\d,.]*)(?: [a-z]+)? (?:in|for|during|of) $"
)
_STEP = pattern(r" (?:an?|one|the) (?:month|quarter) (?:earlier|before|ago)\b")
_BEFORE_IT = pattern(  # before the pandemic it had been 6.9 percent: when, nobody says
    r"\b[Aa]t the (?:turn|start|beginning|end) of the (?:century|decade|millennium)\b[^;]{0,80}$"
    r"|\b[Bb]efore (?:the [a-z-]+|that),? (?:it|they|this|the [a-z ]{3,30}) (?:had|was|were)\b|\bpre-(?:pandemic|crisis|war)\b"
)
_SO_MANY = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_SOME_YEARS = (  # in all but two of the last six years, in most quarters: which, nobody says
    rf"\b[Ii]n (?:(?:all|every one) but {_SO_MANY}|most|{_SO_MANY}(?: out)?(?= of the))(?: of (?:the|its|their|these|those))?"
    rf"(?: (?:past|last|previous))?(?: {_SO_MANY})? (?:years|months|quarters)\b"
)
_SOME_AHEAD = pattern(_SOME_YEARS)
_SOME_BEHIND = pattern(
    rf"[^,;.\d]{{0,40}}(?:{_SOME_YEARS}|\b(?:once|twice|{_SO_MANY} times) (?:in|over|during|within) )"
)
_SOMEWHEN = pattern(  # against 316 thousand before the pandemic, compared with 40 at the height of the boom
    r"(?: [a-z]+){0,2} (?:before|during|at|in|under) (?:the|its|their) (?!United\b|euro|EU\b|[a-z]+ (?:as a whole|sector|industry)\b)(?!same |corresponding |previous |prior |preceding |year\b|month\b|quarter\b|first |second |third |fourth |last )"
    r"(?:pandemic|crisis|war|lockdowns?|boom|drought|recession|slump|reform|height|peak|turn|start|outbreak|depth|heyday)\b"
)
_HAD_BEEN_THERE = pattern(  # four years earlier there had been 2,870
    r" (?:there|it|they|the [a-z ]{3,30}?) had (?:still |even |only |just )?(?:been|stood|numbered)\b[^,;.\d]{0,30}"
)
_WAS_THEN = pattern(  # five years ago the figure was 612
    r" (?:there|it|they|the [a-z ]{3,30}?) (?:was|were|stood at) (?:still |even |only |just |about )?\S?"
)
_VIA = pattern(r"\b(?:via|by way of|through) (?:about |around |nearly )?\S?$")
ENDED = pattern(r";|,(?!\d)|\) and ")
_APART = pattern(r"(?:,|;| \() ?(?:[A-Z]{3} ?|[$€£])?$")
_IN_THE = pattern(r"(?: (?:in|for))? ?")


def is_record(words: str) -> bool:
    """Return whether words of time only say since when something is the most.

    >>> is_record("the largest fall since Q2 2010"), is_record("fell 5 percent since Q2 2010")
    (True, False)
    """
    return _SINCE_BEST.search(words) is not None or _THAN_THAT.search(words) is not None


def is_past(letters: str, at: int) -> bool:
    """Return whether words of time only are compared with: up from 2023's, matching that of June."""
    return _THAN.search(letters, max(0, at - LEAD), at) is not None


def is_of_unread(letters: str, at: int, numbers: Sequence[Spot]) -> bool:
    """Return whether words of time date a bare number that is only held against, and was not read: against 561 in 2022.

    >>> is_of_unread("590 leaks, against 561 in 2022", 26, [])
    True
    """
    bare = _HELD_BARE.search(letters, max(0, at - LEAD), at)
    return bare is not None and not any(n.start <= bare.start("bare") < n.end for n in numbers)


def is_older(when: When, frame: When) -> bool:
    """Return whether a period is of an earlier year than the one in force, months than months, years than years."""
    one, two = when.code or "", frame.code or ""
    return one[:4] < two[:4] and len(one) == len(two)


def in_one_bracket(letters: str, start: int, at: int) -> bool:
    """Return whether a number and the words of time behind it stand in one pair of brackets."""
    opened = letters.rfind("(", 0, start)
    return opened >= 0 and ")" not in letters[opened:at]


def is_aside(letters: str, time: Found, numbers: Sequence[Spot]) -> bool:
    """Return whether words of time only say since when something is the most, or when it had moved, without a number.

    Prices, which had jumped in 2022, fell: the fall is not of 2022.
    """
    clause = _WHICH_HAD.search(letters, 0, time.start)
    moved = clause is not None and not any(clause.start() < n.start < time.start for n in numbers)
    return moved or is_record(letters[max(0, time.start - RECORD) : time.end])


def opens_bracket(letters: str, time: tuple[int, int], at: int) -> bool:
    """Return whether a number stands in a bracket right behind words of time, and is of then: after the rebound of 2021 (+5 percent).

    Of those that it only is held against the sign tells by how much: more than in 2021 (+5 percent).
    """
    between = letters[time[1] : at].strip()
    return between == "(" or (between == "(+" and _AFTER.search(letters, 0, time[0]) is not None)


def labels_unread(letters: str, at: int) -> bool:
    """Return whether words of time in a bracket date the number behind them, were it read or not: (2023: 15,240).

    >>> labels_unread("(2023: 570)", 5), labels_unread("(2023)", 5)
    (True, False)
    """
    return letters[at : at + 2] == ": " and letters[at + 2 : at + 3].isdigit()


def dates_alone(letters: str, time: Found, spot: Spot) -> bool:
    """Return whether words of time date the number behind them and no other: four years earlier there had been 2,870.

    In a bracket they label it: (first quarter: 6.7; a year earlier: 6.4).
    """
    opened = letters.endswith(("(", "; ", ", "), 0, time.start)
    inside = letters.rfind("(", 0, time.start) > letters.rfind(")", 0, time.start)
    labels = opened and inside and letters[time.end : spot.start].strip() == ":"
    was = time.compared and _WAS_THEN.fullmatch(letters, time.end, spot.start) is not None
    return labels or was or _HAD_BEEN_THERE.fullmatch(letters, time.end, spot.start) is not None


def is_year_before(letters: str, spot: Spot, time: Found) -> bool:
    """Return whether a number stands beside another one for the year before: 197 visitors, 170 in the year before."""
    stands = _IN_THE.fullmatch(letters, spot.end, time.start) is not None
    return time.compared and stands and _APART.search(letters, 0, spot.start) is not None


def is_of_last(letters: str, time: Found, pair: Sequence[Spot]) -> bool:
    """Return whether words of time are those of the number before: more than in 2021, but fell by.

    `pair` is a number with the one before it, or a number alone.
    """
    if len(pair) < 2 or time.start > pair[1].start:
        return False
    before = letters[pair[0].end : time.start]
    after = letters[time.end : pair[1].start]
    return not {",", ";"} & {*before} and ENDED.search(after) is not None


def is_between(letters: str, at: int) -> bool:
    """Return whether a number stands between the ends of a movement: from 402 in 2005 via 377 in 2015 to.

    >>> is_between("from 402 via 377", 13), is_between("from 402 to 377", 12)
    (True, False)
    """
    return _VIA.search(letters, max(0, at - LEAD), at) is not None


def had_been(letters: str, numbers: Sequence[Spot], n: int) -> bool:
    """Return whether a number stands in a clause that says what had been before: whose share had climbed from 7 to 9 percent, fell."""
    stop = start = numbers[n].start
    if is_between(letters, start):
        return True
    for k in range(n, -1, -1):
        begin = numbers[k - 1].end if k else 0
        if _HAD_BEEN.search(letters, begin, start):
            return True
        if not k or stop - begin > _CLAUSE or {",", ";", ":"} & {*letters[begin:start]}:
            break
        start = numbers[k - 1].start
    return False


_CLAUSE = 400  # signs


def is_bracketed(letters: str, start: int, end: int) -> bool:
    """Return whether words of time date only what stands in their bracket: (May: 6,390), (6.7 percent in May).

    >>> is_bracketed("6.4 (May: 6.7)", 5, 8), is_bracketed("6.4 (6.7 in May)", 12, 15), is_bracketed("(May 2024) 6.4", 1, 9)
    (True, True, False)
    """
    label = letters[start - 1 : start] == "(" and letters.startswith(":", end)
    return label or is_in_bracket(letters, 0, start)


def lasts(when: When, times: Sequence[Found]) -> bool:
    """Return whether months are a time in which, not one over which: shrank over the first nine months."""
    if "/" in (when.code or ""):
        return True  # over the 12 months to May
    long = when.months is not None and when.months[2] - when.months[1] > _QUARTER
    parts = [time.when.months[1:] for time in times if time.when.months]
    return long and when.months is not None and parts.count(when.months[1:]) == 1


_QUARTER = 2  # months behind its first one


def is_anothers(lead: str) -> bool:
    """Return whether the words before a number say that it is of the same time as that of another: than China's.

    >>> is_anothers("faster than Hunan's "), is_anothers("faster than in ")
    (True, False)
    """
    return any(words.search(lead) for words in (REVISED, _ANOTHERS, PAIR))


def says_step(letters: str, at: int) -> bool:
    """Return whether a number is said to be of a month or quarter before, which is no year that is named later.

    >>> says_step("134.4 a month earlier and 131 in", 5), says_step("134.4 and 131 in", 5)
    (True, False)
    """
    return _STEP.match(letters, at) is not None


def is_in_bracket(letters: str, begin: int, at: int) -> bool:
    """Return whether words of time stand in a bracket behind another number, which is theirs.

    >>> text = "to 2,655 (3,920 in 2019)"
    >>> is_in_bracket(text, 8, text.index("2019")), is_in_bracket("to 2,655 (in 2019)", 8, 13)
    (True, False)
    """
    opened = letters.rfind("(", begin, at)
    inside = letters[opened + 1 : at] if opened >= 0 else ")"
    return ")" not in inside and any(sign.isdigit() for sign in inside)


def later(match: re.Match[str], _: Clock, frame: When) -> When | None:
    """Return the same months so many years on, None where no year is spoken of before.

    `match` has in its group `later` how many, as digits or a word.
    """
    if frame.months is None or frame.source == "docdate":
        return None
    said = match["later"].lower()
    count = 1 if said == "a" else _COUNT.get(said) or int(said)
    year, first, last = frame.months
    return months_of(year + count, first, last)


def ago(match: re.Match[str], _: Clock, frame: When) -> When | None:
    """Return the same months a year before, or so many years ago.

    `match` has in its group `agon` how many, as digits or a word; one where it is empty.
    """
    frame = end_of_span(frame)
    said = (match["agon"] or "1").lower()
    count = _COUNT.get(said) or int(said)
    if frame.months is None:
        before: When | None = frame
        for _year in range(count):
            before = before and (twelve_before(before) or year_before(before))
        return before
    year, first, last = frame.months
    if frame.is_day:
        return end_of(year - count, last)
    source = "sentence" if count == 1 else "context"  # from what year they are counted, nobody says
    return months_of(year - count, first, last, source=source)


def is_vague(letters: str, spot: Spot, begin: int | None = None) -> bool:
    """Return whether the words behind a number leave its time open: at the height of the boom, in all but two years.

    From `begin` on those before it may as well: in most years it was below 5 percent.
    """
    if begin is not None and _SOME_AHEAD.search(letters, begin, spot.start):
        return True
    return any(words.match(letters, spot.end) is not None for words in (_SOMEWHEN, _SOME_BEHIND))


def is_somewhen(letters: str, begin: int, spot: Spot) -> bool:
    """Return whether nobody says when a number was: before the pandemic, in all but two of the last six years."""
    ahead = (words.search(letters, begin, spot.start) for words in (_BEFORE_IT, _SOME_AHEAD))
    return any(ahead) or _SOME_BEHIND.match(letters, spot.end) is not None


def previous(when: When) -> When:
    """Return the period before one, or its year-ago, for a number that is compared with it only."""
    if when.months is None:
        return twelve_before(when) or year_before(when) or when
    year, first, last = when.months
    if when.is_day:
        return end_of(year - 1, last)
    if when.opened:  # from 4 percent, between May and June
        return months_of(year, first, first)
    year_ago = months_of(year - 1, first, last, source="context")
    if (first, last) == (1, 12):
        return year_ago
    length = last - first + 1
    if first == 1 and length > 3:  # so many months from January: those up to the one before
        before = months_of(year, 1, last - 3 if length in (6, 9) else last - 1, source="context")
    elif first > length:
        before = months_of(year, first - length, first - 1, source="context")
    else:
        before = months_of(year - 1, 12 - length + 1, 12, source="context")
    return replace(before, readings=(*before.readings, *year_ago.readings))


def compared_before(main: When, before: Mapping[str, When]) -> When:
    """Return what a number is compared with whose time is not said: what its time was last compared with, or the one before."""
    usual, last = previous(main), before.get(main.code or "")
    if last is None or last.code == usual.code:
        return usual
    readings = dict.fromkeys((*(last.readings or (last.code or "",)), *usual.readings))
    return replace(last, source="context", readings=tuple(filter(None, readings)))


def spoken_of(when: When, said: Collection[str | None], *, dated: bool) -> tuple[str, ...]:
    """Return the periods that a paragraph has said, if a number without one may be of any of several.

    Parameters
    ----------
    when : When
        The period in force.
    said : collection of str or None
        The periods that the paragraph has said so far.
    dated : bool
        Whether the number's own sentence says its period.
    """
    if when.source != "sentence" or dated or not {*said} - {when.code}:
        return ()
    return tuple(sorted(code for code in {*said, when.code} if code))


def source_of(when: When, spoken: tuple[str, ...]) -> str | None:
    """Return whence a period is known: one of several that the paragraph has said before is context."""
    return "context" if spoken and when.code else when.source if when.code else None
