"""Sheets of a workbook that cannot be read beside others that can: answers that read the most of them, tried sheet by sheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.errors import CpstatsError, DataError
from cpstats.message import Message
from cpstats.store.hints import SKIP, Hints
from cpstats.store.recognising.inquiry import QuestionError, Way, says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cpstats.store.sheet import Sheet

    Read = Callable[[Sheet, Hints], object]

OF_ALL = frozenset(  # what is said of every sheet that does not say it
    ("place", "period", "fiscal", "dates", "era", "decimal", "thousands", "missing", "brackets")
)
ANSWERS = 3  # that one line gives together
TRIED = 3  # answers of which one is looked for
SOUGHT = 4  # ways of a question that are looked at
LEFT_OUT = says("unread", "unread", SKIP)


@dataclass(frozen=True, slots=True)
class Unread:
    """A sheet that cannot be read, and why."""

    sheet: Sheet
    fault: DataError


def left_out(fault: DataError, file: str) -> Message:
    """Return what is said of a sheet of a file that is left out."""
    return Message("{}: {}: left out", "{}：{}，略去", fault.where.removeprefix(file), fault.what)


def ways_of_all(unread: Sequence[Unread], count: int, hints: Hints, read: Read) -> list[Way]:
    """Return the answers that read the most sheets: all, or, with the others left out, as many as can be.

    Parameters
    ----------
    unread : sequence of Unread
        The sheets that cannot be read as it is.
    count : int
        How many others can.
    read : callable
        Reads a sheet with what is said, or raises.
    """
    given, left = _together(unread, hints, read)
    ways = [joined_way(given)] if given and not left else []
    if count + len(unread) - len(left) > 1:  # one alone is better named
        ways.append(joined_way([*given, LEFT_OUT]))
        ways += (joined_way([*other, LEFT_OUT]) for other in _others(unread, given) if left)
    return ways


def _others(unread: Sequence[Unread], given: Sequence[Way]) -> Iterator[list[Way]]:
    """Yield the other answers to the first question, each with those that answer others."""
    first = unread[0].fault if unread else None
    asked = first.ways[:SOUGHT] if isinstance(first, QuestionError) and given else ()
    for way in asked:
        if "sheet" not in way.texts and way not in given:
            yield [way, *(g for g in given if g not in asked)]


def _together(
    unread: Sequence[Unread], hints: Hints, read: Read
) -> tuple[list[Way], Sequence[Unread]]:
    """Return the answers that most sheets ask for, and the sheets that they do not read."""
    given: list[Way] = []
    left, before = unread, hints
    while left and len(given) < ANSWERS:
        for way in _wanted(left, hints)[:TRIED]:
            further = list(_still_unread(left, way.answered(hints), read))
            if _gone_on(left, further):
                given.append(way)
                hints, left = way.answered(hints), further
                break
        else:
            break
    return _needed(given, unread, len(left), before, read), left


def _needed(
    given: Sequence[Way], unread: Sequence[Unread], left: int, hints: Hints, read: Read
) -> list[Way]:
    """Return the answers without those that read no sheet more once the others are given."""
    kept = [*given]
    for way in given[:-1]:
        said = hints
        for other in kept:
            said = said if other is way else other.answered(said)
        if len([*_still_unread(unread, said, read)]) <= left:
            kept.remove(way)
    return kept


def _wanted(unread: Iterable[Unread], hints: Hints) -> list[Way]:
    """Return the answers that hold of the whole workbook, those that most sheets ask for first."""
    ways: dict[str, Way] = {}
    count: Counter[str] = Counter()
    for one in unread:
        for way in one.fault.ways[:SOUGHT] if isinstance(one.fault, QuestionError) else ():
            words = any(map(str.isalpha, way.texts.get("missing", "")))  # which may say something
            if {*way.texts} <= OF_ALL and not (words or way.pairs or way.contradicts(hints)):
                ways.setdefault(way.flag, way)
                count[way.flag] += 1
    said = {flag for flag, way in ways.items() if way.answered(hints) == hints}
    return [ways[flag] for flag, _ in count.most_common() if flag not in said]


def _still_unread(unread: Iterable[Unread], hints: Hints, read: Read) -> Iterable[Unread]:
    for one in unread:
        try:
            read(one.sheet, hints)
        except CpstatsError as fault:
            yield Unread(one.sheet, fault) if isinstance(fault, DataError) else one


def _gone_on(before: Sequence[Unread], behind: Sequence[Unread]) -> bool:
    """Whether an answer reads a sheet, or leads to another question of one."""
    said = {(one.fault.where, str(one.fault.what)) for one in before}
    return len(behind) < len(before) or any(
        (one.fault.where, str(one.fault.what)) not in said for one in behind
    )


def joined_way(ways: Sequence[Way]) -> Way:
    """Return several answers as one.

    >>> joined_way([says("area", "place", "Ulm"), LEFT_OUT]).flag
    '--area Ulm --unread skip'
    """
    said = Hints()
    for way in ways:
        said = way.answered(said)
    texts = {name: getattr(said, name) for way in ways for name in way.texts}
    return Way(" ".join(way.flag for way in ways), texts, said.columns, said.flags)
