"""Lists of goals in an English text: a heading that announces them, and the lines below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.memory import Memory

_AIMS = r"\b(?:targets?|goals?|objectives?|expectations?)\b"
_HEADING = pattern(
    rf"^[\w.]{{0,5}} ?[A-Za-z ]*(?:{_AIMS}|\bto do\b|\b(?:major|main|key) (?:work|tasks)\b)[^.:,;]{{0,40}}$"
    rf"|{_AIMS}[^.;]{{0,100}}(?::|as follows[.:]?)$|^[A-Z ]*{_AIMS}[^.:]{{0,40}}:",
    re.IGNORECASE,
)
_INLINE = pattern(rf"^[A-Z ]*{_AIMS}[^.:]{{0,40}}: *\S", re.IGNORECASE)
_BULLET = pattern(r"\W{1,4} ?(?=\w)")


def opens(memory: Memory, letters: str, *, first: bool) -> bool:
    """Return whether a sentence opens anew what a list of goals carried on.

    A paragraph ends a list, except a bullet of it, and the one right below its heading.
    """
    bullet = _BULLET.match(letters) is not None
    ended = first and memory.aims and not bullet
    if first:
        memory.aims = memory.aims and (bullet or memory.announced)
        memory.announced = False
    return ended


def of_goals(memory: Memory, letters: str, *, first: bool) -> bool:
    """Return whether the numbers of a sentence are goals; a heading says so of what follows."""
    if not _HEADING.search(letters):
        return memory.aims
    memory.aims = True
    memory.announced = first and letters[-1:] not in ".:"
    return _INLINE.search(letters) is not None
