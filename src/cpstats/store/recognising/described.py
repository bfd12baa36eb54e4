"""What the lines over a block of series say: names, units, scales, as their first cell calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.scales import is_scale

if TYPE_CHECKING:
    from collections.abc import Sequence


def roles_of_descriptions(cells: Sequence[Sequence[str]], header: range) -> dict[int, str]:
    """Return what each line says that is not one of names.

    Where no line begins with a word for names the first has them: it begins with that for the dates, or nothing.

    >>> roles_of_descriptions([["Date", "Hops"], ["Unit", "kt"]], range(2))
    {1: 'unit'}
    >>> roles_of_descriptions([["Name", "Hops"], ["Dimension", "Mio"], ["Unit", "EUR"]], range(3))
    {1: 'scale', 2: 'unit'}
    >>> roles_of_descriptions([["Area", "Norway"], ["Unit", "kt"], ["Time", "2023"]], range(3))
    {0: 'place', 1: 'unit'}
    """
    found = {}
    for i in header:
        stub = next((text for text in cells[i] if text), "")
        own = [text for text in cells[i] if text][1:]
        role = role_of(stub)
        if role == "name" and own and all(map(is_scale, own)):
            role = "scale"
        if role == "time" and own and all(period_of(text) is not None for text in own):
            continue  # the period of each column
        if role and any(cells[i][:1]):
            found[i] = role
    named = any(found.get(i, "indicator") == "indicator" for i in header)
    if not named and found.get(header.start) == "time":
        del found[header.start]
    return found
