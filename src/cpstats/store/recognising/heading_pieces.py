"""A heading that signs divide: Output · Norway · at 2015 prices says of what, where and at which prices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import period_of
from cpstats.store.recognising.labels import figures_of
from cpstats.store.recognising.place_names import is_country_in_words, is_place
from cpstats.store.recognising.price_basis import only_prices

if TYPE_CHECKING:
    from cpstats.model.period import Period

DIVIDERS = pattern(r"\s*[·•|｜]\s*|\s+[–—]\s+|——|\s+-\s+")

CENSUS = pattern(r"(?:19|20)\d\d census|census (?:of )?(?:19|20)\d\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading is about, and what it says beside that: `place`, `unit`.

    Its period and its prices are looked for in the line itself.
    """

    name: str
    said: dict[str, str]


def taken_apart(text: str) -> Heading | None:
    """Return what the pieces of a heading say; None where none of them is one known place, or prices or a unit alone.

    >>> taken_apart("Output – Norway – at 2015 prices"), taken_apart("Output · at current prices, million kroner")
    (Heading(name='Output', said={'place': 'Norway'}), Heading(name='Output', said={'unit': 'million kroner'}))
    >>> taken_apart("水产品产量 | 河北省 | 2021年"), taken_apart("Output – Mining"), taken_apart("Norway – Peru – trade")
    (Heading(name='水产品产量', said={'place': '河北省'}), None, None)
    """
    pieces = [piece for piece in map(str.strip, DIVIDERS.split(text)) if piece]
    if len(pieces) < 2:
        return None
    places = [piece for piece in pieces if _is_one_place(piece)]
    kinds = {piece: unit for piece in pieces if (unit := _unit_alone(piece)) is not None}
    if len(places) > 1 or not (places or kinds):
        return None
    known = (*places, *kinds)
    names = [p for p in pieces if p not in known and (not places or period_of(p) is None)]
    said = {"place": "".join(places), "unit": next(filter(None, kinds.values()), "")}
    return Heading(", ".join(names), {kind: text for kind, text in said.items() if text})


def without_pieces(text: str, found: dict[str, str]) -> str:
    """Return what a heading is about, without the place and the prices beside it, which are put into what was found."""
    heading = taken_apart(text)
    for kind, said in heading.said.items() if heading else ():
        found.setdefault(kind, said)
    return heading.name if heading else text


def without_piece(text: str, piece: str) -> str:
    """Return a heading without one of its pieces; the heading where that is no piece of it, or all of it.

    >>> without_piece("Output · Old Dale · Trend", "Old Dale"), without_piece("Output of Old Dale", "Old Dale")
    ('Output, Trend', 'Output of Old Dale')
    """
    pieces = list(filter(None, map(str.strip, DIVIDERS.split(text))))
    kept = [one for one in pieces if one != piece]
    return ", ".join(kept) if kept and len(kept) < len(pieces) else text


def without_where_and_when(subject: str, period: Period | None, place: str) -> str:
    """Return what a title is about without the pieces behind commas that say only of which country, or which census.

    The census goes where the figures have its `period`, a country where no other is the `place` that the user says.

    >>> from cpstats.model.period import annual
    >>> without_where_and_when("Births by age, Ghana, 2021 Census", annual(2021), "")
    'Births by age'
    >>> without_where_and_when("Births by age, Ghana, 2021 Census", None, "Peru")
    'Births by age, Ghana, 2021 Census'
    """
    first, *pieces = subject.split(", ")
    kept = [first]
    for piece in pieces:
        name, bracket, unit = piece.partition(" (")
        of_country = name == place or (not place and is_country_in_words(name))
        if of_country or (period is not None and CENSUS.fullmatch(name)):
            kept[-1] += bracket + unit  # Births by age, Ghana (thousands)
        else:
            kept.append(piece)
    return ", ".join(kept)


def _unit_alone(piece: str) -> str | None:
    """Return the unit of a piece that says nothing but prices, or that figures are levels; None where it says more."""
    kind = figures_of(piece) if piece[-1:] != "%" else None
    return kind.unit if kind and kind.measure == "level" else only_prices(piece)


def _is_one_place(piece: str) -> bool:
    return is_country_in_words(piece) if piece.isascii() else is_place(piece)
