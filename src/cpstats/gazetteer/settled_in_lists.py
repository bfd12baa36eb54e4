"""Which of several places a name means by those that stand beside it, and by the years of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.place import Place


def by_neighbours(meant: Mapping[str, tuple[Place, ...]]) -> dict[str, tuple[Place, ...]]:
    """Return what the names of a column mean, in its order.

    One of several is meant where those nearest before and behind it that are sure lie in what it lies in.

    The first of those in a place stands behind that place itself.

    >>> from cpstats.gazetteer import register
    >>> def codes(*names):
    ...     open_ones = {n: tuple(p for _, p in register.ranked(n)) for n in names}
    ...     return [p.ref_area for p in by_neighbours(open_ones)["朝阳区"]]
    >>> codes("北京市", "东城区", "朝阳区", "丰台区"), codes("吉林省", "朝阳区", "南关区")
    (['110105'], ['110105', '220104'])
    """
    made = dict(meant)
    names = [text for text, found in meant.items() if found]
    sure = [n for n, text in enumerate(names) if len(meant[text]) == 1]
    for n in sorted({*range(len(names))} - {*sure}):
        left = max((k for k in sure if k < n), default=-1)
        right = min((k for k in sure if k > n), default=-1)
        if left < 0 or right < 0:
            continue
        (before,), (behind,) = meant[names[left]], meant[names[right]]
        over = {before.parent, before.ref_area} & {behind.parent}
        fitting = tuple(place for place in meant[names[n]] if place.parent in over)
        made[names[n]] = fitting if len(fitting) == 1 else meant[names[n]]
    return made


def of_years(found: Sequence[Place], first: str, last: str) -> tuple[Place, ...]:
    """Return the only one of several places of old that was there in all the years of the figures; else all of them.

    >>> from cpstats.gazetteer import register
    >>> both = [p for _, p in register.ranked("莱芜市")]
    >>> [[p.ref_area for p in of_years(both, *years)] for years in (("2014", "2018"), ("1987", "1990"), ("1990", "2018"))]
    [['371200'], ['379004'], ['371200', '379004']]
    """
    there = [p for p in found if _was_there(p, first, last)]
    return tuple(there if len(there) == 1 else found)


def _was_there(place: Place, first: str, last: str) -> bool:
    return (not place.valid_from or place.valid_from <= first) and (
        not place.valid_to or place.valid_to >= last
    )
