"""What was asked for and has no figure, and of which periods there are figures instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.notes import labels
from cpstats.model.period import Freq
from cpstats.model.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

MANY = 8  # periods within the year that are named one by one
FEW = 4  # places whose own periods are named


def lacking_notes(figures: Figures, question: Question, found: Iterable[Figure]) -> list[Text]:
    """Name every indicator and place without a figure, with the periods that have one."""
    have = {(f.indicator, f.ref_area) for f in found}
    return [
        note
        for indicator in question.indicators
        for note in _of(
            figures, indicator, [p for p in question.places if (indicator, p) not in have]
        )
    ]


def _of(figures: Figures, indicator: str, lacking: list[str]) -> list[Text]:
    """Return one note for the places of which there is nothing else, and one for each other."""
    name = figures.catalogue.indicators[indicator].name
    head = name + Text(": no figure for ", "：无数据——")
    few = len(lacking) <= FEW
    there = {area: _there(figures, indicator, area) if few else [] for area in lacking}
    bare = [figures.catalogue.places.in_prose(area) for area in lacking if not there[area]]
    notes = [head + joined(bare)] if bare else []
    return notes + [
        head
        + figures.catalogue.places.in_prose(area)
        + Text("; there are: ", "；已有：")
        + labels(told)
        for area, told in there.items()
        if told
    ]


def _there(figures: Figures, indicator: str, area: str) -> list[str]:
    """Return the periods that have a level or a rate: the years, else the newest within the year."""
    have: set[Period] = {*figures.levels(indicator, area), *figures.growths(indicator, area)}
    years = sorted(p for p in have if p.freq is Freq.ANNUAL)
    return [str(p) for p in years or sorted(have)[-MANY:]]
