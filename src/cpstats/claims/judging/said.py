"""What the sentence of a number says itself, and what was taken from context, title, date or default.

The first is closed, the second open: another place, period or indicator may be meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.languages import place_of
from cpstats.claims.terms.divisions import names
from cpstats.claims.terms.letters import plain, plain_part
from cpstats.claims.terms.remembered import remembered
from cpstats.claims.terms.script import is_latin
from cpstats.claims.terms.spelling import name_of
from cpstats.claims.terms.trie import pattern_of
from cpstats.claims.terms.vocabulary import CONTENT, SECTIONS
from cpstats.gazetteer import register
from cpstats.gazetteer.china import NATION
from cpstats.model.catalogue import OWN
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator
    from cpstats.model.period import Period
    from cpstats.model.place import Place

_YEAR = pattern(r"(?<![\d.,])(?:19|20)\d\d(?!\d|,\d{3}|\.\d)", re.ASCII)
_RELATIVE = pattern(
    r"[全我本该][国省市区县州旗盟]|本地|当地|\b(?:the|this|our) (?:city|province|county|district|region|municipality)\b",
    re.IGNORECASE,
)
_NATION = pattern(r"\b(?:the national|nation-?wide|nationally|country-?wide)\b", re.IGNORECASE)
_OWN = pattern(r"\b(?:its|their) own\b")
_PRONOUN = pattern(r"\b(?:its?|their|whose)\b|其(?!中|他|它|余)", re.IGNORECASE)
_CLAUSE = pattern(r"(?<!\d),|,(?!\d{3}(?!\d))|[;。!?]")  # 10,000 is no end of one
_OPENS = pattern(r"(?:With|At|After|Following|Despite) [^,;]*")  # the place is named behind it
_REST = pattern(r"[,;。!?]|\d|\. ")
_COMPARED = pattern(  # a year that is only compared with
    r"(?:[比较与同]|(?:than|as) in |[Cc]ompared (?:with|to) |since )(?:19|20)\d\d", re.ASCII
)
_DATED = pattern(  # 8.4 percent in 2021, 900 per 10,000 people in April 2024
    r"[^,;.!?\d]{0,60}?\b(?:in|of|for|during) (?:the )?"
    r"(?:(?!from|than|since|after|with|over|on|against|to|and)[A-Za-z][\w-]* ){0,3}?(?P<year>(?:19|20)\d\d)\b",
    re.ASCII,
)
_FOR_MANY = pattern(r"(?<!of )(?<!to )\d{1,3}(?:,\d{3}|\.\d)|(?<=[A-Z])\d\b")  # also CO2
_ON_BASE = pattern(  # up 3.0 percent from 2020: of the year after
    r"[^,;.!?\d]{0,30}?\b(?:from|on|over|than(?: in)?|compared (?:with|to)|against) (?:the )?"
    r"(?:[A-Za-z-]+ ){0,2}?(?P<year>(?:19|20)\d\d)\b",
    re.ASCII,
)
_PART = pattern(r" and (?=in\b|by\b|to\b|[A-Z])|[,;。]")  # where another part of a sentence begins
_YEARLESS = pattern(
    r"\b(?:(?:first|second|third|fourth) (?:quarter|half)|January|February|March|April|May|June|July|August|September|October|November|December)[ (:,]{1,3}$"
)
_IN_ORDER = pattern(r"\brespectively\b|分别")
_LATELY = 64  # the numbers of a sentence are asked about one after the other
_NEAR = 300  # signs of a sentence that are looked at before a number, and behind it


def around(claim: Claim) -> str:
    """Return the sentence of a number in plain letters; of one as long as a book what is near."""
    begin = claim.start - claim.sentence_start
    return plain_part(claim.sentence, max(0, begin - _NEAR), begin + _NEAR)


def around_of(claim: Claim, behind: int) -> str:
    """Return the sentence of a number up to it, in plain letters, and so many signs behind it."""
    begin, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    return plain_part(claim.sentence, max(0, begin - _NEAR), end + behind)


def years_printed(claim: Claim) -> tuple[int, ...]:
    """Return the years that stand in the sentence as digits, each once."""
    return _years(around(claim))


def years_told(claim: Claim) -> tuple[int, ...]:
    """Return the same without those that are only held against: 78 more than in 2010."""
    return _years(_HELD.sub(" ", around(claim)))


_HELD = pattern(r"\b(?:than|since|with|against|below|above) (?:in |the )?(?:19|20)\d\d")


@lru_cache(maxsize=_LATELY)
def _years(words: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(words)))


def says_period(claim: Claim, period: Period, others: Collection[int] = ()) -> bool:
    """Return whether the sentence says the period itself, and no other one that it could mean.

    Parameters
    ----------
    claim : Claim
        One number.
    period : Period
        What was read as its period.
    others : collection of int
        The years that its sentence gives to other numbers of the same thing.
    """
    if claim.period_from == "given" or "period" in claim.settled:
        return True
    if _is_on_base(claim, period):
        return True
    if claim.period_from != "sentence":
        return False
    printed = _years(_COMPARED.sub("", around(claim)))
    year = str(period.year)
    if _YEARLESS.search(clause_of(claim)):
        return False  # more than in the second quarter (60.1 percent): of which year?
    return (
        {*printed} - {*others} <= {period.year}
        or year in clause_of(claim)
        or year in year_behind(claim)
    )


def _is_on_base(claim: Claim, period: Period) -> bool:
    """Return whether a growth is said to be on the year before that of its period."""
    if claim.measure != "growth":
        return False
    match = _ON_BASE.match(rest_of(claim))
    return match is not None and int(match["year"]) == period.year - 1


def says_place(claim: Claim, catalogue: Catalogue) -> bool:
    """Return whether the words up to the end of a number's clause name the place, or take it up: 全市."""
    if "place" in claim.settled:
        return True
    begin = claim.start - claim.sentence_start
    end = claim.end - claim.sentence_start
    words = plain_part(claim.sentence, max(0, begin - _NEAR), end + _NEAR)
    at = min(begin, _NEAR)
    before, clauses = words[:at], _CLAUSE.split(words[at + end - begin :])  # 4,984.31 is no clause
    own = before + ",".join(clauses[: 2 if _OPENS.fullmatch(before) else 1])
    place = catalogue.places.get(claim.place or "")
    names = (place.name_zh, place.name_en, *place.aliases) if place else ()
    if place is not None and not place.parent and _NATION.search(own):
        return True
    if any(len(n) > 1 and n in own for n in names) or _RELATIVE.search(own) is not None:
        return True
    behind = own[len(before) :]
    return is_latin(own) and claim.place in {place_of(w, None, catalogue) for w in (before, behind)}


