"""Lists of numbers whose names stand before them: 甲、乙分别增长5%和6%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese import siting
from cpstats.claims.chinese.carrying import of_what, set_subject
from cpstats.claims.chinese.narrowing import share_out
from cpstats.claims.chinese.pieces import distributes
from cpstats.claims.chinese.subjects import heads_of, subject_of
from cpstats.claims.chinese.within import completed
from cpstats.claims.terms.subject import Subject
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.terms.memory import Memory

_GIVES = pattern(r"(?:分别|依次)?(?:对|拉动|贡献|带动)")  # 对经济增长的贡献率分别为

_HELD = pattern(r"[高低快慢]于")


def is_list(memory: Memory, piece: Piece, letters: str, scopes: list[str]) -> bool:
    """Return whether each number has a name of its own: 分别, or as many names as numbers."""
    if distributes(piece):
        return True
    heads = heads_of(piece.head, piece.count, letters, memory.names, scopes)
    if heads is None:  # no noun: the names of the list before, if there are as many
        return len(memory.carried.heads) == piece.count
    return bool(heads) and all(head.indicator for head in heads)


def listed(memory: Memory, piece: Piece, letters: str, scopes: list[str]) -> Subject | None:
    """Return one of the subjects of a 分别 list."""
    if piece.listed == 0:
        _open_list(memory, piece, letters, scopes)
    heads = memory.carried.heads
    return heads[piece.listed] if len(heads) == piece.count else memory.carried.subject


def _open_list(memory: Memory, piece: Piece, letters: str, scopes: list[str]) -> None:
    heads = heads_of(piece.head, piece.count, letters, memory.names, scopes)
    areas = siting.listed(memory, piece.head, piece.count, named=bool(heads))
    memory.carried.vague = None
    if not heads and not areas:
        share_out(memory, piece.count, letters[: piece.token.start])
    if areas or (not heads and len(memory.sentence.listed) == piece.count):
        subject = subject_of(piece.head, letters, memory.names, scopes)
        if subject is not None:
            set_subject(memory, subject)
        memory.carried.heads = []
        return
    if heads is None and memory.carried.subject is not None and _HELD.search(piece.words):
        memory.carried.heads = []  # 增长8.5%,分别高于全国、全省2.6和3.1个百分点: both of one thing
        return
    if heads is None or (not heads and _GIVES.match(piece.words.lstrip(",、 "))):
        heads = _earlier(memory, piece.count)
    if heads is None:
        return
    memory.carried.group += 1
    memory.carried.heads = [of_what(memory, _lent(memory, head)) for head in heads]
    memory.carried.subject = None
    memory.carried.measure = None
    if not memory.carried.heads:
        memory.carried.vague = f"{piece.count} numbers, and not as many names before them"


def _lent(memory: Memory, head: Subject) -> Subject:
    """Return one of a list with the noun of the last subject: 人均可支配收入…,城镇、农村分别为."""
    last = memory.carried.subject or (
        memory.sentence.subjects[-1] if memory.sentence.subjects else None
    )
    whole = completed(head.surface, last.surface) if last and not head.indicator else None
    return Subject(whole, memory.names.names.get(whole) or None) if whole else head


def _earlier(memory: Memory, count: int) -> list[Subject] | None:
    """Return the subjects that a list without names takes up; None to keep what there is."""
    if len(memory.carried.heads) == count:
        return None
    if len(memory.sentence.subjects) >= count:
        return memory.sentence.subjects[-count:]
    return None if memory.carried.subject is not None else []
