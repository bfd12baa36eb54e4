"""The numbers of a clause, each with the words around it, and which of them make a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.unit import PERCENT, TIMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.chinese.tokens import Token

BESIDE = ("place", "time", "join", "quote")  # kinds of words beside a noun
_REACH = 60  # how far before a number its words are looked for


class Piece(NamedTuple):
    """A number with the words around it, as they stand in one clause."""

    token: Token
    head: Sequence[Token]  # since the last number or the start of the clause
    words: str  # the same as text
    after: Sequence[Token]
    listed: int = 0  # which of a list of numbers it is
    count: int = 1  # type: ignore[assignment]  # how long that list is


def pieces_of(clause: Sequence[Token], letters: str) -> list[Piece]:
    """Return the numbers of a clause with what stands before and behind each."""
    at = [n for n, token in enumerate(clause) if token.kind == "qty"]
    if not at:
        return []
    pieces: list[Piece] = []
    begin = 0
    for n, position in enumerate(at):
        stop = at[n + 1] if n + 1 < len(at) else len(clause)
        token = clause[position]
        head = [t for t in clause[begin:position] if t.kind != "qty"]
        start = max(head[0].start, token.start - _REACH) if head else token.start
        after = clause[position + 1 : min(stop, position + 12)]
        pieces.append(Piece(token, head, letters[start : token.start], after))
        counted = token.spot is not None and token.spot.kind == "streak"
        begin = begin if counted else position + 1  # 增速连续四年保持在5%以上
    return _with_lists(pieces)


def _with_lists(pieces: list[Piece]) -> list[Piece]:
    """Count the members of each list: numbers with only 、 or 和 between them."""
    found: list[Piece] = []
    begin = 0
    for n in range(1, len(pieces) + 1):
        if n < len(pieces) and _continues(pieces[n], pieces[n - 1]):
            continue
        count = n - begin
        head = pieces[begin]
        for k in range(begin, n):
            own = pieces[k]
            listed = own._replace(listed=k - begin, count=count) if count > 1 else own
            if k > begin:
                moved = any(t.text in MOVES for t in own.head)
                words = head.words + own.words if moved else head.words
                listed = listed._replace(words=words, head=head.head)
            found.append(listed)
        begin = n
    return found


def _continues(piece: Piece, last: Piece) -> bool:
    one, two = piece.token.spot, last.token.spot
    assert one is not None
    assert two is not None
    if one.kind == "ratio" and two.kind == "ratio":
        return all(t.text == ":" for t in piece.head)
    between = [t for t in piece.head if t.kind != "quote"]
    joins = any(t.kind == "join" for t in between) and all(_only_joins(t) for t in between)
    same = one.unit == two.unit or (one.unit.endswith(two.unit) or two.unit.endswith(one.unit))
    same = same or {one.unit, two.unit} == {PERCENT, TIMES}  # 分别增长2倍、50.4%和32%
    return joins and one.kind == two.kind and same


MOVES = frozenset((*SECTIONS["rise"], *SECTIONS["fall"]))


def _only_joins(token: Token) -> bool:
    return token.kind == "join" or token.text in MOVES


def distributes(piece: Piece) -> bool:
    """Return whether the words before a list say that each number has a name of its own."""
    return any(
        t.kind in ("func", "rest") and ("分别" in t.text or "依次" in t.text) for t in piece.head
    )


def is_on_the_way(piece: Piece) -> bool:
    """Return whether a number only led to the next of a list: 跃升到22亿元、27亿元."""
    led = bool(piece.head) and piece.head[-1].text.endswith(("到", "至"))
    return led and piece.listed < piece.count - 1 and not distributes(piece)


def enumerates(piece: Piece) -> bool:
    """Return whether a number only has a noun before it: …时间压减5%、材料3%."""
    kinds = [t.kind for t in piece.head if t.kind != "quote"]
    return kinds[:1] == ["join"] and len(kinds) > 1 and not {"func", "time"} & set(kinds)


def is_part(tokens: Sequence[Token]) -> bool:
    """Return whether a clause begins with 其中: parts of what was said follow."""
    return "其中" in [t.text for t in tokens[:3]]


_DRIVERS = frozenset(
    (
        "带动",
        "拉动",
        "推动",
        "促进",
        "撬动",
        "助推",
        "引导",
        "牵引",
        "辐射",
        "辐射带动",
        "释放",
        "催生",
    )
)


def is_driven(piece: Piece) -> bool:
    """Return whether what a number is about was only driven by something: 展会拉动消费20亿元."""
    return not _DRIVERS.isdisjoint([t.text for t in piece.head])


def in_quotes(tokens: Sequence[Token], text: str, *, start: bool) -> bool:
    """Return whether one is inside quotation marks after these tokens."""
    inside = start
    for token in tokens:
        if token.kind == "quote":
            sign = text[token.start]
            inside = sign in "“「『" if sign in "“”「」『』" else not inside
    return inside


def quoted_terms(clause: Sequence[Token], letters: str) -> list[str]:
    """Return short terms in quotation marks: “两区”."""
    marks = [t.start for t in clause if t.kind == "quote"]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [letters[a + 1 : b] for a, b in pairs if 1 < b - a <= 12]
