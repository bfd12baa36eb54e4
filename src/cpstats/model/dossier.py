"""A report on one place: what stands in each of its parts, made of the answers to single questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report
    from cpstats.model.text import Text


@dataclass(frozen=True, slots=True)
class Card:
    """One line of the score card; a figure is None where there is none.

    `runs` are the newest levels of years, parted where another release begins. `good` is whether
    it moves the way that is better (None: nothing says which, or rounding leaves it open).
    """

    indicator: str
    name: Text
    level: Figure | None = None
    growth: Figure | None = None
    gap: Figure | None = None
    rank: Figure | None = None
    runs: tuple[tuple[Figure, ...], ...] = ()
    good: bool | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One indicator: its sentences, its answer with tables and pictures, and how it was revised."""

    card: Card
    sentences: tuple[Text, ...]
    answer: Report
    revisions: Report | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All parts of a report; `gaps` are what is not known, `template` a text that lays it out.

    An empty template is the program's own.
    """

    place: Text
    benchmark: Text
    cards: tuple[Card, ...]
    sections: tuple[Section, ...]
    gaps: tuple[Text, ...] = ()
    template: str = ""

    @property
    def figures(self) -> Sequence[Figure]:
        """Every figure that stands in it."""
        return [f for s in self.sections for f in s.answer.figures]
