"""Names of places that are known, whatever column they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.gazetteer import register

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACE_SIGNS = 0.6  # of the names of a column that are known places
LOOKED_AT = 60  # names that are looked up


def are_places(names: Sequence[str]) -> bool:
    """Whether most of the names are places that are known.

    >>> are_places(["河北省", "山西省", "合计"]), are_places(["Norway", "Sweden"]), are_places(["茶", "米"])
    (True, True, False)
    """
    looked = names[:LOOKED_AT]
    known = sum(is_place(name) for name in looked)
    return bool(looked) and known >= PLACE_SIGNS * len(looked)


def is_place(name: str) -> bool:
    """Whether a name, no code and no word of two letters, is that of a place that is known."""
    if len(name) < 2 or (name.isascii() and (len(name) < 4 or name.isdigit())):
        return False
    return bool(register.named(name))
