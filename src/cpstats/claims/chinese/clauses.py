"""A sentence as clauses: the words of each, the mark that ends it, and its numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.chinese.pieces import pieces_of, quoted_terms
from cpstats.claims.chinese.places import NOWHERE
from cpstats.claims.terms.vocabulary import CONTENT
from cpstats.gazetteer.china import level_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.claims.chinese.pieces import Piece
    from cpstats.claims.chinese.tokens import Scanner, Token

_PROVINCE = "province"
_NO_PLACES = tuple(CONTENT)
_PLACE = 12  # signs that the name of a place has at most
_MOST = 512  # sentences that are kept: lines that come again are read once


class Clause(NamedTuple):
    """What stands between two marks; `tokens` begin with what a bracket parts them from."""

    plain: Sequence[Token]
    tokens: Sequence[Token]
    mark: str
    pieces: Sequence[Piece]
    quoted: Sequence[str]


class Parsed:
    """A sentence: `times`, what may be its numbers (`spots`), and, where they are asked for, its words."""

    def __init__(self, letters: str, scan: Scanner) -> None:
        self._letters, self._scan = letters, scan
        self.times, self.spots = scan.begun(letters)

    @cached_property
    def every(self) -> list[Token]:
        """All of its words."""
        return self._scan.cut(self._letters, self.times, self.spots)

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """Its words, without remarks."""
        return without_remarks(self.every)

    def place_at(self, start: int) -> tuple[str, int] | None:
        """Return the longest place whose name begins at a sign, and where it ends; nothing is cut for it.

        That of a word such as 中国式 is none.
        """
        if self._letters.startswith(_NO_PLACES, start):
            return None
        ends = range(min(start + _PLACE, len(self._letters)), start + 1, -1)
        known = ((self._scan.places.get(self._letters[start:end], ""), end) for end in ends)
        return next(((code, end) for code, end in known if code not in ("", NOWHERE)), None)

    @property
    def counts(self) -> bool:
        """Whether it holds a number."""
        return bool(self.spots) and any(t.kind == "qty" for t in self.tokens)

    @cached_property
    def clauses(self) -> Sequence[Clause]:
        """Its clauses."""
        every = list(clauses(self.tokens))
        made = []
        quotes = '"' in self._letters
        for n, (plain, mark) in enumerate(every):
            clause = with_comparison(every, n) or plain
            pieces = pieces_of(clause, self._letters)
            terms = quoted_terms(clause, self._letters) if quotes else ()
            made.append(Clause(plain, clause, mark, pieces, terms))
        return made


@dataclass
class Parser:
    """Parts sentences into clauses; what a sentence says does not change with what stood before."""

    scan: Scanner
    kept: dict[str, Parsed] = field(default_factory=dict)

    def read(self, letters: str) -> Parsed:
        """Return a sentence (in plain letters) as clauses."""
        found = self.kept.get(letters)
        if found is None:
            if len(self.kept) >= _MOST:
                self.kept.clear()
            found = self.kept[letters] = Parsed(letters, self.scan)
        return found

    def names_province(self, letters: str) -> bool:
        """Return whether the name of a province stands in a sentence."""
        for name in self._provinces:  # noqa: SIM110 - asked for many sentences that name none
            if name in letters:
                return True
        return False

    @cached_property
    def _provinces(self) -> Sequence[str]:
        """The names of provinces, none of which holds another."""
        known = self.scan.places.items()
        names = [
            n for n, code in known if code not in ("", NOWHERE) and level_of(code) == _PROVINCE
        ]
        return [n for n in names if not any(other in n for other in names if other != n)]


def clauses(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], str]]:
    """Yield clauses with the mark that ends each; a bracket is a clause of its own."""
    clause: list[Token] = []
    for token in tokens:
        if token.kind == "mark":
            yield clause, token.text
            clause = []
        else:
            clause.append(token)
    yield clause, ""


def with_comparison(every: Sequence[tuple[list[Token], str]], n: int) -> list[Token] | None:
    """Return a clause with what a bracket parts it from: 低于全市(5.6%)0.2个百分点; else None."""
    clause = every[n][0]
    behind = n > 1 and every[n - 1][1] == ")" and every[n - 2][1] == "("
    if not behind or not clause or clause[0].kind != "qty":
        return None
    before = every[n - 2][0]
    last = next((k for k in range(len(before), 0, -1) if before[k - 1].kind == "qty"), 0)
    kept = [token for token in before[last:] if token.kind != "time"]
    compared = kept and kept[-1].kind == "place" and len(kept) > 1
    return [*kept, *clause] if compared else None


def without_remarks(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without brackets that hold no number, as （不含农户）."""
    kept: list[Token] = []
    opened: list[int] = []
    for token in tokens:
        kept.append(token)
        if token.kind == "mark" and token.text == "(":
            opened.append(len(kept) - 1)
        elif token.kind == "mark" and token.text == ")" and opened:
            begin = opened.pop()
            if not any(t.kind == "qty" for t in kept[begin:]):
                del kept[begin:]
    return kept
