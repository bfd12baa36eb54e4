"""What the rows of a header say of the columns by their form, and labels of several rows as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

UNITS = re.compile(r"\(\D[^()]*\)|\(%\)|\((?:19|20)\d\d ?= ?100\)")
CODES = re.compile(r"[a-z]?[A-Z][A-Z0-9_.]*[_0-9.][A-Z0-9_.]*|[a-z]?[A-Z]{3,}")
MOST = 0.8  # of them
WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # Chinese and Japanese letters
FEWEST = 3  # cells of a row that tell what it is


def kind_of_row(own: Sequence[str], *, named: bool) -> str:
    """Return what a row of the header says of the columns by its form: units, or codes.

    Units without brackets are so only where the figures are `named` elsewhere: residents may be what is counted.
    """
    if len(own) < FEWEST:
        return ""
    if all(UNITS.fullmatch(t) or (named and is_unit(t)) for t in own):
        return "unit"
    codes = sum(bool(CODES.fullmatch(t)) and period_of(t) is None for t in own)
    return "code" if len({*own}) == len(own) and codes >= MOST * len(own) else ""


def joined(labels: list[str]) -> str:
    """Return labels of several rows as one: names of scripts with words are joined."""
    if len(labels) < 2 or any(map(WITHOUT_SPACES.search, labels)):
        return labels[0] if labels else ""
    return part_of(labels[0], ", ".join(labels[1:]))


def part_of(whole: str, part: str) -> str:
    """Return a label with that of a part of it; the unit of the whole comes last.

    >>> part_of("Residents (thousand)", "Men"), part_of("Residents", "Men (%)"), part_of("Jobs (thousand)", "Men (%)")
    ('Residents, Men (thousand)', 'Residents, Men (%)', 'Jobs (thousand), Men (%)')
    """
    own = label_of(whole)
    united = own.measure == "level" and own.unit and whole.endswith(f"({own.unit})")
    if united and not label_of(part).unit:
        return f"{own.name}, {part} ({own.unit})"
    return f"{whole}, {part}"
