"""Units that the last brackets of a title give to several things: (thousands; hens in millions), (million USD, %)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.recognising.another_unit import INSIDE, SUBJECTS
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from cpstats.store.recognising.labels import Label

LIST = pattern(r"[;,，；、]")
APART = pattern(r"[;,，；](?! ?\d)")
IN = pattern(r"^(?:in|en|em|w|v|в) ", re.IGNORECASE)


def units_apart(title: str) -> dict[str, str]:
    """Return the units that the last brackets of a title give to several things, by their names; that of the others has none.

    >>> units_apart("Sales (quantity in tonnes, value in EUR)"), units_apart("Animals (thousands; hens in millions)")
    ({'quantity': 'tonnes', 'value': 'EUR'}, {'': 'thousands', 'hens': 'millions'})
    >>> units_apart("Rice (in thousand tonnes; yield in mt/ha)")
    {'': 'thousand tonnes', 'yield': 'mt/ha'}
    >>> units_apart("Sales (EUR, thousands)"), units_apart("Sales (value in EUR)")
    ({}, {})
    """
    inside = INSIDE.findall(title)[-1:] if title.endswith(")") else []
    pieces = [IN.sub("", p.strip()) for text in inside for p in APART.split(text)]
    labels = [("", p) if is_unit(p) else _named_unit(p) for p in pieces]
    found = {name.casefold(): unit for name, unit in labels if unit}
    return found if len(found) > 1 and len(found) == len(pieces) and any(found) else {}


def _named_unit(piece: str) -> tuple[str, str]:
    """Return what a piece of brackets names, and its unit, also one that is not known: yield in mt/ha."""
    own = label_of(piece)
    name, _, unit = piece.partition(" in ")
    rate = "/" in unit or unit.startswith("per ")
    return (name, unit) if rate and not own.unit else (own.name, own.unit)


def units_of_both(title: str) -> str:
    """Return the last brackets of a title that hold nothing but units, of which each figure has one; empty where they do not.

    >>> units_of_both("Trade (million USD, %)"), units_of_both("貿易(百万円、%)"), units_of_both("Sales (EUR, thousands)")
    ('million USD, %', '百万円、%', '')
    >>> units_of_both("Debt (in million USD and % of output)"), units_of_both("Sales (in million USD and tonnes)")
    ('million USD、%', '')
    """
    inside = next(iter(INSIDE.findall(title)[-1:] if title.endswith(")") else []), "")
    pieces = [piece.strip() for piece in LIST.split(inside)]
    if "%" in pieces and len(pieces) > 1 and all(map(is_unit, pieces)):
        return inside
    both = [IN.sub("", piece.strip()) for piece in SUBJECTS.split(inside)]
    amounts = [piece for piece in both if not piece.startswith("%")]
    return (
        f"{amounts[0]}、%"
        if len(both) == 2 and len(amounts) == 1 and all(map(is_unit, both))
        else ""
    )


def title_of_parts(title: str) -> Label:
    """Return a title taken apart, without the brackets that give its parts their units.

    >>> title_of_parts("Rice (kt; yield in t/ha)").name, title_of_parts("Rice (kt)").name
    ('Rice', 'Rice')
    """
    return label_of(title[: title.rfind("(")].strip() if units_apart(title) else title)
