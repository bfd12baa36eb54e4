"""The lines above a table, with what they say of the figures: in what they are, and that all of them are growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.labels import ADJUSTED, BEFORE_KIND, is_growth, label_of
from cpstats.store.recognising.titles import titles_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.titles import Titles

LONGEST = 120  # signs of a line that may name what is counted


def titled(rows: Sequence[Sequence[str]]) -> Titles:
    """Return what the lines above a table say; a line that names the unit goes on with the title.

    >>> titled([["Tea by state"], ["Sales (million dollars)"], ["Office of Tea"]]).said["title"]
    'Tea by state, Sales (million dollars)'
    >>> titled([["Tea by state"], ["Annual change (%)"]]).said
    {'title': 'Tea by state', 'figures': 'Annual change (%)'}
    """
    kinds = [row[0] for row in rows if len({*filter(None, row)}) == 1 and is_growth(row[0])]
    titles = titles_of([row for row in rows if row[0] not in kinds] if kinds else rows)
    title = titles.said.get("title", "")
    if kinds and not title:  # of what, the labels say
        titles = titles_of(rows)
    behind = (title[sign.end() :] for sign in BEFORE_KIND.finditer(title))
    kind = next(iter(kinds), "") or next(filter(is_growth, behind), "")  # Jobs, annual change (%)
    if kind and len(kinds) < 2:
        titles.said["figures"] = figures = ADJUSTED.sub("", kind)
        if kinds and title:
            titles.said["title"] = title + kind[len(figures) :]
    if kinds or not title or titles.said.keys() & {"indicator", "unit"} or label_of(title).unit:
        return titles
    alone = [{*filter(None, row)} for row in rows]
    lines = [line.pop() for line in alone if len(line) == 1]
    named = [t for t in lines if t != title and len(t) < LONGEST and label_of(t).unit]
    if len(named) == 1:
        titles.said["title"] = f"{title}, {named[0]}"
    return titles
