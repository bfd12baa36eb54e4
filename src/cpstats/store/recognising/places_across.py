"""A word for places over the names that stand over the figures: Provinces over Adana and Bursa."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.divided_by import only_place_of_title
from cpstats.store.recognising.extent import filled
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.outside import OF_WHAT, is_total

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    Cells = Sequence[Sequence[str]]

FEWEST = 2  # names
PARTNERS = re.compile(  # by which what a country has is divided: exports by partner, guests by nationality
    r"\b(?:by|nach|par|por|per|selon|según|segundo|etter|efter) (?:(?:the|main|trading) )?"
    r"(?:countr(?:y|ies) of (?!the\b)\w|partner|nationality|citizenship|origin\b|destination|herkunft|zielland|staatsangehörigkeit|"
    r"pays de|nationalité|país(?:es)? de|nacionalidad|paese di|cittadinanza|fødeland|födelseland|statsborgerskap|medborgarskap)",
    re.IGNORECASE,
)


def word_over_places(cells: Cells, header: range, keys: Collection[int]) -> str:
    """Return the word for places that stands over names; empty where none does, or other labels stand beside these.

    `keys` are the columns beside the figures. The word may stand alone on the line above the header.

    >>> head = [["", "", "Provinces", "", ""], ["Year", "Total", "Adana", "Bursa", "Izmir"]]
    >>> word_over_places(head, range(1, 2), {0}), word_over_places(head, range(2), {0})
    ('Provinces', 'Provinces')
    >>> word_over_places([head[0], ["Year", "Houses", "Adana", "Bursa", "Izmir"]], range(2), {0})
    ''
    >>> word_over_places([["Year", "Provinces", "", ""], ["", "2020", "2021", "2022"]], range(2), {0})
    ''
    """
    if not header:
        return ""
    last = {c: t for c, t in enumerate(cells[header.stop - 1]) if t and c not in keys}
    above = [cells[i] for i in header[:-1]]
    if header.start and len({*filled(cells[header.start - 1])}) == 1:
        above.append(cells[header.start - 1])
    for row in above:
        own = [c for c, text in enumerate(row) if text and c not in keys]
        for c in own:
            end = min(
                (k for k in own if k > c and row[k] != row[c]), default=max(last, default=0) + 1
            )
            under = {k: t for k, t in last.items() if c <= k < end}
            others = [last.get(k, "") or row[k] for k in {*last, *own} - {*under} if k != c]
            names = len({*under.values()}) == len(under) >= FEWEST and not any(
                map(_is_other, under.values())
            )
            if (
                c > min(keys, default=0)
                and role_of(row[c]) == "place"
                and names
                and all(map(is_total, others))
            ):
                return row[c]
    return ""


def titled_places(cells: Cells, header: range, keys: Mapping[int, str]) -> str:
    """Return the word for places by which a title divides what it counts, where only times stand beside the figures.

    The names over the columns may be those places then: Jobs by canton over Uri, Glarus. Where one of them counts
    something, has a unit or is of a class, there is none.

    >>> table = [["Jobs by canton and year", "", ""], ["", "Uri", "Glarus"]]
    >>> titled_places(table, range(1, 2), {0: "time"}), titled_places(table, range(1, 2), {0: "name"})
    ('canton', '')
    >>> titled_places([table[0], ["", "Births", "Deaths"]], range(1, 2), {0: "time"})
    ''
    >>> titled_places([["Jobs by sex and canton"], ["", "Uri", "Glarus"]], range(1, 2), {0: "time"})
    ''
    """
    if len(header) != 1 or not keys or {*keys.values()} - {"time", "part", "other"}:
        return ""
    word = only_place_of_title(cells[: header.start])
    over = [t for c, t in enumerate(cells[header.start]) if t and c not in keys]
    names = [t for t in over if not is_total(t)]
    if not word or len({*names}) < max(len(names), FEWEST) or any(map(_counts, names)):
        return ""
    return word


def opened_by_title(cells: Cells, header: range, keys: Mapping[int, str], *, known: bool) -> bool:
    """Whether a title leaves open what the names over the columns are, where only times stand beside the figures.

    Names that nobody knows may be the places by which it divides, and `known` ones its partners.

    >>> table = [["Stays by country of residence", "", ""], ["", "Peru", "Chile"]]
    >>> [opened_by_title(table, range(1, 2), {0: "time"}, known=known) for known in (True, False)]
    [True, False]
    >>> opened_by_title([["Stays by country", "", ""], table[1]], range(1, 2), {0: "time"}, known=True)
    False
    """
    if not known:
        return bool(titled_places(cells, header, keys))
    if not keys or {*keys.values()} - {"time", "part", "other"}:
        return False
    lines = dict.fromkeys(text for row in cells[: header.start] for text in row if text)
    return any(map(PARTNERS.search, lines))


def _counts(label: str) -> bool:
    """Whether a label says what is counted, or in what."""
    return _is_other(label) or bool(OF_WHAT.search(label) or label_of(label).unit)


def _is_other(label: str) -> bool:
    """Whether a label can be no name."""
    named = role_of(label) or is_class(label)
    return period_of(label) is not None or is_number(label) or bool(named)
