"""Numbers that only a table of one's own makes readable: bare ones (stood at 147.8) and those in its units (GWh)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.indicated import SCALES
from cpstats.claims.terms.measure import Measure
from cpstats.claims.terms.numerals import arabic
from cpstats.claims.terms.spot import Spot
from cpstats.claims.terms.units import is_on_year, is_percent
from cpstats.model.catalogue import OWN
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.model.indicator import Indicator

_NUMBER = pattern(
    r"(?<![\w.,$£€¥=/-])(?<!= )(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\w%‰/:-])(?!,\d)(?!\.\d)(?! ?=)",
    re.ASCII,
)
_LED = pattern(  # what a figure follows, in the words before it
    r"(?:\b(?:was|were|is|are|been|at|of|to|from|reached|recorded|reported|registered|numbered|totall?ed|issued|received|employed|counted|had|after|with|and|than|via|averaged|hit|exceeded|below|above|against)"
    r"(?: (?:about|around|nearly|some|only|just|almost))?|,|\(| [A-Z][a-z]+|\((?:[\w/-]+ ){0,2}[\w/-]+:|^[^\w]{0,3}(?=[A-Z])[^:;.\d]{3,70}:) $"
)
_MOVES = pattern(
    r"(?:\b(?:was|were|been|to|from|via|at|reached|had|counted|recorded|registered|reported|numbered|totall?ed)|\((?:[\w/-]+ ){0,2}[\w/-]+:|^[^\w]{0,3}(?=[A-Z])[^:;.\d]{3,70}:) $"
)  # before a whole number without a comma
_ENDS = pattern(
    r"$|[.,;)](?!\d)| \(| (?:in|for|to|from|per|by|and|over|at|on|during|among|across|the year|compared|against|a year|a month|a quarter|two years|three years)\b"
)
_FOR_MANY = (  # no word of the next number
    r" (?:per|for every) (?:1,000|10,000|100,000|thousand|million)(?: (?!in\b|from\b|to\b|and\b|for\b|by\b|of\b|per\b|at\b|on\b|while\b)[a-z]+){0,2}"
)
_MANY = pattern(_FOR_MANY)
_OF_LAST = pattern(rf"^(?: [a-z][a-z-]*){{0,3}}?{_FOR_MANY}")  # words of the number before
_EACH = pattern(r"\b(?:per|for every) $")  # so many of whom
_UNREAD = pattern(  # a number of what no table has, in the same clause or the one before
    r"(?<!per )(?<!every )(?<![\d.,])(?!(?:19|20)\d\d\b)\d[\d.,]* (?!in\b|per\b|for\b|to\b|from\b|and\b|a\b|at\b|on\b|by\b|after\b|compared\b|against\b|percent\b|per cent\b)[a-z]{3,}[^;.]*$"
)
_OF_THEM = pattern(  # a part of the number before
    r"\b(?:of (?:which|whom|these|those|them|this|it)|including|among (?:them|these|which)),? (?:about |around |nearly |some |only |just )?$",
    re.IGNORECASE,
)
_DOES = pattern(
    r" (?:of (?:it|this|that|them|these|those|which)|came|comes|was|were|is|are|went|had|has|stemmed)\b"
)
_CAPTION_SCALE = pattern(
    r"(?:, (?:in )?| \((?:in )?)(?P<scale>thousand|million|billion)s?(?:\)|,)[^;.]{0,20}:[^;.]*$"
)
_POINTS = pattern(r"(?<!percentage)(?<!per cent)(?<!percent)(?<!basis)(?<!%)[ -]points?$")
_TO = pattern(r" to (?:about |around |nearly )?")
_TIMES = ("years", "months", "weeks", "days", "hours", "minutes")
_YEARS = range(1900, 2101)
_LEAST = 100  # a smaller whole number counts what no table holds, more often than not


def with_own(spots: Sequence[Spot], letters: str, names: Lexicon, said: str) -> list[Spot]:
    """Return the numbers of a sentence with those that only a reader's own tables give a thing.

    Parameters
    ----------
    spots : sequence of Spot
        The numbers that are read in any sentence, in order.
    letters : str
        The sentence.
    said : str
        The same with the remarks that `letters` leaves blank (of which).
    names : Lexicon
        Where own indicators are counted in `own_units`, or in none (`has_bare`), the bare numbers of
        such a text are marked `loose`: they count only where their subject is such an indicator.
    """
    if not (names.has_bare or names.own_units or names.own_nouns):
        return list(spots)
    read = list(spots)
    for m in _NUMBER.finditer(letters):
        if any(s.start < m.end() and m.start() < s.end for s in spots):
            continue
        unread = _UNREAD.search(letters[_last_end(read, m.start()) : m.start()])
        part = _OF_THEM.search(said, 0, m.start())
        spot = None if unread or part else _own(m, letters, names)
        read += [spot] if spot else []
    kept = (spot for spot in read if not _EACH.search(letters, 0, spot.start))
    every = [_in_caption(_with_more(spot, letters, names), letters) for spot in kept]
    return _moved(sorted(every, key=lambda s: s.start), letters)


def _with_more(spot: Spot, letters: str, names: Lexicon) -> Spot:
    """Return a bare number with its own unit, or the many that it is for: 10.5 per 1,000 population."""
    if spot.kind != "quantity":
        return spot
    if spot.unit in SCALES:
        noun = next((n for n in names.own_nouns if letters.startswith(f" {n}", spot.end)), "")
        apart = not letters[spot.end + len(noun) + 1 :][:1].isalnum()
        if spot.unit and noun and apart:  # 2.3 billion bushels
            return spot._replace(end=spot.end + len(noun) + 1, unit=f"{spot.unit} {noun}")
    if spot.unit:
        each = next((e for e in names.own_pers if letters.startswith(f" per {e}", spot.end)), "")
        return (
            spot._replace(end=spot.end + len(each) + 5, unit=f"{spot.unit} per {each}")
            if each
            else spot
        )
    if unit := _own_unit(spot.value_text, spot.end, letters, names):
        return spot._replace(end=spot.end + len(unit) + 1, unit=unit)
    many = _MANY.match(letters, spot.end)
    return spot._replace(end=many.end()) if many else spot


def _in_caption(spot: Spot, letters: str) -> Spot:
    """Return a bare number with the scale that the caption before it says: Nights, thousand, 2023: Ede 2,315."""
    scale = _CAPTION_SCALE.search(letters, 0, spot.start) if spot.kind == "quantity" else None
    return spot._replace(unit=scale["scale"]) if scale and not spot.unit else spot


def without_last(head: str, counted: str = "") -> str:
    """Return the words before a number without those that say for how many, or of what, the number before it is.

    >>> without_last(" hospital beds per 10,000 population and ")
    ' and '
    >>> without_last(" crowns in March, ", "crowns")
    ' in March, '
    """
    if counted and head.startswith(f" {counted} "):
        head = head.removeprefix(f" {counted}")
    return _OF_LAST.sub("", head)


def _last_end(spots: Sequence[Spot], at: int) -> int:
    return max((s.end for s in spots if s.end <= at), default=0)


def without_unnamed(claims: list[Claim], numbers: Sequence[Stretch]) -> list[Claim]:
    """Return the claims without loose numbers of no own indicator.

    One that follows another number of its sentence has its name from its own words, or is of the same.
    """
    kept: list[Claim] = []
    before: str | None = None
    for n, (claim, number) in enumerate(zip(claims, numbers, strict=True)):
        around = f"{number.head} {number.behind}"
        named = bool(claim.indicator_surface) and str(claim.indicator_surface) in around
        same = n == 0 or named or claim.indicator == before
        if not number.spot.loose or (claim.indicator and same):
            kept.append(claim)
        before = claim.indicator if same else None
    return kept


def without_carried(claims: list[Claim]) -> list[Claim]:
    """Return the numbers of a sentence that begins with an amount of something else, without what only the one before it named.

    With 316.8 thousand people the record was exceeded by 0.9 percent: of no jobless rate.
    """
    first = claims[0] if claims else None
    if first is None or first.indicator or not first.unit or is_percent(first.unit):
        return claims
    named = [(c.indicator_surface or "") in c.sentence for c in claims]
    return [
        c if here else c._replace(indicator=None) for c, here in zip(claims, named, strict=True)
    ]


def _holds_an_index(indicated: Indicator) -> bool:
    """Return whether an own column without a unit holds an index of its own: human development."""
    return indicated.theme == OWN and not indicated.unit and indicated.kind != "index"


def of_an_index(spot: Spot, indicated: Indicator | None, letters: str) -> Spot:
    """Return a number of an index, whose points are no percentage points: fell by 1.6 points."""
    index = indicated is not None and (indicated.kind == "index" or is_on_year(indicated.unit))
    bare = index and _POINTS.search(letters, spot.start, spot.end) is not None
    return spot._replace(unit="") if bare else spot


def on_year(measure: Measure, indicated: Indicator | None) -> Measure:
    """Return what a bare number of an index on a year is: its level, held against that base."""
    if measure.name == "index" and indicated is not None and _holds_an_index(indicated):
        return Measure("level", measure.direction)
    of_index = indicated is not None and is_on_year(indicated.unit) and measure.name == "level"
    return Measure("index", measure.direction) if of_index else measure


def _own_unit(digits: str, end: int, letters: str, names: Lexicon) -> str:
    """Return the unit of an own table that stands behind a number; time only behind a fraction, not over 10 years."""
    some = (u for u in names.own_units if u not in _TIMES or "." in digits)
    behind = (u for u in some if letters.startswith(f" {u}", end))
    return next((u for u in behind if not letters[end + len(u) + 1 :][:1].isalnum()), "")


def _own(match: re.Match[str], letters: str, names: Lexicon) -> Spot | None:
    digits = match["digits"]
    value = arabic(digits)
    if value is None:
        return None
    if unit := _own_unit(digits, match.end(), letters, names):
        if _DOES.match(letters, match.end() + len(unit) + 1):
            return None
        return Spot(match.start(), match.end() + len(unit) + 1, value, digits, unit, loose=True)
    led = names.has_bare and _LED.search(letters, 0, match.start())
    if not led or not _ENDS.match(letters, match.end()) or not _is_figure(match, value, letters):
        return None
    return Spot(match.start(), match.end(), value, digits, "", loose=True)


def _is_figure(match: re.Match[str], value: Decimal, letters: str) -> bool:
    """Return whether a bare number may be a figure: with a point or a comma, or a large one that was reached."""
    if "." in match["digits"] or "," in match["digits"]:
        return True
    return (
        value >= _LEAST
        and value not in _YEARS
        and _MOVES.search(letters, 0, match.start()) is not None
    )


def _moved(spots: list[Spot], letters: str) -> list[Spot]:
    """Give a number the unit of what it moved to: from 62.7 to 61.4 years."""
    for n in range(len(spots) - 2, -1, -1):
        one, two = spots[n], spots[n + 1]
        bare = one.loose and not one.unit and two.loose and two.unit
        if bare and _TO.fullmatch(letters, one.end, two.start):
            spots[n] = one._replace(unit=two.unit)
    return spots