def takes_up_place(claim: Claim, catalogue: Catalogue) -> bool:
    """Return whether the clause only takes up a place, by its or 其, that may be one of several named."""
    clause = clause_of(claim).rpartition(":")[2]
    place = catalogue.places.get(claim.place or "")
    itself = _OWN.search(clause)  # below that of Hunan and below its own peak
    clause = clause[itself.start() :] if itself else clause
    own = place is not None and any(name and name in clause for name in place.names)
    return not own and _PRONOUN.search(clause) is not None


_SCOPED = pattern(r"^(?:规模?以?上|限额?以?上)")


def leaves_scope(surface: str | None, indicator: Indicator) -> bool:
    """Return whether a name leaves out the scope that its indicator has: 工业增加值 of 规模以上工业增加值."""
    named = plain(surface or "")
    return bool(named) and bool(_SCOPED.match(indicator.name_zh)) and not is_scoped(named)


def is_scoped(name: str | None) -> bool:
    """Return whether a name says that only those above a size are meant: 规上工业增加值.

    >>> is_scoped("规上工业增加值"), is_scoped("工业增加值")
    (True, False)
    """
    return _SCOPED.match(plain(name or "")) is not None


def names_vaguely(claim: Claim, catalogue: Catalogue) -> bool:
    """Return whether the words name what several indicators are kinds of: population, unemployment rate."""
    surface, ident = claim.indicator_surface or "", claim.indicator or ""
    if not claim.nearly and ident and _is_own_name(surface, ident, catalogue):
        return False
    return _is_vague(catalogue)(surface, ident)


