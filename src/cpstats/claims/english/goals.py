"""Lists of goals in an English text: a heading that announces them, and the lines below it."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

_AIMS = r"\b(?:targets?|goals?|objectives?|expectations?)\b"
_HEADING = pattern(
    rf"^[\w.]{{0,5}} ?[A-Za-z ]*(?:{_AIMS}|\bto do\b|\b(?:major|main|key) (?:work|tasks)\b)[^.:,;]{{0,40}}$"
    rf"|{_AIMS}[^.;]{{0,100}}(?::|as follows[.:]?)$|^[A-Z ]*{_AIMS}[^.:]{{0,40}}:",
    re.IGNORECASE,
)
_INLINE = pattern(rf"^[A-Z ]*{_AIMS}[^.:]{{0,40}}: *\S", re.IGNORECASE)
_BULLET = pattern(r"\W{1,4} ?(?=\w)")


class Goals:
    """Whether the lines being read are goals."""

    def __init__(self) -> None:
        self.aims = False
        self._headed = False  # whether the paragraph before was such a heading

    def opens(self, letters: str, *, first: bool) -> bool:
        """Return whether a sentence opens anew what a list of goals carried on.

        A paragraph ends a list, except a bullet of it, and the one right below its heading.
        """
        bullet = _BULLET.match(letters) is not None
        ended = first and self.aims and not bullet
        if first:
            self.aims = self.aims and (bullet or self._headed)
            self._headed = False
        return ended

    def of(self, letters: str, *, first: bool) -> bool:
        """Return whether the numbers of a sentence are goals; a heading says so of what follows."""
        if not _HEADING.search(letters):
            return self.aims
        self.aims = True
        self._headed = first and letters[-1:] not in ".:"
        return _INLINE.search(letters) is not None
