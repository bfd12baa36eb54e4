"""The numbers of an English sentence, each with the words around it, its period and its purpose."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.claims.english.numbers import lists
from cpstats.claims.terms.periods import months_of, start_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cpstats.claims.chinese.spans import Spot
    from cpstats.claims.english.times import Found
    from cpstats.claims.terms.periods import When

REACH = 80  # characters behind a number that belong to it
_LEAD = re.compile(r"\b(?:in|for|from|during|of|over|by|at|as of)(?: the)? ?$", re.IGNORECASE)
_AGAINST = re.compile(
    r"(?:compared (?:with|to)|against|versus|\bafter|\bthan|above|below|beating"
    r"|(?:up|down|slower|faster|higher|lower|easing|improving|quickening|accelerat\w+|slowing|moderating|decelerating|rising|falling) from)"
    r"(?: (?:(?:an?|the|its) )?(?:[\w-]+ )?(?:(?:increase|rise|gain|growth|decline|decrease|fall|drop|rate|pace|forecasts?|estimates?) ?)?(?:of )?)?\s*\+?$",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:targets?|aim(?:s|ed|ing)? (?:to|for|at)|(?:is|are) (?:expected|projected|forecast) to|will|plan(?:s|ned) to|goals?|strive|should be)\b",
    re.IGNORECASE,
)
_OWN_GOAL = re.compile(
    r"\b(?:met|meets|missed|exceed\w*|surpass\w*|above|below|than|over) (?:the |its |their )?(?:[\w-]+ ){0,3}(?:targets?|goals?)\b(?! of)",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"\b(?:than|from|compared with|compared to|over|against|on|above)(?: (?:that|those))?(?: in| of| for)?(?: the)? ?$|\bthat of (?:the )?$",
    re.IGNORECASE,
)
_OVER = re.compile(r"\bover(?: the)? ?$", re.IGNORECASE)
_PER = re.compile(r"\b(?:per|every|each)\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |some |nearly |over |more than |a |an )?$", re.IGNORECASE)
_ON_QUARTER = re.compile(r"(?:compared (?:with|to)|on) the previous quarter", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:annual|yearly|full-year|for the year|this year)\b", re.IGNORECASE)
TO_LEVEL = re.compile(
    r"[^,;]{0,40}\bto (?:about |nearly |more than |over )?(?:reach )?|[^,;]{0,30},? reaching (?:about )?",
    re.IGNORECASE,
)
_STOP = re.compile(r"[,;]|\. ")
_APART = re.compile(r"[,;]| and | while | with ")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number and the words around it.

    `head` are the words before it and `behind` those after it, both without words of time, `after`
    the same with them. `listed` of `count` is where it stands in a list, `against` whether it only
    is compared with, `quarterly` whether the sentence compares with the quarter before.
    """

    spot: Spot
    head: str
    after: str
    behind: str
    when: When
    status: str
    listed: int
    count: int
    against: bool = False
    quarterly: bool = False