@remembered
def _is_vague(catalogue: Catalogue) -> Callable[[str, str], bool]:
    """Return what finds out whether a word is said of several indicators."""
    called = {
        ident: [plain(name).casefold() for name in one.names]
        for ident, one in catalogue.indicators.items()
    }

    @lru_cache(maxsize=_LATELY)
    def vague(surface: str, indicator: str) -> bool:
        word = plain(surface).casefold().removeprefix("the ").strip()
        if not word or word in called[indicator]:
            return False
        unit = catalogue.indicators[indicator].unit
        alike = (ident for ident, one in catalogue.indicators.items() if one.unit == unit)
        return sum(any(word in name for name in called[ident]) for ident in alike) > 1

    return vague


_WHOSE = ("their ", "its ", "his ", "her ", "whose ")


def _is_own_name(surface: str, ident: str, catalogue: Catalogue) -> bool:
    """Return whether words are the whole name of a column of one's own, but for articles and what it is divided by."""
    own = catalogue.indicators[ident]
    if surface.lower().startswith(_WHOSE):
        return False  # of some people, whom the sentence names: their unemployment rate
    bare = own.name_en.partition(" by ")[0]
    return (
        own.theme == OWN
        and name_of(bare) == name_of(surface)
        and bare.casefold() in surface.casefold()
    )


def is_relative(claim: Claim) -> bool:
    """Return whether the sentence has a word for the place the text is about: 全市, the city."""
    return _has_relative(around(claim))


@lru_cache(maxsize=_LATELY)
def _has_relative(words: str) -> bool:
    return _RELATIVE.search(words) is not None


def names_place(claim: Claim, code: str, catalogue: Catalogue) -> bool:
    """Return whether the sentence has a name of a place."""
    place = catalogue.places.get(code)
    return place is not None and _has_name(around(claim), place)


def _has_name(words: str, place: Place) -> bool:
    bare = words.replace(".", "")  # U.S. is US
    return any(
        len(name) > 1 and (name in words or (name.isupper() and name in bare))
        for name in (place.name_zh, place.name_en, *place.aliases)
    )


def places_named(claim: Claim, catalogue: Catalogue) -> list[str]:
    """Return the places of the data that the sentence names, by code."""
    return [*_names(catalogue)(around(claim))]


def places_behind(claim: Claim, catalogue: Catalogue) -> list[str]:
    """Return the places that the rest of a number's clause names, up to the next number."""
    return [*_names(catalogue)(_REST.split(rest_of(claim))[0])]


def place_before(claim: Claim, catalogue: Catalogue) -> str | None:
    """Return the place whose name stands nearest before a number, nearer than that of its own, which is not named behind it."""
    begin = claim.start - claim.sentence_start
    words = plain_part(claim.sentence, max(0, begin - _NEAR), begin)
    behind = _PART.split(rest_of(claim))[0]
    if claim.place in _names(catalogue)(behind) or _IN_ORDER.search(around(claim)):
        return None
    found = {code: _last_name(words, catalogue.places[code]) for code in _names(catalogue)(words)}
    return max(found, key=lambda code: found[code], default=None)


def _last_name(words: str, place: Place) -> int:
    """Return where the last name of a place ends among some words."""
    every = (n for n in (place.name_zh, place.name_en, *place.aliases) if len(n) > 1 and n in words)
    return max((words.rindex(name) + len(name) for name in every), default=0)


def perhaps_named(text: str, catalogue: Catalogue) -> frozenset[str]:
    """Return the places of the data that a text may speak of anywhere, also as Scottish or as the capital.

    A name counts where a word of the text begins as one of its words does; all count where a noun
    stands for a place.
    """
    if _SOME_PLACE.search(text):
        return frozenset(catalogue.places)
    said = _begun(text)
    return frozenset(
        code for code, chinese, begun in _beginnings(catalogue) if chinese in text or begun & said
    )


