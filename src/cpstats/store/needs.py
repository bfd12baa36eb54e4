"""What a question names of its data."""

from __future__ import annotations

from typing import NamedTuple


class Needs(NamedTuple):
    """The names of indicators and of places; where there are none, every one is needed."""

    indicators: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


WHOLE = Needs()