class Line:
    """A sentence with its words of time and its numbers."""

    def __init__(self, letters: str, found: Sequence[Found], numbers: Sequence[Spot]) -> None:
        self.letters = letters
        self.numbers = _outside(numbers, found)
        self.times = [time for time in found if time.when.code]
        self.said = [time.when for time in self.times if not self._is_compared(time)]

    def stretches(self, frame: When, published: date | None, *, aims: bool) -> list[Stretch]:
        """Return each number with the words before and behind it, and its period.

        Parameters
        ----------
        frame : When
            The period in force before the sentence.
        published : date or None
            The day of the text.
        aims : bool
            Whether the sentence is one of a list of goals.
        """
        goal = _GOAL.search(self.letters)
        places, starts = lists(self.numbers, self.letters), [time.start for time in self.times]
        quarterly = _ON_QUARTER.search(self.letters) is not None
        when, begin, at = self._first(frame), 0, 0
        made: list[Stretch] = []
        for n, spot in enumerate(self.numbers):
            stop = self.numbers[n + 1].start if n + 1 < len(self.numbers) else len(self.letters)
            first, at = at, bisect_left(starts, spot.start)
            before = self.times[first:at]
            when = next((t.when for t in reversed(before) if not self._is_compared(t)), when)
            head = self._without_times(begin, spot.start, before)
            tail = min(stop, spot.end + REACH)
            near = self.times[at : bisect_left(starts, tail)]
            own = self._right_behind(spot, self.times[at : bisect_left(starts, stop)])
            against = self._is_against(spot)
            then = (against and own) or (when if places[n][0] or against else own or when)
            bracketed = [t for t in before if self.letters[t.end : spot.start].strip() == "("]
            then = bracketed[-1].when if bracketed else _from_to(then, head, made)
            goals = goal is not None and goal.start() < spot.start and not _OWN_GOAL.search(head)
            status = _status(head, then, published, aims=aims, goals=goals)
            if status == "target" and not own and then.year and _YEARLY.search(head):
                then = months_of(then.year, 1, 12, source=then.source)
            after = _STOP.split(self.letters[spot.end : tail])[0]
            behind = _STOP.split(self._without_times(spot.end, tail, near))[0]
            made.append(
                Stretch(spot, head, after, behind, then, status, *places[n], against, quarterly)
            )
            begin = begin if status == "not_claim" else spot.end
        return made

    def _first(self, frame: When) -> When:
        """Return the period before any is said: a sentence may name its own only behind a number."""
        said = [time for time in self.times if not self._is_compared(time)]
        if len(self.numbers) > 1:
            last = self.numbers[-1]
            if self._is_against(last):
                said = [time for time in said if time.start < last.start]
            second = self.numbers[1].start
            said = [t for t in said if t.start < second or t.start > last.end] or said
        return said[0].when if said else frame

    def _is_against(self, spot: Spot) -> bool:
        """Return whether a number only is compared with: up from 5.8 percent."""
        return _AGAINST.search(self.letters[max(0, spot.start - 60) : spot.start]) is not None

    def _is_compared(self, time: Found) -> bool:
        lead = self.letters[max(0, time.start - 30) : time.start]
        if time.when.span is not None and _OVER.search(lead):
            return False  # over the past five years
        return time.compared or _THAN.search(lead) is not None

    def _right_behind(self, spot: Spot, found: Sequence[Found]) -> When | None:
        """Return the period right behind a number: 6.4 percent in the first quarter."""
        for time in found:
            plain = not _APART.search(self.letters[spot.end : time.start])
            if (plain or self._is_against(spot)) and not self._is_compared(time):
                return time.when
        return None

    def _without_times(self, begin: int, end: int, found: Sequence[Found]) -> str:
        """Return a stretch with the words of time blanked."""
        pieces: list[str] = []
        position = begin
        for time in found:
            lead = _LEAD.search(self.letters, max(position, time.start - 16), time.start)
            start = max(position, lead.start() if lead else time.start)
            pieces += [self.letters[position:start], " " * (min(time.end, end) - start)]
            position = max(position, min(time.end, end))
        return "".join([*pieces, self.letters[position:end]])


def _outside(numbers: Sequence[Spot], found: Sequence[Found]) -> list[Spot]:
    """Return the numbers that are no part of words of time."""
    kept, at = [], 0
    for spot in numbers:
        while at < len(found) and found[at].end <= spot.start:
            at += 1
        if at == len(found) or found[at].start > spot.start:
            kept.append(spot)
    return kept


def _status(head: str, when: When, published: date | None, *, aims: bool, goals: bool) -> str:
    """Return whether a number is a claim, a target, or counts something else: per 10,000 yuan."""
    if _PER.search(head):
        return "not_claim"
    running = published is not None and when.year is not None and when.year >= published.year
    unsaid = not when.code or when.source == "docdate"
    return "target" if when.future or aims or (goals and (unsaid or running)) else "claim"


def _from_to(when: When, head: str, before: list[Stretch]) -> When:
    """Return the first and the last year for the two ends of a span: from 54 to 83 trillion."""
    if when.span is None or when.span[0] == when.span[1]:
        return when
    if _FROM.search(head):
        return start_of(when)
    if before and _FROM.search(before[-1].head) and TO_LEVEL.fullmatch(head):
        return months_of(when.span[1], 1, 12, source=when.source)
    return when
