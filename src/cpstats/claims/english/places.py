"""Places in Latin letters: divisions of China, those of a catalogue, other countries; the province."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.english.short_places import short_places
from cpstats.claims.english.vocabulary import WORDS
from cpstats.claims.terms.longest import Words
from cpstats.gazetteer import register
from cpstats.gazetteer.china import NATION, is_code, level_of, parent_of, same_province
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cpstats.claims.terms.longest import Word

UPPER = ("country", "province", "city", "prefecture")  # levels above the county
_KIND = pattern(
    r"(?: (?:[Zz]huang |[Hh]ui |Uygur |Uyghur )?(?:[Pp]rovinc(?:es?|ial)|cities|[Mm]unicipal(?:ity)?|[Aa]utonomous [Rr]egion|[Dd]istrict"
    r"|[Cc]ity|[Pp]refecture|[Cc]ounty))?"
)
_SIDE = (
    r"(?:[Nn]orth(?:east|west)?|[Ss]outh(?:east|west)?|[Ee]ast|[Ww]est|[Cc]entral)(?:ern)? China's "
)
_PART = pattern(_SIDE)
_NATION = pattern(
    r"\b(?:[Nn]ation|[Nn]ationwide|[Nn]ationally|(?<!ross )[Nn]ational(?! (?:and )?(?:"
    + "|".join(WORDS["not_national"])
    + r"))|(?:(?<=[Tt]he )|(?<=[Tt]his )|(?<=[Oo]ur )|(?<=whole )|(?<=entire )|(?<=across ))[Cc]ountry)\b(?!'s (?:\w+-ranked|first|top|most|largest|biggest|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:th|st|nd|rd)|statistic|national))"
)
_MAINLAND = pattern(r"\b(?:the Chinese mainland|(?:the )?mainland of China|[Mm]ainland China)\b")
_LOCAL = pattern(
    r"\b(?:[Tt]he|[Tt]his) (?:province|city|region|municipality|district|county|autonomous region|capital|country|nation|bloc)\b"
    r"|\b[Ii]ts\b|\b[Ii]t\b|\b[Pp]rovincial\b|\b[Mm]unicipal\b|\b[Tt]hat\b"
)
_CAPITAL = pattern(
    r",? (?:the )?(?:provincial )?capital (?:city )?of [^,]{3,40}?(?=,| (?:hit|reached|was|grew|saw)\b)"
)
_APPOSED = pattern(  # Changping, a northern district of Beijing,
    r"(?<=[a-z]), (?:an?|the|one of the) [a-z][\w' -]{0,50}? (?:of|in|under|within|near) (?:the )?[A-Z][\w' -]{2,40}(?=,)"
)
_UNKNOWN_TOWN = pattern(
    r"(?:^|[.;:] |\b[Ii]n )(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?), (?:the|an?|one of the) (?:[a-z-]+ ){0,3}(?:capital|city|town|county|district|village|port|suburb|municipality|province|state)(?: [a-z]+)? (?:of|in|near)\b[^,;]*,[^;]*$"
)
_NO_MONEY = (
    r"\b(?! (?:account|expenditure|flow|formation|good|investment|market|outlay|spending|stock))"
)
_THE_CAPITAL = pattern(r" of the (?:[a-z]+ )?capital(?=, [A-Z][a-z]+,)")  # whose name follows
_WORLDS = pattern(
    r"(?:, )?\b[Tt]he world's (?:[a-z]+[- ])?(?:largest|biggest) economy,(?: (?=[A-Z])|(?= [a-z]))"
)
_THE_MOST = pattern(  # Shanghai has the highest income in the country
    r"\b(?:the|one of the) (?:\w+est|most \w+|best|top) [\w' -]{0,60}?\b(?:in|of) (?:the (?:whole )?(?:country|nation)|China)\b(?!')"
)
_ONE_OF = pattern(  # Haidian was first among Beijing's districts, the largest of the German states
    r"\b(?:among|of|in|across) (?:all |the |all the )?(?:\d+ |[a-z]+ )?(?:[A-Z]\w+(?:'s)? ){1,3}(?:[a-z]+ ){0,2}"
    r"(?:districts|provinces|states|cities|counties|regions|municipalities|prefectures|territories)\b"
)
_ITS_CAPITAL = pattern(
    rf"\b(?:[Tt]he )?(?!The\b|This\b|Its\b)[A-Z][a-z]+(?:'s)? capital(?:'s)?{_NO_MONEY}"
)
_OF_INSTITUTION = pattern(
    rf"\b(?:(?:{'|'.join(WORDS['institutions_before'])}) of (?:the )?|Statistics )$"
)
_INSTITUTION = pattern(
    rf"(?= (?:[A-Z][a-z]+ ){{0,3}}?(?:{'|'.join(WORDS['institutions'])})\b)|,? ?\$"
    rf"|(?:'s)? capital{_NO_MONEY}"
)
_IN = pattern(
    r"(?: in|,) (?:the )?(?:(?:north|south|east|west|suburb|outskirt|cent)[\w-]* of )?$|(?: in|,) (?:the )?[A-Z][\w ]*China's $"
)
_LEAD = pattern(
    rf"(?P<where>\b(?:of|in|for|at|across|throughout) (?:the whole of |all of |all |both |each of )?)?(?:\bthe )?(?:capital )?(?:{_SIDE})?$"
)
_OWNER = pattern(r"'s?")
# Guangdong remained China's largest provincial economy: what stands before is the place
_FIRST_OF = pattern(
    r"[A-Z][\w ]{2,30}?'s (?:[a-z]+[- ])?(?:largest|biggest|top|richest|wealthiest|poorest|smallest|leading|main|fastest|most)\b"
)
_NEAR = 48  # characters of a lead, and of what lies between a city and its province
_FAR = 120  # characters behind a number in which its place is named
_INVESTORS = pattern(  # enterprises funded by investors from Hong Kong, Macao and Taiwan
    r"\b(?:investors?|businesses|capital|funds|companies) from (?:[A-Z]\w+(?: Kong)?(?:, | and |, and )){0,3}[A-Z]\w+(?: Kong)?(?: province)?"
)
_IN_CHINA = pattern(  # Jiangsu Province in east China
    r"(?<=[a-z]), China\b|\b(?:[Nn]orth(?:east|west)?|[Ss]outh(?:east|west)?|[Ee]ast|[Ww]est|[Cc]entral)(?:ern)? China\b(?!'s)"
)
_THAN = pattern(
    r" (?:than(?= {3,},)|(?:than(?! (?:twice|double|half)\b)|as (?:fast|much|quickly|strongly|well) as|compare[ds]? (?:with|to))\b[^;]*)|,? (?:at )?the same (?:[a-z]+ )?as\b[^,;]*"
)  # whose number is the other's
_LIVED = pattern(
    r"^ (?:people )?(?:(?:were|was) )?(?:lived|living|live|resided|residing|reside)(?= in )"
)
_NUMBER = pattern(r"\d ?(?:%|per ?cent\b|[mbtr]+illion\b)")
_STOP = pattern(r"\.\s|\n")
_COUNTRY = 2  # letters of the code of a country
_HOME = 600  # characters in which a text without a title says what it is about


_CALLED = dict(word.split("=") for word in WORDS["called"])  # German is of Germany


@lru_cache(maxsize=1)
def _abroad() -> tuple[str, ...]:
    """Return the names of other countries as English texts write them."""
    apart = frozenset(WORDS["also_persons"])
    named = [
        name
        for place in register.every()
        if place.level == "country" and not is_code(place.ref_area)
        for name in (place.name_en, *place.aliases)
        if len(name) > 3 and name.isascii() and not name.isupper() and name not in apart
    ]
    sure = [f"{name}'s" for name in apart] + [f"in {name}" for name in apart]
    return (*WORDS["abroad"], *_CALLED, *named, *sure)


@lru_cache(maxsize=1)
def _divisions() -> tuple[tuple[str, str, bool], ...]:
    """Return the names of the larger divisions of China with their codes, and whether two share one."""
    found = []
    for place in register.divisions():
        base, _, shared = place.name_en.partition(" (")
        if place.level in UPPER and base:
            found.append((base, place.ref_area, bool(shared)))
    return tuple(found)


@lru_cache(maxsize=4)
def _words(names: tuple[str, ...]) -> Words:
    """Return what finds the names of places; the same for every text."""
    return Words(names)


def _called(own: Mapping[str, str], abroad: Iterable[str]) -> dict[str, str]:
    """Return what else English calls the places of a catalogue: German exports, the euro area."""
    small = {
        n: own[big] for n in abroad if n[:1].islower() and (big := n[0].upper() + n[1:]) in own
    }
    called = {n: own[whole] for n, whole in _CALLED.items() if whole in own and n not in own}
    called |= {f"{n}n": own[n] for n in own if n.endswith("ia") and f"{n}n" not in own}  # Victorian
    people = {f"{n}s": code for n, code in called.items() if n.endswith("an")}  # Norwegians
    return called | people | small


def _names_of(here: str | None) -> dict[str, str]:
    """Return the names of the country that a text is said to be about, of which there may be no data."""
    place = register.place(here) if here and len(here) == _COUNTRY else None
    return dict.fromkeys(place.names, place.ref_area) if place is not None else {}


def _is_latin(name: str) -> bool:
    """Return whether a name is in Latin letters, with or without marks."""
    return all(sign < "\u0250" or not sign.isalpha() for sign in name)


_RECORDED = pattern(
    r"^(?:recorded|registered|reported|seen|posted|measured|observed|achieved) (?=in |for |across )"
)
_WHOLE_OF = pattern(r"^(?:in|for|across) (?:the whole of|all of) ")


class Gazetteer:
    """The names of places in Latin letters: provinces, prefectures, those of a catalogue; abroad.

    A name that two prefectures share is read only in a text about the province of one of them. The
    code of a place abroad that the catalogue does not have is empty.
    """

    def __init__(self, own: Mapping[str, str], here: str | None = None) -> None:
        self.known = frozenset(own.values())  # the places that the catalogue has
        own = {**_names_of(here), **own}
        self.codes = dict.fromkeys(_abroad(), "")
        for base, code, shared in _divisions():
            if not shared or same_province(code, here or ""):
                self.codes[base] = code
        self.codes |= {n: code for n, code in own.items() if _is_latin(n) and not n.isdigit()}
        for name in [n for n in self.codes if n.startswith("the ")]:  # own: no place abroad
            self.codes[name] = self.codes.get(name.removeprefix("the "), "")
        for name, form in [(n, f) for n in own for f in (f"in {n}", f"{n}'s") if f in self.codes]:
            self.codes[form] = own[name]  # Georgia of the reader's own table
        self.codes |= _called(own, self.codes)
        self.codes |= short_places(own, self.codes)
        dotted = {n: n.replace(".", "") for n in self.codes if "." in n}
        self.codes |= {n: own[bare] for n, bare in dotted.items() if bare in own}  # U.S. is US
        self.codes |= {"Chinese": NATION}
        self._words = _words(tuple(self.codes))

    def _named(self, text: str) -> Iterator[Word]:
        """Yield the names in a text that begin no institution's name and no currency's.

        China in East China's Jiangsu is none.
        """
        bare = _PART.sub(lambda match: " " * len(match.group()), text)
        return (w for w in self._words.apart(bare) if not _INSTITUTION.match(bare, w.end))

    def _phrases(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where phrases with a name begin and end: in the capital Beijing; Hubei province's."""
        at = 0
        for name in self._named(text):
            lead = _LEAD.search(text, max(at, name.start - _NEAR), name.start)
            kind = _KIND.match(text, name.end)
            begin, at = (lead.start() if lead else name.start), (kind.end() if kind else name.end)
            if owner := _OWNER.match(text, at):  # what is before it speaks of what it has
                begin, at = (lead.end("where") if lead and lead["where"] else begin), owner.end()
            yield begin, at

    def _found(self, text: str) -> list[tuple[int, str]]:
        return [
            (word.start, self.codes[word.text])
            for word in self._named(text)
            if not _OF_INSTITUTION.search(text[max(0, word.start - 20) : word.start])
        ]

    def places_in(self, text: str) -> list[str]:
        """Return the codes of the places that a text names, in order."""
        return [code for _, code in self._found(text)]

    def home(self, title: str, body: str) -> str | None:
        """Return the place that a text is about: of its title, else what its beginning names first.

        A beginning that names several provinces is about the nation; "" is abroad.
        """
        if titled := self.places_in(title):
            return titled[0]
        found = self.places_in(body[:_HOME])
        provinces = {code for code in found if code and level_of(code) == "province"}
        if len(provinces) > 1 and found[0]:
            return NATION
        first = next(iter(found), None)
        begun = _NUMBER.search(body)
        told = begun and body[: begun.end()] + _STOP.split(body[begun.end() :], maxsplit=1)[0]
        if told and not self.places_in(told):
            return None  # whose the numbers are that stand before it, nobody says
        others = [code for code in self.places_in(body) if code != first]
        most = max(map(others.count, others), default=0)
        return None if most > self.places_in(body).count(first or "") else first

    def country_in(self, text: str, here: str | None) -> str:
        """Return the name of the last country of a text that is not `here`, which is one as well."""
        if here is None or not (here == NATION or len(here) == _COUNTRY):
            return ""
        words = [w.text for w in self._named(text)]
        found = [w for w in words if self.codes[w] != here and len(self.codes[w]) in (0, _COUNTRY)]
        return found[-1] if found and found[-1] == words[-1] else ""

    def place_of(self, head: str, nation: str | None = NATION) -> str | None:
        """Return the last place that the words before a number name, "" for one abroad.

        `nation` is what "the nation" is; None where the text has named none.
        """
        own = _THAN.sub("", head)
        if (town := _UNKNOWN_TOWN.search(own)) and not self.places_in(town["town"]):
            return ""  # Munich, the capital of Bavaria, had
        for remark in (_CAPITAL, _APPOSED, _INVESTORS, _IN_CHINA, _THE_MOST):
            own = remark.sub("", own)
        found = self._found(_ONE_OF.sub("", own)) or self._found(own)
        found = [f for f in found if f is found[0] or not _FIRST_OF.match(own, f[0])]
        nation = next((code for _, code in reversed(found) if code in ("", NATION)), nation)
        if nation is not None:
            found += [(m.start(), nation) for m in _NATION.finditer(own)]
        found += [(m.start(), NATION) for m in _MAINLAND.finditer(own)]
        found += [(m.start(), "") for m in _ITS_CAPITAL.finditer(own)]  # a city, which is not said
        return self._inner(sorted(found), own) if found else None

    def _inner(self, found: list[tuple[int, str]], text: str) -> str:
        """Return the last place; the city where its province only follows: Suzhou in Jiangsu."""
        if len(found) > 1:
            (start, city), (_, above) = found[-2:]
            between = text[start : found[-1][0]]
            known = bool(city and above) and is_code(city) and is_code(above)
            inside = known and city != above and (same_province(city, above) or above == NATION)
            inside = (
                inside and level_of(above) in ("province", "nation") and parent_of(city) is not None
            )
            if inside and _IN.search(between) and len(between) < _NEAR:
                return city
        return found[-1][1]

    def has_data(self, place: str | None) -> bool:
        """Return whether figures may be of a place: one of China, or of the catalogue."""
        return place is not None and (is_code(place) or place in self.known)

    def is_local(self, head: str) -> bool:
        """Return whether words such as the province, or its, take up the place named before."""
        return _LOCAL.search(head) is not None

    def place_behind(self, after: str) -> tuple[str, int] | None:
        """Return the place right behind a number and where its name ends: 6 percent in Beijing."""
        text = _RECORDED.sub("", _LIVED.sub("", after, count=1).lstrip())
        text = _WHOLE_OF.sub("in ", text)
        if not text.startswith(("in ", "for ", "at ")):
            return None
        begin, end = next(self._phrases(text[:_FAR]), (_FAR, 0))
        code = self.place_of(text[:end]) if begin == 0 else None
        return (code, end + len(after) - len(text)) if code is not None else None

    def without_places(self, head: str) -> str:
        """Return the words before a number, the names of places blanked: Beijing GDP is GDP.

        >>> Gazetteer({}).without_places("up Beijing's GDP")
        'up           GDP'
        """
        for words in (_CAPITAL, _APPOSED, _THE_CAPITAL, _WORLDS, _ITS_CAPITAL):
            head = words.sub(lambda match: " " * len(match.group()), head)
        for begin, end in self._phrases(head):
            head = head[:begin] + " " * (end - begin) + head[end:]
        return re.sub(r"^ *(?=[, ] ,)|(?<=   ), +(?=[,;] )", lambda m: " " * len(m.group()), head)
