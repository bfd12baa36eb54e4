"""Names of figures that the unit of a title is not of: per cent, and margins of error, beside numbers in thousands."""

from __future__ import annotations

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.recognising.unit_words import in_english, is_unit

MARGIN = pattern(
    r"\b(?:margins? of error|standard errors?|sampling errors?|coefficients? of variation|confidence (?:intervals?|limits?|bounds?))\b|±",
)
LONGEST = 30  # signs of a word for per cent


def unit_beside_numbers(name: str, unit: str) -> str:
    """Return the unit of a title for a name: % where a part of it is a word for that; none for a margin of error.

    >>> unit_beside_numbers("Huts, Number", "thousands"), unit_beside_numbers("Huts, Percent", "thousands")
    ('thousands', '%')
    >>> unit_beside_numbers("Huts, Percent, Margin of error", "thousands"), unit_beside_numbers("Margin of Error (±)", "thousands")
    ('%', '')
    >>> unit_beside_numbers("Percent of all", "thousands"), unit_beside_numbers("Percent", "")
    ('thousands', '')
    """
    if not unit:
        return unit
    if any(map(_is_per_cent, name.split(", "))):
        return "%"
    return "" if MARGIN.search(name.casefold()) else unit


def _is_per_cent(text: str) -> bool:
    """Whether a text is a word for per cent and nothing else."""
    return len(text) <= LONGEST and is_unit(text) and Unit.of(in_english(text)).root == "%"