@remembered
def _beginnings(catalogue: Catalogue) -> list[tuple[str, str, frozenset[str]]]:
    """Return each place with its Chinese name and how the words of its names begin."""
    places = catalogue.places.items()
    return [(code, place.name_zh, _begun(" ".join(place.names))) for code, place in places]


def _begun(text: str) -> frozenset[str]:
    return frozenset(word[:_BEGUN].casefold() for word in _CAPITALS.findall(text))


_BEGUN = 4  # letters that a name and what is made of it share
_CAPITALS = pattern(r"(?<!\w)[^\W\d_a-z]\w{3,}")
_SOME_PLACE = pattern(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Oo]ur) (?:[a-z-]+ )?(?:capital|city|town|village|state|province|region|county|district|municipality|island|north|south|east|west)\b"
    r"|(?:该|本|我|全)[省市县区州]"
)


@remembered
def _names(catalogue: Catalogue) -> Callable[[str], tuple[str, ...]]:
    """Return what finds the places that words name, by code."""
    every = [
        (name, code)
        for code, place in catalogue.places.items()
        for name in (place.name_zh, place.name_en, *place.aliases)
        if len(name) > 1
    ]

    @lru_cache(maxsize=_LATELY)
    def named(words: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for name, code in every if name in words))

    return named


def says_indicator(claim: Claim) -> bool:
    """Return whether the name of the indicator stands in the number's own clause."""
    return (claim.indicator_surface or "\0") in clause_of(claim)


def clause_of(claim: Claim) -> str:
    """Return the clause of a number up to it."""
    begin = claim.start - claim.sentence_start
    return _CLAUSE.split(plain_part(claim.sentence, max(0, begin - _NEAR), begin))[-1]


def year_behind(claim: Claim) -> str:
    """Return the year that an English number is given behind it: 8.4 percent in 2021."""
    match = _DATED.match(_FOR_MANY.sub("_", rest_of(claim)))
    return match["year"] if match else ""


def rest_of(claim: Claim) -> str:
    """Return what stands in its sentence behind a number, in plain letters."""
    end = claim.end - claim.sentence_start
    return plain_part(claim.sentence, end, end + _NEAR)


@lru_cache(maxsize=1)
def _countries() -> re.Pattern[str]:
    """Return the names of the other countries; short ones are words of other things as well."""
    places = [p for p in register.every() if p.level == "country" and p.ref_area != NATION]
    chinese = [p.name_zh for p in places if p.name_zh not in _WORDS]
    english = [p.name_en for p in places]
    return re.compile(
        f"{pattern_of(chinese)}|\\b{pattern_of([*english, 'U.S.', 'Britain'])}(?![a-z])"
    )


_WORDS = frozenset((*SECTIONS["inside_words"], *SECTIONS["inside_more_words"]))


@lru_cache(maxsize=_LATELY)
def country_named(words: str) -> str | None:
    """Return another country that some words name, None where they name none.

    >>> country_named("越南统计总局:2024年全国"), country_named("沿海地区的全国"), country_named("蒙古族、内蒙古人口")
    ('越南', None, None)
    """
    every = _countries().finditer(words)
    return next((found[0] for found in every if not _goes_on(words, found)), None)


def _goes_on(words: str, found: re.Match[str]) -> bool:
    """Return whether a name is only a part of another noun or place: 蒙古族, 内蒙古."""
    longer = (word for word in CONTENT if len(word) > len(found[0]) and word.startswith(found[0]))
    at = found.start()
    inside = any(words.startswith(name, at - n) for name, n in _bearers(found[0]) if n <= at)
    return inside or any(words.startswith(word, at) for word in longer)


@lru_cache(maxsize=_LATELY)
def _bearers(country: str) -> Sequence[tuple[str, int]]:
    """Return the divisions in whose names that of a country stands, and where it begins in each."""
    return [(name, name.index(country)) for name in names(None) if country in name]
