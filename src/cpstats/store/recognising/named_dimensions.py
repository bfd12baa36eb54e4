"""Columns that say of which dimension the codes beside them are: Dim1 with SEX, Dim1ValueCode with SEX_MLE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.header_words import bare, role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

ENDING = "ValueCode"  # what stands behind the word over the dimension
INDICATOR = ("indicator code", "indicatorcode")  # where nothing else says what the figures are
NUMERIC = ("numeric value", "numericvalue")  # beside the same with its limits, as it is shown


def with_dimensions_over(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the dimension that a column names over the codes beside it; None where no column does.

    A place that is a country, or a group of them, is one; the value as it is shown goes where its number stands beside.

    >>> rows = [["Dim", "DimValueCode", "Space", "SpaceValueCode"], ["SEX", "M", "COUNTRY", "PER"], ["SEX", "F", "REGION", "AMR"]]
    >>> with_dimensions_over(rows, 1)[:2]
    [['', 'SEX', '', 'country'], ['', 'M', '', 'PER']]
    """
    head = cells[first - 1] if first else ()
    pairs = [c for c, text in enumerate(head[:-1]) if text and head[c + 1] == text + ENDING]
    if not pairs:
        return None
    made = [list(row) for row in cells]
    blank = {c for c, text in enumerate(head) if bare(text) == "value" and _is_numeric(head)}
    for c in pairs:
        words = dict.fromkeys(row[c] for row in cells[first:] if c + 1 < len(row) and row[c])
        if any(role_of(word) == "place" for word in words):
            made[first - 1][c + 1] = "country"
        elif len(words) == 1:
            made[first - 1][c + 1] = next(iter(words))
        else:
            continue
        blank.add(c)
    if not any(role_of(text) == "indicator" for text in head):
        coded = [c for c, text in enumerate(head) if bare(text) in INDICATOR]
        for c in coded[:1]:
            made[first - 1][c] = "indicator"
    for row in made[first - 1 :]:
        for c in blank:
            row[c : c + 1] = [""] if c < len(row) else []
    return made


def _is_numeric(head: Sequence[str]) -> bool:
    return any(bare(text) in NUMERIC for text in head)
