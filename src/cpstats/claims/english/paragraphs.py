"""What an English paragraph takes of the one before it, and what a sentence begins with."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.english.earlier import is_older
from cpstats.claims.english.goals import of_goals, opens
from cpstats.claims.english.paces import said_pace
from cpstats.claims.terms.memory import InSentence
from cpstats.gazetteer.china import NATION
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.periods import When
    from cpstats.claims.terms.sentences import Sentence
    from cpstats.claims.terms.subject import Subject

_SAME_TIME = pattern(
    r"\b(?:during|over|in|for|within) (?:that|this|the same|the) (?:same )?period\b(?! (?:of|to|from|in|last|a|ended|ending|between|under)\b)",
    re.IGNORECASE,
)
_BULLET = pattern(r"[-*\u2022\u2013]\s|\(?(?:[a-z]|\d{1,2})\)\s")
_HEADING = pattern(r"[^.,;]{4,70}[^.,;\s]")
_OWN_PLACE = pattern(
    r"(?:The|This) (?:city|province|municipality|region|district|county|autonomous region)\b"
)


def begin(sentence: Sentence, memory: Memory, gazetteer: Gazetteer) -> bool:
    """Begin a sentence; return whether it is one of a list of goals.

    A paragraph begins with the period of the text; its place is carried on within it only.
    """
    if (
        sentence.first
        or not gazetteer.is_local(sentence.letters[:60])
        or (memory.said == NATION and memory.here and _OWN_PLACE.match(sentence.letters))
    ):
        memory.said = None
    memory.carried.group += 1
    memory.carried.heads = []
    memory.several = []
    memory.sited = []
    memory.pace = "" if said_pace(sentence.letters) else memory.pace
    memory.prior, memory.carried.last = memory.carried.last, None
    memory.sentence = InSentence()
    if opens(memory, sentence.letters, first=sentence.first):
        memory.carried.subject = None
    if sentence.first and sentence.letters[:1].islower():
        memory.carried.subject = None  # the rest of a sentence that a page or a picture divides
    if sentence.first:
        memory.elsewhere = ""
        memory.left = memory.alone or memory.frame, memory.carried.subject
        memory.brief, memory.alone = memory.sentences == 1, None
        listed = _BULLET.match(sentence.text) is not None
        memory.listed_under = memory.listed_under if listed else None
        if not memory.aims and not _SAME_TIME.search(sentence.letters):
            memory.frame = memory.listed_under or memory.main
        memory.carried.measure = memory.prior = None
        memory.pace = ""
        memory.spoken, memory.told = set(), set()
    memory.sentences = 1 if sentence.first else memory.sentences + 1
    return of_goals(memory, sentence.letters, first=sentence.first)


def divides(said: Sequence[When], frame: When) -> bool:
    """Return whether a sentence divides the period in force into several: the first and the second quarter.

    Not where a text begins with the newest: in September, less than in August.
    """
    if len(said) < _SEVERAL or not all(_is_within(when, frame) for when in said):
        return False
    months = [when.months for when in said]
    first, others = months[0], months[1:]
    return frame.source != "docdate" or not all(first and one and one < first for one in others)


_SEVERAL = 2


def _is_within(when: When, whole: When) -> bool:
    if when.months is None or whole.months is None or when.months == whole.months:
        return False
    year, first, last = when.months
    return year == whole.months[0] and whole.months[1] <= first and last <= whole.months[2]


def note_heading(sentence: Sentence, memory: Memory, said: Sequence[When]) -> None:
    """Keep the period of a heading, which a list below it is of: 2023 in figures."""
    heads = sentence.first and len(said) == 1 and said[0].months is not None
    if heads and _HEADING.fullmatch(sentence.letters):
        memory.listed_under = said[0]


def still_of(memory: Memory, subject: Subject | None) -> When:
    """Return the period of a number that its paragraph does not date: that of the text.

    A number of the same subject still is of the paragraph before; where that was one sentence with a
    period of its own, as papers write, its period is another reading.
    """
    if memory.left is None:
        return memory.main
    left, last = memory.left
    if subject is last:
        return left
    moved = is_older(memory.main, left)  # it has gone on to a later year
    brief = memory.brief or moved
    if not brief or left.source != "sentence" or left.code in memory.main.readings:
        return memory.main
    readings = (*memory.main.readings, *left.readings)
    return replace(memory.main, readings=readings, source="context")
