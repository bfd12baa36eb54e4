"""Places in Latin letters: provinces, those of a catalogue, and words such as the province."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.chinese.places import UPPER
from cpstats.claims.terms.trie import pattern_of
from cpstats.gazetteer import register
from cpstats.gazetteer.china import NATION, level_of, same_province

if TYPE_CHECKING:
    from collections.abc import Mapping

_KIND = (
    r"(?: (?:[Zz]huang |[Hh]ui |Uygur |Uyghur )?(?:[Pp]rovinces?|cities|[Mm]unicipality|[Aa]utonomous [Rr]egion|[Dd]istrict"
    r"|[Cc]ity|[Pp]refecture|[Cc]ounty))?"
)
_SIDE = (
    r"(?:[Nn]orth(?:east|west)?|[Ss]outh(?:east|west)?|[Ee]ast|[Ww]est|[Cc]entral)(?:ern)? China's "
)
_PART = re.compile(_SIDE)
_NATION = re.compile(
    r"\b(?:[Nn]ation|[Nn]ationwide|[Nn]ational|[Cc]ountry|the Chinese mainland|(?:the )?mainland of China)\b(?!'s (?:first|top|most|largest|second))"
)
_LOCAL = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:province|city|region|municipality|district|county|autonomous region)\b|\b[Ii]ts\b|\b[Ii]t\b|\b[Pp]rovincial\b"
)


_ABROAD = [
    "the United States",
    "United States",
    "U.S.",
    "US",
    "America",
    "the euro area",
    "euro area",
    "the eurozone",
    "eurozone",
    "the EU28",
    "EU28",
    "the EU",
    "EU",
    "the European Union",
    "European Union",
    "the United Kingdom",
    "UK",
    "Britain",
    "England",
    "Japan",
    "Germany",
    "France",
    "Italy",
    "India",
    "Russia",
    "Brazil",
    "South Korea",
    "Vietnam",
    "Singapore",
    "Australia",
    "Canada",
    "ASEAN",
    "Africa",
    "Mexico",
    "Indonesia",
]
_CAPITAL = re.compile(
    r",? (?:the )?(?:provincial )?capital (?:city )?of [^,]{3,40}?(?=,| (?:hit|reached|was|grew|saw)\b)"
)
_IN = re.compile(r"(?: in|,) (?:the )?$|(?: in|,) (?:the )?[A-Z][\w ]*China's $")
_NEAR = 45
_IN_CHINA = re.compile(r"(?<=[a-z]), China\b")


class Gazetteer:
    """The names of places in Latin letters: provinces, prefectures, those of a catalogue; abroad.

    A name that two prefectures share is read only in a text about the province of one of them.
    """

    def __init__(self, own: Mapping[str, str], here: str | None = None) -> None:
        self.codes = dict.fromkeys(_ABROAD, "")
        for place in register.divisions():
            base, _, shared = place.name_en.partition(" (")
            code = place.ref_area
            if place.level in UPPER and (not shared or same_province(code, here or "")):
                self.codes[base] = code
        self.codes |= {n: code for n, code in own.items() if n.isascii()}
        name = pattern_of(self.codes)
        self._pattern = re.compile(
            rf"\b{name}\b(?! (?:Stock|University|Airport|Museum|Consensus|Exchange))"
        )
        self._phrase = re.compile(
            rf"(?:\bthe )?(?:{_SIDE})?\b{name}\b{_KIND}'s?"
            rf"|(?:\b(?:of|in|for|across|throughout) )?(?:\bthe )?(?:{_SIDE})?\b{name}\b{_KIND}(?!')"
        )

    def places_in(self, text: str) -> list[str]:
        """Return the codes of the places that a text names, in order."""
        return [self.codes[match.group()] for match in self._pattern.finditer(text)]

    def place_of(self, head: str) -> str | None:
        """Return the last place that the words before a number name."""
        own = _IN_CHINA.sub("", _CAPITAL.sub("", head.partition(" than ")[0]))
        found = [
            (m.start(), self.codes[m.group()]) for m in self._pattern.finditer(self._bare(own))
        ]
        found += [(m.start(), NATION) for m in _NATION.finditer(own)]
        return self._inner(sorted(found), own) if found else None  # "" abroad

    def _inner(self, found: list[tuple[int, str]], text: str) -> str:
        """Return the last place; the city where its province only follows: Suzhou in Jiangsu."""
        if len(found) > 1:
            (start, city), (_, province) = found[-2:]
            between = text[start : found[-1][0]]
            inside = level_of(province) == "province" and same_province(city, province)
            if inside and _IN.search(between) and len(between) < _NEAR:
                return city
        return found[-1][1]

    def is_local(self, head: str) -> bool:
        """Return whether words such as the province, or its, take up the place named before."""
        return _LOCAL.search(head) is not None

    def place_behind(self, after: str) -> tuple[str, int] | None:
        """Return the place right behind a number and where its name ends: 6 percent in Beijing."""
        match = self._phrase.match(after.lstrip())
        if match is None or not match.group().startswith(("in ", "for ")):
            return None
        code = self.place_of(match.group())
        return (code, match.end() + len(after) - len(after.lstrip())) if code is not None else None

    def without_places(self, head: str) -> str:
        """Return the words before a number, the names of places blanked: Beijing GDP is GDP.

        >>> Gazetteer({}).without_places("up Beijing's GDP")
        'up           GDP'
        """
        head = _CAPITAL.sub(lambda match: " " * len(match.group()), head)
        head = self._phrase.sub(lambda match: " " * len(match.group()), head)
        return re.sub(r"^ *(?=[, ] ,)|(?<=   ), +(?=[,;] )", lambda m: " " * len(m.group()), head)

    def _bare(self, text: str) -> str:
        """Return the text without the part of China that a province lies in: East China's Jiangsu."""
        return _PART.sub(lambda match: " " * len(match.group()), text)
