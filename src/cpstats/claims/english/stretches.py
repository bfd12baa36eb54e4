"""The numbers of an English sentence, each with the words around it, its period and its purpose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.claims.english import owners
from cpstats.claims.english.counting import fronted_years
from cpstats.claims.english.dating import Dates
from cpstats.claims.english.numbers import lists
from cpstats.claims.english.phrases import phrases
from cpstats.claims.english.purposes import foreseen, is_revised, purpose
from cpstats.claims.terms.periods import months_of, start_of
from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.english.joined_times import Found
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.periods import When
    from cpstats.claims.terms.spot import Spot

REACH = 100  # characters behind a number that belong to it
_LEAD = pattern(
    r"\b(?:in|for|from|during|of|over|by|at|as of|between|to|through|throughout)(?: the(?: (?:years|period))?)? ?(?:mid-? ?|early[ -]|late[ -])?$",
    re.IGNORECASE,
)
_FROM = pattern(
    r"\bfrom (?:about |some |nearly |over |more than |an? |estimated )*$", re.IGNORECASE
)
_YEARLY = pattern(r"\b(?:annual|yearly|full-year|for the year|this year)\b", re.IGNORECASE)
TO_LEVEL = pattern(
    r",?[^,;]{0,40},? ?\bto (?:about |nearly |more than |over )?(?:reach |hit |a level of |a total of )?|[^,;]{0,30},? reaching (?:about )?",
    re.IGNORECASE,
)
_OR = pattern(r",? or (?:about |around |nearly )?")
_NAME = pattern(r"(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3} ")
_STOP = pattern(r";|,(?!\d)|\. ")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number and the words around it.

    `head` are the words before it and `behind` those after it, both without words of time, `said`
    and `after` the same with them. `listed` of `count` is where it stands in a list, `against`
    whether it only is compared with, `base` the period that it is said to be compared with; `dated`
    is whether its sentence says its period.
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
    base: When | None = None
    said: str = ""
    dated: bool = True


class Line:
    """A sentence with its words of time and its numbers."""

    def __init__(self, letters: str, found: Sequence[Found], numbers: Sequence[Spot]) -> None:
        self.letters = letters
        self.numbers = _outside(numbers, found)
        self.held: list[When] = []  # the periods of the numbers that others are held against
        self.places = lists(self.numbers, letters)
        self.dates = Dates(letters, found, self.numbers, self.places)

    def stretches(self, memory: Memory, *, aims: bool) -> list[Stretch]:
        """Return each number with the words before and behind it, its period and its purpose.

        `aims` is whether the sentence is one of a list of goals.
        """
        dated = self.dates.of_each(memory.frame, memory.before)
        self.held = [one.when for one in dated if one.against]
        published = memory.clock.published
        begin = 0
        made: list[Stretch] = []
        for n, spot in enumerate(self.numbers):
            stop = self._stop(n)
            tail = min(stop, spot.end + REACH)
            head = self._without_times(begin, spot.start)
            ahead = "" if n else self._subject_ahead(head)
            head = f"{ahead}{head}"
            when = _from_to(dated[n].when, head, made)
            after = self.letters[spot.end : tail]
            status = purpose(
                self.letters,
                head,
                self.letters[spot.end :],
                when,
                published,
                aims=aims,
                at=spot.start,
            )
            if (
                status == "target"
                and when.year
                and _YEARLY.search(head)
                and when.source != "sentence"
            ):
                when = months_of(when.year, 1, 12, source=when.source)
            kept = aims or foreseen(head, after) or is_revised(self.letters[: spot.start])
            if made and made[-1].status == "target" and head.endswith(" (from "):
                kept = True  # 6.0 percent for 2023 (from 6.2 percent)
            if dated[n].against and status == "target" and not kept:
                status = "claim"  # expected to be 2.6 percent, up from 2.5 percent in June
            made.append(
                Stretch(
                    spot,
                    head,
                    _STOP.split(after)[0],
                    _STOP.split(self._without_times(spot.end, tail))[0],
                    when,
                    status,
                    *self.places[n],
                    dated[n].against,
                    dated[n].base or self._since(when),
                    f"{ahead}{self._years_ahead(n)}{self.letters[begin : spot.start]}",
                    dated[n].own,
                )
            )
            begin = begin if status == "not_claim" else spot.end
        return made

    def _years_ahead(self, n: int) -> str:
        """Return the words at the beginning that count years for later numbers too: over ten years, by 12 and 9 percent."""
        first = self.numbers[0].end if n else 0
        fronted = fronted_years(self.letters) if n else ""
        other = any(first <= time.start < self.numbers[n].start for time in self.dates.times)
        held = fronted and not other and ";" not in self.letters[first : self.numbers[n].start]
        return f"{fronted}, " if held else ""

    def _since(self, when: When) -> When | None:
        """Return the year that a span is counted from where the sentence says so: since 2015."""
        if when.span is None or not when.opened or when.span[0] == when.span[1]:
            return None
        since = f"since {when.span[0]}"
        said = since in self.letters or since.capitalize() in self.letters
        return start_of(when) if said else None

    def _subject_ahead(self, head: str) -> str:
        """Return the subject of the clause behind the first number: After rising 1 percent, GDP fell."""
        first = self.numbers[0]
        begin = owners.main_clause(head, self.letters[first.end :])
        if begin is None:
            return ""
        stop = self.numbers[1].start if len(self.numbers) > 1 else len(self.letters)
        clause = self._without_times(first.end + begin, stop)
        does = next((p for p in phrases(clause) if p.verb and not p.said), None)
        ahead = f"{clause[: does.end]} " if does else ""
        shares = is_percent(first.unit) and self.letters.startswith(
            ",", first.end
        )  # With 13.5 percent, imports grew
        told = shares or not head.startswith(("With", "Home"))
        return ahead if told or _NAME.fullmatch(ahead) else ""

    def _stop(self, n: int) -> int:
        """Return where the words behind a number end: before the next one, unless it says the same."""
        if n + 1 == len(self.numbers):
            return len(self.letters)
        after = self.numbers[n + 1]
        if _OR.fullmatch(self.letters, self.numbers[n].end, after.start):
            return self._stop(n + 1)  # 9 million tonnes or 1.3 percent more
        return after.start

    def without_times(self) -> str:
        """Return the whole sentence with the words of time blanked."""
        return self._without_times(0, len(self.letters))

    def _without_times(self, begin: int, end: int) -> str:
        """Return a stretch with the words of time blanked."""
        pieces: list[str] = []
        position = begin
        for time in self.dates.times:
            if time.end <= begin or time.start >= end:
                continue
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
        if at == len(found) or found[at].start >= spot.end:
            kept.append(spot)
    return kept


def _from_to(when: When, head: str, before: list[Stretch]) -> When:
    """Return the first and the last year for the two ends of a span: from 54 to 83 trillion."""
    if when.opened and when.months is not None:  # fell from 4 to 3 percent between May and June
        year, first, last = when.months
        if _FROM.search(head):
            return months_of(year, first, first)
        to = before and _FROM.search(before[-1].head) and TO_LEVEL.fullmatch(head)
        return months_of(year, last, last) if to else when
    if when.span is None or when.span[0] == when.span[1]:
        return when
    if _FROM.search(head):
        return start_of(when)
    if before and _FROM.search(before[-1].head) and TO_LEVEL.fullmatch(head):
        return months_of(when.span[1], 1, 12, source=when.source)
    return when
