"""Comparisons of an English sentence in which no number stands: GDP growth in Hebei was higher than Beijing's in 2023.

The whole sentence must be that comparison, and say year, place and indicator itself, else nothing is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.english.counting import ORDINALS
from cpstats.claims.english.own_nation import country_of
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.comparison import Comparison
from cpstats.claims.terms.growth_columns import is_growth_column
from cpstats.claims.terms.spelling import MOST, is_neutral, name_of
from cpstats.gazetteer import register
from cpstats.gazetteer.china import NATION, is_code, same_province
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.sentences import Sentence
    from cpstats.model.catalogue import Catalogue

_LONGEST = 220
_YEAR = r"(?:19|20)\d\d"
_NTH = ORDINALS[1:6]
_BE = r"(?:was|were|is|are|stood|stayed|remained)(?: (?:well|far|much|clearly|also|still))?"
_UP = r"higher|greater|faster"
_DOWN = r"lower|slower"
_HEAD = rf"(?:In (?P<front>{_YEAR}),? )?(?P<head>[^\d,;:()\"?!%]{{4,80}}?)(?: in (?P<mid>{_YEAR}))?"
_TIME = rf"(?: in (?P<end>{_YEAR}))?\.?"
_BESIDE = pattern(
    rf"{_HEAD} (?P<said>(?:{_BE} (?:(?P<up>(?:{_UP}) than|above)|(?:{_DOWN}) than|below)|(?P<up2>exceeded|outpaced|surpassed)|trailed|lagged behind|(?P<grew>grew) (?:(?P<up3>faster|more quickly)|slower|more slowly) than)"
    rf" (?P<than>(?!(?:in )?(?:\d|the year|a year|the previous))[^\d,;:()\"?!%]{{3,60}}?)){_TIME}"
)
_EARLIER = rf"(?:in (?P<base>{_YEAR})|the year before|a year (?:earlier|before)|(?:in )?the previous year|in the year before)"
_THEN = pattern(
    rf"{_HEAD} (?P<said>(?:{_BE} (?:(?P<up>{_UP})|{_DOWN})|(?P<grew>grew) (?:(?P<up2>faster|more quickly)|slower|more slowly))(?: in (?P<year>{_YEAR}))? than {_EARLIER}){_TIME}"
)
_ROW = pattern(
    rf"{_HEAD} (?P<said>(?:(?P<up>rose|increased|climbed|grew)|fell|declined|dropped|decreased|(?P<pace>(?P<up2>accelerated|quickened)|slowed))(?: in (?P<year>{_YEAR}))? for (?:the|a|its) "
    rf"(?P<nth>{'|'.join(_NTH)}) (?:(?:consecutive|straight|successive) year|year (?:in a row|running))){_TIME}"
)
_PACE = pattern(
    rf"{_HEAD} (?P<said>(?P<pace>(?P<up>accelerated|quickened|picked up|sped up)|slowed(?: down)?|decelerated))(?: in (?P<year>{_YEAR}))?{_TIME}"
)
_KINDS = (_THEN, _BESIDE, _ROW, _PACE)
_WORDS = (
    " than ",
    " above ",
    " below ",
    " year",
    "exceeded",
    "outpaced",
    "surpassed",
    "trailed",
    "lagged",
    "accelerated",
    "quickened",
    "picked up",
    "sped up",
    " slowed",
    "decelerated",
)
_GROWTH = pattern(
    r"(?:(?P<of>.+) growth(?: rate)?|(?:the )?(?:rate of )?growth(?: rate)? (?:in|of) (?P<of2>.+))",
    re.IGNORECASE,
)
_BORDER = pattern(r" (?:in|of|for|across) (?:the )?")
_OWNED = pattern(r"(?P<who>.+?)'s? (?P<what>.+)")
_THE_OTHER = pattern(
    r"(?:that (?:of|in|for) |the (?:rate|level|figure|average) (?:of|in|for) |in )?(?:the )?(?P<name>.+?)(?:'s?)?(?P<mean> average)?(?: (?:rate|level|figure|pace|growth rate))?"
)
_THE_NATION = pattern(
    r"(?:that of )?the (?:national (?:average|rate|level|figure|growth rate)|nation's|country's|nation|country)"
)
_KEPT = frozenset(("the", "rate", "growth", "total", "overall"))  # change nothing here either
_ECONOMY = ("economic", "economy")
_RATES = ("inflation", "unemployment", "joblessness")
_BRACKET = pattern(r"\((?P<inside>[^()]*)\)")
_UNIT = pattern(
    r"(?:annual )?(?:in )?(?:%|per ?cent)(?: of (?:the )?(?:total )?lab(?:ou?)r force)?|thousands?(?: persons)?|persons"
)
_ARTICLE = "the "


class _Whose(NamedTuple):
    """What is compared: the place, the indicator, as it is called, and whether its growth is."""

    place: str
    ident: str
    surface: str
    grows: bool


def compares(letters: str) -> bool:
    """Return whether a sentence may be such a comparison.

    >>> compares("GDP growth in Hebei was above the national average in 2023."), compares("In 2023.")
    (True, False)
    """
    return len(letters) <= _LONGEST and any(word in letters for word in _WORDS)


def unnumbered(
    sentence: Sentence, here: str | None, names: Lexicon, gazetteer: Gazetteer, catalogue: Catalogue
) -> Iterator[Claim]:
    """Yield the comparison without a number that a sentence is, with all that it says itself.

    Parameters
    ----------
    sentence : Sentence
        In plain letters; `here` is the place of the text, for places of one name.
    names : Lexicon
        The names of the indicators.
    gazetteer : Gazetteer
        The names of the places.
    catalogue : Catalogue
        The places, and what grows at which prices.
    """
    letters = sentence.letters
    if not compares(letters):
        return
    said = next((m for kind in _KINDS if (m := kind.fullmatch(letters))), None)
    reader = _Reader(here, names, gazetteer, catalogue)
    claim = reader.claim(said.groupdict(), sentence) if said else None
    if said and claim:
        start, end = said.span("said")
        yield claim._replace(
            start=sentence.start + start,
            end=sentence.start + end,
            surface=sentence.text[start:end],
            column=sentence.column + start,
        )


def _year_of(said: dict[str, str | None]) -> str | None:
    """Return the one year that a comparison is of; None where it says none or several."""
    years = {year for key in ("front", "mid", "year", "end") if (year := said.get(key))}
    return next(iter(years)) if len(years) == 1 else None


class _Reader(NamedTuple):
    """What the words of a sentence are held against."""

    here: str | None
    names: Lexicon
    gazetteer: Gazetteer
    catalogue: Catalogue

    def claim(self, said: dict[str, str | None], sentence: Sentence) -> Claim | None:
        """Return the comparison that was found, where all that it says is clear."""
        year = _year_of(said)
        moves = bool(said.get("grew") or said.get("pace"))
        whose = self._whose(said["head"] or "", moves=moves)
        compared = self._compared(said, whose, int(year)) if whose and year else None
        if whose is None or year is None or compared is None:
            return None
        thing = self.catalogue.indicators[whose.ident]
        real = whose.grows and thing.growth_basis == "constant"
        return Claim(
            start=sentence.start,
            end=sentence.start,
            surface="",
            sentence=sentence.text,
            line=sentence.line,
            column=sentence.column,
            sentence_start=sentence.start,
            place=whose.place,
            indicator=whose.ident,
            indicator_surface=whose.surface,
            period=year,
            period_readings=(year,),
            period_from="sentence",
            measure="growth" if whose.grows else "share" if is_rate(thing.unit) else "level",
            price_basis="constant" if real else None,
            unit="%" if whose.grows else thing.unit,
            direction="up" if compared.up else None,
            benchmark=compared.than,
            compared=compared,
        )

    def _compared(self, said: dict[str, str | None], whose: _Whose, year: int) -> Comparison | None:
        """Return what something is compared with, None where that may not be judged."""
        up = any(said.get(key) for key in ("up", "up2", "up3"))
        if said.get("than"):
            than = self._other(said["than"] or "", whose)
            return Comparison("beside", up, than=than) if than else None
        if not (whose.grows or self._is_kept_over_years(whose)):
            return None
        if said.get("nth") or said.get("pace"):
            years = _NTH.index(said["nth"]) + 2 if said.get("nth") else 1
            fits = whose.grows or not said.get("pace")
            return Comparison("row", up, years=years, pace=whose.grows) if fits else None
        base = int(said.get("base") or year - 1)
        return Comparison("beside", up, since=base) if base < year else None

    def _is_kept_over_years(self, whose: _Whose) -> bool:
        """Return whether a number of one year is like that of another: a rate, a count of one's own table."""
        thing = self.catalogue.indicators[whose.ident]
        unit = Unit.of(thing.unit) if thing.unit else None
        counted = unit is not None and unit.kind in ("count", "people") and not unit.per
        return thing.theme == OWN and (is_rate(thing.unit) or counted)

    def _other(self, words: str, whose: _Whose) -> str | None:
        """Return the place that something is compared with, None where it may not be."""
        thing = self.catalogue.indicators[whose.ident]
        rate = whose.grows or is_rate(thing.unit)
        if _THE_NATION.fullmatch(words):
            nation = NATION if is_code(whose.place) else country_of(self.catalogue, whose.place)
            fits = (rate or thing.compare == "ratio") and nation in self.catalogue.places
            return nation if fits and nation != whose.place else None
        match = _THE_OTHER.fullmatch(words)
        than = self._place(match["name"]) if match else None
        if match is None or than is None or than == whose.place:
            return None
        if rate:  # more are unemployed in the larger one
            named = (
                whose.grows
                or "rate" in whose.surface.lower()
                or "inflation" in whose.surface.lower()
            )
            return than if named or match["mean"] else None
        alike = is_code(than) and is_code(whose.place) and not match["mean"]
        return than if alike else None

    def _whose(self, head: str, *, moves: bool) -> _Whose | None:
        """Return the place and the indicator that the words before a verb are, nothing else among them."""
        for where, what in _splits(head):
            place = self._place(where)
            found = self._measured(what, moves=moves) if place else None
            if place and found:
                return _Whose(place, found[0], what, found[1])
        return None

    def _place(self, words: str) -> str | None:
        """Return the one place that words are the name of, None for none, one abroad or one of several."""
        bare = words.removeprefix("The ").removeprefix(_ARTICLE)
        code = next((c for n in (words, bare) if (c := self.gazetteer.codes.get(n))), None)
        if code is None or code not in self.catalogue.places:
            return None
        shared = {p.ref_area for p in register.named(bare) if is_code(p.ref_area)} - {code}
        if is_code(code) and shared and not same_province(code, self.here or ""):
            return None
        return code

    def _measured(self, what: str, *, moves: bool) -> tuple[str, bool] | None:
        """Return the indicator that words are the name of, and whether its growth is meant."""
        growth = _GROWTH.fullmatch(what)
        grown = (growth["of"] or growth["of2"]) if growth else None
        bare = (grown or what).lower().removeprefix(_ARTICLE)
        if bare in _ECONOMY:
            output = self.names.output
            return (output, True) if output and (grown or moves) else None
        if moves and not grown:
            return None
        dropped = (word for word in bare.split() if is_neutral(word) or word in MOST)
        if not all(word in _KEPT for word in dropped):
            return None
        ident = self.names.english.get(name_of(bare))
        if not ident or not self._is_named_well(ident, bare, grows=grown is not None):
            return None
        return ident, grown is not None

    def _is_named_well(self, ident: str, bare: str, *, grows: bool) -> bool:
        """Return whether words mean an indicator and none that is called nearly so."""
        thing = self.catalogue.indicators[ident]
        if grows:
            return True  # what was not published as its growth is not judged
        called = _telling(thing.name_en)
        every = self.catalogue.indicators.values()
        own = [one for one in every if one.theme == OWN and _telling(one.name_en) == called]
        inside = [m["inside"] for m in _BRACKET.finditer(thing.name_en)]
        if len(own) > 1 or not all(_UNIT.fullmatch(words) for words in inside):
            return False
        said = bare.endswith(" rate") or "rate of " in bare or bare in _RATES
        if is_growth_column(thing):
            return "inflation" in bare
        return said if is_rate(thing.unit) else not said


def _telling(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others: “seasonally adjusted” does not.

    >>> sorted(_telling("Unemployment rate, seasonally adjusted (%)"))
    ['unemployment']
    """
    return frozenset(word for word in name_of(_BRACKET.sub("", name)).split() if word[0].isalnum())


def _splits(head: str) -> Iterator[tuple[str, str]]:
    """Yield a place and what is of it, in every way that some words may be read.

    >>> list(_splits("GDP growth in Hebei"))[0], list(_splits("Hebei's GDP"))[-1]
    (('Hebei', 'GDP growth'), ('Hebei', 'GDP'))
    """
    for border in _BORDER.finditer(head):
        yield head[border.end() :], head[: border.start()]
    if owned := _OWNED.fullmatch(head):
        yield owned["who"], owned["what"]
    else:
        words = head.split(" ")
        for n in range(1, min(len(words), 4)):
            yield " ".join(words[:n]), " ".join(words[n:])
