"""Short names over columns that are also units, where the columns beside them show that they are names: m2 beside m1, qm beside qm_yoy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

SQUARE_METRE = "m2"
OTHERS = frozenset(("m0", "m1", "m3", "m4"))  # amounts of money, as banks write them
MEN = "M"  # or women, where one of the others stands beside it
OF_SEXES = frozenset("HFKWVŽЖ")
LINES = 9  # that may be the header
LONGEST = 4  # letters


def with_names_in_capitals(cells: Cells) -> Cells:
    """Return the cells with M2 for m2 in a row that has another such amount of money, and QM for qm beside qm_yoy.

    >>> with_names_in_capitals([["month", "m2", "m1"], ["2020-01", "7", "5"]])
    [['month', 'M2', 'm1'], ['2020-01', '7', '5']]
    >>> with_names_in_capitals([["month", "qm", "qm_yoy"]])
    [['month', 'QM', 'qm_yoy']]
    >>> with_names_in_capitals([["month", "rooms", "m2"]]), with_names_in_capitals([["month", "m3", "m2"]])
    ([['month', 'rooms', 'm2']], [['month', 'm3', 'm2']])
    >>> with_names_in_capitals([["year", "H", "M"]]), with_names_in_capitals([["year", "Huts", "M"]])
    ([['year', 'H', 'M.']], [['year', 'Huts', 'M']])
    """
    own = {
        i: [_as_name(text) if text in names else text for text in row]
        for i, row in enumerate(cells[:LINES])
        if (names := _names_in(row))
    }
    return [own.get(i, row) for i, row in enumerate(cells)] if own else cells


def _as_name(text: str) -> str:
    return f"{text}." if text == MEN else text.upper()


def _names_in(row: Sequence[str]) -> set[str]:
    """Return the labels of a row that look like units and are none."""
    short = {text for text in row if len(text) <= LONGEST and text.isascii() and text.islower()}
    named = short & {text.partition("_")[0] for text in row if "_" in text}
    if SQUARE_METRE in short and (short & OTHERS) - {"m3"}:  # areas beside volumes
        named.add(SQUARE_METRE)
    found = {text for text in named if is_unit(text)}
    return found | ({MEN} if OF_SEXES & {*row} else set())
