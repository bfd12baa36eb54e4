"""English sentences of a statistical release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.claims.claim import Claim
    from cpstats.claims.clauses import Sentence
    from cpstats.claims.reader import Reader


def is_english(letters: str) -> bool:
    """Return whether a sentence is written in Latin letters."""
    return False


def read(sentence: Sentence, reader: Reader) -> list[Claim]:
    """Return the claims of an English sentence."""
    return []
