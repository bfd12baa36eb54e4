"""Names of places as programs write them, in small letters with lines for blanks: south_korea, xin_jiang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.place_names import is_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

WRITTEN = pattern(r"[a-z]+(?:_[a-z]+){0,5}(?:_\d)?")
PLACE = "region"
COLUMNS = 3  # that may hold the names
FEWEST = 3  # names with a line
LOOKED_AT = 200
SHARE = 0.7  # of the names with a line that are known


def with_places_in_words(cells: Cells, first: int) -> list[list[str]] | None:
    """Write a column of places that are known without the lines in their names as others write them; None where none is one.

    >>> rows = [["id", "ships"], ["south_korea", "5"], ["new_zealand", "6"], ["sri_lanka", "7"], ["peru", "8"]]
    >>> [row[0] for row in with_places_in_words(rows, 1)]
    ['region', 'South Korea', 'New Zealand', 'Sri Lanka', 'Peru']
    >>> with_places_in_words([["id", "ships"], ["old_boats", "5"], ["new_boats", "6"], ["all_boats", "7"]], 1)
    """
    for c in range(COLUMNS):
        texts = [row[c] for row in cells[first:] if c < len(row) and row[c]]
        lined = [*dict.fromkeys(text for text in texts if "_" in text)][:LOOKED_AT]
        if len(lined) < FEWEST or not all(map(WRITTEN.fullmatch, texts)):
            continue
        known = sum(is_place(_in_words(text)) for text in lined)
        if known >= SHARE * len(lined):
            return [
                [_cell(t, is_name=i >= first) if k == c else t for k, t in enumerate(row)]
                for i, row in enumerate(cells)
            ]
    return None


def _cell(text: str, *, is_name: bool) -> str:
    """Return a name in words; a word for codes above them as one for places, which they are."""
    return _in_words(text) if is_name else PLACE if role_of(text) == "code" else text


def _in_words(text: str) -> str:
    """Return a name with blanks for its lines, or without either where it is only known so.

    >>> _in_words("south_korea"), _in_words("xin_jiang"), _in_words("old_boats")
    ('South Korea', 'Xinjiang', 'Old Boats')
    """
    words = text.replace("_", " ").title()
    joined = text.replace("_", "").title()
    return joined if is_place(joined) and not is_place(words) else words
