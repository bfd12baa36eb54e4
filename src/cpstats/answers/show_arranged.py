"""Rows of `show` that are to be sorted, chosen or turned: the years of a place, the places of a year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cpstats.answers.show_cells import bases_shown, columns_of, priced, row_of
from cpstats.answers.shown_periods import WITHIN, label, label_of, newest_shown
from cpstats.answers.side_by_side import by_place
from cpstats.model.report import Block, Key
from cpstats.model.text import Text, same
from cpstats.selecting.rates import known_growths

if TYPE_CHECKING:
    from cpstats.answers.lettered import Marks
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

    Made = tuple[list[Block], list[Figure], list[Text]]


def in_rows(
    figures: Figures, question: Question, indicator: str, marks: Marks, *, every: bool
) -> Made:
    """Return the tables of an indicator, their figures, and what is said of periods left out.

    One place has its periods in rows. Several stand in a table for each period of the window;
    where none is asked for, in that of the newest period that most have, or in `every`.
    """
    have = _periods(figures, question, indicator)
    if len(question.places) == 1:
        return _alone(figures, question, indicator, marks, sorted(have))
    shown, said = sorted(have), list[Text]()
    if question.window.is_open and not every:
        shown, said = newest_shown(have, shown)
    blocks: list[Block] = []
    found: list[Figure] = []
    for period in shown:
        made, used = by_place(figures, question, indicator, marks, period)
        blocks += made
        found += used
    return blocks, found, said


def _periods(figures: Figures, question: Question, indicator: str) -> Counter[Period]:
    """Return the years that are asked for (or what `freq` says), and how many places have each.

    Where there is no year there are the periods within it.
    """
    have = Counter(
        p
        for area in question.places
        for p in {*figures.levels(indicator, area), *figures.growths(indicator, area)}
        if question.window.contains(p)
    )
    asked = Counter({p: n for p, n in have.items() if p.fits(question.freq or "annual")})
    if asked or question.freq:
        return asked
    return Counter({p: n for p, n in have.items() if p.freq in WITHIN})


def _alone(
    figures: Figures, question: Question, indicator: str, marks: Marks, periods: list[Period]
) -> Made:
    """Return one place: a row for each period, a table for each price basis of its levels."""
    (area,) = question.places
    growths = known_growths(figures, indicator, question.places)[area]
    bases = bases_shown(figures, indicator, question.places)
    places, thing = figures.catalogue.places, figures.catalogue.indicators[indicator]
    blocks: list[Block] = []
    found: list[Figure] = []
    for basis in bases:
        levels = figures.series(indicator, area, "level", basis)
        shown = [p for p in periods if p in levels or (p in growths and basis == bases[0])]
        used = [f for p in shown for f in (levels.get(p), growths.get(p)) if f is not None]
        title = thing.name + same(" · ") + places[area].name
        title += priced(basis) if len(bases) > 1 or basis.startswith("constant") else same("")
        blocks.append(
            Block(
                columns_of(figures, indicator, used),
                tuple(row_of(label_of(p), levels.get(p), growths.get(p), marks) for p in shown),
                title=title + label(shown[0]) if len(shown) == 1 else title,
                keys=tuple(Key(indicator, area, str(p)) for p in shown),
                by="level",
            )
        )
        found += used
    return blocks, list({id(f): f for f in found}.values()), []
