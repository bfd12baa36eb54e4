"""A sentence as clauses, with the mark that ends each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.claims.chinese.tokens import Token


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
