"""Observations by concept, as files of statistical standards have them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.errors import Where

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Cube:
    """Observations by concept: codes, and the labels that stand beside them.

    `rows` have a cell for each of `concepts`; `labels` say what a cell is called, by concept and
    code, `titles` what a concept is called. `dimensions` are those concepts that make a series; None where the file does not say.
    `columns` and `flags` are what the user says of a concept and of a status. `starts` is where
    in its line each row begins, if rows are no lines.
    """

    name: str
    said: Message
    title: str
    concepts: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    labels: dict[tuple[str, str], str]
    dimensions: frozenset[str] | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    starts: Sequence[int] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def where(self, row: int, concept: str) -> str:
        """Return `file:line:column` of a cell."""
        if self.starts:
            return Where(self.name, self.lines[row], self.starts[row])
        column = self.concepts.index(concept) if concept in self.concepts else 0
        return Where(self.name, self.lines[row], column + 1)
