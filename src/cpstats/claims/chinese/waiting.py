"""Sentences without number and time wait: only what a later number of their paragraph takes up is read.

Of a paragraph that ends before one comes only its beginnings count, and the first thing that it spoke
of, should the next divide it (分产业看).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese import frames, siting, targets
from cpstats.claims.chinese.carrying import open_subjects
from cpstats.claims.chinese.dating import heading
from cpstats.claims.terms.memory import InSentence
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.chinese.clauses import Parsed, Parser
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.sentences import Sentence

PART = "其中"
_VIEW = "看"
_BEYOND = pattern(f"{_VIEW}|以来|分季度|分月")  # what may set the period or divide a subject


def may_wait(memory: Memory, said: Parsed, letters: str, parser: Parser) -> bool:
    """Return whether nothing of a sentence goes beyond its paragraph: no number, time, province."""
    if said.spots or said.times or memory.undivided is not None or _BEYOND.search(letters):
        return False
    return not parser.names_province(letters)


def begin(memory: Memory, sentence: Sentence, said: Parsed) -> None:
    """Forget what the sentence before said for itself, and take period and purpose of a heading."""
    first, parts = sentence.first, sentence.letters.startswith(PART)
    memory.sentence = InSentence()
    if first:
        memory.passed, memory.unread = memory.unread, []
    frames.open_times(memory, paragraph=first)
    siting.open_places(memory, paragraph=first)
    open_subjects(memory, paragraph=first, parts=parts)
    if first and targets.is_heading(sentence.letters) and not said.counts:
        if said.times:
            heading(memory, said.tokens)
        memory.aims = targets.of_goals(sentence.letters)


def taken_up(memory: Memory, sentence: Sentence, parser: Parser) -> list[Sentence]:
    """Return those of the waiting sentences that are read before one; others are passed over.

    A paragraph that begins with 其中 goes on with the one before.
    """
    waited, memory.waiting = memory.waiting, []
    starts = (n for n, one in enumerate((*waited, sentence)) if one.first and not _goes_on(one))
    start = max(starts, default=0)
    for one in waited[:start]:
        begin(memory, one, parser.read(one.letters))
        memory.unread.append(one)
    return waited[start:]


def _goes_on(sentence: Sentence) -> bool:
    return sentence.letters.startswith(PART)


def divides_unread(memory: Memory, sentence: Sentence) -> bool:
    """Return whether a sentence may divide what the paragraph before, passed over, spoke of."""
    return memory.led is None and bool(memory.passed) and _VIEW in sentence.letters
