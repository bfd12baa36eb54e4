"""Words of time that belong together though others stand between: first-half GDP fell in 2020."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.claims.terms.periods import When, months_of, years_of
from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.periods import Clock
    from cpstats.claims.terms.spot import Spot

_JOINED = pattern(r",? (?:and )?(?:in |for )?(?:the )?|, ?|-")
_FAR = 90  # signs in which an average is spoken of
_MEAN = pattern(r"\baverag\w+[^;.]{0,20}\d[^;]{0,40}$", re.IGNORECASE)
# Over 2020 and 2021 it grew at an average annual rate of 4.7 percent
_MEAN_BEHIND = pattern(
    r"[^;]{0,90}?\b(?:averaged|an average of|on average|average annual|annual average|average (?:yearly |growth )?rate|average growth)\b",
    re.IGNORECASE,
)
# 7 percent more, but that was below the 388 of 2015: the result is held against it, not the rate
_HELD_ANEW = pattern(
    r"\b(?:but|yet|though|although|however|whereas)\b|, (?:and |still |well |far |just |which is )*(?:above|below|under|short of)\b"
)
_LISTED = pattern(r"\d(?: ?(?:percent|per cent|%))? and \d")  # each year has a number of its own
# first-half GDP was down 3.2 percent in 2020: the year behind is that of the half
_OF_YEAR_BEHIND = pattern(
    r"(?:(?<=-half)|(?<=-quarter)|(?<=\bH[12])|(?<=\bQ[1-4])) (?:(?!\b(?:19|20)\d\d\b| and |quarter|half)[^;:()]){1,80}? (?:in|of|for) (?P<year>(?:19|20)\d\d)(?![\d,.]\d)(?!\d)"
)
_GROWTH_IN = pattern(
    r"\b(?:growth|increase|rise|gain|pace)(?: (?:observed|seen|recorded|posted|reported|registered))? (?:in|of) $"
)
_OPENED = pattern(r" \([+-]?|; [+-]?")
_ROSE_TO = pattern(
    r"(?: (?:year[- ]on[- ]year|y/y|yoy|from (?:a|the) year (?:ago|earlier|before)|from the previous year))? to (?:reach |about |around |nearly |some )?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Words of time with the period they mean; `compared` where they only say what it is on."""

    start: int
    end: int
    when: When
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """The period of a number, said in its sentence or not; whether it is compared with, and its base."""

    when: When
    against: bool = False
    base: When | None = None
    own: bool = False


def year_behind(match: re.Match[str]) -> str:
    """Return the year that stands behind a half or quarter without one; empty: none."""
    behind = _OF_YEAR_BEHIND.match(match.string, match.end())
    return behind["year"] if behind else ""


def is_its_year(match: re.Match[str], part: Found) -> bool:
    """Return whether a year is that of the half or quarter before it: first-half GDP fell in 2020."""
    behind = _OF_YEAR_BEHIND.match(match.string, part.end)
    return behind is not None and behind.start("year") == match.start("y")


def averaged(text: str, found: list[Found], clock: Clock) -> list[Found]:
    """Return two years that an average is over as one span: on average in 2020 and 2021."""
    made: list[Found] = []
    for time in found:
        last = made[-1] if made else None
        if (
            last
            and text[last.end : time.start] == " and "
            and (
                _MEAN.search(text, max(0, last.start - _FAR), last.start)
                or _is_averaged_behind(text, time.end)
            )
        ):
            years = [w.months[0] for w in (last.when, time.when) if w.months and _is_year(w)]
            if len(years) == 2 and years[1] - years[0] == 1:
                made[-1] = replace(
                    last, end=time.end, when=years_of(years[0], years[1], clock), compared=False
                )
                continue
        made.append(time)
    return made


def _is_averaged_behind(text: str, at: int) -> bool:
    found = _MEAN_BEHIND.match(text, at)
    return found is not None and not _LISTED.search(found.group())


def _is_year(when: When) -> bool:
    return when.months is not None and when.months[1:] == (1, 12) and not when.is_day


def each_year(times: Sequence[Found], count: int) -> list[When]:
    """Return the years of a span that has as many as a list has numbers; else none."""
    spans = [time.when.span for time in times]
    span = next((s for s in spans if s and s[1] - s[0] + 1 == count), None)
    return [months_of(year, 1, 12) for year in range(span[0], span[1] + 1)] if span else []


def restates(letters: str, one: Spot, two: Spot, time: Found | None = None) -> bool:
    """Return whether the next number stands right behind one, in brackets, and is of the same time.

    It is not where the bracket has a `time` of its own: 6.4 percent (6.7 percent in the first quarter).
    """
    between = letters[one.end : two.start]
    opened = time is not None and ")" not in letters[two.start : time.start]
    if opened and one.unit == two.unit and between.endswith("("):
        return False
    if _OPENED.fullmatch(between):
        return True
    rose = is_percent(one.unit) and not is_percent(two.unit)
    return rose and _ROSE_TO.fullmatch(between) is not None  # or rose 6 percent to 2.8 trillion


def is_of_growth_then(letters: str, begin: int, time: Found, spot: Spot) -> bool:
    """Return whether a signed bracket is the growth of the words of time before it: as in March (+43,000)."""
    signed = letters[time.end : spot.start].strip() == "(+"
    return signed and _GROWTH_IN.search(letters, begin, time.start) is not None


def side_by_side(letters: str, times: list[Found], count: int) -> list[Found]:
    """Return the last so many words of time where they stand side by side: in 2021 and 2022."""
    last = times[-count:]
    joined = all(_JOINED.fullmatch(letters[a.end : b.start]) for a, b in pairwise(last))
    return last if len(last) == count and joined else []


def held_to_amount(letters: str, numbers: Sequence[Spot], against: Sequence[bool], n: int) -> bool:
    """Return whether a rate is followed by the amount that it is a change of: by 10 percent compared to 4 billion."""
    if n + 1 == len(numbers) or not against[n + 1]:
        return False
    if _HELD_ANEW.search(letters, numbers[n].end, numbers[n + 1].start):
        return False
    return is_percent(numbers[n].unit) and not is_percent(numbers[n + 1].unit)
