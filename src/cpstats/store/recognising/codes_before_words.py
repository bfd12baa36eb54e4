"""Codes before all words of several columns of units, months or places: 642 Einheit, 115 Januar, as data banks write them."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import period_of
from cpstats.store.frequencies import months_of, part_of_year
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

CODED = pattern(r"\s*([A-Z]\d\d(?:_\d\d)?|\d{1,11}) ([^\W\d].*)")
FEWEST = 2  # columns, that all are written so
MANY = 2  # of as many words one may be of two codes


def with_words_behind_codes(cells: Cells, first: int) -> list[list[str]] | None:
    """Leave of columns whose cells are all a code and a part of the year, a unit or a place the words; each code goes with one.

    Only where two columns are written so: 1000 tonnes alone may be thousands.

    >>> rows = [["Region", "Unit", "Period"], ["1 Hill", "642 unit", "115 January"], ["2 Dale", "642 unit", "M01_02 January-February"]]
    >>> with_words_behind_codes(rows, 1)[1:]
    [['Hill', 'unit', 'January'], ['Dale', 'unit', 'January-February']]
    >>> with_words_behind_codes([["Item", "Unit"], ["A", "1000 tonnes"], ["B", "20 tonnes"]], 1)
    """
    head = cells[first - 1] if first else ()
    columns = [[*dict.fromkeys(c)] for c in zip_longest(*cells[first:], fillvalue="")]
    words: dict[int, dict[str, str]] = {}
    for n, texts in enumerate(columns):
        found = _coded(texts)
        placed = n < len(head) and role_of(head[n]) == "place"
        if found and (placed or _are_known(texts, found)):
            words[n] = found
    if len(words) < FEWEST:
        return None
    return [
        [
            words[c].get(text, text) if i >= first and c in words else text
            for c, text in enumerate(row)
        ]
        for i, row in enumerate(cells)
    ]


def _are_known(texts: Sequence[str], found: dict[str, str]) -> bool:
    """Whether the words behind all codes of a column are parts of the year, of no year before them, or units."""
    said = {*found.values()}
    if len(found) < sum(map(bool, map(str.strip, texts))):
        return False
    timed = len(said) > 1 and all(part_of_year(t) or months_of(t.casefold()) for t in said)
    if timed:
        return all(period_of(text) is None for text in found)
    return (
        all(map(is_unit, said)) and not any(map(is_unit, found)) and not any(map(_is_power, found))
    )


def _is_power(text: str) -> bool:
    """Whether a text begins with 10, 100, 1000: so many of a unit."""
    return text.split(maxsplit=1)[0].strip("0") == "1"


def _coded(texts: Sequence[str]) -> dict[str, str]:
    """Return the words behind the codes of a column, where all cells have one; what two codes share keeps them."""
    filled = [text for text in texts if text.strip()]
    found = {text: of[2] for text in filled if (of := CODED.fullmatch(text))}
    often = Counter(found.values())
    alone = {text: word for text, word in found.items() if often[word] == 1}
    return alone if len(found) == len(filled) < len(alone) * MANY else {}
