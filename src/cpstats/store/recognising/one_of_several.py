"""Which of several columns of one kind counts, and what the others are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.header_words import PARTS, role_of
from cpstats.store.recognising.unit_words import is_scale_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column


def best_of(role: str, columns: Sequence[Column]) -> int:
    """Return the number of the column that counts: with flags, with words under just the word for the kind, with words.

    Units under `Unit`, not under `Unit/Description`; none that are words of scale beside a unit.
    """
    if role == "status" and (flags := [c for c in columns if c.is_flags]):
        return flags[0].number
    named = [c for c in columns if not c.is_codes] or list(columns[:1])
    whole = [c for c in named if not _is_scale(c)] or named
    just = [c for c in whole if any(_is_just(role, text) for text in c.above)]
    return (just or whole)[0].number


def of_another(role: str, column: Column) -> str:
    """Return what a column is that does not count: words of scale beside the units are the scale, any other is left out."""
    return "scale" if role == "unit" and _is_scale(column) else "other"


def _is_just(role: str, above: str) -> bool:
    return role_of(above) == role and len(PARTS.split(above)) == 1


def _is_scale(column: Column) -> bool:
    return bool(column.said) and all(map(is_scale_word, column.said))
