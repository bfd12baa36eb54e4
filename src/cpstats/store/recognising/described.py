"""What the lines over a block of series say: names, units, scales, as their first cell calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.scales import is_scale

if TYPE_CHECKING:
    from collections.abc import Sequence


def column_of_words(cells: Sequence[Sequence[str]], header: Sequence[int]) -> int:
    """Return the column of the words for what the lines say: the first, or the one behind numbers of the rows.

    >>> column_of_words([["No", "Date", "Hops"], ["", "Frequency", "Year"], ["", "Unit", "kt"]], range(3))
    1
    >>> column_of_words([["Name", "Hops"], ["", "Oats"], ["Unit", "kt"]], range(3))
    0
    """
    first, *more = header or (0,)
    numbered = any(cells[first][:1]) and not any(any(cells[i][:1]) for i in more)
    roles = [role_of("".join(cells[i][1:2])) for i in more]
    described = len(roles) > 1 and all(roles) and not {"freq", "unit"}.isdisjoint(roles)
    return 1 if numbered and described else 0


def roles_of_descriptions(cells: Sequence[Sequence[str]], header: range) -> dict[int, str]:
    """Return what each line says that is not one of names.

    Where no line begins with a word for names the first has them: it begins with that for the dates, or nothing.

    >>> roles_of_descriptions([["Date", "Hops"], ["Unit", "kt"]], range(2))
    {1: 'unit'}
    >>> roles_of_descriptions([["Name", "Hops"], ["Dimension", "Mio"], ["Unit", "EUR"]], range(3))
    {1: 'scale', 2: 'unit'}
    >>> roles_of_descriptions([["Area", "Norway"], ["Unit", "kt"], ["Time", "2023"]], range(3))
    {0: 'place', 1: 'unit'}
    >>> roles_of_descriptions([["No", "Date", "Hops"], ["", "Frequency", "Year"], ["", "Unit", "kt"]], range(3))
    {1: 'freq', 2: 'unit'}
    """
    found = {}
    left = column_of_words(cells, header)
    for i in header:
        stub = next((text for text in cells[i][left:] if text), "")
        own = [text for text in cells[i][left:] if text][1:]
        role = role_of(stub)
        if role == "name" and own and all(map(is_scale, own)):
            role = "scale"
        if role == "time" and own and all(period_of(text) is not None for text in own):
            continue  # the period of each column
        if role and any(cells[i][left : left + 1]):
            found[i] = role
    named = any(found.get(i, "indicator") == "indicator" for i in header)
    if not named and found.get(header.start) == "time":
        del found[header.start]
    return found
