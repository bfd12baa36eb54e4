"""What an English change is on: the year before, or the quarter or month before."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.english.text_paces import by_pairs, paces_of
from cpstats.gazetteer.china import is_code
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.periods import When

_ON_YEAR = pattern(
    r"year[- ](?:on|over)[- ]year|\by/y\b|\byoy\b|on (?:the|a) year|\bon[- ]year\b|over[- ]the[- ]year\b(?! \d)|annual(?!i[sz]ed)(?! rate\b)|(?:highest|lowest|the|its) annual rates?\b|annually|yearly (?:increase|rise|gain|growth|decline|drop|fall)|on an? (?:annual|yearly) basis|through the year"
    r"|(?:from|than|over|on|to) (?:a|the|one) year (?:ago|earlier|before|previously)|(?:a|one) year (?:ago|earlier|before|previously)"
    r"|(?:from|than|over|on|with|to|in) (?:that (?:in|of) )?(?:the|a) (?:same|corresponding|similar|comparable|equivalent|like) (?:(?:19|20)\d\d )?(?:period|quarter|month|time)"
    r"|(?:previous|last|prior|preceding) year|\b(?:in|over) (?:the )?year to\b|twelve months|12 months|\binflation\b(?!-)|\b[CPW]PI rate\b",
    re.IGNORECASE,
)
_ON_PERIOD = pattern(
    r"(?:month|quarter)[- ](?:on|over)[- ](?:month|quarter)|\b[qm]/[qm]\b|\b[qm]o[qm]\b|annuali[sz]ed|\ban? (?:[a-z]+ ){0,3}annual rate\b"
    r"|(?:with|to|from|over|on|than) (?:that (?:in|of) )?the (?:previous|prior|preceding) (?:quarter|month)\b(?!'s)|on (?:the )?(?:quarter|month)\b"
    r"|(?:with|to|from|over|on|than) the (?:(?:previous|prior|preceding) )?three months\b|previous three months|in the (?:latest|current) (?:quarter|month)\b"
    r"|(?:from|on|over|to|than) (?:a|the|one) (?:month|quarter) (?:ago|earlier|before|previously)|(?<!months )\b(?:the|a|its) monthly (?:[a-z]+ ){0,2}(?:index|change|rate)\b|\b(?:for|on|over) the (?:month|quarter)\b(?! (?:of|to|ended|ending|from)\b)|(?:monthly|quarterly) (?:basis|rate|growth|GDP|output)",
    re.IGNORECASE,
)
_ADJUSTED = pattern(
    r"\bseasonally[- ]adjusted\b|\badjusted for the season|\btrend (?:estimate|terms)\b",
    re.IGNORECASE,
)
_YEARLY = pattern(r" (?:annually|yearly)\b")
_OWN_STEP = pattern(  # fell by 0.4 percent and were 0.5 percent lower than a year earlier: that one only
    r"\b(?:were|was|is|are) [\d.,]+ ?(?:%|percent|per cent) (?:higher|lower|larger|smaller|more|less) than [^,;.]{0,40}"
)
_TRADE = pattern(
    r"\b(?:exports?|imports?|(?:foreign|external|total|merchandise|goods) trade)\b", re.IGNORECASE
)  # is told on the year before
_LED = pattern(  # of a clause: on a yearly basis, growth was slower than the month before's
    r"\b(?:[Oo]n|[Ii]n) an? (?:annual|yearly|monthly|quarterly|(?:year|quarter|month)-(?:on|over|to)-(?:year|quarter|month)) (?:basis|comparison|terms),"
)
_TAIL = 120  # signs behind a number in which its clause may say it
_LONGEST = 3  # months: what is longer is on the year before


def paced(
    measure: Measure, stretch: Stretch, memory: Memory, letters: str, place: str | None
) -> Measure:
    """Return a growth as one on the year or on the period before it.

    The words beside the number say it, else those of the sentence, of the paragraph, of the text. A
    quarter or a month of a place outside China is on either, which is noted, and of one without data
    on the one before.
    """
    memory.sentence.unpaced = memory.sentence.lent = False
    if (
        measure.name == "average_growth"
        and _is_short(stretch.when)
        and _YEARLY.match(stretch.after)
    ):
        measure = replace(measure, name="growth")  # fell 5 percent annually in September
    if measure.name not in ("growth", "growth_on_period"):
        return measure
    led = _LED.search(stretch.said)
    near = said_pace(stretch.after) or (said_pace(led.group()) if led else _by_base(stretch))
    near = near or said_pace(f"{stretch.said}|{stretch.after}")
    if near or measure.name == "growth_on_period":
        said = near or measure.name
        if not (led and memory.paced):  # what opens one clause does not hold for the next sentence
            memory.pace = memory.pace or said
            memory.paced = said
        year = stretch.when.source == "sentence" and _is_year(stretch.when)
        return replace(measure, name="growth" if year else said)  # before a year was a year
    if not _is_short(stretch.when):
        return measure
    subject = memory.carried.subject
    home = place is not None and is_code(place)
    said = _pace_of_sentence(letters[stretch.spot.end : stretch.spot.end + _TAIL])
    memory.sentence.lent = not said and not home
    said = said or _pace_of_sentence(letters) or ("" if home else memory.pace)
    said = said or said_pace(subject.surface if subject else "")  # annual inflation
    if not said and not home and by_pairs(letters) == "growth":
        said = "growth"  # to 43 million as against 42 in April 2017
    if not said and not home and _ADJUSTED.search(letters):
        said = "growth_on_period"  # what is adjusted for the season is held against the one before
    if not said and not memory.paced and subject and _TRADE.search(subject.surface):
        said = "growth"
    again = "" if home or said else _again(memory, stretch.spot.value_text)
    if not said and not again and (memory.annual or (place is None and not memory.paced)):
        said = "growth_on_period"
    memory.sentence.unpaced = not said and not home
    likely = "" if home else again or memory.paced  # as it is told again, as the paragraphs before
    return replace(measure, name=said or likely or measure.name)


def _again(memory: Memory, digits: str) -> str:
    """Return what a rate is on as the text says of the same digits elsewhere, else of all its rates."""
    return memory.paces.get(digits) or ("" if memory.paced else memory.paces.get("", ""))


def _by_base(stretch: Stretch) -> str:
    """Return what a change is on where the period that it is compared with is said: with Q3 2012."""
    when, base = stretch.when, stretch.base
    if base is None or when.months is None or base.months is None or when.is_day or base.is_day:
        return ""
    year, first, last = when.months
    if base.months == (year - 1, first, last):
        return "growth"
    length = last - first + 1
    before = (year, first - length, first - 1) if first > length else (year - 1, 13 - length, 12)
    return "growth_on_period" if length <= _LONGEST and base.months == before else ""


def said_pace(words: str) -> str:
    """Return what the words say that a change is on, empty where they say nothing or both."""
    on_year, on_period = _ON_YEAR.search(words), _ON_PERIOD.search(words)
    if on_year and on_period:
        return ""
    return "growth" if on_year else "growth_on_period" if on_period else ""


def of_text(text: str) -> dict[str, str]:
    """Return what the rates of a text are on, by their digits; under "" what its first sentences say.

    >>> of_text("GDP grew 5.4% in Q2. It grew 5.4% from a year earlier.")
    {'5.4': 'growth', '': 'growth'}
    """
    return paces_of(text, _pace_of_sentence)


@lru_cache(maxsize=4)
def _pace_of_sentence(letters: str) -> str:
    """Return the same of a whole sentence; looked for once, not at every number."""
    return said_pace(_OWN_STEP.sub(" ", letters))


def _is_year(when: When) -> bool:
    return when.months is not None and when.months[1:] == (1, 12) and not when.is_day


def _is_short(when: When) -> bool:
    if when.months is None or when.is_day:
        return False
    return when.months[2] - when.months[1] < _LONGEST and when.months[1:] != (1, 2)
