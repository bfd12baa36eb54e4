"""Sentences without number and time wait: of them is read what a later sentence takes up, and no more.

Before a number of the same paragraph that is the last thing they spoke of; where something is divided
(分产业看) the first one, also of the paragraph before; the last province that was named where 全省 asks
for it. A paragraph that ends before a number comes is not cut into words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese import frames, headed, siting, targets
from cpstats.claims.chinese.carrying import open_subjects, spoken_of
from cpstats.claims.chinese.dating import heading
from cpstats.claims.terms.memory import InSentence
from cpstats.claims.terms.scopes import RELATIVE
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpstats.claims.chinese.clauses import Parsed, Parser
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.sentences import Sentence
    from cpstats.claims.terms.subject import Subject

PART = "其中"
_VIEW = "看"
_MORE = pattern(rf"[{_VIEW}(]|以来|分季度|分月|持平|不变")  # may say more than what is spoken of
_PACED = pattern(r"同比|年|累计|增速|\d月|季度")  # says what its changes are on, or of what time
_PROVINCE = [word for word, scope in RELATIVE.items() if scope == "province"]


def may_wait(memory: Memory, said: Parsed, letters: str) -> bool:
    """Return whether a sentence only speaks of something: no number, no time, nothing divided."""
    bare = not said.spots and not said.times
    within = memory.undivided is None and memory.divided is None
    return bare and within and _MORE.search(letters) is None


def begin(memory: Memory, sentence: Sentence, said: Parsed) -> None:
    """Forget what the sentence before said for itself, and take period and purpose of a heading."""
    first, parts = sentence.first, sentence.letters.startswith(PART)
    whole = memory.sentence.whole if parts else None
    on = memory.sentence.on_period and not first
    on = on and _PACED.search(sentence.letters) is None
    memory.sentence = InSentence(local=whole, whole=whole, on_period=on)  # 环比持平。其中,农村下降
    if first:
        memory.passed, memory.unread = memory.unread, []
    frames.open_times(memory, paragraph=first)
    siting.open_places(memory, paragraph=first)
    open_subjects(memory, paragraph=first, parts=parts)
    if first and not said.spots:
        headed.take_lead(memory, sentence.letters, said)
    if first and targets.is_heading(sentence.letters) and not said.counts:
        if said.times:
            heading(memory, said.tokens)
        headed.take_place(memory, sentence.letters, said.every)
        memory.aims = targets.of_goals(sentence.letters)


def taken_up(memory: Memory, sentence: Sentence, parser: Parser) -> list[Sentence]:
    """Take up what the waiting sentences spoke of last; return those that are to be read in full.

    Those are the ones of the paragraph before 其中, which divides what they spoke of.
    """
    waited, memory.waiting = memory.waiting, []
    start = len(waited)
    if sentence.letters.startswith(PART):
        opened = (n for n, one in enumerate(waited) if one.first and not _goes_on(one))
        start = max(opened, default=0)
    for one in waited[:start]:
        _pass_over(memory, one, parser)
    if start == len(waited) and not sentence.first:
        _take_up_last(memory, waited, parser)
    return waited[start:]


def _goes_on(sentence: Sentence) -> bool:
    return sentence.letters.startswith(PART)


def _pass_over(memory: Memory, sentence: Sentence, parser: Parser) -> None:
    begin(memory, sentence, parser.read(sentence.letters))
    if memory.first is None:
        memory.unread.append(sentence)
    if parser.names_province(sentence.letters):
        memory.unplaced.append(sentence)


def _take_up_last(memory: Memory, waited: list[Sentence], parser: Parser) -> None:
    for one in reversed(waited):
        last = [*_subjects(memory, one, parser)][-1:]
        if last:
            memory.carried.subject = last[0]
            memory.carried.measure = memory.carried.vague = None
        if last or one.first:
            return


def _subjects(memory: Memory, sentence: Sentence, parser: Parser) -> Iterator[Subject]:
    """Yield what the clauses of a sentence without numbers speak of."""
    scopes: list[str] = []
    for clause in parser.read(sentence.letters).clauses:
        subject = spoken_of(clause.tokens, sentence.letters, memory.names, scopes)
        if subject is not None:
            yield subject
        scopes = [*scopes, *clause.quoted][-6:]


def look_back(memory: Memory, sentence: Sentence, parser: Parser) -> None:
    """Find in what was passed over what a sentence may ask for: what it divides, its province."""
    letters = sentence.letters
    if _VIEW in letters:
        memory.led = _first(memory, memory.passed, parser) or memory.led
        memory.first = _first(memory, memory.unread, parser) or memory.first
        memory.passed, memory.unread = [], []
    if memory.unplaced and any(word in letters for word in _PROVINCE):
        unplaced, memory.unplaced = memory.unplaced, []
        for one in unplaced:
            for token in parser.read(one.letters).tokens:
                if token.kind == "place":
                    siting.coded(memory, token)


def _first(memory: Memory, passed: Iterable[Sentence], parser: Parser) -> Subject | None:
    """Return the first indicator that some sentences spoke of."""
    every = (subject for one in passed for subject in _subjects(memory, one, parser))
    return next((subject for subject in every if subject.indicator), None)
