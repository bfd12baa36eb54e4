"""What an English number measures, from the words before and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpstats.claims.english.contributing import contributes
from cpstats.claims.english.movements import (
    CHANGE_IN,
    DOWN,
    DROP,
    IN_BRACKET,
    INDEX_AT,
    JOBS,
    OFF_ANOTHER,
    PACE,
    RATE_OF,
    RESTATED,
    RISE,
    SEEN_IN,
    SIGNED,
    SLOWED,
    UP,
)
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.spot import Spot

_ABOUT = (
    r"(?:about |around |nearly |over |more than |roughly |approximately |almost |some |a |an )?"
)
_MOVED = pattern(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
_SLOWER = pattern(rf"\b(?:{PACE})\b", re.IGNORECASE)
_NOUN = pattern(
    rf"\b(?:(?P<up>{RISE})|(?P<down>{DROP}|loss))(?: rate| pace| target)?\b", re.IGNORECASE
)
_ITS = (
    r"(?:its|their|the (?:level|same|first|second|third|fourth)|a year|that of|pre-|(?:19|20)\d\d)"
)
_THEN = r"(?:that|in |a (?:year|decade|month|quarter)|last|the (?:year|same|previous|prior|[$€£]?\d)|\w+ (?:years|months|decades) (?:ago|earlier|before))"
_NOUN_BEHIND = pattern(
    rf"[- ]*(?:gross domestic product |(?:(?!and |but |while |as |with )[a-z-]+ ){{0,2}}?)(?:(?P<up>{RISE}|inflation|higher|larger|bigger|more(?= than {_THEN}|\W*$)|up(?=[.\s]*$| (?:on|from|over|year))|above(?= {_ITS}| (?:the (?:previous|prior|same|year)|last year)))|(?P<down>{DROP}|lower|smaller|(?:less|fewer)(?= than {_THEN}|\W*$)|down(?= on (?:the year|(?:a|one) year|last|(?:19|20)\d\d))|below(?= (?:the (?:previous|prior|same|year)|last year))|below(?= {_ITS})))\b",
    re.IGNORECASE,
)
_SHARE = pattern(
    r"\b(?:account(?:s|ed|ing)? for|shares?(?!-?hold)|proportion|(?:mak|eat|tak|us|swallow|soak)(?:e|es|s|ing|ed)? up|(?:made|ate|took) up|represent\w*|compris\w*|constitut\w*|"
    r"contribution (?:rate|ratio)|weight of|contribut\w+(?= (?:about |around |nearly |over |more than )?$)|percentage of|equal to|equivalent to)\b",
    re.IGNORECASE,
)
_PORTION = pattern(r"(?i:\b(?:account\w*|share(?!-?hold)|proportion|contribut\w+|ma[dk]\w+ up)\b)")
_TO = pattern(
    rf"\b(?:to|(?<!grew )(?<!grown )(?<!growing )(?<!expanded )(?<!expanding )at|reached|reaching|was|were|is|are|stood at|standing at|hit|averag\w+)\s+{_ABOUT}(?:(?:average of|seasonally adjusted) )?$",
    re.IGNORECASE,
)
_RATE_MOVES = pattern(r"\b(?:growth|inflation|expansion|pace)\b", re.IGNORECASE)
_AT_PACE = pattern(r" (?:[\w-]+ ){0,2}(?:rate|pace|clip)\b")
_FROM = pattern(rf"(?i:\bfrom\s+(?:the (?:[a-z]+ ){{0,3}}(?:rate|growth|pace) of )?{_ABOUT}$)")
_MOVED_BY = pattern(  # the deficit decreased $8.5 billion
    rf"\b(?:increased|decreased|rose|fell|grew|declined|dropped|climbed|widened|narrowed|gained|lost|(?<!made )(?<!make )(?<!makes )(?<!making )up|down)\s+{_ABOUT}$",
    re.IGNORECASE,
)
_BY = pattern(rf"(?<!followed )\bby\s+{_ABOUT}$", re.IGNORECASE)
_CHANGE = pattern(
    rf"\b(?:{RISE}|{DROP})(?: rate| in (?!the number)[a-z' -]{{3,50}})? of {_ABOUT}$",
    re.IGNORECASE,
)
_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
_OR_RATE = r"(?:,? or (?:about |around |nearly )?[\d.]+ ?(?:%|percent|per cent))?"
_CHANGE_BEHIND = pattern(
    rf"{_OR_RATE} (?:more|fewer|less|higher|lower|larger|bigger|smaller|{RISE}|{DROP})\b",
    re.IGNORECASE,
)
_THAN_THEN = pattern(
    rf"{_OR_RATE} (?:more|fewer|less) than (?:a year|in |at |the (?:end|previous|same|year)|last|that|{_MONTHS})"
)
_THAN_PLACE = pattern(
    rf"{_OR_RATE} (?:(?P<down>fewer|less|lower|smaller)|more|higher|larger|bigger) than (?:(?:that|those|the [a-z]+) )?(?:in|of|for) (?:the )?(?!{_MONTHS})[A-Z]"
)
_PERIOD = pattern(
    r"month[- ]on[- ]month|month[- ]over[- ]month|(?:over|from|than) (?:the (?:previous|prior) month|a month (?:ago|earlier))|"
    r"quarter[- ](?:on|over)[- ]quarter|annual(?:i[sz]ed)? rate|on a (?:monthly|quarterly) basis|"
    r"(?:over|from|than) the (?:previous|prior) quarter(?!')|(?:over|on|within) the (?:quarter|month)\b(?! (?:of|to|ended|ending|a year|before|as)\b)",
    re.IGNORECASE,
)
_AVERAGE = pattern(
    r"average annual|annual average|annually on average|(?:a|per|every|each) year on average|on average (?:a|per) year|"
    r"(?:two|three|four|five)-year average|average (?:two|three|four|five)-year|average (?:yearly |annual )?(?:growth|increase|rate)|compound annual|averag\w+ (?:about |around )?$|"
    r"on average annually|averaged(?![^|]*\d[^|]*\|)|an average of",
    re.IGNORECASE,
)
_EACH_YEAR = pattern(  # 7 percent a year: of several years
    r"[- ]*(?:growth )?(?:per annum|p\.a\.|annually|(?:per|each|every) year|a year(?! (?:ago|earlier|before|on|to|ended|ending|from)))\b",
    re.IGNORECASE,
)
_EACH_ONE = pattern(r"^ (?:an?|per) [a-z]+(?= (?:more|less|higher|lower)\b)")  # a week more
_ANNUAL_RATE = pattern(r"\bannual rates?\b[^,;(]{0,30}(?: \(|of )$")
_BESIDE = pattern(r"\b(?:higher|lower|faster|slower|above|below|more|less|ahead)\b", re.IGNORECASE)
_THAN_ANOTHER = pattern(  # 0.2 points faster than the nation's, above that of Beijing in 2022
    rf" (?:\w+ )?(?:than|above|below) (?-i:that of (?!{_MONTHS})[A-Z]|(?!{_MONTHS})[A-Z]\w+(?: [A-Z]\w+)?'s)"
    r"| \w+ than (?:that (?:of|for) )?(?:the )?(?:nation|national|country|province|provincial)\b",
    re.IGNORECASE,
)
_OWN_PAST = pattern(
    r"previous|last|earlier|\byear\b|month|quarter|half|(?:19|20)\d\d|january|february|march|april|\bmay\b|june|july|"
    r"august|september|october|november|december|same period|from|ago",
    re.IGNORECASE,
)
# whose number is that of the place before it
OUTDID = r"(?:(?P<behind>lag\w*(?: behind)?|trail\w*|undersh\w+|underperform\w*)|beat\w*|outpac\w+|outstrip\w*|outperform\w*|exceed\w*|surpass\w*|topped|led) "
_OUTDONE_BY = pattern(
    rf"\b{OUTDID}[\w' ]{{0,60}}?\bby (?:about |around |nearly |some )?$", re.IGNORECASE
)
_TO_AMOUNT = pattern(r" (?:year on year )?to (?:reach )?(?:about )?")
_GROWS = pattern(
    r"\b(?:growth|inflation|expansion|percent(?:age)? changes?|(?:(?:year|month|quarter)-(?:on|over|to)-(?:year|month|quarter)|annual|monthly|quarterly|yearly) (?:rate of )?changes?)\b",
    re.IGNORECASE,
)
_PRICES = pattern(r"\bprices\b", re.IGNORECASE)  # slow to a rate of change
_LEVEL, _HALF = 20, 50  # points by which an index moves; a price index of 3.5% is its rise


@dataclass(frozen=True, slots=True)
class _Words:
    """A number with the words around it, the measure before it, and whether it is of a rate."""

    spot: Spot
    head: str
    after: str
    before: str | None
    rate: bool | None
    subject: str = ""
    price: bool = False

    @property
    def moved(self) -> str | None:
        """The direction of the last movement before the number, None where nothing moves."""
        found = _last(_MOVED, self.head)
        if self.spot.value < 0 and found:
            return "down"
        return None if found is None else "down" if found["down"] else "up"

    @property
    def reached(self) -> bool:
        """Whether the words lead to a level: fell to, stood at."""
        if _AT_PACE.match(self.after):
            return False  # increased at a 2 percent rate
        return _TO.search(self.head) is not None and not _BY.search(self.head)


def measure_of(
    spot: Spot,
    head: str,
    after: str,
    before: str | None,
    *,
    rate: bool | None = None,
    subject: str = "",
    price: bool = False,
) -> Measure:
    """Return the measure of a number.

    Parameters
    ----------
    spot : Spot
        The number.
    head, after : str
        The words before and behind it.
    before : str or None
        The measure of the last number about the same subject.
    rate : bool or None
        Whether the indicator itself is a rate; None where it is not known.
    subject : str
        The words of what it is about: GDP growth, inflation.
    price : bool
        Whether that is a price index, of which a few per cent are its rise.
    """
    words = _Words(spot, head, after, before, rate, subject, price)
    unit = spot.unit.lower()
    if spot.kind == "rank":
        growth = _NOUN.search(head) or after[1:5] in ("fast", "slow") or before in GROWTHS
        return Measure("growth_rank", of="growth") if growth else Measure("rank", of="level")
    if unit.startswith("percentage point") and INDEX_AT.search(head) and spot.value >= _LEVEL:
        return Measure("index")
    if unit.startswith(("percentage point", "basis point")):
        points = _points(words)
        return replace(points, direction="down") if spot.value < 0 else points
    if is_percent(unit) and spot.kind != "fraction":
        found = (rule(words) for rule in _RULES)
        made = next((m for m in found if m is not None), Measure("share", words.moved))
        fell = spot.value < 0 and made.name in GROWTHS
        return replace(made, direction="down") if fell else made  # growth of -12.9 percent
    return _of_kind(words)


def _of_kind(words: _Words) -> Measure:
    """Return the measure of what is no per cent, by its kind or unit."""
    unit, kind = words.spot.unit.lower(), words.spot.kind
    if unit == "fold":
        return Measure("growth", "up")
    if kind == "multiple" or (unit == "times" and "," not in words.spot.value_text):
        return Measure("multiple", "down" if words.spot.value < 1 else "up")
    if kind == "fraction":
        return Measure("share")
    if kind == "index":
        return Measure("index", words.moved if words.reached else None)
    return _amount(words)


def _amount(words: _Words) -> Measure:
    head, after = words.head, words.after
    direction = words.moved or "up"
    signed = not words.spot.unit and SIGNED.search(head + "-" * (words.spot.value < 0))
    if signed or head.endswith("(+") or CHANGE_IN.match(words.subject):
        return Measure("change", "down" if words.spot.value < 0 else "up")
    if (worked := JOBS.search(head)) and re.match(r"jobs|positions|posts|workers", words.spot.unit):
        return Measure("change", "down" if worked["down"] else "up")
    if _BY.search(head) or _CHANGE.search(head) or SEEN_IN.search(head) or _MOVED_BY.search(head):
        return Measure("change", direction)
    if apart := OFF_ANOTHER.match(after) or _THAN_PLACE.match(after):
        return Measure("level_gap", "down" if apart["down"] else "up", "vs_benchmark", "level")
    if words.spot.unit and after.startswith(f" {words.spot.unit} "):
        after = after.removeprefix(f" {words.spot.unit}")  # 3.1 cents less than
    behind = _CHANGE_BEHIND.match(after := _EACH_ONE.sub("", after))
    if behind and (
        not after.startswith((" more than", " fewer than", " less than")) or _THAN_THEN.match(after)
    ):
        less = re.search(rf"less|fewer|lower|smaller|{DROP}", behind.group()) is not None
        return Measure("change", "down" if less else "up")
    return Measure("level", direction if words.moved and _TO.search(head) else None)


def _of_rate(words: _Words) -> Measure | None:
    if not words.rate:
        return None
    if words.moved and words.head.endswith((" fell ", " rose ", " dropped ", " by ")):  # for points
        return Measure("growth", words.moved)
    return Measure("share", words.moved if _TO.search(words.head) else None)


def _moved_from(words: _Words) -> Measure | None:
    """Read growth slowed from 8 percent: what moves is the rate, and the rate was a growth."""
    if not _FROM.search(words.head) or not _RATE_MOVES.search(f"{words.subject} {words.head}"):
        return None
    return Measure(_growth(words), "down" if words.spot.value < 0 else "up")


def _at_annual_rate(words: _Words) -> Measure | None:
    """Read services had the highest annual rate in July (4.0 percent: a rate of change."""
    if words.rate is not None or not _ANNUAL_RATE.search(words.head):
        return None
    return Measure(_growth(words), "down" if words.spot.value < 0 else "up")


def _signed(words: _Words) -> Measure | None:
    """Read a rate in brackets: exports of 5 billion yuan (+7 percent)."""
    fell = words.spot.value < 0
    if words.head.endswith("+") or (fell and words.head.rstrip().endswith(("(", ";"))):
        return Measure(_growth(words), "down" if fell else "up")
    return None


def _noun_behind(words: _Words) -> Measure | None:
    """Read 5 percent growth, 5 percent higher than."""
    after = RESTATED.sub("", words.after, count=1)
    if words.head.endswith("(") and (closed := IN_BRACKET.match(after)):
        return Measure(_growth(words), "down" if closed["fell"] or closed["less"] else "up")
    behind = _NOUN_BEHIND.match(after)
    if behind is None:
        return None
    direction = "down" if behind["down"] else "up"
    if _NOUN.search(words.head) and re.match(r" (?:higher|lower|less|more)\b", words.after):
        if _THAN_ANOTHER.match(words.after):
            return Measure("growth_gap", direction, "vs_benchmark", "growth")
        return Measure("growth_change", direction, "time_change", "growth")
    return None if _PORTION.search(words.head[-40:]) else Measure(_growth(words), direction)


def _up_to(words: _Words) -> Measure | None:
    """Read that of rural residents 7.0 percent to 30,488 yuan."""
    if words.reached or re.search(r"\bfrom\b", words.head) or not _TO_AMOUNT.fullmatch(words.after):
        return None
    return Measure(_growth(words), words.moved or "up")


def _shared(words: _Words) -> Measure | None:
    shared = _SHARE.search(words.head) and not _CHANGE.search(words.head)
    return Measure("share", words.moved) if shared else None


def _of_growth(words: _Words) -> Measure | None:
    """Read credit growth was 9.9 percent, inflation eased to 3 percent, the CPI was 0.4 percent."""
    if RATE_OF.search(words.head):
        return Measure(_growth(words), "down" if words.spot.value < 0 else "up")
    named = _GROWS.search(words.subject) is not None and not words.moved
    priced = words.price and words.spot.value < _HALF and (words.reached or not words.moved)
    if not (named or priced or (_GROWS.search(words.subject) and words.reached)):
        return None
    name = _growth(words)
    if name == "average_growth" and not re.search(r"annual|year|since", words.head, re.IGNORECASE):
        name = "growth"
    return Measure(name, "down" if words.spot.value < 0 else "up")


def _noun_before(words: _Words) -> Measure | None:
    """Read a growth of 5 percent, GDP growth slowed to 5 percent."""
    noun = _last(_NOUN, words.head)
    moved, slow = _last(_MOVED, words.head), _last(_SLOWER, words.head)
    slowed = slow is not None and (moved is None or moved.start() <= slow.start())
    if noun is None or (words.moved and not words.reached and not slowed):
        return None
    return Measure(_growth(words), "down" if noun["down"] else "up")


def _verb_before(words: _Words) -> Measure | None:
    """Read rose 5 percent, and slowed to 5 percent of what is no rate itself."""
    own = words.rate is False
    if not words.rate and not words.moved and _BY.search(words.head):
        return Measure(_growth(words), "up")  # secondary industry by 3.9 percent
    if words.moved and (own or not words.reached):
        return Measure(_growth(words), words.moved)
    own = own or (words.rate is None and _PRICES.search(words.subject) is not None)
    return Measure(_growth(words), "up") if own and _SLOWER.search(words.head) else None


def _as_before(words: _Words) -> Measure | None:
    slower = words.rate is None and _SLOWER.search(words.head)
    if words.before not in GROWTHS or (words.reached and not slower):
        return None
    if words.reached:
        return Measure(words.before or "growth", "up")  # is set to slow to 1.9 percent
    name = "growth_on_period" if _PERIOD.search(words.after) else words.before
    name = "average_growth" if _EACH_YEAR.match(words.after) else name
    return Measure(name, words.moved or "up")


def _index(words: _Words) -> Measure | None:
    head = words.head.lower()
    return Measure("index") if "index" in head and "rate" not in head else None


def _averaged(words: _Words) -> Measure | None:
    own = words.rate is False and _AVERAGE.search(words.head)
    return Measure("average_growth", "up") if own else None


# What a per cent is, by the first rule that knows.
_RULES = (
    _of_rate, _moved_from, _at_annual_rate, _signed, _noun_behind, _up_to, _shared, _of_growth, _noun_before, _verb_before, _as_before, _index, _averaged
)  # fmt: skip


def _growth(words: _Words) -> str:
    """Return a growth by what it is on: a year on average, the period before, the year before."""
    around = f"{words.head}|{words.after}"
    if _AVERAGE.search(around) or _EACH_YEAR.match(words.after):
        return "average_growth"
    return "growth_on_period" if _PERIOD.search(around) else "growth"


def _points(words: _Words) -> Measure:
    head, after, before = words.head, words.after, words.before
    if way := contributes(head, after, before):
        return Measure("contribution", way)
    own = words.rate is False and before != "share" and not _SHARE.search(head)
    grown = before in (*GROWTHS, "growth_gap", "growth_change")
    named = _NOUN.search(head) and not (words.rate and _CHANGE.search(head))  # a rise of 2 points
    of = "growth" if own or grown or named else "share"
    of = "average_growth" if before in ("average_growth", "average_growth_gap") else of
    if by := _OUTDONE_BY.search(head):
        name = "level_gap" if of == "share" else f"{of}_gap"
        return Measure(name, "down" if by["behind"] else "up", "vs_benchmark", of)
    moved = _MOVED.search(after)
    slower = re.search(r"\b(?:slower|below|less|fewer|behind)\b", after)
    direction = ("down" if moved["down"] else "up") if moved else "down" if slower else None
    direction = direction or _slowed(head) or words.moved or "up"
    if _BESIDE.search(after) and (not _OWN_PAST.search(after) or _THAN_ANOTHER.match(after)):
        name = "level_gap" if of == "share" else f"{of}_gap"
        return Measure(name, direction, "vs_benchmark", of)
    return Measure(f"{of}_change", direction, "time_change", of)


def _slowed(head: str) -> str | None:
    """Return that a rate goes down where the last movement is that it slows: growth slowed by 7.8 points."""
    slow, moved = _last(SLOWED, head), _last(_MOVED, head)
    return "down" if slow and (moved is None or moved.start() < slow.start()) else None


def moves(head: str, after: str = "") -> str | None:
    """Return whether the words around a number say that something rises or falls: up, down."""
    found = _last(_MOVED, head) or _last(_NOUN, head) or _NOUN_BEHIND.match(after)
    return None if found is None else "down" if found["down"] else "up"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed([*pattern.finditer(text)]), None)
