"""What is made of a catalogue is made once for all the texts that are checked against it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from cpstats.model.catalogue import Catalogue

P = ParamSpec("P")
T = TypeVar("T")
MOST = 16  # places that texts speak from


def remembered(
    make: Callable[Concatenate[Catalogue, P], T],
) -> Callable[Concatenate[Catalogue, P], T]:
    """Keep what was made of the last catalogue, the same object: its tables have no hash."""
    last: list[tuple[Catalogue, dict[Hashable, T]]] = []

    @wraps(make)
    def kept(catalogue: Catalogue, /, *more: P.args, **named: P.kwargs) -> T:
        made = next((made for known, made in last if known is catalogue), None)
        if made is None or len(made) >= MOST:
            made = {}
            last[:] = [(catalogue, made)]
        key = (more, *sorted(named.items()))
        if key not in made:
            made[key] = make(catalogue, *more, **named)
        return made[key]

    return kept
