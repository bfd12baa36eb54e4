"""Whether a cell has a form, found without going back: all ways are followed at once.

The time is that of the cell times that of the form, whatever it is (K. Thompson, “Regular Expression
Search Algorithm”, 1968). What no automaton knows, such as references back, is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Build = Callable[[int], int]  # from the state behind to the state in front

PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?:\d+,?\d*|,\d*)\}|.", re.DOTALL)
BRACES = re.compile(r"\{(\d*)(,?)(\d*)\}")
NAME = re.compile(r"P<\w+>|:")
MOST, KEPT = 2_000, 5_000  # states of a form; steps that are remembered
HARD = "bBxuUN123456789"  # behind a backslash: no sign of its own
START, END = "^", "$"


class HardError(ValueError):
    """A form that no automaton knows, or one of too many states."""


@lru_cache(maxsize=64)
def automaton(pattern: str) -> Automaton:
    """Return what holds cells against a form.

    Raises
    ------
    HardError
        When the form has references, looks around, or repeats too often.
    """
    made = Automaton()
    parser = _Parser(made, pattern)
    made.first = parser.choice()(0)
    if parser.at < len(parser.pieces):
        raise HardError(pattern)
    return made


@dataclass(slots=True)
class Automaton:
    """States: what a sign must be, and where it leads; the first one in the list is the last."""

    tests: list[re.Pattern[str] | str] = field(default_factory=lambda: [""])
    after: list[tuple[int, ...]] = field(default_factory=lambda: [()])
    first: int = 0
    known: dict[tuple[frozenset[int], str], frozenset[int]] = field(default_factory=dict)

    def state(self, test: re.Pattern[str] | str, *after: int) -> int:
        """Add a state; without a test it leads on by itself."""
        if len(self.tests) >= MOST:
            raise HardError
        self.tests.append(test)
        self.after.append(after)
        return len(self.tests) - 1

    def fits(self, text: str) -> bool:
        """Whether the whole text has the form."""
        here = self._reached([self.first], {START, END} if not text else {START})
        for number, sign in enumerate(text, start=1):
            if number == len(text):
                here = self._step(here, sign, {END})
            else:
                if len(self.known) > KEPT:
                    self.known.clear()
                if (here, sign) not in self.known:
                    self.known[here, sign] = self._step(here, sign, set())
                here = self.known[here, sign]
        return 0 in here

    def _step(self, here: Iterable[int], sign: str, holds: set[str]) -> frozenset[int]:
        tests = ((n, self.tests[n]) for n in here)
        led = [n for n, test in tests if isinstance(test, re.Pattern) and test.match(sign)]
        return self._reached([n for one in led for n in self.after[one]], holds)

    def _reached(self, starts: Iterable[int], holds: set[str]) -> frozenset[int]:
        """Return the states that are reached without a sign; `holds` are the ends of the text."""
        left, found = list(starts), set[int]()
        while left:
            state = left.pop()
            if state in found:
                continue
            found.add(state)
            test = self.tests[state]
            if isinstance(test, str) and (not test or test in holds):
                left += self.after[state]
        return frozenset(found)


class _Parser:
    """A form as it is written becomes states, from its end to its beginning."""

    def __init__(self, made: Automaton, pattern: str) -> None:
        self.made, self.pieces, self.at = made, PIECE.findall(pattern), 0

    def choice(self) -> Build:
        """Read what stands between bars."""
        ways = [self._sequence()]
        while self._next("|"):
            ways.append(self._sequence())
        return lambda behind: self.made.state("", *(way(behind) for way in ways))

    def _next(self, wanted: str) -> bool:
        """Go on where the next piece is the one that is wanted; return whether it is."""
        found = self.at < len(self.pieces) and self.pieces[self.at] == wanted
        self.at += found
        return found

    def _sequence(self) -> Build:
        parts: list[Build] = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in "|)":
            parts.append(self._repeated(self._one()))

        def build(behind: int) -> int:
            for part in reversed(parts):
                behind = part(behind)
            return behind

        return build

    def _one(self) -> Build:
        piece = self.pieces[self.at]
        self.at += 1
        if piece == "(":
            if self._next("?"):
                named = NAME.match("".join(self.pieces[self.at :]))
                if named is None:
                    raise HardError
                self.at += len(named.group())
            inner = self.choice()
            self._next(")")
            return inner
        if piece in (START, END, r"\A", r"\Z"):
            test: re.Pattern[str] | str = {r"\A": START, r"\Z": END}.get(piece, piece)
        elif piece[0] == "\\" and piece[1] in HARD:
            raise HardError
        else:
            test = re.compile(piece if len(piece) > 1 or piece == "." else re.escape(piece))
        return lambda behind: self.made.state(test, behind)

    def _repeated(self, one: Build) -> Build:
        while (bounds := self._bounds()) is not None:
            one = self._times(one, *bounds)
        return one

    def _bounds(self) -> tuple[int, int | None] | None:
        """Return how often at least and at most; None where nothing says it."""
        piece = self.pieces[self.at] if self.at < len(self.pieces) else ""
        braces = BRACES.fullmatch(piece)
        if piece in ("*", "+", "?"):
            found: tuple[int, int | None] = (piece == "+", 1 if piece == "?" else None)
        elif braces:
            least, comma, most = braces.groups()
            found = int(least or 0), int(most) if most else None if comma else int(least or 0)
        else:
            return None
        self.at += 1
        if self._next("+"):  # it gives nothing back: another form
            raise HardError
        self._next("?")  # as few as can be: of a whole cell the same
        return found

    def _times(self, one: Build, least: int, most: int | None) -> Build:
        def build(behind: int) -> int:
            here = behind
            if most is None:
                here = self.made.state("")
                self.made.after[here] = (one(here), behind)
            for _ in range((most or least) - least):
                here = self.made.state("", one(here), behind)
            for _ in range(least):
                here = one(here)
            return here

        return build


def pieces(pattern: str) -> Sequence[str]:
    """Return the signs, classes and repetitions of which a form is made."""
    return PIECE.findall(pattern)
