"""What a question names of its data."""

from __future__ import annotations

from typing import NamedTuple


class Needs(NamedTuple):
    """The names of indicators and of places; where there are none, every one is needed.

    `years` are those of which nothing outside is needed; None: of every one something may be. Of amounts
    `ends` are enough, where there are some.
    """

    indicators: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    years: range | None = None
    ends: frozenset[int] = frozenset()


WHOLE = Needs()
